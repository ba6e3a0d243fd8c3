/// How a quiet line is staffed where demand does not decide.
public enum StaffingMode: Hashable, Sendable {
  /// One agent holds the line from opening to closing.
  case oneAllDay
  /// Two agents a day, the second starting `staggerMinutes` after the first.
  case twoStaggered(staggerMinutes: Int)
}

/// A mode on some days for one skill. It replaces the need of that skill on
/// those days: one head wherever a mode shift runs, none elsewhere.
public struct ModeAssignment: Hashable, Sendable {
  /// The skill whose line is held.
  public var skill: String
  /// The days of the horizon.
  public var days: Set<Int>
  /// The mode.
  public var mode: StaffingMode
  /// The shift pattern that holds the line.
  public var pattern: String

  /// A staffing mode for a skill on some days.
  public init(skill: String, days: Set<Int>, mode: StaffingMode, pattern: String) {
    self.skill = skill
    self.days = days
    self.mode = mode
    self.pattern = pattern
  }
}

extension RosterPlan {
  /// True if a mode's posts take the place of the need of a skill on a day.
  public func isHeldByMode(skill: String, day: Int) -> Bool {
    modes.contains { $0.skill == skill && $0.days.contains(day) }
  }

  /// True for a shift on a post of a mode, which serves no other need.
  public func isPost(_ shift: ShiftAssignment) -> Bool {
    modes.contains { $0.pattern == shift.pattern && $0.days.contains(shift.day) }
  }
}
