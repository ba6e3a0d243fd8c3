/// Least rest from the end of one shift to the start of the next, in clock
/// minutes, whether or not days off lie between; the last shift before the
/// horizon counts.
///
/// Primitive: one forbidden succession from every shift to every shift.
public struct RestBetweenShifts: RosterRule {
  public static let key = "rest-between-shifts"

  /// The least rest in minutes.
  public let leastMinutes: Int

  /// A rest of at least `leastMinutes` between shifts.
  public init(leastMinutes: Int) { self.leastMinutes = leastMinutes }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Least rest between the end of a shift and the start of the next.",
    parameters: [.init("least", .minutes, "Least rest, such as 11h.", isRequired: true)]
  ) { RestBetweenShifts(leastMinutes: $0.minutes("least") ?? 0) }

  public var arguments: RuleArguments { RuleArguments(["least": .minutes(leastMinutes)]) }

  public var statement: String {
    "At least \(hoursText(leastMinutes)) between the end of a shift and the start of the next."
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    zip(line.shifts, line.shifts.dropFirst()).compactMap { earlier, later in
      let rest = later.minutes.lowerBound - earlier.minutes.upperBound
      guard later.day >= 0, rest < leastMinutes else { return nil }
      return line.violation(
        of: Self.key, day: later.day, limit: hoursText(leastMinutes), actual: hoursText(rest),
        message: "\(hoursText(rest)) rest before the shift; at least "
          + "\(hoursText(leastMinutes)) are due.")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let lastEnd = encoder.history.map(\.minutes.upperBound).max()
    encoder.add(
      Succession(
        first: encoder.table.all, next: encoder.table.all,
        readyMinute: encoder.table.options.map { $0.minutes.upperBound + leastMinutes },
        historyReadyMinute: lastEnd.map { $0 + leastMinutes } ?? .min, rule: Self.key))
  }
}
