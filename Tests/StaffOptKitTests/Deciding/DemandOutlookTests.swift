import Foundation
import StaffOptTestSupport
import Testing

@testable import StaffOptKit

@Suite("Several ways demand may come")
struct DemandOutlookTests {
  /// Three people, one agent wanted by day; every day costs 80 a person.
  private var loaded: LoadedPlan {
    var plan = PlanSamples.plan(
      days: 2, people: 3, patterns: PlanSamples.patterns.filter { $0.name == "D" })
    for day in 0..<2 { for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 1 } }
    plan.cover = CoverPrices(shortfall: [30], surplus: 0)
    let document = PlanDocument(
      plan: plan, workload: WorkloadPlan(), givenNeedSkills: plan.need.skills)
    return LoadedPlan(plan: plan, document: document)
  }

  private func solved(_ plan: RosterPlan) throws -> PlanSolution {
    try PlanSolver(plan: plan).solve(SolveSettings(solver: .search, seconds: nil, work: 300))
  }

  @Test("A second person pays off once two agents are likely enough to be wanted")
  func weights() throws {
    let editor = PlanEditor(base: loaded)
    // The second person costs 10 an hour and saves 30 times the chance.
    for (weight, people) in [(1.0, 1), (3.0, 2)] {
      let outlook = try DemandOutlook(
        [.factor(1, weight: 4), .factor(2, weight: weight)], editor: editor)
      let solution = try solved(outlook.priced(loaded).plan)
      #expect(solution.roster.assignments.count == 2 * people, "weight \(weight)")
      let facts = try outlook.facts(of: solution.roster, isPriced: true)
      let share = weight / (4 + weight)
      let hours = Double(2 - people) * 16
      #expect((facts.expectedShortfall - share * hours).magnitude < 1e-9)
      #expect(facts.worst?.shortfallHours == hours)
      #expect((facts.metShare - (people == 2 ? 1 : 4 / 5)).magnitude < 1e-9)
      // The cost is wages and the mean price of gaps.
      let wages = solution.audit.cost.wages
      let cost = solution.audit.cost.total
      #expect((cost - wages - facts.expectedGapCost).magnitude < 1e-6)
    }
  }

  @Test("Work that may wait counts as laid level in each case, its price included")
  func levelWork() throws {
    var free = loaded
    free.plan.need.deferredWork = [DeferredWork(skill: 0, hours: 4, intervals: [8, 9, 10, 11])]
    free.plan.need.atOnce = free.plan.need.agents
    let table: (Double) -> [[[Double]?]] = { price in
      [free.plan.need.agents[0].map { _ in [price, 0] }]
    }
    free.plan.need.gapPrices = table(5)
    free.plan.need.levelGapPrices = table(9)
    let level = free.plan.need.levelled
    #expect(level.gapPrice(skill: 0, interval: 8, agents: 0) == 9)
    #expect(level.freeWork.isEmpty)
    #expect(level.agents == free.plan.need.agents)
    #expect(free.plan.need.gapPrice(skill: 0, interval: 8, agents: 0) == 5)
    // Without tables of its own a need keeps those it has.
    free.plan.need.levelGapPrices = []
    #expect(free.plan.need.levelled.gapPrice(skill: 0, interval: 8, agents: 0) == 5)
  }

  @Test("A roster made for a band misses less in it than one made for its middle")
  func band() throws {
    let loaded = try SamplePlans.load(.understaffed)
    let outlook = try DemandOutlook(DemandCase.band, editor: PlanEditor(base: loaded))
    let settings = SolveSettings(solver: .search, seconds: nil, work: 12000)
    let middle = try PlanSolver(plan: loaded.plan).solve(settings)
    let priced = try PlanSolver(plan: outlook.priced(loaded).plan).solve(settings)
    let (one, all) = (try outlook.facts(of: middle.roster), try outlook.facts(of: priced.roster))
    #expect(all.expectedGapCost < one.expectedGapCost)
    #expect(all.cases.map(\.share) == [0.3, 0.4, 0.3])
    #expect(all.cases.map(\.needHours) == one.cases.map(\.needHours))
    let needs = all.cases.map(\.needHours)
    #expect(needs[0] < needs[1] && needs[1] < needs[2])
  }

  @Test("Edits of the team are laid over each demand; edits of demand are left out")
  func edits() throws {
    let editor = PlanEditor(base: loaded)
    let outlook = try DemandOutlook([.factor(1), .factor(3)], editor: editor)
    let plans = try outlook.plans(changedBy: [.teamSize(5), .demand(factor: 9, skills: [])])
    #expect(plans.map(\.plan.employees.count) == [5, 5])
    #expect(plans.map { $0.plan.need.agents[0][9] } == [1, 3])
  }

  @Test("Given agents replace a forecast need, its price tables and its service")
  func given() throws {
    let loaded = try SamplePlans.load(.understaffed)
    let intervals = loaded.plan.need.agents[0].count
    let agents = Array(repeating: 2.5, count: intervals)
    let skill = loaded.plan.need.skills[0]
    let plan = try PlanEditor(base: loaded).plan(
      of: SweepCase(name: "x", edits: [.given(skills: [skill], agents: [agents])]))
    #expect(plan.plan.need.agents[0] == agents)
    #expect(plan.need?.skill(named: skill) == nil)
    #expect(plan.plan.need.gapPrice(skill: 0, interval: 20, agents: 0) == nil)
  }

  @Test("The words stand in every report and language", arguments: ReportLanguage.allCases)
  func reports(language: ReportLanguage) throws {
    let outlook = try DemandOutlook(
      [.factor(1), .factor(2)], editor: PlanEditor(base: loaded))
    let priced = outlook.priced(loaded).plan
    let solution = try solved(priced)
    var facts = RosterFacts(plan: priced, roster: solution.roster, audit: solution.audit)
    facts.outlook = try outlook.facts(of: solution.roster, isPriced: true)
    let page = try HTMLReport(facts, language: language).render()
    let text = TerminalReport(facts, language: language).text
    let audit = AuditTerminalReport(facts, language: language).text
    for report in [page, text, audit] {
      #expect(report.contains("demand 200 %") && report.contains("50 %"))
      #expect(report.contains("Ways demand may come") == (language == .english))
    }
    let json = SummaryJSON(facts).text
    #expect(json.contains("\"expected_shortfall_hours\"") && json.contains("\"goals_share\""))
  }
}
