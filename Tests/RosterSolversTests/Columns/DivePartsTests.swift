import LinearModel
import Rostering
import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Parts of a dive")
struct DivePartsTests {
  private static func maker(seed: UInt64) -> (CompiledRoster, ColumnMaker) {
    let problem = RosterSamples.holiday(
      .init(agentCount: 4, dayCount: 4, lengthMinutes: [480]), seed: seed)
    let roster = CompiledRoster(problem)
    let task = ColumnTask(roster)
    return (roster, ColumnMaker(task: task, layout: MasterLayout(task)))
  }

  @Test("Shares of the same line add up, and the heaviest line is found")
  func sharesAddUp() throws {
    var mixture = LineMixture(personCount: 1)
    #expect(mixture.heaviestLine(of: 0) == nil && mixture.heaviestLines == nil)
    mixture.add([1, -1], weight: 0.4, person: 0)
    mixture.add([2, 3], weight: 0.3, person: 0)
    mixture.add([2, 3], weight: 0.3, person: 0)
    #expect(mixture.shares[0].map(\.line) == [[1, -1], [2, 3]])
    #expect(mixture.heaviestLine(of: 0) == [2, 3])
  }

  @Test("Nobody is fixed where the mixture's heads, rounded up, are there already")
  func partsFitTogether() throws {
    let (roster, maker) = Self.maker(seed: 3)
    let draft = GreedySolver().solve(
      roster, limits: SolverLimits(workLimit: 50), start: nil, progress: nil,
      isCancelled: { false })
    let lines = try #require(draft.lines)
    // Two people of one cover class who could both take a line, each half.
    let people = maker.task.people
    let working = try #require(people.first { lines[$0].contains { $0 != nil } })
    let line = lines[working].options
    let off = [Int32](repeating: -1, count: line.count)
    var mixture = LineMixture(personCount: people.count)
    for person in people.indices {
      mixture.add(off, weight: person == working ? 0.4 : 1, person: person)
    }
    mixture.add(line, weight: 0.6, person: working)
    var parts = DiveParts(maker, length: 7)
    let next = parts.next(mixture, share: 1, sureWeight: 0.9)
    #expect(next.map(\.person) == [working])
    #expect(next.allSatisfy { $0.line == line })
    // Once everybody has one line, nothing is open.
    var settled = LineMixture(personCount: people.count)
    for person in people.indices {
      settled.add(lines[people[person]].options, weight: 1, person: person)
    }
    #expect(parts.next(settled, share: 1, sureWeight: 0.9).isEmpty)
  }

  @Test("A dive without a linear program ends in a roster above the bound")
  func priceDive() throws {
    for seed in 0..<6 as Range<UInt64> {
      let (roster, maker) = Self.maker(seed: seed)
      let pricer = LinePricer(maker.task, layout: maker.layout, threadCount: 1)
      var ascent = ProximalAscent(
        pricer, startingAt: Array(repeating: 0, count: maker.layout.rowCount), maker: maker)
      var clock = ColumnClock(
        begin: .now, limit: nil, cancellation: Cancellation(),
        workLeft: 4_000)
      let target = 1e5
      let hasLines = ascent.climb(100, target: target, clock: &clock)
      #expect(hasLines)
      let bound = ascent.bestBound
      // The task has everybody on all days: nothing of the rest is looked at.
      let off = Line(repeating: nil, count: roster.problem.dayCount)
      let found = PriceDive().run(
        &ascent, maker: maker, target: target,
        within: Array(repeating: off, count: roster.problem.personCount), clock: &clock)
      let lines = try #require(found)
      #expect(roster.isFeasible(lines), "seed \(seed)")
      #expect(roster.cost(of: lines) >= bound - 1e-6 * abs(bound), "seed \(seed)")
    }
  }

  @Test("A column names each row once, also where days far apart do the same work")
  func rowsOnce() throws {
    var plan = PlanSamples.plan(
      days: 5, people: 1,
      patterns: [ShiftPattern(name: "S", startMinutes: [480], lengthMinutes: [240])])
    let hours = (0..<5).flatMap { day in (8..<12).map { day * 24 + $0 } }
    for hour in hours { plan.need.agents[0][hour] = 0.5 }
    plan.need.atOnce = plan.need.agents.map { $0.map { _ in 0 } }
    plan.need.deferredWork = [DeferredWork(skill: 0, hours: 10, intervals: hours)]
    var problem = ProblemCompiler(plan: plan).compile().problem
    let pool = try #require(problem.pools.first { $0.spansTime })
    // Rows that serve nothing but the work are one row of the master.
    for row in pool.rows {
      problem.rows[row].targets = problem.rows[row].targets.filter { target in
        pool.rows.allSatisfy { problem.rows[$0].targets.contains(target) }
      }
    }
    let task = ColumnTask(CompiledRoster(problem))
    let maker = ColumnMaker(task: task, layout: MasterLayout(task))
    let line = (0..<5).map { problem.optionsOfDay[$0].first }
    var visited: [Int: Double] = [:]
    var visits = 0
    maker.visit(line.options, person: 0, days: task.spans) { row, amount in
      visited[row, default: 0] += amount
      visits += 1
    }
    let column = maker.column(line.options, person: 0, ownCost: 0)
    #expect(visits > visited.count, "no row is met twice")
    #expect(column.rows.count == visited.count)
    for (row, heads) in zip(column.rows, column.heads) { #expect(visited[Int(row)] == heads) }
  }

  @Test("Days between two windows stay as they are")
  func twoWindows() throws {
    let (roster, _) = Self.maker(seed: 9)
    let lines = try #require(
      GreedySolver().solve(
        roster, limits: SolverLimits(workLimit: 50), start: nil, progress: nil,
        isCancelled: { false }
      ).lines)
    let task = ColumnTask(roster, people: [0, 2], spans: [0..<1, 3..<4], lines: lines)
    #expect(task.openDays == [0, 3])
    for (index, person) in task.people.enumerated() {
      for day in 0..<4 {
        let choice = task.patterns[index][day]
        #expect(
          choice == ([0, 3].contains(day) ? .free : DayChoice(fixing: lines[person][day])))
      }
    }
    // What stands and what the open parts bring is the cover of the roster.
    let layout = MasterLayout(task)
    var heads = layout.standing
    let maker = ColumnMaker(task: task, layout: layout)
    for (index, person) in task.people.enumerated() {
      let column = maker.column(lines[person], person: index)
      for entry in column.rows.indices { heads[Int(column.rows[entry])] += column.heads[entry] }
    }
    let whole = MasterLayout(ColumnTask(roster))
    let wholeMaker = ColumnMaker(task: ColumnTask(roster), layout: whole)
    var all = whole.standing
    for (person, line) in lines.enumerated() {
      let column = wholeMaker.column(line, person: person)
      for entry in column.rows.indices { all[Int(column.rows[entry])] += column.heads[entry] }
    }
    let cost = whole.poolCost(all)
    #expect(abs(layout.poolCost(heads) - cost) < 1e-6 * max(1, abs(cost)))
  }
}
