import Foundation

/// Integrals of `exp(phi(x))` for a concave `phi`, without overflow.
///
/// The queueing formulas of this module are such integrals. Writing them so
/// keeps every term positive: nothing cancels, loads of 0.01 and of 10,000
/// Erlangs take the same time, and the number of agents may be any real
/// number.
enum LogConcaveIntegral {
  /// A positive number stored as `exp(logScale) * value`.
  struct Scaled {
    var logScale: Double
    var value: Double

    /// The natural logarithm; minus infinity for zero.
    var log: Double { value > 0 ? logScale + Foundation.log(value) : -.infinity }
  }

  /// Integrates `weight(x) * exp(exponent(x))` over `lower...upper`.
  ///
  /// The integrand is cut where it is below exp(-`depth`) of its largest
  /// value and integrated left and right of its peak with composite
  /// Gauss-Legendre rules, which leaves a relative error near 1e-14.
  ///
  /// - Parameters:
  ///   - lower: The lower end, finite.
  ///   - upper: The upper end, may be infinite.
  ///   - peak: Where `exponent` is largest on the whole line; clamped to the
  ///     range.
  ///   - width: A first guess of the distance over which the integrand falls;
  ///     any positive number.
  ///   - weight: A smooth factor from 0 to about 1 that varies on no shorter
  ///     scale than the exponent.
  ///   - exponent: A concave function.
  static func integral(
    from lower: Double, to upper: Double, peak: Double, width: Double,
    weight: (Double) -> Double = { _ in 1 }, exponent: (Double) -> Double
  ) -> Scaled {
    guard upper > lower else { return Scaled(logScale: 0, value: 0) }
    let centre = min(max(peak, lower), upper)
    let top = exponent(centre)
    guard top.isFinite else { return Scaled(logScale: 0, value: 0) }
    func drop(_ x: Double) -> Double { top - exponent(x) }
    let left = end(from: centre, toward: lower, direction: -1, width: width, drop: drop)
    let right = end(from: centre, toward: upper, direction: 1, width: width, drop: drop)
    var total = 0.0
    for (start, end) in [(left, centre), (centre, right)] where end > start {
      // Panels double in length away from the peak: near it the integrand may
      // bend on a much shorter scale than it falls.
      let length = end - start
      for panel in 0..<panelCount {
        let outer = length * exp2(Double(panel + 1 - panelCount))
        let inner = panel == 0 ? 0 : outer / 2
        let half = (outer - inner) / 2
        let offset = (outer + inner) / 2
        let middle = start == centre ? centre + offset : centre - offset
        for (node, nodeWeight) in zip(GaussLegendre.nodes, GaussLegendre.weights) {
          let x = middle + half * node
          total += half * nodeWeight * weight(x) * exp(exponent(x) - top)
        }
      }
    }
    return Scaled(logScale: top, value: total)
  }

  private static let panelCount = 12
  private static let depth = 42.0

  /// Where the integrand has fallen by `depth` on one side of its peak.
  private static func end(
    from centre: Double, toward limit: Double, direction: Double, width: Double,
    drop: (Double) -> Double
  ) -> Double {
    let room = abs(limit - centre)
    guard room > 0 else { return centre }
    if room.isFinite, drop(limit) <= depth { return limit }
    var near = 0.0
    var far = min(max(width, .leastNormalMagnitude), room)
    var steps = 0
    while drop(centre + direction * far) < depth, steps < 2_000 {
      near = far
      far = min(far * 2, room)
      steps += 1
    }
    // The end only has to be safely outside; a quarter too far costs nothing.
    while drop(centre + direction * far) > depth * 1.25, steps < 2_200 {
      let middle = (near + far) / 2
      if drop(centre + direction * middle) < depth { near = middle } else { far = middle }
      steps += 1
    }
    return centre + direction * far
  }
}

/// Nodes and weights of the Gauss-Legendre rule with 16 points on -1...1.
enum GaussLegendre {
  static let nodes: [Double] = rule.map(\.0)
  static let weights: [Double] = rule.map(\.1)

  /// Newton's method on the Legendre polynomial, as in Press et al.,
  /// "Numerical Recipes" (2007), section 4.6.
  private static let rule: [(Double, Double)] = {
    let count = 16
    return (1...count).map { index in
      var x = cos(.pi * (Double(index) - 0.25) / (Double(count) + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        var (current, previous) = (1.0, 0.0)
        for degree in 1...count {
          let d = Double(degree)
          (current, previous) = (((2 * d - 1) * x * current - (d - 1) * previous) / d, current)
        }
        slope = Double(count) * (x * current - previous) / (x * x - 1)
        x -= current / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }()
}

/// log(exp(a) + exp(b)) without overflow.
func logSum(_ a: Double, _ b: Double) -> Double {
  let top = max(a, b)
  guard top.isFinite else { return top }
  return top + log1p(exp(min(a, b) - top))
}
