extension BlockOptimizer {
  /// Leaves out settled days before and after the free ones, up to where a
  /// settled block begins.
  func setWindow(around free: Range<Int>, _ workspace: inout BlockWorkspace) {
    let days = rules.dayCount
    workspace.window = BlockWindow(from: 0, to: days)
    guard !free.isEmpty, free.count < days else { return }
    // Anything wrong outside leaves no line; then all of it is looked at.
    for day in 0..<days where workspace.isSettled[day] {
      guard workspace.mayWork[day] || workspace.mayBeOff[day] else { return }
    }
    var from = free.lowerBound - 1
    while from > 0, !begins(from, workspace) { from -= 1 }
    var to = free.upperBound + 1
    while to < days, !begins(to, workspace) { to += 1 }
    from = max(0, from)
    to = min(days, to)
    guard areRunsLegal(0..<from, workspace), areRunsLegal(to..<days, workspace) else { return }
    let before = outside(0..<from, workspace)
    let after = outside(to..<days, workspace)
    workspace.window = BlockWindow(
      from: from, to: to, unitsBefore: before.units, unitsAfter: after.units,
      periodsOutside: before.periods + after.periods, costOutside: before.cost + after.cost)
  }

  /// True if a settled block begins on a day after a settled day off.
  private func begins(_ day: Int, _ workspace: BlockWorkspace) -> Bool {
    workspace.isSettled[day] && workspace.isSettled[day - 1] && workspace.mayWork[day]
      && !workspace.mayWork[day - 1]
  }

  private func outside(
    _ days: Range<Int>, _ workspace: BlockWorkspace
  ) -> (units: Int, periods: Int, cost: Double) {
    var units = 0
    var periods = 0
    var cost = 0.0
    var last = -1
    for day in days {
      let index = Int(workspace.settledClass[day])
      guard index >= 0 else {
        cost += workspace.offPrice[day]
        continue
      }
      cost += workspace.classPrice[index]
      units += rules.baseUnits + rules.classes[index].units
      let period = rules.periodOfDay[day]
      if period >= 0, period != last {
        periods += 1
        last = period
      }
    }
    return (units, periods, cost)
  }

  /// True if the runs of settled days keep to the lengths, and their shifts to
  /// the successions.
  private func areRunsLegal(_ days: Range<Int>, _ workspace: BlockWorkspace) -> Bool {
    let run = rules.run
    var first = days.lowerBound
    while first < days.upperBound {
      let isWork = workspace.settledClass[first] >= 0
      var next = first + 1
      while next < days.upperBound, (workspace.settledClass[next] >= 0) == isWork {
        if isWork, !follows(next, workspace) { return false }
        next += 1
      }
      let length = next - first
      let isLast = next == rules.dayCount
      if isWork {
        let most = first == 0 ? run.firstMost : run.most
        let least = first == 0 ? run.firstLeast : run.least
        if length > most || (!isLast && length < least) { return false }
        if first == 0, !run.mayStartWithWork { return false }
      } else if first == 0 {
        if !run.mayStartOff || (!isLast && length < run.firstLeastOff) { return false }
      } else if !isLast, length < run.leastOff {
        return false
      }
      first = next
    }
    return true
  }

  /// True if a settled shift may follow that of the day before.
  private func follows(_ day: Int, _ workspace: BlockWorkspace) -> Bool {
    let before = rules.classes[Int(workspace.settledClass[day - 1])]
    let entry = rules.classes[Int(workspace.settledClass[day])]
    return rules.followSets[day][entry.followSet] & (1 << UInt64(before.group)) != 0
  }
}
