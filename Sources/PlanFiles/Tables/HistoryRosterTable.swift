import CivilTime
import Rostering

/// The shifts of history-roster.csv, before the horizon.
struct HistoryRosterTable {
  private(set) var shifts: [ShiftAssignment] = []
  /// How many days before the horizon are read: rules look back weeks, and a
  /// slip in a year should not make them look back for centuries.
  static let longestDays = 400

  /// The first day of the file, on the horizon's axis; 0 if it is empty.
  private(set) var firstDay = 0

  init(
    _ table: TableReader, horizon: PlanHorizon, patterns: [ShiftPattern], staff: StaffTable,
    log: ProblemLog
  ) {
    var table = table
    guard table.hasHeader else { return }
    let reader = ShiftRow(
      horizon: horizon, patterns: patterns, staff: staff, missingBreaks: .atTheEarliest, log: log)
    var last: [String: (minutes: Range<Int>, line: Int)] = [:]
    while let row = table.next() {
      guard !row.isRagged, let content = reader.content(row) else { continue }
      guard content.day < 0 else {
        log.report(
          .outsideHorizon, at: row.place,
          "\(horizon.date(ofDay: content.day)) is not before the plan; the row is not used.",
          expected: "a day before \(horizon.firstDate)",
          action: "Settled days of the plan belong into pinned.csv.")
        continue
      }
      guard content.day >= -HistoryRosterTable.longestDays else {
        log.report(
          .outsideHorizon, at: row.place,
          "\(horizon.date(ofDay: content.day)) is long before the plan; the row is not used.",
          expected: "a day from \(horizon.date(ofDay: -HistoryRosterTable.longestDays)) on")
        continue
      }
      firstDay = min(firstDay, content.day)
      guard case .shift(let shift) = content else { continue }
      if let earlier = last[shift.employeeID], earlier.minutes.overlaps(shift.minutes) {
        log.report(
          .shiftsOverlap, at: row.place, value: shift.employeeID,
          "The shift overlaps the one of \(quoted(shift.employeeID)) in line \(earlier.line).")
        continue
      }
      last[shift.employeeID] = (shift.minutes, row.place.line)
      shifts.append(shift)
    }
    shifts.sort { ($0.minutes.lowerBound, $0.employeeID) < ($1.minutes.lowerBound, $1.employeeID) }
  }
}
