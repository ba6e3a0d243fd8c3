/// A sum that carries the rounding error of every addition along (Neumaier
/// 1974, doi:10.1002/zamm.19740540106), so that a long row's activity is right
/// to the last digits whatever the order of its terms.
struct CompensatedSum {
  private var sum = 0.0
  private var error = 0.0

  mutating func add(_ value: Double) {
    let next = sum + value
    if abs(sum) >= abs(value) {
      error += (sum - next) + value
    } else {
      error += (value - next) + sum
    }
    sum = next
  }

  /// The sum; not a number or infinite as plain addition would be.
  var value: Double { sum.isFinite ? sum + error : sum }
}
