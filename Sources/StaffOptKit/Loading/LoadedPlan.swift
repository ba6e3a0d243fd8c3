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

  /// What the planner should know about the plan, a line each: warnings of
  /// the files, and how the ticket log was treated.
  public var notices: [String] {
    document.warnings.map(\.description) + historyNotices
  }

  /// How the ticket log was treated, a line each.
  public var historyNotices: [String] {
    historyTreatments.map(\.description)
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
}
