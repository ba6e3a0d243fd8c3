import CivilTime

/// The intervals of a run of days: how an array over time is indexed.
///
/// Interval `k` starts `k * intervalMinutes` wall-clock minutes after the
/// midnight of `firstDate`; every day has `intervalsPerDay` of them.
public struct DemandAxis: Equatable, Sendable {
  /// The interval lengths a history, a forecast or a need may have, in minutes.
  public static let allowedIntervalMinutes = [15, 30, 60]

  /// The first day.
  public let firstDate: CivilDate
  /// The number of days, at least 0.
  public let dayCount: Int
  /// The length of an interval in minutes: 15, 30 or 60.
  public let intervalMinutes: Int

  /// An axis, or nil if the number of days is negative or the interval is
  /// none of `allowedIntervalMinutes`.
  public init?(firstDate: CivilDate, dayCount: Int, intervalMinutes: Int) {
    guard dayCount >= 0, DemandAxis.allowedIntervalMinutes.contains(intervalMinutes) else {
      return nil
    }
    self.firstDate = firstDate
    self.dayCount = dayCount
    self.intervalMinutes = intervalMinutes
  }

  /// Intervals of one day: 96, 48 or 24.
  public var intervalsPerDay: Int { 1_440 / intervalMinutes }
  /// Intervals of the whole axis.
  public var intervalCount: Int { dayCount * intervalsPerDay }
  /// The length of an interval in seconds.
  public var intervalSeconds: Double { Double(intervalMinutes * 60) }
  /// The length of an interval in hours.
  public var intervalHours: Double { Double(intervalMinutes) / 60 }
  /// The days, in order.
  public var dates: [CivilDate] { (0..<dayCount).map { firstDate.adding(days: $0) } }

  /// The day of an interval.
  public func date(ofInterval interval: Int) -> CivilDate {
    firstDate.adding(days: interval / intervalsPerDay)
  }

  /// The minute of the day at which an interval starts, 0 to 1,439.
  public func startMinuteOfDay(ofInterval interval: Int) -> Int {
    interval % intervalsPerDay * intervalMinutes
  }

  /// The position of a day, or nil outside the axis.
  public func dayIndex(of date: CivilDate) -> Int? {
    let index = firstDate.days(until: date)
    return (0..<dayCount).contains(index) ? index : nil
  }

  /// The intervals of the day at position `day`.
  public func intervals(ofDay day: Int) -> Range<Int> {
    day * intervalsPerDay..<(day + 1) * intervalsPerDay
  }
}
