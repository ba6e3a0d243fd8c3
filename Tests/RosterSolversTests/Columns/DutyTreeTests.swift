import LinearModel
import Rostering
import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Branching on people on duty")
struct DutyTreeTests {
  private static func clock(work: Int) -> ColumnClock {
    ColumnClock(begin: .now, limit: nil, cancellation: Cancellation(), workLeft: work)
  }

  /// What a tree over a problem comes to.
  private struct Growth {
    var linearBound: Double
    var bound: Double
    var cost: Double
  }

  /// Grows a tree until it ends; nil if somebody has no line.
  private static func grow(_ problem: RosterProblem, work: Int) -> Growth? {
    let roster = CompiledRoster(problem)
    guard let lines = GreedySolver().solve(problem).lines else { return nil }
    let incumbent = Incumbent(
      roster, lines: lines, limits: SolverLimits(), begin: .now, progress: nil)
    let root = PriceRoot(incumbent, threadCount: 1)
    var clock = clock(work: work)
    guard let ascent = root.climb(clock: &clock), var tree = DutyTree(root, from: ascent)
    else { return nil }
    while clock.stopped == nil, tree.grow(clock: &clock) {}
    return Growth(
      linearBound: ascent.bestBound, bound: incumbent.bound ?? -.infinity,
      cost: incumbent.value.cost)
  }

  @Test("The bound never exceeds the cost of the best roster", arguments: 0..<2)
  func staysBelowTheOptimum(block: UInt64) throws {
    var tried = 0
    var seed = block * 1_000
    while tried < 40 {
      seed += 1
      var generator = RosterProblemGenerator.tiny(seed: seed)
      let problem = generator.makeProblem()
      guard let best = RosterOracle(problem, rosterLimit: 3_000)?.bestCost,
        let growth = Self.grow(problem, work: 2_000)
      else { continue }
      tried += 1
      #expect(growth.bound <= best + 1e-6 * max(1, abs(best)), "seed \(seed)")
      #expect(growth.bound >= growth.linearBound - 1e-9 * abs(best), "seed \(seed)")
    }
  }

  @Test("Where the linear program has fractions on duty, it proves more")
  func provesMore() throws {
    var higher = 0
    for seed in 0..<6 as Range<UInt64> {
      let problem = RosterSamples.holiday(
        .init(agentCount: 6, dayCount: 3, lengthMinutes: [480]), seed: seed)
      let growth = try #require(Self.grow(problem, work: 20_000))
      #expect(growth.bound <= growth.cost)
      if growth.bound > growth.linearBound + 1e-3 * abs(growth.cost) { higher += 1 }
    }
    #expect(higher >= 2, "\(higher) of 6")
  }

  @Test("At any prices, limits add nothing to rosters that keep them, and charge others")
  func limitsAreRelaxed() throws {
    let problem = RosterSamples.holiday(
      .init(agentCount: 6, dayCount: 3, lengthMinutes: [480]), seed: 3)
    let roster = CompiledRoster(problem)
    let lines = try #require(GreedySolver().solve(problem).lines)
    let task = ColumnTask(roster)
    var layout = MasterLayout(task).countingDuty(of: task)
    let duty = try #require(layout.duty)
    var counts = [Int](repeating: 0, count: duty.count)
    for (person, line) in lines.enumerated() {
      let coverClass = roster.tables.classOfPerson[person]
      for (day, option) in line.enumerated() where option != nil {
        counts[duty.row(ofClass: coverClass, day: day) - duty.firstRow] += 1
      }
    }
    #expect(zip(counts, duty.people).allSatisfy { $0 <= $1 })
    let limited = try #require(duty.rows.first { counts[$0 - duty.firstRow] > 0 })
    let count = counts[limited - duty.firstRow]
    let most = duty.people[limited - duty.firstRow]
    var random = SeededGenerator(seed: 5)
    /// The least that the pools and limits let the lines cost at random prices.
    func bound(_ layout: MasterLayout) -> Double {
      let maker = ColumnMaker(task: task, layout: layout)
      let prices = layout.clamped(
        (0..<layout.rowCount).map { _ in Double.random(in: -500...500, using: &random) })
      return layout.poolBound(prices)
        + lines.indices.reduce(0) { sum, person in
          sum + maker.column(lines[person], person: person).cost(at: prices)
        }
    }
    let cost = roster.cost(of: lines)
    for range in [0...count, count...most, count...count, 0...most] {
      layout.limitDuty(onRow: limited, to: range, price: 400)
      for _ in 0..<20 { #expect(bound(layout) <= cost + 1e-6 * abs(cost)) }
    }
    // A head too many is charged at the price of the row.
    layout.limitDuty(onRow: limited, to: 0...(count - 1), price: 400)
    var prices = [Double](repeating: 0, count: layout.rowCount)
    prices = layout.clamped(prices)
    let maker = ColumnMaker(task: task, layout: layout)
    let columns = lines.indices.map { maker.column(lines[$0], person: $0) }
    func total(_ prices: [Double]) -> Double {
      layout.poolBound(prices) + columns.reduce(0) { $0 + $1.cost(at: prices) }
    }
    let free = total(prices)
    prices[limited] = 400
    #expect(abs(total(prices) - free - 400) < 1e-6)
  }
}
