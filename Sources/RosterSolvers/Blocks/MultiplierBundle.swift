/// Multipliers of several limits at which a line's relaxed value is greatest, by
/// a proximal bundle.
///
/// Each line known gives a plane that the value lies below: its cost, and for
/// each limit what it passes the limit by. A step goes where the lowest of the
/// planes is highest, less the square of the way from the best multipliers
/// (Lemaréchal, Nemirovskii & Nesterov 1995, doi:10.1007/BF01585555).
struct MultiplierBundle {
  private struct Plane {
    var cost: Double
    /// What each limit is passed by.
    var slope: [Double]
  }

  /// A step.
  struct Step {
    var multipliers: [Double]
    /// What the planes let the value come to there.
    var promise: Double
  }

  private let priced: [(limit: Int, left: Int)]
  private var planes: [Plane] = []
  /// The best multipliers, and the value there.
  private var centre: [Double]
  private var value = -Double.infinity
  /// How far multipliers go for a head that a limit is passed by; 0 before it is
  /// known.
  private(set) var scale: Double
  /// What the last step promised.
  private var promise = Double.infinity

  /// How far steps go at the least and the most, in what a subgradient step would.
  private static let shortest = 0.02
  private static let longest = 20.0
  /// How often, and by how much, a step that promises too little is made longer.
  private static let stretches = 4
  private static let stretch = 3.0
  /// Moves of shares between planes, the most.
  private static let moves = 60
  /// Differences of planes' values that do not matter, as a share of the value.
  private static let leastSpread = 1e-7

  /// - Parameters:
  ///   - priced: The limits, and what is left of each.
  ///   - scale: As the last bundle of these limits had it; 0 for none.
  ///   - centre: A multiplier for every limit there is.
  init(_ priced: [(limit: Int, left: Int)], scale: Double, centre: [Double]) {
    self.priced = priced
    self.scale = scale
    self.centre = centre
  }

  /// Takes a line in.
  ///
  /// - Parameters:
  ///   - cost: Its cost without multipliers.
  ///   - counts: What it counts towards every limit there is.
  mutating func add(cost: Double, counts: [Int]) {
    let slope = priced.map { Double(counts[$0.limit] - $0.left) }
    if let known = planes.firstIndex(where: { $0.cost == cost && $0.slope == slope }) {
      // The newest line comes last.
      planes.append(planes.remove(at: known))
      return
    }
    planes.append(Plane(cost: cost, slope: slope))
  }

  /// Keeps how far steps go within what there may be to gain.
  mutating func limit(gap: Double) {
    guard let square = planes.last?.slope.reduce(0, { $0 + $1 * $1 }), square > 0 else { return }
    let usual = gap / square
    scale = scale == 0 ? usual : min(max(scale, usual * Self.shortest), usual * Self.longest)
  }

  /// Takes over what the value at the last step's multipliers is.
  mutating func learn(_ value: Double, at multipliers: [Double]) {
    let gain = value - self.value
    if self.value > -.infinity, promise < .infinity {
      if gain >= 0.5 * (promise - self.value) {
        scale *= 1.5
      } else if gain <= 0 {
        scale *= 0.7
      }
    }
    if gain > 0 {
      self.value = value
      centre = multipliers
    }
  }

  /// A step that promises at least some value, longer than the last one if need
  /// be; nil if there is none.
  mutating func next(promising least: Double) -> Step? {
    let usual = scale
    for _ in 0..<Self.stretches {
      guard let step = next() else { break }
      if step.promise > least { return step }
      scale *= Self.stretch
    }
    scale = usual
    return nil
  }

  /// The next step; nil if it is not known how far to go.
  mutating func next() -> Step? {
    guard scale > 0, !planes.isEmpty else { return nil }
    var multipliers = centre
    // The newest plane has the whole share at first.
    var shares = [Double](repeating: 0, count: planes.count)
    shares[planes.count - 1] = 1
    for _ in 0..<Self.moves {
      for (place, entry) in priced.enumerated() {
        var pull = 0.0
        for index in planes.indices { pull += shares[index] * planes[index].slope[place] }
        multipliers[entry.limit] = max(0, centre[entry.limit] + scale * pull)
      }
      var (best, least) = (0, Double.infinity)
      var (worst, most) = (0, -Double.infinity)
      for (index, plane) in planes.enumerated() {
        let value = self.value(of: plane, at: multipliers)
        if value < least { (best, least) = (index, value) }
        if shares[index] > 0, value > most { (worst, most) = (index, value) }
      }
      guard best != worst, most - least > Self.leastSpread * max(1, least.magnitude) else { break }
      let square = zip(planes[best].slope, planes[worst].slope).reduce(0) {
        $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
      }
      let whole = shares[worst]
      let step = square > 0 ? min(whole, (most - least) / (scale * square)) : whole
      shares[worst] -= step
      shares[best] += step
    }
    promise = planes.reduce(.infinity) { min($0, value(of: $1, at: multipliers)) }
    return Step(multipliers: multipliers, promise: promise)
  }

  private func value(of plane: Plane, at multipliers: [Double]) -> Double {
    var value = plane.cost
    for (place, entry) in priced.enumerated() {
      value += multipliers[entry.limit] * plane.slope[place]
    }
    return value
  }
}
