import Rostering

/// Another person who could have had somebody's shift.
public struct ShiftRival: Hashable, Sendable {
  /// The person.
  public var employee: Employee
  /// The person's own shift of the day; the two would trade.
  public var shift: ShiftAssignment?
  /// What the roster would change; nil where the other person may not.
  public var change: RosterChange?
  /// What the other person would break.
  public var findings: [RuleFinding]
  /// What the person whose shift it is would break by giving it away: somebody
  /// who falls ill gives it away all the same.
  public var giverFindings: [RuleFinding]

  /// True if nobody would break a rule.
  public var isAllowed: Bool { findings.isEmpty && giverFindings.isEmpty }

  /// Another person.
  public init(
    employee: Employee, shift: ShiftAssignment?, change: RosterChange?, findings: [RuleFinding],
    giverFindings: [RuleFinding] = []
  ) {
    self.employee = employee
    self.shift = shift
    self.change = change
    self.findings = findings
    self.giverFindings = giverFindings
  }
}

/// Why somebody works, or does not work, on a day.
public struct PersonDayExplanation: Sendable {
  /// The person with the figures of the roster.
  public var person: PersonFacts
  /// The day of the horizon.
  public var day: Int
  /// The shift of the day; nil for a day off.
  public var shift: ShiftAssignment?
  /// What the roster would change without the shift; nil for a day off.
  public var withoutShift: RosterChange?
  /// Rules that would be broken without the shift.
  public var demandedBy: [RuleFinding]
  /// The cheapest other shifts of the person on the day that keep the rules.
  public var alternatives: [(shift: ShiftAssignment, change: RosterChange)]
  /// What keeps the person from working on a day off; empty where shifts are
  /// possible.
  public var obstacles: [RuleFinding]
  /// The others, those who could have taken the shift first, the cheapest of
  /// them on top; empty for a day off.
  public var rivals: [ShiftRival]

  /// An explanation.
  public init(
    person: PersonFacts, day: Int, shift: ShiftAssignment?, withoutShift: RosterChange?,
    demandedBy: [RuleFinding], alternatives: [(shift: ShiftAssignment, change: RosterChange)],
    obstacles: [RuleFinding], rivals: [ShiftRival]
  ) {
    self.person = person
    self.day = day
    self.shift = shift
    self.withoutShift = withoutShift
    self.demandedBy = demandedBy
    self.alternatives = alternatives
    self.obstacles = obstacles
    self.rivals = rivals
  }
}
