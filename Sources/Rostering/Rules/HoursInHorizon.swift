/// Paid hours of the whole horizon; what was worked before it does not count.
///
/// Primitive: a total of paid minutes over the horizon.
public struct HoursInHorizon: RosterRule {
  public static let key = "hours"

  /// The least value in minutes, nil for none.
  public let leastMinutes: Int?
  /// The most in minutes, nil for none.
  public let mostMinutes: Int?

  /// Limits on paid hours of the whole horizon.
  public init(leastMinutes: Int? = nil, mostMinutes: Int? = nil) {
    self.leastMinutes = leastMinutes
    self.mostMinutes = mostMinutes
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Paid hours of the whole horizon.",
    minutesOf: "paid hours of the whole horizon"
  ) { HoursInHorizon(leastMinutes: $0, mostMinutes: $1) }

  public var arguments: RuleArguments {
    RuleArguments(leastMinutes: leastMinutes, mostMinutes: mostMinutes)
  }

  public var statement: String {
    "Work \(limitText(least: leastMinutes, most: mostMinutes, text: hoursText)) in the horizon."
  }

  private var total: TotalRule {
    TotalRule(
      key: Self.key, least: leastMinutes, most: mostMinutes, text: hoursText,
      name: "paid in the horizon")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    total.violations(in: line, spans: [line.horizonDays]) { $0.paidMinutes }
  }

  public func encode(into encoder: inout LineEncoder) {
    total.encode(
      into: &encoder, spans: [0..<encoder.dayCount], weights: encoder.table.paidMinutes,
      historyWeight: \.paidMinutes)
  }
}
