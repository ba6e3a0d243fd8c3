import LinearModel
import Reports
import Rostering

/// Explains a plan and its roster as a whole.
public struct PlanExplainer: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// An explainer of a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// What can be said before there is a roster: the ten checks, and the people
  /// whose rules contradict each other.
  public func beforeSolving() -> ExplainFacts {
    ExplainFacts(
      plan: plan, roster: nil, findings: FeasibilityChecks(plan: plan).findings(),
      contradictions: ContradictionFinder(plan: plan).contradictions(), gaps: [])
  }

  /// The same with the largest gaps of a roster explained.
  ///
  /// - Parameters:
  ///   - roster: The facts of the roster.
  ///   - gapLimit: How many gaps are explained, the largest first.
  ///   - cancellation: Ends the work after the gap at hand.
  public func explain(
    _ roster: RosterFacts, gapLimit: Int = .max, cancellation: Cancellation = Cancellation()
  ) -> ExplainFacts {
    var facts = beforeSolving()
    facts.roster = roster
    let explainer = GapExplainer(facts: roster)
    let subjects = explainer.subjects
    facts.gapCount = subjects.count
    for subject in subjects.prefix(gapLimit) where !cancellation.isCancelled {
      if let explained = explainer.explain(subject) { facts.gaps.append(explained) }
    }
    return facts
  }
}
