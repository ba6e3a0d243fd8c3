/// Spreads a total over steps so that ground + amount is as level as bounds on
/// the running sum allow.
///
/// Minimises the sum over steps of capacity x (ground + amount / capacity)^2
/// with amounts of at least 0. Solved by decomposition: fill ignoring the
/// bounds, fix the running sum at the most violated bound, and solve both
/// sides apart (the idea of nested resource allocation; Vidal, Gribel and
/// Jaillet, "Separable convex optimization with nested lower and upper
/// constraints", INFORMS Journal on Optimization 1, 2019,
/// doi:10.1287/ijoo.2018.0004).
struct NestedWaterFilling: Sendable {
  var steps: [DeadlineLevelling.Step]

  /// The amount of each step.
  ///
  /// - Parameter total: The sum of all amounts, within the last step's bounds.
  /// - Complexity: O(n log n) for each bound that binds.
  func solve(total: Double) -> [Double] {
    var amounts = Array(repeating: 0.0, count: steps.count)
    guard !steps.isEmpty, total > 0 else { return amounts }
    let tolerance = 1e-9 * max(1, total)
    var pending = [(range: steps.indices, before: 0.0, after: total)]
    while let (range, before, after) = pending.popLast() {
      guard !range.isEmpty else { continue }
      fill(range, total: max(0, after - before), into: &amounts)
      var sum = before
      var worst = tolerance
      var split: (index: Int, value: Double)?
      for index in range.dropLast() {
        sum += amounts[index]
        if steps[index].lower - sum > worst {
          worst = steps[index].lower - sum
          split = (index, steps[index].lower)
        }
        if sum - steps[index].upper > worst {
          worst = sum - steps[index].upper
          split = (index, steps[index].upper)
        }
      }
      guard let split else { continue }
      pending.append((split.index + 1..<range.upperBound, split.value, after))
      pending.append((range.lowerBound..<split.index + 1, before, split.value))
    }
    return amounts
  }

  /// Pours a total over a range up to one level.
  private func fill(_ range: Range<Int>, total: Double, into amounts: inout [Double]) {
    let order = range.sorted { (steps[$0].ground, $0) < (steps[$1].ground, $1) }
    var width = 0.0
    var volume = 0.0
    var level = 0.0
    for (position, index) in order.enumerated() {
      // Below this step's ground the earlier steps hold width x level - volume.
      width += steps[index].hoursPerAgent
      volume += steps[index].hoursPerAgent * steps[index].ground
      level = (total + volume) / width
      let next = position + 1 < order.count ? steps[order[position + 1]].ground : .infinity
      if level <= next { break }
    }
    for index in range {
      amounts[index] = steps[index].hoursPerAgent * max(0, level - steps[index].ground)
    }
  }
}
