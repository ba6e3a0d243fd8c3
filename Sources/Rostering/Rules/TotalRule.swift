/// What the rules on sums share: a least and a most value of a weight over
/// spans of days.
///
/// Border: the most value holds for every span that touches the horizon, with
/// what is known of the days before it. The least value holds only for spans
/// whose days are all known and not before the person's start date; a span that
/// passes the end of the horizon can still be made up for. What days before the
/// horizon alone come to is no break of the most value: then nothing more may be
/// added.
struct TotalRule {
  var key: String
  var least: Int?
  var most: Int?
  /// Turns a value into words with its unit.
  var text: (Int) -> String
  /// What the sum is called: "paid hours in the week".
  var name: String

  func violations(
    in line: PersonLine, spans: [Range<Int>], weight: (ShiftAssignment) -> Int
  ) -> [RuleViolation] {
    spans.compactMap { span -> RuleViolation? in
      let total = line.shifts.filter { span.contains($0.day) }.reduce(0) { $0 + weight($1) }
      let before = line.shifts.filter { span.contains($0.day) && $0.day < 0 }
        .reduce(0) { $0 + weight($1) }
      let isKnown = span.clamped(to: line.knownDays) == span
      let isEmployed =
        line.employee.startDate.map { line.plan.horizon.day(of: $0) <= span.lowerBound } ?? true
      let isShort = isKnown && isEmployed && least.map { total < $0 } == true
      let isLong = most.map { total > max($0, before) } == true
      guard isShort || isLong else { return nil }
      let limit = limitText(least: least, most: most, text: text)
      let day = min(span.upperBound, line.horizonDays.upperBound) - 1
      return line.violation(
        of: key, day: day, limit: limit, actual: text(total),
        message: "\(text(total)) \(name); allowed are \(limit).")
    }
  }

  func encode(
    into encoder: inout LineEncoder, spans: [Range<Int>], weights: [Int],
    historyWeight: (ShiftAssignment) -> Int
  ) {
    let known = min(encoder.plan.historyStartDay, 0)..<encoder.dayCount
    for span in spans {
      let inside = span.clamped(to: 0..<encoder.dayCount)
      guard !inside.isEmpty else { continue }
      let start = encoder.employee.startDate.map { encoder.plan.horizon.day(of: $0) }
      let isDue = span.clamped(to: known) == span && start ?? .min <= span.lowerBound
      let before = encoder.historyTotal(days: span, weight: historyWeight)
      encoder.add(
        TotalLimit(
          weights: weights, days: inside, history: before, least: isDue ? least ?? 0 : 0,
          most: most.map { max($0, before) } ?? .max, rule: key))
    }
  }
}
