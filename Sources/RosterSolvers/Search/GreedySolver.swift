import Rostering

/// Builds a roster line by line and polishes it: always an answer, in well
/// under a second for 120 people.
///
/// Everybody gets the cheapest line against the cover so far, in the order of
/// what they gain for an empty roster; then everybody in turn is taken out and
/// put back with the cheapest line, until nothing is gained any more.
public struct GreedySolver: RosterSolver {
  public let name = "greedy"
  public let needs: Set<SolverNeed> = []
  /// The most rounds of polishing.
  public let roundLimit: Int

  /// A greedy solver.
  public init(roundLimit: Int = 20) { self.roundLimit = max(0, roundLimit) }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    var clock = WorkClock(limits, isCancelled: isCancelled)
    return solve(roster, start: start, clock: &clock, progress: progress)
  }

  /// The same, counting on a clock that goes on afterwards.
  func solve(
    _ roster: CompiledRoster, start: [Line]?, clock: inout WorkClock,
    progress: SolverProgressHandler?
  ) -> SolverOutcome {
    guard roster.peopleWithoutLine.isEmpty else { return roster.infeasibleOutcome(solver: name) }
    guard var draft = Self.first(roster, start: start, clock: &clock) else {
      return roster.notFoundOutcome(solver: name)
    }
    progress?(SolverProgress(cost: draft.cost, seconds: clock.seconds, phase: "construction"))
    let isConverged = Self.polish(&draft, roundLimit: roundLimit, clock: &clock) { cost, seconds in
      progress?(SolverProgress(cost: cost, seconds: seconds, phase: "polishing"))
    }
    return roster.outcome(
      lines: draft.lines, reason: isConverged ? .finished : clock.stopped ?? .finished,
      solver: name)
  }

  /// The roster to start from if it is feasible, else a constructed one; nil if
  /// somebody's line is not found.
  static func first(
    _ roster: CompiledRoster, start: [Line]?, clock: inout WorkClock
  ) -> RosterDraft? {
    if let start, roster.isFeasible(start) { return RosterDraft(roster, lines: start) }
    let draft = construct(roster, clock: &clock)
    return roster.isFeasible(draft.lines) ? draft : nil
  }

  /// A first roster. Work is counted, but no limit leaves somebody without a
  /// line. It is feasible unless somebody's line is not found.
  private static func construct(_ roster: CompiledRoster, clock: inout WorkClock) -> RosterDraft {
    var draft = RosterDraft(roster)
    var gains: [(person: Int, gain: Double)] = []
    // Where lines are dear to find, the order matters little.
    let isLong = roster.hasLongLines
    for person in 0..<roster.problem.personCount {
      if isLong {
        gains.append((person, 0))
        continue
      }
      let alone = draft.bestLine(person: person) { _ in 0 }
      let against = draft.bestLine(person: person)
      _ = clock.spend()
      gains.append((person, (alone?.cost ?? 0) - (against?.cost ?? 0)))
    }
    gains.sort { $0.gain == $1.gain ? $0.person < $1.person : $0.gain > $1.gain }
    for (person, _) in gains {
      _ = clock.spend()
      // A search that remembers other prices may miss what one afresh finds.
      guard let best = draft.bestLine(person: person) ?? draft.bestLineAfresh(person: person)
      else { continue }
      draft.put(best.line, ownCost: best.ownCost, person: person)
    }
    return draft
  }

  /// Puts everybody back with the cheapest line until nothing is gained.
  ///
  /// - Parameter improved: Is told cost and seconds after each round that gained.
  /// - Returns: False if a limit ended it.
  static func polish(
    _ draft: inout RosterDraft, roundLimit: Int, clock: inout WorkClock,
    improved: (_ cost: Double, _ seconds: Double) -> Void
  ) -> Bool {
    let people = draft.roster.problem.personCount
    var quiet = 0
    for _ in 0..<roundLimit {
      let before = draft.cost
      for person in 0..<people {
        if quiet >= people { return true }
        guard clock.spend() else { return false }
        quiet = respond(&draft, person: person) ? 0 : quiet + 1
      }
      if draft.cost < before { improved(draft.cost, clock.seconds) }
    }
    return true
  }

  /// Puts one person back with the cheapest line.
  ///
  /// - Parameter pattern: What each day may be, as it is or open; empty for all
  ///   open.
  /// - Returns: True if that gained anything.
  static func respond(
    _ draft: inout RosterDraft, person: Int, pattern: LinePattern = []
  ) -> Bool {
    let openDays = pattern.isEmpty ? nil : pattern.openDays
    if let openDays, openDays.isEmpty { return false }
    let line = draft.lines[person]
    let own = draft.ownCost[person]
    let before = draft.cost
    draft.take(person: person)
    guard let best = draft.bestLine(person: person, pattern: pattern, days: openDays),
      best.cost < draft.costAtLastPrices(line, ownCost: own) - 1e-7
    else {
      draft.put(line, ownCost: own, person: person)
      return false
    }
    draft.put(best.line, ownCost: best.ownCost, person: person)
    // Where work may wait, the prices of a line's shifts promise too much.
    if draft.roster.hasWorkOverTime, draft.cost >= before - 1e-7 {
      draft.take(person: person)
      draft.put(line, ownCost: own, person: person)
      return false
    }
    return true
  }
}
