/// What a roster costs, part by part, in the plan's currency.
public struct RosterCost: Hashable, Codable, Sendable {
  /// Pay for all worked hours, time owed at base pay included.
  public var wages = 0.0
  /// Missing agent-hours.
  public var shortfall = 0.0
  /// Agent-hours beyond the need.
  public var surplus = 0.0
  /// Fixed posts nobody holds, or too many hold.
  public var posts = 0.0
  /// Employees above or below the day's share of the team.
  public var rampUp = 0.0
  /// Wishes and asked leave not followed.
  public var wishes = 0.0
  /// Burdens, dearer the more one person has of them.
  public var fairness = 0.0
  /// Choices of pay or rest not followed.
  public var choice = 0.0

  /// No cost at all.
  public init() {}

  /// The parts with their names, in the order they are shown.
  public var parts: [(name: String, amount: Double)] {
    [
      ("wages", wages), ("shortfall", shortfall), ("surplus", surplus), ("posts", posts),
      ("ramp-up", rampUp), ("wishes", wishes), ("fairness", fairness), ("choice", choice),
    ]
  }

  /// The sum of all parts: the objective.
  public var total: Double { parts.reduce(0) { $0 + $1.amount } }
}

/// Need against cover of one skill in one interval.
public struct CoverageCell: Hashable, Sendable {
  /// Index of the skill in the plan's need.
  public var skill: Int
  /// The interval of the horizon.
  public var interval: Int
  /// Agents wanted.
  public var need: Double
  /// Agents that serve the skill: people on duty, breaks and beginners
  /// counted in fractions; someone with several skills serves one at a time.
  public var onDuty: Double

  /// A cell.
  public init(skill: Int, interval: Int, need: Double, onDuty: Double) {
    self.skill = skill
    self.interval = interval
    self.need = need
    self.onDuty = onDuty
  }

  /// Agents missing.
  public var shortfall: Double { max(0, need - onDuty) }
  /// Agents beyond the need.
  public var surplus: Double { max(0, onDuty - need) }
}

/// Need against cover of a shift pattern on a day.
public struct PatternCell: Hashable, Sendable {
  /// Index of the pattern in the plan.
  public var pattern: Int
  /// The day of the horizon.
  public var day: Int
  /// People wanted.
  public var need: Int
  /// People there.
  public var onDuty: Int

  /// People missing, 0 if all are there.
  public var missing: Int { max(0, need - onDuty) }
  /// People beyond the need, 0 if there are none.
  public var surplus: Int { max(0, onDuty - need) }

  /// A cell.
  public init(pattern: Int, day: Int, need: Int, onDuty: Int) {
    self.pattern = pattern
    self.day = day
    self.need = need
    self.onDuty = onDuty
  }
}

extension Sequence<PatternCell> {
  /// The cells by day and then by the plan's shifts.
  public var byDay: [PatternCell] {
    sorted { ($0.day, $0.pattern) < ($1.day, $1.pattern) }
  }
}

extension RosterPlan {
  /// The name of a shift pattern; empty for one the plan does not have.
  public func patternName(_ index: Int) -> String {
    patterns.indices.contains(index) ? patterns[index].name : ""
  }
}

/// A fixed post of a staffing mode and how many hold it.
public struct PostCell: Hashable, Sendable {
  /// Index of the skill in the plan's need.
  public var skill: Int
  /// The day of the horizon.
  public var day: Int
  /// Minutes of the axis the post runs.
  public var minutes: Range<Int>
  /// People who hold it; one is wanted.
  public var holders: Int

  /// A post.
  public init(skill: Int, day: Int, minutes: Range<Int>, holders: Int) {
    self.skill = skill
    self.day = day
    self.minutes = minutes
    self.holders = holders
  }
}

/// What one person's line adds up to.
public struct PersonSummary: Hashable, Sendable {
  /// The employee's id.
  public var employeeID: String
  /// Shifts in the horizon.
  public var shiftCount = 0
  /// Days of the horizon on which no shift starts.
  public var daysOff = 0
  /// Paid minutes by the class of the date they fall on.
  public var paidMinutes: [DayClass: Int] = [:]
  /// Paid minutes beyond the standard day on workdays.
  public var overtimeMinutes = 0
  /// Minutes of rest-day work to be given back.
  public var timeBackMinutes = 0
  /// Premium dates with enough paid minutes of a shift to count, summed over
  /// the shifts; see `RosterPlan.premiumDayCount(of:)`.
  public var premiumDays = 0
  /// Night shifts.
  public var nights = 0
  /// Weekends with at least one shift.
  public var weekends = 0
  /// Wishes that the roster could follow or break.
  public var wishesAsked = 0
  /// Wishes followed.
  public var wishesMet = 0
  /// Pay, in the plan's currency, time owed not included.
  public var pay = 0.0
  /// To what share the person's choice was met, 0 to 1: premium days worked
  /// of the target for those who chose pay, premium days off of all premium
  /// days for those who chose rest; nil for those without a choice.
  public var choiceMet: Double?

  /// A summary of no shift yet.
  public init(employeeID: String) { self.employeeID = employeeID }

  /// Paid minutes in all.
  public var totalPaidMinutes: Int {
    DayClass.allCases.reduce(0) { $0 + (paidMinutes[$1] ?? 0) }
  }
}

/// What the auditor found in a roster.
public struct AuditReport: Sendable {
  /// Every broken rule, ordered by person, day and rule.
  public var violations: [RuleViolation]
  /// What the roster costs.
  public var cost: RosterCost
  /// Need against cover, skill after skill, intervals ascending.
  public var coverage: [CoverageCell]
  /// The posts of staffing modes, by day.
  public var posts: [PostCell]
  /// Heads on the shifts that are wanted by pattern and day.
  public var patternCells: [PatternCell] = []
  /// What becomes of the work that may wait, where the solver chooses when it
  /// is done; what is late of it is part of the shortfall of ``coverage``.
  public var work: [WorkCell] = []
  /// One summary a person, in the plan's order.
  public var people: [PersonSummary]
  /// Employees with a shift on each day of the horizon.
  public var onDutyByDay: [Int]
  /// The length of an interval, to turn agents into agent-hours.
  public var intervalMinutes: Int

  /// A report from its parts.
  public init(
    violations: [RuleViolation], cost: RosterCost, coverage: [CoverageCell], posts: [PostCell],
    people: [PersonSummary], onDutyByDay: [Int], intervalMinutes: Int
  ) {
    self.violations = violations
    self.cost = cost
    self.coverage = coverage
    self.posts = posts
    self.people = people
    self.onDutyByDay = onDutyByDay
    self.intervalMinutes = intervalMinutes
  }

  /// Agent-hours missing in all.
  public var shortfallHours: Double { hours(\.shortfall) }
  /// Agent-hours beyond the need in all.
  public var surplusHours: Double { hours(\.surplus) }
  /// Agent-hours wanted in all.
  public var needHours: Double { hours(\.need) }

  /// Hours of work with a deadline that are not done by it, where the solver
  /// chooses when such work is done.
  public var lateWorkHours: Double { work.reduce(0) { $0 + $1.lateHours } }

  private func hours(_ figure: KeyPath<CoverageCell, Double>) -> Double {
    coverage.reduce(0) { $0 + $1[keyPath: figure] } * Double(intervalMinutes) / 60
  }
}
