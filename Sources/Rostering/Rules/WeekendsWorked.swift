/// Weekends with at least one shift. A weekend is a run of rest weekdays; one
/// that began before the horizon counts with what was worked on it.
///
/// Primitive: periods touched.
public struct WeekendsWorked: RosterRule {
  public static let key = "weekends"

  /// The most weekends worked in the horizon.
  public let most: Int

  /// At most `most` weekends with work.
  public init(most: Int) { self.most = most }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Weekends with work in the horizon.",
    parameters: [.init("most", .count, "Most weekends with work.", isRequired: true)]
  ) { WeekendsWorked(most: $0.count("most") ?? 0) }

  public var arguments: RuleArguments { RuleArguments(["most": .count(most)]) }

  public var statement: String { "Work at most \(countText(most, "weekend"))." }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    let worked = line.plan.weekends.filter { weekend in
      line.shifts.contains { weekend.contains($0.day) }
    }
    guard worked.count > most, let last = worked.last else { return [] }
    return [
      line.violation(
        of: Self.key, day: last.lowerBound, limit: "at most \(countText(most, "weekend"))",
        actual: countText(worked.count, "weekend"),
        message: "Work on \(countText(worked.count, "weekend")); at most \(most) are allowed.")
    ]
  }

  public func encode(into encoder: inout LineEncoder) {
    encoder.add(encoder.weekendPeriods(most: most, prices: [], rule: Self.key))
  }
}

extension LineEncoder {
  /// The horizon's weekends as a primitive, with what history touched.
  func weekendPeriods(most: Int, prices: [Double], rule: String) -> PeriodLimit {
    let weekends = plan.weekends
    return PeriodLimit(
      periods: weekends.map { Array($0.clamped(to: 0..<dayCount)) }, members: table.all,
      isTouchedBefore: weekends.map { weekend in
        history.contains { weekend.contains($0.day) }
      },
      most: most, prices: prices, rule: rule)
  }
}
