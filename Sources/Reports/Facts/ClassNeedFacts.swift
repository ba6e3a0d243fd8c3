import Workload

/// What one class of work wants over the horizon: its goal and the figures
/// its need was made from.
public struct ClassNeedFacts: Equatable, Sendable {
  /// The class's name.
  public var name: String
  /// The skill that serves it.
  public var skill: String
  /// What its customers are promised.
  public var goal: ServiceGoal
  /// Contacts expected.
  public var arrivals: Double
  /// Mean handle time in seconds over those contacts; nil without any.
  public var handleSeconds: Double?
  /// The share of time on duty that is lost beyond breaks, 0 to below 1.
  public var shrinkage: Double
  /// Agent-hours of serving.
  public var servingHours: Double
  /// Agent-hours on duty, shrinkage included.
  public var onDutyHours: Double
  /// The most agents on duty wanted in an interval.
  public var highestAgents: Double

  /// The facts of a class.
  public init(_ need: ClassNeed, intervalHours: Double) {
    name = need.workloadClass.name
    skill = need.workloadClass.skill
    goal = need.workloadClass.goal
    let total = need.arrivals.reduce(0, +)
    arrivals = total
    let work = zip(need.arrivals, need.handleSeconds).reduce(0) { $0 + $1.0 * $1.1 }
    handleSeconds = total > 0 ? work / total : nil
    shrinkage = need.workloadClass.shrinkage
    servingHours = need.net.reduce(0, +) * intervalHours
    onDutyHours = need.gross.reduce(0, +) * intervalHours
    highestAgents = need.gross.max() ?? 0
  }

  /// The facts of all classes of a need, skill after skill.
  public static func classes(of need: StaffingNeed) -> [ClassNeedFacts] {
    need.skills.flatMap { skill in
      skill.classes.map { ClassNeedFacts($0, intervalHours: need.axis.intervalHours) }
    }
  }
}
