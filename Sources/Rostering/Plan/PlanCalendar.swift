import CivilTime

/// What a day is in law, and so in pay.
public enum DayClass: String, CaseIterable, Codable, Sendable {
  /// An ordinary working day.
  case workday
  /// A weekly rest day, or a day given off around a holiday.
  case restDay = "rest-day"
  /// A public holiday fixed by law.
  case statutoryDay = "statutory-day"
  /// A weekend day worked in exchange for a holiday's bridge day.
  case adjustedWorkday = "adjusted-workday"
}

/// A day that differs from its weekday, or carries a holiday's name.
public struct CalendarDay: Hashable, Sendable {
  /// What the day is in law.
  public var dayClass: DayClass
  /// The holiday it belongs to, if any; several days may share a name.
  public var holiday: String?

  /// A named or reclassified day.
  public init(dayClass: DayClass, holiday: String? = nil) {
    self.dayClass = dayClass
    self.holiday = holiday
  }
}

/// The class of every date: rest days by weekday, with exceptions.
public struct PlanCalendar: Sendable {
  /// Weekdays that are rest days unless the calendar says otherwise.
  public var restWeekdays: Set<Weekday>
  /// The dates that differ from their weekday or have a holiday's name.
  public var days: [CivilDate: CalendarDay]

  /// A calendar with the given rest weekdays and exceptions.
  public init(
    restWeekdays: Set<Weekday> = [.saturday, .sunday], days: [CivilDate: CalendarDay] = [:]
  ) {
    self.restWeekdays = restWeekdays
    self.days = days
  }

  /// The class of a date.
  public func dayClass(on date: CivilDate) -> DayClass {
    days[date]?.dayClass ?? (restWeekdays.contains(date.weekday) ? .restDay : .workday)
  }

  /// The name of the holiday a date belongs to, if any.
  public func holiday(on date: CivilDate) -> String? { days[date]?.holiday }

  /// True for a date that belongs to a weekend: a rest weekday that is not an
  /// adjusted workday.
  public func isWeekend(_ date: CivilDate) -> Bool {
    restWeekdays.contains(date.weekday) && days[date]?.dayClass != .adjustedWorkday
  }
}
