import CivilTime
import Foundation

/// A forecast tried on the past by rolling origin: each day is forecast from
/// what was known some days before and compared with what came.
public struct Backtest: Equatable, Sendable {
  /// The queue or class.
  public let name: String
  /// How many days before each day the history ended.
  public let daysAhead: Int
  /// The ordinary days tried.
  public let dates: [CivilDate]
  /// The scores of ordinary days: the forecaster first, then `last week`,
  /// `mean of 4 weeks` and `mean of 8 weeks`.
  public let scores: [BacktestScore]
  /// The special days tried, each with what was foretold and what came.
  public let specialDays: [SpecialDayTrial]
  /// Days that were asked for and could not be tried: their log is missing or
  /// faulty, or less than four weeks were known before.
  public let leftOut: [CivilDate]

  /// By what factor forecasts of special days err in the middle: the median
  /// of max(forecast / actual, actual / forecast); nil without special days.
  /// 1.25 says that half of them came within a quarter.
  public var specialDayFactor: Double? {
    specialDays.isEmpty ? nil : median(of: specialDays.map(\.factor))
  }

  /// The sum of absolute errors of special days divided by what came on them,
  /// and the same had they been forecast as ordinary days; nil without them.
  public var specialDayWAPE: (forecast: Double, asOrdinary: Double)? {
    let actual = specialDays.reduce(0) { $0 + $1.actual }
    guard actual > 0 else { return nil }
    return (
      specialDays.reduce(0) { $0 + abs($1.forecast - $1.actual) } / actual,
      specialDays.reduce(0) { $0 + abs($1.asOrdinary - $1.actual) } / actual
    )
  }

  /// How far the hours of special days were from those foretold, whatever
  /// their totals: the mean of their ``SpecialDayTrial/shapeError``, a day
  /// weighing as many as came; nil without arrivals.
  public var specialDayShapeError: Double? {
    let weighed = specialDays.compactMap { trial in
      trial.shapeError.map { (error: $0, weight: trial.actual) }
    }
    let weight = weighed.reduce(0) { $0 + $1.weight }
    return weight > 0 ? weighed.reduce(0) { $0 + $1.error * $1.weight } / weight : nil
  }

  public static func == (left: Backtest, right: Backtest) -> Bool {
    left.name == right.name && left.daysAhead == right.daysAhead && left.dates == right.dates
      && left.scores == right.scores && left.specialDays == right.specialDays
      && left.leftOut == right.leftOut
  }
}

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
  /// P90; nil for methods without bands. Counts are whole, so a calibrated
  /// band holds 0.8 and a little more.
  public let intervalBandShare: Double?
  /// The share of days within their P10 to P90; nil without bands.
  public let dayBandShare: Double?
}

/// A special day of the past, foretold and come.
public struct SpecialDayTrial: Equatable, Sendable {
  /// The day.
  public let date: CivilDate
  /// What kind of day it was.
  public let label: DayLabel
  /// Arrivals that came.
  public let actual: Double
  /// Mean arrivals foretold.
  public let forecast: Double
  /// What would have been foretold of an ordinary day.
  public let asOrdinary: Double
  /// The band foretold.
  public let band: DemandBand
  /// Where its ratio came from.
  public let source: RatioSource
  /// How far its hours were from those foretold, whatever its total: the sum
  /// of absolute differences of the intervals' shares, 0 to 2; nil if nobody
  /// came or was foretold.
  public let shapeError: Double?

  /// max(forecast / actual, actual / forecast), with half an arrival on both
  /// sides so that an empty day has one.
  public var factor: Double {
    let ratio = (forecast + 0.5) / (actual + 0.5)
    return max(ratio, 1 / ratio)
  }
}

extension Forecaster {
  /// Days that must be known before a day that is tried.
  public static let leastDaysBeforeTrial = 28

