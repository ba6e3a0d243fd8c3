/// A figure estimated from replications, with its confidence interval.
public struct Estimate: Equatable, Sendable {
  /// The estimate.
  public let value: Double
  /// Half the width of its 95 % confidence interval; infinite with a single
  /// replication.
  public let margin: Double

  /// An estimate.
  public init(value: Double, margin: Double) {
    self.value = value
    self.margin = margin
  }

  /// True if the confidence interval holds a value.
  public func contains(_ other: Double) -> Bool { (other - value).magnitude <= margin }

  /// Student's t for 95 % and so many degrees of freedom, by the expansion of
  /// Abramowitz and Stegun 26.7.5, exact where that is poor.
  static func studentT(degrees: Int) -> Double {
    switch degrees {
    case ..<1: return .infinity
    case 1: return 12.7062
    case 2: return 4.3027
    case 3: return 3.1824
    default:
      let z = 1.959963984540054
      let n = Double(degrees)
      let cube = z * z * z
      let fifth = cube * z * z
      let seventh = fifth * z * z
      return z + (cube + z) / (4 * n) + (5 * fifth + 16 * cube + 3 * z) / (96 * n * n)
        + (3 * seventh + 19 * fifth + 17 * cube - 15 * z) / (384 * n * n * n)
    }
  }
}

/// Sums over replications from which the mean of one figure, or the ratio of
/// one to another, is estimated.
///
/// A service level is a ratio of sums: the contacts of all replications count
/// alike. Its variance is that of `y - ratio x` over replications divided by
/// the square of the mean of `x` (the classic ratio estimator; Cochran,
/// "Sampling Techniques", 1977, section 6).
struct RatioSums: Equatable, Sendable {
  var count = 0
  var x = 0.0
  var y = 0.0
  var xx = 0.0
  var yy = 0.0
  var xy = 0.0

  mutating func add(x newX: Double, y newY: Double) {
    count += 1
    x += newX
    y += newY
    xx += newX * newX
    yy += newY * newY
    xy += newX * newY
  }

  mutating func add(_ other: RatioSums) {
    count += other.count
    x += other.x
    y += other.y
    xx += other.xx
    yy += other.yy
    xy += other.xy
  }

  /// The ratio y / x; nil without any x.
  var ratio: Estimate? {
    guard x > 0 else { return nil }
    let ratio = y / x
    guard count > 1 else { return Estimate(value: ratio, margin: .infinity) }
    let n = Double(count)
    let squares = max(0, yy - 2 * ratio * xy + ratio * ratio * xx)
    let error = (squares / (n * (n - 1))).squareRoot() / (x / n)
    return Estimate(value: ratio, margin: Estimate.studentT(degrees: count - 1) * error)
  }

  /// The mean of y.
  var mean: Estimate {
    guard count > 0 else { return Estimate(value: 0, margin: .infinity) }
    let n = Double(count)
    guard count > 1 else { return Estimate(value: y, margin: .infinity) }
    let squares = max(0, yy - y * y / n)
    let error = (squares / (n * (n - 1))).squareRoot()
    return Estimate(value: y / n, margin: Estimate.studentT(degrees: count - 1) * error)
  }
}
