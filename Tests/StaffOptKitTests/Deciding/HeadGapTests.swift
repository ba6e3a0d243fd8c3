import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Gaps of shifts and posts explained")
struct HeadGapTests {
  private func facts(_ plan: RosterPlan, _ shifts: [ShiftAssignment]) -> RosterFacts {
    let roster = Roster(assignments: shifts)
    return RosterFacts(plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
  }

  @Test("A shift with too few people: who could join, and at what price")
  func pattern() throws {
    var plan = PlanSamples.plan(
      days: 1, people: 4, patterns: PlanSamples.patterns.filter { ["D", "E"].contains($0.name) })
    plan.patternNeeds = [
      PatternNeed(pattern: 0, day: 0, heads: 3, priceBelow: 100, priceAbove: 1)
    ]
    plan.requests = [StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 0..<1_440)]
    let facts = facts(
      plan,
      PlanSamples.shifts("D", employee: "P0", in: plan).planned
        + PlanSamples.shifts("E", employee: "P2", in: plan).planned)
    let explainer = GapExplainer(facts: facts)
    #expect(explainer.subjects.count == 1)
    let subject = try #require(explainer.subjects.first)
    let explained = try #require(explainer.explain(subject))
    #expect(explained.needed == 3 && explained.onDuty == 1 && explained.possible == 3)
    #expect(explained.cost == 200 && explained.gap.hours == 16)
    #expect(explained.people[0].reason == .standsThere)
    #expect(explained.people[1].reason == .never(["approved-leave"]))
    #expect(explained.people[2].reason == .couldBe && explained.people[3].reason == .couldBe)
    // P2 only changes the shift; P3 is paid eight hours at 10 and is eight
    // agent-hours at 4 beyond the need by interval, of which there is none.
    #expect(explained.repairs.map(\.kind) == [.shiftMoved, .shiftAdded])
    #expect(explained.repairs.map { $0.change.price } == [0, 80 + 32])
    #expect(explained.repairs.allSatisfy { $0.worth == 100 && $0.hoursClosed == 8 })
    #expect(ExplainTerminalReport(PlanExplainer(plan: plan).explain(facts)).text.contains("D"))
  }

  @Test("A post that nobody holds")
  func post() throws {
    var plan = PlanSamples.plan(
      days: 1, people: 2, patterns: PlanSamples.patterns.filter { $0.name == "D" })
    plan.openingMinutes = [480..<960]
    plan.employees[1].skills = ["mail"]
    plan.modes = [
      ModeAssignment(skill: "chat", days: [0], mode: .oneAllDay, pattern: "D")
    ]
    let facts = facts(plan, [])
    let explainer = GapExplainer(facts: facts)
    #expect(explainer.subjects.count == 1)
    let subject = try #require(explainer.subjects.first)
    let explained = try #require(explainer.explain(subject))
    #expect(explained.needed == 1 && explained.onDuty == 0 && explained.possible == 1)
    #expect(explained.cost == plan.cover.post)
    #expect(explained.people.map(\.reason) == [.couldBe, .lacksSkill])
    let repair = try #require(explained.repairs.first)
    #expect(repair.change.price == 80 && repair.worth == plan.cover.post)
  }
}
