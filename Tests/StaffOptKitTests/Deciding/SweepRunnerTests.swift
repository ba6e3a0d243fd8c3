import Foundation
import StaffOptTestSupport
import Synchronization
import Testing

@testable import StaffOptKit

@Suite("Sweeps over cases")
struct SweepRunnerTests {
  private func runner(
    _ plan: RosterPlan, solver: SolverChoice = .greedy, workers: Int = 2,
    demands: [DemandCase] = []
  ) throws -> SweepRunner {
    let document = PlanDocument(
      plan: plan, workload: WorkloadPlan(), givenNeedSkills: plan.need.skills)
    let editor = PlanEditor(base: LoadedPlan(plan: plan, document: document))
    return SweepRunner(
      editor: editor,
      settings: SweepSettings(solver: solver, seconds: nil, relativeGap: 0, workers: workers),
      outlook: demands.isEmpty ? nil : try DemandOutlook(demands, editor: editor))
  }

  /// Four people for two places a day.
  private var plan: RosterPlan {
    var plan = PlanSamples.plan(days: 4, people: 4)
    plan.rules = [
      ScopedRule(DaysInARow(most: 2)), ScopedRule(RestBetweenShifts(leastMinutes: 660)),
    ]
    for day in 0..<4 {
      for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 2 }
      for hour in 16..<20 { plan.need.agents[0][day * 24 + hour] = 1 }
    }
    return plan
  }

  @Test("Results come in the cases' order, the same with one worker and with three")
  func order() throws {
    let cases = SweepCase.levels([2, 3, 4, 5, 6])
    let results = try [1, 3].map { workers in
      let runner = try runner(plan, workers: workers)
      return runner.run(cases, plans: try runner.plans(of: cases)).map { result in
        var facts = result.facts
        facts.seconds = 0
        return facts
      }
    }
    #expect(results[0] == results[1])
    #expect(results[0].map(\.people) == [2, 3, 4, 5, 6])
    #expect(results[0].allSatisfy { $0.status == .solved && $0.needHours == 80 })
  }

  @Test("Figures can be written down and read again, digit for digit")
  func codable() throws {
    let runner = try runner(plan, demands: [.factor(0.9), .factor(1.2, weight: 3)])
    let cases = [SweepCase(name: "plan", edits: [])]
    let facts = runner.run(cases, plans: try runner.plans(of: cases)).map(\.facts)
    let data = try JSONEncoder().encode(facts)
    #expect(try JSONDecoder().decode([CaseFacts].self, from: data) == facts)
    let outlook = try #require(facts.first?.outlook)
    #expect(outlook.cases.map(\.name) == ["demand 90 %", "demand 120 %"])
    #expect(outlook.cases.map(\.share) == [0.25, 0.75])
    #expect(outlook.cases[1].shortfallHours > outlook.cases[0].shortfallHours)
    #expect(outlook.worst?.name == "demand 120 %" && !outlook.isPriced)
  }

  @Test("Heads missing on shifts are hours missing, and goals are not met by them")
  func headsOnShifts() throws {
    var plan = PlanSamples.plan(days: 2, people: 2)
    plan.need = CoverNeed(skills: [], agents: [])
    let day = try #require(plan.patterns.firstIndex { $0.name == "D" })
    plan.patternNeeds = [
      PatternNeed(pattern: day, day: 0, heads: 3, priceBelow: 1_000, priceAbove: 1)
    ]
    let runner = try runner(plan)
    let cases = SweepCase.levels([2, 4])
    let facts = runner.run(cases, plans: try runner.plans(of: cases)).map(\.facts)
    #expect(facts.map(\.needHours) == [24, 24])
    #expect(facts.map(\.shortfallHours) == [8, 0])
    #expect(facts.map(\.meetsGoals) == [false, true])
  }

  @Test("A looser plan is never dearer than the plan: its roster keeps the looser rule too")
  func notDearer() {
    func result(_ name: String, cost: Double, bound: Double, hours: Double) -> SweepRunner.Result {
      var facts = CaseFacts(name: name, status: .solved, note: "", people: 4, days: 4)
      (facts.cost.wages, facts.bound, facts.shortfallHours) = (cost, bound, hours)
      return SweepRunner.Result(index: 1, facts: facts, loaded: nil, roster: nil)
    }
    let base = result("plan", cost: 100, bound: 98, hours: 5)
    let late = RulePricer.notDearer(
      result("looser", cost: 104, bound: 90, hours: 3), than: base)
    #expect(late.facts.objective == 100 && late.facts.shortfallHours == 5)
    #expect(late.facts.bound == 90)
    let better = RulePricer.notDearer(
      result("looser", cost: 96, bound: 90, hours: 3), than: base)
    #expect(better.facts.objective == 96 && better.facts.shortfallHours == 3)
  }

  @Test("Who stops the sweep keeps what is finished")
  func cancellation() throws {
    let cases = SweepCase.levels([2, 3, 4, 5])
    let runner = try runner(plan, workers: 1)
    let cancellation = Cancellation()
    let told = Mutex<[Int]>([])
    let results = runner.run(
      cases, plans: try runner.plans(of: cases),
      progress: { done, count, _ in
        told.withLock { $0.append(done) }
        #expect(count == 4)
        if done == 2 { cancellation.cancel() }
      }, cancellation: cancellation)
    #expect(results.map(\.facts.status) == [.solved, .solved, .unsolved, .unsolved])
    #expect(told.withLock { $0 } == [1, 2, 3, 4])
  }

  @Test("A case without a roster says which rules forbid it; the others go on")
  func impossible() throws {
    var plan = plan
    plan.rules.append(ScopedRule(HoursPerDay(mostMinutes: 9 * 60)))
    plan.rules.append(ScopedRule(ShiftCount(least: 1)))
    let cases = SweepCase.shiftLengths([480, 600])
    #expect(cases.map(\.name) == ["8 h", "10 h"])
    let runner = try runner(plan)
    let results = runner.run(cases, plans: try runner.plans(of: cases))
    #expect(results.map(\.facts.status) == [.solved, .impossible])
    #expect(results[1].facts.note.contains("hours-per-day"))
    #expect(results[1].facts.note.contains("P0, P1, P2 +1"))
  }

  @Test("A roster is carried over to another length and another team")
  func adapter() throws {
    let base = try PlanSolver(plan: plan).solve(SolveSettings(solver: .greedy, seconds: 1))
    let editor = try runner(plan).editor
    for edits in [[PlanEdit.shiftLength(minutes: 600)], [.teamSize(3)], [.teamSize(7)]] {
      let other = try editor.plan(of: SweepCase(name: "x", edits: edits)).plan
      let adapted = try #require(RosterAdapter(plan: other).adapted(base.roster, of: plan))
      #expect(RosterAuditor(plan: other).audit(adapted).violations.isEmpty)
      #expect(!adapted.assignments.isEmpty)
    }
  }

  @Test(
    "Prices of rules, counted by hand", .enabled(if: StaffOptVersion.hasGLPK, "needs GLPK"))
  func rulePrices() throws {
    // One person, 10 an hour, one agent wanted 08:00-16:00 on three days, 200
    // an hour missing; two days in a row allowed, four days of shifts allowed.
    var plan = PlanSamples.plan(
      days: 3, patterns: PlanSamples.patterns.filter { $0.name == "D" })
    for day in 0..<3 { for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 1 } }
    plan.rules = [ScopedRule(DaysInARow(most: 2)), ScopedRule(ShiftCount(most: 4))]
    let sweep = RulePriceSweep(plan: plan)
    #expect(sweep.cases.map(\.name) == ["days-in-a-row most", "shifts most"])
    let runner = try runner(plan, solver: .exact)
    let cases = [sweep.base] + sweep.cases
    let results = runner.run(cases, plans: try runner.plans(of: cases)).map(\.facts)
    #expect(results.map(\.shortfallHours) == [8, 0, 8])
    // A third day: eight hours at 200 less eight at 10.
    #expect((results[0].objective - results[1].objective - (1_600 - 80)).magnitude < 1e-6)
    let facts = SweepFacts(
      kind: .rulePrices, plan: plan, cases: results, loosenings: sweep.loosenings)
    let text = SweepTerminalReport(facts).text
    #expect(text.contains("days in a row 2 costs 8.0 agent-hours and 1,520 CNY."), "\(text)")
    #expect(text.contains("shifts 4 costs nothing."), "\(text)")
  }

  @Test("Against the clock a rule that nobody is bound by is decided without solving it")
  func pricedByBound() throws {
    var plan = PlanSamples.plan(
      days: 3, patterns: PlanSamples.patterns.filter { $0.name == "D" })
    for day in 0..<3 { for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 1 } }
    plan.rules = [ScopedRule(DaysInARow(most: 2)), ScopedRule(ShiftCount(most: 4))]
    let sweep = RulePriceSweep(plan: plan)
    var runner = try runner(plan, solver: .search)
    runner = SweepRunner(
      editor: runner.editor, settings: SweepSettings(solver: .search, seconds: 4, relativeGap: 0))
    let told = Mutex<[String]>([])
    let results = try RulePricer(runner: runner, sweep: sweep).run(
      progress: { _, _, facts in told.withLock { $0.append(facts.name) } })
    // The third day costs; the shifts in all are no matter.
    #expect(results.map(\.facts.name) == ["Sample", "days-in-a-row most", "shifts most"])
    #expect(results.map(\.facts.shortfallHours) == [8, 0, 8])
    #expect(!told.withLock { $0 }.contains("shifts most"))
    let facts = SweepFacts(
      kind: .rulePrices, plan: plan, cases: results.map(\.facts), loosenings: sweep.loosenings)
    let text = SweepTerminalReport(facts).text
    #expect(text.contains("shifts 4 costs nothing."), "\(text)")
    #expect(text.contains("days in a row 2 costs 8.0 agent-hours and 1,520 CNY."), "\(text)")
  }

  @Test("One agent more is worth the price of the gap it closes")
  func marginalWorth() {
    var plan = plan
    plan.peaks = [PeakWindow(minutes: 480..<540, factor: 2)]
    let worth = RosterChangePricer(plan: plan, roster: Roster()).marginalWorth()
    // Two missing: the second costs 400 an hour, twice at the peak.
    #expect(worth[0][8] == 800 && worth[0][9] == 400 && worth[0][17] == 200 && worth[0][3] == 0)
  }
}
