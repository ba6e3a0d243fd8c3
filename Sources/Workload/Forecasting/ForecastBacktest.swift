import CivilTime
import Foundation

/// How well a method would have forecast days of the past.
public struct BacktestScore: Equatable, Sendable {
  /// The method.
  public let method: String
  /// Sum of absolute errors of all intervals divided by the sum of arrivals.
  public let intervalWAPE: Double
  /// The same for whole days.
  public let dayWAPE: Double
  /// Forecast over actual arrivals, less 1: above 0 is too high.
  public let bias: Double
  /// The share of intervals with arrivals forecast that fall within P10 to
  /// P90; nil for methods without bands. 0.8 is calibrated.
  public let intervalBandShare: Double?
  /// The share of days within their P10 to P90; nil without bands.
  public let dayBandShare: Double?
}

/// A forecast tried on the past by rolling origin.
public struct Backtest: Equatable, Sendable {
  /// The days tried and observed.
  public let dates: [CivilDate]
  /// The forecaster first, then `last week` and `mean of 8 weeks`.
  public let scores: [BacktestScore]
}

extension Forecaster {
  /// Forecasts each date from what was known `daysAhead` days before and
  /// compares with what came, next to two naive methods: the same weekday
  /// last week, and the mean of the last eight same weekdays. Like the
  /// forecaster, the naive methods use ordinary observed days only.
  ///
  /// - Parameters:
  ///   - series: The history with its actuals.
  ///   - labels: The special days.
  ///   - dates: The days to try; days that are not fully observed, or without
  ///     eight weeks of history, are left out.
  ///   - daysAhead: At least 1: 7 uses the days up to one week before.
  /// - Complexity: O(dates x days).
  public func backtest(
    _ series: DemandSeries, labels: [CivilDate: DayLabel], dates: [CivilDate], daysAhead: Int = 7
  ) -> Backtest {
    let axis = series.axis
    var tallies = [
      Tally(method: "forecast"), Tally(method: "last week"), Tally(method: "mean of 8 weeks"),
    ]
    var tried: [CivilDate] = []
    for date in dates {
      guard let day = axis.dayIndex(of: date), series.coverage[day] == .observed else { continue }
      let known = day - max(1, daysAhead) + 1
      guard known >= 56 else { continue }
      let actual = Array(series.arrivals[axis.intervals(ofDay: day)])
      // Same weekdays of the past, latest first, good ones only.
      let sameWeekdays = stride(from: day - 7, through: 0, by: -7).filter {
        $0 < known && series.coverage[$0] == .observed
          && labels[axis.firstDate.adding(days: $0), default: .ordinary] == .ordinary
      }
      guard !sameWeekdays.isEmpty else { continue }
      tried.append(date)
      let fitted = FittedSeries(
        series: series.prefix(dayCount: known), labels: labels, forecaster: self)
      let forecast = fitted.day(
        date, label: labels[date, default: .ordinary], adjustments: ForecastAdjustments())
      tallies[0].add(actual: actual, forecast: forecast.arrivals)
      tallies[0].addBands(actual: actual, forecast: forecast)
      for (index, count) in [(1, 1), (2, 8)] {
        let used = sameWeekdays.prefix(count)
        let mean = actual.indices.map { interval in
          used.reduce(0) { $0 + series.arrivals[$1 * axis.intervalsPerDay + interval] }
            / Double(used.count)
        }
        tallies[index].add(actual: actual, forecast: mean)
      }
    }
    return Backtest(dates: tried, scores: tallies.map(\.score))
  }
}

/// Running sums of errors.
private struct Tally {
  var method: String
  var intervalError = 0.0
  var dayError = 0.0
  var actualSum = 0.0
  var forecastSum = 0.0
  var insideIntervals = 0
  var intervalCount = 0
  var insideDays = 0
  var dayCount = 0

  init(method: String) {
    self.method = method
  }

  mutating func add(actual: [Double], forecast: [Double]) {
    let actualTotal = actual.reduce(0, +)
    let forecastTotal = forecast.reduce(0, +)
    intervalError += zip(actual, forecast).reduce(0) { $0 + abs($1.0 - $1.1) }
    dayError += abs(actualTotal - forecastTotal)
    actualSum += actualTotal
    forecastSum += forecastTotal
  }

  mutating func addBands(actual: [Double], forecast: DayForecast) {
    for interval in actual.indices where forecast.arrivals[interval] > 0.5 {
      intervalCount += 1
      if (forecast.low[interval]...forecast.high[interval]).contains(actual[interval]) {
        insideIntervals += 1
      }
    }
    dayCount += 1
    let total = actual.reduce(0, +)
    if (forecast.totalBand.low...forecast.totalBand.high).contains(total) { insideDays += 1 }
  }

  var score: BacktestScore {
    BacktestScore(
      method: method, intervalWAPE: actualSum > 0 ? intervalError / actualSum : 0,
      dayWAPE: actualSum > 0 ? dayError / actualSum : 0,
      bias: actualSum > 0 ? forecastSum / actualSum - 1 : 0,
      intervalBandShare: intervalCount > 0
        ? Double(insideIntervals) / Double(intervalCount) : nil,
      dayBandShare: dayCount > 0 ? Double(insideDays) / Double(dayCount) : nil)
  }
}
