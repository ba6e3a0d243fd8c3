/// The values that an objective can have if everything it adds up is a whole
/// multiple of one step: a proven bound between two of them can be raised to
/// the upper one.
///
/// Steps are counted in hundredths, so that money in cents has one. A value
/// that is no whole number of hundredths, but for rounding in its last digits,
/// leaves no step: then nothing may be raised.
public struct ObjectiveSteps: Hashable, Sendable {
  /// The step in hundredths; 0 as long as nothing but zeros was included.
  private var hundredths: UInt = 0

  /// How far a value may lie beside a whole number of hundredths, in
  /// hundredths. Far above what sums and products of money in cents lose by
  /// rounding, and so far below a step that millions of such values together
  /// do not reach half of one.
  private static let slack = 1e-7
  /// Amounts from here on have too few digits left behind the point.
  private static let largest = 1e9

  /// Steps that nothing was included in yet.
  public init() {}

  /// Takes an amount in that the objective may contain any whole number of
  /// times.
  ///
  /// - Returns: False if it has no step; then there are none at all.
  public mutating func include(_ amount: Double) -> Bool {
    guard amount.magnitude < Self.largest else { return false }
    let scaled = amount.magnitude * 100
    let whole = scaled.rounded()
    guard (scaled - whole).magnitude <= Self.slack else { return false }
    // A step of one hundredth cannot become smaller.
    guard hundredths != 1 else { return true }
    var (left, right) = (hundredths, UInt(whole))
    while right != 0 { (left, right) = (right, left % right) }
    hundredths = left
    return true
  }

  /// The step; nil as long as nothing but zeros was included.
  public var step: Double? { hundredths == 0 ? nil : Double(hundredths) / 100 }

  /// The least value of the objective that is not below a bound.
  ///
  /// - Parameters:
  ///   - bound: A proven lower bound.
  ///   - margin: How far the bound may lie above a value by rounding alone.
  public func raised(_ bound: Double, margin: Double) -> Double {
    guard hundredths != 0, bound.isFinite, bound.magnitude < 1e9 else { return bound }
    let count = ((bound - margin) * 100 / Double(hundredths)).rounded(.up)
    return count * Double(hundredths) / 100
  }
}
