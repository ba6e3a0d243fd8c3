/// Which shift options a primitive speaks of: one flag for each option of the
/// problem.
public typealias OptionMask = [Bool]

/// *Forbidden succession*: after a shift in `first`, a shift in `next` may not
/// start too early, on whatever later day.
public struct Succession: Hashable, Sendable {
  /// The earlier shifts.
  public var first: OptionMask
  /// The later shifts.
  public var next: OptionMask
  /// For each option in `first`, the minute of the axis from which a shift in
  /// `next` may start; without meaning for other options.
  public var readyMinute: [Int]
  /// The same for what was worked before the horizon: shifts in `next` may
  /// not start earlier.
  public var historyReadyMinute: Int
  /// The key of the rule it comes from.
  public var rule: String

  /// A forbidden succession.
  public init(
    first: OptionMask, next: OptionMask, readyMinute: [Int],
    historyReadyMinute: Int = .min, rule: String
  ) {
    self.first = first
    self.next = next
    self.readyMinute = readyMinute
    self.historyReadyMinute = historyReadyMinute
    self.rule = rule
  }
}

/// *Run length*: how many days of a class may and must follow each other.
///
/// A run that touches the end of the horizon satisfies its minimum, since the
/// days after it are open.
public struct RunLimit: Hashable, Sendable {
  /// The options that put a day into the class.
  public var members: OptionMask
  /// True if a day off is in the class.
  public var includesDaysOff: Bool
  /// The least length of a run, at least 1.
  public var least: Int
  /// The most, at least `least`; `Int.max` for no limit.
  public var most: Int
  /// The length of the run that ends on the day before the horizon.
  public var historyRun: Int
  /// True if a run that contains or continues the days before the horizon
  /// satisfies its minimum whatever its length, because those days are
  /// unknown. Without history this holds also for a run that begins on day 0.
  public var isHistoryOpen: Bool
  /// The key of the rule it comes from.
  public var rule: String

  /// A run limit.
  public init(
    members: OptionMask, includesDaysOff: Bool = false, least: Int = 1, most: Int = .max,
    historyRun: Int = 0, isHistoryOpen: Bool = true, rule: String
  ) {
    self.members = members
    self.includesDaysOff = includesDaysOff
    self.least = least
    self.most = most
    self.historyRun = historyRun
    self.isHistoryOpen = isHistoryOpen
    self.rule = rule
  }
}

/// *Total*, hard: the sum of a weight over a span of days has a least and a
/// most value.
public struct TotalLimit: Hashable, Sendable {
  /// The weight of each option of the problem, at least 0.
  public var weights: [Int]
  /// The days, inside the horizon.
  public var days: Range<Int>
  /// What the days before the horizon contribute.
  public var history: Int
  /// The least value, history included; 0 for no limit.
  public var least: Int
  /// The most, history included; `Int.max` for no limit.
  public var most: Int
  /// The key of the rule it comes from.
  public var rule: String

  /// A hard limit on a total.
  public init(
    weights: [Int], days: Range<Int>, history: Int = 0, least: Int = 0, most: Int = .max,
    rule: String
  ) {
    self.weights = weights
    self.days = days
    self.history = history
    self.least = least
    self.most = most
    self.rule = rule
  }
}

/// *Total*, priced: a convex price of the sum of a weight over the horizon.
public struct TotalPrice: Hashable, Sendable {
  /// What a price is paid for, for the parts of the objective.
  public enum Part: String, CaseIterable, Codable, Sendable {
    case fairness
    case choice
  }

  /// The weight of each option of the problem, at least 0.
  public var weights: [Int]
  /// Units of the weight from one entry of `prices` to the next.
  public var step: Int
  /// The price at 0, `step`, 2 `step`, ...; straight lines between, the last
  /// slope continues; convex. At least two entries.
  public var prices: [Double]
  /// The part of the objective it belongs to.
  public var part: Part

  /// A priced total.
  public init(weights: [Int], step: Int, prices: [Double], part: Part) {
    self.weights = weights
    self.step = step
    self.prices = prices
    self.part = part
  }

  /// The price of a total.
  public func price(of total: Int) -> Double {
    let index = min(total / step, prices.count - 2)
    let slope = (prices[index + 1] - prices[index]) / Double(step)
    return prices[index] + slope * Double(total - index * step)
  }
}

