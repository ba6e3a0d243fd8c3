import CivilTime
import Rostering

/// Days named by date, by weekday, by class, by holiday or as `all`.
struct DayPicker {
  let horizon: PlanHorizon
  let calendar: PlanCalendar
  let log: ProblemLog

  /// The days of `range` (of the horizon's axis) that a text names: a date, a
  /// span of dates, a weekday, `weekday`, `weekend`, `all`, a day class or a
  /// holiday. Reports a text that names none of them and returns nil; dates
  /// outside the range are left out, and reported if nothing is left.
  func days(_ source: SourceText, within range: Range<Int>) -> Set<Int>? {
    let membership = DayPicker.membership(of: source.text, in: calendar)
    if membership == nil, source.text.first?.isNumber == true {
      guard let dates = log.dates(source) else { return nil }
      let first = horizon.day(of: dates.lowerBound)
      let last = horizon.day(of: dates.upperBound)
      let inside = (first..<(last + 1)).clamped(to: range)
      if inside.isEmpty {
        log.report(
          .outsideHorizon, source,
          "\(quoted(source.text)) lies outside the plan and has no effect.",
          expected: "days from \(horizon.firstDate) to \(horizon.lastDate)")
      }
      return Set(inside)
    }
    guard let isMember = membership else {
      let names = DayPicker.words + calendar.holidayNames
      log.report(
        .badDate, source, "\(quoted(source.text)) names no days.",
        expected: "a date, a span such as 2026-02-16..2026-02-19, or one of \(listed(names))",
        action: suggestion(for: source.text, among: names))
      return nil
    }
    return Set(range.filter { isMember(horizon.date(ofDay: $0)) })
  }

  /// The words that name days in every plan.
  static let words =
    ["all", "weekday", "weekend"] + Weekday.allCases.map(\.rawValue)
    + DayClass.allCases.map(\.rawValue)

  private static func membership(
    of text: String, in calendar: PlanCalendar
  ) -> ((CivilDate) -> Bool)? {
    switch TableSchema.normalized(text) {
    case "all", "every", "everyday", "daily", "每天", "全部": return { _ in true }
    case "weekday", "weekdays": return { !calendar.isWeekend($0) }
    case "weekend", "weekends", "周末": return { calendar.isWeekend($0) }
    default: break
    }
    if let weekday = Weekday(name: text) { return { $0.weekday == weekday } }
    if let dayClass = DayClass(name: text) { return { calendar.dayClass(on: $0) == dayClass } }
    guard let holiday = calendar.holidayNames.first(where: { $0.lowercased() == text.lowercased() })
    else { return nil }
    return { calendar.holiday(on: $0) == holiday }
  }
}

extension PlanCalendar {
  /// The names of the holidays, each once, by their first date.
  var holidayNames: [String] {
    var names: [String] = []
    for (_, day) in days.sorted(by: { $0.key < $1.key }) {
      if let name = day.holiday, !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Weekday {
  /// A weekday by its English name, its first three letters or its Chinese
  /// name, or nil.
  init?(name: String) {
    let wanted = TableSchema.normalized(name)
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    let found = Weekday.allCases.first { day in
      let short = String(day.rawValue.prefix(3))
      let sign = chinese[day.index]
      return [day.rawValue, day.rawValue + "s", short, "周" + sign, "星期" + sign].contains(wanted)
    }
    guard let day = found ?? (wanted == "星期天" || wanted == "周天" ? .sunday : nil) else {
      return nil
    }
    self = day
  }

  /// The words a file may use for weekdays.
  static let words = allCases.map { KnownWord($0.rawValue, $0) }
}

extension DayClass {
  /// The words a file may use for day classes.
  static let words = [
    KnownWord("workday", DayClass.workday, aliases: ["工作日"]),
    KnownWord("rest-day", .restDay, aliases: ["休息日"]),
    KnownWord("statutory-day", .statutoryDay, aliases: ["法定节假日", "法定假日"]),
    KnownWord("adjusted-workday", .adjustedWorkday, aliases: ["调休工作日", "调班", "补班"]),
  ]

  /// A day class by one of its words, or nil.
  init?(name: String) {
    let wanted = TableSchema.normalized(name)
    let found = DayClass.words.first { word in
      ([word.name] + word.aliases).contains { TableSchema.normalized($0) == wanted }
    }
    guard let found else { return nil }
    self = found.value
  }
}
