extension BlockOptimizer {
  /// The states a line may end in, cheapest first.
  func ends(_ bands: LineBands, _ workspace: BlockWorkspace) -> [LineState] {
    let window = workspace.window
    let isOpen = window.to == rules.dayCount
    let earliest = isOpen ? max(1, window.to - rules.run.leastOff + 1) : window.to
    var ends: [LineState] = []
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
                LineState(
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
  func trace(
    _ end: LineState, _ bands: LineBands, _ workspace: BlockWorkspace
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

  private func value(_ state: LineState, _ bands: LineBands, _ workspace: BlockWorkspace) -> Double
  {
    let place = bands.place(
      state.boundary, state: state.counts, periods: state.periods, units: state.units)
    return state.hasWorked ? workspace.worked[place] : workspace.rested[place]
  }

  /// The state that a state's value came from; nil at the start.
  private func step(
    back state: LineState, _ bands: LineBands, _ workspace: BlockWorkspace,
    into classes: inout [Int32]
  ) -> LineState? {
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
      let touched = stateTouches(start, length, workspace)
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
              var previous = LineState(
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
