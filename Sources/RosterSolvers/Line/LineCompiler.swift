import Rostering

/// Compiles people's rules into line optimisers, sharing automata between
/// people whose rules mean the same.
public struct LineCompiler {
  /// What decides an automaton: the slots and what each tracker makes of them.
  private struct Key: Hashable {
    var options: [Int]
    var starts: [Int]
    var mayBeOff: [Bool]
    var trackers: [TrackerKey]
  }

  private struct TrackerKey: Hashable {
    var next: [[Int32]]
    var cost: [[Double]]
    var letterOfSlot: [Int32]
    var letterOfDayOff: [Int32]
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

    /// Limits, in steps before merging.
    public init(completeSteps: Int = 1_500, coreSteps: Int = 200_000, sideSteps: Int = 20_000) {
      self.completeSteps = completeSteps
      self.coreSteps = coreSteps
      self.sideSteps = sideSteps
    }
  }

  private let problem: RosterProblem
  private let limits: Limits
  private var known: [Key: Known] = [:]

  /// A compiler for a problem's people.
  public init(_ problem: RosterProblem, limits: Limits = Limits()) {
    self.problem = problem
    self.limits = limits
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
    let slots = LineSlots(rules)
    let profiles = LayeredTracker(rules.successions, slots: slots, problem: problem)
    var core = rules.runs.map { LayeredTracker($0, slots: slots) }
    var sides: [LayeredTracker] = []
    for period in rules.periods {
      let tracker = LayeredTracker(period, slots: slots)
      if period.prices.isEmpty { core.append(tracker) } else { sides.append(tracker) }
    }
    core += rules.totals.map { LayeredTracker($0, slots: slots) }
    sides += rules.totalPrices.map { LayeredTracker($0, slots: slots) }
    let startCost = (core + sides).reduce(0) { $0 + $1.startCost }
    core.removeAll(where: \.isTrivial)
    sides.removeAll(where: \.isTrivial)
    let key = Key(
      options: slots.options, starts: slots.starts, mayBeOff: slots.mayBeOff,
      trackers: ([profiles] + core + sides).map {
        TrackerKey(
          next: $0.next, cost: $0.cost, letterOfSlot: $0.letterOfSlot,
          letterOfDayOff: $0.letterOfDayOff, startCost: startCost)
      })
    if let known = known[key] {
      return LineOptimizer(
        automaton: known.automaton, rules: rules, id: id, hasLines: known.hasLines)
    }
    let automaton = compile(
      core: core, sides: sides, profiles: profiles, slots: slots, startCost: startCost)
    var optimizer = LineOptimizer(
      automaton: automaton, rules: rules, id: id, hasLines: automaton.isAlive)
    if automaton.isAlive {
      var workspace = LineWorkspace()
      let free = [Double](repeating: 0, count: problem.options.count)
      optimizer.hasLines = optimizer.solve(optionPrices: free, workspace: &workspace) != nil
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
