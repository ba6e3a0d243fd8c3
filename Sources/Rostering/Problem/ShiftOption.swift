/// A shift that somebody could work on a day: a pattern at one start, with one
/// length and one placement of its breaks.
public struct ShiftOption: Hashable, Sendable {
  /// The day of the horizon it starts on.
  public var day: Int
  /// Index of the pattern in the plan.
  public var pattern: Int
  /// From start to end in minutes of the axis, breaks included.
  public var minutes: Range<Int>
  /// The breaks, in order.
  public var breaks: [ShiftBreak]

  /// An option.
  public init(day: Int, pattern: Int, minutes: Range<Int>, breaks: [ShiftBreak]) {
    self.day = day
    self.pattern = pattern
    self.minutes = minutes
    self.breaks = breaks
  }
}
