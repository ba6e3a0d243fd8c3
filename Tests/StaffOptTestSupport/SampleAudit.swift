import CivilTime
import Rostering

/// Recounts a sample's roster in the plainest way: enough for reports to have
/// figures that fit together, without the auditor's finer points.
struct SampleAudit {
  let plan: RosterPlan
  let roster: Roster

  var report: AuditReport {
    let coverage = coverage
    var cost = RosterCost()
    let hours = Double(plan.horizon.intervalMinutes) / 60
    for cell in coverage {
      cost.shortfall += cell.shortfall * hours * 200
      cost.surplus += cell.surplus * hours * plan.cover.surplus
    }
    let people = plan.employees.map(summary)
    cost.wages = people.reduce(0) { $0 + $1.pay }
    cost.fairness = people.reduce(0) {
      $0 + Double($1.premiumDays * ($1.premiumDays + 1)) * plan.fairness.premiumDay / 2
    }
    cost.wishes = people.reduce(0) { $0 + Double($1.wishesAsked - $1.wishesMet) * 50 }
    cost.choice = people.reduce(0) { $0 + (1 - ($1.choiceMet ?? 1)) * 160 }
    let onDuty = (0..<plan.horizon.dayCount).map { day in
      Set(roster.assignments.filter { $0.day == day }.map(\.employeeID)).count
    }
    return AuditReport(
      violations: [], cost: cost, coverage: coverage, posts: [], people: people,
      onDutyByDay: onDuty, intervalMinutes: plan.horizon.intervalMinutes)
  }

  /// Each person on duty serves the skill that misses most.
  private var coverage: [CoverageCell] {
    let length = plan.horizon.intervalMinutes
    var serving = plan.need.agents.map { $0.map { _ in 0.0 } }
    for employee in plan.employees.sorted(by: { $0.skills.count < $1.skills.count }) {
      let skills = plan.need.skills.indices.filter {
        employee.skills.contains(plan.need.skills[$0])
      }
      for shift in roster.assignments where shift.employeeID == employee.id {
        for span in shift.dutySpans {
          let first = span.lowerBound / length
          for interval in first...((span.upperBound - 1) / length) {
            let share = Double(
              span.clamped(to: (interval * length)..<((interval + 1) * length)).count)
            let wanted = skills.filter { serving[$0].indices.contains(interval) }
            guard
              let skill = wanted.max(by: { left, right in
                plan.need.agents[left][interval] - serving[left][interval]
                  < plan.need.agents[right][interval] - serving[right][interval]
              })
            else { continue }
            serving[skill][interval] += share / Double(length) * employee.effectiveness
          }
        }
      }
    }
    return plan.need.skills.indices.flatMap { skill in
      plan.need.agents[skill].indices.map { interval in
        CoverageCell(
          skill: skill, interval: interval, need: plan.need.agents[skill][interval],
          onDuty: serving[skill][interval])
      }
    }
  }

  private func summary(_ employee: Employee) -> PersonSummary {
    let shifts = roster.assignments.filter { $0.employeeID == employee.id }
    let horizon = plan.horizon
    var summary = PersonSummary(employeeID: employee.id)
    summary.shiftCount = shifts.count
    summary.daysOff = horizon.dayCount - Set(shifts.map(\.day)).count
    summary.premiumDays = shifts.filter { plan.isPremium(day: $0.day) }.count
    summary.nights = shifts.filter { plan.night.isNight($0.minutes) }.count
    summary.weekends = Set(
      shifts.filter { plan.calendar.isWeekend(horizon.date(ofDay: $0.day)) }
        .map { ($0.day + 1) / 7 }
    ).count
    for shift in shifts {
      let dayClass = plan.calendar.dayClass(on: horizon.date(ofDay: shift.day))
      summary.paidMinutes[dayClass, default: 0] += shift.paidMinutes
      let factor: Double =
        switch dayClass {
        case .statutoryDay: plan.pay.statutoryDay
        case .restDay: plan.pay.restDay
        case .workday, .adjustedWorkday: plan.pay.workday
        }
      summary.pay += Double(shift.paidMinutes) / 60 * employee.hourlyWage * factor
    }
    let wishes = plan.requests.filter {
      $0.employeeID == employee.id && $0.kind != .approvedLeave
    }
    summary.wishesAsked = wishes.count
    summary.wishesMet =
      wishes.filter { wish in
        let there = shifts.filter { wish.days.contains($0.day) }
        switch wish.kind {
        case .approvedLeave, .askedLeave, .dayOff: return there.isEmpty
        case .dayOn: return !there.isEmpty
        case .shiftOn(let pattern): return there.contains { $0.pattern == pattern }
        case .shiftOff(let pattern): return !there.contains { $0.pattern == pattern }
        }
      }.count
    let premium = plan.premiumDays.count
    if employee.choice == .pay, plan.choice.payTargetDays > 0 {
      summary.choiceMet = min(1, Double(summary.premiumDays) / Double(plan.choice.payTargetDays))
    } else if employee.choice == .rest, premium > 0 {
      summary.choiceMet = 1 - Double(summary.premiumDays) / Double(premium)
    }
    return summary
  }
}
