/// The two sides of a count that is no whole number.
enum DutySide: CaseIterable, Sendable {
  case fewer, more
}

/// What limits of counts have gained for the bound: for each row and side per
/// head that the limit moved the count by.
struct DutyGains: Sendable {
  private struct Mean {
    var sum = 0.0
    var count = 0.0

    var value: Double { count > 0 ? sum / count : 0 }
  }

  private let firstRow: Int
  private var fewer: [Mean]
  private var more: [Mean]

  /// Gains below this are nothing, but not worse than none on the other side.
  private let leastGain: Double

  /// - Parameter leastGain: Gains below this are nothing.
  init(_ duty: DutyRows, leastGain: Double) {
    self.leastGain = leastGain
    firstRow = duty.firstRow
    fewer = Array(repeating: Mean(), count: duty.count)
    more = fewer
  }

  /// Takes in what a limit has gained.
  ///
  /// - Parameters:
  ///   - gain: How much higher the bound is; infinite gains are left out.
  ///   - count: The count before the limit.
  mutating func learn(_ gain: Double, row: Int, count: Double, side: DutySide) {
    guard gain.isFinite else { return }
    let fraction = count - count.rounded(.down)
    switch side {
    case .fewer:
      fewer[row - firstRow].sum += max(0, gain) / max(fraction, 1e-3)
      fewer[row - firstRow].count += 1
    case .more:
      more[row - firstRow].sum += max(0, gain) / max(1 - fraction, 1e-3)
      more[row - firstRow].count += 1
    }
  }

  /// What limits of a count promise: the geometric mean of both sides.
  func expected(row: Int, count: Double) -> Double {
    let fraction = count - count.rounded(.down)
    let below = max(leastGain, fewer[row - firstRow].value * fraction)
    let above = max(leastGain, more[row - firstRow].value * (1 - fraction))
    return (below * above).squareRoot()
  }
}
