import LinearModel
import Rostering

/// One thread's large-neighbourhood search: opens a part of the best roster,
/// generates columns for it, and dives to a roster if the part's bound leaves
/// room for a better one.
struct NeighbourhoodSearch {
  /// Seconds that a part should take.
  static let aimedSeconds = 0.8
  /// The most seconds of a part, and the most line optimisations for each of
  /// its people.
  static let longestSeconds = 4.0
  static let longestWork = 150
  /// How warm the annealing of best responses is.
  static let warmth = 0.3

  let incumbent: Incumbent
  let sessions: any WarmSessionProvider
  private var neighbourhoods: Neighbourhoods
  private var draft: RosterDraft
  private var island: SearchIsland

  init(_ incumbent: Incumbent, sessions: any WarmSessionProvider, seed: UInt64) {
    self.incumbent = incumbent
    self.sessions = sessions
    neighbourhoods = Neighbourhoods(incumbent.roster, seed: seed)
    draft = RosterDraft(incumbent.roster)
    island = SearchIsland(
      RosterDraft(incumbent.roster, lines: incumbent.value.lines), seed: seed ^ 0x5EED)
  }

  /// What a part came to.
  struct Result {
    /// The whole roster with the part's new lines; nil if nothing was gained.
    var lines: [Line]?
    var clock: ColumnClock
  }

  /// Opens the next part and looks for a cheaper roster in it.
  ///
  /// - Parameters:
  ///   - value: The roster to start from.
  ///   - isTimed: Whether sizes follow seconds, or line optimisations.
  mutating func step(
    from value: Incumbent.Value, clock: ColumnClock, isTimed: Bool
  ) throws -> Result {
    let begin = clock.seconds
    let task = neighbourhoods.next(
      lines: value.lines, coverCost: incumbent.roster.coverCostOfDays(value.lines))
    guard let task else { return respond(from: value, clock: clock, isTimed: isTimed) }
    var clock =
      isTimed
      ? clock.part(seconds: Self.longestSeconds)
      : clock.part(work: Self.longestWork * task.people.count)
    var found = try sessions.withSession { session in
      try betterPart(from: value, task: task, session: session, clock: &clock)
    }
    var gain = 0.0
    if let lines = found {
      let polished = polish(lines, task: task, clock: &clock)
      gain = value.cost - incumbent.roster.cost(of: polished)
      found = gain > 1e-9 * max(1, value.cost.magnitude) ? polished : nil
    }
    let isCut = clock.stopped != nil
    if isTimed {
      neighbourhoods.learn(
        gain: max(0, gain), effort: clock.seconds - begin, aim: Self.aimedSeconds, isCut: isCut)
    } else {
      neighbourhoods.learn(
        gain: max(0, gain), effort: Double(clock.work),
        aim: Double(Self.longestWork * task.people.count) / 3, isCut: isCut)
    }
    return Result(lines: found, clock: clock)
  }

  /// Ruins and recreates lines for a while.
  private mutating func respond(
    from value: Incumbent.Value, clock: ColumnClock, isTimed: Bool
  ) -> Result {
    let begin = clock.seconds
    var clock = clock
    island.adopt(value.lines, cost: value.cost)
    let workLimit = min(clock.workLeft ?? .max, Self.longestWork * 4)
    var work = WorkClock(
      SolverLimits(
        seconds: isTimed ? min(Self.aimedSeconds, clock.secondsLeft) : nil,
        workLimit: isTimed ? nil : workLimit),
      isCancelled: { [cancellation = clock.cancellation] in cancellation.isCancelled })
    island.run(clock: &work, warmth: { _ in Self.warmth }, improved: { _ in })
    let gain = value.cost - island.bestCost
    if !isTimed { clock.spend(workLimit) }
    neighbourhoods.learn(
      gain: max(0, gain),
      effort: isTimed ? clock.seconds - begin : Double(workLimit), aim: .infinity, isCut: false)
    let isBetter = gain > 1e-9 * max(1, value.cost.magnitude)
    return Result(lines: isBetter ? island.bestLines : nil, clock: clock)
  }

  /// A cheaper roster that differs in the task only; nil if there is none or
  /// none was found.
  private func betterPart(
    from value: Incumbent.Value, task: ColumnTask, session: any WarmSession,
    clock: inout ColumnClock
  ) throws(SessionFailure) -> [Line]? {
    let generator = try ColumnGenerator(task, session: session, threadCount: 1)
    let own = task.people.map { value.lines[$0] }
    try generator.add(own)
    let present = generator.cost(of: own)
    let cutoff = present - incumbent.leastGain(from: value.cost)
    var ascent = PriceAscent(
      generator.pricer, startingAt: Array(repeating: 0, count: generator.layout.rowCount))
    guard
      ascent.climb(
        24, keepingLast: 8, target: present, maker: generator.maker, clock: &clock,
        improved: { _ in })
    else { return nil }
    if ascent.bestBound > cutoff { return nil }
    generator.adopt(bound: ascent.bestBound, prices: ascent.bestPrices)
    // From the present lines alone a feasible basis is soon found.
    _ = try generator.master.solve(.primal, clock: clock)
    _ = try generator.master.add(ascent.lines)
    let end = try generator.generate(gap: 1e-5, cutoff: cutoff, clock: &clock)
    guard end != .noLine, generator.bound <= cutoff, clock.stopped == nil else { return nil }
    var dive = Dive()
    dive.partLength = max(1, min(7, task.spans.map(\.count).max() ?? 1))
    dive.share = 0.15
    dive.roundLimit = 3
    dive.cutoff = cutoff
    guard let lines = try dive.run(generator, clock: &clock) else { return nil }
    var candidate = value.lines
    for (index, person) in task.people.enumerated() { candidate[person] = lines[index] }
    return candidate
  }

  /// Best responses of the task's people until nothing is gained.
  private mutating func polish(
    _ lines: [Line], task: ColumnTask, clock: inout ColumnClock
  ) -> [Line] {
    draft.replace(by: lines)
    var quiet = 0
    for _ in 0..<3 {
      for person in task.people {
        if quiet >= task.people.count || clock.stopped != nil { return draft.lines }
        clock.spend(1)
        var isBetter = false
        for span in task.spans where GreedySolver.respond(&draft, person: person, days: span) {
          isBetter = true
        }
        quiet = isBetter ? 0 : quiet + 1
      }
    }
    return draft.lines
  }
}
