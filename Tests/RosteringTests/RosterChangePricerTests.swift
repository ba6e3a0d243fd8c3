import Rostering
import StaffOptTestSupport
import Testing

@Suite("Prices of changes to a roster")
struct RosterChangePricerTests {
  @Test("A change costs the difference of two audits, part by part", arguments: UInt64(1)...40)
  func differenceOfAudits(seed: UInt64) {
    var generator = PlanGenerator(seed: seed)
    let plan = generator.makePlan()
    let compiled = ProblemCompiler(plan: plan).compile()
    let before = compiled.roster(of: generator.makeLines(for: compiled.problem))
    let other = compiled.roster(of: generator.makeLines(for: compiled.problem))
    let auditor = RosterAuditor(plan: plan)
    let pricer = RosterChangePricer(plan: plan, roster: before)
    for count in 1...2 {
      let changed = plan.employees.prefix(count).map(\.id)
      var after = before
      after.assignments.removeAll { changed.contains($0.employeeID) }
      after.assignments += other.assignments.filter { changed.contains($0.employeeID) }
      let lines = Dictionary(
        uniqueKeysWithValues: changed.map { id in
          (id, other.assignments.filter { $0.employeeID == id })
        })
      let change = pricer.change(lines)
      let (old, new) = (auditor.audit(before), auditor.audit(after))
      for (part, amounts) in zip(change.cost.parts, zip(old.cost.parts, new.cost.parts)) {
        let difference = amounts.1.amount - amounts.0.amount
        #expect(
          (part.amount - difference).magnitude < 1e-6 * max(1, old.cost.total.magnitude),
          "seed \(seed): \(part.name) \(part.amount), audits \(difference)")
      }
      guard plan.modes.isEmpty, plan.patternNeeds.isEmpty else { continue }
      let hours = new.shortfallHours - old.shortfallHours
      #expect((change.shortfallHours - hours).magnitude < 1e-6, "seed \(seed)")
    }
  }

  @Test("A newcomer's shift is paid and closes the gap it stands in")
  func newcomer() {
    var plan = PlanSamples.plan(days: 1, people: 1)
    for hour in 8..<16 { plan.need.agents[0][hour] = 1 }
    let pricer = RosterChangePricer(plan: plan, roster: Roster())
    let person = Employee(id: "N", name: "", skills: ["chat"], hourlyWage: 12)
    let shift = ShiftAssignment(employeeID: "N", day: 0, pattern: "D", minutes: 480..<960)
    let change = pricer.change(byNewcomer: person, shift: shift)
    // Eight hours at 12; eight agent-hours at 200.
    #expect(change.cost.wages == 96)
    #expect(change.cost.shortfall == -1_600)
    #expect(change.shortfallHours == -8)
    #expect(change.price == 96)
  }
}
