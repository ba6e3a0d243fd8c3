import LinearModel
import Rostering

/// Looks for a cheaper roster that differs from a given one in a part only.
protocol PartSolver: Sendable {
  /// Seconds that a part should take.
  var aimedSeconds: Double { get }
  /// Prices that parts start from.
  var start: StartPrices { get }

  /// Finds lines for a part.
  ///
  /// - Parameters:
  ///   - value: The roster to better.
  ///   - task: The part.
  ///   - leastGain: What has to be gained.
  ///   - random: Varies what is tried when a part is opened again.
  /// - Returns: A line for each person of the task; nil if nothing can be
  ///   gained or nothing was found. They may cost more than those they replace.
  func lines(
    from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
    random: inout SeededGenerator, clock: inout ColumnClock
  ) throws -> [Line]?
}

/// Parts by column generation, priced by the simplex method.
struct SimplexPartSolver: PartSolver {
  /// Where simplex sessions come from.
  let sessions: any WarmSessionProvider
  let aimedSeconds = 0.8
  let start = StartPrices()

  /// How much more than what it replaces a part's roster may promise to cost, as
  /// a share, before its dive ends.
  private static let nearShare = 0.002
  /// How often the surest parts are not fixed first: whatever is opened again
  /// would come to the same.
  private static let shuffleShare = 0.5

  func lines(
    from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
    random: inout SeededGenerator, clock: inout ColumnClock
  ) throws -> [Line]? {
    do {
      return try sessions.withSession { session in
        try lines(
          from: value, task: task, leastGain: leastGain, random: &random, session: session,
          clock: &clock)
      }
    } catch SessionFailure.gaveUp {
      // One part's program is too hard for its numbers; others need not be.
      return nil
    }
  }

  private func lines(
    from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
    random: inout SeededGenerator, session: any WarmSession, clock: inout ColumnClock
  ) throws(SessionFailure) -> [Line]? {
    let generator = try ColumnGenerator(task, session: session, threadCount: 1)
    let own = task.people.map { value.lines[$0] }
    try generator.add(own)
    let present = generator.maker.cost(of: own)
    let cutoff = present - leastGain
    var ascent = PriceAscent(
      generator.pricer, startingAt: start.prices(in: generator.layout))
    guard
      ascent.climb(
        24, keepingLast: 8, target: present, maker: generator.maker, clock: &clock)
    else { return nil }
    if ascent.bestBound > cutoff { return nil }
    generator.adopt(bound: ascent.bestBound, prices: ascent.bestPrices)
    // From the present lines alone a feasible basis is soon found.
    _ = try generator.master.solve(.primal, clock: clock)
    _ = try generator.master.add(ascent.lines)
    try generator.add(task.knownLines)
    let end = try generator.generate(gap: 1e-5, cutoff: cutoff, clock: &clock)
    guard end != .noLine, generator.bound <= cutoff, clock.stopped == nil else { return nil }
    var dive = Dive()
    dive.partLength = task.partLength
    dive.share = 0.15
    dive.roundLimit = 3
    dive.cutoff = cutoff
    dive.giveUp = present + Self.nearShare * abs(present)
    if random.chance(Self.shuffleShare) {
      dive.shuffle = SeededGenerator(seed: random.next())
    }
    return try dive.run(generator, clock: &clock)
  }
}
