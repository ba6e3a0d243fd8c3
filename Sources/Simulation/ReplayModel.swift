/// What a replay needs to know: who is there when, and who asks for what.
///
/// Times are seconds from the start of the horizon. Skills are numbered 0 to
/// 63. The model is plain values, so that a test can describe an M/M/n queue
/// in a few lines and a plan its whole holiday.
public struct ReplayModel: Equatable, Sendable {
  /// The length of the horizon in seconds, above 0.
  public var endSeconds: Double
  /// The length of the intervals that results are counted by, in seconds.
  public var intervalSeconds: Double
  /// Intervals of a day, at least 1.
  public var intervalsPerDay: Int
  /// The classes of contacts; where everything else is equal the first goes
  /// first.
  public var classes: [ReplayClass]
  /// The shifts of the roster, one entry a person and shift.
  public var shifts: [ReplayShift]
  /// How handle times vary around their mean.
  public var handleTimes = HandleTimes.exponential
  /// The mean of a spell in which an agent is away beyond breaks, in seconds;
  /// `ReplayShift.shrinkage` says for what share of the time.
  public var awaySeconds = 600.0

  /// A model of a horizon.
  public init(
    endSeconds: Double, intervalSeconds: Double, intervalsPerDay: Int, classes: [ReplayClass],
    shifts: [ReplayShift]
  ) {
    self.endSeconds = endSeconds
    self.intervalSeconds = intervalSeconds
    self.intervalsPerDay = intervalsPerDay
    self.classes = classes
    self.shifts = shifts
  }

  /// Intervals of the horizon.
  public var intervalCount: Int { max(1, Int((endSeconds / intervalSeconds).rounded(.up))) }
  /// Days of the horizon, the last perhaps in part.
  public var dayCount: Int { (intervalCount + intervalsPerDay - 1) / intervalsPerDay }
}

/// How handle times vary around their mean.
public enum HandleTimes: String, CaseIterable, Equatable, Sendable {
  /// As the queueing formulas suppose.
  case exponential
  /// With the skewness of real calls: standard deviation 1.3 times the mean
  /// (Brown et al., JASA 100, 2005, find a lognormal).
  case lognormal
  /// All alike.
  case fixed
}

/// Contacts of one class.
public struct ReplayClass: Equatable, Sendable {
  /// The class's name.
  public var name: String
  /// The skill that serves it, 0 to 63.
  public var skill: Int
  /// When they arrive, ascending and apart; a Poisson process with a constant
  /// rate in each span.
  public var arrivals: [ArrivalSpan]
  /// Mean patience in seconds; nil if all wait, until closing at most.
  public var patienceSeconds: Double?
  /// The wait in seconds that service levels are counted to.
  public var thresholdSeconds: Double
  /// Classes with a lower number are served strictly first.
  public var priority: Int
  /// Seconds that a contact counts as having waited when it arrives, for the
  /// order among classes of one priority.
  public var headStartSeconds: Double
  /// Contacts an agent serves at once, at least 1. Real numbers are rounded up
  /// to whole places, with handle times longer in proportion.
  public var concurrency: Double
  /// When tickets that may wait are due; nil for contacts that are answered
  /// at once.
  public var deadline: ReplayDeadline?
  /// How much the rate of each day may differ from what is expected, as the
  /// variance of a factor of mean 1; empty for not at all. A day draws one
  /// luck for all classes.
  public var dayVariances: [Double] = []
  /// The same for each interval by itself, by day.
  public var intervalVariances: [Double] = []
  /// Tickets that wait when the horizon begins.
  public var openingTickets = 0
  /// Their mean handle time in seconds.
  public var openingHandleSeconds = 0.0

  /// A class of contacts that are answered at once.
  public init(name: String, skill: Int, arrivals: [ArrivalSpan]) {
    self.name = name
    self.skill = skill
    self.arrivals = arrivals
    patienceSeconds = nil
    thresholdSeconds = 20
    priority = 5
    headStartSeconds = 0
    concurrency = 1
    deadline = nil
  }
}

/// A span of time with a constant rate of arrivals.
public struct ArrivalSpan: Equatable, Sendable {
  /// The first second.
  public var start: Double
  /// The second after the last.
  public var end: Double
  /// Arrivals a second, at least 0.
  public var perSecond: Double
  /// Mean handle time in seconds, above 0.
  public var handleSeconds: Double
  /// When whoever still waits is turned away; infinity for never.
  public var closesAt: Double

  /// A span.
  public init(
    start: Double, end: Double, perSecond: Double, handleSeconds: Double,
    closesAt: Double = .infinity
  ) {
    self.start = start
    self.end = end
    self.perSecond = perSecond
    self.handleSeconds = handleSeconds
    self.closesAt = closesAt
  }
}

/// When a ticket is due.
public struct ReplayDeadline: Equatable, Sendable {
  /// Seconds from its arrival.
  public var seconds: Double
  /// True to count open time only.
  public var countsOpenTime: Bool
  /// Every ticket gets this much open time, unless its deadline is shorter.
  public var leastOpenSeconds: Double
  /// When the class is open, ascending and apart.
  public var openSpans: [Range<Double>]

  /// A deadline.
  public init(
    seconds: Double, countsOpenTime: Bool = false, leastOpenSeconds: Double = 0,
    openSpans: [Range<Double>]
  ) {
    self.seconds = seconds
    self.countsOpenTime = countsOpenTime
    self.leastOpenSeconds = leastOpenSeconds
    self.openSpans = openSpans
  }
}

/// One person's shift.
public struct ReplayShift: Equatable, Sendable {
  /// When the person is on duty: the shift less its breaks, ascending.
  public var duty: [DutySpan]
  /// How fast the person works; a beginner of 0.5 takes twice the time.
  public var speed: Double
  /// The share of time on duty that the person is away beyond breaks, 0 to
  /// below 1.
  public var shrinkage: Double
  /// False for somebody who cannot fail to come, such as a shift that began
  /// before the horizon.
  public var mayBeMissed: Bool

  /// A shift.
  public init(
    duty: [DutySpan], speed: Double = 1, shrinkage: Double = 0, mayBeMissed: Bool = true
  ) {
    self.duty = duty
    self.speed = speed
    self.shrinkage = shrinkage
    self.mayBeMissed = mayBeMissed
  }
}

/// A span on duty with the skills that are served in it.
public struct DutySpan: Equatable, Sendable {
  /// The first second.
  public var start: Double
  /// The second after the last.
  public var end: Double
  /// The skills, bit by bit.
  public var skills: UInt64

  /// A span.
  public init(start: Double, end: Double, skills: UInt64) {
    self.start = start
    self.end = end
    self.skills = skills
  }
}
