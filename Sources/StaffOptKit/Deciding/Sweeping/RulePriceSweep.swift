import Rostering

/// The sweep that prices rules: the plan as it is, then each limit one step
/// looser. A looser plan allows every roster of the plan, so each case can
/// start from the plan's own roster and can only become cheaper.
public struct RulePriceSweep: Sendable {
  /// The limits that move.
  public let loosenings: [RuleLoosening]
  /// The plan as it is.
  public let base: SweepCase
  /// One case for each limit.
  public let cases: [SweepCase]

  /// The sweep of a plan's rules.
  public init(plan: RosterPlan) {
    loosenings = plan.loosenings()
    base = SweepCase(name: plan.name, edits: [])
    cases =
      loosenings.map { loosening in
        SweepCase(
          name: loosening.key + (loosening.parameter.isEmpty ? "" : " \(loosening.parameter)"),
          edits: [.loosen(rule: loosening.rule, parameter: loosening.parameter, steps: 1)])
      }.uniquelyNamed
  }
}
