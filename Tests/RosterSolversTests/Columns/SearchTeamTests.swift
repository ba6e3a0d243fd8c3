import LinearModel
import Rostering
import StaffOptTestSupport
import Synchronization
import Testing

@testable import RosterSolvers

@Suite("Searches that work in different manners take turns")
struct SearchTeamTests {
  /// Finds nothing, with some effort, and counts how often it was asked.
  private final class IdleSolver: PartSolver {
    let aimedSeconds = 0.1
    let start = StartPrices()
    let effort: Int
    private let asked = Mutex(0)

    init(effort: Int) { self.effort = effort }

    var count: Int { asked.withLock { $0 } }

    func lines(
      from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
      random: inout SeededGenerator, clock: inout ColumnClock
    ) throws -> [Line]? {
      asked.withLock { $0 += 1 }
      clock.spend(effort)
      return nil
    }
  }

  @Test("Each gets the same effort, not the same number of parts", arguments: [1, 2])
  func sameEffort(searchCount: Int) throws {
    let problem = RosterSamples.holiday(
      .init(agentCount: 8, dayCount: 5, lengthMinutes: [480]), seed: 17)
    let roster = CompiledRoster(problem)
    let lines = try #require(GreedySolver(roundLimit: 0).solve(problem).lines)
    let limits = SolverLimits(workLimit: 12_000)
    let incumbent = Incumbent(roster, lines: lines, limits: limits, begin: .now, progress: nil)
    let (dear, cheap) = (IdleSolver(effort: 60), IdleSolver(effort: 10))
    let race = NeighbourhoodRace(
      incumbent, .init(parts: dear), .init(parts: cheap), searchCount: searchCount)
    var clock = ColumnClock(
      begin: .now, limit: nil, cancellation: Cancellation(), workLeft: 12_000)
    try race.run(clock: &clock) { _, clock, search in try search(&clock, nil) }
    #expect(dear.count > 50)
    let share = Double(cheap.count) / Double(dear.count)
    #expect(share > 5.5 && share < 6.5, "\(cheap.count) and \(dear.count)")
    #expect(incumbent.value.lines == lines)
  }
}
