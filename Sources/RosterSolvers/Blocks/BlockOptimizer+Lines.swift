/// The states of one call's outer program: the total and the periods left at
/// each day boundary, for each count state.
struct LineBands {
  var low: [Int]
  var width: [Int]
  var periodsLow: [Int]
  var periodsHigh: [Int]
  var start: [Int]

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
    guard rules.mostPeriods >= 0, rules.leastUnits <= rules.mostUnits else { return [] }
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
    let far = Int.max / 4
    let run = rules.run
    var restedLow = Array(repeating: far, count: days + 1)
    var restedHigh = Array(repeating: -far, count: days + 1)
    var workedLow = restedLow
    var workedHigh = restedHigh
    func widen(_ low: inout Int, _ high: inout Int, _ by: (Int, Int)) {
      low = min(low, by.0)
      high = max(high, by.1)
    }
    func blocks(_ start: Int, _ visit: (Int, Int, Int) -> Void) {
      for length in 1...run.most where start + length <= days {
        let place = start * run.most + length - 1
        let most = Int(workspace.blockMost[place])
        guard most >= 0 else { continue }
        let base = length * rules.baseUnits
        visit(start + length, base + Int(workspace.blockLeast[place]), base + most)
      }
    }
    // From the start.
    if run.mayStartOff {
      let rested = min(run.firstLeastOff, days)
      if offCost(0, rested, workspace) < .infinity {
        widen(&restedLow[rested], &restedHigh[rested], (0, 0))
      }
    }
    blocks(0) { end, least, most in widen(&workedLow[end], &workedHigh[end], (least, most)) }
    for day in 1..<max(days, 1) {
      if workedHigh[day] >= 0, day + run.leastOff <= days,
        offCost(day, day + run.leastOff, workspace) < .infinity
      {
        let later = day + run.leastOff
        widen(&restedLow[later], &restedHigh[later], (workedLow[day], workedHigh[day]))
      }
      guard restedHigh[day] >= 0 else { continue }
      if workspace.mayBeOff[day] {
        widen(&restedLow[day + 1], &restedHigh[day + 1], (restedLow[day], restedHigh[day]))
      }
      blocks(day) { end, least, most in
        widen(
          &workedLow[end], &workedHigh[end], (restedLow[day] + least, restedHigh[day] + most))
      }
    }
    // To the end.
    var restLow = Array(repeating: far, count: days + 1)
    var restHigh = Array(repeating: -far, count: days + 1)
    var endLow = restLow
    var endHigh = restHigh
    restLow[days] = 0
    restHigh[days] = 0
    for day in stride(from: days, through: 1, by: -1) {
      if day < days, workspace.mayBeOff[day], restHigh[day + 1] >= 0 {
        widen(&restLow[day], &restHigh[day], (restLow[day + 1], restHigh[day + 1]))
      }
      if day < days {
        blocks(day) { end, least, most in
          guard endHigh[end] >= 0 else { return }
          widen(&restLow[day], &restHigh[day], (endLow[end] + least, endHigh[end] + most))
        }
      }
      let later = day + run.leastOff
      if later > days {
        if offCost(day, days, workspace) < .infinity {
          widen(&endLow[day], &endHigh[day], (0, 0))
        }
      } else if offCost(day, later, workspace) < .infinity, restHigh[later] >= 0 {
        widen(&endLow[day], &endHigh[day], (restLow[later], restHigh[later]))
      }
    }
    var bands = LineBands(low: [0], width: [0], periodsLow: [0], periodsHigh: [0], start: [0])
    var next = 0
    for boundary in 1...days {
      var low = far
      var high = -far
      for (from, to, least, most) in [
        (restedLow, restedHigh, restLow, restHigh), (workedLow, workedHigh, endLow, endHigh),
      ] where to[boundary] >= 0 && most[boundary] >= 0 {
        let lowest = max(from[boundary], rules.leastUnits - most[boundary])
        let highest = min(to[boundary], rules.mostUnits - least[boundary])
        guard lowest <= highest else { continue }
        low = min(low, lowest)
        high = max(high, highest)
      }
      let width = max(0, high - low + 1)
      let periodsHigh = min(rules.mostPeriods, rules.periodsLeft[boundary])
      bands.low.append(low)
      bands.width.append(width)
      bands.periodsHigh.append(periodsHigh)
      bands.periodsLow.append(
        max(0, min(periodsHigh, rules.mostPeriods - rules.periodsBefore[boundary])))
      bands.start.append(next)
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

  // MARK: Values

  private func fillStates(_ bands: LineBands, _ workspace: inout BlockWorkspace) {
    let days = rules.dayCount
    let run = rules.run
    let first = min(rules.mostPeriods, rules.periodsLeft[0])
    if run.mayStartOff {
      let rested = min(run.firstLeastOff, days)
      if bands.width[rested] > 0, bands.low[rested] == 0 {
        let place = bands.place(
          rested, state: 0, periods: bands.clamped(first, at: rested), units: 0)
        workspace.rested[place] = offCost(0, rested, workspace)
      }
    }
    let shape = shape(workspace)
    for length in 1...run.most where length <= days {
      startWithBlock(length, first, shape, bands, &workspace)
    }
    var day = 1
    while day < days {
      let later = day + run.leastOff
      if later <= days, bands.width[day] > 0, bands.width[later] > 0 {
        let cost = offCost(day, later, workspace)
        if cost < .infinity {
          carry(day, later, cost, bands, &workspace)
        }
      }
      if bands.width[day] > 0 {
        if workspace.mayBeOff[day], bands.width[day + 1] > 0 {
          rest(day, workspace.offPrice[day], bands, &workspace)
        }
        for length in 1...run.most where day + length <= days {
          let place = day * run.most + length - 1
          if workspace.blockMost[place] >= 0, bands.width[day + length] > 0 {
            addBlock(day, length, shape, bands, &workspace)
          }
        }
      }
      day += 1
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

  /// One more day off. Source and target lie in one array, the source first.
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
    var rested = restedMemory.mutableSpan
    for state in 0..<workspace.countStates {
      for left in bands.periodsLow[day]...bands.periodsHigh[day] {
        let source = bands.place(day, state: state, periods: left, units: low)
        let target = bands.place(
          to, state: state, periods: bands.clamped(left, at: to), units: low)
        for offset in 0..<(high - low) {
          let value = rested[source + offset] + cost
          if value < rested[target + offset] { rested[target + offset] = value }
        }
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
    let days = rules.dayCount
    var ends: [State] = []
    for boundary in max(1, days - rules.run.leastOff + 1)...days where bands.width[boundary] > 0 {
      let cost = offCost(boundary, days, workspace)
      guard cost < .infinity else { continue }
      for hasWorked in [true, false] where hasWorked || boundary == days {
        for state in 0..<workspace.countStates {
          for left in bands.periodsLow[boundary]...bands.periodsHigh[boundary] {
            for offset in 0..<bands.width[boundary] {
              let units = bands.low[boundary] + offset
              guard units >= rules.leastUnits, units <= rules.mostUnits else { continue }
              let place = bands.place(boundary, state: state, periods: left, units: units)
              let value = hasWorked ? workspace.worked[place] : workspace.rested[place]
              guard value < .infinity else { continue }
              ends.append(
                State(
                  boundary: boundary, hasWorked: hasWorked, counts: state, periods: left,
                  units: units, cost: value + cost))
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
    var classes = [Int32](repeating: -1, count: rules.dayCount)
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
    if !state.hasWorked {
      for hadWorked in [false, true] {
        let from = hadWorked ? boundary - run.leastOff : boundary - 1
        guard from >= 1, bands.width[from] > 0, state.units >= bands.low[from],
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
    for length in 1...run.most where length <= boundary {
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
            let left = min(rules.mostPeriods, rules.periodsLeft[0]) - touched
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
