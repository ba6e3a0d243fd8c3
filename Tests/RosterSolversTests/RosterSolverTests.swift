import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Roster solvers")
struct RosterSolverTests {
  static let suites = [
    RosterSolverConformance(solver: GreedySolver(), missesPerThousand: 400)
  ]

  @Test("Tiny problems agree with brute force", arguments: suites.indices)
  func matchesBruteForce(index: Int) { Self.suites[index].matchesBruteForce() }

  @Test("The same work gives the same roster", arguments: suites.indices)
  func repeatsItself(index: Int) { Self.suites[index].repeatsItself() }

  @Test("A start that breaks rules is ignored", arguments: suites.indices)
  func ignoresBrokenStart(index: Int) { Self.suites[index].ignoresBrokenStart() }

  @Test("Without time or work there is still a roster", arguments: suites.indices)
  func answersAtOnce(index: Int) { Self.suites[index].answersAtOnce() }

  @Test("Odd limits are no trap")
  func oddLimits() {
    let problem = RosterSamples.holiday(
      .init(agentCount: 2, dayCount: 2, lengthMinutes: [480]), seed: 3)
    #expect(GreedySolver(roundLimit: -1).solve(problem).lines != nil)
    #expect(GreedySolver().solve(problem, limits: SolverLimits(seconds: 1e30)).lines != nil)
    let search = SearchSolver(islandCount: 0)
    #expect(search.solve(problem, limits: SolverLimits(workLimit: 100)).lines != nil)
  }
}
