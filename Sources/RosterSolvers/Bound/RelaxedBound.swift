import LinearModel
import Rostering

/// A proven lower bound of a problem, found without a linear program, with the
/// prices of heads that prove it.
///
/// The prices are what one more head is worth on each cover row. At any prices
/// the sum of everybody's cheapest line is a bound, so prices of one problem
/// prove a good bound of another one at once if only rules differ: where a
/// looser rule gives nobody a cheaper line, exactly the same one.
public struct RelaxedBound: Sendable {
  /// No roster costs less.
  public let value: Double
  private let prices: [Double]
  private let rowOfCover: [Int32]

  /// Raises a bound by a proximal bundle until that gains nothing any more.
  ///
  /// - Parameters:
  ///   - roster: The problem.
  ///   - target: The cost of a roster, which the bound is below.
  ///   - known: A bound of a problem with the same cover, to start from.
  ///   - stepLimit: The most steps.
  ///   - seconds: The most seconds; nil for no limit.
  /// - Returns: Nil if somebody has no line, or not even one step was made.
  /// - Complexity: O(steps x lines).
  public init?(
    _ roster: CompiledRoster, target: Double, startingFrom known: RelaxedBound? = nil,
    stepLimit: Int = 2_000, seconds: Double? = nil, cancellation: Cancellation = Cancellation()
  ) {
    guard roster.peopleWithoutLine.isEmpty, roster.problem.personCount > 0 else { return nil }
    let task = ColumnTask(roster)
    let layout = MasterLayout(task)
    let pricer = LinePricer(task, layout: layout, threadCount: ContinuousClock.coreCount)
    var prices = [Double](repeating: 0, count: layout.rowCount)
    if let known, known.rowOfCover == layout.rowOfCover, known.prices.count == prices.count {
      prices = known.prices
    }
    var ascent = ProximalAscent(
      pricer, startingAt: prices, maker: ColumnMaker(task: task, layout: layout))
    var clock = ColumnClock(
      begin: .now, limit: seconds, cancellation: cancellation, workLeft: nil)
    let hasLines = ascent.climb(stepLimit, target: target, clock: &clock)
    guard hasLines, ascent.bestBound.isFinite else { return nil }
    value = ascent.bestBound
    self.prices = ascent.bestPrices
    rowOfCover = layout.rowOfCover
  }
}
