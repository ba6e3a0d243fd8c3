import CivilTime
import Foundation
import Rostering

/// The plan's name, zone, days and intervals.
struct HorizonSection {
  var name: String
  var currency: String
  var clock: ZoneClock?
  /// Nil after a problem with its days.
  var horizon: PlanHorizon?

  init(_ root: SectionReader, folderName: String) {
    let log = root.log
    name = root.text("name", default: folderName)
    currency = root.text("currency", default: "CNY")
    clock = log.zone(root.value("zone"), default: "Asia/Shanghai")
    let interval = HorizonSection.interval(root)
    let weekStart = root.value("week-starts").map { log.word($0, among: Weekday.words) }
    let days = HorizonSection.days(root.section("horizon"))
    guard let days, let clock else { return }
    horizon = PlanHorizon(
      firstDate: days.lowerBound, dayCount: days.lowerBound.days(until: days.upperBound) + 1,
      intervalMinutes: interval, clock: clock, weekStart: (weekStart ?? nil) ?? .monday)
  }

  /// After a problem it is the shortest one, so that everything else can still
  /// be checked: whatever begins on any interval begins on one of its.
  private static func interval(_ root: SectionReader) -> Int {
    guard let source = root.value("interval") else { return 30 }
    guard let minutes = root.log.minutes(source, in: 1...1_440) else { return 15 }
    if [15, 30, 60].contains(minutes) { return minutes }
    root.log.report(
      .outOfRange, source, "\(quoted(source.text)) is no length of an interval.",
      expected: "15m, 30m or 60m")
    return 15
  }

  private static func days(_ section: SectionReader) -> ClosedRange<CivilDate>? {
    let log = section.log
    let from = section.value("from")
    let to = section.value("to")
    let first = from.flatMap { log.date($0) }
    let last = to.flatMap { log.date($0) }
    guard let first, let last, let to else { return nil }
    guard first <= last else {
      log.report(
        .reversed, to, "The horizon ends on \(last), before it begins on \(first).",
        expected: "a date from \(first) on")
      return nil
    }
    let dayCount = first.days(until: last) + 1
    guard dayCount <= 731 else {
      log.report(
        .horizonTooLong, to, "The horizon has \(dayCount) days.",
        expected: "at most 731 days, so a date up to \(first.adding(days: 730))")
      return nil
    }
    return first...last
  }
}

extension ProblemLog {
  /// The clock of a time zone; of the default where none is given, and after
  /// a problem, so that everything else can still be checked.
  func zone(_ source: SourceText?, default fallback: String) -> ZoneClock? {
    guard let source else { return ZoneClock(identifier: fallback) }
    if let clock = ZoneClock(identifier: source.text) { return clock }
    report(
      .unknownZone, source, "\(quoted(source.text)) is no time zone that this system knows.",
      expected: "a name such as Asia/Shanghai",
      action: suggestion(for: source.text, among: TimeZone.knownTimeZoneIdentifiers.sorted()))
    return ZoneClock(identifier: fallback)
  }
}
