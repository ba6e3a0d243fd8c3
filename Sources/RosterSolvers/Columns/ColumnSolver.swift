import LinearModel
import Rostering

/// Column generation: a column is a person's whole line, the master program
/// joins lines by the cover they give, and pricing is the line optimiser at
/// the master's prices.
///
/// One thread proves a lower bound and dives to a roster while the other
/// improves the best roster by column generation over parts of it; then both
/// do. Parts are laid by the simplex method and by prices in turns. Where rows are
/// many and prices come to the linear program's bound, the first thread branches
/// on people on duty in place of the simplex method. On horizons of more than five
/// weeks that method pays nowhere, and the search takes over. Lines are priced
/// exactly or from below, so the bound is valid at any time. Under a work limit the
/// threads work in turns of fixed size, and the outcome does not depend on the
/// number of cores.
public struct ColumnSolver: RosterSolver {
  public let name = "columns"
  public let needs: Set<SolverNeed> = [.linearSolver]

  /// Where simplex sessions come from.
  private let sessions: any WarmSessionProvider
  /// Threads that price lines; the outcome does not depend on it.
  private let threadCount: Int

  /// The share of the time limit, and the most seconds, for polishing the
  /// first roster.
  private static let startShare = 0.1
  private static let startSeconds = 8.0
  /// Parts that are searched at the same time.
  private static let searchCount = 2

  /// A solver over the sessions of a backend.
  public init(sessions: any WarmSessionProvider, threadCount: Int = 2) {
    self.sessions = sessions
    self.threadCount = max(1, threadCount)
  }

  /// True if lines are so short that the simplex method pays off somewhere.
  public func isSensible(for problem: RosterProblem) -> Bool {
    CompiledRoster.hasShortLines(problem)
  }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    guard isSensible(for: roster.problem) else {
      return SearchSolver().solve(
        roster, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
    }
    let begin = ContinuousClock.now
    // Best responses gain most at first, parts of the roster later.
    var startLimits = limits
    startLimits.seconds = limits.seconds.map { min($0 * Self.startShare, Self.startSeconds) }
    var startClock = WorkClock(startLimits, isCancelled: isCancelled)
    let first = GreedySolver().solve(
      roster, start: start, clock: &startClock, progress: progress)
    guard let lines = first.lines else {
      return SolverOutcome(lines: nil, cost: nil, reason: first.reason, solver: name)
    }
    let watch = CancellationWatch(isCancelled)
    defer { watch.stop() }
    let incumbent = Incumbent(
      roster, lines: lines, limits: limits, begin: begin, progress: progress)
    var clock = ColumnClock(
      begin: begin, limit: limits.seconds, cancellation: watch.cancellation,
      workLeft: startClock.workLeft, closing: incumbent.closing)
    let parts = SimplexPartSolver(sessions: sessions)
    // What one way misses, the other finds: both have half of the time.
    let race = NeighbourhoodRace(
      incumbent, .init(parts: parts), .priced(PricePartSolver(start: parts.start), of: roster),
      searchCount: Self.searchCount)
    let root = RootPhase(incumbent: incumbent, parts: parts, threadCount: threadCount)
    do {
      try race.run(clock: &clock) { isAlone, clock, search in
        var root = root
        if !isAlone { root.threadCount = 1 }
        guard let pricing = root.price(clock: &clock) else { return try search(&clock, nil) }
        if root.usesSimplex(after: pricing) {
          root.branchBriefly(from: pricing, clock: &clock)
        } else {
          var dives = try root.branch(from: pricing, clock: &clock)
          try dives.next(clock: &clock)
          guard root.isNearlyProven(after: pricing) else {
            return try search(&clock) { clock in try dives.next(clock: &clock) }
          }
        }
        do {
          try sessions.withSession { [root] session in
            let dives = try root.run(session: session, from: pricing, clock: &clock)
            try dives?.next(clock: &clock)
            try search(&clock) { clock in try dives?.next(clock: &clock) }
          }
        } catch SessionFailure.gaveUp {
          try search(&clock, nil)
        }
      }
    } catch {
      // The best roster so far and what was proven stay.
      return incumbent.outcome(reason: .failure("\(error)"), solver: name)
    }
    return incumbent.outcome(reason: clock.stopped ?? .finished, solver: name)
  }
}