  /// Forecasts each date from what was known `daysAhead` days before and
  /// compares with what came, next to three naive methods: the same weekday
  /// last week, and the mean of the last four and eight same weekdays. Like
  /// the forecaster, the naive methods use ordinary observed days only.
  ///
  /// - Parameters:
  ///   - series: The history with its actuals.
  ///   - labels: The special days.
  ///   - dates: The days to try; days that are not fully observed, or without
  ///     four weeks of history, are left out.
  ///   - daysAhead: At least 1: 7 uses the days up to one week before.
  ///   - opening: When the customers of the series are served; nil if they may
  ///     come at any hour.
  ///   - marksFaults: Whether each origin first looks for faults in what it
  ///     knows, as a planner's forecast of that day would have.
  /// - Complexity: O(dates x days x intervals).
  public func backtest(
    _ series: DemandSeries, labels: [CivilDate: DayLabel], dates: [CivilDate],
    daysAhead: Int = 7, opening: OpeningHours? = nil, marksFaults: Bool = true
  ) -> Backtest {
    let axis = series.axis
    let naive = [("last week", 1), ("mean of 4 weeks", 4), ("mean of 8 weeks", 8)]
    var tallies = [BacktestTally(method: "forecast")]
    tallies += naive.map { BacktestTally(method: $0.0) }
    var tried: [CivilDate] = []
    var special: [SpecialDayTrial] = []
    var leftOut: [CivilDate] = []
    for date in dates {
      guard let day = axis.dayIndex(of: date) else { continue }
      let known = day - max(1, daysAhead) + 1
      guard series.coverage[day] == .observed, known >= Self.leastDaysBeforeTrial else {
        leftOut.append(date)
        continue
      }
      let actual = Array(series.arrivals[axis.intervals(ofDay: day)])
      // Same weekdays of the past, latest first, good ones only.
      let sameWeekdays = stride(from: day - 7, through: 0, by: -7).filter {
        $0 < known && series.coverage[$0] == .observed
          && labels[axis.firstDate.adding(days: $0), default: .ordinary] == .ordinary
      }
      guard !sameWeekdays.isEmpty else {
        leftOut.append(date)
        continue
      }
      var past = series.prefix(dayCount: known)
      if marksFaults { _ = past.markFaults(labels: labels) }
      let fitted = FittedSeries(
        series: past, labels: labels, forecaster: self, opening: opening)
      let label = labels[date, default: .ordinary]
      let forecast = fitted.day(date, label: label, adjustments: ForecastAdjustments())
      guard label.kind == .ordinary else {
        let total = forecast.total
        special.append(
          SpecialDayTrial(
            date: date, label: label, actual: actual.reduce(0, +), forecast: total,
            asOrdinary: total / max(forecast.reason.ratio, 1e-9), band: forecast.totalBand,
            source: forecast.reason.ratioSource,
            shapeError: Self.shapeError(actual: actual, forecast: forecast.arrivals)))
        continue
      }
      tried.append(date)
      tallies[0].add(actual: actual, forecast: forecast.arrivals)
      tallies[0].addBands(actual: actual, forecast: forecast)
      for (index, method) in naive.enumerated() {
        let used = sameWeekdays.prefix(method.1)
        let mean = actual.indices.map { interval in
          used.reduce(0) { $0 + series.arrivals[$1 * axis.intervalsPerDay + interval] }
            / Double(used.count)
        }
        tallies[index + 1].add(actual: actual, forecast: mean)
      }
    }
    return Backtest(
      name: series.name, daysAhead: max(1, daysAhead), dates: tried, scores: tallies.map(\.score),
      specialDays: special, leftOut: leftOut)
  }
}

extension Forecaster {
  private static func shapeError(actual: [Double], forecast: [Double]) -> Double? {
    let (came, foretold) = (actual.reduce(0, +), forecast.reduce(0, +))
    guard came > 0, foretold > 0 else { return nil }
    return zip(actual, forecast).reduce(0) { $0 + abs($1.0 / came - $1.1 / foretold) }
  }
}

/// Running sums of errors.
private struct BacktestTally {
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
