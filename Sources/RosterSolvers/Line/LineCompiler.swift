import Rostering

/// Compiles people's rules into line optimisers, sharing automata between
/// people whose rules mean the same.
public struct LineCompiler {
  /// What decides an automaton: what each tracker makes of the slots.
  private struct Key: Hashable {
    var slots: Int
    var profiles: Int
    var core: [Int]
    var sides: [Int]
    var startCost: Double
  }

  /// An automaton, and whether successions and the other rules together leave
  /// it a line.
  private struct Known {
    var automaton: LineAutomaton
    var hasLines: Bool
  }

  /// How large automata may become.
  public struct Limits: Hashable, Sendable {
    /// The most steps of an automaton that holds all rules.
    public var completeSteps: Int
    /// The most steps of one that leaves some to side automata.
    public var coreSteps: Int
    /// The most steps of a side automaton of several rules.
    public var sideSteps: Int
    /// Whether rules that have the form of blocks are left to the block
    /// optimiser.
    public var usesBlocks: Bool
    /// Counts up to this are states of the block optimiser where they bind;
    /// larger ones get multipliers.
    public var tightCount: Int
    /// As many periods are states; more of them get a multiplier.
    public var periodStates: Int

    /// Limits, in steps before merging.
    public init(
      completeSteps: Int = 1_500, coreSteps: Int = 200_000, sideSteps: Int = 20_000,
      usesBlocks: Bool = true, tightCount: Int = 12, periodStates: Int = 14
    ) {
      self.usesBlocks = usesBlocks
      self.tightCount = tightCount
      self.periodStates = periodStates
      self.completeSteps = completeSteps
      self.coreSteps = coreSteps
      self.sideSteps = sideSteps
    }
  }

  private let problem: RosterProblem
  private let limits: Limits
  private var blocks: BlockRulesCompiler
  private var known: [Key: Known] = [:]
  /// The slots met so far.
  private var slotSets: [LineSlots] = []
  private var trackers = TrackerStore()
  private var successions = TrackerCache<[Succession]>()
  private var runs = TrackerCache<RunLimit>()
  private var totals = TrackerCache<TotalLimit>()
  private var totalPrices = TrackerCache<TotalPrice>()
  private var periods = TrackerCache<PeriodLimit>()

  /// A compiler for a problem's people.
  public init(_ problem: RosterProblem, limits: Limits = Limits()) {
    self.problem = problem
    self.limits = limits
    blocks = BlockRulesCompiler(problem)
  }

  /// The line optimiser of a person.
  public mutating func optimizer(ofPerson person: Int) -> LineOptimizer {
    optimizer(for: problem.lines[person], id: person)
  }

  /// The line optimiser of some rules over the problem's options.
  public mutating func optimizer(for rules: LineRules) -> LineOptimizer {
    optimizer(for: rules, id: 0)
  }

  private mutating func optimizer(for rules: LineRules, id: Int) -> LineOptimizer {
    if limits.usesBlocks, let block = blocks.compile(rules) {
      var optimizer = LineOptimizer(blocks: block, limits: limits, id: id)
      var workspace = LineWorkspace()
      let free = [Double](repeating: 0, count: problem.options.count)
      optimizer.hasLines = optimizer.solve(optionPrices: free, workspace: &workspace) != nil
      // Where only multipliers found nothing, the automaton has the last word.
      if optimizer.hasLines || workspace.lowerBound == .infinity { return optimizer }
    }
    let slots = LineSlots(rules)
    let slotSet = slotSets.firstIndex(of: slots) ?? slotSets.count
    if slotSet == slotSets.count { slotSets.append(slots) }
    let profiles = successions.tracker(rules.successions, slotSet: slotSet, &trackers) {
      LayeredTracker($0, slots: slots, problem: problem)
    }
    var core = rules.runs.map { run in
      runs.tracker(run, slotSet: slotSet, &trackers) { LayeredTracker($0, slots: slots) }
    }
    var sides: [Int] = []
    for period in rules.periods {
      let tracker = periods.tracker(period, slotSet: slotSet, &trackers) {
        LayeredTracker($0, slots: slots)
      }
      if period.prices.isEmpty { core.append(tracker) } else { sides.append(tracker) }
    }
    core += rules.totals.map { total in
      totals.tracker(total, slotSet: slotSet, &trackers) { LayeredTracker($0, slots: slots) }
    }
    sides += rules.totalPrices.map { price in
      totalPrices.tracker(price, slotSet: slotSet, &trackers) {
        LayeredTracker($0, slots: slots)
      }
    }
    let startCost = (core + sides).reduce(0) { $0 + trackers[$1].startCost }
    core.removeAll { trackers[$0].isTrivial }
    sides.removeAll { trackers[$0].isTrivial }
    let key = Key(
      slots: slotSet, profiles: profiles, core: core, sides: sides, startCost: startCost)
    if let known = known[key] {
      return LineOptimizer(
        automaton: known.automaton, rules: rules, id: id, hasLines: known.hasLines)
    }
    let automaton = compile(
      core: core.map { trackers[$0] }, sides: sides.map { trackers[$0] },
      profiles: trackers[profiles], slots: slots, startCost: startCost)
    var optimizer = LineOptimizer(
      automaton: automaton, rules: rules, id: id, hasLines: automaton.isAlive)
    if automaton.isAlive {
      var workspace = LineWorkspace()
      let free = [Double](repeating: 0, count: problem.options.count)
      // A search that ran out of room proves nothing.
      optimizer.hasLines =
        optimizer.solve(optionPrices: free, workspace: &workspace) != nil
        || workspace.lowerBound < .infinity
    }
    known[key] = Known(automaton: automaton, hasLines: optimizer.hasLines)
    return optimizer
  }

