/// Work of one skill that may wait: agent-hours wanted somewhere among some
/// intervals, rather than heads in each of them.
///
/// The solver chooses in which of the intervals it is done; what the agents
/// present in them cannot do besides what is wanted at once is late.
public struct DeferredWork: Hashable, Sendable {
  /// Index of the skill in the plan's need.
  public var skill: Int
  /// Hours of agents on duty that the work takes, above 0.
  public var hours: Double
  /// The intervals of the horizon in which it may be done, from its arrival
  /// to its deadline while its class is open; ascending.
  public var intervals: [Int]

  /// Some work.
  public init(skill: Int, hours: Double, intervals: [Int]) {
    self.skill = skill
    self.hours = hours
    self.intervals = intervals
  }
}

extension CoverNeed {
  /// The work that the solver times: ``deferredWork``, but none where a roster
  /// has to do between several ways demand may come, each with a level need.
  public var freeWork: [DeferredWork] { scenarios.isEmpty ? deferredWork : [] }

  /// Agents wanted at once: ``agents`` without the work that the solver times.
  public func agentsAtOnce(skill: Int, interval: Int) -> Double {
    (atOnce.isEmpty || !scenarios.isEmpty ? agents : atOnce)[skill][interval]
  }
}

extension CoverPrices {
  /// Price of an agent-hour of work that is not done by its deadline: that of
  /// the first missing agent.
  public var lateWork: Double { shortfall.first ?? 0 }
}
