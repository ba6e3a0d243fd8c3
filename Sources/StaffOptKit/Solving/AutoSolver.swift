import RosterSolvers
import Rostering

/// Picks and combines the solvers that pay off at a problem's size.
///
/// It starts with `greedy`, improves with `search`, and lets a solver that
/// proves a bound close the gap: `exact` on small problems, `columns` on all
/// others. Without GLPK the search has all the time.
public struct AutoSolver: RosterSolver {
  public let name = "auto"
  public let needs: Set<SolverNeed> = []

  /// The solvers that prove bounds, best first; the first that is sensible
  /// for the problem is used.
  private let provers: [any RosterSolver]
  private let isSensible: @Sendable (any RosterSolver, RosterProblem) -> Bool

  /// An automatic choice among a greedy start, local search and `provers`.
  ///
  /// - Parameter isSensible: Says whether a prover suits a problem's size.
  public init(
    provers: [any RosterSolver],
    isSensible: @escaping @Sendable (any RosterSolver, RosterProblem) -> Bool = { _, _ in true }
  ) {
    self.provers = provers
    self.isSensible = isSensible
  }

  public func solve(
    _ problem: RosterProblem, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let clock = ContinuousClock()
    let begin = clock.now
    let seconds: @Sendable () -> Double = { (clock.now - begin) / .seconds(1) }
    // Each solver counts its seconds from its own start; the user from the
    // first one's.
    let progress = relay(progress, seconds: seconds)
    let first = GreedySolver().solve(
      problem, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
    guard first.lines != nil else { return first }
    let prover = provers.first { isSensible($0, problem) }
    var best = first
    var rest = limits
    // The prover starts from a good roster, but needs most of the time.
    rest.seconds = limits.seconds.map { total in
      let left = max(0, total - seconds())
      return prover == nil ? left : min(left, max(0.3, total * 0.1))
    }
    if prover != nil, limits.workLimit == nil, limits.seconds == nil { rest.seconds = 5 }
    let searched = SearchSolver().solve(
      problem, limits: rest, start: best.lines, progress: progress, isCancelled: isCancelled)
    if let cost = searched.cost, cost < best.cost ?? .infinity { best = searched }
    guard let prover, !isCancelled() else {
      best.reason = searched.reason
      return best
    }
    rest.seconds = limits.seconds.map { max(0, $0 - seconds()) }
    let proven = prover.solve(
      problem, limits: rest, start: best.lines, progress: progress, isCancelled: isCancelled)
    // Whoever proves the bound names the outcome; a breakdown keeps the best
    // roster so far.
    guard let cost = proven.cost else { return best }
    if cost <= best.cost ?? .infinity { return proven }
    best.bound = proven.bound
    best.reason = proven.reason
    return best
  }

  /// A handler that replaces the seconds of what it is told.
  private func relay(
    _ handler: SolverProgressHandler?, seconds: @escaping @Sendable () -> Double
  ) -> SolverProgressHandler? {
    guard let handler else { return nil }
    return { progress in
      var progress = progress
      progress.seconds = seconds()
      handler(progress)
    }
  }
}
