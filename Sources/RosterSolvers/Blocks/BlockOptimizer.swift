import Rostering

/// The cheapest line of a person whose rules have the form of `BlockRules`:
/// exact by dynamic programming over blocks.
///
/// For each start and length a small program over the last shift, the total
/// so far and tight counts gives the cheapest block; an outer one over days,
/// the total, periods and counts strings blocks and days off together. Count
/// limits are states only where they bind; those too loose for states get
/// multipliers, which leave a proven lower bound.
///
/// - Complexity: O(days x longest block x (classes + groups) x block totals)
///   for the blocks and O(days x longest block x totals x periods) for the
///   line, where totals are those that can still reach the least.
struct BlockOptimizer: Sendable {
  let rules: BlockRules
  /// Tells people apart in what a workspace remembers.
  let id: Int
  let identity = BlockIdentity()
  /// Larger counts get multipliers.
  let tightCount: Int
  /// More periods than this are priced instead of states.
  let periodStates: Int

  /// The most count states.
  static let countStateLimit = 64
  /// The most runs with new multipliers.
  static let multiplierRounds = 6
  /// The same on horizons so long that each run counts.
  static let fewRounds = 3
  /// What a line's cost counts for as a first step of multipliers where none of
  /// an earlier run is known.
  static let sizeShare = 0.2

  /// The share of what the bound may still gain with which steps of multipliers
  /// go on.
  static let leastPromise = 0.05

  /// The cheapest lines at prices.
  ///
  /// - Parameters:
  ///   - count: How many lines; they differ in their total or count states.
  ///   - found: Is handed each line with its cost, cheapest first.
  /// - Returns: A lower bound of every line's cost; infinite if there is none.
  func solve(
    count: Int, optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern,
    workspace: inout BlockWorkspace, found: ([Int32], Double) -> Void
  ) -> Double {
    prepare(
      optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern, &workspace)
    return solveWithinLimits(count: count, &workspace, found: found)
  }

  /// Settles each day's prices under the pattern.
  private func prepare(
    optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern,
    _ workspace: inout BlockWorkspace
  ) {
    let days = rules.dayCount
    BlockWorkspace.grow(&workspace.classPrice, to: rules.classes.count, filler: 0)
    BlockWorkspace.grow(&workspace.classSlot, to: rules.classes.count, filler: 0)
    BlockWorkspace.grow(&workspace.mayBeOff, to: days, filler: true)
    BlockWorkspace.grow(&workspace.offPrice, to: days, filler: 0)
    BlockWorkspace.grow(&workspace.mayWork, to: days, filler: true)
    BlockWorkspace.grow(&workspace.isSettled, to: days, filler: false)
    BlockWorkspace.grow(&workspace.settledClass, to: days, filler: -1)
    let frame = frame(of: pattern, &workspace)
    workspace.window = frame.window
    workspace.openLimits = frame.openLimits
    for day in 0..<days {
      workspace.isSettled[day] = frame.isSettled[day]
      workspace.settledClass[day] = frame.settledClass[day]
      if frame.settledClass[day] >= 0 {
        workspace.classSlot[Int(frame.settledClass[day])] = Int(frame.settledSlot[day])
      }
    }
    var outside = 0.0
    for day in 0..<frame.window.from { outside += price(frame, day, optionPrices, dayOffPrices) }
    for day in frame.window.to..<days { outside += price(frame, day, optionPrices, dayOffPrices) }
    workspace.window.costOutside = outside
    for day in frame.window.from..<frame.window.to {
      workspace.offPrice[day] =
        rules.dayOffCost[day] + (dayOffPrices.isEmpty ? 0 : dayOffPrices[day])
      switch pattern.isEmpty ? .free : pattern[day] {
      case .free:
        setPrices(day, optionPrices, among: nil, mayBeOff: rules.mayBeOff[day], &workspace)
      case .among(let options, let off):
        setPrices(
          day, optionPrices, among: options, mayBeOff: rules.mayBeOff[day] && off, &workspace)
      case .off:
        settle(day, option: nil, optionPrices, &workspace)
      case .option(let option):
        settle(day, option: option, optionPrices, &workspace)
      }
    }
  }

