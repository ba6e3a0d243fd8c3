/// How the tables of one call lie in memory: runs of work by start, length,
/// last group, units and count state; blocks without the group.
struct BlockShape {
  let longest: Int
  let groups: Int
  let units: Int
  let counts: Int
  let extra: Int

  /// The entries of one group, one length.
  var plane: Int { units * counts }

  func run(_ start: Int, _ length: Int) -> Int {
    (start * longest + length - 1) * groups * plane
  }

  func block(_ start: Int, _ length: Int) -> Int { (start * longest + length - 1) * plane }

  /// Entries in use of a run of some length.
  func used(_ length: Int) -> Int { (length * extra + 1) * counts }
}

extension BlockOptimizer {
  func shape(_ workspace: BlockWorkspace) -> BlockShape {
    BlockShape(
      longest: rules.run.most, groups: max(1, rules.groupCount.max() ?? 1),
      units: rules.run.most * rules.extraUnits + 1, counts: workspace.countStates,
      extra: rules.extraUnits)
  }

  /// The cheapest block of each start, length, total and count state.
  func fillBlocks(_ workspace: inout BlockWorkspace) {
    let shape = shape(workspace)
    let days = rules.dayCount
    BlockWorkspace.grow(
      &workspace.runCost, to: days * shape.longest * shape.groups * shape.plane, filler: 0)
    BlockWorkspace.grow(&workspace.blockCost, to: days * shape.longest * shape.plane, filler: 0)
    BlockWorkspace.grow(&workspace.blockLeast, to: days * shape.longest, filler: -1)
    BlockWorkspace.grow(&workspace.blockMost, to: days * shape.longest, filler: -1)
    let sets = rules.followSets.reduce(1) { max($0, $1.count) }
    BlockWorkspace.grow(&workspace.masked, to: sets * shape.plane, filler: 0)
    let window = workspace.window
    for place in (window.from * shape.longest)..<(window.to * shape.longest) {
      workspace.blockMost[place] = -1
    }
    for start in window.from..<window.to {
      // A window begins where its settled line may begin a block.
      let mayStart =
        start == 0
        ? rules.run.mayStartWithWork : start == window.from || workspace.mayBeOff[start - 1]
      guard mayStart else { continue }
      let longest = min(start == 0 ? rules.run.firstMost : rules.run.most, window.to - start)
      guard longest > 0 else { continue }
      for length in 1...longest {
        let day = start + length - 1
        guard workspace.mayWork[day] else { break }
        extend(start: start, length: length, day: day, shape, &workspace)
        close(start: start, length: length, shape, &workspace)
      }
    }
  }

  /// Runs from `start` of one more day.
  private func extend(
    start: Int, length: Int, day: Int, _ shape: BlockShape, _ workspace: inout BlockWorkspace
  ) {
    let base = shape.run(start, length)
    let plane = shape.plane
    let used = shape.used(length)
    var runMemory: [Double] = []
    swap(&runMemory, &workspace.runCost)
    defer { swap(&runMemory, &workspace.runCost) }
    var runs = runMemory.mutableSpan
    for group in 0..<rules.groupCount[day] {
      for place in (base + group * plane)..<(base + group * plane + used) {
        runs[place] = .infinity
      }
    }
    let classes = rules.classStart[day]..<rules.classStart[day + 1]
    let counts = shape.counts
    if length == 1 {
      for index in classes where workspace.classPrice[index] < .infinity {
        let state = workspace.countAfter[workspace.classCountSet[index]][0]
        guard state >= 0 else { continue }
        let entry = rules.classes[index]
        let place = base + entry.group * plane + entry.units * counts + Int(state)
        runs[place] = min(runs[place], workspace.classPrice[index])
      }
      return
    }
    let before = shape.run(start, length - 1)
    let usedBefore = shape.used(length - 1)
    var maskedMemory: [Double] = []
    swap(&maskedMemory, &workspace.masked)
    defer { swap(&maskedMemory, &workspace.masked) }
    var masked = maskedMemory.mutableSpan
    for (set, groups) in rules.followSets[day].enumerated() {
      let target = set * plane
      for place in target..<(target + usedBefore) { masked[place] = .infinity }
      var left = groups
      while left != 0 {
        let group = left.trailingZeroBitCount
        left &= left - 1
        let source = before + group * plane
        for place in 0..<usedBefore {
          let cost = runs[source + place]
          if cost < masked[target + place] { masked[target + place] = cost }
        }
      }
    }
    for index in classes where workspace.classPrice[index] < .infinity {
      let entry = rules.classes[index]
      let price = workspace.classPrice[index]
      let source = entry.followSet * plane
      let target = base + entry.group * plane + entry.units * counts
      let set = workspace.classCountSet[index]
      if workspace.countSets[set] == 0 {
        lower(&runs, at: target, to: masked.span, at: source, count: usedBefore, plus: price)
      } else {
        let after = workspace.countAfter[set]
        for place in stride(from: 0, to: usedBefore, by: counts) {
          for state in 0..<counts where after[state] >= 0 {
            let cost = masked[source + place + state] + price
            let to = target + place + Int(after[state])
            if cost < runs[to] { runs[to] = cost }
          }
        }
      }
    }
  }

