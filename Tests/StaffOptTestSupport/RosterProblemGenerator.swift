import RosterSolvers
import Rostering

/// Makes tiny random roster problems that use every primitive, for comparison
/// with brute force. The same seed makes the same problem.
public struct RosterProblemGenerator {
  private var random: SeededGenerator
  /// Days of the horizon are drawn from this range.
  public var dayCounts = 2...5
  /// Options of a day are drawn from this range.
  public var optionCounts = 0...4
  /// People are drawn from this range.
  public var personCounts = 1...3

  /// A generator with a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A generator of problems with so few rosters that all can be tried.
  public static func tiny(seed: UInt64) -> RosterProblemGenerator {
    var generator = RosterProblemGenerator(seed: seed)
    generator.dayCounts = 2...4
    generator.optionCounts = 0...3
    return generator
  }

  /// The next problem.
  public mutating func makeProblem() -> RosterProblem {
    let dayCount = pick(dayCounts)
    var options: [ShiftOption] = []
    var optionsOfDay: [Range<Int>] = []
    for day in 0..<dayCount {
      let first = options.count
      for pattern in 0..<pick(optionCounts) {
        let start = day * 1_440 + [0, 360, 480, 600, 840, 1_320][random.index(below: 6)]
        let length = [240, 480, 600, 1_440][random.index(below: 4)]
        options.append(
          ShiftOption(
            day: day, pattern: pattern % 2, minutes: start..<(start + length), breaks: []))
      }
      optionsOfDay.append(first..<options.count)
    }
    let cover = makeCover(options: options, dayCount: dayCount)
    let lines = (0..<pick(personCounts)).map { _ in
      makeRules(dayCount: dayCount, options: options, optionsOfDay: optionsOfDay)
    }
    return RosterProblem(
      dayCount: dayCount, options: options, optionsOfDay: optionsOfDay, lines: lines,
      coverClassOfPerson: lines.map { _ in random.index(below: cover.contributions.count) },
      contributions: cover.contributions, unitsPerHead: 2, rows: cover.rows, pools: cover.pools)
  }

  /// Prices for options and days off, some of them below zero.
  public mutating func makePrices(count: Int) -> [Double] {
    (0..<count).map { _ in Double(random.index(below: 41) - 24) / 2 }
  }

