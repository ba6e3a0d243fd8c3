import Rostering

/// Something that a plan requires and cannot have, found before solving.
public struct FeasibilityFinding: Hashable, Sendable {
  /// The ten checks, in the order they are made.
  public enum Check: String, CaseIterable, Sendable {
    /// A person's least work fits into the days the person can work.
    case employeeAvailability = "employee-availability"
    /// The demand of rest days and holidays fits into what people can work on
    /// them.
    case weekendDemand = "weekend-demand"
    /// The demand of a calendar week fits into its limits of working time.
    case employeeMinutesWeek = "employee-minutes-week"
    /// The demand of a skill over the whole plan fits into the limits.
    case employeeMinutesRoster = "employee-minutes-roster"
    /// Every interval with demand is reached by some shift.
    case demandCoveredByShifts = "demand-covered-by-shifts"
    /// Every interval with demand has enough people who could stand there.
    case demandCoveredByPeople = "demand-covered-by-people"
    /// Every shift has some demand while it runs.
    case shiftCoveredByDemand = "shift-covered-by-demand"
    /// Every shift pattern can be worked by somebody on some day.
    case shiftsRelevant = "shifts-relevant"
    /// Least numbers of heads on shifts and posts have enough people.
    case shiftUseMinimum = "shift-use-minimum"
    /// Settled shifts keep the rules.
    case pinnedShiftRules = "pinned-shift-rules"
  }

  /// The check.
  public var check: Check
  /// True if no roster can satisfy the plan; false if a gap is certain, or
  /// something in the plan has no use.
  public var isHard: Bool
  /// The day of the horizon; nil for the whole plan.
  public var day: Int?
  /// Minutes of the axis; nil for whole days.
  public var minutes: Range<Int>?
  /// The skill or shift pattern; empty for none.
  public var subject: String
  /// The employee's id; empty for none.
  public var employeeID: String
  /// The key of the rule; empty for none.
  public var rule: String
  /// Working minutes required.
  public var requiredMinutes: Int
  /// Working minutes that can at most be had.
  public var achievableMinutes: Int
  /// People missing at the worst moment; 0 where people are not the measure.
  public var missingPeople: Int

  /// A finding.
  public init(
    _ check: Check, isHard: Bool = false, day: Int? = nil, minutes: Range<Int>? = nil,
    subject: String = "", employeeID: String = "", rule: String = "", required: Int,
    achievable: Int, missingPeople: Int = 0
  ) {
    self.check = check
    self.isHard = isHard
    self.day = day
    self.minutes = minutes
    self.subject = subject
    self.employeeID = employeeID
    self.rule = rule
    requiredMinutes = required
    achievableMinutes = achievable
    self.missingPeople = missingPeople
  }
}

/// Rules of one person that cannot hold together, each needed for that.
public struct RuleContradiction: Sendable {
  /// One of the rules, and how far it alone would have to move.
  public struct Part: Sendable {
    /// The rule's key.
    public var key: String
    /// The rule; nil where nothing but its key is known.
    public var rule: (any RosterRule)?
    /// The parameter that would have to move; empty where nothing has a
    /// number.
    public var parameter: String
    /// The value of the plan.
    public var from: RuleValue?
    /// The nearest value that lets the person have a line; nil where no value
    /// does, or where the rule would have to go.
    public var to: RuleValue?

    /// A part.
    public init(
      key: String, rule: (any RosterRule)? = nil, parameter: String = "", from: RuleValue? = nil,
      to: RuleValue? = nil
    ) {
      self.key = key
      self.rule = rule
      self.parameter = parameter
      self.from = from
      self.to = to
    }

    /// What it demands, in English; empty where that is not known.
    public var statement: String { rule?.statement ?? "" }
  }

  /// The person.
  public var employee: Employee
  /// The rules.
  public var parts: [Part]

  /// A contradiction.
  public init(employee: Employee, parts: [Part]) {
    self.employee = employee
    self.parts = parts
  }
}

/// Everything that `explain` says of a plan and its roster.
public struct ExplainFacts: Sendable {
  /// The plan.
  public var plan: RosterPlan
  /// The roster's facts; nil where there is none.
  public var roster: RosterFacts?
  /// What the ten checks found.
  public var findings: [FeasibilityFinding]
  /// People whose rules leave no line.
  public var contradictions: [RuleContradiction]
  /// The gaps, those with most agent-hours first.
  public var gaps: [GapExplanation]
  /// All gaps of the roster, explained or not.
  public var gapCount = 0

  /// The facts.
  public init(
    plan: RosterPlan, roster: RosterFacts?, findings: [FeasibilityFinding],
    contradictions: [RuleContradiction], gaps: [GapExplanation]
  ) {
    self.plan = plan
    self.roster = roster
    self.findings = findings
    self.contradictions = contradictions
    self.gaps = gaps
  }
}
