/// Re-checks a finished roster against its plan, from the shifts alone.
///
/// Shares nothing with the solvers: it reads clock times, asks each rule for
/// its violations and recounts cover, pay and burdens by its own means.
///
/// - Complexity: O(M + R x S) for M worked minutes, R rules and S shifts.
public struct RosterAuditor: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// An auditor of rosters for a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// What holds of a roster: broken rules, cost, cover, burdens.
  public func audit(_ roster: Roster) -> AuditReport {
    var shiftsOf: [String: [ShiftAssignment]] = [:]
    for shift in roster.assignments { shiftsOf[shift.employeeID, default: []].append(shift) }
    var violations = strangers(in: roster)
    var cost = RosterCost()
    var people: [PersonSummary] = []
    for employee in plan.employees {
      let line = PersonLine(
        plan: plan, employee: employee, planned: shiftsOf[employee.id] ?? [])
      violations += self.violations(in: line)
      people.append(PersonAudit(plan: plan, line: line).summary(adding: &cost))
    }
    let cover = CoverAudit(plan: plan)
    let coverage = cover.coverage(of: roster, adding: &cost)
    let posts = cover.posts(of: roster, adding: &cost)
    let patternCells = cover.patternCells(of: roster, adding: &cost)
    let onDuty = onDutyByDay(shiftsOf)
    cover.rampUp(onDuty: onDuty, adding: &cost)
    var report = AuditReport(
      violations: violations, cost: cost, coverage: coverage.cells, posts: posts, people: people,
      onDutyByDay: onDuty, intervalMinutes: plan.horizon.intervalMinutes)
    report.patternCells = patternCells
    report.work = coverage.work
    return report
  }

  /// For each day of the horizon the people with a shift that starts on it.
  private func onDutyByDay(_ shiftsOf: [String: [ShiftAssignment]]) -> [Int] {
    var onDuty = [Int](repeating: 0, count: plan.horizon.dayCount)
    for employee in plan.employees {
      for day in Set((shiftsOf[employee.id] ?? []).map(\.day)) where onDuty.indices.contains(day) {
        onDuty[day] += 1
      }
    }
    return onDuty
  }

  private func violations(in line: PersonLine) -> [RuleViolation] {
    let rules =
      StandingRules.all + plan.rules.filter { $0.binds(line.employee) }.map(\.rule)
    let found = rules.flatMap { $0.violations(in: line) }
    // Stable: violations of one day stay in the order of the rules.
    return found.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
  }

  /// Shifts of people the plan does not know.
  private func strangers(in roster: Roster) -> [RuleViolation] {
    let known = Set(plan.employees.map(\.id))
    return roster.assignments.filter { !known.contains($0.employeeID) }.map { shift in
      RuleViolation(
        rule: "known-employee", employeeID: shift.employeeID, day: max(0, shift.day),
        limit: "an employee of the plan", actual: shift.employeeID,
        message: "The plan has no employee '\(shift.employeeID)'.")
    }
  }
}
