import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Bounds without a linear program")
struct RelaxedBoundTests {
  @Test("Never above the best roster of tiny problems, with any start")
  func belowTheOptimum() {
    var known: RelaxedBound?
    var compared = 0
    var seed: UInt64 = 40_000
    while compared < 40 {
      seed += 1
      var generator = RosterProblemGenerator.tiny(seed: seed)
      let problem = generator.makeProblem()
      guard let best = RosterOracle(problem, rosterLimit: 3_000)?.bestCost else { continue }
      let roster = CompiledRoster(problem)
      for start in [nil, known] {
        guard
          let bound = RelaxedBound(roster, target: best, startingFrom: start, stepLimit: 200)
        else { continue }
        #expect(bound.value <= best + 1e-6 * max(1, best.magnitude), "seed \(seed)")
        known = bound
        compared += 1
      }
    }
  }

  @Test("Starting from its own prices it is not lower, and near the optimum")
  func warm() throws {
    let problem = RosterSamples.holiday(
      .init(agentCount: 4, dayCount: 3, lengthMinutes: [480]), seed: 5)
    let roster = CompiledRoster(problem)
    let cost = try #require(GreedySolver().solve(problem).cost)
    let first = try #require(RelaxedBound(roster, target: cost))
    let again = try #require(RelaxedBound(roster, target: cost, startingFrom: first, stepLimit: 1))
    #expect(again.value >= first.value - 1e-9 * cost)
    #expect(first.value <= cost && first.value >= 0.85 * cost)
  }
}
