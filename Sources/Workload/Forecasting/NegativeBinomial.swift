import Foundation

/// Percentiles of counts whose Poisson mean itself varies (a gamma mixture).
enum NegativeBinomial {
  /// The tenth, fiftieth and ninetieth percentile: the least counts that at
  /// least that share of days stays at or below.
  ///
  /// - Parameters:
  ///   - mean: At least 0.
  ///   - relativeVariance: The variance of the Poisson mean divided by the
  ///     square of `mean`; 0 is a plain Poisson count.
  /// - Complexity: O(standard deviation).
  static func band(mean: Double, relativeVariance: Double) -> DemandBand {
    guard mean > 0, mean.isFinite else { return DemandBand(low: 0, median: 0, high: 0) }
    let excess = max(relativeVariance, 0)
    // p(k+1)/p(k) = (k + r)/(k + 1) x m/(r + m) with r = 1/excess; written so
    // that excess 0 gives Poisson's m/(k + 1).
    func step(_ k: Double) -> Double {
      (1 + k * excess) * mean / ((k + 1) * (1 + mean * excess))
    }
    let mode = max(0, (mean * (1 - excess)).rounded(.down))
    var below: [Double] = []
    var weight = 1.0
    var k = mode
    while k > 0, weight > 1e-9 {
      weight /= step(k - 1)
      k -= 1
      below.append(weight)
    }
    let first = k
    var weights = Array(below.reversed())
    weight = 1
    k = mode
    while weight > 1e-9 {
      weights.append(weight)
      weight *= step(k)
      k += 1
    }
    let total = weights.reduce(0, +)
    func percentile(_ share: Double) -> Double {
      var sum = 0.0
      for (offset, weight) in weights.enumerated() {
        sum += weight
        if sum >= share * total { return first + Double(offset) }
      }
      return first + Double(weights.count)
    }
    return DemandBand(low: percentile(0.1), median: percentile(0.5), high: percentile(0.9))
  }
}
