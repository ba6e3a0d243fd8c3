/// Paid hours of each calendar week; days before the horizon count.
///
/// Primitive: a total of paid minutes over each week.
public struct HoursPerWeek: RosterRule {
  public static let key = "hours-per-week"

  /// The least value in minutes, nil for none.
  public let leastMinutes: Int?
  /// The most in minutes, nil for none.
  public let mostMinutes: Int?

  /// Limits on paid hours of a calendar week.
  public init(leastMinutes: Int? = nil, mostMinutes: Int? = nil) {
    self.leastMinutes = leastMinutes
    self.mostMinutes = mostMinutes
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Paid hours of a calendar week.", minutesOf: "paid hours of a calendar week"
  ) { HoursPerWeek(leastMinutes: $0, mostMinutes: $1) }

  public var arguments: RuleArguments {
    RuleArguments(leastMinutes: leastMinutes, mostMinutes: mostMinutes)
  }

  public var statement: String {
    "Work \(limitText(least: leastMinutes, most: mostMinutes, text: hoursText)) in a calendar week."
  }

  private var total: TotalRule {
    TotalRule(
      key: Self.key, least: leastMinutes, most: mostMinutes, text: hoursText,
      name: "paid in the calendar week")
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    total.violations(in: line, spans: line.plan.horizon.weeks) { $0.paidMinutes }
  }

  public func encode(into encoder: inout LineEncoder) {
    total.encode(
      into: &encoder, spans: encoder.plan.horizon.weeks, weights: encoder.table.paidMinutes,
      historyWeight: \.paidMinutes)
  }
}
