import CivilTime

/// One person's worked shifts, history included, as the auditor and the rules
/// read them.
public struct PersonLine: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The person.
  public let employee: Employee
  /// All shifts, history first, ordered by start.
  public let shifts: [ShiftAssignment]

  /// The line of `employee` with the plan's history before `planned`.
  public init(plan: RosterPlan, employee: Employee, planned: [ShiftAssignment]) {
    self.plan = plan
    self.employee = employee
    let before = plan.history.filter { $0.employeeID == employee.id }
    shifts = (before + planned).sorted {
      ($0.minutes.lowerBound, $0.minutes.upperBound, $0.pattern)
        < ($1.minutes.lowerBound, $1.minutes.upperBound, $1.pattern)
    }
  }

  /// Days of the horizon.
  public var horizonDays: Range<Int> { 0..<plan.horizon.dayCount }

  /// The days whose shifts are known: history and horizon.
  public var knownDays: Range<Int> {
    min(plan.historyStartDay, 0)..<plan.horizon.dayCount
  }

  /// The shifts of the horizon.
  public var planned: [ShiftAssignment] { shifts.filter { $0.day >= 0 } }

  /// The shifts that start on a day.
  public func shifts(onDay day: Int) -> [ShiftAssignment] {
    shifts.filter { $0.day == day }
  }

  /// True if a shift is a night shift.
  public func isNight(_ shift: ShiftAssignment) -> Bool {
    plan.night.isNight(shift.minutes)
  }

  /// A violation by this person.
  public func violation(
    of rule: String, day: Int, limit: String, actual: String, message: String
  ) -> RuleViolation {
    RuleViolation(
      rule: rule, employeeID: employee.id, day: max(day, 0), limit: limit, actual: actual,
      message: message)
  }

  /// The runs of consecutive known days on which `isMember` holds, ascending.
  public func runs(where isMember: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for day in knownDays {
      if isMember(day) {
        if start == nil { start = day }
      } else if let first = start {
        runs.append(first..<day)
        start = nil
      }
    }
    if let first = start { runs.append(first..<knownDays.upperBound) }
    return runs
  }
}
