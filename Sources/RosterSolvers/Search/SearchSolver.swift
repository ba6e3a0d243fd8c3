import Dispatch
import LinearModel
import Rostering
import Synchronization

/// Anytime search without a linear program: greedy, then ruin and recreate of
/// a few lines by exact best responses, with annealed acceptance; prices of the
/// whole roster by a proximal bundle, which prove a bound and lead to a
/// roster; and parts of the roster laid anew from such prices.
///
/// Against the clock there is a search on each core; otherwise a fixed number of
/// them take turns of fixed size, so that the outcome for a seed and a work limit
/// depends neither on the number of cores nor on which thread is faster. Without
/// prices several *islands* of best responses search on their own and meet after
/// fixed amounts of work. It ends early once the bound is as near as was asked for.
public struct SearchSolver: RosterSolver {
  public let name = "search"
  public let needs: Set<SolverNeed> = []
  /// Searches that take turns, or islands, under a work limit. Against the clock
  /// there is one for each core.
  public let islandCount: Int
  /// Whether the whole roster is priced, for a bound and a better roster. Where
  /// another solver follows that does so, best responses alone are better.
  public let usesPrices: Bool

  /// The share of the time limit, and the most seconds, for polishing the
  /// first roster.
  private static let startShare = 0.15
  private static let startSeconds = 8.0

  /// A search.
  public init(islandCount: Int = 4, usesPrices: Bool = true) {
    self.islandCount = max(1, islandCount)
    self.usesPrices = usesPrices
  }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    guard roster.peopleWithoutLine.isEmpty else { return roster.infeasibleOutcome(solver: name) }
    var startLimits = limits
    if usesPrices {
      startLimits.seconds = limits.seconds.map { min($0 * Self.startShare, Self.startSeconds) }
    }
    var clock = WorkClock(startLimits, isCancelled: isCancelled)
    guard var draft = GreedySolver.first(roster, start: start, clock: &clock) else {
      return roster.notFoundOutcome(solver: name)
    }
    let reporter = ProgressReporter(progress, clock: clock)
    reporter.report(draft.cost)
    // On long horizons windows gain more than whole lines do.
    let rounds = roster.hasLongLines ? 1 : 10
    _ = GreedySolver.polish(&draft, roundLimit: rounds, clock: &clock) { cost, _ in
      reporter.report(cost)
    }
    if usesPrices {
      return searchWithPrices(
        draft, limits: limits, begin: begin, workLeft: clock.workLeft, progress: progress,
        isCancelled: isCancelled)
    }
    guard clock.stopped == nil, roster.problem.personCount > 0 else {
      return roster.outcome(
        lines: draft.lines, reason: clock.stopped ?? .finished, solver: name)
    }
    let archipelago = Archipelago(draft, limits: limits, clock: clock, islandCount: islandCount)
    let (lines, reason) = archipelago.run(reporter)
    return roster.outcome(lines: lines, reason: reason, solver: name)
  }

  /// Prices the whole roster, and lays parts of it anew from the prices.
  private func searchWithPrices(
    _ draft: RosterDraft, limits: SolverLimits, begin: ContinuousClock.Instant, workLeft: Int?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let watch = CancellationWatch(isCancelled)
    defer { watch.stop() }
    let incumbent = Incumbent(
      draft.roster, lines: draft.lines, limits: limits, begin: begin, progress: progress)
    var clock = ColumnClock(
      begin: begin, limit: limits.seconds, cancellation: watch.cancellation, workLeft: workLeft,
      closing: incumbent.closing)
    guard clock.stopped == nil, draft.roster.problem.personCount > 0 else {
      return incumbent.outcome(reason: clock.stopped ?? .finished, solver: name)
    }
    let parts = PricePartSolver()
    let phase = PricePhase(incumbent: incumbent, parts: parts)
    // On long horizons the dive replaces whatever the search finds before it.
    let isPricedFirst = draft.roster.hasLongLines
    let race = NeighbourhoodRace(
      incumbent, .priced(parts, of: draft.roster),
      searchCount: limits.isTimed ? ContinuousClock.coreCount : islandCount, missLimit: nil)
    do {
      if isPricedFirst {
        _ = try phase.run(threadCount: ContinuousClock.coreCount, clock: &clock)
      }
      try race.run(clock: &clock) { isAlone, clock, search in
        guard !isPricedFirst else { return try search(&clock, nil) }
        var dives = try phase.run(
          threadCount: isAlone ? ContinuousClock.coreCount : 1, clock: &clock)
        try search(&clock) { clock in try dives?.next(clock: &clock) }
      }
    } catch {
      return incumbent.outcome(reason: .failure("\(error)"), solver: name)
    }
    return incumbent.outcome(reason: clock.stopped ?? .finished, solver: name)
  }
}

