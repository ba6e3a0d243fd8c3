import RosterSolvers
import Rostering

/// Made-up holiday plans of real size, already compiled: the same shape as the
/// sample plans, for speed and quality measurements without files.
public struct RosterSamples {
  /// What a sample looks like.
  public struct Shape: Sendable {
    /// People.
    public var agentCount: Int
    /// Days of the horizon; day 0 is a Sunday.
    public var dayCount: Int
    /// Skills; with more than one, agents have one or two neighbouring ones.
    public var skillCount: Int
    /// Lengths from start to end in minutes.
    public var lengthMinutes: [Int]
    /// True for hours, nights, weekends, premium days and the choice between
    /// pay and rest with their limits and prices; false for days in a row and
    /// days worked only.
    public var isRich: Bool

    /// A shape; by default 8-hour shifts with all rules.
    public init(
      agentCount: Int, dayCount: Int, skillCount: Int = 1,
      lengthMinutes: [Int] = [360, 480, 540, 600], isRich: Bool = true
    ) {
      self.agentCount = agentCount
      self.dayCount = dayCount
      self.skillCount = skillCount
      self.lengthMinutes = lengthMinutes
      self.isRich = isRich
    }
  }

  static let intervalMinutes = 30
  static let openMinutes = 480..<1_440
  static let unitsPerHead = 10

  /// A holiday plan of a shape.
  public static func holiday(_ shape: Shape, seed: UInt64) -> RosterProblem {
    var random = SeededGenerator(seed: seed)
    let (options, optionsOfDay) = makeOptions(shape)
    let skillSets = makeSkillSets(shape.skillCount)
    let people = (0..<shape.agentCount).map { index in
      Agent(
        skillSet: index % skillSets.count, wage: Double(18 + random.index(below: 10)),
        isBeginner: random.chance(0.1), choosesPay: random.chance(0.4),
        leaveDay: random.chance(0.3) ? random.index(below: shape.dayCount) : nil,
        wishDay: random.chance(0.5) ? random.index(below: shape.dayCount) : nil,
        historyRun: random.index(below: 5))
    }
    let intervalsPerDay = openMinutes.count / intervalMinutes
    var rows: [CoverRow] = []
    var pools: [CoverPool] = []
    for day in 0..<shape.dayCount {
      for interval in 0..<intervalsPerDay {
        let targets = (0..<shape.skillCount).map { skill in
          target(
            shape, skill: skill, day: day, interval: interval, noise: random.unit())
        }
        let first = rows.count
        for skills in skillSets { rows.append(CoverRow(targets: skills)) }
        pools.append(CoverPool(rows: first..<rows.count, targets: targets))
      }
    }
    let contributions = skillSets.indices.flatMap { set in
      [unitsPerHead, unitsPerHead / 2].map { units in
        makeContributions(options, units: units) { day, interval in
          (day * intervalsPerDay + interval) * skillSets.count + set
        }
      }
    }
    return RosterProblem(
      dayCount: shape.dayCount, options: options, optionsOfDay: optionsOfDay,
      lines: people.map { rules(of: $0, shape, options: options, optionsOfDay: optionsOfDay) },
      coverClassOfPerson: people.map { $0.skillSet * 2 + ($0.isBeginner ? 1 : 0) },
      contributions: contributions, unitsPerHead: unitsPerHead, rows: rows, pools: pools)
  }

  private struct Agent {
    var skillSet: Int
    var wage: Double
    var isBeginner: Bool
    var choosesPay: Bool
    var leaveDay: Int?
    var wishDay: Int?
    var historyRun: Int
  }

  private static func makeSkillSets(_ skillCount: Int) -> [[Int]] {
    if skillCount == 1 { return [[0]] }
    return (0..<skillCount).map { [$0] } + (1..<skillCount).map { [$0 - 1, $0] }
  }

  private static func makeOptions(_ shape: Shape) -> ([ShiftOption], [Range<Int>]) {
    var options: [ShiftOption] = []
    var optionsOfDay: [Range<Int>] = []
    for day in 0..<shape.dayCount {
      let first = options.count
      for length in shape.lengthMinutes {
        for start in stride(from: 480, through: 960, by: 30) where start + length <= 1_440 {
          for placement in 0..<5 {
            let from = day * 1_440 + start
            let pause = from + length / 2 - 60 + 30 * placement
            options.append(
              ShiftOption(
                day: day, pattern: 0, minutes: from..<(from + length),
                breaks: [ShiftBreak(minutes: pause..<(pause + 60))]))
          }
        }
      }
      optionsOfDay.append(first..<options.count)
    }
    return (options, optionsOfDay)
  }

