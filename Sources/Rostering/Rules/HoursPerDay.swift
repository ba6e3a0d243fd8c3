/// Paid hours of the shift of a day.
///
/// Primitive: options outside the limits are not allowed.
public struct HoursPerDay: RosterRule {
  public static let key = "hours-per-day"

  /// The least paid minutes of a day with work, nil for none.
  public let leastMinutes: Int?
  /// The most paid minutes of a day, nil for none.
  public let mostMinutes: Int?

  /// Limits on the paid hours of a day.
  public init(leastMinutes: Int? = nil, mostMinutes: Int? = nil) {
    self.leastMinutes = leastMinutes
    self.mostMinutes = mostMinutes
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Paid hours of a day with work.",
    parameters: [
      .init("least", .minutes, "Least paid hours of a day with work."),
      .init("most", .minutes, "Most paid hours of a day."),
    ], oneOf: ["least", "most"]
  ) { HoursPerDay(leastMinutes: $0.minutes("least"), mostMinutes: $0.minutes("most")) }

  public var arguments: RuleArguments {
    RuleArguments(leastMinutes: leastMinutes, mostMinutes: mostMinutes)
  }

  public var statement: String {
    "Work \(limitText(least: leastMinutes, most: mostMinutes, text: hoursText)) on a day with work."
  }

  private func isAllowed(_ minutes: Int) -> Bool {
    minutes >= leastMinutes ?? 0 && minutes <= mostMinutes ?? .max
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    line.horizonDays.compactMap { day in
      let shifts = line.shifts(onDay: day)
      let minutes = shifts.reduce(0) { $0 + $1.paidMinutes }
      guard !shifts.isEmpty, !isAllowed(minutes) else { return nil }
      let limit = limitText(least: leastMinutes, most: mostMinutes, text: hoursText)
      return line.violation(
        of: Self.key, day: day, limit: limit, actual: hoursText(minutes),
        message: "\(hoursText(minutes)) paid on the day; allowed are \(limit).")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let paidMinutes = encoder.table.paidMinutes
    encoder.allow(rule: Self.key) { isAllowed(paidMinutes[$0]) }
  }
}
