import Rostering

/// A rule that stands in the way, with what it demands and what there is.
public struct RuleFinding: Hashable, Sendable {
  /// The key of the rule.
  public var rule: String
  /// The limit with its unit; empty where only the rule itself is known.
  public var limit: String
  /// What was found with its unit; empty where only the rule itself is known.
  public var actual: String
  /// The person's own shift before or after which a rest is too short.
  public var beside: ShiftAssignment?

  /// A finding.
  public init(
    rule: String, limit: String = "", actual: String = "", beside: ShiftAssignment? = nil
  ) {
    self.rule = rule
    self.limit = limit
    self.actual = actual
    self.beside = beside
  }

  /// What a violation says of a line in which one shift is new.
  ///
  /// - Parameters:
  ///   - shift: The new shift; nil where none is.
  ///   - line: All shifts of the person.
  public init(
    _ violation: RuleViolation, adding shift: ShiftAssignment? = nil,
    to line: [ShiftAssignment] = []
  ) {
    self.init(rule: violation.rule, limit: violation.limit, actual: violation.actual)
    guard let shift, violation.rule.hasPrefix("rest-") else { return }
    // A rest is counted on the day of the later shift.
    let start = shift.minutes.lowerBound
    beside =
      violation.day == shift.day
      ? line.filter { $0.minutes.lowerBound < start }.max {
        $0.minutes.lowerBound < $1.minutes.lowerBound
      } : line.first { $0.day == violation.day }
  }
}

/// How somebody stands towards a gap at its worst moment.
public enum StandReason: Hashable, Sendable {
  /// Is on duty there and serves this skill only.
  case standsThere
  /// Is on duty there and serves other skills too.
  case sharesQueues
  /// Has a break.
  case onBreak
  /// Lacks the skill.
  case lacksSkill
  /// No line of the person that keeps the rules is there: a smallest set of
  /// rules that already exclude it together.
  case never([String])
  /// The person's other shifts leave no shift there: what the nearest one
  /// would break.
  case notBesideOwnShifts([RuleFinding])
  /// Could be there without breaking a rule.
  case couldBe
}

/// One person at a gap.
public struct StandFacts: Hashable, Sendable {
  /// The person.
  public var employee: Employee
  /// Why the person is or is not there.
  public var reason: StandReason
  /// The person's own shift of the day, where there is one elsewhere.
  public var shift: ShiftAssignment?
  /// What the cheapest shift there would cost the roster in all, the closed
  /// gap taken off; nil unless the person could be there.
  public var netCost: Double?

  /// A person at a gap.
  public init(
    employee: Employee, reason: StandReason, shift: ShiftAssignment? = nil, netCost: Double? = nil
  ) {
    self.employee = employee
    self.reason = reason
    self.shift = shift
    self.netCost = netCost
  }

  /// True if some roster that keeps the rules has the person there.
  public var isPossible: Bool {
    switch reason {
    case .lacksSkill, .never: false
    default: true
    }
  }
}

/// A way to close a part of a gap, with its price.
public struct GapRepair: Hashable, Sendable {
  /// What is done.
  public enum Kind: String, CaseIterable, Sendable {
    /// One person more.
    case newcomer
    /// A break at another time.
    case breakMoved = "break-moved"
    /// A shift at another time or of another length.
    case shiftMoved = "shift-moved"
    /// A shift on a day off.
    case shiftAdded = "shift-added"
    /// A shift against a wish or a choice.
    case wishBroken = "wish-broken"
    /// A shift made longer than its pattern.
    case overtime
    /// A rule loosened for one person.
    case ruleLoosened = "rule-loosened"
  }

  /// What is done.
  public var kind: Kind
  /// The person; nil for a newcomer.
  public var employee: Employee?
  /// The shift afterwards.
  public var shift: ShiftAssignment
  /// The person's shift of that day before.
  public var before: ShiftAssignment?
  /// The rule that has to give way.
  public var rule: RuleFinding?
  /// What changes.
  public var change: RosterChange

  /// A repair.
  public init(
    kind: Kind, employee: Employee?, shift: ShiftAssignment, before: ShiftAssignment? = nil,
    rule: RuleFinding? = nil, change: RosterChange
  ) {
    self.kind = kind
    self.employee = employee
    self.shift = shift
    self.before = before
    self.rule = rule
    self.change = change
  }

  /// Agent-hours of gaps that it closes.
  public var hoursClosed: Double { -change.shortfallHours }
  /// What those hours, and posts that nobody holds, cost now.
  public var worth: Double { -change.gapCost }
}

/// A gap with who could close it and why nobody does.
public struct GapExplanation: Hashable, Sendable {
  /// The gap.
  public var gap: CoverGap
  /// What it costs.
  public var cost: Double
  /// The interval in which most agents are missing, in minutes of the axis.
  public var worst: Range<Int>
  /// Agents wanted then.
  public var needed: Double
  /// Agents there then.
  public var onDuty: Double
  /// The most agents that any rosters that keep the rules can have there
  /// then; people who know other skills too included.
  public var possible: Double
  /// Everybody, in the plan's order.
  public var people: [StandFacts]
  /// The cheapest repairs, the best first.
  public var repairs: [GapRepair]

  /// An explanation.
  public init(
    gap: CoverGap, cost: Double, worst: Range<Int>, needed: Double, onDuty: Double,
    possible: Double, people: [StandFacts], repairs: [GapRepair]
  ) {
    self.gap = gap
    self.cost = cost
    self.worst = worst
    self.needed = needed
    self.onDuty = onDuty
    self.possible = possible
    self.people = people
    self.repairs = repairs
  }
}
