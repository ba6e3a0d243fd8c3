extension BlockOptimizer {
  /// A line of classes, -1 for a day off, with its cost.
  struct ClassLine {
    var classes: [Int32]
    var cost: Double
  }

  /// Runs the program with the count limits that bind as states, as far as
  /// there is room, and multipliers for the others.
  func solveWithinLimits(
    count: Int, _ workspace: inout BlockWorkspace, found: ([Int32], Double) -> Void
  ) -> Double {
    let open = workspace.openLimits
    if open.contains(where: { $0.left < 0 }) { return .infinity }
    workspace.pricesPeriods = false
    workspace.pricesPeriods = firstPeriods(workspace) > periodStates
    workspace.periodPrice = 0
    defer { workspace.pricesPeriods = false }
    var states: [Int] = []
    for limit in workspace.lastDimensions[id] ?? []
    where open.contains(where: { $0.limit == limit && $0.left <= tightCount })
      && hasRoom(forStates: states + [limit], open: open)
    {
      states.append(limit)
    }
    // What had to be priced the last time will have to be again.
    if workspace.pricesPeriods, workspace.multipliers[id]?.contains(where: { $0 > 0 }) == true {
      setDimensions(states, open: open, &workspace)
      return solveWithMultipliers(
        states: states, first: nil, open: open, count: count, &workspace, found: found)
    }
    while true {
      setDimensions(states, open: open, &workspace)
      var bands: LineBands?
      let lines = cheapestLines(count: count, known: &bands, &workspace)
      guard let best = lines.first else { return .infinity }
      let counts = counts(of: best.classes, workspace)
      let passed = open.filter { counts[$0.limit] > $0.left }.map(\.limit)
      if passed.isEmpty, arePeriodsKept(best.classes) {
        remember(states, counts: counts, open: open, &workspace)
        for line in lines where isWithin(line, open: open, workspace) {
          found(options(of: line.classes, workspace), line.cost + rules.constantCost)
        }
        return best.cost + rules.constantCost
      }
      let tight = passed.filter { limit in
        open.contains { $0.limit == limit && $0.left <= tightCount }
      }
      let more = states + tight
      if !tight.isEmpty, hasRoom(forStates: more, open: open) {
        states = more
        continue
      }
      return solveWithMultipliers(
        states: states, first: best, open: open, count: count, &workspace, found: found)
    }
  }

  /// True if a line touches no more periods than it may.
  func arePeriodsKept(_ classes: [Int32]) -> Bool {
    rules.periodsLeft[0] <= rules.mostPeriods || periods(of: classes) <= rules.mostPeriods
  }

  func periods(of classes: [Int32]) -> Int {
    var count = 0
    var last = -1
    for day in classes.indices where classes[day] >= 0 && rules.periodOfDay[day] >= 0 {
      if rules.periodOfDay[day] != last {
        count += 1
        last = rules.periodOfDay[day]
      }
    }
    return count
  }

  /// True if tables with some limits as states are worth their time and memory.
  private func hasRoom(forStates limits: [Int], open: [(limit: Int, left: Int)]) -> Bool {
    let count = Self.stateCount(limits, open: open)
    return count <= Self.countStateLimit && count * rules.tableCells <= Self.mostStateCells
  }

  /// Entries of tables with count limits that are worth their memory.
  private static let mostStateCells = 64_000_000

  private static func stateCount(_ limits: [Int], open: [(limit: Int, left: Int)]) -> Int {
    open.filter { limits.contains($0.limit) }.reduce(1) {
      min($0 * ($1.left + 1), countStateLimit + 1)
    }
  }

  /// Limits that did not bind are no states the next time.
  private func remember(
    _ states: [Int], counts: [Int], open: [(limit: Int, left: Int)],
    _ workspace: inout BlockWorkspace
  ) {
    let binding = open.filter { states.contains($0.limit) && counts[$0.limit] == $0.left }
    workspace.lastDimensions[id] = binding.isEmpty ? nil : binding.map(\.limit)
  }

  private func isWithin(
    _ line: ClassLine, open: [(limit: Int, left: Int)], _ workspace: BlockWorkspace
  ) -> Bool {
    if !arePeriodsKept(line.classes) { return false }
    if open.isEmpty { return true }
    let counts = counts(of: line.classes, workspace)
    return open.allSatisfy { counts[$0.limit] <= $0.left }
  }

  /// Puts limits into the states.
  private func setDimensions(
    _ limits: [Int], open: [(limit: Int, left: Int)], _ workspace: inout BlockWorkspace
  ) {
    workspace.dimensions.removeAll(keepingCapacity: true)
    var stride = 1
    var mask: UInt32 = 0
    for entry in open where limits.contains(entry.limit) {
      workspace.dimensions.append((entry.limit, entry.left, stride))
      stride *= entry.left + 1
      mask |= 1 << UInt32(entry.limit)
    }
    workspace.countStates = stride
    workspace.countSets.removeAll(keepingCapacity: true)
    workspace.countAfter.removeAll(keepingCapacity: true)
    BlockWorkspace.grow(&workspace.classCountSet, to: rules.classes.count, filler: 0)
    for day in workspace.window.from..<workspace.window.to {
      let isSettled = workspace.isSettled[day]
      for index in rules.classStart[day]..<rules.classStart[day + 1] {
        let set = isSettled ? 0 : rules.classes[index].limits & mask
        if let known = workspace.countSets.firstIndex(of: set) {
          workspace.classCountSet[index] = known
        } else {
          workspace.classCountSet[index] = workspace.countSets.count
          workspace.countSets.append(set)
          workspace.countAfter.append(
            (0..<stride).map { after($0, adding: set, workspace.dimensions) })
        }
      }
    }
    workspace.countSum.removeAll(keepingCapacity: true)
    guard stride > 1 else {
      workspace.countSum.append(0)
      return
    }
    for left in 0..<stride {
      for right in 0..<stride {
        var sum: Int32 = 0
        for dimension in workspace.dimensions {
          let count =
            left / dimension.stride % (dimension.left + 1)
            + right / dimension.stride % (dimension.left + 1)
          if count > dimension.left {
            sum = -1
            break
          }
          sum += Int32(count * dimension.stride)
        }
        workspace.countSum.append(sum)
      }
    }
  }

  private func after(
    _ state: Int, adding set: UInt32, _ dimensions: [(limit: Int, left: Int, stride: Int)]
  ) -> Int32 {
    var next = state
    for dimension in dimensions where set & (1 << UInt32(dimension.limit)) != 0 {
      if state / dimension.stride % (dimension.left + 1) == dimension.left { return -1 }
      next += dimension.stride
    }
    return Int32(next)
  }
}
