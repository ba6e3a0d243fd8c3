/// At most one shift starts on a day, inside the horizon, and no two shifts of
/// a person overlap.
///
/// Primitive: lines have one option a day by nature; that shifts do not
/// overlap is a forbidden succession without any rest.
public struct OneShiftADay: RosterRule {
  public static let key = "one-shift-a-day"

  /// The rule.
  public init() {}

  public var statement: String { "At most one shift a day, and no two at the same time." }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    var found: [RuleViolation] = []
    for day in line.horizonDays {
      let count = line.shifts(onDay: day).count
      if count > 1 {
        found.append(
          line.violation(
            of: Self.key, day: day, limit: "1 shift", actual: countText(count, "shift"),
            message: "\(countText(count, "shift")) start on the day."))
      }
    }
    for (earlier, later) in zip(line.shifts, line.shifts.dropFirst())
    where later.day >= 0 && later.minutes.lowerBound < earlier.minutes.upperBound {
      let overlap =
        min(later.minutes.upperBound, earlier.minutes.upperBound) - later.minutes.lowerBound
      found.append(
        line.violation(
          of: Self.key, day: later.day, limit: "no overlap", actual: hoursText(overlap),
          message: "The shift overlaps the one before by \(hoursText(overlap))."))
    }
    for shift in line.shifts where shift.day >= line.horizonDays.upperBound {
      found.append(
        line.violation(
          of: Self.key, day: shift.day, limit: "a day of the horizon",
          actual: "day \(shift.day)", message: "The shift starts after the horizon."))
    }
    return found
  }

  public func encode(into encoder: inout LineEncoder) {
    // Needless where a day's shifts all end before the next day's begin.
    let options = encoder.table.options
    let lastEnd = encoder.history.map(\.minutes.upperBound).max() ?? .min
    let canOverlap =
      lastEnd > 0 || options.contains { $0.minutes.upperBound > ($0.day + 1) * 1_440 }
    guard canOverlap else { return }
    encoder.add(
      Succession(
        first: encoder.table.all, next: encoder.table.all,
        readyMinute: options.map(\.minutes.upperBound), historyReadyMinute: lastEnd,
        rule: Self.key))
  }
}
