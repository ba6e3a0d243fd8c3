/// How many days a person is off in a row.
///
/// Primitive: a run length over days without a shift.
public struct DaysOffInARow: RosterRule {
  public static let key = "days-off-in-a-row"

  /// The least length of a run of days off, nil for none.
  public let least: Int?
  /// The most, nil for none.
  public let most: Int?

  /// Limits on runs of days off.
  public init(least: Int? = nil, most: Int? = nil) {
    self.least = least
    self.most = most
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Days off in a row.", countsOf: "days off in a row"
  ) { DaysOffInARow(least: $0, most: $1) }

  public var arguments: RuleArguments { RuleArguments(least: least, most: most) }

  public var statement: String {
    "Be off \(limitText(least: least, most: most) { countText($0, "day") }) in a row."
  }

  private var run: RunRule {
    RunRule(key: Self.key, least: least, most: most, unit: "days off in a row")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    run.violations(in: line) { line.shifts(onDay: $0).isEmpty }
  }

  public func encode(into encoder: inout LineEncoder) {
    run.encode(
      into: &encoder, members: encoder.table.all.map { _ in false }, includesDaysOff: true,
      isHistoryMember: { $0 == nil })
  }
}
