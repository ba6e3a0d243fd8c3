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
}
