import LinearModel
import Rostering
import StaffOptTestSupport
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

  private func clock() -> ColumnClock {
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
    for (index, person) in task.people.enumerated() {
      for day in lines[person].indices {
        let isNear = lines[person].indices.contains {
          abs($0 - day) <= margin && lines[person][$0] != other[person][$0]
        }
        #expect(
          task.patterns[index][day]
            == (isNear ? .free : DayChoice(fixing: lines[person][day])))
        if isNear { #expect(task.openDays.contains(day)) }
      }
      #expect(task.patterns[index].admits(lines[person].options))
      #expect(task.patterns[index].admits(other[person].options))
    }
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

  @Test("Crossing with a better roster comes to one at least as good, and stays feasible")
  func comesToTheBetter() throws {
    let values = try optima(6)
    let good = values[0]
    var betters = 0
    for start in values.dropFirst() where start.cost > good.cost + 1e-6 {
      let incumbent = Incumbent(
        roster, lines: start.lines, limits: limits, begin: .now, progress: nil)
      var search = NeighbourhoodSearch(incumbent, parts: PricePartSolver(), seed: 2)
      var clock = clock()
      let isBetter = try search.cross(with: good.lines, clock: &clock)
      #expect(isBetter == (incumbent.value.cost < start.cost - 1e-9))
      #expect(roster.isFeasible(incumbent.value.lines))
      #expect(clock.work > 0)
      if isBetter { betters += 1 }
    }
    #expect(betters > 0)
  }

  @Test("Crossing a roster with itself takes nothing")
  func withItself() throws {
    let value = try optima(1)[0]
    let incumbent = Incumbent(
      roster, lines: value.lines, limits: limits, begin: .now, progress: nil)
    var search = NeighbourhoodSearch(incumbent, parts: PricePartSolver(), seed: 2)
    var clock = clock()
    #expect(try !search.cross(with: value.lines, clock: &clock))
    #expect(clock.work == 0)
  }

  @Test("What was mended in vain is crossed with the best roster and kept for others")
  func mendedInVain() throws {
    let values = try optima(6)
    let incumbent = Incumbent(
      roster, lines: values[0].lines, limits: limits, begin: .now, progress: nil)
    let dear = try #require(values.last { $0.cost > values[0].cost + 1e-6 })
    var clock = clock()
    try RosterMending(incumbent: incumbent, parts: PricePartSolver()).run(
      from: dear.lines, seed: 3, clock: &clock)
    #expect(incumbent.value.cost <= values[0].cost)
    for kept in incumbent.elite {
      #expect(roster.isFeasible(kept.lines))
      #expect(kept.cost >= incumbent.value.cost)
      #expect(abs(kept.cost - roster.cost(of: kept.lines)) < 1e-6)
    }
  }

  @Test("A roster that costs the same takes the place of the best one, which is kept")
  func exchanges() throws {
    let values = try optima(6)
    let incumbent = Incumbent(
      roster, lines: values[0].lines, limits: limits, begin: .now, progress: nil)
    let best = incumbent.value
    #expect(!incumbent.exchange(best), "it is the same")
    let dear = try #require(values.last { $0.cost > best.cost + 1e-6 })
    #expect(!incumbent.exchange(dear), "it is dearer")
    #expect(incumbent.value.lines == best.lines && incumbent.elite.isEmpty)
    #expect(incumbent.exchange(Incumbent.Value(lines: dear.lines, cost: best.cost)))
    #expect(incumbent.value.lines == dear.lines && incumbent.value.cost == best.cost)
    #expect(incumbent.elite.map(\.lines) == [best.lines])
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