/// Tells progress from several threads one after the other, better values
/// only.
final class ProgressReporter: Sendable {
  private let handler: SolverProgressHandler?
  private let clock: WorkClock
  private let best = Mutex(Double.infinity)

  init(_ handler: SolverProgressHandler?, clock: WorkClock) {
    self.handler = handler
    self.clock = clock
  }

  func report(_ cost: Double, phase: String = "search") {
    guard let handler else { return }
    best.withLock { best in
      guard cost < best - 1e-7 else { return }
      best = cost
      handler(SolverProgress(cost: cost, seconds: clock.seconds, phase: phase))
    }
  }
}

/// The islands of a search and their meetings.
private final class Archipelago: Sendable {
  private struct Place {
    var island: SearchIsland
    var clock: WorkClock
  }

  private final class Slot: Sendable {
    let place: Mutex<Place>
    init(_ place: consuming sending Place) { self.place = Mutex(place) }
  }

  private let slots: [Slot]
  private let totalWork: Int?
  private let seconds: Double?
  /// Line optimisations of an island between two meetings.
  private let roundWork: Int

  init(_ draft: RosterDraft, limits: SolverLimits, clock: WorkClock, islandCount: Int) {
    let count: Int
    if let left = clock.workLeft {
      count = min(islandCount, max(1, left / 64))
      totalWork = left / count
    } else {
      count = max(1, ContinuousClock.coreCount)
      totalWork = nil
    }
    seconds = limits.seconds
    roundWork = max(256, 8 * draft.lines.count)
    var seeds = SeededGenerator(seed: limits.seed)
    slots = (0..<count).map { _ in
      Slot(Place(island: SearchIsland(draft, seed: seeds.next()), clock: clock))
    }
  }

  func run(_ reporter: ProgressReporter) -> ([Line], StopReason) {
    var done = 0
    while true {
      let left = totalWork.map { $0 - done } ?? .max
      let work = min(roundWork, left)
      if work <= 0 { return (bestLines(), .workLimit) }
      let doneBefore = done
      DispatchQueue.concurrentPerform(iterations: slots.count) { index in
        slots[index].place.withLock { place in
          place.clock.setWork(work)
          place.island.run(clock: &place.clock) { clock in
            self.warmth(work: doneBefore + work - (clock.workLeft ?? 0), seconds: clock.seconds)
          } improved: {
            reporter.report($0)
          }
        }
      }
      done += work
      for slot in slots {
        let stopped = slot.place.withLock { $0.clock.stopped }
        if let stopped, stopped != .workLimit { return (bestLines(), stopped) }
      }
      meet()
    }
  }

  /// From 1 to 0 over the time or the work that is given; without either it
  /// goes up and down with growing periods.
  private func warmth(work: Int, seconds now: Double) -> Double {
    if let totalWork { return max(0, 1 - Double(work) / Double(totalWork)) }
    if let seconds, seconds > 0 { return max(0, 1 - now / seconds) }
    return warmthInGrowingPeriods(work, first: 64 * roundWork)
  }

  /// Islands that lag behind go on from the best roster.
  private func meet() {
    guard slots.count > 1 else { return }
    let costs = slots.map { $0.place.withLock { $0.island.bestCost } }
    guard let best = costs.indices.min(by: { costs[$0] < costs[$1] }) else { return }
    guard let worst = costs.indices.max(by: { costs[$0] < costs[$1] }), best != worst else {
      return
    }
    guard costs[worst] > costs[best] * (1 + 2e-3) else { return }
    let lines = slots[best].place.withLock { $0.island.bestLines }
    slots[worst].place.withLock { $0.island.adopt(lines, cost: costs[best]) }
  }

  private func bestLines() -> [Line] {
    let all = slots.map { slot in
      slot.place.withLock { ($0.island.bestCost, $0.island.bestLines) }
    }
    return all.min { $0.0 < $1.0 }?.1 ?? []
  }
}
