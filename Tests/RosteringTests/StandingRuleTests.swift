import CivilTime
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Rules that hold in every plan")
struct StandingRuleTests {
  private func broken(
    _ text: String, days: Int = 3, _ change: (inout RosterPlan) -> Void = { _ in }
  ) -> [String] {
    var plan = PlanSamples.plan(days: days)
    change(&plan)
    let shifts = PlanSamples.shifts(text, in: plan)
    plan.history += shifts.history
    plan.historyStartDay = -shifts.historyDays
    return RosterAuditor(plan: plan).audit(Roster(assignments: shifts.planned)).violations.map {
      "\($0.rule) \($0.day)"
    }
  }

  @Test("A clean roster breaks nothing")
  func clean() {
    #expect(broken("D . D") == [])
  }

  @Test("Two shifts on one day and overlapping shifts are found")
  func oneShiftADay() {
    let plan = PlanSamples.plan(days: 2)
    let both =
      PlanSamples.shifts("D .", in: plan).planned + PlanSamples.shifts("E .", in: plan).planned
    let report = RosterAuditor(plan: plan).audit(Roster(assignments: both))
    #expect(report.violations.map(\.rule) == ["one-shift-a-day", "one-shift-a-day"])
    #expect(report.violations.map(\.actual) == ["2 shifts", "1 h"])
  }

