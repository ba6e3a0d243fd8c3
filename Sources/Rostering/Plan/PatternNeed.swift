/// Heads wanted for a shift pattern on a day, with prices of their own: what a
/// plan has instead of a need by interval when it is written in shifts.
public struct PatternNeed: Hashable, Sendable {
  /// Index of the pattern in the plan.
  public var pattern: Int
  /// The day of the horizon.
  public var day: Int
  /// People wanted on shifts of the pattern that start on the day, at least 0.
  public var heads: Int
  /// Price of each missing head, at least 0.
  public var priceBelow: Double
  /// Price of each head too many, at least 0.
  public var priceAbove: Double

  /// A need of a pattern on a day.
  public init(pattern: Int, day: Int, heads: Int, priceBelow: Double, priceAbove: Double) {
    self.pattern = pattern
    self.day = day
    self.heads = heads
    self.priceBelow = priceBelow
    self.priceAbove = priceAbove
  }

  /// Price of a number of heads on the shift.
  public func price(ofHeads present: Int) -> Double {
    Double(max(0, heads - present)) * priceBelow + Double(max(0, present - heads)) * priceAbove
  }
}
