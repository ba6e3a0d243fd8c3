import LinearModel
import Rostering

/// Column generation for one task: a master program over lines found so far,
/// pricing that is exact or from below, and a lower bound that is valid at any time.
///
/// Lives on the session's thread.
final class ColumnGenerator {
  /// How generation ended.
  enum End {
    /// No line can lower the master's value any more: bound and value agree.
    case converged
    /// The bound has come near enough to the value, or above the cutoff.
    case closed
    /// A limit was reached.
    case stopped
    /// Some person has no line under the patterns.
    case noLine
  }

  /// Prices are mixed with those of the best bound at this share: it keeps
  /// them from jumping (Wentges 1997, doi:10.1111/1475-3995.00028; Pessoa et
  /// al. 2018, doi:10.1287/ijoc.2017.0784).
  private static let smoothing = 0.5
  /// Lines kept for each person before the least useful are thrown out.
  private static let linesAPerson = 40
  /// The same for each row: as many may be in the basis as there are rows.
  private static let linesARow = 3

  let task: ColumnTask
  let layout: MasterLayout
  let maker: ColumnMaker
  let pricer: LinePricer
  let master: MasterProgram
  /// What each person's days may be; the dive narrows it.
  var patterns: [LinePattern]
  /// The best bound under the patterns, and its prices.
  private(set) var bound = -Double.infinity
  private(set) var boundPrices: [Double]
  /// The master's value after the last complete simplex run.
  private(set) var value = Double.infinity

  init(
    _ task: ColumnTask, session: any WarmSession, threadCount: Int
  ) throws(SessionFailure) {
    self.task = task
    layout = MasterLayout(task)
    maker = ColumnMaker(task: task, layout: layout)
    pricer = LinePricer(task, layout: layout, threadCount: threadCount)
    master = try MasterProgram(layout, session: session)
    patterns = task.patterns
    boundPrices = layout.clamped(Array(repeating: 0, count: layout.rowCount))
  }

  /// Takes over a bound that was proven elsewhere for this task.
  func adopt(bound: Double, prices: [Double]) {
    self.bound = bound
    boundPrices = prices
  }

  /// Forgets the bound, for instance because the patterns have changed.
  func forgetBound() { bound = -.infinity }

  /// Adds a line for each person, such as those of the incumbent.
  func add(_ lines: [Line]) throws(SessionFailure) {
    try master.add(lines.enumerated().map { maker.column($1, person: $0) })
  }

  /// Generates columns.
  ///
  /// - Parameters:
  ///   - method: What the first simplex run starts with.
  ///   - roundLimit: The most rounds of pricing.
  ///   - gap: The relative distance of value and bound that is near enough.
  ///   - cutoff: Ends when the bound reaches this.
  ///   - goal: Ends when the value falls to this.
  func generate(
    _ method: SimplexMethod = .primal, roundLimit: Int = .max, gap: Double = 1e-9,
    cutoff: Double = .infinity, goal: Double = -.infinity, clock: inout ColumnClock
  ) throws(SessionFailure) -> End {
    var method = method
    for _ in 0..<roundLimit {
      let result = try master.solve(method, clock: clock)
      method = .primal
      guard result.termination == .optimal else {
        return result.termination == .infeasible ? .noLine : .stopped
      }
      value = try master.objective()
      if value <= goal || isClosed(gap: gap, cutoff: cutoff) { return .closed }
      if clock.stopped != nil { return .stopped }
      let prices = try master.prices()
      let own = layout.clamped(prices)
      let mixed = layout.clamped(mix(own))
      switch try price(at: mixed, prices, clock: &clock) {
      case nil: return .noLine
      case 0?:
        if isClosed(gap: gap, cutoff: cutoff) { return .closed }
        // The mixed prices found nothing: those of the master decide.
        if mixed == own { return .converged }
        switch try price(at: own, prices, clock: &clock) {
        case nil: return .noLine
        case 0?: return .converged
        default: break
        }
      default: break
      }
      let most = max(Self.linesAPerson * layout.personCount, Self.linesARow * layout.rowCount)
      if master.columns.count > most { try master.purge(keeping: most * 2 / 5) }
    }
    return .stopped
  }

  private func isClosed(gap: Double, cutoff: Double) -> Bool {
    bound >= cutoff || value - bound <= gap * max(1, abs(value))
  }

  private func mix(_ prices: [Double]) -> [Double] {
    guard bound > -.infinity else { return prices }
    return zip(prices, boundPrices).map { (1 - Self.smoothing) * $0 + Self.smoothing * $1 }
  }

  /// Prices everybody's lines and adds those that lower the master's value.
  ///
  /// - Parameters:
  ///   - prices: Prices to look for lines at.
  ///   - duals: The master's own prices, which decide what is added.
  /// - Returns: How many were added; nil if somebody has no line.
  private func price(
    at prices: [Double], _ duals: [Double], clock: inout ColumnClock
  ) throws(SessionFailure) -> Int? {
    clock.spend(layout.personCount)
    var bound = layout.poolBound(prices)
    var new: [LineColumn] = []
    for (person, found) in pricer.cheapestLines(at: prices, patterns: patterns).enumerated() {
      guard let found else { return nil }
      bound += found.bound
      let column = maker.column(found.line, person: person, ownCost: found.ownCost)
      let reducedCost = column.cost(at: duals) - duals[person]
      if reducedCost < -1e-7 * max(1, abs(duals[person])) { new.append(column) }
    }
    if bound > self.bound {
      self.bound = bound
      boundPrices = prices
    }
    return try master.add(new)
  }
}
