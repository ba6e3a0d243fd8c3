import LinearModel
import Rostering
import StaffOptTestSupport
import Synchronization
import Testing

@testable import RosterSolvers

@Suite("Rosters that went different ways are crossed")
struct CrossingTests {
  private static let week = RosterSamples.holiday(
    .init(agentCount: 8, dayCount: 7, lengthMinutes: [480]), seed: 17)

  private let roster = CompiledRoster(CrossingTests.week)
  private let limits = SolverLimits(workLimit: 1_000_000)

  /// Rosters of short searches, the cheapest first.
  private func optima(_ count: Int) throws -> [Incumbent.Value] {
    try (1...count).map { seed in
      let limits = SolverLimits(seed: UInt64(seed), workLimit: 200)
      let lines = try #require(
        SearchSolver(usesPrices: false).solve(Self.week, limits: limits).lines)
      return Incumbent.Value(lines: lines, cost: roster.cost(of: lines))
    }.sorted { $0.cost < $1.cost }
  }

  private func unlimitedClock() -> ColumnClock {
    ColumnClock(begin: .now, limit: nil, cancellation: Cancellation(), workLeft: limits.workLimit)
  }

  @Test(
    "The part between two rosters is open where they differ and some days about, nowhere else",
    arguments: [0, 1, 2])
  func partBetween(margin: Int) throws {
    let values = try optima(2)
    let (lines, other) = (values[0].lines, values[1].lines)
    let task = try #require(
      ColumnTask(roster, between: lines, and: other, margin: margin))
    #expect(task.people == lines.indices.filter { lines[$0] != other[$0] })
    var openDays: Set<Int> = []
    var openCount = 0
    for (index, person) in task.people.enumerated() {
      for day in lines[person].indices {
        let isNear = lines[person].indices.contains {
          abs($0 - day) <= margin && lines[person][$0] != other[person][$0]
        }
        if !task.patterns[index].isEmpty {
          #expect(
            task.patterns[index][day]
              == (isNear ? .free : DayChoice(fixing: lines[person][day])))
        }
        if isNear { openDays.insert(day) }
        openCount += isNear ? 1 : 0
      }
      #expect(task.patterns[index].admits(lines[person].options))
      #expect(task.patterns[index].admits(other[person].options))
    }
    #expect(task.openDays == openDays.sorted())
    #expect(task.openCount == openCount)
    #expect(ColumnTask(roster, between: lines, and: lines, margin: margin) == nil)
  }

  @Test("Units of what stands and of the open lines are those of the whole roster")
  func standingUnits() throws {
    let values = try optima(2)
    let lines = values[0].lines
    let task = try #require(
      ColumnTask(roster, between: lines, and: values[1].lines, margin: 1))
    var units = task.standingUnits
    var whole = roster.problem.rows.map(\.fixedUnits)
    for person in lines.indices {
      let contributions = roster.problem.contributions(ofPerson: person)
      for case (let day, let option?) in lines[person].enumerated() {
        for entry in contributions[option] {
          whole[entry.row] += entry.units
          if task.people.contains(person), task.openDays.contains(day) {
            units[entry.row] += entry.units
          }
        }
      }
    }
    #expect(units == whole)
  }

  @Test("Crossing with a better roster gains, and often comes to one at least as good")
  func comesToTheBetter() throws {
    let values = try optima(6)
    let good = values[0]
    var betters = 0
    var reached = 0
    for start in values.dropFirst() where start.cost > good.cost + 1e-6 {
      let incumbent = Incumbent(
        roster, lines: start.lines, limits: limits, begin: .now, progress: nil)
      var search = NeighbourhoodSearch(incumbent, .init(parts: PricePartSolver()), seed: 2)
      var clock = unlimitedClock()
      let isBetter = try search.cross(with: good.lines, clock: &clock)
      #expect(isBetter == (incumbent.value.cost < start.cost - 1e-9))
      #expect(roster.isFeasible(incumbent.value.lines))
      #expect(clock.work > 0)
      if isBetter { betters += 1 }
      if incumbent.value.cost <= good.cost + 1e-6 { reached += 1 }
    }
    #expect(betters > 0 && reached > 0)
  }

  @Test("Crossing a roster with itself takes nothing")
  func withItself() throws {
    let value = try optima(1)[0]
    let incumbent = Incumbent(
      roster, lines: value.lines, limits: limits, begin: .now, progress: nil)
    var search = NeighbourhoodSearch(incumbent, .init(parts: PricePartSolver()), seed: 2)
    var clock = unlimitedClock()
    #expect(try !search.cross(with: value.lines, clock: &clock))
    #expect(clock.work == 0)
  }

  /// Gains nothing, and notes the parts in which not everybody is open on the same
  /// days: those of crossings.
  private final class NotingSolver: PartSolver {
    let aimedSeconds = 0.1
    let start = StartPrices()
    private let noted = Mutex<[ColumnTask]>([])

    var crossings: [ColumnTask] { noted.withLock { $0 } }

    func lines(
      from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
      random: inout SeededGenerator, clock: inout ColumnClock
    ) throws -> [Line]? {
      clock.spend(10)
      if task.openCount < task.people.count * task.openDays.count {
        noted.withLock { $0.append(task) }
      }
      return nil
    }
  }

  @Test("What was mended in vain is kept, and crossed with the best roster and with others")
  func mendedInVain() throws {
    let values = try optima(8)
    let best = values[0]
    let dear = try #require(values.last { $0.cost > best.cost + 1e-6 })
    let mate = try #require(
      values.first { $0.cost > best.cost + 1e-6 && $0.lines != dear.lines })
    let parts = NotingSolver()
    let incumbent = Incumbent(
      roster, lines: best.lines, limits: limits, begin: .now, progress: nil)
    incumbent.keep(mate)
    var clock = unlimitedClock()
    try RosterMending(incumbent: incumbent, parts: parts).run(
      from: dear.lines, seed: 3, clock: &clock)
    func people(_ one: [Line], _ other: [Line]) -> [Int] {
      one.indices.filter { one[$0] != other[$0] }
    }
    let crossed = parts.crossings.map(\.people)
    #expect(crossed.contains(people(best.lines, dear.lines)))
    #expect(crossed.contains(people(mate.lines, dear.lines)))
    #expect(incumbent.value.lines == best.lines)
    #expect(incumbent.elite.map(\.lines) == [mate.lines, dear.lines])
  }

  @Test("Under a work limit crossing repeats itself, and keeps to its share")
  func repeatsItself() throws {
    let values = try optima(4)
    let dear = try #require(values.last { $0.cost > values[0].cost + 1e-6 })
    let results = try (0..<2).map { _ in
      let incumbent = Incumbent(
        roster, lines: values[0].lines, limits: limits, begin: .now, progress: nil)
      for value in values[1...] { incumbent.keep(value) }
      var clock = unlimitedClock()
      try RosterMending(incumbent: incumbent, parts: PricePartSolver()).run(
        from: dear.lines, seed: 3, clock: &clock)
      #expect(incumbent.value.cost <= values[0].cost)
      for kept in incumbent.elite {
        #expect(roster.isFeasible(kept.lines))
        #expect(kept.cost >= incumbent.value.cost)
        #expect(abs(kept.cost - roster.cost(of: kept.lines)) < 1e-6)
      }
      return (incumbent.value.lines, incumbent.elite.map(\.lines), clock.work)
    }
    #expect(results[0].0 == results[1].0)
    #expect(results[0].1 == results[1].1)
    #expect(results[0].2 == results[1].2)
    // Two shares of a small limit, and the part that ends each.
    let small = SolverLimits(workLimit: 1_000)
    let incumbent = Incumbent(
      roster, lines: values[0].lines, limits: small, begin: .now, progress: nil)
    for value in values[1...] { incumbent.keep(value) }
    var clock = ColumnClock(
      begin: .now, limit: nil, cancellation: Cancellation(), workLeft: small.workLimit)
    try RosterMending(incumbent: incumbent, parts: PricePartSolver()).run(
      from: dear.lines, seed: 3, clock: &clock)
    #expect(clock.work > 0 && clock.work < 600)
  }

  @Test("Rosters that differ by too much are not crossed")
  func tooLarge() throws {
    let year = RosterSamples.holiday(
      .init(agentCount: 3, dayCount: 120, lengthMinutes: [480]), seed: 5)
    let roster = CompiledRoster(year)
    let first = try #require(GreedySolver(roundLimit: 0).solve(year).lines)
    let other = try #require(GreedySolver(roundLimit: 3).solve(year).lines)
    try #require(first.indices.contains { first[$0] != other[$0] })
    let incumbent = Incumbent(
      roster, lines: first, limits: limits, begin: .now, progress: nil)
    var search = NeighbourhoodSearch(incumbent, .init(parts: PricePartSolver()), seed: 2)
    var clock = unlimitedClock()
    let task = try #require(ColumnTask(roster, between: first, and: other, margin: 1))
    _ = try search.cross(with: other, clock: &clock)
    #expect((clock.work == 0) == (task.openDays.count > 100))
  }

  @Test("A roster that costs the same takes the best one's place, once")
  func keeps() throws {
    let values = try optima(8)
    let incumbent = Incumbent(
      roster, lines: values[0].lines, limits: limits, begin: .now, progress: nil)
    let best = incumbent.value
    let dear = try #require(values.last { $0.cost > best.cost + 1e-6 })
    incumbent.keep(best)
    #expect(incumbent.elite.isEmpty, "it is the best")
    incumbent.keep(dear)
    #expect(incumbent.value.lines == best.lines && incumbent.elite.map(\.lines) == [dear.lines])
    let asGood = try #require(values.first { $0.lines != best.lines && $0.lines != dear.lines })
    incumbent.keep(Incumbent.Value(lines: asGood.lines, cost: best.cost))
    #expect(incumbent.value.lines == asGood.lines && incumbent.value.cost == best.cost)
    #expect(incumbent.elite.map(\.lines) == [dear.lines, best.lines])
    incumbent.keep(best)
    #expect(incumbent.value.lines == asGood.lines, "the search has been there")
  }

  @Test("The elite has no roster twice, and the dearest goes first")
  func elite() {
    func value(_ cost: Double) -> Incumbent.Value {
      Incumbent.Value(lines: [Line(options: [Int32(cost)])], cost: cost)
    }
    var elite = EliteRosters()
    for cost in [5.0, 9, 3, 5, 7, 8, 4, 6] { elite.add(value(cost)) }
    #expect(elite.values.map(\.cost) == [5, 3, 7, 8, 4, 6])
    elite.add(value(10))
    #expect(elite.values.map(\.cost) == [5, 3, 7, 8, 4, 6])
    elite.add(value(1))
    #expect(elite.values.map(\.cost) == [5, 3, 7, 4, 6, 1])
  }
}
