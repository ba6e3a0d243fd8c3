import CivilTime
import Rostering

/// The settled days of pinned.csv, with the places of their rows.
struct PinnedTable {
  private(set) var days: [PinnedDay] = []
  private(set) var places: [SourcePlace] = []

  init(
    _ table: TableReader, horizon: PlanHorizon, patterns: [ShiftPattern], staff: StaffTable,
    log: ProblemLog
  ) {
    var table = table
    guard table.hasHeader else { return }
    var indexOfPin: [String: [Int: Int]] = [:]
    while let row = table.next() {
      guard !row.isRagged,
        let pin = PinnedTable.pin(
          row,
          rows: ShiftRow(
            horizon: horizon, patterns: patterns, staff: staff, missingBreaks: .atTheEarliest,
            log: log))
      else { continue }
      if let first = indexOfPin[pin.employeeID]?[pin.day] {
        log.report(
          .rowRepeated, at: row.place, value: pin.employeeID,
          "\(quoted(pin.employeeID)) is pinned on \(horizon.date(ofDay: pin.day)) twice, first in "
            + "line \(places[first].line).",
          action: "Remove one of the two rows.")
        continue
      }
      indexOfPin[pin.employeeID, default: [:]][pin.day] = days.count
      days.append(pin)
      places.append(row.place)
    }
    checkOverlaps(indexOfPin, log: log)
  }

  private static func pin(_ row: TableRow, rows: ShiftRow) -> PinnedDay? {
    let (horizon, staff, log) = (rows.horizon, rows.staff, rows.log)
    let id = row.required("employee").flatMap { staff.employeeID($0, log: log) }
    let dateSource = row.required("date")
    let date = dateSource.flatMap { log.date($0) }
    let shift = row.required("shift", expected: "a shift of the plan, or OFF")
    let content = shift.flatMap { PinnedTable.content(row, $0, rows: rows) }
    guard let id, let date, let dateSource, let content else { return nil }
    let day = horizon.day(of: date)
    guard (0..<horizon.dayCount).contains(day) else {
      log.report(
        .dayOutsideHorizon, dateSource, "\(date) is no day of the plan.",
        expected: "a day from \(horizon.firstDate) to \(horizon.lastDate)",
        action: day < 0 ? "Shifts before the plan belong into history-roster.csv." : "")
      return nil
    }
    if case .shift(let pattern, let minutes) = content {
      let start = day * 1_440
      return PinnedDay(
        employeeID: id, day: day,
        content: .shift(
          pattern: pattern, minutes: (start + minutes.lowerBound)..<(start + minutes.upperBound)))
    }
    return PinnedDay(employeeID: id, day: day, content: content)
  }

  /// The content of a pin; the minutes of a shift count from its day.
  private static func content(
    _ row: TableRow, _ shift: SourceText, rows: ShiftRow
  ) -> PinnedDay.Content? {
    let log = rows.log
    let startSource = row.value("start")
    let endSource = row.value("end")
    if isOffWord(shift.text) {
      if let source = startSource ?? endSource {
        log.report(
          .conflicting, source, "A day off has no times.", action: "Leave start and end empty.")
      }
      return .off
    }
    let pattern = log.pattern(shift, among: rows.patterns)
    if let startSource, let endSource,
      ShiftRow.hasDate(startSource) || ShiftRow.hasDate(endSource)
    {
      guard let minutes = rows.minutes(row), let pattern else { return nil }
      let midnight = rows.horizon.day(ofMinute: minutes.lowerBound) * 1_440
      return .shift(
        pattern: pattern.name,
        minutes: (minutes.lowerBound - midnight)..<(minutes.upperBound - midnight))
    }
    let start = startSource.map { log.clockTime($0) }
    let end = endSource.map { log.clockTime($0) }
    switch (start, end) {
    case (nil, nil):
      return pattern.map { .pattern($0.name) }
    case (.some(let start), .some(let end)):
      guard let start, let end, let pattern else { return nil }
      guard start < 1_440 else {
        if let startSource {
          log.report(
            .outOfRange, startSource, "\(quoted(startSource.text)) is a time of the next day.",
            expected: "a start before 24:00 of the shift's own day")
        }
        return nil
      }
      return .shift(pattern: pattern.name, minutes: start..<(end > start ? end : end + 1_440))
    default:
      log.report(
        .conflicting, startSource ?? endSource ?? shift,
        "A pinned shift has a start or an end only.",
        expected: "both, or none for any shift of the pattern")
      return nil
    }
  }

  /// Reports shifts that overlap one in an earlier row. A shift reaches two
  /// days further at most.
  private func checkOverlaps(_ indexOfPin: [String: [Int: Int]], log: ProblemLog) {
    for (index, pin) in days.enumerated() {
      guard case .shift(_, let minutes) = pin.content else { continue }
      let near = (pin.day - 2...pin.day + 2).compactMap { indexOfPin[pin.employeeID]?[$0] }
      for other in near where other < index {
        guard case .shift(_, let earlier) = days[other].content, earlier.overlaps(minutes) else {
          continue
        }
        log.report(
          .shiftsOverlap, at: places[index], value: pin.employeeID,
          "The shift overlaps the one of \(quoted(pin.employeeID)) in line \(places[other].line).")
      }
    }
  }
}
