import LinearModel
import Rostering
import StaffOptTestSupport
import Synchronization
import Testing

@testable import RosterSolvers

@Suite("The search's prices, without a linear program")
struct SearchPricesTests {
  private static let week = RosterSamples.holiday(
    .init(agentCount: 8, dayCount: 5, lengthMinutes: [480]), seed: 17)

  @Test("Proves a bound that is told while it runs and lies near the roster")
  func tellsBound() throws {
    let told = Mutex<[Double]>([])
    let outcome = solveChecked(
      SearchSolver(), Self.week, limits: SolverLimits(workLimit: 4_000),
      progress: { progress in
        if let bound = progress.bound { told.withLock { $0.append(bound) } }
      })
    let bound = try #require(outcome.bound)
    let cost = try #require(outcome.cost)
    #expect(bound <= cost + 1e-6 * cost)
    #expect(bound >= 0.75 * cost)
    let bounds = told.withLock { $0 }
    #expect(bounds.count > 1)
    #expect(bounds == bounds.sorted())
    #expect(bounds.last.map { $0 <= bound } == true)
  }

  @Test("Same seed and work, same outcome, however many run it at once")
  func repeatsItself() async {
    let limits = SolverLimits(seed: 5, workLimit: 1_500)
    let first = solveChecked(SearchSolver(), Self.week, limits: limits)
    // Four at a time compete for the cores, so threads meet in other orders.
    await withTaskGroup(of: SolverOutcome.self) { group in
      for _ in 0..<4 {
        group.addTask { SearchSolver().solve(Self.week, limits: limits) }
      }
      for await outcome in group { #expect(outcome == first) }
    }
  }

  @Test("The number of threads that price does not change prices or roster")
  func threadsDoNotMatter() throws {
    let roster = CompiledRoster(Self.week)
    let start = try #require(GreedySolver(roundLimit: 0).solve(Self.week).lines)
    var costs: [Double] = []
    var bounds: [Double?] = []
    for threads in [1, 2, 3] {
      let limits = SolverLimits(workLimit: 8_000)
      let incumbent = Incumbent(roster, lines: start, limits: limits, begin: .now, progress: nil)
      var clock = ColumnClock(
        begin: .now, limit: nil, cancellation: Cancellation(), workLeft: limits.workLimit)
      _ = try PricePhase(incumbent: incumbent, parts: PricePartSolver()).run(
        threadCount: threads, clock: &clock)
      costs.append(incumbent.value.cost)
      bounds.append(incumbent.bound)
    }
    #expect(Set(costs).count == 1 && Set(bounds).count == 1)
    #expect(costs[0] < roster.cost(of: start))
  }

  @Test("Long lines are not priced where there is work for a few steps only")
  func leavesFewSteps() throws {
    let problem = RosterSamples.holiday(
      .init(agentCount: 4, dayCount: 101, lengthMinutes: [480], isRich: false), seed: 5)
    let roster = CompiledRoster(problem)
    let lines = try #require(GreedySolver(roundLimit: 0).solve(problem).lines)
    func isPriced(work: Int) -> Bool {
      let incumbent = Incumbent(
        roster, lines: lines, limits: SolverLimits(workLimit: work), begin: .now, progress: nil)
      var clock = ColumnClock(
        begin: .now, limit: nil, cancellation: Cancellation(), workLeft: work)
      return PriceRoot(incumbent, threadCount: 1).climb(clock: &clock) != nil
    }
    #expect(!isPriced(work: 4 * 40))
    #expect(isPriced(work: 4 * 50))
  }

  @Test("Ends with a proof once the bound, rounded up for whole costs, is the cost")
  func endsWithProof() {
    var proven = 0
    for seed in 1...40 as ClosedRange<UInt64> {
      var generator = RosterProblemGenerator.tiny(seed: 70_000 + seed)
      let problem = generator.makeProblem()
      guard let best = RosterOracle(problem, rosterLimit: 3_000)?.bestCost else { continue }
      let outcome = solveChecked(
        SearchSolver(), problem, limits: SolverLimits(workLimit: 3_000), "seed \(seed)")
      // What is not proven uses up its work.
      guard outcome.reason == .optimal, let cost = outcome.cost else {
        #expect(outcome.reason == .workLimit, "seed \(seed)")
        continue
      }
      #expect((cost - best).magnitude <= 1e-6 * max(1, best.magnitude), "seed \(seed)")
      #expect(outcome.bound == cost)
      proven += 1
    }
    #expect(proven >= 5)
  }

  @Test("Parts start from the whole roster's prices of the rows they have")
  func pricesOfParts() throws {
    let roster = CompiledRoster(Self.week)
    let lines = try #require(GreedySolver().solve(Self.week).lines)
    let whole = MasterLayout(ColumnTask(roster))
    // Prices that tell rows apart.
    let prices = (0..<whole.rowCount).map { Double($0) }
    let book = PoolPrices(prices, of: whole, problem: roster.problem)
    let part = MasterLayout(
      ColumnTask(roster, people: [0, 2, 5], spans: [1..<3], lines: lines))
    let found = book.prices(in: part)
    #expect(found.count == part.rowCount)
    var compared = 0
    for row in roster.problem.rows.indices where part.rowOfCover[row] >= 0 {
      #expect(found[Int(part.rowOfCover[row])] == Double(whole.rowOfCover[row]))
      compared += 1
    }
    #expect(compared > 0 && compared < roster.problem.rows.count)
  }

  @Test("A part is never promised more than it can gain, and its lines keep the rules")
  func partsAreProven() throws {
    let roster = CompiledRoster(Self.week)
    let lines = try #require(GreedySolver(roundLimit: 0).solve(Self.week).lines)
    let value = Incumbent.Value(lines: lines, cost: roster.cost(of: lines))
    var gained = 0
    for first in 0..<3 {
      let task = ColumnTask(
        roster, people: Array(0..<8), spans: [first..<(first + 3)], lines: lines)
      var clock = ColumnClock(
        begin: .now, limit: nil, cancellation: Cancellation(), workLeft: nil)
      var random = SeededGenerator(seed: 3)
      let parts = PricePartSolver()
      let found = parts.lines(
        from: value, task: task, leastGain: 0.01, random: &random, clock: &clock)
      // Nobody can gain more than all that the roster costs.
      let impossible = parts.lines(
        from: value, task: task, leastGain: 2 * value.cost.magnitude, random: &random,
        clock: &clock)
      #expect(impossible == nil)
      guard let found else { continue }
      #expect(roster.isFeasible(found))
      for (old, new) in zip(lines, found) {
        #expect(old[..<first] == new[..<first] && old[(first + 3)...] == new[(first + 3)...])
      }
      if roster.cost(of: found) < value.cost { gained += 1 }
    }
    #expect(gained > 0)
  }
}
