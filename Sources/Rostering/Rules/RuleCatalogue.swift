/// A value that a plan file gives for a rule's parameter.
public enum RuleValue: Hashable, Sendable {
  /// A length of time, in minutes.
  case minutes(Int)
  /// A whole number.
  case count(Int)
  /// Names, of shift patterns for instance.
  case names([String])
}

/// What kind of value a rule's parameter takes.
public enum RuleParameterKind: String, Hashable, Sendable {
  /// A length of time such as `11h`.
  case minutes
  /// A whole number, at least 0.
  case count
  /// Names of shift patterns of the plan.
  case patterns
}

/// A parameter of a rule in a plan file.
public struct RuleParameter: Hashable, Sendable {
  /// The key.
  public var name: String
  /// The kind of its value.
  public var kind: RuleParameterKind
  /// What it means, one line, for documentation and messages.
  public var summary: String
  /// True if the rule makes no sense without it.
  public var isRequired: Bool

  /// A parameter.
  public init(
    _ name: String, _ kind: RuleParameterKind, _ summary: String, isRequired: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.isRequired = isRequired
  }
}

/// The parameters a plan file gives for one rule.
public struct RuleArguments: Sendable {
  /// The values by parameter name.
  public var values: [String: RuleValue]

  /// Arguments.
  public init(_ values: [String: RuleValue] = [:]) { self.values = values }

  /// A least and a most length of time, where they are given.
  init(leastMinutes: Int?, mostMinutes: Int?) {
    self.init()
    values["least"] = leastMinutes.map { .minutes($0) }
    values["most"] = mostMinutes.map { .minutes($0) }
  }

  /// A least and a most number, where they are given, beside other values.
  init(least: Int?, most: Int?, adding others: [String: RuleValue] = [:]) {
    self.init(others)
    values["least"] = least.map { .count($0) }
    values["most"] = most.map { .count($0) }
  }

  /// A length of time in minutes, nil when not given.
  public func minutes(_ name: String) -> Int? {
    if case .minutes(let value) = values[name] { return value }
    return nil
  }

  /// A whole number, nil when not given.
  public func count(_ name: String) -> Int? {
    if case .count(let value) = values[name] { return value }
    return nil
  }

  /// Names, nil when not given.
  public func names(_ name: String) -> [String]? {
    if case .names(let value) = values[name] { return value }
    return nil
  }
}

/// How a plan file names a rule and what it may say about it.
public struct RuleDefinition: Sendable {
  /// The key under `rules:`.
  public var key: String
  /// What the rule demands, one line.
  public var summary: String
  /// Its parameters, in the order they are documented.
  public var parameters: [RuleParameter]
  /// At least one of these parameters must be given; empty for no demand.
  public var oneOf: [String]
  /// The rule for arguments that satisfy `parameters`.
  public var make: @Sendable (RuleArguments) -> any RosterRule

  /// A definition.
  public init(
    key: String, summary: String, parameters: [RuleParameter], oneOf: [String] = [],
    make: @escaping @Sendable (RuleArguments) -> any RosterRule
  ) {
    self.key = key
    self.summary = summary
    self.parameters = parameters
    self.oneOf = oneOf
    self.make = make
  }
}

extension RuleDefinition {
  /// A rule that is a least and a most number of something, one of them or
  /// both.
  init(
    key: String, summary: String, countsOf what: String,
    make: @escaping @Sendable (_ least: Int?, _ most: Int?) -> any RosterRule
  ) {
    self.init(key: key, summary: summary, limiting: what, as: .count) {
      make($0.count("least"), $0.count("most"))
    }
  }

  /// A rule that is a least and a most length of time, one of them or both.
  init(
    key: String, summary: String, minutesOf what: String,
    make: @escaping @Sendable (_ least: Int?, _ most: Int?) -> any RosterRule
  ) {
    self.init(key: key, summary: summary, limiting: what, as: .minutes) {
      make($0.minutes("least"), $0.minutes("most"))
    }
  }

  private init(
    key: String, summary: String, limiting what: String, as kind: RuleParameterKind,
    make: @escaping @Sendable (RuleArguments) -> any RosterRule
  ) {
    self.init(
      key: key, summary: summary,
      parameters: [.init("least", kind, "Least \(what)."), .init("most", kind, "Most \(what).")],
      oneOf: ["least", "most"], make: make)
  }
}

/// All rules a plan may use. A new rule is a file of its own and a line here.
public enum RuleCatalogue {
  /// The definitions, in the order they are documented.
  public static let definitions: [RuleDefinition] = [
    RestBetweenShifts.definition,
    RestAfterNights.definition,
    HoursPerDay.definition,
    HoursPerWeek.definition,
    HoursInHorizon.definition,
    OvertimePerMonth.definition,
    DaysInARow.definition,
    DaysOffInARow.definition,
    DaysOff.definition,
    NightsInARow.definition,
    NightCount.definition,
    WeekendsWorked.definition,
    ShiftCount.definition,
    ShiftsOfPattern.definition,
    ForbiddenNextDay.definition,
  ]

  /// The definition of a key, if there is one.
  public static func definition(of key: String) -> RuleDefinition? {
    definitions.first { $0.key == key }
  }
}
