/// Tickets that are promised the same service and need the same skill.
public struct WorkloadClass: Equatable, Sendable {
  /// The class's name.
  public var name: String
  /// Which tickets the class takes.
  public var takes: TicketSelector
  /// The skill an agent needs to serve it.
  public var skill: String
  /// What its customers are promised.
  public var goal: ServiceGoal
  /// Mean handle time in seconds; nil learns it from the history.
  public var handleSeconds: Double?
  /// Work after each contact in seconds that the log does not contain; added
  /// to learned handle times only.
  public var wrapUpSeconds: Double
  /// The share of an agent's time on duty lost beyond scheduled breaks
  /// (absence, meetings, system trouble), 0 to below 1.
  public var shrinkage: Double
  /// The largest share of their time that agents may be busy, above 0 to 1.
  public var occupancyCeiling: Double
  /// Mean time in seconds a customer waits before giving up; nil if all wait.
  public var patienceSeconds: Double?
  /// Contacts one agent serves at once, at least 1 (chat).
  public var concurrency: Double
  /// When the class is served, or nil for the hours of the whole team.
  public var openingHours: OpeningHours?
  /// Waiting contacts of a class with a lower number are answered strictly
  /// first; 1 to 9.
  public var priority = 5
  /// Seconds that a contact counts as having waited when it arrives, in the
  /// order among classes of one priority: the bank whose log is public moved
  /// its priority customers ahead by 90 s (Brown et al., JASA 100, 2005).
  public var headStartSeconds = 0.0
  /// Tickets that already wait when the horizon begins; work with a deadline
  /// has the whole of it from there.
  public var backlogTickets = 0.0

  /// A class.
  public init(
    name: String, takes: TicketSelector = TicketSelector(), skill: String, goal: ServiceGoal,
    handleSeconds: Double? = nil, wrapUpSeconds: Double = 0, shrinkage: Double = 0,
    occupancyCeiling: Double = 1, patienceSeconds: Double? = nil, concurrency: Double = 1,
    openingHours: OpeningHours? = nil
  ) {
    self.name = name
    self.takes = takes
    self.skill = skill
    self.goal = goal
    self.handleSeconds = handleSeconds
    self.wrapUpSeconds = wrapUpSeconds
    self.shrinkage = shrinkage
    self.occupancyCeiling = occupancyCeiling
    self.patienceSeconds = patienceSeconds
    self.concurrency = concurrency
    self.openingHours = openingHours
  }
}

/// Which streams of tickets belong together. An empty list takes any value.
public struct TicketSelector: Equatable, Sendable {
  /// The queues taken.
  public var queues: [String]
  /// The urgency labels taken.
  public var urgencies: [String]
  /// The channels taken.
  public var channels: [String]

  /// A selector; without arguments it takes everything.
  public init(queues: [String] = [], urgencies: [String] = [], channels: [String] = []) {
    self.queues = queues
    self.urgencies = urgencies
    self.channels = channels
  }

  /// True if the selector takes the stream.
  public func takes(_ stream: TicketStream) -> Bool {
    (queues.isEmpty || queues.contains(stream.queue))
      && (urgencies.isEmpty || urgencies.contains(stream.urgency))
      && (channels.isEmpty || channels.contains(stream.channel))
  }
}