  /// A pattern that leaves some days free and restricts others.
  public mutating func makePattern(for problem: RosterProblem) -> LinePattern {
    problem.optionsOfDay.map { options in
      switch random.index(below: 5) {
      case 0: .off
      case 1 where !options.isEmpty:
        .option(options.lowerBound + random.index(below: options.count))
      case 2: .among(options.filter { _ in random.chance(0.5) }, mayBeOff: random.chance(0.5))
      default: .free
      }
    }
  }

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.index(below: range.count)
  }

  // MARK: Line rules

  private mutating func makeRules(
    dayCount: Int, options: [ShiftOption], optionsOfDay: [Range<Int>]
  ) -> LineRules {
    var rules = LineRules(dayCount: dayCount, optionCount: options.count)
    rules.allowed = optionsOfDay.map { $0.filter { _ in random.chance(0.9) } }
    rules.mayBeOff = (0..<dayCount).map { _ in random.chance(0.95) }
    rules.successions = [oneAtATime(options)]
    for _ in 0..<random.index(below: 3) { rules.successions.append(makeSuccession(options)) }
    for _ in 0..<random.index(below: 3) { rules.runs.append(makeRun(options)) }
    for _ in 0..<random.index(below: 3) { rules.totals.append(makeTotal(options, dayCount)) }
    for _ in 0..<random.index(below: 3) { rules.totalPrices.append(makeTotalPrice(options)) }
    for _ in 0..<random.index(below: 3) { rules.periods.append(makePeriod(options, dayCount)) }
    rules.optionCost = makePrices(count: options.count)
    rules.dayOffCost = makePrices(count: dayCount).map { max(0, $0) }
    rules.constantCost = Double(random.index(below: 5))
    return rules
  }

  private mutating func makeMask(_ options: [ShiftOption]) -> OptionMask {
    switch random.index(below: 3) {
    case 0: options.map { _ in true }
    case 1: options.map { $0.pattern == 0 }
    default: options.map { _ in random.chance(0.5) }
    }
  }

  /// Nobody works two shifts within one half day, so that no line puts units on
  /// a row twice.
  private func oneAtATime(_ options: [ShiftOption]) -> Succession {
    let all = options.map { _ in true }
    return Succession(
      first: all, next: all,
      readyMinute: options.map { ($0.minutes.upperBound + 719) / 720 * 720 },
      rule: "one-at-a-time")
  }

  private mutating func makeSuccession(_ options: [ShiftOption]) -> Succession {
    let rest = [0, 480, 660, 2_160][random.index(below: 4)]
    return Succession(
      first: makeMask(options), next: makeMask(options),
      readyMinute: options.map {
        $0.minutes.upperBound + rest + (random.chance(0.2) ? 720 : 0)
      },
      historyReadyMinute: random.chance(0.5) ? .min : random.index(below: 1_500),
      rule: "succession")
  }

  private mutating func makeRun(_ options: [ShiftOption]) -> RunLimit {
    let least = 1 + random.index(below: 3)
    let most = random.chance(0.3) ? Int.max : least + random.index(below: 3)
    return RunLimit(
      members: makeMask(options), includesDaysOff: random.chance(0.3), least: least,
      most: most, historyRun: random.index(below: 4), isHistoryOpen: random.chance(0.5),
      rule: "run")
  }

  private mutating func makeTotal(_ options: [ShiftOption], _ dayCount: Int) -> TotalLimit {
    let first = random.index(below: dayCount)
    let days =
      random.chance(0.5)
      ? 0..<dayCount : first..<(first + 1 + random.index(below: dayCount - first))
    let least = random.chance(0.5) ? 0 : random.index(below: 2 * days.count + 1)
    let most = random.chance(0.4) ? Int.max : least + random.index(below: 2 * days.count)
    return TotalLimit(
      weights: options.map { _ in random.index(below: 4) }, days: days,
      history: random.index(below: 3), least: least, most: most, rule: "total")
  }

  private mutating func makeConvexPrices() -> [Double] {
    var slope = Double(random.index(below: 9) - 4)
    var prices = [Double(random.index(below: 3))]
    for _ in 0..<(1 + random.index(below: 4)) {
      prices.append((prices.last ?? 0) + slope)
      slope += Double(random.index(below: 4))
    }
    return prices
  }

  private mutating func makeTotalPrice(_ options: [ShiftOption]) -> TotalPrice {
    TotalPrice(
      weights: options.map { _ in random.index(below: 4) }, step: 1 + random.index(below: 3),
      prices: makeConvexPrices(), part: .fairness)
  }

  private mutating func makePeriod(_ options: [ShiftOption], _ dayCount: Int) -> PeriodLimit {
    var periods: [[Int]] = []
    var day = random.index(below: 2)
    while day < dayCount {
      let length = 1 + random.index(below: 3)
      periods.append(Array(day..<min(day + length, dayCount)))
      day += length + random.index(below: 2)
    }
    return PeriodLimit(
      periods: periods, members: makeMask(options),
      isTouchedBefore: periods.indices.map { $0 == 0 && random.chance(0.3) },
      most: random.chance(0.5) ? Int.max : 1 + random.index(below: 2),
      prices: random.chance(0.5) ? [] : makeConvexPrices(), rule: "period")
  }

  // MARK: Cover

  private struct Cover {
    var contributions: [CoverContributions] = []
    var rows: [CoverRow] = []
    var pools: [CoverPool] = []
  }

  /// A pool a half day, with one to three rows, and sometimes a pool that
  /// counts heads of a whole day.
  private mutating func makeCover(options: [ShiftOption], dayCount: Int) -> Cover {
    var cover = Cover()
    let rowsPerPool = 1 + random.index(below: 3)
    let targetCount = 1 + random.index(below: 3)
    for _ in 0..<(2 * dayCount) {
      let targets = (0..<targetCount).map { index in
        CoverTarget(
          kind: .need(skill: index, interval: cover.pools.count),
          neededUnits: Double(random.index(below: 5)), price: makeCoverPrice())
      }
      let first = cover.rows.count
      for _ in 0..<rowsPerPool {
        var served = (0..<targetCount).filter { _ in random.chance(0.6) }
        if served.isEmpty { served = [random.index(below: targetCount)] }
        cover.rows.append(
          CoverRow(fixedUnits: random.chance(0.2) ? random.index(below: 4) : 0, targets: served))
      }
      cover.pools.append(CoverPool(rows: first..<cover.rows.count, targets: targets))
    }
    let dayRows = cover.rows.count
    if random.chance(0.5) {
      for day in 0..<dayCount {
        let row = cover.rows.count
        cover.rows.append(CoverRow(targets: [0]))
        cover.pools.append(
          CoverPool(
            rows: row..<(row + 1),
            targets: [
              CoverTarget(kind: .rampUp(day: day), neededUnits: 1, price: makeCoverPrice())
            ]))
      }
    }
    for _ in 0..<(1 + random.index(below: 3)) {
      let rowInPool = random.index(below: rowsPerPool)
      let unit = 1 + random.index(below: 2)
      var contributions = CoverContributions()
      for option in options {
        var entries: [CoverEntry] = []
        for half in 0..<(2 * dayCount) {
          let span = (half * 720)..<((half + 1) * 720)
          let minutes = span.clamped(to: option.minutes).count
          if minutes >= 240 {
            entries.append(
              CoverEntry(
                row: half * rowsPerPool + rowInPool, units: minutes >= 480 ? 2 * unit : unit))
          }
        }
        if dayRows < cover.rows.count {
          entries.append(CoverEntry(row: dayRows + option.day, units: 2))
        }
        contributions.append(entries)
      }
      cover.contributions.append(contributions)
    }
    return cover
  }

  private mutating func makeCoverPrice() -> CoverPrice {
    var slope = -Double(random.index(below: 12))
    var prices = [Double(random.index(below: 20))]
    for _ in 0..<(1 + random.index(below: 4)) {
      prices.append((prices.last ?? 0) + slope)
      slope += Double(random.index(below: 6))
    }
    return CoverPrice(step: 1 + random.index(below: 3), prices: prices)
  }
}

