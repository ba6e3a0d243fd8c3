import CivilTime
import Rostering
import Workload

/// Opening hours by date, day class and weekday.
struct OpeningSection {
  /// Hours of a day in minutes from its midnight; nil when closed.
  typealias Hours = Range<Int>?

  private var usual: Hours = 0..<1_440
  private var byWeekday: [Weekday: Hours] = [:]
  private var byClass: [DayClass: Hours] = [:]
  private var byDate: [CivilDate: Hours] = [:]
  private let calendar: PlanCalendar
  /// False after a problem with the hours: those of some days are not what
  /// the plan means.
  private(set) var isComplete = true

  /// The hours under `opening`; a single value holds for every day.
  init(_ root: SectionReader, calendar: PlanCalendar) {
    self.calendar = calendar
    guard let node = root.node("opening") else { return }
    if case .scalar(.some) = node.content {
      let hours = root.value("opening").flatMap { OpeningSection.hours($0, log: root.log) }
      hours.map { usual = $0 }
      isComplete = hours != nil
      return
    }
    for entry in root.section("opening").all { add(entry, log: root.log) }
  }

  private mutating func add(_ entry: PlanEntry, log: ProblemLog) {
    let form = "hours such as 08:00-24:00, or closed"
    let hours = log.single(entry.value, form: form).flatMap {
      OpeningSection.hours($0, log: log)
    }
    if hours == nil { isComplete = false }
    let name = TableSchema.normalized(entry.key.text)
    if name == "default" {
      hours.map { usual = $0 }
    } else if name == "weekend" || name == "weekday" {
      for weekday in Weekday.allCases
      where calendar.restWeekdays.contains(weekday) == (name == "weekend") {
        hours.map { byWeekday[weekday] = byWeekday[weekday] ?? $0 }
      }
    } else if let weekday = Weekday(name: entry.key.text) {
      hours.map { byWeekday[weekday] = $0 }
    } else if let dayClass = DayClass(name: entry.key.text) {
      hours.map { byClass[dayClass] = $0 }
    } else if entry.key.text.first?.isNumber == true {
      guard let dates = log.dates(entry.key), let hours else { return }
      let length = dates.lowerBound.days(until: dates.upperBound)
      guard length <= 3_660 else {
        log.report(
          .outOfRange, entry.key, "\(quoted(entry.key.text)) is longer than ten years.",
          expected: "a shorter span of dates")
        return
      }
      for offset in 0...length { byDate[dates.lowerBound.adding(days: offset)] = hours }
    } else {
      let names =
        ["default", "weekday", "weekend"] + Weekday.allCases.map(\.rawValue)
        + DayClass.allCases.map(\.rawValue)
      log.report(
        .keyUnknown, entry.key, "\(quoted(entry.key.text)) names no days.",
        expected: "a date or one of \(listed(names))",
        action: suggestion(for: entry.key.text, among: names))
    }
  }

  private static func hours(_ source: SourceText, log: ProblemLog) -> Hours? {
    if ["closed", "休息", "关闭", "休业"].contains(source.text.lowercased()) { return .some(nil) }
    return log.clockSpan(source).map { .some($0) }
  }

  /// The hours of a date.
  func hours(on date: CivilDate) -> Hours {
    if let hours = byDate[date] { return hours }
    if let hours = byClass[calendar.dayClass(on: date)] { return hours }
    return byWeekday[date.weekday] ?? usual
  }

  /// The same hours as the forecast takes them, for past days too.
  var openingHours: OpeningHours {
    var opening = OpeningHours()
    let week = CivilDate(dayNumber: 4)  // 1970-01-05, a Monday.
    opening.spansByWeekday = (0..<7).map { offset in
      let weekday = week.adding(days: offset).weekday
      let isRest = calendar.restWeekdays.contains(weekday)
      let hours = byClass[isRest ? .restDay : .workday] ?? byWeekday[weekday] ?? usual
      return hours.map { [$0] } ?? []
    }
    for date in Set(calendar.days.keys).union(byDate.keys) {
      opening.spansByDate[date] = hours(on: date).map { [$0] } ?? []
    }
    return opening
  }
}
