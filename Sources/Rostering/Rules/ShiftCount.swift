/// Shifts of the whole horizon.
///
/// Primitive: a total of shifts over the horizon.
public struct ShiftCount: RosterRule {
  public static let key = "shifts"

  /// The least value, nil for none.
  public let least: Int?
  /// The most, nil for none.
  public let most: Int?

  /// Limits on shifts of the whole horizon.
  public init(least: Int? = nil, most: Int? = nil) {
    self.least = least
    self.most = most
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Shifts of the whole horizon.", countsOf: "shifts of the whole horizon"
  ) { ShiftCount(least: $0, most: $1) }

  public var arguments: RuleArguments { RuleArguments(least: least, most: most) }

  public var statement: String {
    "Work \(limitText(least: least, most: most) { countText($0, "shift") }) in the horizon."
  }

  private var total: TotalRule {
    TotalRule(
      key: Self.key, least: least, most: most, text: { countText($0, "shift") },
      name: "in the horizon")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    total.violations(in: line, spans: [line.horizonDays]) { _ in 1 }
  }

  public func encode(into encoder: inout LineEncoder) {
    total.encode(
      into: &encoder, spans: [0..<encoder.dayCount], weights: encoder.table.ones,
      historyWeight: { _ in 1 })
  }
}
