import CivilTime
import Foundation

/// Forecasts arrivals and handle times per interval from counted history.
///
/// A day's mean is level x weekday factor x day-of-month factor x the ratio of
/// its label, spread over the day by its weekday's profile (or by that of
/// similar holidays), then changed by events. See ``ForecastReason`` for the
/// factors behind each day.
///
///     let forecaster = Forecaster()
///     let forecast = forecaster.forecast(
///       series, labels: labels, over: DemandAxis(
///         firstDate: eve, dayCount: 9, intervalMinutes: 30)!)
public struct Forecaster: Equatable, Sendable {
  /// After how many days a day counts half for the level.
  public var levelHalfLifeDays: Double
  /// After how many days a day counts half for weekday and month factors.
  public var weekdayHalfLifeDays: Double
  /// After how many days a day counts half for the intraday profile.
  public var shapeHalfLifeDays: Double
  /// Whether a pattern over the days of the month is looked for; it needs
  /// eight weeks of history.
  public var learnsMonthPosition: Bool
  /// The share of a measured trend that is carried on, 0 to 1; it also fades
  /// with the distance.
  public var trendDamping: Double

  /// A forecaster; the defaults were chosen on half-hourly call counts of a
  /// bank, seven days ahead, and changing any of them by half moved the error
  /// by less than a fiftieth.
  public init(
    levelHalfLifeDays: Double = 21, weekdayHalfLifeDays: Double = 120,
    shapeHalfLifeDays: Double = 42, learnsMonthPosition: Bool = true, trendDamping: Double = 0.5
  ) {
    self.levelHalfLifeDays = max(1, levelHalfLifeDays)
    self.weekdayHalfLifeDays = max(1, weekdayHalfLifeDays)
    self.shapeHalfLifeDays = max(1, shapeHalfLifeDays)
    self.learnsMonthPosition = learnsMonthPosition
    self.trendDamping = min(1, max(0, trendDamping))
  }

  /// Forecasts every series over a horizon.
  ///
  /// - Parameters:
  ///   - series: The history, one series a queue or class. Series with other
  ///     intervals than the horizon's are resampled.
  ///   - labels: The special days of the past and of the horizon.
  ///   - adjustments: What the planner knows better.
  ///   - openings: When the customers of each series are served, by name: a
  ///     special day with hours of its own is forecast within them. Series
  ///     without an entry may bring arrivals at any hour.
  ///   - axis: The horizon; normally after the history, days inside it are
  ///     forecast as if directly after its end.
  /// - Complexity: O(days x intervals) for each series.
  public func forecast(
    _ series: [DemandSeries], labels: [CivilDate: DayLabel],
    adjustments: ForecastAdjustments = ForecastAdjustments(),
    openings: [String: OpeningHours] = [:], over axis: DemandAxis
  ) -> Forecast {
    Forecast(
      axis: axis,
      series: series.map { past in
        let resampled = past.resampled(intervalMinutes: axis.intervalMinutes) ?? past
        let fitted = FittedSeries(
          series: resampled, labels: labels, forecaster: self, opening: openings[past.name])
        let days = axis.dates.map { date in
          fitted.day(date, label: labels[date, default: .ordinary], adjustments: adjustments)
        }
        return SeriesForecast(name: past.name, days: days)
      })
  }
}