  /// Runs that may end here are blocks.
  private func close(
    start: Int, length: Int, _ shape: BlockShape, _ workspace: inout BlockWorkspace
  ) {
    let end = start + length
    let least = start == 0 ? rules.run.firstLeast : rules.run.least
    let mayEnd =
      end == rules.dayCount
      || (end < workspace.window.to && length >= least && workspace.mayBeOff[end])
    guard mayEnd else { return }
    let used = shape.used(length)
    let base = shape.run(start, length)
    let target = shape.block(start, length)
    var lowest = -1
    var highest = -1
    let surcharge =
      workspace.pricesPeriods ? Double(touches(start, length)) * workspace.periodPrice : 0
    var blockMemory: [Double] = []
    swap(&blockMemory, &workspace.blockCost)
    defer { swap(&blockMemory, &workspace.blockCost) }
    let runMemory = workspace.runCost
    let runs = runMemory.span
    var blocks = blockMemory.mutableSpan
    for place in 0..<used {
      var best = Double.infinity
      for group in 0..<rules.groupCount[end - 1] {
        best = min(best, runs[base + group * shape.plane + place])
      }
      blocks[target + place] = best + surcharge
      if best < .infinity {
        let units = place / shape.counts
        if lowest < 0 { lowest = units }
        highest = units
      }
    }
    workspace.blockLeast[start * shape.longest + length - 1] = Int32(lowest)
    workspace.blockMost[start * shape.longest + length - 1] = Int32(highest)
  }

  /// The classes of the cheapest block with some units and count state.
  func traceBlock(
    start: Int, length: Int, units: Int, state: Int, _ workspace: BlockWorkspace,
    into classes: inout [Int32]
  ) {
    let shape = shape(workspace)
    let counts = shape.counts
    var units = units
    var state = state
    var length = length
    let last = shape.run(start, length) + units * counts + state
    var value = Double.infinity
    for group in 0..<rules.groupCount[start + length - 1] {
      value = min(value, workspace.runCost[last + group * shape.plane])
    }
    // Which groups the last day may be in: all, then those it may precede.
    var groups = UInt64.max
    while length > 0 {
      let day = start + length - 1
      let base = shape.run(start, length)
      search: for index in rules.classStart[day]..<rules.classStart[day + 1] {
        let entry = rules.classes[index]
        guard groups & (1 << UInt64(entry.group)) != 0, workspace.classPrice[index] < .infinity,
          units >= entry.units,
          workspace.runCost[base + entry.group * shape.plane + units * counts + state] == value
        else { continue }
        let price = workspace.classPrice[index]
        let after = workspace.countAfter[workspace.classCountSet[index]]
        if length == 1 {
          guard price == value, units == entry.units, Int(after[0]) == state else { continue }
          classes[day] = Int32(index)
          return
        }
        let before = shape.run(start, length - 1)
        let unitsBefore = units - entry.units
        guard unitsBefore <= (length - 1) * shape.extra else { continue }
        for stateBefore in 0..<counts where Int(after[stateBefore]) == state {
          var left = rules.followSets[day][entry.followSet]
          while left != 0 {
            let group = left.trailingZeroBitCount
            left &= left - 1
            let cost =
              workspace.runCost[
                before + group * shape.plane + unitsBefore * counts + stateBefore]
            guard cost + price == value else { continue }
            classes[day] = Int32(index)
            value = cost
            units = unitsBefore
            state = stateBefore
            groups = 1 << UInt64(group)
            break search
          }
        }
      }
      length -= 1
    }
  }
}