  /// Two peaks a day on a level that grows from 35 to 85 % of the team.
  private static func target(
    _ shape: Shape, skill: Int, day: Int, interval: Int, noise: Double
  ) -> CoverTarget {
    let hour = 8 + Double(interval) * 0.5
    func bump(_ centre: Double, _ width: Double) -> Double {
      let distance = (hour - centre) / width
      return max(0, 1 - distance * distance)
    }
    let profile = 0.1 + 0.5 * bump(13, 5.5) + 0.45 * bump(19.5, 3)
    let share = 0.35 + 0.5 * Double(day) / Double(max(shape.dayCount - 1, 1))
    let strength = 0.55 * Double(shape.agentCount) / Double(shape.skillCount)
    let need = strength * share * profile * (0.9 + 0.2 * noise)
    let hours = Double(intervalMinutes) / 60
    let prices = (0...(shape.agentCount + 1)).map { heads -> Double in
      let missing = need - Double(heads)
      if missing <= 0 { return 4 * -missing * hours }
      return hours
        * (200 * min(missing, 1) + 400 * min(max(missing - 1, 0), 1) + 800 * max(missing - 2, 0))
    }
    return CoverTarget(
      kind: .need(skill: skill, interval: interval), neededUnits: need * Double(unitsPerHead),
      price: CoverPrice(step: unitsPerHead, prices: prices))
  }

  private static func makeContributions(
    _ options: [ShiftOption], units: Int, rowOf: (_ day: Int, _ interval: Int) -> Int
  ) -> CoverContributions {
    var contributions = CoverContributions()
    for option in options {
      var entries: [CoverEntry] = []
      let from = option.minutes.lowerBound - option.day * 1_440 - openMinutes.lowerBound
      for step in 0..<(option.minutes.count / intervalMinutes) {
        let minute = option.minutes.lowerBound + step * intervalMinutes
        let isBreak = option.breaks.contains { $0.minutes.contains(minute) }
        if !isBreak {
          entries.append(
            CoverEntry(row: rowOf(option.day, from / intervalMinutes + step), units: units))
        }
      }
      contributions.append(entries)
    }
    return contributions
  }

  private static func rules(
    of agent: Agent, _ shape: Shape, options: [ShiftOption], optionsOfDay: [Range<Int>]
  ) -> LineRules {
    var rules = LineRules(dayCount: shape.dayCount, optionCount: options.count)
    rules.allowed = optionsOfDay.enumerated().map { $0 == agent.leaveDay ? [] : Array($1) }
    let premiumDays = (shape.dayCount / 3)..<(shape.dayCount / 3 + 3)
    for (index, option) in options.enumerated() {
      let factor = premiumDays.contains(option.day) ? 3.0 : option.day % 7 == 0 ? 2 : 1
      rules.optionCost[index] = agent.wage * factor * Double(option.minutes.count - 60) / 60
      if option.day == agent.wishDay { rules.optionCost[index] += 150 }
    }
    let all = options.map { _ in true }
    let ones = options.map { _ in 1 }
    rules.successions = [
      Succession(
        first: all, next: all, readyMinute: options.map { $0.minutes.upperBound + 660 },
        rule: "rest-between-shifts")
    ]
    rules.runs = [
      RunLimit(
        members: all, most: 6, historyRun: agent.historyRun, isHistoryOpen: false,
        rule: "days-in-a-row")
    ]
    let days = 0..<shape.dayCount
    rules.totals = [
      TotalLimit(
        weights: ones, days: days, least: shape.dayCount / 3, most: shape.dayCount * 5 / 7 + 1,
        rule: "days-worked")
    ]
    guard shape.isRich else { return rules }
    let minutes = options.map { $0.minutes.count - 60 }
    for week in stride(from: 0, to: shape.dayCount, by: 7) {
      let span = week..<min(week + 7, shape.dayCount)
      rules.totals.append(
        TotalLimit(weights: minutes, days: span, most: 2_640, rule: "hours-a-week"))
    }
    rules.totals.append(
      TotalLimit(
        weights: minutes, days: days, least: shape.dayCount * 160, most: shape.dayCount * 330,
        rule: "hours-in-the-horizon"))
    rules.totalPrices = [
      TotalPrice(
        weights: options.map { premiumDays.contains($0.day) ? 1 : 0 }, step: 1,
        prices: agent.choosesPay ? [160, 80, 80, 110] : [0, 30, 90, 180], part: .fairness),
      TotalPrice(
        weights: options.map { $0.minutes.upperBound - $0.day * 1_440 > 1_380 ? 1 : 0 }, step: 1,
        prices: [0, 20, 60, 120, 200, 300, 420, 560], part: .fairness),
    ]
    let weekends = stride(from: -1, to: shape.dayCount, by: 7).map { saturday in
      [saturday, saturday + 1].filter { days.contains($0) }
    }
    rules.periods = [
      PeriodLimit(
        periods: weekends, members: all, isTouchedBefore: weekends.map { _ in false },
        prices: [0, 20, 60, 120], rule: "weekends")
    ]
    return rules
  }
}
