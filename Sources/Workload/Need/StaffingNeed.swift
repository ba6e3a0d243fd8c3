/// Agents wanted per interval of a horizon, for each skill, real-valued.
///
/// Nothing here is rounded. A display rounds once, after summing.
public struct StaffingNeed: Equatable, Sendable {
  /// The intervals of the horizon.
  public let axis: DemandAxis
  /// One need a skill, in the order in which the classes first name them.
  public let skills: [SkillNeed]

  /// A need.
  public init(axis: DemandAxis, skills: [SkillNeed]) {
    self.axis = axis
    self.skills = skills
  }

  /// The need of a skill, or nil.
  public func skill(named name: String) -> SkillNeed? {
    skills.first { $0.skill == name }
  }
}

/// The need of one skill: the sum over its classes.
public struct SkillNeed: Equatable, Sendable {
  /// The skill.
  public let skill: String
  /// Agents who must be serving, per interval.
  public let net: [Double]
  /// Agents who must be on duty, shrinkage included, per interval.
  public let gross: [Double]
  /// What each class contributes, in the order of the classes.
  public let classes: [ClassNeed]

  /// The need of a skill as the sum over its classes, which must have arrays
  /// of the same length.
  public init(skill: String, classes: [ClassNeed]) {
    self.skill = skill
    self.classes = classes
    let count = classes.map(\.net.count).min() ?? 0
    net = (0..<count).map { interval in classes.reduce(0) { $0 + $1.net[interval] } }
    gross = (0..<count).map { interval in classes.reduce(0) { $0 + $1.gross[interval] } }
  }
}

/// What one class contributes to the need of its skill.
public struct ClassNeed: Equatable, Sendable {
  /// The class.
  public let workloadClass: WorkloadClass
  /// Arrivals to be served, per interval; those outside opening hours appear
  /// where they become work, or not at all (see ``NeedPlanner``).
  public let arrivals: [Double]
  /// Mean handle time in seconds, per interval.
  public let handleSeconds: [Double]
  /// Agents who must be serving, per interval.
  public let net: [Double]
  /// Agents who must be on duty: `net / (1 - shrinkage)`.
  public let gross: [Double]
  /// Hours of work waiting at the end of each interval; empty for classes
  /// that are answered at once.
  public let backlogHours: [Double]

  /// A class's contribution; `gross` follows from `net` and the class.
  public init(
    workloadClass: WorkloadClass, arrivals: [Double], handleSeconds: [Double], net: [Double],
    backlogHours: [Double] = []
  ) {
    self.workloadClass = workloadClass
    self.arrivals = arrivals
    self.handleSeconds = handleSeconds
    self.net = net
    self.backlogHours = backlogHours
    let present = 1 - workloadClass.shrinkage
    gross = net.map { present > 0 ? $0 / present : $0 }
  }
}
