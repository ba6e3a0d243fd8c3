import Rostering

/// What became of one case of a sweep: its figures and nothing of how they are
/// shown.
public struct CaseFacts: Codable, Hashable, Sendable {
  /// How a case ended.
  public enum Status: String, Codable, Sendable {
    /// There is a roster.
    case solved
    /// The rules leave somebody no line.
    case impossible
    /// The time was up before there was a roster, or the sweep was stopped.
    case unsolved
  }

  /// Expected service of one skill.
  public struct Service: Codable, Hashable, Sendable {
    /// The skill.
    public var skill: String
    /// Customers who are answered at once by plan.
    public var arrivals: Double
    /// The share answered within their threshold.
    public var serviceLevel: Double
    /// The share promised; nil where the goal is no such share.
    public var goal: Double?

    /// Service of a skill.
    public init(skill: String, arrivals: Double, serviceLevel: Double, goal: Double?) {
      self.skill = skill
      self.arrivals = arrivals
      self.serviceLevel = serviceLevel
      self.goal = goal
    }

    /// True if the share promised is kept over the whole horizon.
    public var isMet: Bool { goal.map { serviceLevel >= $0 - 1e-9 } ?? true }
  }

  /// The case's name.
  public var name: String
  /// How it ended.
  public var status: Status
  /// Why there is no roster; empty where there is one.
  public var note: String
  /// People of the team.
  public var people: Int
  /// What the roster costs; part by part.
  public var cost: RosterCost
  /// A proven lower bound of the cost; nil if nothing is proven.
  public var bound: Double?
  /// People with a shift on each day.
  public var onDutyByDay: [Int]
  /// Agent-hours wanted, missing and too many.
  public var needHours, shortfallHours, surplusHours: Double
  /// Hours paid, of these on rest days and statutory days, and overtime beyond
  /// the standard day.
  public var paidHours, premiumHours, overtimeHours: Double
  /// The most paid hours of a person in a calendar week, and the least limit
  /// the plan sets; nil without one.
  public var mostWeekHours: Double
  public var weekLimitHours: Double?
  /// The most overtime of a person in a calendar month, as limits count it,
  /// and the least limit; nil without one.
  public var mostOvertimeHours: Double
  public var overtimeLimitHours: Double?
  /// Days off of all people together.
  public var daysOff: Int
  /// Shares to which choices of pay and of rest are met; nil where nobody has
  /// one.
  public var payMet, restMet: Double?
  /// Wishes that could be followed, and those that are.
  public var wishesAsked, wishesMet: Int
  /// The most less the least premium days and paid hours of a person.
  public var premiumSpread: Int
  public var hoursSpread: Double
  /// Rests between shifts of less than twelve hours.
  public var shortRests: Int
  /// Expected service, skill by skill; empty without a forecast.
  public var services: [Service]
  /// Customers expected to be answered too late.
  public var lateTickets: Double
  /// What becomes of this roster in other ways demand may come; nil where none
  /// was asked for.
  public var outlook: OutlookFacts?
  /// What one agent more is worth in each interval, skill after skill; empty
  /// where it was not asked for.
  public var marginalWorth: [[Double]] = []
  /// The value of the case's relaxation, where it was worked out by itself: a
  /// bound too, and close to that of cases that differ little.
  public var relaxedValue: Double?
  /// Seconds that the case took.
  public var seconds: Double

  /// Rests shorter than this count as short.
  public static let shortRestMinutes = 720

  /// A case without a roster.
  public init(name: String, status: Status, note: String, people: Int, days: Int) {
    self.name = name
    self.status = status
    self.note = note
    self.people = people
    cost = RosterCost()
    onDutyByDay = Array(repeating: 0, count: days)
    (needHours, shortfallHours, surplusHours) = (0, 0, 0)
    (paidHours, premiumHours, overtimeHours) = (0, 0, 0)
    (mostWeekHours, mostOvertimeHours) = (0, 0)
    daysOff = 0
    (wishesAsked, wishesMet) = (0, 0)
    premiumSpread = 0
    hoursSpread = 0
    shortRests = 0
    services = []
    lateTickets = 0
    outlook = nil
    seconds = 0
  }
}

extension CaseFacts {
  /// The cost in all.
  public var objective: Double { cost.total }

  /// The proven gap as a share; nil when nothing is proven.
  public var gap: Double? {
    guard status == .solved, let bound else { return nil }
    let difference = objective - bound
    if difference <= 1e-6 * max(1, objective.magnitude) { return 0 }
    return objective == 0 ? nil : difference / objective.magnitude
  }

  /// The share of customers answered within their threshold; nil without a
  /// forecast.
  public var serviceLevel: Double? {
    let arrivals = services.reduce(0) { $0 + $1.arrivals }
    guard arrivals > 0 else { return nil }
    return services.reduce(0) { $0 + $1.arrivals * $1.serviceLevel } / arrivals
  }

  /// The share of wanted agent-hours that is covered.
  public var coveredShare: Double { needHours > 0 ? 1 - shortfallHours / needHours : 1 }

  /// The share of the need that has to be covered where no service can be
  /// expected from queueing.
  public static let leastCover = 0.95

  /// True if the goals are met: every skill's service over the horizon, or,
  /// without a forecast, nineteen twentieths of the need.
  public var meetsGoals: Bool {
    guard status == .solved else { return false }
    return services.isEmpty ? coveredShare >= Self.leastCover : services.allSatisfy(\.isMet)
  }
}
