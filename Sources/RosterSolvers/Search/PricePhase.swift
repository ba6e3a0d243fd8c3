import Rostering

/// The search's work on the whole roster: prices that prove a bound, dives from
/// them, branching that raises it, and the prices that parts start from.
struct PricePhase {
  let incumbent: Incumbent
  let parts: PricePartSolver

  /// Shares of the time limit after which each step has to end, or of the work
  /// left that it may take.
  private enum End {
    static let ascent = 0.25
    static let dive = 0.5
  }

  /// Proves a bound and offers a roster.
  ///
  /// - Parameter threadCount: Threads that price lines; the outcome does not
  ///   depend on it.
  /// - Returns: Dives from the prices; nil if there is no time for them or the
  ///   prices are not good enough.
  func run(threadCount: Int, clock: inout ColumnClock) throws -> PriceDives? {
    let root = PriceRoot(incumbent, threadCount: threadCount)
    let begin = clock.seconds
    var part = clock.phase(endingAt: End.ascent, atLeast: PriceRoot.leastAscent)
    let ascent = root.climb(clock: &part)
    clock.add(part)
    guard let ascent, !incumbent.isClose, clock.stopped == nil else { return nil }
    let stepEffort = root.stepEffort(work: part.work, seconds: clock.seconds - begin)
    parts.start.set(root.poolPrices(of: ascent))
    part = clock.phase(endingAt: End.dive, atLeast: 2 * PriceRoot.leastAscent)
    guard let dive = root.dive(lasting: part, stepEffort: stepEffort) else { return nil }
    let other = root.dive(from: ascent, dive, count: root.firstDiveCount, clock: &part)
    clock.add(part)
    let node = root.branch(from: ascent, clock: &clock)
    // Further dives are worth their time only where the prices are good ones.
    guard ascent.hasConverged || root.isNear(ascent.bestBound) else { return nil }
    var dives = PriceDives(
      PricedRoot(root: root, ascent: ascent), node: node, dive: dive, parts: parts)
    if let other { try dives.mend(other, clock: &clock) }
    return dives
  }
}
