/// Scratch memory of the search for augmenting paths in one pool.
struct FlowScratch: Sendable {
  /// For each target of the pool the one before it on the way: -1 for the
  /// first, -2 if it is not reached.
  var previous: [Int32]
  /// For each target the row whose units are exchanged.
  var row: [Int32]
  /// The targets reached, in their order.
  var queue: [Int32]

  init(targetLimit: Int) {
    previous = Array(repeating: -2, count: targetLimit)
    row = previous
    queue = previous
  }
}

extension CoverState {
  /// A cheapest way to one unit more or less; the exchanges that lead there
  /// are in the scratch memory.
  private struct Path {
    /// The target that changes, -1 for none.
    var target = -1
    var slope = 0.0
    /// Units for which the slope and the exchanges hold.
    var room: Int32 = 0
  }

  /// Sends units of a row to the pool's targets at least cost.
  ///
  /// Each round finds all targets that an exchange can free for the row, and
  /// takes the one with the least slope: a cheapest augmenting path, because
  /// only the last target's units change in sum.
  ///
  /// - Returns: The change of the pool's price.
  /// - Complexity: O(rows x targets) a round; a round for each bend passed.
  mutating func pour(_ units: Int32, row: Int, pool: Int) -> Double {
    var left = units
    var delta = 0.0
    while left > 0 {
      let path = findPath(row: row, pool: pool, isPouring: true)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta += path.slope * Double(amount)
      apply(path, amount: amount, pool: pool)
      left -= amount
    }
    return delta
  }

  /// Takes units of a row back at the greatest saving.
  mutating func drain(_ units: Int32, row: Int, pool: Int) -> Double {
    var left = units
    var delta = 0.0
    while left > 0 {
      let path = findPath(row: row, pool: pool, isPouring: false)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta -= path.slope * Double(amount)
      apply(path, amount: -amount, pool: pool)
      left -= amount
    }
    return delta
  }

  /// What `pour` would return, without a change.
  mutating func trialPour(_ units: Int32, row: Int, pool: Int) -> Double {
    let path = findPath(row: row, pool: pool, isPouring: true)
    if path.target >= 0, path.room >= units { return path.slope * Double(units) }
    let targets = Int(tables.firstTarget[pool])..<Int(tables.firstTarget[pool + 1])
    let flows = Int(tables.firstFlow[pool])..<Int(tables.firstFlow[pool + 1])
    let savedTargets = Array(targetUnits[targets])
    let savedFlows = Array(flow[flows])
    let delta = pour(units, row: row, pool: pool)
    for (index, value) in zip(targets, savedTargets) {
      targetUnits[index] = value
      updateSlopes(target: index)
    }
    for (index, value) in zip(flows, savedFlows) { flow[index] = value }
    return delta
  }

  mutating func updateSlopes(target: Int) {
    slopeUp[target] = tables.slopeAbove(target: target, units: targetUnits[target]).slope
    slopeDown[target] =
      targetUnits[target] > 0
      ? tables.slopeBelow(target: target, units: targetUnits[target]).slope : -.infinity
  }

  /// Finds the target that a row's next unit goes to, or the one that loses
  /// when a unit of the row goes.
  ///
  /// Pouring starts at the targets the row serves; from a target it goes on to
  /// all that somebody there could serve instead. Draining starts at the
  /// targets where the row has units; from a target it goes on to all whose
  /// units could fill the hole.
  private mutating func findPath(row: Int, pool: Int, isPouring: Bool) -> Path {
    let firstTarget = Int(tables.firstTarget[pool])
    let targetCount = Int(tables.firstTarget[pool + 1]) - firstTarget
    let firstRow = Int(tables.firstRow[pool])
    let rowCount = Int(tables.firstRow[pool + 1]) - firstRow
    let firstFlow = Int(tables.firstFlow[pool])
    let own = firstFlow + (row - firstRow) * targetCount
    var path = Path()
    var reached = 0
    for target in 0..<targetCount {
      if isPouring ? tables.canServe[own + target] : flow[own + target] > 0 {
        scratch.previous[target] = -1
        scratch.row[target] = Int32(truncatingIfNeeded: row - firstRow)
        scratch.queue[reached] = Int32(truncatingIfNeeded: target)
        reached += 1
      } else {
        scratch.previous[target] = -2
      }
    }
    var head = 0
    while head < reached {
      let target = Int(scratch.queue[head])
      head += 1
      let slope =
        isPouring ? slopeUp[firstTarget + target] : slopeDown[firstTarget + target]
      if path.target < 0 || (isPouring ? slope < path.slope : slope > path.slope) {
        path.target = target
        path.slope = slope
      }
      if reached == targetCount { continue }
      for rowInPool in 0..<rowCount {
        let first = firstFlow + rowInPool * targetCount
        guard isPouring ? flow[first + target] > 0 : tables.canServe[first + target] else {
          continue
        }
        for other in 0..<targetCount where scratch.previous[other] == -2 {
          guard isPouring ? tables.canServe[first + other] : flow[first + other] > 0 else {
            continue
          }
          scratch.previous[other] = Int32(truncatingIfNeeded: target)
          scratch.row[other] = Int32(truncatingIfNeeded: rowInPool)
          scratch.queue[reached] = Int32(truncatingIfNeeded: other)
          reached += 1
        }
      }
    }
    guard path.target >= 0 else { return path }
    let place = firstTarget + path.target
    path.room =
      isPouring
      ? tables.slopeAbove(target: place, units: targetUnits[place]).room
      : tables.slopeBelow(target: place, units: targetUnits[place]).room
    // Units that an exchange moves must be there.
    var target = path.target
    while target >= 0 {
      let before = Int(scratch.previous[target])
      let first = firstFlow + Int(scratch.row[target]) * targetCount
      if isPouring {
        if before >= 0 { path.room = min(path.room, flow[first + before]) }
      } else {
        path.room = min(path.room, flow[first + target])
      }
      target = before
    }
    return path
  }

  /// Changes the flow along the path found last, by a negative amount when
  /// draining.
  private mutating func apply(_ path: Path, amount: Int32, pool: Int) {
    let firstTarget = Int(tables.firstTarget[pool])
    let targetCount = Int(tables.firstTarget[pool + 1]) - firstTarget
    let firstFlow = Int(tables.firstFlow[pool])
    targetUnits[firstTarget + path.target] += amount
    updateSlopes(target: firstTarget + path.target)
    var target = path.target
    while target >= 0 {
      let before = Int(scratch.previous[target])
      let first = firstFlow + Int(scratch.row[target]) * targetCount
      flow[first + target] += amount
      if before >= 0 { flow[first + before] -= amount }
      target = before
    }
  }
}
