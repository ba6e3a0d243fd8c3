/// How many night shifts follow each other.
///
/// Primitive: a run length over days with a night shift.
public struct NightsInARow: RosterRule {
  public static let key = "nights-in-a-row"

  /// The least length of a run of nights, nil for none.
  public let least: Int?
  /// The most, nil for none.
  public let most: Int?

  /// Limits on runs of night shifts.
  public init(least: Int? = nil, most: Int? = nil) {
    self.least = least
    self.most = most
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Night shifts in a row.", countsOf: "nights in a row"
  ) { NightsInARow(least: $0, most: $1) }

  public var arguments: RuleArguments { RuleArguments(least: least, most: most) }

  public var statement: String {
    "Work \(limitText(least: least, most: most) { countText($0, "night") }) in a row."
  }

  private var run: RunRule {
    RunRule(key: Self.key, least: least, most: most, unit: "nights in a row")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    run.violations(in: line) { line.shifts(onDay: $0).contains(where: line.isNight) }
  }

  public func encode(into encoder: inout LineEncoder) {
    let night = encoder.plan.night
    run.encode(
      into: &encoder, members: encoder.table.isNight, includesDaysOff: false,
      isHistoryMember: { $0.map { night.isNight($0.minutes) } ?? false })
  }
}
