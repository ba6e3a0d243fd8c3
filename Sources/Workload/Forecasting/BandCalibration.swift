import CivilTime

/// How wide bands must be to hold four fifths of what came.
///
/// The variance of moments is that of a negative binomial distribution. Counts
/// of a queue that at times gets nothing, or another queue's share, scatter
/// otherwise: their band is too narrow with it. So the variance is also found
/// by which the band would have held four fifths of the past's intervals, and
/// the larger of the two is taken.
struct BandCalibration {
  /// The reach of P10 and P90 of a normal distribution, in standard deviations.
  private static let reach = 1.2816
  /// Four fifths, and what is lost because the past's days are compared with
  /// levels that know what came after them.
  private static let share = 0.85
  /// Intervals below this mean say little and are left out, as in backtests.
  private static let leastMean = 0.5
  private static let leastCount = 200

  /// Means and counts of past intervals.
  private var points: [(mean: Double, count: Double)] = []

  /// - Parameters:
  ///   - days: Ordinary, wholly trusted days.
  ///   - totals: The model of day totals.
  ///   - shapes: The profiles of the weekdays.
  init(
    series: DemandSeries, days: ArraySlice<Int>, totals: DayTotalModel, shapes: IntradayShapes
  ) {
    for day in days {
      let weekday = series.axis.firstDate.adding(days: day).weekday.index
      let total = totals.expectedTotal(day: day)
      let counts = series.arrivals[series.axis.intervals(ofDay: day)]
      for (count, share) in zip(counts, shapes.sharesByWeekday[weekday])
      where total * share > Self.leastMean {
        points.append((total * share, count))
      }
    }
  }

  /// The variance of an interval's mean, as a share of its square, by which
  /// the band holds four fifths; at most 1, nil where too little is known.
  ///
  /// - Complexity: O(intervals), a dozen times.
  var relativeVariance: Double? {
    guard points.count >= Self.leastCount else { return nil }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<14 {
      let middle = (low + high) / 2
      if held(middle) < Self.share { low = middle } else { high = middle }
    }
    return high
  }

  private func held(_ variance: Double) -> Double {
    let inside = points.count { point in
      let deviation = (point.mean + variance * point.mean * point.mean).squareRoot()
      // A whole number is inside when the band reaches to half a contact of it.
      return abs(point.count - point.mean) - 0.5 <= Self.reach * deviation
    }
    return Double(inside) / Double(points.count)
  }
}
