/// Agents wanted, by skill and interval; real-valued, since only the roster's
/// heads are whole.
public struct CoverNeed: Hashable, Sendable {
  /// The skills, in the plan's order.
  public var skills: [String]
  /// Agents wanted: for each skill one value for each interval of the
  /// horizon, at least 0.
  public var agents: [[Double]]

  /// A need, one row of intervals for each skill.
  public init(skills: [String], agents: [[Double]]) {
    self.skills = skills
    self.agents = agents
  }
}
