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
  /// Arrivals to be served, per interval. Work that may wait arrives at any
  /// hour; contacts that are answered at once arrive in opening hours only.
  public let arrivals: [Double]
  /// Arrivals of the forecast that are not served because the class is closed;
  /// always 0 for work that may wait.
  public let closedArrivals: Double
  /// Mean handle time in seconds, per interval.
  public let handleSeconds: [Double]
  /// Agents who must be serving, per interval.
  public let net: [Double]
  /// Agents who must be on duty: `net / (1 - shrinkage)`.
  public let gross: [Double]
  /// The share of each interval in which the class is open, 0 to 1.
  public let openShares: [Double]
  /// Hours of work waiting at the end of each interval; empty for classes
  /// that are answered at once.
  public let backlogHours: [Double]
  /// The work of the horizon with the intervals in which it may be done;
  /// empty for classes that are answered at once.
  public let deferredWork: [DeferredHours]

  /// A class's contribution; `gross` follows from `net` and the class.
  public init(
    workloadClass: WorkloadClass, arrivals: [Double], closedArrivals: Double = 0,
    handleSeconds: [Double], net: [Double], openShares: [Double], backlogHours: [Double] = [],
    deferredWork: [DeferredHours] = []
  ) {
    self.workloadClass = workloadClass
    self.arrivals = arrivals
    self.closedArrivals = closedArrivals
    self.handleSeconds = handleSeconds
    self.net = net
    self.openShares = openShares
    self.backlogHours = backlogHours
    self.deferredWork = deferredWork
    let present = 1 - workloadClass.shrinkage
    gross = net.map { present > 0 ? $0 / present : $0 }
  }
}