/// *Periods touched*: in how many of some periods (weekends) a shift is
/// worked.
public struct PeriodLimit: Hashable, Sendable {
  /// The periods: disjoint sets of days of the horizon, ascending.
  public var periods: [[Int]]
  /// The options that touch a period when they start on one of its days.
  public var members: OptionMask
  /// For each period, true if a day before the horizon already touched it.
  public var isTouchedBefore: [Bool]
  /// The most periods touched; `Int.max` for no limit.
  public var most: Int
  /// The price at 0, 1, 2, ... touched periods, convex, the last slope
  /// continues; empty for no price.
  public var prices: [Double]
  /// The key of the rule it comes from.
  public var rule: String

  /// A limit on, or a price of, touched periods.
  public init(
    periods: [[Int]], members: OptionMask, isTouchedBefore: [Bool], most: Int = .max,
    prices: [Double] = [], rule: String
  ) {
    self.periods = periods
    self.members = members
    self.isTouchedBefore = isTouchedBefore
    self.most = most
    self.prices = prices
    self.rule = rule
  }

  /// The price of a number of touched periods.
  public func price(of count: Int) -> Double {
    guard let last = prices.last else { return 0 }
    if count < prices.count { return prices[count] }
    let slope = prices.count > 1 ? last - prices[prices.count - 2] : 0
    return last + slope * Double(count - prices.count + 1)
  }
}

/// Options that one rule takes away from a person, kept so that an
/// explanation can tell which rule to loosen.
public struct Exclusion: Hashable, Sendable {
  /// The key of the rule.
  public var rule: String
  /// The options it takes away, ascending.
  public var options: [Int]
  /// Days that the rule does not let be off, ascending.
  public var workDays: [Int]

  /// An exclusion.
  public init(rule: String, options: [Int], workDays: [Int] = []) {
    self.rule = rule
    self.options = options
    self.workDays = workDays
  }
}

/// What one person's line must satisfy and costs: the six primitives.
///
/// A *line* names for each day either a day off or one option of that day.
public struct LineRules: Sendable {
  /// *Allowed*: for each day the options this person may work, ascending.
  public var allowed: [[Int]]
  /// For each day, false if the person has to work (a pinned shift).
  public var mayBeOff: [Bool]
  /// For each day the options there were before any rule took some away.
  public var candidates: [[Int]]
  /// What each rule took away: `allowed` is `candidates` without these.
  public var exclusions: [Exclusion] = []
  /// *Forbidden successions*.
  public var successions: [Succession] = []
  /// *Run lengths*.
  public var runs: [RunLimit] = []
  /// *Totals*, hard.
  public var totals: [TotalLimit] = []
  /// *Totals*, priced.
  public var totalPrices: [TotalPrice] = []
  /// *Periods touched*.
  public var periods: [PeriodLimit] = []
  /// *Cost*: for each option of the problem the price of this person working
  /// it (wages and wishes); without meaning for options not allowed.
  public var optionCost: [Double]
  /// *Cost* of each day off (a wish to work that is broken).
  public var dayOffCost: [Double]
  /// A constant of the person that no line changes.
  public var constantCost: Double = 0

  /// Rules that allow nothing yet and cost nothing.
  public init(dayCount: Int, optionCount: Int) {
    allowed = Array(repeating: [], count: dayCount)
    candidates = allowed
    mayBeOff = Array(repeating: true, count: dayCount)
    optionCost = Array(repeating: 0, count: optionCount)
    dayOffCost = Array(repeating: 0, count: dayCount)
  }

  /// The same person without some rules: their primitives are left out and
  /// the options they took away are back.
  public func dropping(rules keys: Set<String>) -> LineRules {
    var loosened = self
    loosened.exclusions.removeAll { keys.contains($0.rule) }
    let excluded = Set(loosened.exclusions.flatMap(\.options))
    let workDays = Set(loosened.exclusions.flatMap(\.workDays))
    loosened.allowed = candidates.map { $0.filter { !excluded.contains($0) } }
    loosened.mayBeOff = candidates.indices.map { !workDays.contains($0) }
    loosened.successions.removeAll { keys.contains($0.rule) }
    loosened.runs.removeAll { keys.contains($0.rule) }
    loosened.totals.removeAll { keys.contains($0.rule) }
    loosened.periods.removeAll { keys.contains($0.rule) && $0.prices.isEmpty }
    return loosened
  }

  /// The keys of all rules that restrict this person, ascending.
  public var ruleKeys: [String] {
    let keys =
      exclusions.map(\.rule) + successions.map(\.rule) + runs.map(\.rule)
      + totals.map(\.rule) + periods.filter { $0.most != .max }.map(\.rule)
    return Set(keys).sorted()
  }
}
