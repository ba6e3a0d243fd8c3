import CivilTime
import PlainText
import Workload

/// What `forecast --format json` prints.
public struct ForecastJSON: Sendable {
  /// The plan's name.
  public let title: String
  /// The forecast.
  public let forecast: Forecast

  /// A forecast of a plan.
  public init(_ forecast: Forecast, title: String) {
    self.forecast = forecast
    self.title = title
  }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value.
  public var tree: JSONTree {
    .object([
      ("plan", .string(title)), ("interval_minutes", .integer(forecast.axis.intervalMinutes)),
      (
        "classes",
        .array(
          forecast.series.map { series in
            .object([("name", .string(series.name)), ("days", .array(series.days.map(day)))])
          })
      ),
    ])
  }

  private func day(_ day: DayForecast) -> JSONTree {
    func numbers(_ values: [Double], decimals: Int) -> JSONTree {
      .array(values.map { .number($0, decimals: decimals) })
    }
    let reason = day.reason
    return .object([
      ("date", .string("\(day.date)")), ("day", .string(day.label.description)),
      ("mean", .number(day.total, decimals: 3)), ("p10", .number(day.totalBand.low, decimals: 0)),
      ("p50", .number(day.totalBand.median, decimals: 0)),
      ("p90", .number(day.totalBand.high, decimals: 0)),
      (
        "reason",
        .object([
          ("level", .number(reason.level, decimals: 4)),
          ("weekday_factor", .number(reason.weekdayFactor, decimals: 4)),
          ("month_factor", .number(reason.monthFactor, decimals: 4)),
          ("ratio", .number(reason.ratio, decimals: 4)),
          ("ratio_source", .string(Self.word(reason.ratioSource))),
          ("ratio_days", .array(Self.days(reason.ratioSource).map { .string("\($0)") })),
          ("events", .array(reason.events.map { .string($0) })),
        ])
      ),
      (
        "intervals",
        .object([
          ("mean", numbers(day.arrivals, decimals: 3)), ("p10", numbers(day.low, decimals: 0)),
          ("p50", numbers(day.median, decimals: 0)), ("p90", numbers(day.high, decimals: 0)),
          ("handle_seconds", numbers(day.handleSeconds, decimals: 1)),
        ])
      ),
    ])
  }

  static func word(_ source: RatioSource) -> String {
    switch source {
    case .ordinary: "ordinary"
    case .stated: "stated"
    case .learned: "learned"
    case .pooled: "pooled"
    case .unknown: "unknown"
    }
  }

  static func days(_ source: RatioSource) -> [CivilDate] {
    switch source {
    case .ordinary, .stated, .unknown: []
    case .learned(let days), .pooled(let days): days
    }
  }
}

/// What `forecast --backtest --format json` prints.
public struct BacktestJSON: Sendable {
  /// The plan's name.
  public let title: String
  /// The tests, one a class.
  public let tests: [Backtest]
  /// The length of an interval in minutes.
  public let intervalMinutes: Int

  /// Backtests of a plan.
  public init(_ tests: [Backtest], title: String, intervalMinutes: Int) {
    self.tests = tests
    self.title = title
    self.intervalMinutes = intervalMinutes
  }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value.
  public var tree: JSONTree {
    .object([
      ("plan", .string(title)), ("interval_minutes", .integer(intervalMinutes)),
      ("classes", .array(tests.map(test))),
    ])
  }

  private func test(_ test: Backtest) -> JSONTree {
    .object([
      ("name", .string(test.name)), ("days_ahead", .integer(test.daysAhead)),
      ("ordinary_days", .integer(test.dates.count)),
      ("first", .string(test.dates.first.map { "\($0)" })),
      ("last", .string(test.dates.last.map { "\($0)" })),
      ("left_out", .array(test.leftOut.map { .string("\($0)") })),
      (
        "scores",
        .array(
          test.scores.map { score in
            .object([
              ("method", .string(score.method)),
              ("interval_wape", .number(score.intervalWAPE, decimals: 6)),
              ("day_wape", .number(score.dayWAPE, decimals: 6)),
              ("bias", .number(score.bias, decimals: 6)),
              ("interval_band_coverage", .number(score.intervalBandShare, decimals: 4)),
              ("day_band_coverage", .number(score.dayBandShare, decimals: 4)),
            ])
          })
      ),
      ("special_day_factor", .number(test.specialDayFactor, decimals: 4)),
      ("special_day_wape", .number(test.specialDayWAPE?.forecast, decimals: 4)),
      ("special_day_wape_as_ordinary", .number(test.specialDayWAPE?.asOrdinary, decimals: 4)),
      ("special_day_shape_error", .number(test.specialDayShapeError, decimals: 4)),
      (
        "special_days",
        .array(
          test.specialDays.map { trial in
            .object([
              ("date", .string("\(trial.date)")), ("day", .string(trial.label.description)),
              ("p10", .number(trial.band.low, decimals: 0)),
              ("forecast", .number(trial.forecast, decimals: 2)),
              ("p90", .number(trial.band.high, decimals: 0)),
              ("actual", .number(trial.actual, decimals: 2)),
              ("as_ordinary", .number(trial.asOrdinary, decimals: 2)),
              ("factor", .number(trial.factor, decimals: 4)),
              ("shape_error", .number(trial.shapeError, decimals: 4)),
              ("ratio_source", .string(ForecastJSON.word(trial.source))),
            ])
          })
      ),
    ])
  }
}