extension RosterProblemGenerator {
  /// The next problem whose rules have the form of blocks: runs of work and of
  /// days off, one total, counts of shifts, weekends, successions from day to
  /// day.
  public mutating func makeBlockProblem() -> RosterProblem {
    var problem = makeProblem()
    for person in problem.lines.indices { makeBlocks(of: &problem.lines[person], problem) }
    return problem
  }

  private mutating func makeBlocks(of rules: inout LineRules, _ problem: RosterProblem) {
    let options = problem.options
    let all = options.map { _ in true }
    rules.totalPrices = []
    let after = options.map { _ in random.chance(0.5) }
    let next = options.map { _ in random.chance(0.5) }
    rules.successions = [
      Succession(
        first: after, next: next, readyMinute: options.map { ($0.day + 2) * 1_440 },
        historyReadyMinute: random.chance(0.2) ? 1_440 : .min, rule: "succession")
    ]
    let worked = random.index(below: 3)
    let isOpen = random.chance(0.5)
    let least = 1 + random.index(below: 3)
    rules.runs = [
      RunLimit(
        members: all, least: least, most: least + random.index(below: 3), historyRun: worked,
        isHistoryOpen: isOpen, rule: "work"),
      RunLimit(
        members: all.map { _ in false }, includesDaysOff: true, least: 1 + random.index(below: 3),
        historyRun: worked > 0 ? 0 : random.index(below: 3), isHistoryOpen: isOpen, rule: "off"),
    ]
    let shift = [2, 3, 4][random.index(below: 3)]
    let wide = random.chance(0.5)
    rules.totals = [
      TotalLimit(
        weights: options.map { _ in wide ? shift + random.index(below: 3) : shift },
        days: 0..<problem.dayCount, history: random.index(below: 2),
        least: random.index(below: 2 * problem.dayCount), most: 1 + 3 * problem.dayCount,
        rule: "hours")
    ]
    for kind in 0..<random.index(below: 3) {
      rules.totals.append(
        TotalLimit(
          weights: options.map { $0.pattern == kind ? 1 : 0 }, days: 0..<problem.dayCount,
          most: random.index(below: 3), rule: "count"))
    }
    let first = random.index(below: 2)
    let periods = stride(from: first, to: problem.dayCount, by: 3).map {
      Array($0..<min($0 + 2, problem.dayCount))
    }
    rules.periods = [
      PeriodLimit(
        periods: periods, members: all,
        isTouchedBefore: periods.indices.map { $0 == 0 && random.chance(0.3) },
        most: 1 + random.index(below: 2), rule: "weekends")
    ]
  }
}
