import Rostering

/// One person's rules in the form that the block optimiser works with, for
/// rules as rotating rosters have them: runs of work with a least and a most
/// length, a least length of runs of days off, one total over the horizon,
/// most counts of shifts, most weekends, and successions that no day off
/// outlives.
///
/// A *block* is a run of working days. Everything the rules ask of a line is
/// asked of its blocks one by one, or of sums over its blocks.
struct BlockRules: Sendable {
  /// Shifts of a day that mean the same to every rule.
  struct ShiftClass: Sendable {
    /// What it adds to the total, less the least of all classes.
    var units: Int
    /// Its group as a predecessor.
    var group: Int
    /// The groups it may follow, as an index into the day's `followSets`.
    var followSet: Int
    /// The count limits it counts towards, a bit each.
    var limits: UInt32
    /// Its options, as places in `slotOption`.
    var slots: Range<Int>
  }

  /// A limit on a count.
  struct CountLimit: Sendable {
    /// The most, history taken off.
    var most: Int
  }

  var dayCount = 0
  /// The classes of all days.
  var classes: [ShiftClass] = []
  /// Where each day's classes begin, one more than days.
  var classStart: [Int] = []
  var slotOption: [Int32] = []
  /// For each option of the problem the place in `slotOption`, -1 if it is not
  /// allowed; and the class.
  var slotOfOption: [Int32] = []
  var classOfOption: [Int32] = []
  var ownCost: [Double] = []
  var groupCount: [Int] = []
  /// The most groups of a day, at least 1.
  var mostGroups = 1
  /// For each day the distinct sets of groups of the day before that some
  /// class may follow.
  var followSets: [[UInt64]] = []
  var dayOffCost: [Double] = []
  var mayBeOff: [Bool] = []
  var constantCost = 0.0
  /// Units every shift has at least, and how many more one can have.
  var baseUnits = 0
  var extraUnits = 0
  /// The total over the horizon in units, history taken off.
  var leastUnits = 0
  var mostUnits = 0
  var limits: [CountLimit] = []
  var run = RunLimits()
  /// For each day the period it belongs to, -1 for none or one already touched.
  var periodOfDay: [Int] = []
  /// The most periods touched, those before the horizon taken off.
  var mostPeriods = 0
  /// Periods that begin before each day boundary, and that end at or after it.
  var periodsBefore: [Int] = []
  var periodsLeft: [Int] = []

  /// Entries of the tables of blocks, without count limits.
  var tableCells: Int { dayCount * run.most * mostGroups * (run.most * extraUnits + 1) }

  /// Lengths of blocks and of runs of days off.
  struct RunLimits: Sendable {
    var least = 1
    var most = 1
    var leastOff = 1
    /// Lengths of a block on day 0, which may continue work before it.
    var firstLeast = 1
    var firstMost = 1
    /// False if day 0 has to be off, or has to be worked.
    var mayStartWithWork = true
    var mayStartOff = true
    /// Days off that day 0 begins, at least 1.
    var firstLeastOff = 1
  }
}

/// Finds out whether a person's rules have the form of `BlockRules`.
struct BlockRulesCompiler {
  /// Longest block that is worth the block optimiser's tables.
  static let longestBlock = 14
  /// Entries of the tables, without count limits, that are worth their memory.
  private static let mostCells = 8_000_000

  private let problem: RosterProblem
  private var known: [(successions: [Succession], following: ShiftFollowing?)] = []

  init(_ problem: RosterProblem) { self.problem = problem }

  /// The person's rules as block rules; nil if they have another form.
  mutating func compile(_ rules: LineRules) -> BlockRules? {
    var block = BlockRules()
    block.dayCount = problem.dayCount
    guard problem.dayCount > 0, rules.totalPrices.isEmpty,
      let run = runLimits(rules), setPeriods(rules, leastOff: run.leastOff, &block)
    else { return nil }
    block.run = run
    var total: TotalLimit?
    var counts: [TotalLimit] = []
    for limit in rules.totals {
      if limit.least <= limit.history, limit.weights.allSatisfy({ $0 == 0 || $0 == 1 }) {
        let days = limit.days.count
        if limit.most < .max, limit.most - limit.history < days { counts.append(limit) }
      } else if total == nil, limit.days == 0..<problem.dayCount {
        total = limit
      } else {
        return nil
      }
    }
    guard counts.count <= 32, let following = following(rules.successions),
      following.ends(within: run.leastOff, problem: problem)
    else { return nil }
    block.limits = counts.map { BlockRules.CountLimit(most: $0.most - $0.history) }
    block.groupCount = following.groupCount
    block.mostGroups = max(1, following.groupCount.max() ?? 1)
    block.dayOffCost = rules.dayOffCost
    block.mayBeOff = rules.mayBeOff
    block.constantCost = rules.constantCost
    setClasses(rules, total: total, counts: counts, following: following, &block)
    return block.tableCells <= Self.mostCells ? block : nil
  }

  private mutating func following(_ successions: [Succession]) -> ShiftFollowing? {
    if let entry = known.last(where: { Self.forbidAlike($0.successions, successions) }) {
      return entry.following
    }
    let following = ShiftFollowing(successions, problem: problem)
    known.append((successions, following))
    return following
  }

  /// True if two lists forbid the same inside the horizon.
  private static func forbidAlike(_ left: [Succession], _ right: [Succession]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy {
        $0.first == $1.first && $0.next == $1.next && $0.readyMinute == $1.readyMinute
      }
  }

