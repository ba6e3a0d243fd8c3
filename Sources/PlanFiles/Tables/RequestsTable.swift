import CivilTime
import Rostering

/// The leave and wishes of requests.csv.
struct RequestsTable {
  private(set) var requests: [StaffRequest] = []

  private let horizon: PlanHorizon
  private let calendar: PlanCalendar
  private let patterns: [ShiftPattern]
  private let staff: StaffTable
  private let log: ProblemLog
  private let leavePrice: Double
  private let wishPrice: Double

  private enum Kind {
    case approvedLeave, askedLeave, dayOff, dayOn, shiftOn, shiftOff

    var isLeave: Bool { self == .approvedLeave || self == .askedLeave }
    var namesShift: Bool { self == .shiftOn || self == .shiftOff }

    static let words = [
      KnownWord(
        "approved-leave", Kind.approvedLeave,
        aliases: [
          "leave", "sick", "sick-leave", "已批准休假", "已批假", "批假", "年假", "请假", "休假", "病假", "事假",
          "已批准請假", "請假",
        ]),
      KnownWord(
        "asked-leave", .askedLeave,
        aliases: ["requested-leave", "申请休假", "请假申请", "申请请假", "申請休假", "請假申請", "申請請假"]),
      KnownWord("day-off", .dayOff, aliases: ["off", "希望休息", "想休"]),
      KnownWord("day-on", .dayOn, aliases: ["on", "希望上班", "想上班"]),
      KnownWord("shift-on", .shiftOn, aliases: ["希望班次", "想上班次"]),
      KnownWord("shift-off", .shiftOff, aliases: ["不要班次", "不想上班次"]),
    ]
  }

  init(
    _ table: TableReader, horizon: PlanHorizon, calendar: PlanCalendar, patterns: [ShiftPattern],
    staff: StaffTable, prices: SectionReader, log: ProblemLog
  ) {
    self.horizon = horizon
    self.calendar = calendar
    self.patterns = patterns
    self.staff = staff
    self.log = log
    leavePrice = prices.price("asked-leave", default: 150)
    wishPrice = prices.price("wish", default: 30)
    var table = table
    guard table.hasHeader else { return }
    while let row = table.next() {
      if !row.isRagged { add(row) }
    }
  }

  private mutating func add(_ row: TableRow) {
    let id = row.required("employee").flatMap { staff.employeeID($0, log: log) }
    let kind = row.required("kind").flatMap { log.word($0, among: Kind.words) }
    let minutes = minutes(row, kind: kind)
    let price = row.value("price").flatMap { log.number($0, in: ProblemLog.prices) }
    var pattern = ""
    if let kind, kind.namesShift {
      guard let shift = row.required("shift", expected: "a shift of the plan"),
        let found = log.pattern(shift, among: patterns)
      else { return }
      pattern = found.name
    } else if kind != nil, let shift = row.value("shift") {
      log.report(
        .conflicting, shift, "This kind of request names no shift.",
        expected: "an empty field, or the kind shift-on or shift-off")
    }
    guard let id, let kind, let minutes else { return }
    let holiday = row.value("holiday")?.text
    let spans = minutes.compactMap { inside($0, kind: kind) }
    if spans.isEmpty {
      log.report(
        .outsideHorizon, at: row.place, value: row.value("from")?.text ?? holiday ?? "",
        "The request lies outside the plan and is not used.",
        expected: "days from \(horizon.firstDate) to \(horizon.lastDate)")
    }
    for span in spans {
      let request: RequestKind =
        switch kind {
        case .approvedLeave: .approvedLeave
        case .askedLeave: .askedLeave
        case .dayOff: .dayOff
        case .dayOn: .dayOn
        case .shiftOn: .shiftOn(pattern: pattern)
        case .shiftOff: .shiftOff(pattern: pattern)
        }
      let usual = kind == .approvedLeave ? 0 : kind == .askedLeave ? leavePrice : wishPrice
      requests.append(
        StaffRequest(
          employeeID: id, kind: request, minutes: span, price: price ?? usual, holiday: holiday))
    }
  }

  /// The part of a span that matters. Leave after the horizon still binds a
  /// shift that passes the last midnight; wishes are about days of the
  /// horizon.
  private func inside(_ span: Range<Int>, kind: Kind) -> Range<Int>? {
    let end = horizon.dayCount * 1_440
    let part = span.clamped(to: 0..<(kind == .approvedLeave ? end + 2_880 : end))
    return part.isEmpty ? nil : part
  }

  // MARK: Days

  private func minutes(_ row: TableRow, kind: Kind?) -> [Range<Int>]? {
    if let name = row.value("holiday") {
      if let from = row.value("from") {
        log.report(
          .conflicting, from, "The request has a holiday and days.", action: "Keep one of them.")
        return nil
      }
      return holidaySpans(name)
    }
    guard
      let from = row.required("from", expected: "the first day, or a holiday in \"holiday\"")
    else { return nil }
    let to = row.value("to")
    let start = moment(from, kind: kind)
    let end = to.map { moment($0, kind: kind) } ?? start
    guard let start, let end else { return nil }
    if to == nil, !start.isDay {
      log.report(.valueMissing, at: row.place("to"), "The request has a time but no end.")
      return nil
    }
    let last = end.isDay ? end.minute + 1_440 : end.minute
    guard start.minute < last else {
      log.report(
        .reversed, to ?? from, "The request ends before it begins.",
        expected: "an end after \(from.text)")
      return nil
    }
    return [start.minute..<last]
  }

  /// A day, or for leave a day and time, in minutes of the axis.
  private func moment(_ source: SourceText, kind: Kind?) -> (minute: Int, isDay: Bool)? {
    let parts = source.text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    if parts.count == 2, let time = parsedClockTime(parts[1]), parsedDate(parts[0]) != nil {
      if time == 0 || kind?.isLeave ?? true {
        guard let date = log.date(source.part(parts[0])) else { return nil }
        // Spreadsheets add 0:00 or 00:00:00 to days.
        let isDay =
          time == 0 && (parts[1].count == 8 || parts[1] == "0:00" || kind?.isLeave == false)
        return (horizon.day(of: date) * 1_440 + time, isDay)
      }
      log.report(
        .badDate, source, "\(quoted(source.text)) has a time; wishes are about whole days.",
        expected: "a date such as 2026-02-16")
      return nil
    }
    return log.date(source).map { (horizon.day(of: $0) * 1_440, true) }
  }

  /// The runs of days of a holiday inside the horizon.
  private func holidaySpans(_ name: SourceText) -> [Range<Int>]? {
    let known = calendar.holidayNames
    guard let holiday = known.first(where: { $0.lowercased() == name.text.lowercased() }) else {
      log.report(
        .unknownHoliday, name, "\(quoted(name.text)) is no holiday of the calendar.",
        expected: known.isEmpty ? "" : "one of \(listed(known))",
        action: suggestion(for: name.text, among: known))
      return nil
    }
    var spans: [Range<Int>] = []
    for day in 0..<horizon.dayCount where calendar.holiday(on: horizon.date(ofDay: day)) == holiday
    {
      if let last = spans.last, last.upperBound == day * 1_440 {
        spans[spans.count - 1] = last.lowerBound..<((day + 1) * 1_440)
      } else {
        spans.append((day * 1_440)..<((day + 1) * 1_440))
      }
    }
    return spans
  }
}
