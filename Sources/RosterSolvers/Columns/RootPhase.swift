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
    static let longAscent = 0.2
    static let priceDive = 0.2
    static let longPriceDive = 0.5
    static let generation = 0.6
    static let dive = 0.8
  }

  /// Seconds that prices get at the least, up to a third of the time.
  private static let leastAscent = 1.0

  /// Cover rows up to which the simplex method pays off on long horizons.
  private static let rowLimit = 400
  /// Days up to which it pays off whatever the rows.
  private static let shortHorizon = 35

  /// The distance of bound and value, as a share of the value, from which the
  /// prices are good enough to dive from.
  private static let nearShare = 0.1

  /// Whether the linear program of the whole is solved by the simplex method;
  /// otherwise the volume algorithm alone prices it and dives.
  private var usesSimplex: Bool {
    let problem = incumbent.roster.problem
    return problem.dayCount <= Self.shortHorizon || problem.rows.count <= Self.rowLimit
  }

  /// Proves a bound and offers a roster.
  func run(session: any WarmSession, clock: inout ColumnClock) throws(SessionFailure) {
    let generator = try ColumnGenerator(
      ColumnTask(incumbent.roster), session: session, threadCount: threadCount)
    var ascent = VolumeAscent(
      generator.pricer, startingAt: Array(repeating: 0, count: generator.layout.rowCount))
    if !usesSimplex { ascent.begin(with: incumbent.value.lines, maker: generator.maker) }
    var part = clock.part(
      endingAt: usesSimplex ? End.ascent : End.longAscent, atLeast: Self.leastAscent)
    let hasLines = ascent.climb(
      2_000, keepingLast: 20, target: incumbent.value.cost, maker: generator.maker, clock: &part,
      improved: { incumbent.raise(bound: $0, phase: "price ascent") })
    clock.add(part)
    guard hasLines, !incumbent.isClose, clock.stopped == nil else { return }
    if !usesSimplex || isNear(ascent.bestBound) {
      part = clock.part(
        endingAt: usesSimplex ? End.priceDive : End.longPriceDive, atLeast: 2 * Self.leastAscent)
      divePrices(from: ascent, generator.maker, clock: &part)
      clock.add(part)
    }
    if usesSimplex { try diveWithSimplex(generator, from: ascent, clock: &clock) }
  }

  /// True if a bound says that its prices are good ones.
  private func isNear(_ bound: Double) -> Bool {
    let cost = incumbent.value.cost
    return cost - bound <= Self.nearShare * abs(cost)
  }

  /// Dives from the ascent's average without a linear program.
  private func divePrices(
    from ascent: VolumeAscent, _ maker: ColumnMaker, clock: inout ColumnClock
  ) {
    var ascent = ascent
    var dive = VolumeDive()
    dive.partLength = partLength
    if usesSimplex {
      // Short lines are cheap to price: smaller steps, more of them.
      dive.share = 0.03
      dive.steps = 20
    }
    let found = dive.run(&ascent, maker: maker, target: incumbent.value.cost, clock: &clock)
    if let found { offer(found, clock: &clock) }
  }

  /// Solves the linear program and dives from it.
  private func diveWithSimplex(
    _ generator: ColumnGenerator, from ascent: VolumeAscent, clock: inout ColumnClock
  ) throws(SessionFailure) {
    generator.adopt(bound: ascent.bestBound, prices: ascent.bestPrices)
    // From the roster's own lines alone a feasible basis is soon found.
    try generator.add(incumbent.value.lines)
    _ = try generator.master.solve(.primal, clock: clock.part(endingAt: End.generation))
    _ = try generator.master.add(ascent.lines)
    var end = ColumnGenerator.End.stopped
    var part = clock.part(endingAt: End.generation)
    while end == .stopped, part.stopped == nil, !incumbent.isClose {
      end = try generator.generate(roundLimit: 1, gap: 1e-6, clock: &part)
      incumbent.raise(bound: generator.bound, phase: "column generation")
    }
    clock.add(part)
    guard end != .noLine, !incumbent.isClose, clock.stopped == nil else { return }
    part = clock.part(endingAt: End.dive)
    var dive = Dive()
    dive.partLength = partLength
    if let found = try dive.run(generator, clock: &part) {
      offer(found, clock: &part)
    }
    clock.add(part)
  }

  /// Days of the parts that dives fix.
  private var partLength: Int { max(1, min(7, incumbent.roster.problem.dayCount / 2)) }

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