  /// Run lengths; nil if there are others than of work and of days off.
  private func runLimits(_ rules: LineRules) -> BlockRules.RunLimits? {
    let used = rules.allowed.flatMap { $0 }
    var work: RunLimit?
    var off: RunLimit?
    for run in rules.runs {
      let isWork = used.allSatisfy { run.members[$0] } && !run.includesDaysOff
      let isOff = !used.contains { run.members[$0] } && run.includesDaysOff
      if isWork, work == nil {
        work = run
      } else if isOff, off == nil, run.most >= problem.dayCount + run.historyRun {
        off = run
      } else {
        return nil
      }
    }
    var limits = BlockRules.RunLimits()
    let most = work?.most ?? .max
    guard (1...Self.longestBlock).contains(most) else { return nil }
    limits.most = most
    limits.least = work?.least ?? 1
    limits.leastOff = off?.least ?? 1
    let workBefore = work?.historyRun ?? 0
    let isWorkOpen = work?.isHistoryOpen ?? true
    limits.firstLeast = isWorkOpen ? 1 : max(1, limits.least - workBefore)
    limits.firstMost = most - workBefore
    limits.mayStartOff = workBefore == 0 || isWorkOpen || workBefore >= limits.least
    let offBefore = off?.historyRun ?? 0
    let isOffOpen = off?.isHistoryOpen ?? true
    limits.mayStartWithWork = offBefore == 0 || isOffOpen || offBefore >= limits.leastOff
    limits.firstLeastOff = isOffOpen ? 1 : max(1, limits.leastOff - offBefore)
    return limits
  }

  /// Periods; false if a block can share one with another.
  private func setPeriods(_ rules: LineRules, leastOff: Int, _ block: inout BlockRules) -> Bool {
    block.periodOfDay = Array(repeating: -1, count: problem.dayCount)
    block.periodsBefore = Array(repeating: 0, count: problem.dayCount + 1)
    block.periodsLeft = Array(repeating: 0, count: problem.dayCount + 1)
    guard let period = rules.periods.first else { return true }
    let used = rules.allowed.flatMap { $0 }
    guard rules.periods.count == 1, period.prices.isEmpty,
      used.allSatisfy({ period.members[$0] })
    else { return false }
    if period.most == .max { return true }
    block.mostPeriods = period.most - period.isTouchedBefore.count { $0 }
    for (index, days) in period.periods.enumerated() where !period.isTouchedBefore[index] {
      guard let first = days.first, let last = days.last, last - first <= leastOff else {
        if days.isEmpty { continue }
        return false
      }
      for day in days { block.periodOfDay[day] = index }
      for boundary in 0...problem.dayCount {
        if first < boundary { block.periodsBefore[boundary] += 1 }
        if last >= boundary { block.periodsLeft[boundary] += 1 }
      }
    }
    return true
  }

  private func setClasses(
    _ rules: LineRules, total: TotalLimit?, counts: [TotalLimit], following: ShiftFollowing,
    _ block: inout BlockRules
  ) {
    // What history or a limit of none forbids is no choice.
    let allowed = rules.allowed.enumerated().map { day, options in
      options.filter { option in
        let start = problem.options[option].minutes.lowerBound
        return !rules.successions.contains { $0.next[option] && start < $0.historyReadyMinute }
          && !counts.contains {
            $0.most <= $0.history && $0.weights[option] == 1 && $0.days.contains(day)
          }
      }
    }
    let weights = total.map { total in allowed.flatMap { $0 }.map { total.weights[$0] } } ?? []
    let base = weights.min() ?? 0
    let unit = max(1, weights.reduce(0) { greatestCommonDivisor($0, $1) })
    block.baseUnits = base / unit
    block.extraUnits = ((weights.max() ?? 0) - base) / unit
    if let total {
      let least = max(0, total.least - total.history)
      block.leastUnits = (least + unit - 1) / unit
      // Below zero not even a line without work keeps it.
      let left = total.most == .max ? Int.max : total.most - total.history
      block.mostUnits = left < 0 ? -1 : left / unit
    } else {
      block.mostUnits = .max
    }
    let mostPossible = problem.dayCount * (block.baseUnits + block.extraUnits)
    block.mostUnits = min(block.mostUnits, mostPossible)
    block.classStart = [0]
    block.slotOfOption = Array(repeating: -1, count: problem.options.count)
    block.classOfOption = block.slotOfOption
    for (day, options) in allowed.enumerated() {
      var found: [(units: Int, group: Int, mask: UInt64, limits: UInt32, options: [Int])] = []
      for option in options {
        let units = total.map { ($0.weights[option] - base) / unit } ?? 0
        let group = Int(following.group[option])
        let mask = following.mayFollow[option]
        var limits: UInt32 = 0
        for (index, count) in counts.enumerated()
        where count.days.contains(day) && count.weights[option] == 1 {
          limits |= 1 << UInt32(index)
        }
        if let place = found.firstIndex(where: {
          $0.units == units && $0.group == group && $0.mask == mask && $0.limits == limits
        }) {
          found[place].options.append(option)
        } else {
          found.append((units, group, mask, limits, [option]))
        }
      }
      var followSets: [UInt64] = []
      for entry in found {
        if !followSets.contains(entry.mask) { followSets.append(entry.mask) }
        let first = block.slotOption.count
        for (place, option) in entry.options.enumerated() {
          block.slotOfOption[option] = Int32(first + place)
          block.classOfOption[option] = Int32(block.classes.count)
        }
        block.slotOption += entry.options.map { Int32($0) }
        block.ownCost += entry.options.map { rules.optionCost[$0] }
        block.classes.append(
          BlockRules.ShiftClass(
            units: entry.units, group: entry.group,
            followSet: followSets.firstIndex(of: entry.mask) ?? 0, limits: entry.limits,
            slots: first..<block.slotOption.count))
      }
      block.followSets.append(followSets)
      block.classStart.append(block.classes.count)
    }
  }
}
