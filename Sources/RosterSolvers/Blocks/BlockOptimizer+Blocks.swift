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
      longest: rules.run.most, groups: rules.mostGroups,
      units: rules.run.most * rules.extraUnits + 1, counts: workspace.countStates,
      extra: rules.extraUnits)
  }

  /// The cheapest block of each start, length, total and count state.
  func fillBlocks(_ workspace: inout BlockWorkspace) {
    let shape = shape(workspace)
    let days = rules.dayCount
    listOpenClasses(&workspace)
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
    var runs: [Double] = []
    swap(&runs, &workspace.runCost)
    defer { swap(&runs, &workspace.runCost) }
    var masked: [Double] = []
    swap(&masked, &workspace.masked)
    defer { swap(&masked, &workspace.masked) }
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
        if length == 1 {
          begin(start, shape, workspace, &runs)
        } else if shape.plane == 1 {
          extendPlain(start: start, length: length, day: day, shape, workspace, &runs)
        } else {
          extend(start: start, length: length, day: day, shape, workspace, &runs, &masked)
        }
        close(start: start, length: length, shape, &workspace, runs)
      }
    }
  }

  /// Lists for each day the classes that are open, of those that mean the same
  /// to everything the program knows only the cheapest.
  private func listOpenClasses(_ workspace: inout BlockWorkspace) {
    BlockWorkspace.grow(&workspace.openStart, to: rules.dayCount + 1, filler: 0)
    workspace.openClasses.removeAll(keepingCapacity: true)
    for day in workspace.window.from..<workspace.window.to {
      let first = workspace.openClasses.count
      workspace.openStart[day] = first
      for index in rules.classStart[day]..<rules.classStart[day + 1]
      where workspace.classPrice[index] < .infinity {
        let entry = rules.classes[index]
        let set = workspace.classCountSet[index]
        // What the least count state does not admit, none does.
        if workspace.countAfter[set][0] < 0 { continue }
        let alike = workspace.openClasses[first...].firstIndex { other in
          let known = rules.classes[other]
          return known.group == entry.group && known.followSet == entry.followSet
            && known.units == entry.units && workspace.classCountSet[other] == set
        }
        if let alike {
          if workspace.classPrice[index] < workspace.classPrice[workspace.openClasses[alike]] {
            workspace.openClasses[alike] = index
          }
        } else {
          workspace.openClasses.append(index)
        }
      }
      workspace.openStart[day + 1] = workspace.openClasses.count
    }
  }

  /// Runs of one day.
  private func begin(
    _ day: Int, _ shape: BlockShape, _ workspace: BlockWorkspace,
    _ runs: inout [Double]
  ) {
    let base = shape.run(day, 1)
    clear(&runs, base, groups: rules.groupCount[day], shape, used: shape.used(1))
    for position in workspace.openStart[day]..<workspace.openStart[day + 1] {
      let index = workspace.openClasses[position]
      let state = workspace.countAfter[workspace.classCountSet[index]][0]
      let entry = rules.classes[index]
      let place = base + entry.group * shape.plane + entry.units * shape.counts + Int(state)
      runs[place] = min(runs[place], workspace.classPrice[index])
    }
  }

  private func clear(
    _ runs: inout [Double], _ base: Int, groups: Int, _ shape: BlockShape, used: Int
  ) {
    for group in 0..<groups {
      for place in (base + group * shape.plane)..<(base + group * shape.plane + used) {
        runs[place] = .infinity
      }
    }
  }

  /// Runs from `start` of one more day.
  private func extend(
    start: Int, length: Int, day: Int, _ shape: BlockShape, _ workspace: BlockWorkspace,
    _ runs: inout [Double], _ masked: inout [Double]
  ) {
    let base = shape.run(start, length)
    let plane = shape.plane
    let counts = shape.counts
    clear(&runs, base, groups: rules.groupCount[day], shape, used: shape.used(length))
    let before = shape.run(start, length - 1)
    let usedBefore = shape.used(length - 1)
    let followSets = rules.followSets[day]
    for set in followSets.indices {
      let target = set * plane
      for place in target..<(target + usedBefore) { masked[place] = .infinity }
      var left = followSets[set]
      while left != 0 {
        let source = before + left.trailingZeroBitCount * plane
        left &= left - 1
        for place in 0..<usedBefore {
          let cost = runs[source + place]
          if cost < masked[target + place] { masked[target + place] = cost }
        }
      }
    }
    for position in workspace.openStart[day]..<workspace.openStart[day + 1] {
      let index = workspace.openClasses[position]
      let entry = rules.classes[index]
      let price = workspace.classPrice[index]
      let source = entry.followSet * plane
      let target = base + entry.group * plane + entry.units * counts
      let set = workspace.classCountSet[index]
      if workspace.countSets[set] == 0 {
        var results = runs.mutableSpan
        lower(&results, at: target, to: masked.span, at: source, count: usedBefore, plus: price)
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

  /// Runs from `start` of one more day, where shifts have one length and no
  /// count is a state: one value a group.
  private func extendPlain(
    start: Int, length: Int, day: Int, _ shape: BlockShape, _ workspace: BlockWorkspace,
    _ runs: inout [Double]
  ) {
    let base = shape.run(start, length)
    let before = shape.run(start, length - 1)
    clear(&runs, base, groups: rules.groupCount[day], shape, used: shape.used(length))
    let followSets = rules.followSets[day]
    var results = runs.mutableSpan
    for position in workspace.openStart[day]..<workspace.openStart[day + 1] {
      let index = workspace.openClasses[position]
      let entry = rules.classes[index]
      var best = Double.infinity
      var left = followSets[entry.followSet]
      while left != 0 {
        best = min(best, results[before + left.trailingZeroBitCount])
        left &= left - 1
      }
      let place = base + entry.group
      results[place] = min(results[place], best + workspace.classPrice[index])
    }
  }

  /// Runs that may end here are blocks.
  private func close(
    start: Int, length: Int, _ shape: BlockShape, _ workspace: inout BlockWorkspace,
    _ runs: [Double]
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
    for place in 0..<used {
      var best = Double.infinity
      for group in 0..<rules.groupCount[end - 1] {
        best = min(best, runs[base + group * shape.plane + place])
      }
      workspace.blockCost[target + place] = best + surcharge
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
      search: for position in workspace.openStart[day]..<workspace.openStart[day + 1] {
        let index = workspace.openClasses[position]
        let entry = rules.classes[index]
        guard groups & (1 << UInt64(entry.group)) != 0, units >= entry.units,
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
