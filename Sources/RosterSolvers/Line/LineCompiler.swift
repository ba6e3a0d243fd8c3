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

  private let problem: RosterProblem
  private let stepLimit: Int
  private var known: [Key: Known] = [:]

  /// A compiler for a problem's people.
  ///
  /// - Parameter stepLimit: The most steps of an automaton before it is
  ///   reduced.
  public init(_ problem: RosterProblem, stepLimit: Int = 2_000_000) {
    self.problem = problem
    self.stepLimit = stepLimit
  }

  /// The line optimiser of a person.
  public mutating func optimizer(ofPerson person: Int) -> LineOptimizer {
    optimizer(for: problem.lines[person])
  }

  /// The line optimiser of some rules over the problem's options.
  public mutating func optimizer(for rules: LineRules) -> LineOptimizer {
    let slots = LineSlots(rules)
    let profiles = LayeredTracker(rules.successions, slots: slots, problem: problem)
    var trackers: [LayeredTracker] = []
    for run in rules.runs { trackers.append(LayeredTracker(run, slots: slots)) }
    for period in rules.periods { trackers.append(LayeredTracker(period, slots: slots)) }
    for total in rules.totals { trackers.append(LayeredTracker(total, slots: slots)) }
    for price in rules.totalPrices { trackers.append(LayeredTracker(price, slots: slots)) }
    let startCost = trackers.reduce(0) { $0 + $1.startCost }
    trackers.removeAll { $0.isTrivial }
    let key = Key(
      options: slots.options, starts: slots.starts, mayBeOff: slots.mayBeOff,
      trackers: (trackers + [profiles]).map {
        TrackerKey(
          next: $0.next, cost: $0.cost, letterOfSlot: $0.letterOfSlot,
          letterOfDayOff: $0.letterOfDayOff, startCost: startCost)
      })
    if let known = known[key] {
      return LineOptimizer(automaton: known.automaton, rules: rules, hasLines: known.hasLines)
    }
    let automaton = Self.compile(
      trackers, profiles: profiles, slots: slots, startCost: startCost, stepLimit: stepLimit)
    var optimizer = LineOptimizer(automaton: automaton, rules: rules, hasLines: automaton.isAlive)
    if automaton.isAlive {
      var workspace = LineWorkspace()
      let free = [Double](repeating: 0, count: problem.options.count)
      optimizer.hasLines = optimizer.solve(optionPrices: free, workspace: &workspace) != nil
    }
    known[key] = Known(automaton: automaton, hasLines: optimizer.hasLines)
    return optimizer
  }

  private static func compile(
    _ trackers: [LayeredTracker], profiles: LayeredTracker, slots: LineSlots, startCost: Double,
    stepLimit: Int
  ) -> LineAutomaton {
    if trackers.contains(where: \.isDead) {
      var parts = LineAutomatonParts()
      parts.isAlive = false
      return LineAutomaton(parts)
    }
    guard let rest = TrackerProduct(trackers, slots: slots, stepLimit: stepLimit) else {
      var parts = LineAutomatonParts()
      parts.isAlive = false
      return LineAutomaton(parts)
    }
    return LineAutomaton(
      rest: rest, profiles: profiles, slots: slots, startCost: startCost, isComplete: true)
  }
}
