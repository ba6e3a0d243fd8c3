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
    static let generation = 0.45
  }

  /// The share of the time left that brief branching gets, and the seconds that
  /// it gets at the least, up to half of it.
  private static let briefShare = 0.05
  private static let briefSeconds = 1.0

  /// Cover rows up to which the simplex method pays off where lines are not
  /// short.
  private static let rowLimit = 400

  /// True if the rows are few enough for the simplex method, however near the
  /// prices come without it.
  static func hasFewRows(_ problem: RosterProblem) -> Bool { problem.rows.count <= rowLimit }

  /// The distance of bound and value, as a share of the value, that may be left
  /// only because prices come to the linear program's bound from below.
  private static let digitShare = 1e-5

  private var hasFewRows: Bool { Self.hasFewRows(incumbent.roster.problem) }

  /// Whether the linear program of the whole may be solved by the simplex
  /// method; otherwise it is priced and dived from without one.
  private var mayUseSimplex: Bool { incumbent.roster.hasShortLines || hasFewRows }

  /// Prices lines, and dives from the prices if they are good ones.
  ///
  /// - Returns: The prices; nil if there is nothing to go on for.
  @discardableResult
  func price(clock: inout ColumnClock) -> PricedRoot? {
    let root = PriceRoot(incumbent, threadCount: threadCount)
    var part = clock.part(
      endingAt: mayUseSimplex ? End.ascent : End.longAscent, atLeast: PriceRoot.leastAscent)
    let begin = clock.seconds
    let ascent = root.climb(clock: &part)
    let stepEffort = root.stepEffort(work: part.work, seconds: clock.seconds - begin)
    clock.add(part)
    guard let ascent, !incumbent.isClose, clock.stopped == nil else { return nil }
    parts.start.set(root.poolPrices(of: ascent))
    // Where the simplex method does not follow, parts are the only other way.
    let hasGoodPrices =
      !mayUseSimplex || ascent.hasConverged || root.isNear(ascent.bestBound)
    if hasGoodPrices {
      part = clock.part(
        endingAt: mayUseSimplex ? End.priceDive : End.longPriceDive,
        atLeast: 2 * PriceRoot.leastAscent)
      if let dive = dive(root, stepEffort: stepEffort, clock: part) {
        root.dive(from: ascent, dive, count: root.firstDiveCount, clock: &part)
        clock.add(part)
      }
    }
    return PricedRoot(root: root, ascent: ascent)
  }

  /// Whether the simplex method is worth its time after lines were priced:
  /// where they came to the linear program's bound, it only pays off if the
  /// rows are few.
  func usesSimplex(after prices: PricedRoot) -> Bool {
    mayUseSimplex && (hasFewRows || !prices.ascent.hasConverged)
  }

  /// True if only the last digits are missing to a proof: the simplex method
  /// gives those, prices merely come near them.
  func isNearlyProven(after prices: PricedRoot) -> Bool {
    mayUseSimplex
      && incumbent.bound.map { prices.root.isNear($0, share: Self.digitShare) } ?? false
  }

  /// Raises the bound beyond the linear program's.
  ///
  /// - Returns: Further dives from the prices.
  func branch(from prices: PricedRoot, clock: inout ColumnClock) -> PriceDives? {
    guard mayUseSimplex else { return nil }
    let node = prices.root.branch(from: prices.ascent, clock: &clock)
    return PriceDives(prices, node: node, dive: prices.root.shortDive, parts: parts)
  }

  /// Looks whether branching proves the best roster at once, before the simplex
  /// method: on a small roster it does.
  func branchBriefly(from prices: PricedRoot, clock: inout ColumnClock) {
    guard clock.limit != nil else { return }
    let seconds = max(
      Self.briefShare * clock.secondsLeft, min(Self.briefSeconds, clock.secondsLeft / 2))
    prices.root.branch(from: prices.ascent, seconds: seconds, clock: &clock)
  }

  /// Proves a bound and offers a roster by the simplex method.
  ///
  /// - Returns: Dives from the linear program; nil where it is not solved.
  func run(
    session: any WarmSession, from prices: PricedRoot, clock: inout ColumnClock
  ) throws(SessionFailure) -> RootDives? {
    let generator = try ColumnGenerator(
      ColumnTask(incumbent.roster), session: session, threadCount: threadCount)
    guard try solve(generator, from: prices.ascent, clock: &clock) else { return nil }
    return RootDives(prices.root, generator: generator, parts: parts)
  }

  /// The dive from prices; where the simplex method follows, whatever there is
  /// time for.
  private func dive(
    _ root: PriceRoot, stepEffort: Double, clock: ColumnClock
  ) -> PriceDive? {
    mayUseSimplex ? root.shortDive : root.dive(lasting: clock, stepEffort: stepEffort)
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
