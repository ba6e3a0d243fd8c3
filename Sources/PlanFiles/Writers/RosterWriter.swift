import CivilTime
import PlainText
import Rostering

/// Writes `roster.csv`: one row a worked shift.
public struct RosterWriter: Sendable {
  /// The columns, in order.
  public static let columns = [
    "employee", "name", "team", "day", "date", "shift", "start", "end", "breaks", "paid_hours",
    "day_class",
  ]

  /// The plan whose people, days and zone the rows name.
  public let plan: RosterPlan

  /// A writer of rosters for a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// The roster as CSV, ordered by the plan's employees and then by start.
  ///
  /// - `day`: the day of the horizon the shift starts on, 0 for the first.
  /// - `start`, `end`: ISO 8601, local with offset.
  /// - `breaks`: `12:00-12:30` joined by `;`, with ` paid` behind a paid one;
  ///   times count from the midnight of the shift's day, so half past midnight
  ///   of a night shift is `24:30`.
  /// - `paid_hours`: the shift less its unpaid breaks.
  /// - `day_class`: the class of `date`, whatever follows after midnight.
  ///
  /// - Complexity: O(*n* log *n*) in the number of shifts.
  public func csv(_ roster: Roster) -> String {
    var employees: [String: Employee] = [:]
    for employee in plan.employees where employees[employee.id] == nil {
      employees[employee.id] = employee
    }
    let horizon = plan.horizon
    var table = CSVText(columns: Self.columns)
    for shift in roster.sorted(like: plan.employees).assignments {
      let employee = employees[shift.employeeID]
      let date = horizon.date(ofDay: shift.day)
      table.append([
        .text(shift.employeeID), .text(employee?.name ?? ""), .text(employee?.team ?? ""),
        .integer(shift.day), .plain("\(date)"), .text(shift.pattern),
        .plain(horizon.isoText(ofMinute: shift.minutes.lowerBound)),
        .plain(horizon.isoText(ofMinute: shift.minutes.upperBound)),
        .plain(breakText(shift)),
        .number(Double(shift.paidMinutes) / 60, decimals: 2),
        .plain(plan.calendar.dayClass(on: date).rawValue),
      ])
    }
    return table.text
  }

  private func breakText(_ shift: ShiftAssignment) -> String {
    shift.breaks
      .map { pause in
        let start = clockText(ofMinute: pause.minutes.lowerBound, fromDay: shift.day)
        let end = clockText(ofMinute: pause.minutes.upperBound, fromDay: shift.day)
        return "\(start)-\(end)\(pause.isPaid ? " paid" : "")"
      }
      .joined(separator: ";")
  }
}
