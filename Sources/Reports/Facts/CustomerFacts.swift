import Rostering
import Workload

/// What customers who are to be answered at once can expect of a roster.
public struct CustomerFacts: Hashable, Sendable {
  /// Contacts expected.
  public var tickets = 0.0
  /// Those expected to be late by their class's goal, or to give up.
  public var late = 0.0

  /// The share that is late, 0 to 1.
  public var lateShare: Double { tickets > 0 ? late / tickets : 0 }

  /// The facts of a roster's cover. Where late tickets have a price the
  /// figures are means over the forecast's band, elsewhere those of its mean.
  init(plan: RosterPlan, need: StaffingNeed, coverage: [CoverageCell]) {
    for cell in coverage {
      guard plan.need.skills.indices.contains(cell.skill),
        let skill = need.skill(named: plan.need.skills[cell.skill]),
        skill.net.indices.contains(cell.interval)
      else { continue }
      let arrivals = skill.classes.filter { !$0.workloadClass.goal.isDeferrable }
        .reduce(0) { $0 + $1.arrivals[cell.interval] }
      guard arrivals > 0 else { continue }
      tickets += arrivals
      if let late = plan.need.lateTickets(
        skill: cell.skill, interval: cell.interval, agents: cell.onDuty)
      {
        self.late += late
      } else if let service = need.expectedService(
        skill: skill, onDuty: cell.onDuty, interval: cell.interval)
      {
        late += arrivals * (1 - service.serviceLevel)
      }
    }
  }
}
