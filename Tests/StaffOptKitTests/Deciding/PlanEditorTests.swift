import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Edits of plans")
struct PlanEditorTests {
  private func edited(_ plan: RosterPlan, _ edits: [PlanEdit]) throws -> RosterPlan {
    let document = PlanDocument(
      plan: plan, workload: WorkloadPlan(), givenNeedSkills: plan.need.skills)
    let editor = PlanEditor(base: LoadedPlan(plan: plan, document: document))
    return try editor.plan(of: SweepCase(name: "x", edits: edits)).plan
  }

  @Test("A length for all shifts; starts too late for closing move forward")
  func shiftLength() throws {
    var plan = PlanSamples.plan(days: 2)
    plan.openingMinutes = [480..<1_440, 480..<1_440]
    plan.patterns = [
      ShiftPattern(name: "A", startMinutes: [480, 600], lengthMinutes: [480]),
      ShiftPattern(name: "B", startMinutes: [840, 930], lengthMinutes: [480, 510]),
    ]
    let longer = try edited(plan, [.shiftLength(minutes: 600)])
    #expect(longer.patterns.map(\.lengthMinutes) == [[600], [600]])
    #expect(longer.patterns.map(\.startMinutes) == [[480, 600], [840]])
  }

  @Test("Demand is multiplied where it is given, for all skills or for one")
  func demand() throws {
    var plan = PlanSamples.plan(days: 1)
    plan.need = CoverNeed(
      skills: ["chat", "phone"],
      agents: [Array(repeating: 2, count: 24), Array(repeating: 1, count: 24)])
    let all = try edited(plan, [.demand(factor: 1.5, skills: [])])
    #expect(all.need.agents[0][3] == 3 && all.need.agents[1][3] == 1.5)
    let one = try edited(plan, [.demand(factor: 2, skills: ["phone"])])
    #expect(one.need.agents[0][3] == 2 && one.need.agents[1][3] == 2)
  }

  @Test("More demand of a forecast plan needs more agents, less than in proportion")
  func forecastDemand() throws {
    let loaded = try SamplePlans.load(.understaffed)
    let editor = PlanEditor(base: loaded)
    let more = try editor.plan(
      of: SweepCase(name: "x", edits: [.demand(factor: 1.5, skills: [])]))
    let (before, after) = (
      loaded.plan.need.agents[0].reduce(0, +), more.plan.need.agents[0].reduce(0, +)
    )
    #expect(after > before * 1.2 && after < before * 1.5)
    #expect(loaded.plan.employees == more.plan.employees)
  }

  @Test("The band's points lie around the mean, and the need follows them")
  func demandBand() throws {
    let loaded = try SamplePlans.load(.understaffed)
    let editor = PlanEditor(base: loaded)
    let needs = try SweepCase.demandBand.map { sweepCase in
      try editor.plan(of: sweepCase).plan.need.agents[0].reduce(0, +)
    }
    #expect(needs.count == 3 && needs[0] < needs[1] && needs[1] < needs[2])
    let mean = loaded.plan.need.agents[0].reduce(0, +)
    #expect(needs[0] < mean && mean < needs[2])
    let changed = try editor.plan(of: SweepCase.demandBand[2])
    let day = try #require(loaded.forecast?.series.first?.days.first)
    let high = try #require(changed.forecast?.series.first?.days.first)
    #expect((high.total - day.totalBand.high).magnitude < 1e-6)
  }

  @Test("A wave of leave takes its share of those who have none, spread over the team")
  func leaveWave() throws {
    var plan = PlanSamples.plan(days: 5, people: 10)
    plan.requests = [StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: 0..<7_200)]
    let wave = try edited(plan, [.leaveWave(share: 0.3, firstDay: 1, lastDay: 2)])
    let added = wave.requests.dropFirst()
    #expect(added.map(\.employeeID) == ["P1", "P4", "P7"])
    #expect(added.allSatisfy { $0.kind == .approvedLeave && $0.minutes == 1_440..<4_320 })
  }

  @Test("People come, go and learn; patterns and rules go")
  func people() throws {
    var plan = PlanSamples.plan(days: 3, people: 3)
    plan.employees[1].hourlyWage = 40
    plan.rules = [ScopedRule(DaysInARow(most: 2))]
    let more = try edited(
      plan,
      [
        .addPeople(count: 2, skills: ["chat"], wage: nil), .removePeople(["P0"]),
        .teach(employeeID: "P2", skills: ["phone", "chat"]), .dropShifts(["N", "L"]),
        .loosen(rule: 0, parameter: "most", steps: 2),
      ])
    #expect(more.employees.map(\.id) == ["P1", "P2", "NEW1", "NEW2"])
    #expect(more.employees[2].hourlyWage == 20)
    #expect(more.employees[1].skills == ["chat", "phone"])
    #expect(more.patterns.map(\.name) == ["D", "E"])
    #expect(more.rules.first?.rule.arguments.values == ["most": .count(4)])
  }

  @Test("With a shift goes what is wanted on it, and a mode that needs it")
  func droppedShift() throws {
    var plan = PlanSamples.plan(days: 2, people: 2)
    plan.patternNeeds = (0..<4).map {
      PatternNeed(pattern: $0, day: 0, heads: 1, priceBelow: 100 + Double($0), priceAbove: 1)
    }
    let fewer = try edited(plan, [.dropShifts(["E", "D"])])
    #expect(fewer.patterns.map(\.name) == ["N", "L"])
    #expect(fewer.patternNeeds.map(\.pattern) == [0, 1])
    #expect(fewer.patternNeeds.map(\.priceBelow) == [102, 103])
    #expect(RosterAuditor(plan: fewer).audit(Roster(assignments: [])).cost.shortfall == 205)
  }

  @Test("Cases can be written down and read again")
  func codable() throws {
    let cases = [
      SweepCase(
        name: "all",
        edits: [
          .scenario(ScenarioText(file: "a.yaml", text: "name: x")), .shiftLength(minutes: 540),
          .dropShifts(["N"]), .demand(factor: 1.1, skills: ["chat"]), .demandBand(.high),
          .leaveWave(share: 0.2, firstDay: 0, lastDay: 1), .teamSize(30),
          .given(skills: ["chat"], agents: [[1, 2.5]]),
          .addPeople(count: 1, skills: ["chat"], wage: 31.5), .removePeople(["A"]),
          .teach(employeeID: "A", skills: ["phone"]),
          .loosen(rule: 1, parameter: "least", steps: 1),
        ])
    ]
    let data = try JSONEncoder().encode(cases)
    #expect(try JSONDecoder().decode([SweepCase].self, from: data) == cases)
  }
}
