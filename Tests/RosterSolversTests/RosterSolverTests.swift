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
}
