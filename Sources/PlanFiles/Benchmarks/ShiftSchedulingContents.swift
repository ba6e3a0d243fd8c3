import CivilTime
import Rostering

/// What a file of the employee shift scheduling benchmark says.
struct ShiftSchedulingContents {
  struct Shift {
    var id: String
    var minutes: Int
    /// Shifts that cannot follow on the next day.
    var neverNext: [String]
  }

  struct Member {
    var id: String
    /// The most shifts of a kind, where limited.
    var mostShifts: [(shift: String, count: Int)]
    var minutes: ClosedRange<Int>
    var daysInARow: ClosedRange<Int>
    var leastDaysOff: Int
    var mostWeekends: Int
  }

  struct Request {
    var member: String
    var day: Int
    var shift: String
    var isFor: Bool
    var weight: Int
  }

  struct Cover {
    var day: Int
    var shift: String
    var heads: Int
    var priceBelow: Int
    var priceAbove: Int
  }

  var dayCount = 0
  var shifts: [Shift] = []
  var staff: [Member] = []
  var daysOff: [(member: String, day: Int)] = []
  var requests: [Request] = []
  var cover: [Cover] = []

  /// The first Monday of 2024. The format has no dates.
  private static let firstDate = CivilDate(year: 2024, month: 1, day: 1)

  /// The plan, or nil if its horizon is too long.
  func plan(name: String) -> RosterPlan? {
    guard let firstDate = Self.firstDate, let clock = ZoneClock(identifier: "UTC"),
      let horizon = PlanHorizon(
        firstDate: firstDate, dayCount: dayCount, intervalMinutes: 60, clock: clock)
    else { return nil }
    var plan = RosterPlan(
      name: name, horizon: horizon,
      patterns: shifts.map {
        ShiftPattern(name: $0.id, startMinutes: [0], lengthMinutes: [$0.minutes])
      },
      employees: staff.map { Employee(id: $0.id, name: $0.id, skills: []) },
      need: CoverNeed(skills: [], agents: []))
    plan.currency = ""
    // Shifts have no clock times in these files: none of them is a night.
    plan.night = NightWindow(leastMinutes: .max)
    plan.fairness = FairnessPrices(premiumDay: 0, night: 0, weekend: 0)
    plan.choice = ChoicePrices(payTargetDays: 0, payShortfall: 0, restBroken: 0)
    plan.rules = rules
    plan.requests = leave + wishes
    plan.patternNeeds = cover.compactMap { row in
      guard let pattern = shifts.firstIndex(where: { $0.id == row.shift }) else { return nil }
      return PatternNeed(
        pattern: pattern, day: row.day, heads: row.heads, priceBelow: Double(row.priceBelow),
        priceAbove: Double(row.priceAbove))
    }
    return plan
  }

  private var rules: [ScopedRule] {
    let successions = shifts.filter { !$0.neverNext.isEmpty }.map {
      ScopedRule(ForbiddenNextDay(after: [$0.id], never: $0.neverNext))
    }
    return successions
      + staff.flatMap { member -> [ScopedRule] in
        let counts = member.mostShifts.filter { $0.count < dayCount }.map {
          ShiftsOfPattern(patterns: [$0.shift], most: $0.count) as any RosterRule
        }
        let others: [any RosterRule] = [
          HoursInHorizon(
            leastMinutes: member.minutes.lowerBound, mostMinutes: member.minutes.upperBound),
          DaysInARow(least: member.daysInARow.lowerBound, most: member.daysInARow.upperBound),
          DaysOffInARow(least: member.leastDaysOff),
          WeekendsWorked(most: member.mostWeekends),
        ]
        return (others + counts).map { ScopedRule($0, employeeIDs: [member.id]) }
      }
  }

  private var leave: [StaffRequest] {
    daysOff.map {
      StaffRequest(
        employeeID: $0.member, kind: .approvedLeave, minutes: Self.minutes(ofDay: $0.day))
    }
  }

  private var wishes: [StaffRequest] {
    requests.map {
      StaffRequest(
        employeeID: $0.member,
        kind: $0.isFor ? .shiftOn(pattern: $0.shift) : .shiftOff(pattern: $0.shift),
        minutes: Self.minutes(ofDay: $0.day), price: Double($0.weight))
    }
  }

  private static func minutes(ofDay day: Int) -> Range<Int> { (day * 1_440)..<((day + 1) * 1_440) }
}
