/// Least rest from the end of a night shift to the start of the next shift
/// that is not a night shift: what a person needs to turn day and night round.
///
/// Primitive: one forbidden succession from night shifts to the others.
public struct RestAfterNights: RosterRule {
  public static let key = "rest-after-nights"

  /// The least rest in minutes.
  public let leastMinutes: Int

  /// A rest of at least `leastMinutes` after the last of some night shifts.
  public init(leastMinutes: Int) { self.leastMinutes = leastMinutes }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Least rest after night shifts before a shift by day.",
    parameters: [.init("least", .minutes, "Least rest, such as 48h.", isRequired: true)]
  ) { RestAfterNights(leastMinutes: $0.minutes("least") ?? 0) }

  public var arguments: RuleArguments { RuleArguments(["least": .minutes(leastMinutes)]) }

  public var statement: String {
    "At least \(hoursText(leastMinutes)) between a night shift and the next shift by day."
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    zip(line.shifts, line.shifts.dropFirst()).compactMap { earlier, later in
      let rest = later.minutes.lowerBound - earlier.minutes.upperBound
      guard later.day >= 0, line.isNight(earlier), !line.isNight(later), rest < leastMinutes
      else { return nil }
      return line.violation(
        of: Self.key, day: later.day, limit: hoursText(leastMinutes), actual: hoursText(rest),
        message: "\(hoursText(rest)) rest between a night shift and a shift by day; at least "
          + "\(hoursText(leastMinutes)) are due.")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    // Only the very last shift before the horizon is followed by a shift of
    // the horizon; an earlier night shift was followed by another.
    let last = encoder.history.max { $0.minutes.lowerBound < $1.minutes.lowerBound }
    let lastNight = last.flatMap { encoder.plan.night.isNight($0.minutes) ? $0 : nil }
    encoder.add(
      Succession(
        first: encoder.table.isNight, next: encoder.table.isNight.map { !$0 },
        readyMinute: encoder.table.options.map { $0.minutes.upperBound + leastMinutes },
        historyReadyMinute: lastNight.map { $0.minutes.upperBound + leastMinutes } ?? .min,
        rule: Self.key))
  }
}
