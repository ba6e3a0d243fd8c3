/// Every shift is one the plan offers: a pattern of the plan on a day it may
/// be used, at one of its starts, with one of its lengths, inside the opening
/// hours and with its breaks in their windows, worked by somebody with one of the
/// pattern's skills. A shift pinned with its own times is exempt from starts,
/// lengths and opening hours.
///
/// Primitive: patterns whose skills the person lacks are not allowed; the
/// rest holds since options are made from the patterns.
public struct KnownShift: RosterRule {
  public static let key = "known-shift"

  /// The rule.
  public init() {}

  public var statement: String { "Shifts follow the plan's shift patterns." }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    let open = line.plan.openSpans
    return line.planned.compactMap { shift in
      guard let fault = fault(of: shift, in: line, open: open) else { return nil }
      return line.violation(
        of: Self.key, day: shift.day, limit: fault.limit, actual: fault.actual,
        message: "\(fault.actual) is not offered by the plan: \(fault.limit).")
    }
  }

  private typealias Fault = (limit: String, actual: String)

  private func fault(
    of shift: ShiftAssignment, in line: PersonLine, open: [Range<Int>]
  ) -> Fault? {
    guard let pattern = line.plan.patterns.first(where: { $0.name == shift.pattern }) else {
      return ("a shift pattern of the plan", "pattern '\(shift.pattern)'")
    }
    if !pattern.skills.isEmpty, Set(pattern.skills).isDisjoint(with: line.employee.skills) {
      return ("skill \(pattern.skills.joined(separator: " or "))", "pattern '\(pattern.name)'")
    }
    let isPinned = line.plan.pinnedDays.contains {
      $0.employeeID == line.employee.id && $0.day == shift.day
        && $0.content == .shift(pattern: shift.pattern, minutes: shift.minutes)
    }
    if let days = pattern.days, !days.contains(shift.day), !isPinned {
      return ("a day of pattern '\(pattern.name)'", "day \(shift.day)")
    }
    let start = shift.minutes.lowerBound - shift.day * 1_440
    if !isPinned, !pattern.startMinutes.contains(start) {
      return ("a start of pattern '\(pattern.name)'", "start \(clockText(start))")
    }
    if !isPinned, !pattern.lengthMinutes.contains(shift.minutes.count) {
      return ("a length of pattern '\(pattern.name)'", "length \(hoursText(shift.minutes.count))")
    }
    if !isPinned, !open.contains(where: { shift.minutes.clamped(to: $0) == shift.minutes }) {
      return (
        "inside the opening hours", "\(clockText(start)) for \(hoursText(shift.minutes.count))"
      )
    }
    return breakFault(of: shift, pattern: pattern)
  }

  private func breakFault(of shift: ShiftAssignment, pattern: ShiftPattern) -> Fault? {
    // A pattern's breaks that cannot fit a pinned length are left out.
    let due = pattern.breaks.filter {
      $0.earliestOffset + $0.minutes <= shift.minutes.count
    }
    guard shift.breaks.count == due.count else {
      return (countText(due.count, "break"), countText(shift.breaks.count, "break"))
    }
    var end = shift.minutes.lowerBound
    for (taken, rule) in zip(shift.breaks, due) {
      let offset = taken.minutes.lowerBound - shift.minutes.lowerBound
      let fits =
        taken.minutes.count == rule.minutes && taken.isPaid == rule.isPaid
        && (rule.earliestOffset...max(rule.earliestOffset, rule.latestOffset)).contains(offset)
        && taken.minutes.lowerBound >= end && taken.minutes.upperBound <= shift.minutes.upperBound
      if !fits {
        return (
          "a break of \(hoursText(rule.minutes)), \(hoursText(rule.earliestOffset)) to "
            + "\(hoursText(rule.latestOffset)) after the start",
          "a break of \(hoursText(taken.minutes.count)) \(hoursText(offset)) after the start"
        )
      }
      end = taken.minutes.upperBound
    }
    return nil
  }

  public func encode(into encoder: inout LineEncoder) {
    let held = Set(encoder.employee.skills)
    let isOpen = encoder.plan.patterns.map {
      $0.skills.isEmpty || !held.isDisjoint(with: $0.skills)
    }
    let options = encoder.table.options
    encoder.allow(rule: Self.key) { isOpen[options[$0].pattern] }
  }
}

/// A time of day from minutes after midnight: `22:00`, `26:30`.
func clockText(_ minute: Int) -> String {
  let hours = minute / 60
  let rest = minute % 60
  return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
}
