import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Reports of who is on call")
struct StandbyReportTests {
  @Test("Turns name everybody, in as many lines as it takes")
  func longLists() {
    var plan = PlanSamples.plan(days: 12, people: 24)
    for index in plan.employees.indices { plan.employees[index].name = "欧阳佳怡\(index)" }
    plan.standby = StandbyPolicy(noShow: 0.08)
    for day in 0..<12 { plan.need.agents[0][day * 24 + 10] = 1 }
    let roster = Roster(
      assignments: (0..<12).flatMap {
        PlanSamples.shifts(
          String(repeating: ". ", count: $0) + "D" + String(repeating: " .", count: 11 - $0),
          employee: "P\($0)", in: plan
        ).planned
      })
    let audit = RosterAuditor(plan: plan).audit(roster)
    let days = StandbyPlanner(plan: plan).days(roster, coverage: audit.coverage)
    let called = Set(days.flatMap { $0.turns.map(\.employeeID) })
    #expect(called.count > 8)
    let facts = StandbyFacts(plan: plan, roster: roster, policy: plan.standby, days: days)
    let text = StandbyTerminalReport(facts, language: .simplifiedChinese).text
    let list = text.split(separator: "轮次").last ?? ""
    for employee in plan.employees where called.contains(employee.id) {
      #expect(list.contains("\(employee.id) \(employee.name)"), "\(text)")
    }
    #expect(!list.contains("…"))
  }
}
