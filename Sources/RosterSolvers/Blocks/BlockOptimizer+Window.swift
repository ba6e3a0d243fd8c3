extension BlockOptimizer {
  /// Leaves out settled days before and after the free ones, up to where a
  /// settled block begins.
  func setWindow(around free: Range<Int>, _ frame: inout BlockFrame) {
    let days = rules.dayCount
    frame.window = BlockWindow(from: 0, to: days)
    // Anything wrong outside leaves no line; then all of it is looked at.
    guard !free.isEmpty, free.count < days, frame.isAllowed else { return }
    var from = free.lowerBound - 1
    while from > 0, !begins(from, frame) { from -= 1 }
    var to = free.upperBound + 1
    while to < days, !begins(to, frame) { to += 1 }
    from = max(0, from)
    to = min(days, to)
    guard areRunsLegal(0..<from, frame), areRunsLegal(to..<days, frame) else { return }
    let before = outside(0..<from, frame)
    let after = outside(to..<days, frame)
    frame.window = BlockWindow(
      from: from, to: to, unitsBefore: before.units, unitsAfter: after.units,
      periodsOutside: before.periods + after.periods)
  }

  /// True if a settled block begins on a day after a settled day off.
  private func begins(_ day: Int, _ frame: BlockFrame) -> Bool {
    frame.isSettled[day] && frame.isSettled[day - 1] && frame.settledClass[day] >= 0
      && frame.settledClass[day - 1] < 0
  }

  private func outside(
    _ days: Range<Int>, _ frame: BlockFrame
  ) -> (units: Int, periods: Int) {
    var units = 0
    var periods = 0
    var last = -1
    for day in days {
      let index = Int(frame.settledClass[day])
      guard index >= 0 else { continue }
      units += rules.baseUnits + rules.classes[index].units
      let period = rules.periodOfDay[day]
      if period >= 0, period != last {
        periods += 1
        last = period
      }
    }
    return (units, periods)
  }

  /// True if the runs of settled days keep to the lengths, and their shifts to
  /// the successions.
  private func areRunsLegal(_ days: Range<Int>, _ frame: BlockFrame) -> Bool {
    let run = rules.run
    var first = days.lowerBound
    while first < days.upperBound {
      let isWork = frame.settledClass[first] >= 0
      var next = first + 1
      while next < days.upperBound, (frame.settledClass[next] >= 0) == isWork {
        if isWork, !follows(next, frame) { return false }
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
  private func follows(_ day: Int, _ frame: BlockFrame) -> Bool {
    let before = rules.classes[Int(frame.settledClass[day - 1])]
    let entry = rules.classes[Int(frame.settledClass[day])]
    return rules.followSets[day][entry.followSet] & (1 << UInt64(before.group)) != 0
  }
}
