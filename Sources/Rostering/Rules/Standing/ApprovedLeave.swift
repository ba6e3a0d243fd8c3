/// No work touches approved leave, not even a night shift that began the day
/// before.
///
/// Primitive: overlapping options are not allowed.
public struct ApprovedLeave: RosterRule {
  public static let key = "approved-leave"

  /// The rule.
  public init() {}

  public var statement: String { "No work during approved leave." }

  private func leave(of employee: Employee, in plan: RosterPlan) -> [Range<Int>] {
    plan.requests.filter { $0.employeeID == employee.id && $0.kind == .approvedLeave }
      .map(\.minutes)
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    let leave = leave(of: line.employee, in: line.plan)
    return line.planned.compactMap { shift in
      let overlap = leave.map { $0.clamped(to: shift.minutes).count }.max() ?? 0
      guard overlap > 0 else { return nil }
      return line.violation(
        of: Self.key, day: shift.day, limit: "no work", actual: hoursText(overlap),
        message: "The shift takes \(hoursText(overlap)) of approved leave.")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let leave = leave(of: encoder.employee, in: encoder.plan)
    guard !leave.isEmpty else { return }
    let options = encoder.table.options
    encoder.allow(rule: Self.key) { option in
      !leave.contains { $0.overlaps(options[option].minutes) }
    }
  }
}