  /// The price of a settled day.
  private func price(
    _ frame: BlockFrame, _ day: Int, _ optionPrices: [Double], _ dayOffPrices: [Double]
  ) -> Double {
    let slot = Int(frame.settledSlot[day])
    guard slot >= 0 else {
      return rules.dayOffCost[day] + (dayOffPrices.isEmpty ? 0 : dayOffPrices[day])
    }
    return rules.ownCost[slot] + optionPrices[Int(rules.slotOption[slot])]
  }

  private func setPrices(
    _ day: Int, _ optionPrices: [Double], among: [Int]?, mayBeOff: Bool,
    _ workspace: inout BlockWorkspace
  ) {
    var mayWork = false
    for index in rules.classStart[day]..<rules.classStart[day + 1] {
      var best = Double.infinity
      var bestSlot = -1
      for slot in rules.classes[index].slots {
        let option = Int(rules.slotOption[slot])
        if let among, !among.contains(option) { continue }
        let price = rules.ownCost[slot] + optionPrices[option]
        if price < best {
          best = price
          bestSlot = slot
        }
      }
      workspace.classPrice[index] = best
      workspace.classSlot[index] = bestSlot
      if bestSlot >= 0 { mayWork = true }
    }
    workspace.mayBeOff[day] = mayBeOff
    workspace.mayWork[day] = mayWork
  }

  /// A day with one choice: an option, or nil for a day off.
  private func settle(
    _ day: Int, option: Int?, _ optionPrices: [Double], _ workspace: inout BlockWorkspace
  ) {
    for index in rules.classStart[day]..<rules.classStart[day + 1] {
      workspace.classPrice[index] = .infinity
      workspace.classSlot[index] = -1
    }
    workspace.mayWork[day] = false
    workspace.mayBeOff[day] = option == nil && rules.mayBeOff[day]
    guard let option, rules.slotOfOption[option] >= 0 else { return }
    let slot = Int(rules.slotOfOption[option])
    let index = Int(rules.classOfOption[option])
    workspace.classPrice[index] = rules.ownCost[slot] + optionPrices[option]
    workspace.classSlot[index] = slot
    workspace.mayWork[day] = true
  }

  /// How often a line counts towards each limit, on days not settled.
  func counts(of line: [Int32], _ workspace: BlockWorkspace) -> [Int] {
    var counts = [Int](repeating: 0, count: rules.limits.count)
    for day in line.indices where line[day] >= 0 && !workspace.isSettled[day] {
      var limits = rules.classes[Int(line[day])].limits
      while limits != 0 {
        counts[limits.trailingZeroBitCount] += 1
        limits &= limits - 1
      }
    }
    return counts
  }

  /// Options for the classes of a line.
  func options(of classes: [Int32], _ workspace: BlockWorkspace) -> [Int32] {
    classes.map { $0 < 0 ? -1 : rules.slotOption[workspace.classSlot[Int($0)]] }
  }
}

extension BlockOptimizer {
  /// The cheapest lines, left in a line workspace as `LineOptimizer` leaves
  /// them.
  ///
  /// - Returns: The cost of the best; nil if there is none.
  func solve(
    count: Int, optionPrices: [Double], dayOffPrices: [Double], pattern: LinePattern,
    workspace: inout LineWorkspace
  ) -> Double? {
    workspace.ranked.removeAll(keepingCapacity: true)
    var first: (line: [Int32], cost: Double)?
    var ranked: [RankedLine] = []
    let bound = solve(
      count: count, optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern,
      workspace: &workspace.blocks
    ) { line, cost in
      if first == nil { first = (line, cost) }
      if count > 1 {
        ranked.append(RankedLine(line: Line(options: line), cost: cost))
      }
    }
    workspace.ranked = ranked
    workspace.lowerBound = bound
    guard let first else { return nil }
    workspace.line = first.line
    return first.cost
  }
}
