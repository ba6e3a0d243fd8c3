import Reports
import Rostering

/// The ways demand may come, worked out for a plan: what a roster is solved
/// for or held against.
///
/// The demand of each is worked out once; cases that change the team, the
/// shifts or the rules are laid over it.
public struct DemandOutlook: Sendable {
  /// The ways demand may come.
  public let cases: [DemandCase]
  private let editor: PlanEditor
  private let demanded: [LoadedPlan]

  /// The ways demand may come for a plan.
  ///
  /// - Throws: The problems of the plan's files.
  /// - Complexity: A forecast a case where demand is forecast.
  public init(_ cases: [DemandCase], editor: PlanEditor) throws(PlanProblems) {
    self.cases = cases
    self.editor = editor
    var demanded: [LoadedPlan] = []
    for demand in cases {
      demanded.append(try editor.plan(of: SweepCase(name: demand.name, edits: demand.edits)))
    }
    self.demanded = demanded
  }

  /// A plan that prices gaps at their mean over all cases.
  public func priced(_ loaded: LoadedPlan) -> LoadedPlan {
    var priced = loaded
    priced.plan.need.scenarios = zip(cases, demanded).map { demand, loaded in
      DemandScenario(name: demand.name, weight: demand.weight, need: loaded.plan.need.levelled)
    }
    return priced
  }

  /// The plan of each case, changed by edits that do not touch demand.
  ///
  /// What demand a roster was made for does not change what may come, so edits
  /// of demand are left out.
  func plans(changedBy edits: [PlanEdit]) throws(PlanProblems) -> [LoadedPlan] {
    let edits = edits.filter { edit in
      switch edit {
      case .demand, .demandBand, .given: false
      default: true
      }
    }
    let isRead = edits.contains { if case .scenario = $0 { true } else { false } }
    var plans: [LoadedPlan] = []
    for (demand, loaded) in zip(cases, demanded) {
      plans.append(
        isRead
          ? try editor.plan(of: SweepCase(name: demand.name, edits: edits + demand.edits))
          : editor.changed(loaded, by: edits))
    }
    return plans
  }

  /// What a roster meets and misses in each case.
  ///
  /// - Parameters:
  ///   - edits: What differs from the plan besides demand.
  ///   - isPriced: True if the roster was solved for these cases.
  /// - Complexity: An audit a case.
  public func facts(
    of roster: Roster, changedBy edits: [PlanEdit] = [], isPriced: Bool = false
  ) throws(PlanProblems) -> OutlookFacts {
    let total = cases.reduce(0) { $0 + $1.weight }
    let plans = try plans(changedBy: edits)
    return OutlookFacts(
      cases: zip(cases, plans).map { demand, loaded in
        let audit = RosterAuditor(plan: loaded.plan).audit(roster)
        let service = ServiceFigures(loaded: loaded, coverage: audit.coverage)
        let covered = audit.needHours > 0 ? 1 - audit.shortfallHours / audit.needHours : 1
        return OutlookFacts.Case(
          name: demand.name, share: demand.weight / total, needHours: audit.needHours,
          shortfallHours: audit.shortfallHours, surplusHours: audit.surplusHours,
          gapCost: audit.cost.shortfall,
          lateTickets: service.services.isEmpty ? nil : service.lateTickets,
          isMet: service.isMet(coveredShare: covered))
      }, isPriced: isPriced)
  }
}
