import Rostering

extension LayeredTracker {
  /// The tracker of a run length.
  ///
  /// Its state is the length of the run that ends on the day before, as far as
  /// the limits can tell, and whether the run's minimum is met already.
  init(_ run: RunLimit, slots: LineSlots) {
    let (letters, isMember) = slots.letters(dayOff: run.includesDaysOff) { _, option in
      run.members[option]
    }
    let hasMost = run.most < Int.max
    let cap = hasMost ? run.most : max(run.least, 1)
    // A run that is too long already stays so: `cap + 1` stands for all.
    func clamped(_ length: Int) -> Int { hasMost ? min(length, cap + 1) : min(length, cap) }
    struct State: Hashable {
      var length: Int
      var isMinimumMet: Bool
    }
    let start = State(
      length: clamped(run.historyRun),
      isMinimumMet: run.isHistoryOpen || run.historyRun == 0 || run.historyRun >= run.least)
    // An open history excuses the run that touches it, also one of length 0
    // that day 0 extends; a known gap before day 0 does not.
    let excusesFirstRun = run.isHistoryOpen
    self.init(
      slots: slots, letters: letters, weights: isMember.map { $0.map { $0 ? 1 : 0 } }, start: start
    ) { day, state, letter in
      guard isMember[day][letter] else {
        guard state.isMinimumMet else { return nil }
        return TrackerStep(state: State(length: 0, isMinimumMet: true))
      }
      let length = clamped(state.length + 1)
      guard !hasMost || length <= run.most else { return nil }
      let isExcused: Bool
      if state.length == 0 {
        isExcused = day == 0 && excusesFirstRun
      } else {
        isExcused = state.isMinimumMet
      }
      return TrackerStep(
        state: State(length: length, isMinimumMet: isExcused || length >= run.least))
    }
  }

  /// The tracker of a hard total.
  ///
  /// Its state is the sum so far; all sums that can break neither limit any
  /// more are one.
  init(_ total: TotalLimit, slots: LineSlots) {
    let (letters, weights) = slots.letters(dayOff: 0) { day, option in
      total.days.contains(day) ? total.weights[option] : 0
    }
    let rest = RemainingWeights(weights)
    let least = total.least
    let most = total.most
    let isSafe = Int.max
    func settled(_ sum: Int, beforeDay day: Int) -> Int? {
      let (highest, overflow) = sum.addingReportingOverflow(rest.most[day])
      let lowest = sum + rest.least[day]
      guard !overflow, highest >= least, lowest <= most else { return nil }
      return lowest >= least && highest <= most ? isSafe : sum
    }
    guard let start = settled(total.history, beforeDay: 0) else {
      self.init(deadWith: slots, letters: letters)
      return
    }
    self.init(
      slots: slots, letters: letters, weights: weights.map { $0.map { Double($0) } }, start: start
    ) { day, sum, letter in
      if sum == isSafe { return TrackerStep(state: isSafe) }
      return settled(sum + weights[day][letter], beforeDay: day + 1).map { TrackerStep(state: $0) }
    }
  }

  /// The tracker of a priced total. Each step costs what it adds to the price.
  init(_ price: TotalPrice, slots: LineSlots) {
    let (letters, weights) = slots.letters(dayOff: 0) { _, option in price.weights[option] }
    let lastBend = max(0, price.prices.count - 2) * price.step
    self.init(
      slots: slots, letters: letters, weights: weights.map { $0.map { Double($0) } }, start: 0,
      startCost: price.price(of: 0)
    ) { day, sum, letter in
      let weight = weights[day][letter]
      return TrackerStep(
        state: min(sum + weight, lastBend),
        cost: weight == 0 ? 0 : price.price(of: sum + weight) - price.price(of: sum))
    }
  }

  /// The tracker of touched periods.
  ///
  /// Its state is the number of touched periods and which of the periods that
  /// are under way are touched.
  init(_ period: PeriodLimit, slots: LineSlots) {
    let (letters, isMember) = slots.letters(dayOff: false) { _, option in period.members[option] }
    var periodOfDay = [Int?](repeating: nil, count: slots.dayCount)
    for (index, days) in period.periods.enumerated() {
      for day in days where periodOfDay.indices.contains(day) { periodOfDay[day] = index }
    }
    struct State: Hashable {
      var count: Int
      var touched: [Int]
    }
    let before = period.isTouchedBefore.indices.filter { period.isTouchedBefore[$0] }
    let hasPrice = !period.prices.isEmpty
    guard before.count <= period.most else {
      self.init(deadWith: slots, letters: letters)
      return
    }
    func isUnderWay(_ index: Int, after day: Int) -> Bool {
      (period.periods[index].last ?? -1) > day
    }
    let start = State(count: before.count, touched: before.filter { isUnderWay($0, after: -1) })
    self.init(
      slots: slots, letters: letters, weights: isMember.map { $0.map { $0 ? 1 : 0 } }, start: start,
      startCost: hasPrice ? period.price(of: before.count) : 0
    ) { day, state, letter in
      var state = state
      var cost = 0.0
      if let index = periodOfDay[day], isMember[day][letter], !state.touched.contains(index) {
        guard state.count < period.most else { return nil }
        if hasPrice { cost = period.price(of: state.count + 1) - period.price(of: state.count) }
        state.count += 1
        state.touched.append(index)
        state.touched.sort()
      }
      state.touched.removeAll { !isUnderWay($0, after: day) }
      return TrackerStep(state: state, cost: cost)
    }
  }

  /// A tracker that no line satisfies.
  private init(deadWith slots: LineSlots, letters: TrackerLetters) {
    self.init(slots: slots, letters: letters, start: 0) { _, _, _ in nil }
  }
}

/// The least and most weight that the days from a day on can still add.
struct RemainingWeights {
  private(set) var least: [Int]
  private(set) var most: [Int]

  /// - Parameter weights: The weights that each day's letters have.
  init(_ weights: [[Int]]) {
    least = Array(repeating: 0, count: weights.count + 1)
    most = least
    for day in weights.indices.reversed() {
      least[day] = least[day + 1] + (weights[day].min() ?? 0)
      most[day] = most[day + 1] + (weights[day].max() ?? 0)
    }
  }
}
