import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("The search solver")
struct SearchSolverTests {
  static let suite = RosterSolverConformance(
    solver: SearchSolver(), missesPerThousand: 100, workLimit: 300, problemCount: 60)

  @Test("keeps the rules and nearly always finds the optimum of tiny problems")
  func matchesBruteForce() { Self.suite.matchesBruteForce() }

  @Test("ignores a start that breaks rules") func ignoresBrokenStart() {
    Self.suite.ignoresBrokenStart()
  }

  @Test("gives a roster without time or work") func answersAtOnce() { Self.suite.answersAtOnce() }

  @Test("is never worse than greedy, and repeats itself for the same work and seed")
  func improvesGreedy() throws {
    let problem = RosterSamples.holiday(
      .init(agentCount: 6, dayCount: 4, lengthMinutes: [480]), seed: 11)
    let greedy = try #require(GreedySolver().solve(problem).cost)
    let limits = SolverLimits(seed: 3, workLimit: 400)
    let first = solveChecked(Self.suite.solver, problem, limits: limits)
    #expect(try #require(first.cost) <= greedy + 1e-6)
    #expect(solveChecked(Self.suite.solver, problem, limits: limits) == first)
  }
}
