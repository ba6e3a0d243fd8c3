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
    static let priceDive = 0.25
    static let lonePriceDive = 0.5
    static let generation = 0.45
  }

  /// The share of the time left that brief branching gets, and the seconds that
  /// it gets at the least, up to half of it.
  private static let briefShare = 0.05
  private static let briefSeconds = 1.0

  /// Cover rows up to which the simplex method pays off, however near the prices
  /// come without it.
  private static let rowLimit = 400

  /// The distance of bound and value, as a share of the value, that may be left
  /// only because prices come to the linear program's bound from below.
  private static let digitShare = 1e-5

  private var hasFewRows: Bool { incumbent.roster.problem.rows.count <= Self.rowLimit }

  /// What pricing lines came to.
  struct Pricing {
    let prices: PricedRoot
    /// The cheapest roster that dives came to, unless it has become the best or
    /// further dives follow so soon that these help more.
    var other: [Line]?
  }

  /// Prices lines, and dives from the prices if they are good ones.
  ///
  /// - Returns: The prices; nil if there is nothing to go on for.
  func price(clock: inout ColumnClock) -> Pricing? {
    let root = PriceRoot(incumbent, threadCount: threadCount)
    var part = clock.part(endingAt: End.ascent, atLeast: PriceRoot.leastAscent)
    let ascent = root.climb(clock: &part)
    clock.add(part)
    guard let ascent, !incumbent.isClose, clock.stopped == nil else { return nil }
    parts.start.set(root.poolPrices(of: ascent))
    var pricing = Pricing(prices: PricedRoot(root: root, ascent: ascent))
    guard ascent.hasConverged || root.isNear(ascent.bestBound) else { return pricing }
    part = clock.part(
      endingAt: usesSimplex(after: pricing) ? End.priceDive : End.lonePriceDive,
      atLeast: 2 * PriceRoot.leastAscent)
    let other = root.dive(
      from: ascent, root.shortDive, count: root.firstDiveCount, clock: &part)
    if !root.hasShortDives { pricing.other = other }
    clock.add(part)
    return pricing
  }

  /// Whether the simplex method is worth its time after lines were priced:
  /// where they came to the linear program's bound, it only pays off if the
  /// rows are few.
  func usesSimplex(after pricing: Pricing) -> Bool {
    hasFewRows || !pricing.prices.ascent.hasConverged
  }

  /// True if only the last digits are missing to a proof: the simplex method
  /// gives those, prices merely come near them.
  func isNearlyProven(after pricing: Pricing) -> Bool {
    incumbent.bound.map { pricing.prices.root.isNear($0, share: Self.digitShare) } ?? false
  }

  /// Raises the bound beyond the linear program's, and mends what dives came to.
  ///
  /// - Returns: Further dives from the prices.
  func branch(from pricing: Pricing, clock: inout ColumnClock) throws -> PriceDives {
    let prices = pricing.prices
    let node = prices.root.branch(from: prices.ascent, clock: &clock)
    var dives = PriceDives(prices, node: node, dive: prices.root.shortDive, parts: parts)
    if let other = pricing.other { try dives.mend(other, clock: &clock) }
    return dives
  }

  /// Looks whether branching proves the best roster at once, before the simplex
  /// method: on a small roster it does.
  func branchBriefly(from pricing: Pricing, clock: inout ColumnClock) {
    guard clock.limit != nil else { return }
    let seconds = max(
      Self.briefShare * clock.secondsLeft, min(Self.briefSeconds, clock.secondsLeft / 2))
    pricing.prices.root.branch(from: pricing.prices.ascent, seconds: seconds, clock: &clock)
  }

  /// Proves a bound and offers a roster by the simplex method.
  ///
  /// - Returns: Dives from the linear program; nil where it is not solved.
  func run(
    session: any WarmSession, from pricing: Pricing, clock: inout ColumnClock
  ) throws(SessionFailure) -> RootDives? {
    let generator = try ColumnGenerator(
      ColumnTask(incumbent.roster), session: session, threadCount: threadCount)
    guard try solve(generator, from: pricing.prices.ascent, clock: &clock) else { return nil }
    return RootDives(pricing.prices.root, generator: generator, parts: parts)
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
