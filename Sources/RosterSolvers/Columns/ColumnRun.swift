import LinearModel
import Rostering

/// How far one run of column generation has come: the best roster, what is
/// proven, and the clock.
struct ColumnRun {
  let roster: CompiledRoster
  let limits: SolverLimits
  let threadCount: Int
  var clock: ColumnClock
  private let progress: SolverProgressHandler?
  private(set) var lines: [Line]
  private(set) var cost: Double
  private(set) var bound: Double?
  /// True if every roster costs a whole number, so that bounds round up.
  private let isIntegral: Bool

  init(
    roster: CompiledRoster, lines: [Line], limits: SolverLimits, threadCount: Int,
    clock: ColumnClock, progress: SolverProgressHandler?
  ) {
    self.roster = roster
    self.lines = lines
    self.limits = limits
    self.threadCount = threadCount
    self.clock = clock
    self.progress = progress
    cost = roster.cost(of: lines)
    isIntegral = roster.problem.hasIntegralCosts
  }

  /// Takes over a proven bound if it is higher than the one known. A bound
  /// that lies above the best roster by rounding is cut off; one that lies
  /// above it by more was never proven and is not taken.
  mutating func raise(bound proven: Double, phase: String) {
    let found =
      isIntegral && proven.magnitude < 1e9 ? (proven - 1e-5).rounded(.up) : proven
    guard found.isFinite, found > bound ?? -.infinity,
      found <= cost + 1e-6 * max(1, cost.magnitude)
    else { return }
    bound = min(found, cost)
    tell(phase)
  }

  /// Polishes a roster by best responses and takes it over if it is cheaper.
  @discardableResult
  mutating func take(_ found: [Line], phase: String) -> Bool {
    guard roster.isFeasible(found) else { return false }
    let polished = GreedySolver().solve(
      roster.problem,
      limits: SolverLimits(seconds: clock.secondsLeft.isFinite ? max(0, clock.secondsLeft) : nil),
      start: found)
    guard let lines = polished.lines, let cost = polished.cost,
      cost < self.cost - 1e-9 * max(1, self.cost.magnitude)
    else { return false }
    self.lines = lines
    self.cost = cost
    tell(phase)
    return true
  }

  private func tell(_ phase: String) {
    progress?(SolverProgress(cost: cost, bound: bound, seconds: clock.seconds, phase: phase))
  }

  /// True if the roster is proven to be the best, within rounding.
  var isOptimal: Bool { gap.map { $0 <= 1e-9 } ?? false }

  /// True if the roster is proven as near to the best as was asked for.
  var isClose: Bool { gap.map { $0 <= max(1e-9, limits.relativeGap) } ?? false }

  private var gap: Double? { bound.map { (cost - $0) / max(1e-9, cost.magnitude) } }

  /// Why the run ends.
  var end: StopReason {
    if isOptimal { return .optimal }
    if isClose { return .gapReached }
    return clock.stopped ?? .finished
  }

  func outcome(reason: StopReason, solver: String) -> SolverOutcome {
    SolverOutcome(
      lines: lines, cost: cost, bound: isOptimal ? cost : bound, reason: reason, solver: solver)
  }
}
