/// The states of one call's outer program: the total and the periods left at
/// each day boundary, for each count state.
struct LineBands {
  var low: [Int]
  var width: [Int]
  var periodsLow: [Int]
  var periodsHigh: [Int]
  var start: [Int]
  /// States of all boundaries.
  var stateCount = 0

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
  /// The totals at each boundary from which the limits can still be met; nil
  /// if there are none.
  func bands(_ workspace: inout BlockWorkspace) -> LineBands? {
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
    // Priced periods are no states.
    let mostPeriods = workspace.pricesPeriods ? 0 : rules.mostPeriods - window.periodsOutside
    let passed = (rules.periodsLeft.first ?? 0) - rules.periodsLeft[window.from]
    var next = 0
    for boundary in max(1, window.from)...window.to {
      let rested = totals(reach.rested, reach.restedToEnd, at: boundary)
      let worked = totals(reach.worked, reach.workedToEnd, at: boundary)
      let low = min(rested.low, worked.low)
      let high = max(rested.high, worked.high)
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
    bands.stateCount = next
    BlockWorkspace.grow(&workspace.rested, to: next, filler: 0)
    BlockWorkspace.grow(&workspace.worked, to: next, filler: 0)
    return bands
  }

  /// Totals at a boundary that can be reached and from which the limits can be
  /// met; the least above the most if there are none.
  private func totals(
    _ from: borrowing UnitRange, _ to: borrowing UnitRange, at boundary: Int
  ) -> (low: Int, high: Int) {
    guard from.isReached(boundary), to.isReached(boundary) else { return (.max, .min) }
    let low = max(from.low[boundary], rules.leastUnits - to.high[boundary])
    let high = min(from.high[boundary], rules.mostUnits - to.low[boundary])
    return low <= high ? (low, high) : (.max, .min)
  }

  /// Forgets what states cost.
  func clearStates(_ bands: LineBands, _ workspace: inout BlockWorkspace) {
    Self.clear(&workspace.rested, upTo: bands.stateCount)
    Self.clear(&workspace.worked, upTo: bands.stateCount)
  }

  private static func clear(_ costs: inout [Double], upTo count: Int) {
    var costs = costs.mutableSpan
    var part = costs._mutatingExtracting(0..<count)
    part.update(repeating: .infinity)
  }

  /// Periods that the window may touch, as far as they matter at its start.
  func firstPeriods(_ workspace: BlockWorkspace) -> Int {
    if workspace.pricesPeriods { return 0 }
    let window = workspace.window
    return min(
      rules.mostPeriods - window.periodsOutside,
      rules.periodsLeft[window.from] - rules.periodsLeft[window.to])
  }
}
