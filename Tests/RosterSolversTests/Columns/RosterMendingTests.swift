import LinearModel
import Rostering
import StaffOptTestSupport
import Synchronization
import Testing

@testable import RosterSolvers

@Suite("Dives and near misses are mended, and searches that stall start again")
struct RosterMendingTests {
  private static let week = RosterSamples.holiday(
    .init(agentCount: 8, dayCount: 5, lengthMinutes: [480]), seed: 17)

  private struct Scene {
    let roster = CompiledRoster(RosterMendingTests.week)
    let bare: [Line]
    let good: [Line]

    init() throws {
      bare = try #require(GreedySolver(roundLimit: 0).solve(RosterMendingTests.week).lines)
      good = try #require(
        SearchSolver(usesPrices: false).solve(
          RosterMendingTests.week, limits: SolverLimits(workLimit: 6_000)
        ).lines)
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

  @Test("Whoever works on a roster stops once it is proven near enough")
  func closing() throws {
    let scene = try Scene()
    let cost = scene.roster.cost(of: scene.good)
    let incumbent = Incumbent(
      scene.roster, lines: scene.bare, limits: SolverLimits(relativeGap: 0.01), begin: .now,
      progress: nil)
    let clock = ColumnClock(
      begin: .now, limit: nil, cancellation: Cancellation(), workLeft: nil,
      closing: incumbent.closing)
    incumbent.raise(bound: 0.995 * cost, phase: "")
    #expect(clock.stopped == nil, "the bare roster is not as near")
    incumbent.offer(scene.good, phase: "")
    #expect(clock.stopped == .finished && clock.part(seconds: 5).stopped == .finished)
    #expect(incumbent.outcome(reason: .finished, solver: "").reason == .gapReached)
  }

  @Test("Work is counted once, however often best responses had their turn")
  func countsWorkOnce() throws {
    let scene = try Scene()
    let incumbent = scene.incumbent(scene.bare, workLimit: 1_000_000)
    var search = NeighbourhoodSearch(
      incumbent, .init(parts: PricePartSolver(), responses: .annealed(share: 0.9)), seed: 4)
    var clock = scene.clock(workLimit: 1_000_000)
    // Parts end some steps after their limit.
    let most = 2 * NeighbourhoodSearch.longestWork * RosterMendingTests.week.personCount
    for _ in 0..<8 {
      let before = clock.work
      try search.advance(clock: &clock, phase: "")
      #expect(clock.work > before && clock.work - before <= most)
    }
  }

  @Test("Of some dives the cheapest is mended unless one became the best, whoever betters that")
  func otherRosters() throws {
    let scene = try Scene()
    var others = OtherRosters(scene.roster)
    #expect(others.cheapest == nil)
    others.take(nil)
    others.take(OfferedRoster(lines: scene.bare, isBest: false))
    #expect(others.cheapest == scene.bare)
    others.take(OfferedRoster(lines: scene.good, isBest: false))
    others.take(OfferedRoster(lines: scene.bare, isBest: false))
    #expect(others.cheapest == scene.good)
    others.take(OfferedRoster(lines: scene.bare, isBest: true))
    #expect(others.cheapest == nil)
  }

  @Test("Mending ends once its roster is the best, and offers it")
  func mendingOffers() throws {
    let scene = try Scene()
    let incumbent = scene.incumbent(scene.bare, workLimit: 50_000)
    var clock = scene.clock(workLimit: 50_000)
    // Everybody at home: each part that is opened gains.
    let home = scene.bare.map { Line(options: Array(repeating: -1, count: $0.count)) }
    let start = scene.roster.isFeasible(home) ? home : scene.bare
    try RosterMending(incumbent: incumbent, parts: PricePartSolver()).run(
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
    try RosterMending(incumbent: incumbent, parts: PricePartSolver()).run(
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
    let race = NeighbourhoodRace(incumbent, .init(parts: PricePartSolver()), searchCount: 2)
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

  /// Comes to one roster from a first one, and from that to a third.
  private struct DetourSolver: PartSolver {
    let aimedSeconds = 0.1
    let start = StartPrices()
    let steps: [(from: [Line], to: [Line])]

    func lines(
      from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
      random: inout SeededGenerator, clock: inout ColumnClock
    ) throws -> [Line]? {
      clock.spend(10)
      guard let step = steps.first(where: { $0.from == value.lines }) else { return nil }
      // Parts that are too small for it gain nothing.
      let fits = zip(task.people, task.patterns).allSatisfy { $1.admits(step.to[$0].options) }
      let rest = Set(value.lines.indices).subtracting(task.people)
      guard fits, rest.allSatisfy({ step.to[$0] == value.lines[$0] }) else { return nil }
      return task.people.map { step.to[$0] }
    }
  }

  @Test("What a near miss leads to is found when parts of the best roster gain nothing")
  func nearMisses() throws {
    let scene = try Scene()
    // Local optima: best responses change nothing about them.
    var optima: [Incumbent.Value] = []
    for seed in 1...60 {
      let limits = SolverLimits(seed: UInt64(seed), workLimit: 60)
      let lines = try #require(
        SearchSolver(usesPrices: false).solve(Self.week, limits: limits).lines)
      var draft = RosterDraft(scene.roster, lines: lines)
      var work = WorkClock(SolverLimits(), isCancelled: { false })
      #expect(GreedySolver.polish(&draft, roundLimit: 50, clock: &work) { _, _ in })
      optima.append(
        Incumbent.Value(lines: draft.lines, cost: scene.roster.cost(of: draft.lines)))
    }
    optima.sort { $0.cost < $1.cost }
    let end = optima[0]
    let start = try #require(optima.first { $0.cost > end.cost + 1e-6 })
    let near = try #require(
      optima.first { $0.cost > start.cost + 1e-6 && $0.cost < start.cost * 1.01 })
    let parts = DetourSolver(steps: [(start.lines, near.lines), (near.lines, end.lines)])
    let incumbent = scene.incumbent(start.lines, workLimit: 20_000)
    let race = NeighbourhoodRace(incumbent, .init(parts: parts), searchCount: 2)
    var clock = scene.clock(workLimit: 20_000)
    try race.run(clock: &clock) { _, clock, search in try search(&clock, nil) }
    #expect(abs(incumbent.value.cost - end.cost) < 1e-6)
  }

  @Test("A near miss is handed out once, and only while the best roster is the same")
  func handsOutOnce() throws {
    let scene = try Scene()
    let incumbent = scene.incumbent(scene.good, workLimit: 20_000)
    let cost = incumbent.value.cost
    var search = NeighbourhoodSearch(incumbent, .init(parts: PricePartSolver()), seed: 1)
    #expect(search.takeNearMiss() == nil)
    search.remember(scene.bare, cost: cost * 1.002, base: cost)
    search.remember(scene.good, cost: cost * 1.001, base: cost)
    search.remember(scene.bare, cost: cost * 1.003, base: cost)
    search.remember(scene.bare, cost: cost, base: cost)
    #expect(search.takeNearMiss()?.cost == cost * 1.001)
    #expect(search.takeNearMiss() == nil)
    search.remember(scene.bare, cost: cost * 1.02, base: cost)
    #expect(search.takeNearMiss() == nil)
    search.remember(scene.bare, cost: cost * 1.002, base: cost * 1.001)
    #expect(search.takeNearMiss() == nil)
  }
}
