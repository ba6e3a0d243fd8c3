import LinearModel
import Rostering
import StaffOptTestSupport
import Synchronization
import Testing

@testable import RosterSolvers

@Suite("Dives are mended, and searches that stall start again")
struct DiveMendingTests {
  private static let week = RosterSamples.holiday(
    .init(agentCount: 8, dayCount: 5, lengthMinutes: [480]), seed: 17)

  private struct Scene {
    let roster = CompiledRoster(DiveMendingTests.week)
    let bare: [Line]
    let good: [Line]

    init() throws {
      bare = try #require(GreedySolver(roundLimit: 0).solve(DiveMendingTests.week).lines)
      good = try #require(
        SearchSolver().solve(DiveMendingTests.week, limits: SolverLimits(workLimit: 6_000)).lines)
    }

    func incumbent(_ lines: [Line], workLimit: Int) -> Incumbent {
      Incumbent(
        roster, lines: lines, limits: SolverLimits(workLimit: workLimit), begin: .now,
        progress: nil)
    }

    func clock(workLimit: Int) -> ColumnClock {
      ColumnClock(begin: .now, limit: nil, cancellation: Cancellation(), workLeft: workLimit)
    }
  }

  @Test("Mending ends once its roster is the best, and offers it")
  func mendingOffers() throws {
    let scene = try Scene()
    let incumbent = scene.incumbent(scene.bare, workLimit: 50_000)
    var clock = scene.clock(workLimit: 50_000)
    // Everybody at home: each part that is opened gains.
    let home = scene.bare.map { Line(options: Array(repeating: -1, count: $0.count)) }
    let start = scene.roster.isFeasible(home) ? home : scene.bare
    try DiveMending(incumbent: incumbent, parts: PricePartSolver()).run(
      from: start, seed: 3, clock: &clock)
    #expect(incumbent.value.cost < scene.roster.cost(of: scene.bare))
    #expect(scene.roster.isFeasible(incumbent.value.lines))
    #expect(clock.work > 0 && clock.work <= 10_000 + NeighbourhoodSearch.longestWork * 8)
  }

  @Test("Mending a worse roster never makes the best one dearer, and ends by itself")
  func mendingKeepsBest() throws {
    let scene = try Scene()
    let incumbent = scene.incumbent(scene.good, workLimit: 1_000_000)
    var clock = scene.clock(workLimit: 1_000_000)
    try DiveMending(incumbent: incumbent, parts: PricePartSolver()).run(
      from: scene.bare, seed: 3, clock: &clock)
    #expect(incumbent.value.cost <= scene.roster.cost(of: scene.good))
    // It stalled long before its share of the work was used up.
    #expect(clock.work < 200_000)
  }

  @Test("A search that stalls asks for another start, again and again", arguments: [true, false])
  func restarts(hasRestart: Bool) throws {
    let scene = try Scene()
    let limit = 60_000
    let incumbent = scene.incumbent(scene.good, workLimit: limit)
    let race = NeighbourhoodRace(incumbent, parts: PricePartSolver(), searchCount: 2)
    var clock = scene.clock(workLimit: limit)
    let count = Mutex(0)
    try race.run(clock: &clock) { _, clock, search in
      try search(
        &clock,
        hasRestart
          ? { clock in
            count.withLock { $0 += 1 }
            clock.spend(100)
          } : nil)
    }
    #expect(count.withLock { $0 > 1 } == hasRestart)
    #expect(incumbent.value.cost <= scene.roster.cost(of: scene.good))
  }
}
