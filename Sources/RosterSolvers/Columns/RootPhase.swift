import LinearModel
import Rostering

/// Column generation over the whole roster: the proven bound, and a dive from
/// it.
struct RootPhase {
  let incumbent: Incumbent
  let threadCount: Int

  /// Shares of the time limit after which each step has to end.
  private enum End {
    static let ascent = 0.1
    static let generation = 0.6
    static let dive = 0.8
  }

  /// Cover rows up to which the root program pays off on long horizons.
  private static let rowLimit = 700
  /// Days up to which it pays off whatever the rows.
  private static let shortHorizon = 35

  /// Whether the root program can be expected to be solved.
  private var isSolvable: Bool {
    let problem = incumbent.roster.problem
    return problem.dayCount <= Self.shortHorizon || problem.rows.count <= Self.rowLimit
  }

  /// Proves a bound and offers a roster.
  func run(session: any WarmSession, clock: inout ColumnClock) throws(SessionFailure) {
    let generator = try ColumnGenerator(
      ColumnTask(incumbent.roster), session: session, threadCount: threadCount)
    var ascent = VolumeAscent(
      generator.pricer, startingAt: Array(repeating: 0, count: generator.layout.rowCount))
    var part = clock.part(endingAt: End.ascent)
    let hasLines = ascent.climb(
      2_000, keepingLast: 20, target: incumbent.value.cost, maker: generator.maker, clock: &part,
      improved: { incumbent.raise(bound: $0, phase: "price ascent") })
    clock.add(part)
    guard hasLines, isSolvable, !incumbent.isClose, clock.stopped == nil else { return }
    generator.adopt(bound: ascent.bestBound, prices: ascent.bestPrices)
    // From the roster's own lines alone a feasible basis is soon found.
    try generator.add(incumbent.value.lines)
    _ = try generator.master.solve(.primal, clock: clock.part(endingAt: End.generation))
    _ = try generator.master.add(ascent.lines)
    var end = ColumnGenerator.End.stopped
    part = clock.part(endingAt: End.generation)
    while end == .stopped, part.stopped == nil, !incumbent.isClose {
      end = try generator.generate(roundLimit: 1, gap: 1e-6, clock: &part)
      incumbent.raise(bound: generator.bound, phase: "column generation")
    }
    clock.add(part)
    guard end != .noLine, !incumbent.isClose, clock.stopped == nil else { return }
    part = clock.part(endingAt: End.dive)
    var dive = Dive()
    dive.partLength = max(1, min(7, incumbent.roster.problem.dayCount / 2))
    if let found = try dive.run(generator, clock: &part) {
      offer(found, clock: &part)
    }
    clock.add(part)
  }

  /// Polishes a roster by best responses and offers it.
  private func offer(_ lines: [Line], clock: inout ColumnClock) {
    guard incumbent.roster.isFeasible(lines) else { return }
    var draft = RosterDraft(incumbent.roster, lines: lines)
    var work = WorkClock(
      SolverLimits(seconds: clock.secondsLeft.isFinite ? max(0, clock.secondsLeft) : nil),
      isCancelled: { [cancellation = clock.cancellation] in cancellation.isCancelled })
    _ = GreedySolver.polish(&draft, roundLimit: 10, clock: &work) { _, _ in }
    incumbent.offer(draft.lines, phase: "dive")
  }
}
