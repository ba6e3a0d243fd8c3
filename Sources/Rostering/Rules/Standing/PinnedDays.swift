/// What was settled beforehand stays.
///
/// Primitive: the day's other options are not allowed, and a pinned shift has
/// to be worked.
public struct PinnedDays: RosterRule {
  public static let key = "pinned-day"

  /// The rule.
  public init() {}

  public var statement: String { "Pinned days stay as they are." }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    line.plan.pinnedDays.compactMap { pin in
      guard pin.employeeID == line.employee.id, line.horizonDays.contains(pin.day) else {
        return nil
      }
      let shifts = line.shifts(onDay: pin.day)
      let isKept: Bool
      let limit: String
      switch pin.content {
      case .off:
        isKept = shifts.isEmpty
        limit = "off"
      case .pattern(let pattern):
        isKept = shifts.contains { $0.pattern == pattern }
        limit = pattern
      case .shift(let pattern, let minutes):
        isKept = shifts.contains { $0.pattern == pattern && $0.minutes == minutes }
        limit = spanText(pattern: pattern, minutes: minutes, day: pin.day)
      }
      guard !isKept else { return nil }
      let actual =
        shifts.first.map { spanText(pattern: $0.pattern, minutes: $0.minutes, day: pin.day) }
        ?? "off"
      return line.violation(
        of: Self.key, day: pin.day, limit: limit, actual: actual,
        message: "The day is pinned to \(limit), not \(actual).")
    }
  }

  private func spanText(pattern: String, minutes: Range<Int>, day: Int) -> String {
    let start = minutes.lowerBound - day * 1_440
    let end = minutes.upperBound - day * 1_440
    return "\(pattern) \(clockText(start))-\(clockText(end))"
  }

  public func encode(into encoder: inout LineEncoder) {
    let options = encoder.table.options
    let names = encoder.plan.patterns.map(\.name)
    for pin in encoder.plan.pinnedDays
    where pin.employeeID == encoder.employee.id && (0..<encoder.dayCount).contains(pin.day) {
      encoder.allow(rule: Self.key) { index in
        let option = options[index]
        guard option.day == pin.day else { return true }
        switch pin.content {
        case .off: return false
        case .pattern(let pattern): return names[option.pattern] == pattern
        case .shift(let pattern, let minutes):
          return names[option.pattern] == pattern && option.minutes == minutes
        }
      }
      if pin.content != .off { encoder.requireWork(rule: Self.key, day: pin.day) }
    }
  }
}
