import CivilTime
import PlanFiles
import Rostering
import Workload

/// A plan ready to be solved, with what its need was made from.
public struct LoadedPlan: Sendable {
  /// The plan with its need.
  public var plan: RosterPlan
  /// The plan as read.
  public var document: PlanDocument
  /// The forecast; nil where the need of every skill is given.
  public var forecast: Forecast?
  /// The need with its parts by class; nil without a forecast.
  public var need: StaffingNeed?

  /// How the ticket log was treated before it was forecast.
  public var historyTreatments: [HistoryTreatment] = []

  /// A plan whose need is all given.
  public init(plan: RosterPlan, document: PlanDocument) {
    self.plan = plan
    self.document = document
  }

  /// Warnings about the plan's files, a line each.
  public var fileWarnings: [String] { document.warnings.map(\.description) }

  /// The need by class with what few or many contacts would make of it; nil
  /// without a forecast.
  ///
  /// - Complexity: Three times that of working out the need.
  public var needBand: NeedBand? {
    guard let forecast else { return nil }
    let classes = document.forecastClasses
    return try? NeedPlanner(classes: classes, openingHours: document.workload.opening).band(
      for: forecast, backlog: CarriedBacklog.waiting(classes))
  }

  /// Agents wanted by class with their bands, as charts are drawn from.
  public var agentsForecast: Forecast? {
    guard let forecast, let band = needBand else { return nil }
    return band.agents(like: forecast)
  }

  /// The expected service level of each coverage cell, where customers are
  /// expected that are answered at once.
  public func serviceLevels(of coverage: [CoverageCell]) -> [Double?] {
    guard let need else { return [] }
    return coverage.map { cell in
      let name = plan.need.skills[cell.skill]
      guard let skill = need.skill(named: name) else { return nil }
      return need.expectedService(skill: skill, onDuty: cell.onDuty, interval: cell.interval)?
        .serviceLevel
    }
  }

  /// Replaces the need of some skills by given agents. What was forecast for
  /// them says nothing any more: missing agents cost the flat prices, and no
  /// service is expected of them.
  ///
  /// - Parameter agents: For each of `skills` one value for each interval.
  mutating func give(_ agents: [[Double]], of skills: [String]) {
    for (skill, agents) in zip(skills, agents) {
      guard let index = plan.need.skills.firstIndex(of: skill),
        agents.count == plan.need.agents[index].count
      else { continue }
      plan.need.agents[index] = agents
      if plan.need.atOnce.indices.contains(index) { plan.need.atOnce[index] = agents }
      plan.need.deferredWork.removeAll { $0.skill == index }
      let unknown = agents.map { _ in [Double]?.none }
      if plan.need.levelGapPrices.indices.contains(index) {
        plan.need.levelGapPrices[index] = unknown
      }
      if plan.need.gapPrices.indices.contains(index) { plan.need.gapPrices[index] = unknown }
      if plan.need.lateTickets.indices.contains(index) { plan.need.lateTickets[index] = unknown }
    }
    need = need.map { need in
      StaffingNeed(axis: need.axis, skills: need.skills.filter { !skills.contains($0.skill) })
    }
  }
}
