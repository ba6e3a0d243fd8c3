import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

#if GLPK
  import GLPKBackend
#endif

/// Work that may wait, against every way to do it on tiny plans.
@Suite("Work that may wait")
struct DeferredWorkTests {
  /// One day of three short shifts; heads are whole, so every division of
  /// heads over what is wanted at once and the work can be tried.
  private static func makePlan(seed: UInt64) -> RosterPlan {
    var random = SeededGenerator(seed: seed)
    var plan = PlanSamples.plan(
      days: 1, people: 3,
      patterns: [
        ShiftPattern(name: "S", startMinutes: [480, 600, 720], lengthMinutes: [240])
      ])
    plan.cover = CoverPrices(
      shortfall: random.chance(0.5) ? [40, 90] : [25], surplus: random.chance(0.5) ? 3 : 0)
    plan.fairness = FairnessPrices(premiumDay: 0, night: 0, weekend: 0)
    for hour in 8..<16 {
      plan.need.agents[0][hour] = random.chance(0.4) ? 0 : Double(random.index(below: 4)) * 0.75
    }
    plan.need.atOnce = plan.need.agents
    for _ in 0..<(1 + random.index(below: 3)) {
      let first = 7 + random.index(below: 6)
      let length = 1 + random.index(below: 7)
      let intervals = (first..<(first + length)).filter { _ in random.chance(0.85) }
      guard !intervals.isEmpty else { continue }
      plan.need.deferredWork.append(
        DeferredWork(
          skill: 0, hours: Double(1 + random.index(below: 10)) * 0.5, intervals: intervals))
    }
    return plan
  }

  /// The least price of the cover of some heads by hour.
  private static func coverCost(_ heads: [Int], _ plan: RosterPlan) -> Double {
    let work = plan.need.deferredWork
    var states: [[Int]: Double] = [Array(repeating: 0, count: work.count): 0]
    for hour in heads.indices {
      var next: [[Int]: Double] = [:]
      for (done, cost) in states {
        func divide(_ piece: Int, _ left: Int, _ done: [Int]) {
          guard piece < work.count else {
            let need = plan.need.atOnce[0][hour]
            let gap = max(0, need - Double(left))
            let total =
              cost + plan.cover.shortfallPrice(ofMissing: gap)
              + max(0, Double(left) - need) * plan.cover.surplus
            next[done] = min(next[done] ?? .infinity, total)
            return
          }
          for taken in 0...(work[piece].intervals.contains(hour) ? left : 0) {
            var done = done
            done[piece] += taken
            divide(piece + 1, left - taken, done)
          }
        }
        divide(0, heads[hour], done)
      }
      states = next
    }
    return states.map { done, cost in
      zip(done, work).reduce(cost) {
        $0 + max(0, $1.1.hours - Double($1.0)) * plan.cover.lateWork
          + max(0, Double($1.0) - $1.1.hours) * plan.cover.surplus
      }
    }.min() ?? .infinity
  }

  @Test("Every solver and the auditor agree with brute force", arguments: UInt64(1)...6)
  func bruteForce(seed: UInt64) throws {
    let plan = Self.makePlan(seed: seed)
    let compiled = ProblemCompiler(plan: plan).compile()
    let problem = compiled.problem
    let auditor = RosterAuditor(plan: plan)
    var best = Double.infinity
    func tryAll(_ lines: [Line]) {
      guard lines.count == plan.employees.count else {
        for option in [Int?.none] + problem.optionsOfDay[0].map(Optional.some) {
          tryAll(lines + [[option]])
        }
        return
      }
      var heads = Array(repeating: 0, count: 24)
      for case .some(let option) in lines.joined() {
        for hour in problem.options[option].minutes.lowerBound / 60..<problem.options[option]
          .minutes.upperBound / 60
        { heads[hour] += 1 }
      }
      let report = auditor.audit(compiled.roster(of: lines))
      let cover = Self.coverCost(heads, plan)
      let audited = report.cost.shortfall + report.cost.surplus
      #expect((audited - cover).magnitude < 1e-6, "seed \(seed): \(audited), by force \(cover)")
      let counted = CoverState(problem, lines: lines).cost
      #expect((counted - cover).magnitude < 1e-6, "seed \(seed): counted \(counted), \(cover)")
      let late = report.work.reduce(0) { $0 + $1.lateHours }
      #expect(report.shortfallHours >= late - 1e-9)
      best = min(best, report.cost.total)
    }
    tryAll([])
    var solvers: [any RosterSolver] = []
    #if GLPK
      solvers = [ExactSolver(linearSolver: GLPKSolver()), ColumnSolver(sessions: GLPKSessions())]
    #endif
    for solver in solvers {
      let outcome = solveChecked(
        solver, problem, limits: SolverLimits(seconds: 20, workLimit: 20_000), "seed \(seed)")
      let cost = try #require(outcome.cost)
      // Column generation dives where its bound is not the roster's cost.
      let slack = solver.name == "exact" ? 0 : 0.1 * best
      #expect(
        cost >= best - 1e-6 && cost <= best + slack + 1e-6,
        "seed \(seed): \(solver.name) \(cost), best \(best)")
      if let bound = outcome.bound { #expect(bound <= best + 1e-6) }
    }
    let found = solveChecked(
      SearchSolver(), problem, limits: SolverLimits(workLimit: 400), "seed \(seed)")
    #expect((found.cost ?? .infinity) <= best * 1.2 + 1e-6, "seed \(seed)")
  }

  @Test("A person on duty at another hour than the level plan wants does the work in time")
  func freeWork() {
    // Four hours of work that may be done from 8 to 16; the level plan wants
    // half an agent all day, a shift of four hours does it.
    var plan = PlanSamples.plan(
      days: 1, people: 1,
      patterns: [ShiftPattern(name: "S", startMinutes: [480], lengthMinutes: [240])])
    plan.need.atOnce = plan.need.agents
    for hour in 8..<16 { plan.need.agents[0][hour] = 0.5 }
    plan.need.deferredWork = [DeferredWork(skill: 0, hours: 4, intervals: Array(8..<16))]
    let roster = Roster(assignments: [
      ShiftAssignment(employeeID: "P0", day: 0, pattern: "S", minutes: 480..<720)
    ])
    let free = RosterAuditor(plan: plan).audit(roster)
    #expect(free.shortfallHours == 0 && free.surplusHours == 0)
    #expect(free.work.map(\.lateHours) == [0])
    let nobody = RosterAuditor(plan: plan).audit(Roster())
    #expect((nobody.shortfallHours - 4).magnitude < 1e-9)
    #expect((nobody.cost.shortfall - 4 * plan.cover.lateWork).magnitude < 1e-9)
    plan.need.atOnce = []
    plan.need.deferredWork = []
    #expect(RosterAuditor(plan: plan).audit(roster).shortfallHours == 2)
  }
}
