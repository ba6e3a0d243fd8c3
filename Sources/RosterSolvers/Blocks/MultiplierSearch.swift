/// The multiplier of one limit at which a line's relaxed value is greatest.
///
/// The value is concave and piecewise linear in the multiplier, and each run
/// of the program gives a tangent: its slope is what the limit is passed by.
/// The next multiplier is where the tangents from below and above meet, which
/// ends after as many runs as the value has pieces in between (Held & Karp
/// 1971, doi:10.1007/BF01584070, for one multiplier).
struct MultiplierSearch {
  private struct Tangent {
    var at: Double
    var value: Double
    var slope: Double

    func value(at other: Double) -> Double { value + slope * (other - at) }
  }

  private var rising: Tangent?
  private var falling: Tangent?
  /// How far to go where no tangent falls yet.
  private var step: Double

  /// - Parameter step: The first step, before tangents meet.
  init(step: Double) { self.step = max(step, 1e-6) }

  /// The next multiplier to try; nil if no other has a greater value.
  ///
  /// - Parameters:
  ///   - multiplier: The one just tried.
  ///   - value: The relaxed value there.
  ///   - over: What its line passes the limit by; negative if it keeps to it.
  mutating func next(after multiplier: Double, value: Double, over: Int) -> Double? {
    let tangent = Tangent(at: multiplier, value: value, slope: Double(over))
    if over == 0 || (over < 0 && multiplier == 0) { return nil }
    if over > 0 { rising = tangent } else { falling = tangent }
    guard let rising else {
      step *= 2
      return max(0, multiplier - step)
    }
    guard let falling else {
      step *= 2
      return multiplier + step
    }
    let meet =
      (falling.value - rising.value + rising.slope * rising.at - falling.slope * falling.at)
      / (rising.slope - falling.slope)
    let most = rising.value(at: meet)
    let known = max(rising.value, falling.value)
    guard most > known + 1e-7 * max(1, known.magnitude) else { return nil }
    return max(0, meet)
  }
}
