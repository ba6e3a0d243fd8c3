/// A break inside a shift.
public struct BreakRule: Hashable, Sendable {
  /// The length in minutes.
  public var minutes: Int
  /// The earliest start, in minutes after the shift's start.
  public var earliestOffset: Int
  /// The latest start, in minutes after the shift's start.
  public var latestOffset: Int
  /// True if the break counts as paid time.
  public var isPaid: Bool

  /// A break that starts between two offsets from the shift's start.
  public init(minutes: Int, earliestOffset: Int, latestOffset: Int, isPaid: Bool = false) {
    self.minutes = minutes
    self.earliestOffset = earliestOffset
    self.latestOffset = latestOffset
    self.isPaid = isPaid
  }
}

/// A kind of shift: when it may start, how long it may last, which breaks it
/// has. Pattern x start x length x break placement gives the shift options.
public struct ShiftPattern: Hashable, Sendable {
  /// The name planners and agents use; unique in a plan.
  public var name: String
  /// Possible starts, in minutes from the midnight of the shift's day,
  /// ascending and without repetition.
  public var startMinutes: [Int]
  /// Possible lengths from start to end, breaks included, in minutes,
  /// ascending and without repetition.
  public var lengthMinutes: [Int]
  /// The breaks, in the order they are taken.
  public var breaks: [BreakRule]
  /// Days of the horizon on which the pattern may be used; nil is every day.
  public var days: Set<Int>?
  /// The skills of which an agent needs at least one to work this pattern;
  /// empty is anybody.
  public var skills: [String]

  /// A shift pattern.
  public init(
    name: String, startMinutes: [Int], lengthMinutes: [Int], breaks: [BreakRule] = [],
    days: Set<Int>? = nil, skills: [String] = []
  ) {
    self.name = name
    self.startMinutes = startMinutes
    self.lengthMinutes = lengthMinutes
    self.breaks = breaks
    self.days = days
    self.skills = skills
  }
}

/// The hours that make a shift a night shift.
public struct NightWindow: Hashable, Sendable {
  /// Where the night begins, in minutes from midnight (22:00 is 1,320).
  public var startMinute: Int
  /// Where it ends, in minutes from the same midnight (06:00 the next day is
  /// 1,800).
  public var endMinute: Int
  /// The least minutes of a shift inside the window that make it a night
  /// shift.
  public var leastMinutes: Int

  /// A night window.
  public init(startMinute: Int = 1_320, endMinute: Int = 1_800, leastMinutes: Int = 180) {
    self.startMinute = startMinute
    self.endMinute = endMinute
    self.leastMinutes = leastMinutes
  }

  /// Minutes of a span that lie inside the window of any day.
  ///
  /// - Parameter span: Minutes of the plan's axis.
  public func overlapMinutes(of span: Range<Int>) -> Int {
    let firstDay = floorDivide(span.lowerBound, 1_440) - 2
    let lastDay = floorDivide(span.upperBound, 1_440)
    var total = 0
    for day in firstDay...lastDay {
      let window = (day * 1_440 + startMinute)..<(day * 1_440 + endMinute)
      total += window.clamped(to: span).count
    }
    return total
  }

  /// True if a shift over `span` is a night shift.
  public func isNight(_ span: Range<Int>) -> Bool {
    overlapMinutes(of: span) >= leastMinutes
  }
}

/// Integer division that rounds towards minus infinity.
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}
