/// A hard rule about one person's line: a limit, a statement, how to find
/// violations in a finished line, and how to put it to a solver.
///
/// The two sides never use each other: `violations(in:)` reads shifts with
/// their clock times, `encode(into:)` writes primitives over shift options.
/// Tests prove on exhaustive small problems that they agree.
public protocol RosterRule: Sendable {
  /// The key of the rule in a plan file, such as `rest-between-shifts`.
  static var key: String { get }

  /// What a plan file gives for the rule; empty for the standing rules, which
  /// no plan names.
  var arguments: RuleArguments { get }

  /// The rule with its limits, as a sentence a planner reads.
  var statement: String { get }

  /// Every way the line breaks the rule.
  func violations(in line: PersonLine) -> [RuleViolation]

  /// Writes the rule as primitives for one person.
  func encode(into encoder: inout LineEncoder)
}

extension RosterRule {
  public var arguments: RuleArguments { RuleArguments() }
}

/// A rule and whom it binds.
public struct ScopedRule: Sendable {
  /// The rule.
  public var rule: any RosterRule
  /// The teams it binds; empty for all.
  public var teams: [String]
  /// The employees it binds, by id; empty for all of the teams.
  public var employeeIDs: [String]

  /// A rule, for everybody unless teams or employees are named.
  public init(_ rule: any RosterRule, teams: [String] = [], employeeIDs: [String] = []) {
    self.rule = rule
    self.teams = teams
    self.employeeIDs = employeeIDs
  }

  /// The rule's key.
  public var key: String { type(of: rule).key }

  /// True if the rule binds an employee.
  public func binds(_ employee: Employee) -> Bool {
    (teams.isEmpty || teams.contains(employee.team))
      && (employeeIDs.isEmpty || employeeIDs.contains(employee.id))
  }
}

/// A broken rule: who, when, which rule, the limit and what was found.
public struct RuleViolation: Hashable, Sendable {
  /// The key of the rule.
  public var rule: String
  /// The employee's id.
  public var employeeID: String
  /// The day of the horizon it shows on.
  public var day: Int
  /// The limit, with its unit.
  public var limit: String
  /// What was found, with its unit.
  public var actual: String
  /// A sentence for a planner.
  public var message: String

  /// A violation.
  public init(
    rule: String, employeeID: String, day: Int, limit: String, actual: String, message: String
  ) {
    self.rule = rule
    self.employeeID = employeeID
    self.day = day
    self.limit = limit
    self.actual = actual
    self.message = message
  }
}
