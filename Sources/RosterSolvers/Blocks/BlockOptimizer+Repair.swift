extension BlockOptimizer {
  /// A line that keeps to the count limits, made from one that may not by
  /// exchanging shifts of equal length, cheapest exchange first.
  ///
  /// - Parameters:
  ///   - line: A line with its cost at `prices`.
  ///   - prices: The price of each class.
  ///   - open: The limits to keep to.
  /// - Returns: Nil if no exchange helps any more.
  /// - Complexity: O(shifts to exchange x days x classes of a day).
  func repaired(
    _ line: ClassLine, prices: [Double], open: [(limit: Int, left: Int)],
    _ workspace: BlockWorkspace
  ) -> ClassLine? {
    var line = line
    var counts = counts(of: line.classes, workspace)
    var left = [Int](repeating: .max, count: rules.limits.count)
    for entry in open { left[entry.limit] = entry.left }
    func isOver(_ limits: UInt32, by more: Int) -> Bool {
      var limits = limits
      while limits != 0 {
        let limit = limits.trailingZeroBitCount
        if counts[limit] + more > left[limit] { return true }
        limits &= limits - 1
      }
      return false
    }
    while open.contains(where: { counts[$0.limit] > $0.left }) {
      var best: (day: Int, index: Int, cost: Double)?
      for day in 0..<rules.dayCount where line.classes[day] >= 0 && !workspace.isSettled[day] {
        let present = Int(line.classes[day])
        let entry = rules.classes[present]
        guard isOver(entry.limits, by: 0) else { continue }
        for index in rules.classStart[day]..<rules.classStart[day + 1]
        where index != present && prices[index] < .infinity {
          let other = rules.classes[index]
          let cost = prices[index] - prices[present]
          if let best, best.cost <= cost { continue }
          guard other.units == entry.units, !isOver(other.limits & ~entry.limits, by: 1),
            !isOver(other.limits & entry.limits, by: 0),
            mayStand(index, on: day, in: line.classes)
          else { continue }
          best = (day, index, cost)
        }
      }
      guard let best else { return nil }
      change(&counts, Int(line.classes[best.day]), by: -1)
      change(&counts, best.index, by: 1)
      line.classes[best.day] = Int32(best.index)
      line.cost += best.cost
    }
    return line
  }

  private func change(_ counts: inout [Int], _ index: Int, by step: Int) {
    var limits = rules.classes[index].limits
    while limits != 0 {
      counts[limits.trailingZeroBitCount] += step
      limits &= limits - 1
    }
  }

  /// True if the shifts of the days before and after may stand beside a class.
  private func mayStand(_ index: Int, on day: Int, in classes: [Int32]) -> Bool {
    let entry = rules.classes[index]
    if day > 0, classes[day - 1] >= 0 {
      let group = UInt64(rules.classes[Int(classes[day - 1])].group)
      if rules.followSets[day][entry.followSet] & (1 << group) == 0 { return false }
    }
    if day + 1 < rules.dayCount, classes[day + 1] >= 0 {
      let next = rules.classes[Int(classes[day + 1])]
      let group = UInt64(entry.group)
      if rules.followSets[day + 1][next.followSet] & (1 << group) == 0 { return false }
    }
    return true
  }
}
