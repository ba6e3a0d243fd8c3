extension BlockOptimizer {
  /// A state at a boundary: `hasWorked` if a block has just ended there.
  struct LineState {
    var boundary: Int
    var hasWorked: Bool
    var counts: Int
    var periods: Int
    var units: Int
    var cost: Double
  }

  /// The cheapest lines, of different totals, periods or count states.
  ///
  /// - Parameter known: The states of a run before with other prices only; nil
  ///   for none.
  func cheapestLines(
    count: Int, known: inout LineBands?, _ workspace: inout BlockWorkspace
  ) -> [ClassLine] {
    guard rules.mostPeriods >= workspace.window.periodsOutside,
      rules.leastUnits <= rules.mostUnits
    else { return [] }
    fillBlocks(&workspace)
    guard let bands = known ?? bands(&workspace) else { return [] }
    known = bands
    clearStates(bands, &workspace)
    fillStates(bands, &workspace)
    return ends(bands, workspace).prefix(count).map { end in
      ClassLine(classes: trace(end, bands, workspace), cost: end.cost)
    }
  }

  func offCost(_ from: Int, _ to: Int, _ workspace: BlockWorkspace) -> Double {
    var cost = 0.0
    for day in from..<to {
      if !workspace.mayBeOff[day] { return .infinity }
      cost += workspace.offPrice[day]
    }
    return cost
  }

  /// Periods that a block takes from those left; none where they are priced.
  func stateTouches(_ start: Int, _ length: Int, _ workspace: BlockWorkspace) -> Int {
    workspace.pricesPeriods ? 0 : touches(start, length)
  }

  /// Periods that a block touches.
  func touches(_ start: Int, _ length: Int) -> Int {
    var count = 0
    var last = -1
    for day in start..<(start + length) where rules.periodOfDay[day] >= 0 {
      if rules.periodOfDay[day] != last {
        count += 1
        last = rules.periodOfDay[day]
      }
    }
    return count
  }

  func fillStates(_ bands: LineBands, _ workspace: inout BlockWorkspace) {
    let window = workspace.window
    let run = rules.run
    let first = firstPeriods(workspace)
    if window.from > 0 {
      guard bands.width[window.from] > 0 else { return }
      workspace.rested[
        bands.place(
          window.from, state: 0, periods: bands.clamped(first, at: window.from),
          units: window.unitsBefore)] = 0
    } else if run.mayStartOff {
      let rested = min(run.firstLeastOff, rules.dayCount)
      if rested <= window.to, bands.width[rested] > 0, bands.low[rested] == 0 {
        let place = bands.place(
          rested, state: 0, periods: bands.clamped(first, at: rested), units: 0)
        workspace.rested[place] = offCost(0, rested, workspace)
      }
    }
    let shape = shape(workspace)
    if window.from == 0 {
      for length in 1...run.most where length <= window.to {
        startWithBlock(length, first, shape, bands, &workspace)
      }
    }
    for day in max(1, window.from)..<max(1, window.to) {
      let later = day + run.leastOff
      if later <= window.to, bands.width[day] > 0, bands.width[later] > 0 {
        let cost = offCost(day, later, workspace)
        if cost < .infinity {
          carry(day, later, cost, bands, &workspace)
        }
      }
      if bands.width[day] > 0 {
        if workspace.mayBeOff[day], bands.width[day + 1] > 0 {
          rest(day, workspace.offPrice[day], bands, &workspace)
        }
        for length in 1...run.most where day + length <= window.to {
          let place = day * run.most + length - 1
          if workspace.blockMost[place] >= 0, bands.width[day + length] > 0 {
            addBlock(day, length, shape, bands, &workspace)
          }
        }
      }
    }
  }

  private func startWithBlock(
    _ length: Int, _ first: Int, _ shape: BlockShape, _ bands: LineBands,
    _ workspace: inout BlockWorkspace
  ) {
    let place = length - 1
    guard workspace.blockMost[place] >= 0, bands.width[length] > 0 else { return }
    let left = first - stateTouches(0, length, workspace)
    guard left >= 0 else { return }
    let periods = bands.clamped(left, at: length)
    for extra in Int(workspace.blockLeast[place])...Int(workspace.blockMost[place]) {
      let units = length * rules.baseUnits + extra
      guard units >= bands.low[length], units < bands.low[length] + bands.width[length] else {
        continue
      }
      for state in 0..<shape.counts {
        let cost = workspace.blockCost[shape.block(0, length) + extra * shape.counts + state]
        let to = bands.place(length, state: state, periods: periods, units: units)
        workspace.worked[to] = min(workspace.worked[to], cost)
      }
    }
  }

  /// One more day off. Source and target lie in one array, so the source is
  /// copied first.
  private func rest(
    _ day: Int, _ cost: Double, _ bands: LineBands, _ workspace: inout BlockWorkspace
  ) {
    let to = day + 1
    let low = max(bands.low[day], bands.low[to])
    let high = min(bands.low[day] + bands.width[day], bands.low[to] + bands.width[to])
    guard low < high else { return }
    var restedMemory: [Double] = []
    swap(&restedMemory, &workspace.rested)
    defer { swap(&restedMemory, &workspace.rested) }
    var copyMemory: [Double] = []
    swap(&copyMemory, &workspace.copy)
    defer { swap(&copyMemory, &workspace.copy) }
    let from = bands.start[day]
    let size = bands.width[day] * bands.periods(day) * workspace.countStates
    copyMemory.replaceSubrange(0..., with: restedMemory[from..<(from + size)])
    let copy = copyMemory.span
    var rested = restedMemory.mutableSpan
    for state in 0..<workspace.countStates {
      for left in bands.periodsLow[day]...bands.periodsHigh[day] {
        let source = bands.place(day, state: state, periods: left, units: low)
        let target = bands.place(
          to, state: state, periods: bands.clamped(left, at: to), units: low)
        lower(
          &rested, at: target, to: copy, at: source - from, count: high - low, plus: cost)
      }
    }
  }

  /// Days off after a block.
  private func carry(
    _ from: Int, _ to: Int, _ cost: Double, _ bands: LineBands,
    _ workspace: inout BlockWorkspace
  ) {
    var restedMemory: [Double] = []
    swap(&restedMemory, &workspace.rested)
    defer { swap(&restedMemory, &workspace.rested) }
    let workedMemory = workspace.worked
    let worked = workedMemory.span
    let counts = workspace.countStates
    var rested = restedMemory.mutableSpan
    let low = max(bands.low[from], bands.low[to])
    let high = min(bands.low[from] + bands.width[from], bands.low[to] + bands.width[to])
    guard low < high else { return }
    for state in 0..<counts {
      for left in bands.periodsLow[from]...bands.periodsHigh[from] {
        let source = bands.place(from, state: state, periods: left, units: low)
        let target = bands.place(
          to, state: state, periods: bands.clamped(left, at: to), units: low)
        lower(&rested, at: target, to: worked, at: source, count: high - low, plus: cost)
      }
    }
  }

  private func addBlock(
    _ start: Int, _ length: Int, _ shape: BlockShape, _ bands: LineBands,
    _ workspace: inout BlockWorkspace
  ) {
    let end = start + length
    let touched = stateTouches(start, length, workspace)
    let place = start * shape.longest + length - 1
    var workedMemory: [Double] = []
    swap(&workedMemory, &workspace.worked)
    defer { swap(&workedMemory, &workspace.worked) }
    let restedMemory = workspace.rested
    let blockMemory = workspace.blockCost
    let countMemory = workspace.countSum
    let rested = restedMemory.span
    let blocks = blockMemory.span
    let sums = countMemory.span
    var worked = workedMemory.mutableSpan
    for extra in Int(workspace.blockLeast[place])...Int(workspace.blockMost[place]) {
      let units = length * rules.baseUnits + extra
      let low = max(bands.low[start], bands.low[end] - units)
      let high = min(
        bands.low[start] + bands.width[start], bands.low[end] + bands.width[end] - units)
      guard low < high else { continue }
      for blockState in 0..<shape.counts {
        let cost = blocks[shape.block(start, length) + extra * shape.counts + blockState]
        guard cost < .infinity else { continue }
        for state in 0..<shape.counts {
          let sum = sums[state * shape.counts + blockState]
          guard sum >= 0 else { continue }
          let fewest = max(bands.periodsLow[start], touched)
          guard fewest <= bands.periodsHigh[start] else { continue }
          for left in fewest...bands.periodsHigh[start] {
            let source = bands.place(start, state: state, periods: left, units: low)
            let target = bands.place(
              end, state: Int(sum), periods: bands.clamped(left - touched, at: end),
              units: low + units)
            lower(
              &worked, at: target, to: rested, at: source, count: high - low, plus: cost)
          }
        }
      }
    }
  }
}
