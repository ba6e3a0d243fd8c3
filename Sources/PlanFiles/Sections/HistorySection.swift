import CivilTime
import Foundation
import Rostering
import Workload

/// What the section `workload.history` says about the ticket log.
struct HistorySection {
  /// Whether a row is a ticket or a counted interval.
  enum Kind {
    case tickets, intervals

    static let words = [KnownWord("tickets", Kind.tickets), KnownWord("intervals", .intervals)]
  }

  var file: String
  /// Where the file is named; nil for the default name.
  var filePlace: SourcePlace?
  var kind: Kind
  /// True if the plan itself says the kind.
  private(set) var kindIsStated = false
  /// The product whose export the file is, where the plan names it.
  var preset: HistoryPreset?
  /// Headers chosen for columns.
  var columns: [String: SourceText] = [:]
  /// How times are written, in the order tried.
  var timestamps = [TimestampParser()]
  /// The zone of times without an offset.
  var zone: String
  /// True if the plan itself names that zone.
  private(set) var zoneIsStated = false
  var dates: ClosedRange<CivilDate>?
  var missingDates: [CivilDate] = []
  /// Days whose log is right although it looks odd.
  var trustedDates: [CivilDate] = []
  var abandoned: Set<String> = []
  var leftOut: Set<String> = []
  /// Seconds in the unit of handle times that are plain numbers.
  var handleUnitSeconds = 1.0
  var longestHandleSeconds = 28_800.0

  /// The settings of a plan without a history.
  init(zone: String) {
    file = ""
    kind = .tickets
    self.zone = zone
    longestHandleSeconds = 28_800
  }

  /// Turns the settings to a log of the planned days themselves.
  mutating func takeActuals(file: String, dates: ClosedRange<CivilDate>) {
    self.file = file
    filePlace = nil
    self.dates = dates
    lastDate = dates.upperBound
    endIsStated = true
    isOfActuals = true
    missingDates = []
    trustedDates = []
  }

  init(_ section: SectionReader, horizon: PlanHorizon) {
    let log = section.log
    file = section.text("file", default: "tickets.csv")
    filePlace = section.value("file")?.place
    let word = section.value("preset").flatMap { log.word($0, among: HistoryPreset.words) }
    preset = word.flatMap(HistoryPreset.named)
    let stated = section.value("kind").flatMap { log.word($0, among: Kind.words) }
    kind = stated ?? preset?.kind ?? .tickets
    kindIsStated = stated != nil || preset != nil
    if let preset, let stated, stated != preset.kind, let source = section.value("kind") {
      log.report(
        .conflicting, source, "An export of \(preset.title) is of the other kind.",
        action: "Leave out \"kind\" or \"preset\".")
    }
    let schema: TableSchema = kind == .tickets ? .tickets : .intervals
    let chosen = section.section("columns")
    for column in chosen.key.children.map(\.name) {
      guard let header = chosen.value(column) else { continue }
      if schema.columns.contains(where: { $0.name == column }) {
        columns[column] = header
      } else {
        log.report(
          .conflicting, header, "A history of this kind has no column \(quoted(column)).",
          expected: "one of \(listed(schema.columns.map(\.name)))")
      }
    }
    if let formats = section.values("date-format") {
      timestamps = formats.compactMap { format in
        if format.text == "usual" { return TimestampParser() }
        if let parser = TimestampParser(format: format.text) { return parser }
        log.report(
          .badDateFormat, format, "\(quoted(format.text)) is not a date format.",
          expected: "yyyy, M or MM, d or dd, H or HH (or h with a), mm and perhaps ss, such as "
            + "d/M/yyyy HH:mm, or \"usual\"")
        return nil
      }
      if timestamps.isEmpty { timestamps = [TimestampParser()] }
    }
    zone = horizon.clock.identifier
    if let source = section.value("zone"), let clock = log.zone(source, default: zone) {
      zone = clock.identifier
      zoneIsStated = true
    } else if let presetZone = preset?.zone {
      zone = presetZone
    }
    readDates(section, horizon: horizon)
    abandoned = Set((section.values("abandoned") ?? []).map(\.text))
    leftOut = Set((section.values("left-out") ?? []).map(\.text))
    let units = [
      KnownWord("seconds", 1.0, aliases: ["s", "秒"]),
      KnownWord("minutes", 60.0, aliases: ["m", "分钟"]),
      KnownWord("hours", 3_600.0, aliases: ["h", "小时"]),
    ]
    handleUnitSeconds =
      section.value("handle-unit").flatMap { log.word($0, among: units) } ?? handleUnitSeconds
    longestHandleSeconds =
      section.seconds("longest-handle-time", in: 1...864_000) ?? longestHandleSeconds
  }

  /// The days used. Rows of the horizon itself never are: a forecast must not
  /// learn from what it foretells.
  private mutating func readDates(_ section: SectionReader, horizon: PlanHorizon) {
    let log = section.log
    let lastBefore = horizon.firstDate.adding(days: -1)
    let from = section.value("from").flatMap { log.date($0) }
    var to = section.value("to").flatMap { log.date($0) } ?? lastBefore
    if to > lastBefore {
      log.report(
        .conflicting, at: section.place(of: "to"), value: "\(to)",
        "The history goes to \(to), into the days that are planned.",
        expected: "a date up to \(lastBefore)")
      to = lastBefore
    }
    if let from, from > to {
      log.report(
        .reversed, at: section.place(of: "from"), value: "\(from)",
        "The history begins on \(from), after it ends on \(to).")
    } else {
      dates = from.map { $0...to }
    }
    lastDate = to
    endIsStated = section.has("to")
    missingDates = HistorySection.dateList(section, "missing")
    trustedDates = HistorySection.dateList(section, "trusted")
  }

  private static func dateList(_ section: SectionReader, _ key: String) -> [CivilDate] {
    (section.values(key) ?? []).flatMap { source -> [CivilDate] in
      guard let span = section.log.dates(source) else { return [] }
      let length = span.lowerBound.days(until: span.upperBound)
      guard length <= 3_660 else {
        section.log.report(
          .outOfRange, source, "\(quoted(source.text)) is longer than ten years.",
          expected: "a shorter span of dates")
        return []
      }
      return (0...length).map { span.lowerBound.adding(days: $0) }
    }
  }

  /// The last day used.
  private(set) var lastDate = CivilDate(dayNumber: 0)
  /// True for a log of the planned days, false for one to learn from.
  private(set) var isOfActuals = false
  /// True if the plan itself names that day.
  private(set) var endIsStated = false
}
