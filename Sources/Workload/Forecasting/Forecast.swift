import CivilTime

/// Expected arrivals and handle times per interval of a horizon, for each
/// queue or class, with bands and with the reasons for each day's figure.
public struct Forecast: Equatable, Sendable {
  /// The intervals of the horizon.
  public let axis: DemandAxis
  /// One forecast a queue or class, in the order they were asked for.
  public let series: [SeriesForecast]

  /// A forecast.
  public init(axis: DemandAxis, series: [SeriesForecast]) {
    self.axis = axis
    self.series = series
  }

  /// The forecast of the queue or class `name`, or nil.
  public func series(named name: String) -> SeriesForecast? {
    series.first { $0.name == name }
  }
}

/// The forecast of one queue or class.
public struct SeriesForecast: Equatable, Sendable {
  /// The queue or class.
  public let name: String
  /// One entry a day of the horizon.
  public let days: [DayForecast]

  /// A forecast of one queue or class.
  public init(name: String, days: [DayForecast]) {
    self.name = name
    self.days = days
  }

  /// Mean arrivals over all intervals of the horizon.
  public var arrivals: [Double] { days.flatMap(\.arrivals) }
  /// Mean handle seconds over all intervals of the horizon.
  public var handleSeconds: [Double] { days.flatMap(\.handleSeconds) }
}

/// The forecast of one day: per interval the mean and a band, and why.
///
/// Before events, mean arrivals of the day = `reason.level` x
/// `reason.weekdayFactor` x `reason.monthFactor` x `reason.ratio`.
public struct DayForecast: Equatable, Sendable {
  /// The day.
  public let date: CivilDate
  /// What kind of day it is.
  public let label: DayLabel
  /// Why the day's total is what it is.
  public let reason: ForecastReason
  /// Mean arrivals per interval.
  public let arrivals: [Double]
  /// Mean handle time in seconds per interval.
  public let handleSeconds: [Double]
  /// Arrivals per interval that one day in ten stays at or below (P10).
  public let low: [Double]
  /// The median of arrivals per interval (P50).
  public let median: [Double]
  /// Arrivals per interval that nine days in ten stay at or below (P90).
  public let high: [Double]
  /// The band of the whole day's arrivals.
  public let totalBand: DemandBand
  /// How much the mean of an interval may differ from `arrivals`: its variance
  /// as a share of the squared mean, Poisson noise not included.
  public let rateVariance: Double
  /// The part of `rateVariance` that all intervals of the day have in common.
  public let dayVariance: Double

  /// Mean arrivals of the day.
  public var total: Double { arrivals.reduce(0, +) }

  /// A day's forecast.
  public init(
    date: CivilDate, label: DayLabel, reason: ForecastReason, arrivals: [Double],
    handleSeconds: [Double], low: [Double], median: [Double], high: [Double],
    totalBand: DemandBand, rateVariance: Double = 0, dayVariance: Double = 0
  ) {
    self.date = date
    self.label = label
    self.reason = reason
    self.arrivals = arrivals
    self.handleSeconds = handleSeconds
    self.low = low
    self.median = median
    self.high = high
    self.totalBand = totalBand
    self.rateVariance = rateVariance
    self.dayVariance = dayVariance
  }
}

/// Three points of a demand's distribution.
public struct DemandBand: Equatable, Sendable {
  /// The tenth percentile.
  public let low: Double
  /// The median.
  public let median: Double
  /// The ninetieth percentile.
  public let high: Double

  /// A band.
  public init(low: Double, median: Double, high: Double) {
    self.low = low
    self.median = median
    self.high = high
  }
}

/// The factors behind a day's total.
public struct ForecastReason: Equatable, Sendable {
  /// Arrivals of an average day around the horizon, trend included.
  public let level: Double
  /// This weekday's share of an average day (1 is average).
  public let weekdayFactor: Double
  /// What the day of the month multiplies it by (pay day, month's end).
  public let monthFactor: Double
  /// What the kind of day multiplies the usual total by.
  public let ratio: Double
  /// Where the ratio comes from.
  public let ratioSource: RatioSource
  /// Names of the events that changed the day, in the order given.
  public let events: [String]

  /// The factors of a day.
  public init(
    level: Double, weekdayFactor: Double, monthFactor: Double, ratio: Double,
    ratioSource: RatioSource, events: [String]
  ) {
    self.level = level
    self.weekdayFactor = weekdayFactor
    self.monthFactor = monthFactor
    self.ratio = ratio
    self.ratioSource = ratioSource
    self.events = events
  }
}

/// Where the ratio of a special day comes from.
public enum RatioSource: Equatable, Sendable {
  /// An ordinary day: the ratio is 1.
  case ordinary
  /// Stated in the plan.
  case stated
  /// Learned from these days with the same label, shrunk towards days of the
  /// same kind.
  case learned(from: [CivilDate])
  /// The label was never seen; taken from these days of the same kind.
  case pooled(from: [CivilDate])
  /// Nothing of the kind was ever seen; the day is forecast as ordinary.
  case unknown
}
