import Rostering

/// A convex price as straight pieces: what a linear program needs.
///
/// From `startUnits` on, the first `lengths[0]` units cost `slopes[0]` each,
/// the next `lengths[1]` cost `slopes[1]`, and so on; slopes ascend, so a
/// program that minimises fills them in order. Neighbours on one line are
/// joined.
struct PriceSegments: Equatable, Sendable {
  /// Units at which the pieces begin.
  private(set) var startUnits: Int
  /// The price there.
  private(set) var startPrice: Double
  /// What one unit costs on each piece, ascending.
  private(set) var slopes: [Double] = []
  /// Units of each piece; the last may be infinite.
  private(set) var lengths: [Double] = []

  /// The pieces between the points of a convex function.
  ///
  /// - Parameters:
  ///   - units: The points, ascending, at least one.
  ///   - price: The function.
  init(at units: [Int], price: (Int) -> Double) {
    startUnits = units.first ?? 0
    startPrice = price(startUnits)
    var last = (units: startUnits, price: startPrice)
    for next in units.dropFirst() {
      let nextPrice = price(next)
      append(
        slope: (nextPrice - last.price) / Double(next - last.units),
        length: Double(next - last.units))
      last = (next, nextPrice)
    }
  }

  /// A cover price from some units on, without end.
  init(_ price: CoverPrice, from units: Int) {
    startUnits = units
    startPrice = price.price(of: units)
    var from = units
    var piece = min(units / price.step, price.prices.count - 2)
    while piece < price.prices.count - 1 {
      let isLast = piece == price.prices.count - 2
      let to = (piece + 1) * price.step
      append(
        slope: (price.prices[piece + 1] - price.prices[piece]) / Double(price.step),
        length: isLast ? .infinity : Double(to - from))
      from = to
      piece += 1
    }
  }

  private mutating func append(slope: Double, length: Double) {
    if let last = slopes.last, abs(slope - last) <= 1e-9 * max(1, abs(last)) {
      // The mean keeps the price at the far end right.
      if length.isFinite {
        let joined = (last * lengths[lengths.count - 1] + slope * length)
        lengths[lengths.count - 1] += length
        slopes[slopes.count - 1] = joined / lengths[lengths.count - 1]
      } else {
        lengths[lengths.count - 1] = .infinity
      }
      return
    }
    slopes.append(slope)
    lengths.append(length)
  }

  /// How many of `units` units, counted from `startUnits`, lie on each piece.
  func filling(_ units: Double) -> [Double] {
    var left = units
    return lengths.map { length in
      let part = min(left, length)
      left -= part
      return part
    }
  }
}
