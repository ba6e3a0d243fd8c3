/// Scratch memory of the search for augmenting paths.
struct FlowScratch: Sendable {
  /// For each target the one before it on the way: -1 for the first; valid
  /// where `mark` is that of the present search.
  var previous: [Int32]
  /// For each target the flow that would grow to reach it, and the one that
  /// would shrink: to the target before it, -1 for the first.
  var grows: [Int32]
  var shrinks: [Int32]
  var mark: [UInt32]
  /// The searches in which each row was looked at.
  var rowMark: [UInt32]
  var search: UInt32 = 0
  /// The targets reached, in their order.
  var queue: [Int32]

  init(targetCount: Int, rowCount: Int) {
    previous = Array(repeating: -1, count: targetCount)
    grows = previous
    shrinks = previous
    queue = previous
    mark = Array(repeating: 0, count: targetCount)
    rowMark = Array(repeating: 0, count: rowCount)
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
  /// - Complexity: O(flows of the pool) a round; a round for each bend passed.
  mutating func pour(_ units: Int32, row: Int) -> Double {
    var left = units
    var delta = 0.0
    while left > 0 {
      let path = findPath(row: row, isPouring: true)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta += path.slope * Double(amount)
      apply(path, amount: amount)
      left -= amount
    }
    return delta
  }

  /// Takes units of a row back at the greatest saving.
  mutating func drain(_ units: Int32, row: Int) -> Double {
    var left = units
    var delta = 0.0
    while left > 0 {
      let path = findPath(row: row, isPouring: false)
      guard path.target >= 0 else { break }
      let amount = min(left, path.room)
      delta -= path.slope * Double(amount)
      apply(path, amount: -amount)
      left -= amount
    }
    return delta
  }

  /// What `pour` would return, without a change.
  mutating func trialPour(_ units: Int32, row: Int, pool: Int) -> Double {
    let path = findPath(row: row, isPouring: true)
    if path.target >= 0, path.room >= units { return path.slope * Double(units) }
    let targets = Int(tables.firstTarget[pool])..<Int(tables.firstTarget[pool + 1])
    let flows =
      Int(
        tables.firstFlow[Int(tables.firstRow[pool])])..<Int(
        tables.firstFlow[Int(tables.firstRow[pool + 1])])
    let savedTargets = Array(targetUnits[targets])
    let savedFlows = Array(flow[flows])
    let delta = pour(units, row: row)
    for (index, value) in zip(targets, savedTargets) {
      targetUnits[index] = value
      updateSlopes(target: index)
    }
    for (index, value) in zip(flows, savedFlows) { flow[index] = value }
    return delta
  }

  /// What the next unit on a row costs, for pools that span time: all rows of
  /// the pool are priced at once.
  ///
  /// Targets are taken by ascending slope; each prices the rows that serve it
  /// and are not priced yet, and through the units these rows have elsewhere
  /// nothing changes: a row reaches a target over an exchange exactly when it
  /// serves a target from which units can move there.
  ///
  /// - Complexity: O(flows + targets log targets) once a change of the pool.
  mutating func rowSlope(row: Int, pool: Int, version: UInt32) -> Double {
    if slopeVersion[pool] == version { return rowSlopes[row] }
    slopeVersion[pool] = version
    let targets = Int(tables.firstTarget[pool])..<Int(tables.firstTarget[pool + 1])
    let rows = Int(tables.firstRow[pool])..<Int(tables.firstRow[pool + 1])
    for row in rows { rowSlopes[row] = .infinity }
    scratch.search &+= 1
    for start in targets.sorted(by: { (slopeUp[$0], $0) < (slopeUp[$1], $1) }) {
      guard scratch.mark[start] != scratch.search else { continue }
      let slope = slopeUp[start]
      scratch.mark[start] = scratch.search
      scratch.queue[0] = Int32(truncatingIfNeeded: start)
      var (head, reached) = (0, 1)
      while head < reached {
        let target = Int(scratch.queue[head])
        head += 1
        for place in tables.firstOfTarget[target]..<tables.firstOfTarget[target + 1] {
          let row = Int(tables.flowRow[Int(tables.flowsOfTarget[Int(place)])])
          guard scratch.rowMark[row] != scratch.search else { continue }
          scratch.rowMark[row] = scratch.search
          rowSlopes[row] = slope
          // Whoever pours on a target where this row has units can move them.
          for other in tables.firstFlow[row]..<tables.firstFlow[row + 1]
          where flow[Int(other)] > 0 {
            let next = Int(tables.flowTarget[Int(other)])
            guard scratch.mark[next] != scratch.search else { continue }
            scratch.mark[next] = scratch.search
            scratch.queue[reached] = Int32(truncatingIfNeeded: next)
            reached += 1
          }
        }
      }
    }
    return rowSlopes[row]
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
  private mutating func findPath(row: Int, isPouring: Bool) -> Path {
    scratch.search &+= 1
    let search = scratch.search
    var path = Path()
    var reached = 0
    for own in tables.firstFlow[row]..<tables.firstFlow[row + 1]
    where isPouring || flow[Int(own)] > 0 {
      let target = Int(tables.flowTarget[Int(own)])
      scratch.mark[target] = search
      scratch.previous[target] = -1
      scratch.grows[target] = own
      scratch.shrinks[target] = -1
      scratch.queue[reached] = Int32(truncatingIfNeeded: target)
      reached += 1
    }
    var head = 0
    while head < reached {
      let target = Int(scratch.queue[head])
      head += 1
      let slope = isPouring ? slopeUp[target] : slopeDown[target]
      if path.target < 0 || (isPouring ? slope < path.slope : slope > path.slope) {
        path.target = target
        path.slope = slope
      }
      for place in tables.firstOfTarget[target]..<tables.firstOfTarget[target + 1] {
        let here = tables.flowsOfTarget[Int(place)]
        guard !isPouring || flow[Int(here)] > 0 else { continue }
        let server = Int(tables.flowRow[Int(here)])
        // A row that was looked at has nothing new to offer, unless it was
        // looked at while pouring from where it has no units.
        guard scratch.rowMark[server] != search else { continue }
        scratch.rowMark[server] = search
        for other in tables.firstFlow[server]..<tables.firstFlow[server + 1]
        where isPouring || flow[Int(other)] > 0 {
          let next = Int(tables.flowTarget[Int(other)])
          guard scratch.mark[next] != search else { continue }
          scratch.mark[next] = search
          scratch.previous[next] = Int32(truncatingIfNeeded: target)
          scratch.grows[next] = isPouring ? other : here
          scratch.shrinks[next] = isPouring ? here : other
          scratch.queue[reached] = Int32(truncatingIfNeeded: next)
          reached += 1
        }
      }
    }
    guard path.target >= 0 else { return path }
    path.room =
      isPouring
      ? tables.slopeAbove(target: path.target, units: targetUnits[path.target]).room
      : tables.slopeBelow(target: path.target, units: targetUnits[path.target]).room
    // Units that an exchange moves must be there.
    var target = path.target
    while target >= 0 {
      let shrinking =
        isPouring || scratch.shrinks[target] >= 0
        ? scratch.shrinks[target] : scratch.grows[target]
      if shrinking >= 0 { path.room = min(path.room, flow[Int(shrinking)]) }
      target = Int(scratch.previous[target])
    }
    return path
  }

  /// Changes the flow along the path found last, by a negative amount when
  /// draining.
  private mutating func apply(_ path: Path, amount: Int32) {
    targetUnits[path.target] += amount
    updateSlopes(target: path.target)
    let moved = abs(amount)
    var target = path.target
    while target >= 0 {
      let grows = Int(scratch.grows[target])
      let shrinks = Int(scratch.shrinks[target])
      if shrinks >= 0 {
        flow[grows] += moved
        flow[shrinks] -= moved
      } else {
        flow[grows] += amount
      }
      target = Int(scratch.previous[target])
    }
  }
}
