/// The states of one call's outer program: the total and the periods left at
/// each day boundary, for each count state.
struct LineBands {
  var low: [Int]
  var width: [Int]
  var periodsLow: [Int]
  var periodsHigh: [Int]
  var start: [Int]

  init(_ days: Int) {
    low = Array(repeating: 0, count: days + 1)
    width = low
    periodsLow = low
    periodsHigh = low
    start = low
  }

  func periods(_ boundary: Int) -> Int { periodsHigh[boundary] - periodsLow[boundary] + 1 }

  /// The place of a state.
  func place(_ boundary: Int, state: Int, periods left: Int, units: Int) -> Int {
    start[boundary]
      + (state * periods(boundary) + left - periodsLow[boundary]) * width[boundary]
      + units - low[boundary]
  }

  /// Periods left that still matter at a boundary.
  func clamped(_ left: Int, at boundary: Int) -> Int {
    max(min(left, periodsHigh[boundary]), periodsLow[boundary])
  }
}

extension BlockOptimizer {
  /// A state at a boundary: `hasWorked` if a block has just ended there.
  private struct State {
    var boundary: Int
    var hasWorked: Bool
    var counts: Int
    var periods: Int
    var units: Int
    var cost: Double
  }

  /// The cheapest lines, of different totals, periods or count states.
  func cheapestLines(count: Int, _ workspace: inout BlockWorkspace) -> [ClassLine] {
    guard rules.mostPeriods >= workspace.window.periodsOutside,
      rules.leastUnits <= rules.mostUnits
    else { return [] }
    fillBlocks(&workspace)
    guard let bands = bands(&workspace) else { return [] }
    fillStates(bands, &workspace)
    return ends(bands, workspace).prefix(count).map { end in
      ClassLine(classes: trace(end, bands, workspace), cost: end.cost)
    }
  }

  private func offCost(_ from: Int, _ to: Int, _ workspace: BlockWorkspace) -> Double {
    var cost = 0.0
    for day in from..<to {
      if !workspace.mayBeOff[day] { return .infinity }
      cost += workspace.offPrice[day]
    }
    return cost
  }