  @Test("Leave is broken by overlap, also by the end of a night shift")
  func approvedLeave() {
    let leave = { (minutes: Range<Int>) in
      { (plan: inout RosterPlan) in
        plan.requests = [
          StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: minutes)
        ]
      }
    }
    #expect(broken("N . .", leave(1_440..<2_880)) == ["approved-leave 0"])
    #expect(broken("N . .", leave(1_801..<2_880)) == [])
    #expect(broken("N . .", leave(1_799..<2_880)) == ["approved-leave 0"])
    #expect(broken(". D .", leave(1_440..<2_880)) == ["approved-leave 1"])
  }

  @Test("Availability windows that touch are one; outside them no work")
  func availability() {
    let windows = { (minutes: [Range<Int>]) in
      { (plan: inout RosterPlan) in
        plan.availability = minutes.map { AvailabilityWindow(employeeID: "P0", minutes: $0) }
      }
    }
    #expect(broken("D . .", windows([480..<700, 700..<960])) == [])
    #expect(broken("D . .", windows([480..<700, 701..<960])) == ["availability 0"])
    #expect(broken("D D .", windows([0..<1_440])) == ["availability 1"])
    #expect(broken("D . .") == [])
  }

  @Test("No shift lies outside the opening hours, unless it is pinned")
  func openingHours() {
    let hours: (inout RosterPlan) -> Void = { $0.openingMinutes = [480..<1_380, nil, 0..<1_440] }
    #expect(broken("D . D", hours) == [])
    #expect(broken("E D N", hours) == ["known-shift 1"])
    #expect(broken("N . .", hours) == ["known-shift 0"])
    let pinned = broken(". D .") { plan in
      hours(&plan)
      plan.pinnedDays = [
        PinnedDay(
          employeeID: "P0", day: 1, content: .shift(pattern: "D", minutes: 1_920..<2_400))
      ]
    }
    #expect(pinned == [])
  }

  @Test("A day before the horizon counts as a night if one of its shifts is one")
  func twoShiftsADayBefore() throws {
    var plan = PlanSamples.plan(days: 2)
    plan.historyStartDay = -1
    plan.history = ["N", "D"].map { name in
      let start = name == "N" ? -1_440 : -960
      return ShiftAssignment(
        employeeID: "P0", day: -1, pattern: name, minutes: start..<(start + 300), breaks: [])
    }
    plan.rules = [ScopedRule(NightsInARow(most: 1))]
    let night = PlanSamples.shifts("N .", in: plan).planned
    let report = RosterAuditor(plan: plan).audit(Roster(assignments: night))
    let problem = ProblemCompiler(plan: plan).compile().problem
    let run = try #require(problem.lines[0].runs.first)
    #expect(report.violations.map(\.rule) == ["nights-in-a-row"])
    #expect(run.historyRun == 1)
  }

  @Test("Nobody works before the first day of employment")
  func employment() {
    let broken = broken("D D D") { plan in
      plan.employees[0].startDate = CivilDate(iso: "2026-02-17")
    }
    #expect(broken == ["employment 0"])
  }

  @Test("Pinned days are kept: off, by pattern and by the minute")
  func pinnedDays() {
    let pin = { (content: PinnedDay.Content) in
      { (plan: inout RosterPlan) in
        plan.pinnedDays = [PinnedDay(employeeID: "P0", day: 1, content: content)]
      }
    }
    #expect(broken(". D .", pin(.off)) == ["pinned-day 1"])
    #expect(broken(". . .", pin(.off)) == [])
    #expect(broken(". D .", pin(.pattern("E"))) == ["pinned-day 1"])
    #expect(broken(". . .", pin(.pattern("E"))) == ["pinned-day 1"])
    #expect(broken(". E .", pin(.pattern("E"))) == [])
    #expect(broken(". D .", pin(.shift(pattern: "D", minutes: 1_920..<2_400))) == [])
    #expect(broken(". D .", pin(.shift(pattern: "D", minutes: 1_920..<2_401))) == ["pinned-day 1"])
  }

  @Test("Shifts the plan does not offer are found")
  func knownShift() {
    let audit = {
      (change: (inout ShiftAssignment) -> Void, planChange: (inout RosterPlan) -> Void) in
      var plan = PlanSamples.plan(days: 1)
      planChange(&plan)
      var shift = ShiftAssignment(employeeID: "P0", day: 0, pattern: "D", minutes: 480..<960)
      change(&shift)
      return RosterAuditor(plan: plan).audit(Roster(assignments: [shift])).violations.map {
        "\($0.rule): \($0.actual)"
      }
    }
    #expect(audit({ _ in }, { _ in }) == [])
    #expect(audit({ $0.pattern = "X" }, { _ in }) == ["known-shift: pattern 'X'"])
    #expect(audit({ $0.minutes = 490..<970 }, { _ in }) == ["known-shift: start 08:10"])
    #expect(audit({ $0.minutes = 480..<970 }, { _ in }) == ["known-shift: length 8 h 10 min"])
    #expect(
      audit({ $0.breaks = [ShiftBreak(minutes: 600..<630)] }, { _ in })
        == ["known-shift: 1 break"])
    #expect(audit({ _ in }, { $0.patterns[0].skills = ["phone"] }) == ["known-shift: pattern 'D'"])
    #expect(audit({ _ in }, { $0.patterns[0].days = [3] }) == ["known-shift: day 0"])
    #expect(audit({ $0.employeeID = "ghost" }, { _ in }) == ["known-employee: ghost"])
    let lunch = BreakRule(minutes: 30, earliestOffset: 180, latestOffset: 240)
    #expect(audit({ _ in }, { $0.patterns[0].breaks = [lunch] }) == ["known-shift: 0 breaks"])
    #expect(
      audit(
        { $0.breaks = [ShiftBreak(minutes: 660..<690)] }, { $0.patterns[0].breaks = [lunch] })
        == [])
    #expect(
      audit(
        { $0.breaks = [ShiftBreak(minutes: 659..<689)] }, { $0.patterns[0].breaks = [lunch] }
      )
      .count == 1)
    #expect(
      audit(
        { $0.breaks = [ShiftBreak(minutes: 721..<751)] }, { $0.patterns[0].breaks = [lunch] }
      )
      .count == 1)
  }

  @Test("A shift pinned with its own times is offered")
  func pinnedTimes() {
    var plan = PlanSamples.plan(days: 1)
    plan.pinnedDays = [
      PinnedDay(employeeID: "P0", day: 0, content: .shift(pattern: "D", minutes: 500..<900))
    ]
    let shift = ShiftAssignment(employeeID: "P0", day: 0, pattern: "D", minutes: 500..<900)
    #expect(RosterAuditor(plan: plan).audit(Roster(assignments: [shift])).violations == [])
    let compiled = ProblemCompiler(plan: plan).compile()
    #expect(compiled.lines(of: Roster(assignments: [shift])) != nil)
    #expect(compiled.problem.lines[0].allowed[0].count == 1)
    #expect(!compiled.problem.lines[0].mayBeOff[0])
  }
}
