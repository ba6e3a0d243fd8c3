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

  @Test("Who has no line is told as brute force tells it, whatever history and limits say")
  func peopleWithoutLine() {
    var withLine = 0
    var without = 0
    for seed in 0..<400 as Range<UInt64> {
      var generator = RosterProblemGenerator.tiny(seed: 70_000 + seed)
      var problem = generator.makeBlockProblem()
      for person in problem.lines.indices {
        if seed % 3 == 0 { problem.lines[person].runs[0].least = 0 }
        if seed % 3 == 0 { problem.lines[person].runs[0].most = 0 }
        // Above the limit by less than a shift, and by more.
        let most = problem.lines[person].totals[0].most
        if seed % 3 == 1 { problem.lines[person].totals[0].history = most + Int(seed % 5) }
      }
      guard let oracle = RosterOracle(problem, rosterLimit: 3_000) else { continue }
      let hasLines = CompiledRoster(problem).peopleWithoutLine.isEmpty
      #expect(hasLines == (oracle.bestCost != nil), "seed \(seed)")
      if hasLines { withLine += 1 } else { without += 1 }
    }
    #expect(withLine > 30 && without > 30)
  }
}
