import Foundation

/// Random numbers of the distributions that customer demand follows.
public enum RandomVariates {
  /// A number evenly spread over 0 (included) to 1 (excluded), with 53 bits.
  @inlinable public static func uniform(using generator: inout some RandomNumberGenerator) -> Double
  {
    Double(generator.next() >> 11) * 0x1p-53
  }

  /// A standard normal number (G. Marsaglia's polar method).
  public static func normal(using generator: inout some RandomNumberGenerator) -> Double {
    while true {
      let x = 2 * uniform(using: &generator) - 1
      let y = 2 * uniform(using: &generator) - 1
      let square = x * x + y * y
      if square > 0, square < 1 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// An exponential number.
  ///
  /// - Parameter mean: Above 0.
  @inlinable public static func exponential(
    mean: Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    -mean * log1p(-uniform(using: &generator))
  }

  /// A lognormal number; handle times follow it well (Brown et al., JASA 100,
  /// 2005).
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - median: The median, above 0 and at most `mean`.
  public static func lognormal(
    mean: Double, median: Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    let deviation = (2 * log(max(1, mean / median))).squareRoot()
    return median * exp(deviation * normal(using: &generator))
  }

  /// A gamma number (G. Marsaglia and W. W. Tsang, "A simple method for
  /// generating gamma variables", ACM TOMS 26, 2000, doi:10.1145/358407.358414).
  ///
  /// - Parameters:
  ///   - shape: Above 0; the mean is `shape * scale`.
  ///   - scale: Above 0.
  public static func gamma(
    shape: Double, scale: Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    if shape < 1 {
      let boost = pow(1 - uniform(using: &generator), 1 / shape)
      return boost * gamma(shape: shape + 1, scale: scale, using: &generator)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(using: &generator)
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      let u = 1 - uniform(using: &generator)
      if log(u) < x * x / 2 + d - d * v + d * log(v) { return d * v * scale }
    }
  }

  /// A Poisson count.
  ///
  /// - Parameter mean: 0 to 1e15; larger means are cut to that.
  /// - Complexity: O(log mean).
  public static func poisson(
    mean: Double, using generator: inout some RandomNumberGenerator
  ) -> Int {
    var mean = min(mean, 1e15)
    var count = 0
    // Of the arrivals of a Poisson process the k-th comes at a gamma time:
    // either it is within the mean and k are counted, or the k - 1 before it
    // are spread evenly and a binomial share of them counts (J. H. Ahrens and
    // U. Dieter, Computing 12, 1974).
    while mean > 30 {
      let k = Int(mean * 7 / 8)
      let time = gamma(shape: Double(k), scale: 1, using: &generator)
      if time > mean {
        return count + binomial(trials: k - 1, share: mean / time, using: &generator)
      }
      count += k
      mean -= time
    }
    var product = 1.0
    let limit = exp(-max(0, mean))
    while true {
      product *= 1 - uniform(using: &generator)
      if product <= limit { return count }
      count += 1
    }
  }

  /// A binomial count.
  ///
  /// - Parameters:
  ///   - trials: At least 0.
  ///   - share: 0 to 1.
  /// - Complexity: O(log trials).
  public static func binomial(
    trials: Int, share: Double, using generator: inout some RandomNumberGenerator
  ) -> Int {
    var (trials, share, count) = (trials, share, 0)
    // The median of `trials` uniform numbers is a beta number; one side of it
    // is decided at once.
    while trials > 20 {
      let rank = trials / 2 + 1
      let a = gamma(shape: Double(rank), scale: 1, using: &generator)
      let b = gamma(shape: Double(trials - rank + 1), scale: 1, using: &generator)
      let middle = a / (a + b)
      if middle <= share {
        count += rank
        trials -= rank
        share = (share - middle) / (1 - middle)
      } else {
        trials = rank - 1
        share /= middle
      }
    }
    for _ in 0..<max(0, trials) where uniform(using: &generator) < share { count += 1 }
    return count
  }
}
