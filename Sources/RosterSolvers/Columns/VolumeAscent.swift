import Rostering

/// Raises the Lagrangian bound of a task by the volume algorithm: steps along
/// an average of what the lines of all steps so far leave uncovered, from the
/// best prices met. It comes within a few hundredths of a percent of the
/// linear program in some hundred steps, without a simplex method.
///
/// Barahona & Anbil, "The volume algorithm: producing primal solutions with a
/// subgradient method", Math. Program. 87 (2000), doi:10.1007/s101070050002.
/// The bound is valid at any prices, because no line is priced too high.
struct VolumeAscent {
  private let pricer: LinePricer
  private let layout: MasterLayout
  /// The prices with the best bound, and that bound.
  private(set) var bestPrices: [Double]
  private(set) var bestBound = -Double.infinity
  /// The lines of the last steps.
  private(set) var lines: [LineColumn] = []
  /// What the steps' lines come to: nearly a solution of the linear program.
  private(set) var mixture: LineMixture
  /// What each person's days may be.
  private var patterns: [LinePattern]
  /// The lines of people whose patterns leave no other; empty before any is.
  private var settled: [LineColumn?] = []
  private var prices: [Double]
  /// The average of what the steps' lines leave out of balance.
  private var average: [Double] = []
  /// The length of a step, in shares of the way to the target.
  private var agility = 0.5
  /// The most weight of a new step in the average.
  private var novelty = Self.firstNovelty
  private var failures = 0
  private var lastGain = 0

  private static let firstNovelty = 0.1
  /// Steps without a gain after which steps become shorter.
  private static let patience = 12
  /// Steps after which the average changes more slowly if little was gained.
  private static let season = 60

  init(_ pricer: LinePricer, startingAt prices: [Double]) {
    self.pricer = pricer
    layout = pricer.layout
    patterns = pricer.task.patterns
    mixture = LineMixture(personCount: pricer.task.people.count)
    self.prices = layout.clamped(prices)
    bestPrices = self.prices
  }

  /// Takes steps until they gain nothing any more.
  ///
  /// - Parameters:
  ///   - count: The most steps.
  ///   - keptCount: How many of the last steps leave their lines.
  ///   - target: A value that the bound is below, best the incumbent's.
  ///   - cutoff: Ends when the bound is above this.
  ///   - improved: Is told of better bounds.
  /// - Returns: False if a line of the task is missing.
  /// - Complexity: O(steps x lines).
  mutating func climb(
    _ count: Int, keepingLast keptCount: Int, target: Double, cutoff: Double = .infinity,
    maker: ColumnMaker, clock: inout ColumnClock, improved: (Double) -> Void
  ) -> Bool {
    var kept: [[LineColumn]] = []
    defer { lines = kept.flatMap { $0 } }
    var boundBefore = -Double.infinity
    for step in 0..<count {
      if clock.stopped != nil { return true }
      clock.spend(max(1, settled.isEmpty ? layout.personCount : settled.count { $0 == nil }))
      let evaluation = pricer.evaluate(
        prices, patterns: patterns, settled: settled, maker: maker)
      guard let found = evaluation else { return false }
      let bound = found.bound
      kept.append(found.columns)
      if kept.count > keptCount { kept.removeFirst() }
      let imbalance = layout.imbalance(ofHeads: found.heads, at: prices)
      let agreement = average.isEmpty ? 0 : zip(imbalance, average).reduce(0) { $0 + $1.0 * $1.1 }
      mix(imbalance, found.columns)
      if bound > bestBound {
        if agreement > 0 { agility = min(2, agility * 1.2) }
        if bound > bestBound + 1e-6 * abs(bestBound) {
          failures = 0
          lastGain = step
        }
        bestBound = bound
        bestPrices = prices
        improved(bound)
        if bound > cutoff { return true }
      } else {
        failures += 1
        // Far past the ridge: the step was too long by much.
        if bound < bestBound - 0.3 * max(target - bestBound, 0) { agility *= 0.7 }
        if failures >= Self.patience {
          agility *= 0.66
          failures = 0
        }
      }
      if step % Self.season == Self.season - 1 {
        if bestBound - boundBefore < 0.01 * abs(bestBound) { novelty = max(1e-3, novelty / 2) }
        if bestBound - boundBefore < 2e-6 * abs(bestBound) {
          if agility < 0.02 { return true }
          agility *= 0.3
        }
        boundBefore = bestBound
      }
      // Where nothing is gained the simplex method does better.
      if step - lastGain >= Self.season, agility < 0.02 { return true }
      if !move(target: target) { return true }
    }
    return true
  }

  /// Starts the average from a roster: at prices of nothing everybody's
  /// cheapest lines look alike, and what they leave out of balance leads
  /// nowhere.
  mutating func begin(with lines: [Line], maker: ColumnMaker) {
    for (person, line) in lines.enumerated() {
      mixture.add(line.options, weight: 1, person: person)
    }
    average = layout.imbalance(ofHeads: maker.heads(of: mixture), at: bestPrices)
  }

  /// Narrows what people's days may be: steps go on from the best prices, the
  /// average from what is still possible of it, the bound anew.
  ///
  /// - Parameter agility: The length of the next step, in shares of the way to
  ///   the target.
  mutating func narrow(to patterns: [LinePattern], agility: Double, maker: ColumnMaker) {
    for person in patterns.indices where patterns[person] != self.patterns[person] {
      mixture.keep(to: patterns[person], person: person)
      guard patterns[person].isSettled, let line = mixture.heaviestLine(of: person) else {
        continue
      }
      if settled.isEmpty { settled = Array(repeating: nil, count: patterns.count) }
      settled[person] = maker.column(Line(options: line), person: person)
    }
    self.patterns = patterns
    average = layout.imbalance(ofHeads: maker.heads(of: mixture), at: bestPrices)
    bestBound = -.infinity
    prices = bestPrices
    self.agility = agility
    novelty = Self.firstNovelty
    failures = 0
  }

  /// Joins a step to the average with the weight that makes it shortest.
  private mutating func mix(_ imbalance: [Double], _ columns: [LineColumn]) {
    guard !average.isEmpty else {
      average = imbalance
      mixture.mix(columns, weight: 1)
      return
    }
    var product = 0.0
    var square = 0.0
    for row in imbalance.indices {
      let difference = average[row] - imbalance[row]
      product += average[row] * difference
      square += difference * difference
    }
    guard square > 1e-12 else { return }
    let weight = min(max(product / square, novelty / 10), novelty)
    mixture.mix(columns, weight: weight)
    for row in imbalance.indices {
      average[row] = weight * imbalance[row] + (1 - weight) * average[row]
    }
  }

  /// A step from the best prices along the average.
  ///
  /// - Returns: False if nothing is out of balance.
  private mutating func move(target: Double) -> Bool {
    let square = average.reduce(0) { $0 + $1 * $1 }
    guard square > 1e-9 else { return false }
    let way = max(target - bestBound, 1e-4 * abs(target))
    let step = agility * way / square
    prices = bestPrices
    for row in average.indices { prices[row] += step * average[row] }
    layout.liftTransits(&prices)
    prices = layout.clamped(prices)
    return true
  }
}
