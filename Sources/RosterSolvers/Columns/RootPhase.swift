import LinearModel
import Rostering

/// Column generation over the whole roster: the proven bound, and what dives
/// start from.
struct RootPhase {
  let incumbent: Incumbent
  /// Mends what dives come to.
  let parts: any PartSolver
  var threadCount: Int

  /// Shares of the time limit after which each step has to end.
  private enum End {
    static let ascent = 0.15
    static let longAscent = 0.3
    static let priceDive = 0.25
    static let longPriceDive = 0.65
    static let generation = 0.6
  }

  /// Cover rows up to which the simplex method pays off where lines are not
  /// short.
  private static let rowLimit = 400

  /// How near the bound has to be on long horizons to dive from its prices,
  /// where the only other way is to search parts.
  private static let longNearShare = 0.5

  /// Whether the linear program of the whole is solved by the simplex method;
  /// otherwise it is priced and dived from without one.
  var usesSimplex: Bool {
    let roster = incumbent.roster
    return roster.hasShortLines || roster.problem.rows.count <= Self.rowLimit
  }

  /// Whether all threads do best to price lines before parts are searched:
  /// what the dive comes to replaces whatever parts would have gained.
  var comesFirst: Bool { !usesSimplex && incumbent.roster.hasLongLines }

  /// Proves a bound and offers a roster by the simplex method.
  ///
  /// - Returns: Dives from the linear program; nil where it is not solved.
  func run(
    session: any WarmSession, clock: inout ColumnClock
  ) throws(SessionFailure) -> RootDives? {
    let generator = try ColumnGenerator(
      ColumnTask(incumbent.roster), session: session, threadCount: threadCount)
    let root = PriceRoot(incumbent, pricer: generator.pricer, maker: generator.maker)
    guard let ascent = price(root, clock: &clock),
      try solve(generator, from: ascent, clock: &clock)
    else { return nil }
    return RootDives(root, generator: generator, parts: parts)
  }

  /// Proves a bound and offers a roster without the simplex method.
  func price(clock: inout ColumnClock) {
    _ = price(PriceRoot(incumbent, threadCount: threadCount), clock: &clock)
  }

  /// Prices lines and dives from the prices if they are good ones.
  ///
  /// - Returns: The prices; nil if there is nothing to go on for.
  private func price(_ root: PriceRoot, clock: inout ColumnClock) -> ProximalAscent? {
    var part = clock.part(
      endingAt: usesSimplex ? End.ascent : End.longAscent, atLeast: PriceRoot.leastAscent)
    let begin = clock.seconds
    let ascent = root.climb(clock: &part)
    let stepEffort = root.stepEffort(work: part.work, seconds: clock.seconds - begin)
    clock.add(part)
    guard let ascent, !incumbent.isClose, clock.stopped == nil else { return nil }
    let hasGoodPrices =
      ascent.hasConverged
      || (usesSimplex
        ? root.isNear(ascent.bestBound)
        : root.isNear(ascent.bestBound, share: Self.longNearShare))
    if hasGoodPrices {
      part = clock.part(
        endingAt: usesSimplex ? End.priceDive : End.longPriceDive,
        atLeast: 2 * PriceRoot.leastAscent)
      if let dive = dive(root, stepEffort: stepEffort, clock: part) {
        root.dive(from: ascent, dive, clock: &part)
        clock.add(part)
      }
    }
    return ascent
  }

  /// The dive from prices; where the simplex method follows, whatever there is
  /// time for.
  private func dive(
    _ root: PriceRoot, stepEffort: Double, clock: ColumnClock
  ) -> PriceDive? {
    guard usesSimplex else { return root.dive(lasting: clock, stepEffort: stepEffort) }
    var dive = PriceDive()
    dive.partLength = root.partLength
    // Short lines are cheap to price: smaller steps.
    dive.share = 0.03
    return dive
  }

  /// Solves the linear program.
  ///
  /// - Returns: False if there is nothing to dive from.
  private func solve(
    _ generator: ColumnGenerator, from ascent: ProximalAscent, clock: inout ColumnClock
  ) throws(SessionFailure) -> Bool {
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
    return end != .noLine && !incumbent.isClose && clock.stopped == nil
  }
}
