import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Plans that no roster satisfies")
struct ImpossiblePlanTests {
  /// Who has no line and by which rules, as `PlanSolver` says.
  private func impossible(_ plan: RosterPlan) -> [(employee: String, rules: [String])] {
    do throws(PlanSolveError) {
      _ = try PlanSolver(plan: plan).solve(SolveSettings(solver: .greedy, seconds: 1))
      return []
    } catch {
      guard case .impossible(let people) = error else {
        Issue.record("another error: \(error)")
        return []
      }
      #expect(people.allSatisfy { $0.rules.allSatisfy { !$0.demands.isEmpty } })
      return people.map { ($0.employee.id, $0.rules.map(\.key)) }
    }
  }

  @Test("Least shifts against leave: both are named, for the person on leave only")
  func leastShiftsAgainstLeave() {
    var plan = PlanSamples.plan(days: 4, people: 2)
    plan.rules = [ScopedRule(ShiftCount(least: 2)), ScopedRule(DaysInARow(most: 3))]
    plan.requests = [
      StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 0..<(3 * 1_440))
    ]
    let found = impossible(plan)
    #expect(found.map(\.employee) == ["P1"])
    #expect(found.first?.rules == ["approved-leave", "shifts"])
  }

  @Test("Pinned shifts against rest: both are named")
  func pinnedShiftsAgainstRest() {
    var plan = PlanSamples.plan(days: 3, people: 2)
    plan.rules = [ScopedRule(RestBetweenShifts(leastMinutes: 660))]
    plan.pinnedDays = [
      PinnedDay(employeeID: "P0", day: 0, content: .pattern("E")),
      PinnedDay(employeeID: "P0", day: 1, content: .pattern("D")),
    ]
    let found = impossible(plan)
    #expect(found.map(\.employee) == ["P0"])
    #expect(found.first?.rules == ["pinned-day", "rest-between-shifts"])
  }

  @Test("A pinned shift on leave: both are named")
  func pinnedShiftOnLeave() {
    var plan = PlanSamples.plan(days: 2)
    plan.requests = [StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: 0..<1_440)]
    plan.pinnedDays = [PinnedDay(employeeID: "P0", day: 0, content: .pattern("D"))]
    #expect(impossible(plan).first?.rules == ["approved-leave", "pinned-day"])
  }

  @Test("A rule of one team is named for that team's people")
  func ruleOfOneTeam() {
    var plan = PlanSamples.plan(days: 3, people: 3)
    plan.employees[1].team = "Night"
    plan.rules = [
      ScopedRule(ShiftsOfPattern(patterns: ["N"], least: 2), teams: ["Night"]),
      ScopedRule(NightCount(most: 1)),
    ]
    let found = impossible(plan)
    #expect(found.map(\.employee) == ["P1"])
    #expect(found.first.map { Set($0.rules) } == ["nights", "shifts-of"])
  }

  @Test("Whoever starts later owes no least shifts of the days before")
  func startsLater() {
    var plan = PlanSamples.plan(days: 4, people: 2)
    plan.rules = [ScopedRule(ShiftCount(least: 3))]
    plan.employees[1].startDate = plan.horizon.date(ofDay: 2)
    #expect(impossible(plan).isEmpty)
  }

  @Test("Hours before the plan that break a limit leave days off, not an impossible plan")
  func limitBrokenBefore() {
    var plan = PlanSamples.plan(days: 3, people: 1, from: "2026-02-20")
    plan.history = PlanSamples.shifts("D D D D | . . .", in: plan).history
    plan.historyStartDay = -4
    plan.rules = [ScopedRule(HoursPerWeek(mostMinutes: 1_440))]
    #expect(impossible(plan).isEmpty)
  }

  @Test("No working days in a row at all means days off")
  func noDaysInARow() {
    var plan = PlanSamples.plan(days: 4, people: 2)
    plan.rules = [ScopedRule(DaysInARow(most: 0))]
    #expect(impossible(plan).isEmpty)
    plan.rules = [ScopedRule(DaysOff(least: 1, within: 1))]
    #expect(impossible(plan).isEmpty)
  }

  @Test("Many skills that people share are no trouble for the auditor")
  func manySharedSkills() throws {
    let skills = (0..<70).map { "skill\($0)" }
    var plan = PlanSamples.plan(days: 1, people: 70)
    for person in plan.employees.indices {
      plan.employees[person].skills = [skills[person], skills[(person + 1) % 70]]
    }
    plan.need = CoverNeed(
      skills: skills,
      agents: skills.map { _ in Array(repeating: 1, count: plan.horizon.intervalCount) })
    let solution = try PlanSolver(plan: plan).solve(SolveSettings(solver: .greedy, seconds: 2))
    #expect(solution.audit.violations.isEmpty)
  }
}
