import CivilTime

/// The days a plan covers and the intervals they are cut into.
///
/// Days count from 0. Minutes count on the wall clock of the plan's zone from
/// the midnight that begins day 0; the days before the horizon are negative.
public struct PlanHorizon: Sendable {
  /// The first day.
  public let firstDate: CivilDate
  /// The number of days, at least 1.
  public let dayCount: Int
  /// The length of an interval: 15, 30 or 60 minutes.
  public let intervalMinutes: Int
  /// The zone whose wall clock the plan is written in.
  public let clock: ZoneClock
  /// The weekday on which a calendar week begins.
  public let weekStart: Weekday

  /// A horizon of `dayCount` days from `firstDate`, or nil when a value is
  /// out of its range.
  public init?(
    firstDate: CivilDate, dayCount: Int, intervalMinutes: Int, clock: ZoneClock,
    weekStart: Weekday = .monday
  ) {
    guard (1...731).contains(dayCount), [15, 30, 60].contains(intervalMinutes) else { return nil }
    self.firstDate = firstDate
    self.dayCount = dayCount
    self.intervalMinutes = intervalMinutes
    self.clock = clock
    self.weekStart = weekStart
  }

  /// Intervals in a day: 96, 48 or 24.
  public var intervalsPerDay: Int { 1_440 / intervalMinutes }
  /// Intervals in the horizon.
  public var intervalCount: Int { dayCount * intervalsPerDay }
  /// The last day.
  public var lastDate: CivilDate { firstDate.adding(days: dayCount - 1) }

  /// The date of a day of the axis, also before and after the horizon.
  public func date(ofDay day: Int) -> CivilDate { firstDate.adding(days: day) }

  /// The day of the axis a date falls on; negative before the horizon.
  public func day(of date: CivilDate) -> Int { firstDate.days(until: date) }

  /// The weekday of a day of the axis.
  public func weekday(ofDay day: Int) -> Weekday { date(ofDay: day).weekday }

  /// The day of the axis a minute falls on, rounding towards the past.
  public func day(ofMinute minute: Int) -> Int {
    minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440
  }

  /// The calendar weeks that touch the horizon, each with all of its seven
  /// days: the first may begin before day 0, the last may end after the
  /// horizon.
  public var weeks: [Range<Int>] {
    let offset = weekday(ofDay: 0).position(inWeekStartingOn: weekStart)
    return stride(from: -offset, to: dayCount, by: 7).map { $0..<($0 + 7) }
  }

  /// The calendar months that touch the horizon, each with all of its days.
  public var months: [Range<Int>] {
    var months: [Range<Int>] = []
    var day = 0
    while day < dayCount {
      let (year, month, dayOfMonth) = date(ofDay: day).parts
      let start = day - (dayOfMonth - 1)
      let end = start + CivilDate.dayCount(year: year, month: month)
      months.append(start..<end)
      day = end
    }
    return months
  }
}
