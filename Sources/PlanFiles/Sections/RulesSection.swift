import Rostering

/// The hard rules with the names they use, which are checked once the staff
/// is known.
struct RulesSection {
  private(set) var rules: [ScopedRule] = []
  private(set) var teams: [SourceText] = []
  private(set) var employees: [SourceText] = []

  /// - Parameter catalogue: The rules that there are.
  init(_ root: SectionReader, catalogue: [RuleDefinition], patterns: [ShiftPattern]) {
    let section = root.section("rules")
    for definition in catalogue where section.has(definition.key) {
      for part in section.sections(definition.key) {
        add(part, definition, patterns: patterns)
      }
    }
  }

  private mutating func add(
    _ part: SectionReader, _ definition: RuleDefinition, patterns: [ShiftPattern]
  ) {
    let log = part.log
    var arguments = RuleArguments()
    var isComplete = true
    for parameter in definition.parameters {
      guard part.has(parameter.name) else {
        isComplete = isComplete && !parameter.isRequired
        continue
      }
      let value = RulesSection.value(part, parameter, patterns: patterns)
      arguments.values[parameter.name] = value
      isComplete = isComplete && value != nil
    }
    if !definition.oneOf.isEmpty, !definition.oneOf.contains(where: { part.has($0) }) {
      log.report(
        .ruleIncomplete, at: part.place, value: definition.key,
        "The rule \(quoted(definition.key)) says nothing.",
        expected: "one of the keys \(listed(definition.oneOf))")
      isComplete = false
    }
    // A least above a most can be kept by nobody.
    if let least = RulesSection.size(arguments.values["least"]),
      let most = RulesSection.size(arguments.values["most"]), least > most
    {
      log.report(
        .reversed, at: part.place(of: "least"),
        "The rule \(quoted(definition.key)) asks for more at least than at most.",
        action: "Lower \"least\" or raise \"most\".")
    }
    if case .count(let least)? = arguments.values["least"],
      case .count(let within)? = arguments.values["within"], within < 1 || least > within
    {
      log.report(
        .reversed, at: part.place(of: "within"),
        "The rule \(quoted(definition.key)) asks for \(least) days in spans of \(within).",
        expected: "at least 1 and at least as many as \"least\"")
      isComplete = false
    }
    let ownTeams = RulesSection.names(part, "teams")
    let ownEmployees = RulesSection.names(part, "employees")
    teams += ownTeams
    employees += ownEmployees
    guard isComplete else { return }
    rules.append(
      ScopedRule(
        definition.make(arguments), teams: ownTeams.map(\.text),
        employeeIDs: ownEmployees.map(\.text)))
  }

  /// The teams or people that a rule is for; none if it is for everybody.
  private static func names(_ part: SectionReader, _ key: String) -> [SourceText] {
    guard let names = part.values(key) else { return [] }
    if names.isEmpty {
      part.log.report(
        .valueMissing, at: part.place(of: key), "The list \(quoted(key)) is empty.",
        action: "Name somebody, or leave the key out for everybody.")
    }
    return names
  }

  private static func value(
    _ part: SectionReader, _ parameter: RuleParameter, patterns: [ShiftPattern]
  ) -> RuleValue? {
    let log = part.log
    switch parameter.kind {
    case .minutes:
      return part.value(parameter.name).flatMap { log.minutes($0, in: 0...1_052_640) }
        .map { .minutes($0) }
    case .count:
      return part.value(parameter.name).flatMap { log.count($0, in: 0...100_000) }
        .map { .count($0) }
    case .patterns:
      guard let sources = part.values(parameter.name) else { return nil }
      let names = sources.compactMap { log.pattern($0, among: patterns)?.name }
      return names.count == sources.count ? .names(names) : nil
    }
  }

  private static func size(_ value: RuleValue?) -> Int? {
    switch value {
    case .minutes(let size), .count(let size): size
    case .names, nil: nil
    }
  }
}
