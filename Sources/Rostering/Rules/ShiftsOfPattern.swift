/// Shifts of some patterns in the whole horizon.
///
/// Primitive: a total of those shifts over the horizon.
public struct ShiftsOfPattern: RosterRule {
  public static let key = "shifts-of"

  /// The names of the patterns.
  public let patterns: [String]
  /// The least shifts, nil for none.
  public let least: Int?
  /// The most, nil for none.
  public let most: Int?

  /// Limits on the shifts of some patterns.
  public init(patterns: [String], least: Int? = nil, most: Int? = nil) {
    self.patterns = patterns
    self.least = least
    self.most = most
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Shifts of some patterns in the whole horizon.",
    parameters: [
      .init("patterns", .patterns, "The patterns, counted together.", isRequired: true),
      .init("least", .count, "Least shifts."), .init("most", .count, "Most shifts."),
    ], oneOf: ["least", "most"]
  ) {
    ShiftsOfPattern(
      patterns: $0.names("patterns") ?? [], least: $0.count("least"), most: $0.count("most"))
  }

  public var arguments: RuleArguments {
    RuleArguments(least: least, most: most, adding: ["patterns": .names(patterns)])
  }

  public var statement: String {
    "Work \(limitText(least: least, most: most) { countText($0, "shift") }) of "
      + "\(patterns.joined(separator: ", ")) in the horizon."
  }

  private var total: TotalRule {
    TotalRule(
      key: Self.key, least: least, most: most, text: { countText($0, "shift") },
      name: "of \(patterns.joined(separator: ", ")) in the horizon")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    total.violations(in: line, spans: [line.horizonDays]) {
      patterns.contains($0.pattern) ? 1 : 0
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let names = encoder.plan.patterns.map(\.name)
    let weights = encoder.table.options.map { patterns.contains(names[$0.pattern]) ? 1 : 0 }
    total.encode(
      into: &encoder, spans: [0..<encoder.dayCount], weights: weights,
      historyWeight: { _ in 0 })
  }
}
