import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Gaps priced at their mean over several demands")
struct DemandScenarioTests {
  /// A plan with the needs of two other plans of the same shape as scenarios.
  private func scenarioPlan(seed: UInt64, singleSkills: Bool = false) -> RosterPlan {
    var generator = PlanGenerator(seed: seed)
    var random = SeededGenerator(seed: seed &+ 1_000)
    var plan = generator.makePlan()
    if singleSkills {
      for index in plan.employees.indices {
        plan.employees[index].skills = Array(plan.employees[index].skills.prefix(1))
      }
    }
    plan.need.scenarios = [0.5, 1.0, 1.7].enumerated().map { index, factor in
      var need = plan.need
      need.scenarios = []
      need.agents = need.agents.map { row in
        row.map { $0 * factor * (0.6 + 0.8 * random.unit()) }
      }
      return DemandScenario(name: "\(index)", weight: Double(1 + index), need: need)
    }
    return plan
  }

  /// The mean of the audits of the scenarios, each on its own.
  private func meanCost(_ plan: RosterPlan, _ roster: Roster) -> Double {
    let total = plan.need.scenarios.reduce(0) { $0 + $1.weight }
    return plan.need.scenarios.reduce(0) { sum, scenario in
      var single = plan
      single.need = scenario.need
      // Between several ways demand may come no work is timed by the solver.
      single.need.deferredWork = []
      single.need.atOnce = []
      return sum + scenario.weight / total * RosterAuditor(plan: single).audit(roster).cost.total
    }
  }

  @Test("The auditor and the compiled problem agree on random plans")
  func countsAgree() {
    for seed in UInt64(1)...120 {
      var generator = PlanGenerator(seed: seed &* 7)
      let plan = scenarioPlan(seed: seed)
      let compiled = ProblemCompiler(plan: plan).compile()
      let lines = generator.makeLines(for: compiled.problem)
      let audited = RosterAuditor(plan: plan).audit(compiled.roster(of: lines)).cost.total
      let counted = CompiledRoster(compiled.problem).cost(of: lines)
      #expect((counted - audited).magnitude <= 1e-6 * max(1, audited.magnitude), "seed \(seed)")
    }
  }

  @Test("With one skill a person the cost is the mean of the scenarios' costs, else no less")
  func costIsTheMean() {
    for seed in UInt64(1)...60 {
      for singleSkills in [true, false] {
        var generator = PlanGenerator(seed: seed &* 13)
        let plan = scenarioPlan(seed: seed, singleSkills: singleSkills)
        let compiled = ProblemCompiler(plan: plan).compile()
        let roster = compiled.roster(of: generator.makeLines(for: compiled.problem))
        let cost = RosterAuditor(plan: plan).audit(roster).cost.total
        let mean = meanCost(plan, roster)
        let tolerance = 1e-6 * max(1, cost.magnitude)
        #expect(mean <= cost + tolerance, "seed \(seed)")
        if singleSkills { #expect((mean - cost).magnitude <= tolerance, "seed \(seed)") }
      }
    }
  }

  @Test("The best roster of all for two demands has the least mean cost, found by trying all")
  func bruteForce() throws {
    var plan = PlanSamples.plan(days: 2, people: 2)
    plan.cover = CoverPrices(shortfall: [30, 90], surplus: 3)
    plan.need.scenarios = [(1.0, 3.0), (2.0, 0.4)].enumerated().map { index, value in
      var need = plan.need
      for hour in 8..<20 {
        need.agents[0][hour] = value.1
        need.agents[0][24 + hour] = 1.5
      }
      return DemandScenario(name: "\(index)", weight: value.0, need: need)
    }
    let compiled = ProblemCompiler(plan: plan).compile()
    let oracle = try #require(RosterOracle(compiled.problem))
    let best = try #require(oracle.bestCost)
    // Every roster of the plan, audited in each demand by itself.
    var least = Double.infinity
    let days = compiled.problem.optionsOfDay.map { [nil] + $0.map { Optional($0) } }
    let lines = days[0].flatMap { first in days[1].map { [first, $0] } }
    for one in lines {
      for two in lines {
        let roster = compiled.roster(of: [one, two])
        guard RosterAuditor(plan: plan).audit(roster).violations.isEmpty else { continue }
        least = min(least, meanCost(plan, roster))
      }
    }
    #expect((best - least).magnitude < 1e-6)
    let found = SearchSolver().solve(
      CompiledRoster(compiled.problem), limits: SolverLimits(seconds: nil, workLimit: 400),
      start: nil, progress: nil, isCancelled: { false })
    #expect(((found.cost ?? .infinity) - best).magnitude < 1e-6)
  }
}