  /// Everything in one automaton if it is small; otherwise what prices counts
  /// goes to the sides, and if that is not enough the largest limits too.
  private func compile(
    core: [LayeredTracker], sides: [LayeredTracker], profiles: LayeredTracker, slots: LineSlots,
    startCost: Double
  ) -> LineAutomaton {
    if profiles.isDead || (core + sides).contains(where: \.isDead) {
      var parts = LineAutomatonParts()
      parts.isAlive = false
      return LineAutomaton(parts)
    }
    if let rest = TrackerProduct(core + sides, slots: slots, stepLimit: limits.completeSteps) {
      return LineAutomaton(
        rest: rest, profiles: profiles, sides: [], sideAutomata: [], slots: slots,
        startCost: startCost)
    }
    var core = core
    var sides = sides
    while true {
      if let rest = TrackerProduct(core, slots: slots, stepLimit: limits.coreSteps) {
        let products = sideProducts(sides, slots: slots)
        return LineAutomaton(
          rest: rest, profiles: profiles, sides: products.map(\.product),
          sideAutomata: products.map { SideAutomaton($0.product, trackers: $0.trackers) },
          slots: slots, startCost: startCost)
      }
      guard
        let largest = core.indices.max(by: { core[$0].stepCount < core[$1].stepCount })
      else {
        // Unreachable: the product of nothing has one state a layer.
        return LineAutomaton(LineAutomatonParts())
      }
      sides.append(core.remove(at: largest))
    }
  }

  private struct Side {
    var product: TrackerProduct
    var trackers: [LayeredTracker]
  }

  /// As few side automata as the limit allows; each tracker fits alone.
  private func sideProducts(_ trackers: [LayeredTracker], slots: LineSlots) -> [Side] {
    var sides: [Side] = []
    for tracker in trackers.sorted(by: { $0.stepCount < $1.stepCount }) {
      if let last = sides.last {
        let together = last.trackers + [tracker]
        if let product = TrackerProduct(together, slots: slots, stepLimit: limits.sideSteps) {
          sides[sides.count - 1] = Side(product: product, trackers: together)
          continue
        }
      }
      if let product = TrackerProduct([tracker], slots: slots, stepLimit: .max) {
        sides.append(Side(product: product, trackers: [tracker]))
      }
    }
    return sides
  }
}

/// Trackers that behave alike have one number, whatever primitive they are from.
private struct TrackerStore {
  private struct Key: Hashable {
    var next: [[Int32]]
    var cost: [[Double]]
    var letterOfSlot: [Int32]
    var letterOfDayOff: [Int32]
    var startCost: Double
  }

  private var numbers: [Key: Int] = [:]
  private var trackers: [LayeredTracker] = []

  subscript(number: Int) -> LayeredTracker { trackers[number] }

  mutating func number(of tracker: LayeredTracker) -> Int {
    let key = Key(
      next: tracker.next, cost: tracker.cost, letterOfSlot: tracker.letterOfSlot,
      letterOfDayOff: tracker.letterOfDayOff, startCost: tracker.startCost)
    if let known = numbers[key] { return known }
    numbers[key] = trackers.count
    trackers.append(tracker)
    return trackers.count - 1
  }
}

/// Trackers made before, found again by their primitive: most of a team's
/// rules are the same for everybody.
///
/// Compared by equality, not by hash: arrays that share their storage are equal
/// at a glance, and different ones mostly differ early.
private struct TrackerCache<Primitive: Equatable> {
  private struct Entry {
    var primitive: Primitive
    var slotSet: Int
    var number: Int
  }

  private static var limit: Int { 256 }
  private var entries: [Entry] = []

  mutating func tracker(
    _ primitive: Primitive, slotSet: Int, _ store: inout TrackerStore,
    make: (Primitive) -> LayeredTracker
  ) -> Int {
    if let entry = entries.last(where: { $0.slotSet == slotSet && $0.primitive == primitive }) {
      return entry.number
    }
    let number = store.number(of: make(primitive))
    if entries.count == Self.limit { entries.removeFirst(Self.limit / 2) }
    entries.append(Entry(primitive: primitive, slotSet: slotSet, number: number))
    return number
  }
}
