import Reports
import RosterSolvers

extension PlanSolution {
  /// What is known of the search, for reports.
  ///
  /// - Parameters:
  ///   - seconds: How long it took.
  ///   - seed: What random choices started from.
  public func figures(seconds: Double, seed: UInt64) -> SolutionFigures {
    let reason: SearchEnding
    switch outcome.reason {
    case .optimal: reason = .provenOptimal
    case .gapReached: reason = .gapReached
    case .timeLimit, .workLimit: reason = .timeLimit
    case .cancelled: reason = .interrupted
    case .finished, .infeasible: reason = .finished
    case .failure: reason = .gaveUp
    }
    return SolutionFigures(
      solver: outcome.solver, bound: outcome.bound, seconds: seconds, seed: seed,
      version: StaffOptVersion.current, stopReason: reason)
  }
}
