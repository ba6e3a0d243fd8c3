import Rostering

/// Raises the Lagrangian bound of a task by a proximal bundle: every step takes
/// the prices with the best bound that the lines met so far promise, less the
/// square of their way from the best prices, and meets everybody's cheapest
/// lines at them.
///
/// Where some kind of shift is short all month, many rows have to become dearer
/// together and by far, and no single step tells that: averages of steps, as in
/// the volume algorithm, end far below. The lines themselves tell, so the bound
/// of the linear program is reached within some hundred steps, without a simplex
/// method, and the shares of the lines are nearly its solution.
///
/// Lemaréchal, Nemirovskii & Nesterov, "New variants of bundle methods", Math.
/// Program. 69 (1995), doi:10.1007/BF01585555; with a bundle for each person.
/// The bound is valid at any prices, because no line is priced too high.
struct ProximalAscent {
  private var pricer: LinePricer
  private var maker: ColumnMaker
  private var master: ProximalMaster
  /// The best bound; its prices are the master's centre.
  private(set) var bestBound = -Double.infinity
  /// Whether the last climb ended because nothing more was to be gained.
  private(set) var hasConverged = false
  /// What each person's days may be.
  private var patterns: [LinePattern]
  /// The lines of people whose patterns leave no other; empty before any is.
  private var settled: [LineColumn?] = []
  /// The scale to begin with; 0 before it is known.
  private var firstScale = 0.0

  /// Turns over the master's variables between two steps: more where lines are
  /// so long that pricing them takes most of the time.
  private static let turns = 6
  private static let longTurns = 30
  /// Lines of a person above which idle ones are let go.
  private static let lineLimit = 25
  /// How far the scale may depart from the first one.
  private static let scaleRange = 1e9
  /// The share of the first scale below which steps hardly leave the best
  /// prices, so that promises count for nothing.
  private static let leastScale = 1e-5
  /// Steps within which something has to be gained.
  private static let season = 20
  /// The least gain within these, and the least promise with which steps go on
  /// then, as shares of the bound.
  private static let leastGain = 1e-5
  private static let leastPromise = 1e-4
  /// The least size of a bound for shares of it: the best roster may cost nothing.
  static let leastSize = 1e-6
  /// The least share of a disappointment that new lines have to explain.
  private static let leastLesson = 0.1
  /// The least promise with which a brief ascent goes on.
  private static let leastBriefPromise = 1e-5

  /// An ascent.
  ///
  /// - Parameters:
  ///   - prices: The prices to start from.
  ///   - lines: A line for each of the task's people; empty to begin with those
  ///     that are cheapest at the prices.
  init(
    _ pricer: LinePricer, startingAt prices: [Double], lines: [Line] = [], maker: ColumnMaker
  ) {
    self.pricer = pricer
    self.maker = maker
    patterns = pricer.task.patterns
    master = ProximalMaster(
      pricer.layout, centre: pricer.layout.clamped(prices), scale: 1)
    add(lines)
  }

  /// Adds lines to choose from, one for each person or none.
  mutating func add(_ lines: [Line]) {
    for (person, line) in lines.enumerated() { master.add(maker.column(line, person: person)) }
  }

  /// Goes on where another ascent of the same task has come to, in a master
  /// program with further rows behind its own.
  init(_ pricer: LinePricer, from other: ProximalAscent, maker: ColumnMaker) {
    self.pricer = pricer
    self.maker = maker
    patterns = other.patterns
    firstScale = other.firstScale
    let further = maker.layout.rowCount - other.bestPrices.count
    master = ProximalMaster(
      pricer.layout,
      centre: pricer.layout.clamped(other.bestPrices + Array(repeating: 0, count: further)),
      scale: other.master.scale)
    for column in other.lines {
      master.add(maker.column(column.line, person: column.person, ownCost: column.ownCost))
    }
  }

  /// Goes on with limits of other heads on duty, the bound anew.
  mutating func limit(_ pricer: LinePricer, maker: ColumnMaker) {
    self.pricer = pricer
    self.maker = maker
    master.adopt(pricer.layout)
    bestBound = -.infinity
  }

  private var turns: Int {
    pricer.task.roster.hasLongLines ? Self.longTurns : Self.turns
  }

  /// The prices with the best bound.
  var bestPrices: [Double] { master.centre }

  /// Everybody's lines in shares: nearly a solution of the linear program.
  var mixture: LineMixture { master.mixture }

