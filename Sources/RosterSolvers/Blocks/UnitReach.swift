/// The least and most totals at each boundary, from the start or to the end.
struct UnitRange {
  private(set) var low: [Int]
  private(set) var high: [Int]

  init(_ days: Int) {
    low = Array(repeating: .max, count: days + 1)
    high = Array(repeating: -1, count: days + 1)
  }

  func isReached(_ boundary: Int) -> Bool { high[boundary] >= 0 }

  mutating func widen(_ boundary: Int, _ least: Int, _ most: Int) {
    low[boundary] = min(low[boundary], least)
    high[boundary] = max(high[boundary], most)
  }
}

/// Totals that can be reached at each boundary, rested or just after a block,
/// and those that can follow.
struct UnitReach {
  var rested: UnitRange
  var worked: UnitRange
  var restedToEnd: UnitRange
  var workedToEnd: UnitRange

  init(_ days: Int) {
    rested = UnitRange(days)
    worked = rested
    restedToEnd = rested
    workedToEnd = rested
  }
}
