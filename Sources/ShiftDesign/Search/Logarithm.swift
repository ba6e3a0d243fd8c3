/// The natural logarithm of a number above 0, the same on every machine: the
/// C library's differs between systems in the last bits, and which moves a
/// search accepts must not.
///
/// ln(m 2^e) = e ln 2 + 2 artanh((m - 1) / (m + 1)), with m in 1..<2.
func logarithm(_ value: Double) -> Double {
  let ratio = (value.significand - 1) / (value.significand + 1)
  let square = ratio * ratio
  var power = ratio
  var sum = 0.0
  for odd in stride(from: 1.0, through: 31, by: 2) {
    sum += power / odd
    power *= square
  }
  return Double(value.exponent) * 0.693_147_180_559_945_3 + 2 * sum
}
