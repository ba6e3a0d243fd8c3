import CivilTime
import Rostering

/// A wish or leave on one day and what became of it.
public enum DayMark: Hashable, Sendable {
  /// Approved leave.
  case leave
  /// A wish, or leave asked for, that the roster follows.
  case wishKept
  /// A wish, or leave asked for, that the roster does not follow.
  case wishBroken
  /// The day was settled beforehand.
  case pinned
}

/// One person's day in the roster grid.
public struct DayCell: Hashable, Sendable {
  /// The shifts that start on the day, by start; a good roster has at most
  /// one.
  public var shifts: [ShiftAssignment]
  /// True if one of them is a night shift.
  public var isNight: Bool
  /// What was asked for on the day, without repetition.
  public var marks: [DayMark]
}

/// One person's line with its figures.
public struct PersonFacts: Hashable, Sendable {
  /// The person.
  public var employee: Employee
  /// What the line adds up to.
  public var summary: PersonSummary
  /// One cell for each day of the horizon.
  public var days: [DayCell]

  /// Paid hours in all.
  public var paidHours: Double { Double(summary.totalPaidMinutes) / 60 }
}

extension PersonFacts {
  /// The people of a plan, in its order.
  static func people(
    plan: RosterPlan, roster: Roster, summaries: [PersonSummary]
  ) -> [PersonFacts] {
    var summaryOf: [String: PersonSummary] = [:]
    for summary in summaries { summaryOf[summary.employeeID] = summary }
    let shiftsOf = Dictionary(grouping: roster.assignments) { $0.employeeID }
    let requestsOf = Dictionary(grouping: plan.requests) { $0.employeeID }
    let pinsOf = Dictionary(grouping: plan.pinnedDays) { $0.employeeID }
    return plan.employees.map { employee in
      let shifts = shiftsOf[employee.id] ?? []
      let requests = requestsOf[employee.id] ?? []
      let pinned = Set((pinsOf[employee.id] ?? []).map(\.day))
      let days = (0..<plan.horizon.dayCount).map { day in
        cell(
          day: day, shifts: shifts, requests: requests, isPinned: pinned.contains(day),
          night: plan.night)
      }
      return PersonFacts(
        employee: employee,
        summary: summaryOf[employee.id] ?? PersonSummary(employeeID: employee.id), days: days)
    }
  }

  private static func cell(
    day: Int, shifts: [ShiftAssignment], requests: [StaffRequest], isPinned: Bool,
    night: NightWindow
  ) -> DayCell {
    let ofDay = shifts.filter { $0.day == day }
      .sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    let midnight = (day * 1_440)..<((day + 1) * 1_440)
    var marks: [DayMark] = []
    for request in requests where request.days.contains(day) {
      let isKept: Bool
      switch request.kind {
      case .approvedLeave:
        if !marks.contains(.leave) { marks.append(.leave) }
        continue
      case .askedLeave:
        let wanted = request.minutes.clamped(to: midnight)
        isKept = !shifts.contains { $0.minutes.overlaps(wanted) }
      case .dayOff: isKept = ofDay.isEmpty
      case .dayOn: isKept = !ofDay.isEmpty
      case .shiftOn(let pattern): isKept = ofDay.contains { $0.pattern == pattern }
      case .shiftOff(let pattern): isKept = !ofDay.contains { $0.pattern == pattern }
      }
      let mark = isKept ? DayMark.wishKept : .wishBroken
      if !marks.contains(mark) { marks.append(mark) }
    }
    if isPinned { marks.append(.pinned) }
    return DayCell(
      shifts: ofDay, isNight: ofDay.contains { night.isNight($0.minutes) }, marks: marks)
  }
}
