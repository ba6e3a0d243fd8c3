/// Re-checks a finished roster against its plan, from the shifts alone.
///
/// Shares nothing with the solvers: it reads clock times, asks each rule for
/// its violations and recounts cover, pay and burdens by its own means.
public struct RosterAuditor: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// An auditor of rosters for a plan.
  public init(plan: RosterPlan) { self.plan = plan }
}
