/// Patterns that may not follow each other on two days.
///
/// Primitive: a forbidden succession until the end of the next day.
public struct ForbiddenNextDay: RosterRule {
  public static let key = "not-the-day-after"

  /// The patterns of the first day.
  public let after: [String]
  /// The patterns that may not follow on the next day.
  public let never: [String]

  /// No pattern of `never` on the day after a pattern of `after`.
  public init(after: [String], never: [String]) {
    self.after = after
    self.never = never
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Patterns that may not follow others on the next day.",
    parameters: [
      .init("after", .patterns, "The patterns of the first day.", isRequired: true),
      .init("never", .patterns, "The patterns that may not follow.", isRequired: true),
    ]
  ) { ForbiddenNextDay(after: $0.names("after") ?? [], never: $0.names("never") ?? []) }

  public var arguments: RuleArguments {
    RuleArguments(["after": .names(after), "never": .names(never)])
  }

  public var statement: String {
    "No \(never.joined(separator: ", ")) on the day after \(after.joined(separator: ", "))."
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    line.planned.compactMap { later in
      guard never.contains(later.pattern),
        let earlier = line.shifts(onDay: later.day - 1).first(where: {
          after.contains($0.pattern)
        })
      else { return nil }
      return line.violation(
        of: Self.key, day: later.day, limit: "no \(later.pattern) after \(earlier.pattern)",
        actual: "\(earlier.pattern), \(later.pattern)",
        message: "\(later.pattern) on the day after \(earlier.pattern).")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let isAfter = encoder.plan.patterns.map { after.contains($0.name) }
    let isNever = encoder.plan.patterns.map { never.contains($0.name) }
    let options = encoder.table.options
    let yesterday = encoder.history.contains { $0.day == -1 && after.contains($0.pattern) }
    encoder.add(
      Succession(
        first: options.map { isAfter[$0.pattern] },
        next: options.map { isNever[$0.pattern] },
        readyMinute: options.map { ($0.day + 2) * 1_440 },
        historyReadyMinute: yesterday ? 1_440 : .min, rule: Self.key))
  }
}
