extension CoverState {
  /// A cheapest way to one unit more or less: the target that changes and the
  /// exchanges that lead there.
  private struct Path {
    var target = -1
    var slope = 0.0
    /// Units for which the slope and the exchanges hold.
    var room: Int32 = 0
    /// For each target the one before it on the way, -1 for the first.
    var previous: [Int]
    /// For each target the row that is exchanged.
    var row: [Int]
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
      let path = pouringPath(row: row, pool: pool)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta += path.slope * Double(amount)
      apply(path, amount: amount, pool: pool, isPouring: true)
      left -= amount
    }
    return delta
  }

  /// Takes units of a row back at the greatest saving.
  mutating func drain(_ units: Int32, row: Int, pool: Int) -> Double {
    var left = units
    var delta = 0.0
    while left > 0 {
      let path = drainingPath(row: row, pool: pool)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta -= path.slope * Double(amount)
      apply(path, amount: amount, pool: pool, isPouring: false)
      left -= amount
    }
    return delta
  }

  /// What `pour` would return, without a change.
  mutating func trialPour(_ units: Int32, row: Int, pool: Int) -> Double {
    let path = pouringPath(row: row, pool: pool)
    if path.target >= 0, path.room >= units { return path.slope * Double(units) }
    let targets = Int(tables.firstTarget[pool])..<Int(tables.firstTarget[pool + 1])
    let flows = Int(tables.firstFlow[pool])..<Int(tables.firstFlow[pool + 1])
    let savedTargets = Array(targetUnits[targets])
    let savedFlows = Array(flow[flows])
    let delta = pour(units, row: row, pool: pool)
    for (index, value) in zip(targets, savedTargets) { targetUnits[index] = value }
    for (index, value) in zip(flows, savedFlows) { flow[index] = value }
    return delta
  }

  private func pouringPath(row: Int, pool: Int) -> Path {
    let firstTarget = Int(tables.firstTarget[pool])
    let targetCount = Int(tables.firstTarget[pool + 1]) - firstTarget
    let firstRow = Int(tables.firstRow[pool])
    let rowCount = Int(tables.firstRow[pool + 1]) - firstRow
    let firstFlow = Int(tables.firstFlow[pool])
    var path = Path(
      previous: Array(repeating: -2, count: targetCount), row: Array(repeating: -1, count: targetCount))
    var queue: [Int] = []
    queue.reserveCapacity(targetCount)
    func reach(_ target: Int, from previous: Int, by rowInPool: Int) {
      guard path.previous[target] == -2 else { return }
      path.previous[target] = previous
      path.row[target] = rowInPool
      queue.append(target)
    }
    let own = row - firstRow
    for target in 0..<targetCount where tables.canServe[firstFlow + own * targetCount + target] {
      reach(target, from: -1, by: own)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      let (slope, room) = tables.slopeAbove(
        target: firstTarget + target, units: targetUnits[firstTarget + target])
      if path.target < 0 || slope < path.slope {
        path.target = target
        path.slope = slope
        path.room = room
      }
      if queue.count == targetCount { continue }
      for rowInPool in 0..<rowCount where flow[firstFlow + rowInPool * targetCount + target] > 0 {
        for other in 0..<targetCount
        where tables.canServe[firstFlow + rowInPool * targetCount + other] {
          reach(other, from: target, by: rowInPool)
        }
      }
    }
    // What an exchange moves must be there.
    var target = path.target
    while target >= 0, path.previous[target] >= 0 {
      let place = firstFlow + path.row[target] * targetCount + path.previous[target]
      path.room = min(path.room, flow[place])
      target = path.previous[target]
    }
    return path
  }

  private func drainingPath(row: Int, pool: Int) -> Path {
    let firstTarget = Int(tables.firstTarget[pool])
    let targetCount = Int(tables.firstTarget[pool + 1]) - firstTarget
    let firstRow = Int(tables.firstRow[pool])
    let rowCount = Int(tables.firstRow[pool + 1]) - firstRow
    let firstFlow = Int(tables.firstFlow[pool])
    var path = Path(
      previous: Array(repeating: -2, count: targetCount), row: Array(repeating: -1, count: targetCount))
    var queue: [Int] = []
    func reach(_ target: Int, from previous: Int, by rowInPool: Int) {
      guard path.previous[target] == -2 else { return }
      path.previous[target] = previous
      path.row[target] = rowInPool
      queue.append(target)
    }
    let own = row - firstRow
    for target in 0..<targetCount where flow[firstFlow + own * targetCount + target] > 0 {
      reach(target, from: -1, by: own)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      let (slope, room) = tables.slopeBelow(
        target: firstTarget + target, units: targetUnits[firstTarget + target])
      if path.target < 0 || slope > path.slope {
        path.target = target
        path.slope = slope
        path.room = room
      }
      if queue.count == targetCount { continue }
      // Who else could fill the hole left at `target`, leaving another one.
      for rowInPool in 0..<rowCount
      where tables.canServe[firstFlow + rowInPool * targetCount + target] {
        for other in 0..<targetCount
        where flow[firstFlow + rowInPool * targetCount + other] > 0 {
          reach(other, from: target, by: rowInPool)
        }
      }
    }
    var target = path.target
    while target >= 0 {
      path.room = min(path.room, flow[firstFlow + path.row[target] * targetCount + target])
      target = path.previous[target]
    }
    return path
  }

  private mutating func apply(_ path: Path, amount: Int32, pool: Int, isPouring: Bool) {
    let firstTarget = Int(tables.firstTarget[pool])
    let targetCount = Int(tables.firstTarget[pool + 1]) - firstTarget
    let firstFlow = Int(tables.firstFlow[pool])
    let change = isPouring ? amount : -amount
    targetUnits[firstTarget + path.target] += change
    var target = path.target
    while target >= 0 {
      let row = firstFlow + path.row[target] * targetCount
      flow[row + target] += change
      if path.previous[target] >= 0 { flow[row + path.previous[target]] -= change }
      target = path.previous[target]
    }
  }
}
