import CivilTime
import PlainText
import Workload

/// Writes a forecast, or the scores of its backtest, as CSV.
public struct ForecastWriter: Sendable {
  /// The columns of a forecast, in order.
  public static let columns = [
    "date", "start", "class", "arrivals", "p10", "p50", "p90", "handle_seconds",
  ]
  /// The columns of a backtest, in order.
  public static let backtestColumns = [
    "class", "method", "days_ahead", "days", "interval_wape", "day_wape", "bias",
    "interval_band_coverage", "day_band_coverage",
  ]

  /// A writer of forecasts.
  public init() {}

  /// A forecast, ordered by interval and then by class: `start` is the wall
  /// clock `HH:MM`, `arrivals` the mean with three decimals.
  public func csv(_ forecast: Forecast) -> String {
    var table = CSVText(columns: Self.columns)
    let axis = forecast.axis
    for (day, date) in axis.dates.enumerated() {
      for interval in 0..<axis.intervalsPerDay {
        let start = ClockTime(minuteOfDay: interval * axis.intervalMinutes)
        for series in forecast.series {
          let values = series.days[day]
          table.append([
            .plain("\(date)"), .plain(start.map { "\($0)" } ?? ""), .text(series.name),
            .number(values.arrivals[interval], decimals: 3),
            .number(values.low[interval], decimals: 0),
            .number(values.median[interval], decimals: 0),
            .number(values.high[interval], decimals: 0),
            .number(values.handleSeconds[interval], decimals: 1),
          ])
        }
      }
    }
    return table.text
  }

  /// The scores of backtests, one method a row.
  public func csv(_ tests: [Backtest]) -> String {
    func cell(_ value: Double?) -> CSVCell {
      value.map { .number($0, decimals: 4) } ?? .empty
    }
    var table = CSVText(columns: Self.backtestColumns)
    for test in tests {
      for score in test.scores where !test.dates.isEmpty {
        table.append([
          .text(test.name), .plain(score.method), .integer(test.daysAhead),
          .integer(test.dates.count), .number(score.intervalWAPE, decimals: 4),
          .number(score.dayWAPE, decimals: 4), .number(score.bias, decimals: 4),
          cell(score.intervalBandShare), cell(score.dayBandShare),
        ])
      }
    }
    return table.text
  }
}
