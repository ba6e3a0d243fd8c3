import Dispatch
import LinearModel
import Rostering
import Synchronization

/// Column generation: a column is a person's whole line, the master program
/// joins lines by the cover they give, and pricing is the line optimiser at
/// the master's prices.
///
/// One thread proves a lower bound and dives to a roster while the other
/// improves the best roster by column generation over parts of it; then both
/// do. Lines are priced exactly or from below, so the bound is valid at any
/// time. Under a work limit the threads work in turns of fixed size, and the
/// outcome does not depend on the number of cores.
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
  /// Without any limit the search ends after so many parts without a gain.
  private static let missLimit = 30

  /// A solver over the sessions of a backend.
  public init(sessions: any WarmSessionProvider, threadCount: Int = 2) {
    self.sessions = sessions
    self.threadCount = max(1, threadCount)
  }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    // Best responses gain most at first, parts of the roster later.
    var startLimits = limits
    startLimits.seconds = limits.seconds.map { min($0 * Self.startShare, Self.startSeconds) }
    let first = GreedySolver().solve(
      roster, limits: startLimits, start: start, progress: progress, isCancelled: isCancelled)
    guard let lines = first.lines else {
      return SolverOutcome(lines: nil, cost: nil, reason: first.reason, solver: name)
    }
    let watch = CancellationWatch(isCancelled)
    defer { watch.stop() }
    let incumbent = Incumbent(
      roster, lines: lines, limits: limits, begin: begin, progress: progress)
    var clock = ColumnClock(
      begin: begin, limit: limits.seconds, cancellation: watch.cancellation,
      workLeft: limits.workLimit)
    do {
      if limits.seconds != nil, limits.workLimit == nil {
        try race(incumbent, clock: clock)
      } else {
        try takeTurns(incumbent, clock: &clock)
      }
    } catch {
      // The best roster so far and what was proven stay.
      return incumbent.outcome(reason: .failure("\(error)"), solver: name)
    }
    return incumbent.outcome(reason: clock.stopped ?? .finished, solver: name)
  }

  private func searches(_ incumbent: Incumbent) -> [NeighbourhoodSearch] {
    var seeds = SeededGenerator(seed: incumbent.limits.seed)
    return (0..<Self.searchCount).map { _ in
      NeighbourhoodSearch(incumbent, sessions: sessions, seed: seeds.next())
    }
  }

  /// The root and the searches at the same time, until the seconds are used
  /// up.
  private func race(_ incumbent: Incumbent, clock: ColumnClock) throws {
    let searches = searches(incumbent)
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: searches.count) { index in
      var clock = clock
      do {
        if index == 0 {
          try sessions.withSession { session in
            try RootPhase(incumbent: incumbent, threadCount: 1).run(
              session: session, clock: &clock)
          }
        }
        var search = searches[index]
        while clock.stopped == nil, !incumbent.isClose, failure.withLock({ $0 == nil }) {
          let value = incumbent.value
          let result = try search.step(from: value, clock: clock, isTimed: true)
          if let lines = result.lines {
            _ = incumbent.merge(lines, changedFrom: value.lines, phase: "neighbourhoods")
          }
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// The root first, then the searches in turns that do not depend on time.
  private func takeTurns(_ incumbent: Incumbent, clock: inout ColumnClock) throws {
    try sessions.withSession { session in
      try RootPhase(incumbent: incumbent, threadCount: threadCount).run(
        session: session, clock: &clock)
    }
    let slots = searches(incumbent).map { SearchSlot($0) }
    var misses = 0
    while clock.stopped == nil, !incumbent.isClose {
      let value = incumbent.value
      let now = clock
      DispatchQueue.concurrentPerform(iterations: slots.count) { index in
        slots[index].step(from: value, clock: now)
      }
      var isBetter = false
      for slot in slots {
        let result = try slot.result()
        clock.spend(max(1, result.clock.work))
        if let lines = result.lines,
          incumbent.merge(lines, changedFrom: value.lines, phase: "neighbourhoods")
        {
          isBetter = true
        }
      }
      misses = isBetter ? 0 : misses + slots.count
      if incumbent.limits.seconds == nil, incumbent.limits.workLimit == nil,
        misses >= Self.missLimit
      {
        return
      }
    }
  }
}

/// A search and the result of its last turn.
private final class SearchSlot: Sendable {
  private struct State {
    var search: NeighbourhoodSearch
    var result: Result<NeighbourhoodSearch.Result, any Error>?
  }

  private let state: Mutex<State>

  init(_ search: consuming sending NeighbourhoodSearch) {
    state = Mutex(State(search: search))
  }

  func step(from value: Incumbent.Value, clock: ColumnClock) {
    state.withLock { state in
      do {
        state.result = .success(
          try state.search.step(from: value, clock: clock, isTimed: false))
      } catch {
        state.result = .failure(error)
      }
    }
  }

  func result() throws -> NeighbourhoodSearch.Result {
    guard let result = state.withLock({ $0.result }) else { throw SessionFailure.notHere }
    return try result.get()
  }
}
