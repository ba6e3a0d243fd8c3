import LinearModel
import Rostering
import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Pricing everybody's lines")
struct LinePricerTests {
  /// What a pricer finds at one set of prices after the other, for everybody,
  /// for some and for few: what it remembers of earlier prices counts.
  private static func found(
    _ problem: RosterProblem, threadCount: Int, seed: UInt64
  ) -> [[Int32]] {
    let task = ColumnTask(CompiledRoster(problem))
    let layout = MasterLayout(task)
    let pricer = LinePricer(task, layout: layout, threadCount: threadCount)
    var random = SeededGenerator(seed: seed)
    var lines: [[Int32]] = []
    for turn in 0..<12 {
      let prices = layout.clamped(
        (0..<layout.rowCount).map { _ in 400 * random.unit() - 300 })
      let people: [Int]? =
        switch turn % 3 {
        case 0: nil
        case 1: task.people.indices.filter { $0 % 3 != turn % 2 }
        default: Array(task.people.indices.suffix(5))
        }
      let found = pricer.cheapestLines(at: prices, people: people)
      lines += found.map { $0?.line ?? [] }
    }
    return lines
  }

  @Test("Lines do not depend on the number of threads", arguments: 0..<8 as Range<UInt64>)
  func sameLinesOnEveryNumberOfThreads(seed: UInt64) {
    var generator = RosterProblemGenerator(seed: seed)
    generator.personCounts = 16...20
    generator.dayCounts = 38...42
    generator.optionCounts = 3...4
    var problem = generator.makeBlockProblem()
    // Counts that are kept by multipliers, which are remembered.
    for person in problem.lines.indices {
      for index in problem.lines[person].totals.indices
      where problem.lines[person].totals[index].rule == "count" {
        problem.lines[person].totals[index].most = 13 + person % 3
      }
      problem.lines[person].periods = []
    }
    let single = Self.found(problem, threadCount: 1, seed: seed)
    for threadCount in [2, 5] {
      let found = Self.found(problem, threadCount: threadCount, seed: seed)
      let differing = single.indices.count { found[$0] != single[$0] }
      #expect(differing == 0, "on \(threadCount) threads")
    }
  }
}
