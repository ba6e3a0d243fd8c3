/// A break of an assigned shift.
public struct ShiftBreak: Hashable, Sendable {
  /// Minutes of the axis, half-open.
  public var minutes: Range<Int>
  /// True if the break is paid.
  public var isPaid: Bool

  /// A break.
  public init(minutes: Range<Int>, isPaid: Bool = false) {
    self.minutes = minutes
    self.isPaid = isPaid
  }
}

/// One worked shift of one person.
public struct ShiftAssignment: Hashable, Sendable {
  /// The employee's id.
  public var employeeID: String
  /// The day the shift belongs to: the one it starts on.
  public var day: Int
  /// The name of its shift pattern.
  public var pattern: String
  /// From start to end in minutes of the axis, breaks included; may pass
  /// midnight.
  public var minutes: Range<Int>
  /// Its breaks, in order, inside `minutes`.
  public var breaks: [ShiftBreak]

  /// An assigned shift.
  public init(
    employeeID: String, day: Int, pattern: String, minutes: Range<Int>, breaks: [ShiftBreak] = []
  ) {
    self.employeeID = employeeID
    self.day = day
    self.pattern = pattern
    self.minutes = minutes
    self.breaks = breaks
  }

  /// The spans in which the person is on duty: the shift less its breaks.
  public var dutySpans: [Range<Int>] { spans(without: breaks) }

  /// The spans that are paid: the shift less its unpaid breaks.
  public var paidSpans: [Range<Int>] { spans(without: breaks.filter { !$0.isPaid }) }

  /// Paid minutes in all.
  public var paidMinutes: Int { paidSpans.reduce(0) { $0 + $1.count } }

  private func spans(without pauses: [ShiftBreak]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = minutes.lowerBound
    for pause in pauses.sorted(by: { $0.minutes.lowerBound < $1.minutes.lowerBound }) {
      let inside = pause.minutes.clamped(to: minutes)
      guard !inside.isEmpty else { continue }
      if inside.lowerBound > start { spans.append(start..<inside.lowerBound) }
      start = max(start, inside.upperBound)
    }
    if start < minutes.upperBound { spans.append(start..<minutes.upperBound) }
    return spans
  }
}

/// Who works when: all worked shifts of a plan's horizon.
public struct Roster: Hashable, Sendable {
  /// The shifts.
  public var assignments: [ShiftAssignment]

  /// A roster of the given shifts.
  public init(assignments: [ShiftAssignment] = []) {
    self.assignments = assignments
  }

  /// The same shifts ordered by the plan's order of employees, then by start.
  /// Shifts of unknown employees come last, by id.
  ///
  /// - Complexity: O(*n* log *n*) in the number of shifts.
  public func sorted(like employees: [Employee]) -> Roster {
    var rank: [String: Int] = [:]
    for (index, employee) in employees.enumerated() where rank[employee.id] == nil {
      rank[employee.id] = index
    }
    return Roster(
      assignments: assignments.sorted { left, right in
        let leftKey = (rank[left.employeeID] ?? Int.max, left.employeeID, left.minutes.lowerBound)
        let rightKey = (
          rank[right.employeeID] ?? Int.max, right.employeeID, right.minutes.lowerBound
        )
        return leftKey < rightKey
      })
  }
}
