import Dispatch
import Rostering
import Synchronization

/// Anytime search without a linear program: greedy, then ruin and recreate of
/// a few lines by exact best responses, with annealed acceptance.
///
/// Several *islands* search on their own and meet after fixed amounts of work,
/// so the outcome for a seed and a work limit does not depend on the number of
/// cores or on which thread is faster.
public struct SearchSolver: RosterSolver {
  public let name = "search"
  public let needs: Set<SolverNeed> = []
  /// Islands under a work limit. Without one there is an island for each core.
  public var islandCount: Int

  /// A search.
  public init(islandCount: Int = 4) { self.islandCount = max(1, islandCount) }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    var clock = WorkClock(limits, isCancelled: isCancelled)
    guard roster.peopleWithoutLine.isEmpty else { return roster.infeasibleOutcome(solver: name) }
    var draft: RosterDraft
    if let start, roster.isFeasible(start) {
      draft = RosterDraft(roster, lines: start)
    } else {
      draft = GreedySolver.construct(roster, clock: &clock)
    }
    let reporter = ProgressReporter(progress, clock: clock)
    reporter.report(draft.cost)
    // On long horizons windows gain more than whole lines do.
    let rounds = roster.problem.dayCount > GreedySolver.longHorizon ? 1 : 10
    _ = GreedySolver.polish(&draft, roundLimit: rounds, clock: &clock) { cost, _ in
      reporter.report(cost)
    }
    guard clock.stopped == nil, roster.problem.personCount > 0 else {
      return roster.outcome(
        lines: draft.lines, reason: clock.stopped ?? .finished, solver: name)
    }
    let archipelago = Archipelago(draft, limits: limits, clock: clock, islandCount: islandCount)
    let (lines, reason) = archipelago.run(reporter)
    return roster.outcome(lines: lines, reason: reason, solver: name)
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
    var period = 64 * roundWork
    var phase = work
    while phase >= period {
      phase -= period
      period *= 2
    }
    return 1 - Double(phase) / Double(period)
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
