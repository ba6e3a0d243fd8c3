import CivilTime
import Foundation

/// How a day's arrivals spread over its intervals, for each weekday.
///
/// A weekday's own profile and those of the other weekdays are averaged by
/// precision: another weekday counts by its volume, less the more its profile
/// really differs, that is, beyond what Poisson noise explains. A busy queue
/// so keeps seven profiles of its own and a sparse one shares a single one.
///
/// Counts far from a first profile are pulled in before the second is learned,
/// so that a burst on one day does not become a habit of its hour.
struct IntradayShapes: Sendable {
  /// For each weekday, Monday first, the shares of its intervals; they add up
  /// to 1, or are all 0 if nothing was ever seen.
  let sharesByWeekday: [[Double]]

  /// Learns the profiles.
  ///
  /// - Parameters:
  ///   - series: The history.
  ///   - days: Positions of ordinary, wholly trusted days, ascending.
  ///   - halfLifeDays: After how many days a day counts half.
  /// - Complexity: O(days x intervals).
  init(series: DemandSeries, days: [Int], halfLifeDays: Double) {
    let size = series.axis.intervalsPerDay
    let weekdays = days.map { series.axis.firstDate.adding(days: $0).weekday.index }
    let weights = days.map { exp2(-Double((days.last ?? $0) - $0) / halfLifeDays) }
    let counts = days.map { Array(series.arrivals[series.axis.intervals(ofDay: $0)]) }
    let totals = counts.map { $0.reduce(0, +) }
    var shares = IntradayShapes.blended(
      counts: counts, weekdays: weekdays, weights: weights, size: size)
    for _ in 0..<2 {
      let clipped = days.indices.map { day in
        IntradayShapes.clipped(counts[day], total: totals[day], shares: shares[weekdays[day]])
      }
      shares = IntradayShapes.blended(
        counts: clipped, weekdays: weekdays, weights: weights, size: size)
    }
    sharesByWeekday = shares
  }

  /// Counts pulled in to at most this many standard deviations of a Poisson
  /// count whose mean itself varies by a sixth.
  private static let clip = 2.0
  private static let clipVariance = 0.03

  private static func clipped(_ counts: [Double], total: Double, shares: [Double]) -> [Double] {
    zip(counts, shares).map { count, share in
      let mean = total * share
      let reach = clip * (mean + clipVariance * mean * mean + 0.5).squareRoot()
      return min(max(count, mean - reach), mean + reach)
    }
  }

  private static func blended(
    counts: [[Double]], weekdays: [Int], weights: [Double], size: Int
  ) -> [[Double]] {
    let empty = Array(repeating: 0.0, count: size)
    var sums = Array(repeating: empty, count: 7)
    // Sums of squared weights x counts: the Poisson variance of the sums.
    var variances = Array(repeating: 0.0, count: 7)
    for (index, weekday) in weekdays.enumerated() {
      let weight = weights[index]
      for (interval, count) in counts[index].enumerated() {
        sums[weekday][interval] += weight * count
        variances[weekday] += weight * weight * count
      }
    }
    let totals = sums.map { $0.reduce(0, +) }
    let shares = zip(sums, totals).map { sum, total in
      total > 0 ? sum.map { $0 / total } : sum
    }
    let noises = (0..<7).map { weekday in
      totals[weekday] > 0
        ? variances[weekday] / (totals[weekday] * totals[weekday])
          * (1 - shares[weekday].reduce(0) { $0 + $1 * $1 })
        : .infinity
    }
    return (0..<7).map { weekday in
      var blended = empty
      var precision = 0.0
      for other in 0..<7 where totals[other] > 0 {
        var variance = noises[other]
        if other != weekday, totals[weekday] > 0 {
          let distance = zip(shares[weekday], shares[other]).reduce(0) {
            $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
          }
          variance += max(0, distance - noises[weekday] - noises[other])
        }
        let weight = 1 / max(variance, 1e-12)
        precision += weight
        for interval in blended.indices { blended[interval] += weight * shares[other][interval] }
      }
      let total = blended.reduce(0, +)
      guard total > 0 else { return empty }
      return IntradayShapes.smoothed(blended.map { $0 / total }, noise: 1 / precision)
    }
  }

  /// Draws every share towards the mean of its neighbours as far as noise
  /// explains the differences; closed intervals stay at 0.
  private static func smoothed(_ shares: [Double], noise: Double) -> [Double] {
    guard noise.isFinite, noise > 0 else { return shares }
    var pulls = Array(repeating: 0.0, count: shares.count)
    var roughness = 0.0
    for interval in shares.indices.dropFirst().dropLast()
    where shares[interval - 1] > 0 && shares[interval] > 0 && shares[interval + 1] > 0 {
      pulls[interval] =
        (shares[interval - 1] + shares[interval + 1]) / 2 - shares[interval]
      roughness += pulls[interval] * pulls[interval]
    }
    guard roughness > 0 else { return shares }
    // A second difference of independent noise has 1.5 times its variance.
    let strength = min(1, noise * 1.5 / roughness) * 2 / 3
    let result = zip(shares, pulls).map { $0 + strength * $1 }
    let total = result.reduce(0, +)
    return result.map { $0 / total }
  }
}
