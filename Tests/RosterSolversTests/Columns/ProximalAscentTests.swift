import LinearModel
import Rostering
import StaffOptTestSupport
import Testing

@testable import RosterSolvers

@Suite("Bounds by a proximal bundle")
struct ProximalAscentTests {
  private static func ascent(
    _ problem: RosterProblem, threadCount: Int = 1
  ) -> (ProximalAscent, ColumnMaker) {
    let task = ColumnTask(CompiledRoster(problem))
    let layout = MasterLayout(task)
    let maker = ColumnMaker(task: task, layout: layout)
    let ascent = ProximalAscent(
      LinePricer(task, layout: layout, threadCount: threadCount),
      startingAt: Array(repeating: 0, count: layout.rowCount), maker: maker)
    return (ascent, maker)
  }

  private static func clock(work: Int = 100_000) -> ColumnClock {
    ColumnClock(begin: .now, limit: nil, cancellation: Cancellation(), workLeft: work)
  }

  /// What shares of lines cost: no solution of the linear program costs less
  /// than the bound, and none that costs as little can be bettered.
  private static func cost(of mixture: LineMixture, _ maker: ColumnMaker) -> Double {
    var cost = maker.layout.poolCost(maker.heads(of: mixture))
    for (person, shares) in mixture.shares.enumerated() {
      for share in shares {
        let column = maker.column(Line(options: share.line), person: person)
        cost += share.weight * column.ownCost
      }
    }
    return cost
  }

  private static let holiday = RosterSamples.holiday(
    .init(agentCount: 12, dayCount: 5, lengthMinutes: [480]), seed: 11)

  @Test("The bound is the linear program's: shares of lines cost as much")
  func reachesLinearProgram() throws {
    for seed in 0..<4 as Range<UInt64> {
      let problem = RosterSamples.holiday(
        .init(agentCount: 12, dayCount: 5, lengthMinutes: [480]), seed: seed)
      var (ascent, maker) = Self.ascent(problem)
      var clock = Self.clock()
      var told: [Double] = []
      #expect(ascent.climb(1_000, target: 1e6, clock: &clock) { told.append($0) })
      #expect(clock.stopped == nil && ascent.hasConverged)
      #expect(told == told.sorted() && told.last == ascent.bestBound)
      let shares = ascent.mixture.shares.map { $0.reduce(0) { $0 + $1.weight } }
      #expect(shares.allSatisfy { abs($0 - 1) < 1e-6 })
      let cost = Self.cost(of: ascent.mixture, maker)
      #expect(cost >= ascent.bestBound - 1e-6 * cost, "seed \(seed)")
      #expect(cost <= ascent.bestBound + 2e-3 * cost, "seed \(seed)")
    }
  }

  @Test("Narrowed, it keeps to the patterns, and the bound falls only by what steps lack")
  func narrows() throws {
    var (ascent, maker) = Self.ascent(Self.holiday)
    var clock = Self.clock()
    #expect(ascent.climb(1_000, target: 1e6, clock: &clock))
    let free = ascent.bestBound
    var patterns = maker.task.patterns
    let dayCount = Self.holiday.dayCount
    let fixed = try #require(ascent.mixture.heaviestLine(of: 3))
    patterns[3].fix(fixed, days: 0..<dayCount, dayCount: dayCount)
    let other = try #require(ascent.mixture.heaviestLine(of: 5))
    patterns[5].fix(other, days: 1..<3, dayCount: dayCount)
    ascent.narrow(to: patterns)
    for person in [3, 5] {
      let shares = ascent.mixture.shares[person]
      #expect(shares.allSatisfy { patterns[person].admits($0.line) })
      #expect(abs(shares.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
    }
    #expect(ascent.climb(200, target: 1e6, clock: &clock))
    #expect(ascent.mixture.shares[3].map(\.line) == [fixed])
    #expect(ascent.mixture.shares[5].allSatisfy { patterns[5].admits($0.line) })
    #expect(ascent.bestBound >= free - 1e-3 * abs(free))
  }

  @Test("A cutoff ends it, and a brief one ends no later")
  func ends() {
    var (whole, _) = Self.ascent(Self.holiday)
    var clock = Self.clock()
    #expect(whole.climb(1_000, target: 1e6, clock: &clock))
    let work = clock.work
    var (brief, _) = Self.ascent(Self.holiday)
    clock = Self.clock()
    #expect(brief.climb(1_000, target: 1e6, isBrief: true, clock: &clock))
    #expect(clock.work <= work)
    #expect(brief.bestBound >= whole.bestBound - 1e-3 * abs(whole.bestBound))
    var (cut, _) = Self.ascent(Self.holiday)
    clock = Self.clock()
    let cutoff = 0.9 * whole.bestBound
    #expect(cut.climb(1_000, target: 1e6, cutoff: cutoff, clock: &clock))
    #expect(cut.bestBound > cutoff && !cut.hasConverged)
    #expect(clock.work < work / 2)
  }

  @Test("Where the best roster costs nothing it ends, too")
  func convergesAtNothing() throws {
    let problem = RosterProblem(
      dayCount: 4, options: [], optionsOfDay: Array(repeating: 0..<0, count: 4),
      lines: Array(repeating: LineRules(dayCount: 4, optionCount: 0), count: 3),
      coverClassOfPerson: [0, 0, 0], contributions: [CoverContributions()], unitsPerHead: 1,
      rows: [], pools: [])
    var (ascent, _) = Self.ascent(problem)
    var clock = Self.clock()
    #expect(ascent.climb(1_000, target: 0, clock: &clock))
    #expect(ascent.bestBound == 0 && ascent.hasConverged)
    #expect(clock.work < 100)
  }

  @Test("Threads change neither bound nor shares")
  func threadsDoNotMatter() {
    var bounds: Set<Double> = []
    var shares: [[[Double]]] = []
    for threads in 1...3 {
      var (ascent, _) = Self.ascent(Self.holiday, threadCount: threads)
      var clock = Self.clock(work: 600)
      #expect(ascent.climb(1_000, target: 1e6, clock: &clock))
      bounds.insert(ascent.bestBound)
      shares.append(ascent.mixture.shares.map { $0.map(\.weight) })
    }
    #expect(bounds.count == 1)
    #expect(shares[0] == shares[1] && shares[1] == shares[2])
  }
}
