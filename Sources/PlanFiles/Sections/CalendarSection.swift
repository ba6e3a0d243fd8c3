import CivilTime
import Rostering
import Workload

/// What the calendar says of days, in law and for demand.
struct CalendarSection {
  /// What a day is for demand where the plan says so itself.
  enum DemandWord: CaseIterable {
    case holiday, eve, bridge, dayAfter, ordinary

    static let words = [
      KnownWord("holiday", DemandWord.holiday), KnownWord("eve", .eve),
      KnownWord("bridge", .bridge), KnownWord("day-after", .dayAfter),
      KnownWord("ordinary", .ordinary),
    ]
  }

  /// The days in law.
  private(set) var calendar: PlanCalendar
  /// What the plan itself says of days for demand.
  private(set) var demandWords: [CivilDate: DemandWord] = [:]
  /// The holiday named with such a day.
  private(set) var namedHolidays: [CivilDate: String] = [:]
  /// The weekday whose demand a day has, where the plan says so.
  private(set) var worksLike: [CivilDate: Weekday] = [:]
  /// The spans of days that were written, for messages.
  private var lineOfDate: [CivilDate: Int] = [:]

  init(_ section: SectionReader) {
    let log = section.log
    calendar = PlanCalendar()
    if let names = section.values("rest-weekdays") {
      calendar.restWeekdays = Set(names.compactMap { log.word($0, among: Weekday.words) })
    }
    let days = section.section("days")
    for entry in days.all { add(entry, key: days.key, log: log) }
  }

  private mutating func add(_ entry: PlanEntry, key: PlanKey, log: ProblemLog) {
    let dates = log.dates(entry.key)
    var given: DayClass?
    var section = SectionReader(absent: key.withoutFreeKeys, at: entry.value.place, log: log)
    if case .scalar(.some) = entry.value.content {
      given = log.single(entry.value, form: "a day class").flatMap {
        log.word($0, among: DayClass.words)
      }
    } else {
      section = SectionReader(entry.value, key: key.withoutFreeKeys, log: log)
      given = section.value("class").flatMap { log.word($0, among: DayClass.words) }
    }
    let holiday = section.value("holiday").flatMap { log.name($0) }
    let demandText = section.value("demand")
    let demand = demandText.flatMap { log.word($0, among: DemandWord.words) }
    let weekday = section.value("works-like").flatMap { log.word($0, among: Weekday.words) }
    if let demandText, let demand, demand != .ordinary, holiday == nil {
      log.report(
        .conflicting, demandText, "\(quoted(demandText.text)) belongs to a holiday.",
        expected: "the key \"holiday\" beside it")
    }
    guard let dates else { return }
    guard dates.lowerBound.days(until: dates.upperBound) < 400 else {
      log.report(
        .outOfRange, entry.key, "\(quoted(entry.key.text)) is longer than a year.",
        expected: "a span of at most 400 days")
      return
    }
    var date = dates.lowerBound
    while date <= dates.upperBound {
      if let line = lineOfDate[date] {
        log.report(
          .conflicting, entry.key, "\(date) is described here again, first in line \(line).",
          action: "Describe each date once.")
        return
      }
      lineOfDate[date] = entry.key.place.line
      let belongs = demand == nil || demand == .holiday
      calendar.days[date] = CalendarDay(
        dayClass: given ?? calendar.dayClass(on: date), holiday: belongs ? holiday : nil)
      demandWords[date] = demand
      namedHolidays[date] = holiday
      worksLike[date] = weekday
      date = date.adding(days: 1)
    }
  }

  /// The names of all holidays, those of eves and bridge days included.
  var holidayNames: [String] {
    var names: [String] = []
    for (_, name) in namedHolidays.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }
}

extension PlanKey {
  /// The same key as one whose children are fixed.
  var withoutFreeKeys: PlanKey {
    PlanKey(
      name, form: form, default: defaultText, summary, isRequired: isRequired, children: children)
  }
}
