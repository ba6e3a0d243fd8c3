/// What a request asks for.
public enum RequestKind: Hashable, Sendable {
  /// Leave that was granted: no work touches its minutes (hard).
  case approvedLeave
  /// Leave that was asked for: each shift that touches it costs the price.
  case askedLeave
  /// A wish not to work on the days.
  case dayOff
  /// A wish to work on the days.
  case dayOn
  /// A wish for a shift pattern on the days: costs the price on a day off or
  /// on another pattern.
  case shiftOn(pattern: String)
  /// A wish against a shift pattern on the days.
  case shiftOff(pattern: String)
}

/// A request of one employee over a span of days, or of minutes for leave.
public struct StaffRequest: Hashable, Sendable {
  /// The employee's id.
  public var employeeID: String
  /// What is asked for.
  public var kind: RequestKind
  /// The minutes of the axis it covers, half-open. Whole days run from
  /// midnight to midnight; wishes always cover whole days.
  public var minutes: Range<Int>
  /// The price of not following it, for each day (for each shift where leave
  /// was asked for), in the plan's currency; without meaning for approved
  /// leave.
  public var price: Double
  /// The named holiday it was asked for, when it was asked for by name.
  public var holiday: String?

  /// A request.
  public init(
    employeeID: String, kind: RequestKind, minutes: Range<Int>, price: Double = 0,
    holiday: String? = nil
  ) {
    self.employeeID = employeeID
    self.kind = kind
    self.minutes = minutes
    self.price = price
    self.holiday = holiday
  }

  /// The days of the axis the request touches.
  public var days: Range<Int> {
    guard !minutes.isEmpty else { return 0..<0 }
    return floorDivide(minutes.lowerBound, 1_440)..<(floorDivide(minutes.upperBound - 1, 1_440) + 1)
  }
}

/// A day of one employee that is settled before the solver starts.
public struct PinnedDay: Hashable, Sendable {
  /// What is settled.
  public enum Content: Hashable, Sendable {
    /// No shift starts on the day.
    case off
    /// Some option of a pattern, at any of its starts and lengths.
    case pattern(String)
    /// A shift with these minutes of the axis, under a pattern's name.
    case shift(pattern: String, minutes: Range<Int>)
  }

  /// The employee's id.
  public var employeeID: String
  /// The day, 0-based.
  public var day: Int
  /// What is settled.
  public var content: Content

  /// A pinned day.
  public init(employeeID: String, day: Int, content: Content) {
    self.employeeID = employeeID
    self.day = day
    self.content = content
  }
}

/// When an employee can work at all; without any window, always.
public struct AvailabilityWindow: Hashable, Sendable {
  /// The employee's id.
  public var employeeID: String
  /// Minutes of the axis in which the employee can work, half-open.
  public var minutes: Range<Int>

  /// A window in which the employee can work.
  public init(employeeID: String, minutes: Range<Int>) {
    self.employeeID = employeeID
    self.minutes = minutes
  }
}