  /// Periods that a block touches.
  private func touches(_ start: Int, _ length: Int) -> Int {
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

  // MARK: Bands

  /// The totals at each boundary from which the limits can still be met; nil
  /// if there are none.
  private func bands(_ workspace: inout BlockWorkspace) -> LineBands? {
    let days = rules.dayCount
    let window = workspace.window
    let run = rules.run
    var reach = UnitReach(days)
    func blocks(_ start: Int, _ visit: (Int, Int, Int) -> Void) {
      for length in 1...run.most where start + length <= window.to {
        let place = start * run.most + length - 1
        let most = Int(workspace.blockMost[place])
        guard most >= 0 else { continue }
        let base = length * rules.baseUnits
        visit(start + length, base + Int(workspace.blockLeast[place]), base + most)
      }
    }
    // From the start.
    if window.from > 0 {
      reach.rested.widen(window.from, window.unitsBefore, window.unitsBefore)
    } else {
      if run.mayStartOff {
        let rested = min(run.firstLeastOff, days)
        if rested <= window.to, offCost(0, rested, workspace) < .infinity {
          reach.rested.widen(rested, 0, 0)
        }
      }
      blocks(0) { end, least, most in reach.worked.widen(end, least, most) }
    }
    for day in max(1, window.from)..<max(window.to, 1) {
      let later = day + run.leastOff
      if reach.worked.isReached(day), later <= window.to,
        offCost(day, later, workspace) < .infinity
      {
        reach.rested.widen(later, reach.worked.low[day], reach.worked.high[day])
      }
      guard reach.rested.isReached(day) else { continue }
      let (low, high) = (reach.rested.low[day], reach.rested.high[day])
      if workspace.mayBeOff[day] { reach.rested.widen(day + 1, low, high) }
      blocks(day) { end, least, most in reach.worked.widen(end, low + least, high + most) }
    }
    // To the end.
    reach.restedToEnd.widen(window.to, window.unitsAfter, window.unitsAfter)
    for day in stride(from: window.to, through: max(1, window.from), by: -1) {
      if day < window.to {
        if workspace.mayBeOff[day], reach.restedToEnd.isReached(day + 1) {
          reach.restedToEnd.widen(
            day, reach.restedToEnd.low[day + 1], reach.restedToEnd.high[day + 1])
        }
        blocks(day) { end, least, most in
          guard reach.workedToEnd.isReached(end) else { return }
          reach.restedToEnd.widen(
            day, reach.workedToEnd.low[end] + least, reach.workedToEnd.high[end] + most)
        }
      }
      let later = day + run.leastOff
      if later > window.to {
        if window.to == days, offCost(day, days, workspace) < .infinity {
          reach.workedToEnd.widen(day, 0, 0)
        }
      } else if offCost(day, later, workspace) < .infinity, reach.restedToEnd.isReached(later) {
        reach.workedToEnd.widen(day, reach.restedToEnd.low[later], reach.restedToEnd.high[later])
      }
    }
    return bands(reach, &workspace)
  }

  private func bands(_ reach: UnitReach, _ workspace: inout BlockWorkspace) -> LineBands? {
    let window = workspace.window
    let days = rules.dayCount
    var bands = LineBands(days)
    let mostPeriods = rules.mostPeriods - window.periodsOutside
    let passed = (rules.periodsLeft.first ?? 0) - rules.periodsLeft[window.from]
    var next = 0
    for boundary in max(1, window.from)...window.to {
      var low = Int.max
      var high = Int.min
      for (from, to) in [
        (reach.rested, reach.restedToEnd), (reach.worked, reach.workedToEnd),
      ] where from.isReached(boundary) && to.isReached(boundary) {
        let lowest = max(from.low[boundary], rules.leastUnits - to.high[boundary])
        let highest = min(from.high[boundary], rules.mostUnits - to.low[boundary])
        guard lowest <= highest else { continue }
        low = min(low, lowest)
        high = max(high, highest)
      }
      let width = low <= high ? high - low + 1 : 0
      let left = rules.periodsLeft[boundary] - rules.periodsLeft[window.to]
      let periodsHigh = min(mostPeriods, left)
      bands.low[boundary] = width > 0 ? low : 0
      bands.width[boundary] = width
      bands.periodsHigh[boundary] = periodsHigh
      bands.periodsLow[boundary] =
        max(0, min(periodsHigh, mostPeriods - rules.periodsBefore[boundary] + passed))
      bands.start[boundary] = next
      next += width * bands.periods(boundary) * workspace.countStates
    }
    BlockWorkspace.grow(&workspace.rested, to: next, filler: 0)
    BlockWorkspace.grow(&workspace.worked, to: next, filler: 0)
    for place in 0..<next {
      workspace.rested[place] = .infinity
      workspace.worked[place] = .infinity
    }
    return bands
  }

  /// Periods that the window may touch, as far as they matter at its start.
  private func firstPeriods(_ workspace: BlockWorkspace) -> Int {
    let window = workspace.window
    return min(
      rules.mostPeriods - window.periodsOutside,
      rules.periodsLeft[window.from] - rules.periodsLeft[window.to])
  }

  // MARK: Values

  private func fillStates(_ bands: LineBands, _ workspace: inout BlockWorkspace) {
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
    let left = first - touches(0, length)
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
    let touched = touches(start, length)
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

  // MARK: Lines

  /// The states a line may end in, cheapest first.
  private func ends(_ bands: LineBands, _ workspace: BlockWorkspace) -> [State] {
    let window = workspace.window
    let isOpen = window.to == rules.dayCount
    let earliest = isOpen ? max(1, window.to - rules.run.leastOff + 1) : window.to
    var ends: [State] = []
    for boundary in earliest...window.to
    where boundary >= window.from && bands.width[boundary] > 0 {
      let cost = offCost(boundary, window.to, workspace)
      guard cost < .infinity else { continue }
      for hasWorked in [true, false] where hasWorked ? isOpen : boundary == window.to {
        for state in 0..<workspace.countStates {
          for left in bands.periodsLow[boundary]...bands.periodsHigh[boundary] {
            for offset in 0..<bands.width[boundary] {
              let units = bands.low[boundary] + offset
              let total = units + window.unitsAfter
              guard total >= rules.leastUnits, total <= rules.mostUnits else { continue }
              let place = bands.place(boundary, state: state, periods: left, units: units)
              let value = hasWorked ? workspace.worked[place] : workspace.rested[place]
              guard value < .infinity else { continue }
              ends.append(
                State(
                  boundary: boundary, hasWorked: hasWorked, counts: state, periods: left,
                  units: units, cost: value + cost + window.costOutside))
            }
          }
        }
      }
    }
    return ends.sorted { $0.cost < $1.cost }
  }

  /// The classes of the line that ends in a state.
  private func trace(
    _ end: State, _ bands: LineBands, _ workspace: BlockWorkspace
  ) -> [Int32] {
    let window = workspace.window
    var classes = [Int32](repeating: -1, count: rules.dayCount)
    for day in 0..<window.from { classes[day] = workspace.settledClass[day] }
    for day in window.to..<rules.dayCount { classes[day] = workspace.settledClass[day] }
    var state = end
    state.cost = value(state, bands, workspace)
    while let previous = step(back: state, bands, workspace, into: &classes) { state = previous }
    return classes
  }

  private func value(_ state: State, _ bands: LineBands, _ workspace: BlockWorkspace) -> Double {
    let place = bands.place(
      state.boundary, state: state.counts, periods: state.periods, units: state.units)
    return state.hasWorked ? workspace.worked[place] : workspace.rested[place]
  }

  /// The state that a state's value came from; nil at the start.
  private func step(
    back state: State, _ bands: LineBands, _ workspace: BlockWorkspace,
    into classes: inout [Int32]
  ) -> State? {
    let run = rules.run
    let boundary = state.boundary
    let first = workspace.window.from
    if !state.hasWorked {
      for hadWorked in [false, true] {
        let from = hadWorked ? boundary - run.leastOff : boundary - 1
        guard from >= max(1, first), bands.width[from] > 0, state.units >= bands.low[from],
          state.units < bands.low[from] + bands.width[from]
        else { continue }
        let cost = offCost(from, boundary, workspace)
        for left in bands.periodsLow[from]...bands.periodsHigh[from]
        where bands.clamped(left, at: boundary) == state.periods {
          var previous = state
          previous.boundary = from
          previous.hasWorked = hadWorked
          previous.periods = left
          previous.cost = value(previous, bands, workspace)
          if previous.cost < .infinity, previous.cost + cost == state.cost { return previous }
        }
      }
      return nil
    }
    let shape = shape(workspace)
    for length in 1...run.most where length <= boundary - first {
      let start = boundary - length
      let place = start * shape.longest + length - 1
      guard workspace.blockMost[place] >= 0 else { continue }
      let touched = touches(start, length)
      for extra in Int(workspace.blockLeast[place])...Int(workspace.blockMost[place]) {
        let units = state.units - length * rules.baseUnits - extra
        guard units >= 0 else { continue }
        for blockState in 0..<shape.counts {
          let cost = workspace.blockCost[
            shape.block(start, length) + extra * shape.counts + blockState]
          guard cost < .infinity else { continue }
          if start == 0 {
            let left = firstPeriods(workspace) - touched
            guard units == 0, blockState == state.counts, cost == state.cost, left >= 0,
              bands.clamped(left, at: boundary) == state.periods
            else { continue }
            traceBlock(
              start: 0, length: length, units: extra, state: blockState, workspace,
              into: &classes)
            return nil
          }
          guard bands.width[start] > 0, units >= bands.low[start],
            units < bands.low[start] + bands.width[start]
          else { continue }
          for counts in 0..<shape.counts
          where Int(workspace.countSum[counts * shape.counts + blockState]) == state.counts {
            for left in bands.periodsLow[start]...bands.periodsHigh[start]
            where left >= touched
              && bands.clamped(left - touched, at: boundary) == state.periods
            {
              var previous = State(
                boundary: start, hasWorked: false, counts: counts, periods: left, units: units,
                cost: 0)
              previous.cost = value(previous, bands, workspace)
              guard previous.cost < .infinity, previous.cost + cost == state.cost else { continue }
              traceBlock(
                start: start, length: length, units: extra, state: blockState, workspace,
                into: &classes)
              return previous
            }
          }
        }
      }
    }
    return nil
  }
}