  /// The lines that matter at the best prices.
  var lines: [LineColumn] { master.lines(idleAtMost: 2) }

  /// Takes steps until they gain nothing any more.
  ///
  /// - Parameters:
  ///   - count: The most steps.
  ///   - target: A value that the bound is below, best the incumbent's.
  ///   - cutoff: Ends when the bound is above this.
  ///   - isBrief: Ends as soon as little is promised, whether or not the last
  ///     steps gained something.
  ///   - improved: Is told of better bounds.
  /// - Returns: False if a line of the task is missing.
  /// - Complexity: O(steps x lines met).
  mutating func climb(
    _ count: Int, target: Double, cutoff: Double = .infinity, isBrief: Bool = false,
    clock: inout ColumnClock, improved: (Double) -> Void = { _ in }
  ) -> Bool {
    hasConverged = false
    guard clock.stopped == nil else { return true }
    if bestBound == -.infinity {
      guard begin(target: target, clock: &clock) else { return false }
      improved(bestBound)
      if bestBound > cutoff { return true }
    }
    var boundBefore = bestBound
    for step in 1...max(1, count) {
      if clock.stopped != nil { return true }
      master.settle(turns: turns)
      let prices = master.prices
      let promised = master.promise(at: prices)
      let promise = promised - bestBound
      guard let found = evaluate(prices, clock: &clock) else { return false }
      let gain = found.bound - bestBound
      if gain > 0 {
        bestBound = found.bound
        master.centre = prices
        improved(bestBound)
        if bestBound > cutoff { return true }
      }
      // Steps that keep what they promise may be longer, those that lose more
      // than they promised have to be shorter, and so have those that teach
      // nothing.
      if gain > 0, gain >= 0.5 * promise {
        master.scale = min(master.scale * 1.5, firstScale * Self.scaleRange)
      } else if gain < -max(promise, 0)
        || gain <= 0
          && promised - master.promise(at: prices) < Self.leastLesson * (promise - gain)
      {
        master.scale = max(master.scale * 0.8, firstScale / Self.scaleRange)
      }
      master.purge(keeping: Self.lineLimit)
      // Below nothing is promised while the master is far from solved.
      hasConverged = isBrief && abs(promise) < Self.leastBriefPromise * abs(bestBound)
      if hasConverged { return true }
      guard step % Self.season == 0 else { continue }
      hasConverged =
        bestBound - boundBefore <= Self.leastGain * abs(bestBound)
        && (promise <= Self.leastPromise * max(abs(bestBound), Self.leastSize)
          || master.scale < Self.leastScale * firstScale)
      if hasConverged { return true }
      boundBefore = bestBound
    }
    return true
  }

  /// The bound at the centre, and how far steps go.
  private mutating func begin(target: Double, clock: inout ColumnClock) -> Bool {
    guard let found = evaluate(master.centre, clock: &clock) else { return false }
    bestBound = found.bound
    if firstScale == 0 {
      let imbalance = pricer.layout.imbalance(ofHeads: found.heads, at: master.centre)
      let square = imbalance.reduce(0) { $0 + $1 * $1 }
      firstScale = max(target - bestBound, 1e-4 * abs(target), 1e-9) / max(1, square)
    }
    master.scale = max(master.scale, firstScale)
    return true
  }

  /// Narrows what people's days may be: steps go on from the best prices and
  /// the lines that are still possible, the bound anew.
  mutating func narrow(to patterns: [LinePattern]) {
    for person in patterns.indices where patterns[person] != self.patterns[person] {
      master.keep(to: patterns[person], person: person)
      guard patterns[person].isSettled, let line = master.mixture(of: person).first?.line else {
        continue
      }
      if settled.isEmpty { settled = Array(repeating: nil, count: patterns.count) }
      settled[person] = maker.column(Line(options: line), person: person)
    }
    self.patterns = patterns
    bestBound = -.infinity
  }

  /// Prices everybody and takes the lines in.
  private mutating func evaluate(
    _ prices: [Double], clock: inout ColumnClock
  ) -> LinePricer.Evaluation? {
    clock.spend(max(1, settled.isEmpty ? patterns.count : settled.count { $0 == nil }))
    let found = pricer.evaluate(prices, patterns: patterns, settled: settled, maker: maker)
    for column in found?.columns ?? [] { master.add(column) }
    return found
  }
}
