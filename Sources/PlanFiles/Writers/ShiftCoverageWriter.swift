import CivilTime
import PlainText
import Rostering

/// Writes `coverage.csv` of a plan whose need is heads on shifts: need against
/// cover, one row a day and shift.
///
/// The columns are those of ``CoverageWriter`` as far as they mean something
/// there: heads on a shift have no interval, no skill and no service level.
public struct ShiftCoverageWriter: Sendable {
  /// The columns, in order.
  public static let columns = ["day", "date", "shift", "need", "on_duty", "shortfall", "surplus"]

  /// The plan whose days and shifts the rows name.
  public let plan: RosterPlan

  /// A writer of heads on shifts for a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// The heads as CSV, ordered by day and then by the plan's shifts.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cells.
  public func csv(_ cells: [PatternCell]) -> String {
    var table = CSVText(columns: Self.columns)
    for cell in cells.byDay {
      table.append([
        .integer(cell.day), .plain("\(plan.horizon.date(ofDay: cell.day))"),
        .text(plan.patternName(cell.pattern)),
        .integer(cell.need), .integer(cell.onDuty), .integer(cell.missing),
        .integer(cell.surplus),
      ])
    }
    return table.text
  }
}
