import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Solving plans")
struct PlanSolverTests {
  /// The cost of the corner shop's best roster: what GLPK proves of the
  /// exported model, and what `optimumInOtherSolvers` checks again.
  private static let cornerShopOptimum = 7_929.0

  private func cornerShop() throws -> RosterPlan { try SamplePlans.cornerShop.get().plan }

  private func cost(
    _ solver: SolverChoice, _ plan: RosterPlan, seconds: Double? = 60
  ) throws -> Double {
    let solution = try PlanSolver(plan: plan).solve(
      SolveSettings(solver: solver, seconds: seconds))
    #expect(solution.audit.violations.isEmpty)
    return solution.audit.cost.total
  }

  @Test(
    "The corner shop's best roster has the proven cost and breaks no rule",
    .enabled(if: StaffOptVersion.hasGLPK, "needs GLPK"))
  func exactOptimum() throws {
    let solution = try #require(try SamplePlans.exactCornerShop.get())
    #expect(solution.outcome.reason == .optimal)
    #expect(solution.audit.violations.isEmpty)
    #expect((solution.audit.cost.total - Self.cornerShopOptimum).magnitude < 1e-6)
    let bound = try #require(solution.outcome.bound)
    #expect((bound - Self.cornerShopOptimum).magnitude < 1e-3)
    // Every post of the staffing modes is held by exactly one person.
    #expect(solution.audit.posts.count == 4 + 2 * 5)
    #expect(solution.audit.posts.allSatisfy { $0.holders == 1 })
  }

  @Test(
    "Greedy and search find no better roster than the best one",
    arguments: [
      SolverChoice.greedy, .search,
    ])
  func heuristicsStayAboveTheOptimum(solver: SolverChoice) throws {
    let found = try cost(solver, cornerShop(), seconds: 1)
    #expect(found >= Self.cornerShopOptimum - 1e-6)
  }

  @Test("A solver that could not go on does not pass for one that ran to its end")
  func gaveUp() throws {
    var solution = try PlanSolver(plan: cornerShop()).solve(SolveSettings(solver: .greedy))
    #expect(solution.figures(seconds: 1, seed: 1).stopReason == .finished)
    solution.outcome.reason = .failure("too large")
    #expect(solution.figures(seconds: 1, seed: 1).stopReason == .gaveUp)
    let texts = ReportLanguage.allCases.map { $0.text(.stopReason(.gaveUp)) }
    #expect(Set(texts).count == texts.count && !texts.contains(""))
  }

  @Test("Auto proves the optimum with GLPK, and a bound below it without")
  func automaticChoice() throws {
    let solution = try PlanSolver(plan: cornerShop()).solve(
      SolveSettings(solver: .auto, seconds: StaffOptVersion.hasGLPK ? 60 : 1))
    #expect(solution.audit.violations.isEmpty)
    if StaffOptVersion.hasGLPK {
      #expect(solution.outcome.reason == .optimal)
      #expect((solution.audit.cost.total - Self.cornerShopOptimum).magnitude < 1e-6)
    } else {
      let bound = try #require(solution.outcome.bound)
      #expect(bound <= Self.cornerShopOptimum + 1e-6 && bound > 0.8 * Self.cornerShopOptimum)
      let cost = solution.audit.cost.total
      #expect(cost >= Self.cornerShopOptimum - 1e-6)
      // Nothing is called the best that is not.
      #expect(solution.outcome.reason != .optimal || cost <= Self.cornerShopOptimum + 1e-6)
    }
  }

  @Test("The exported model has the same optimum, solved in place and by glpsol from its files")
  func optimumInOtherSolvers() throws {
    let model = ModelFile(plan: try cornerShop())
    if let solver = SolverCatalogue.linearSolver {
      let outcome = solver.solve(model.program, limits: SolveLimits(seconds: 60))
      let objective = try #require(outcome.objective)
      #expect((objective - Self.cornerShopOptimum).magnitude < 1e-4)
    }
    guard GLPKCommand.path != nil else { return }
    try PlanFolders.withTemporaryFolder { folder in
      for (name, format) in [("model.mps", "--freemps"), ("model.lp", "--lp")] {
        let file = folder.appending(path: name)
        let size = try model.write(to: file.path)
        #expect(size.variables == model.program.variableCount && size.rows > 0)
        let optimum = try #require(try GLPKCommand.optimum(ofFile: file, format: format))
        #expect((optimum - Self.cornerShopOptimum).magnitude < 1e-3, "\(name)")
      }
    }
  }

