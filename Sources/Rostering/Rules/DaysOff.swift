/// Days off in every span of some days, history included: "one day off in
/// any seven".
///
/// Border: a span that passes the end of the horizon, or that begins before
/// the first known day, is not counted. Where days before the horizon alone
/// leave too few days off, the rest of the span has to be off.
///
/// Primitive: for one day off a run length (no `within` working days in a
/// row says the same with a smaller state), else a total over each span.
public struct DaysOff: RosterRule {
  public static let key = "days-off"

  /// The least days off in each span.
  public let least: Int
  /// The days of a span.
  public let within: Int

  /// At least `least` days off in any `within` days.
  public init(least: Int, within: Int) {
    self.least = least
    self.within = max(1, within)
  }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Days off in any span of days, such as one in seven.",
    parameters: [
      .init("least", .count, "Least days off in each span.", isRequired: true),
      .init("within", .count, "Days of a span, such as 7.", isRequired: true),
    ]
  ) { DaysOff(least: $0.count("least") ?? 0, within: $0.count("within") ?? 7) }

  public var arguments: RuleArguments {
    RuleArguments(["least": .count(least), "within": .count(within)])
  }

  public var statement: String {
    "At least \(countText(least, "day")) off in any \(countText(within, "day"))."
  }

  private func spans(known: Range<Int>) -> [Range<Int>] {
    let first = max(known.lowerBound, 1 - within)
    let last = known.upperBound - within
    return first <= last ? (first...last).map { $0..<($0 + within) } : []
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    spans(known: line.knownDays).compactMap { span in
      let daysOff = span.count { line.shifts(onDay: $0).isEmpty }
      let workedBefore = span.count { $0 < 0 && !line.shifts(onDay: $0).isEmpty }
      guard daysOff < min(least, within - workedBefore) else { return nil }
      let limit = "at least \(countText(least, "day")) off in \(countText(within, "day"))"
      return line.violation(
        of: Self.key, day: span.upperBound - 1, limit: limit, actual: countText(daysOff, "day"),
        message: "\(countText(daysOff, "day")) off in the \(countText(within, "day")) up to here; "
          + "\(limit) are due.")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    guard least > 0 else { return }
    if least == 1 {
      let run = encoder.historyRun { $0 != nil }
      encoder.add(
        RunLimit(
          members: encoder.table.all, most: max(0, within - 1), historyRun: run,
          isHistoryOpen: true, rule: Self.key))
      return
    }
    for span in spans(known: min(encoder.plan.historyStartDay, 0)..<encoder.dayCount) {
      let workedBefore = Set(encoder.history.map(\.day)).count { span.contains($0) }
      encoder.add(
        TotalLimit(
          weights: encoder.table.ones, days: span.clamped(to: 0..<encoder.dayCount),
          history: workedBefore, most: max(within - least, workedBefore), rule: Self.key))
    }
  }
}
