import Rostering

/// Raises the Lagrangian bound of a task by subgradient steps: nearly free
/// compared with the simplex method, and a good start for it.
///
/// Steps follow Polyak's rule towards the value of the incumbent, deflected by
/// momentum (Held, Wolfe & Crowder 1974, doi:10.1007/BF01580223; Brännlund
/// 1995). The bound is valid at any prices because no line is priced too high.
struct PriceAscent {
  private let pricer: LinePricer
  private let layout: MasterLayout
  /// Prices now, of the master's rows; those of the people's rows stay 0.
  private(set) var prices: [Double]
  /// The prices with the best bound, and that bound.
  private(set) var bestPrices: [Double]
  private(set) var bestBound = -Double.infinity
  /// The lines of the last steps.
  private(set) var lines: [LineColumn] = []
  private var direction: [Double]
  private var agility = 1.0
  private var lastGain = 0

  init(_ pricer: LinePricer, startingAt prices: [Double]) {
    self.pricer = pricer
    layout = pricer.layout
    self.prices = layout.clamped(prices)
    bestPrices = self.prices
    direction = Array(repeating: 0, count: prices.count)
  }

  /// Takes steps.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - keptCount: How many of the last steps leave their lines.
  ///   - target: A value that the bound is below, best the incumbent's.
  /// - Returns: False if a line of the task is missing.
  mutating func climb(
    _ count: Int, keepingLast keptCount: Int, target: Double, maker: ColumnMaker,
    clock: inout ColumnClock
  ) -> Bool {
    for step in 0..<count {
      if clock.stopped != nil { return true }
      clock.spend(layout.personCount)
      guard let found = pricer.evaluate(prices, maker: maker) else { return false }
      let bound = found.bound
      if step >= count - keptCount { lines += found.columns }
      if bound > bestBound {
        if bound > bestBound + 1e-4 * abs(bestBound) { lastGain = step }
        bestBound = bound
        bestPrices = prices
      }
      if step - lastGain >= 12 {
        agility *= 0.6
        lastGain = step
        prices = bestPrices
      }
      if !move(by: found.heads, bound: bound, target: target) { return true }
    }
    return true
  }

  /// One step: rows with more heads than the prices pay for become dearer.
  ///
  /// - Returns: False if nothing is out of balance, so that the bound is the
  ///   best there is.
  private mutating func move(by heads: [Double], bound: Double, target: Double) -> Bool {
    let gradient = layout.imbalance(ofHeads: heads, at: prices)
    var square = 0.0
    for row in gradient.indices {
      direction[row] = gradient[row] + 0.6 * direction[row]
      square += direction[row] * direction[row]
    }
    guard square > 1e-9 else { return false }
    let step = agility * max(target - bound, 1e-4 * abs(target)) / square
    for row in gradient.indices { prices[row] += step * direction[row] }
    layout.liftTransits(&prices)
    prices = layout.clamped(prices)
    return true
  }
}