  @Test(
    "One more person never makes the best roster dearer",
    .enabled(if: StaffOptVersion.hasGLPK, "needs GLPK"), arguments: [PayOrRest.either, .rest])
  func onePersonMore(choice: PayOrRest) throws {
    var plan = try cornerShop()
    // Nobody is forced to work, so the newcomer may stay at home.
    plan.rules.removeAll { $0.key == "shifts" }
    let before = try cost(.exact, plan)
    plan.employees.append(
      Employee(id: "NEW", name: "Somebody", skills: ["line"], hourlyWage: 25, choice: choice))
    #expect(try cost(.exact, plan) <= before + 1e-6)
  }

  @Test(
    "The names and the order of people do not change what the best roster costs",
    .enabled(if: StaffOptVersion.hasGLPK, "needs GLPK"))
  func relabelledPeople() throws {
    var plan = try cornerShop()
    plan.employees.reverse()
    for index in plan.employees.indices {
      plan.employees[index].id = "Z\(index)"
      plan.employees[index].name = "Other \(index)"
    }
    #expect((try cost(.exact, plan) - Self.cornerShopOptimum).magnitude < 1e-6)
  }

  @Test("The same plan, seed and work give the same bytes")
  func sameBytes() throws {
    let plan = try cornerShop()
    let compiled = ProblemCompiler(plan: plan).compile()
    let texts = try (0..<2).map { _ in
      let outcome = SearchSolver().solve(
        compiled.problem, limits: SolverLimits(seed: 11, workLimit: 400))
      let lines = try #require(outcome.lines)
      return RosterWriter(plan: plan).csv(compiled.roster(of: lines))
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0].split(separator: "\n").count > 10)
  }

  @Test("Where costs lie in steps the search ends with a bound within one: it is a proof")
  func searchProves() throws {
    let solution = try PlanSolver(plan: cornerShop()).solve(
      SolveSettings(solver: .search, seconds: 90, relativeGap: 0))
    #expect(solution.outcome.reason == .optimal)
    #expect((solution.audit.cost.total - Self.cornerShopOptimum).magnitude < 1e-6)
    #expect(solution.outcome.bound == solution.outcome.cost)
  }

  @Test("The time limit is kept within a second", arguments: [SolverChoice.search, .auto])
  func timeLimit(solver: SolverChoice) throws {
    let planSolver = PlanSolver(plan: try SamplePlans.load(.understaffed).plan)
    let begin = ContinuousClock.now
    let solution = try planSolver.solve(SolveSettings(solver: solver, seconds: 2))
    #expect(ContinuousClock.now - begin < .seconds(3))
    #expect(solution.audit.violations.isEmpty)
  }

  @Test("Whoever stops the search at once still gets a roster, and soon")
  func cancellation() throws {
    let planSolver = PlanSolver(plan: try SamplePlans.load(.understaffed).plan)
    let cancellation = Cancellation()
    cancellation.cancel()
    let begin = ContinuousClock.now
    let solution = try planSolver.solve(
      SolveSettings(solver: .auto, seconds: nil), cancellation: cancellation)
    #expect(ContinuousClock.now - begin < .seconds(5))
    #expect(solution.audit.violations.isEmpty)
    #expect(solution.outcome.reason == .cancelled)
  }

  @Test("A roster to start from is never made worse")
  func startingRoster() throws {
    let planSolver = PlanSolver(plan: try cornerShop())
    let first = try planSolver.solve(SolveSettings(solver: .search, seconds: 1))
    let second = try planSolver.solve(
      SolveSettings(solver: .greedy, seconds: 1), start: first.roster)
    #expect(second.audit.cost.total <= first.audit.cost.total + 1e-6)
  }
}
