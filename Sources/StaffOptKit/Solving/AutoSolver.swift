import RosterSolvers
import Rostering

/// Picks and combines the solvers that pay off at a problem's size.
///
/// It starts with `greedy`, improves with `search`, and lets a solver that
/// proves a bound close the gap: `columns`, and on small problems `exact` with
/// what `columns` leaves open. Without GLPK, and where the horizon is longer than
/// five weeks and the plan too large for `exact`, the search has all the time.
public struct AutoSolver: RosterSolver {
  public let name = "auto"
  public let needs: Set<SolverNeed> = []

  /// The share of the time left that a prover gets while another follows it,
  /// and the most seconds: what it can do on a small plan it does soon.
  private static let shareBeforeLast = 0.35
  private static let secondsBeforeLast = 2.5
  /// The share of the time that local search gets before the provers, and the
  /// most seconds of it: the prover's own search soon does better.
  private static let searchShare = 0.06
  private static let searchSeconds = 2.0
  /// The same where branch and bound has the last word: on small plans the
  /// search has found what it can by then.
  private static let smallSearchSeconds = 0.3
  /// Line optimisations of a search that nothing else limits.
  private static let unlimitedSearchWork = 10_000

  /// The solvers that prove bounds, best first; those that are sensible for
  /// the problem are used in turn until one has the proof.
  private let provers: [any RosterSolver]

  /// An automatic choice among a greedy start, local search and `provers`.
  public init(provers: [any RosterSolver]) { self.provers = provers }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let clock = ContinuousClock()
    let begin = clock.now
    let seconds: @Sendable () -> Double = { (clock.now - begin) / .seconds(1) }
    // Each solver counts its seconds from its own start; the user from the
    // first one's.
    let progress = relay(progress, seconds: seconds)
    let provers = provers.filter { $0.isSensible(for: roster.problem) }
    if provers.isEmpty {
      return SearchSolver().solve(
        roster, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
    }
    var rest = limits
    rest.seconds = limits.seconds.map { $0 * Self.searchShare }
    let first = GreedySolver().solve(
      roster, limits: rest, start: start, progress: progress, isCancelled: isCancelled)
    guard first.lines != nil else { return first }
    var best = first
    rest = limits
    // Where lines are long, best responses gain too little in a moment.
    if !roster.hasLongLines {
      // The prover starts from a good roster, but needs most of the time.
      let most = provers.count > 1 ? Self.smallSearchSeconds : Self.searchSeconds
      var moment = limits
      moment.seconds = limits.seconds.map { total in
        min(max(0, total - seconds()), most, max(0.2, total * Self.searchShare))
      }
      moment.workLimit = Self.searchWork(within: limits)
      let searched = SearchSolver(usesPrices: false).solve(
        roster, limits: moment, start: best.lines, progress: progress, isCancelled: isCancelled)
      if let cost = searched.cost, cost < best.cost ?? .infinity { best = searched }
      best.reason = searched.reason
    }
    for (index, prover) in provers.enumerated() where !isCancelled() {
      let isLast = index == provers.count - 1
      let share = isLast ? 1 : Self.shareBeforeLast
      rest.seconds = limits.seconds.map { total in
        let most = isLast ? .infinity : Self.secondsBeforeLast
        return min(max(0, total - seconds()) * share, most)
      }
      let proven = prover.solve(
        roster, limits: rest, start: best.lines, progress: progress, isCancelled: isCancelled)
      best = Self.better(best, proven)
      if case .failure(let message) = proven.reason {
        // Local search needs nothing that can break down.
        progress?(
          SolverProgress(
            cost: best.cost, bound: best.bound, seconds: seconds(),
            phase: "\(prover.name) gave up (\(message)); local search goes on"))
        var left = rest
        left.seconds = limits.seconds.map { max(0, $0 - seconds()) * share }
        left.workLimit = Self.searchWork(within: limits)
        best = Self.better(
          best,
          SearchSolver().solve(
            roster, limits: left, start: best.lines, progress: progress,
            isCancelled: isCancelled))
      }
      if best.reason == .optimal || best.reason == .gapReached { break }
    }
    return best
  }

  /// The work of a search that would not end by itself.
  private static func searchWork(within limits: SolverLimits) -> Int? {
    limits.workLimit ?? (limits.seconds == nil ? unlimitedSearchWork : nil)
  }

  /// The cheaper roster with the higher of the bounds; of equal ones the new one.
  private static func better(_ known: SolverOutcome, _ new: SolverOutcome) -> SolverOutcome {
    guard let newCost = new.cost else { return known }
    let isCheaper = newCost <= known.cost ?? .infinity
    var best = isCheaper ? new : known
    let bounds = [known.bound, new.bound].compactMap { $0 }
    best.bound = bounds.max().map { min($0, best.cost ?? $0) }
    if new.bound != nil { best.reason = new.reason }
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
