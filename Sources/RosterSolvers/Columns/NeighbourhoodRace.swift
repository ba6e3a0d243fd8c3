import Dispatch
import LinearModel
import Rostering
import Synchronization

/// A root, which proves a bound of the whole roster and offers one, and several
/// neighbourhood searches that better the best roster.
///
/// With seconds to keep to, one thread works on the root while the others
/// search; then all search. Otherwise the root comes first, and the searches
/// work in turns of fixed size, so that the outcome depends neither on the
/// number of cores nor on which thread is faster.
struct NeighbourhoodRace {
  /// The work on the root, which ends with the search.
  ///
  /// - Parameters:
  ///   - isAlone: Whether no search runs at the same time.
  ///   - search: Searches until a limit is reached.
  typealias Root =
    @Sendable (_ isAlone: Bool, _ clock: inout ColumnClock, _ search: Search) throws -> Void
  /// Searches until a limit is reached.
  ///
  /// - Parameter restart: Offers a roster from elsewhere when the search no
  ///   longer gains anything; nil if there is none.
  typealias Search = (_ clock: inout ColumnClock, _ restart: Restart?) throws -> Void
  typealias Restart = (_ clock: inout ColumnClock) throws -> Void

  /// Parts without a gain after which a search starts again from elsewhere.
  private static let stallLimit = 20
  /// Parts without a gain after which the nearest miss is mended.
  private static let nearStallLimit = 8

  private let incumbent: Incumbent
  private let teams: [SearchTeam]
  /// Without any limit the turns end after so many parts without a gain; nil
  /// to go on until cancelled.
  private let missLimit: Int?

  /// A race.
  ///
  /// - Parameters:
  ///   - manners: How searches work; each thread goes through all of them in
  ///     turns.
  ///   - searchCount: Parts that are searched at the same time.
  init(
    _ incumbent: Incumbent, _ manners: NeighbourhoodSearch.Manner..., searchCount: Int,
    missLimit: Int? = 30
  ) {
    self.incumbent = incumbent
    self.missLimit = missLimit
    var seeds = SeededGenerator(seed: incumbent.limits.seed)
    teams = (0..<searchCount).map { _ in
      SearchTeam(manners.map { NeighbourhoodSearch(incumbent, $0, seed: seeds.next()) })
    }
  }

  /// Works until a limit is reached or the best roster is proven near enough.
  func run(clock: inout ColumnClock, root: Root) throws {
    if incumbent.limits.isTimed {
      try race(clock: clock, root: root)
    } else {
      try root(true, &clock, takeTurns)
    }
  }

  private func race(clock: ColumnClock, root: Root) throws {
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: teams.count) { index in
      var clock = clock
      let search = { (clock: inout ColumnClock, restart: Restart?) in
        try run(teams[index], clock: &clock, restart: restart) {
          failure.withLock { $0 == nil }
        }
      }
      do {
        if index == 0 {
          try root(teams.count == 1, &clock, search)
        } else {
          try search(&clock, nil)
        }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// One thread's searches.
  private func run(
    _ team: SearchTeam, clock: inout ColumnClock, restart: Restart?, goesOn: () -> Bool
  ) throws {
    var team = team
    var misses = Misses(best: .infinity)
    while clock.stopped == nil, !incumbent.isClose, goesOn() {
      misses.count(1, cost: incumbent.value.cost)
      if misses.sinceMending >= Self.nearStallLimit,
        try team.mendNearMiss(incumbent, clock: &clock)
      {
        misses.sinceMending = 0
        continue
      }
      if let restart, misses.sinceStart >= Self.stallLimit {
        try restart(&clock)
        misses.sinceStart = 0
        continue
      }
      try team.advance(clock: &clock, phase: "neighbourhoods")
    }
  }

  private func takeTurns(clock: inout ColumnClock, restart: Restart?) throws {
    let slots = teams.map { SearchSlot($0) }
    var misses = Misses(best: incumbent.value.cost)
    while clock.stopped == nil, !incumbent.isClose {
      let value = incumbent.value
      let now = clock.part(work: clock.workLeft.map { max(1, $0 / slots.count) })
      let warmth = incumbent.limits.workLimit.map {
        min(1, max(0, Double(clock.workLeft ?? 0) / Double(max(1, $0))))
      }
      DispatchQueue.concurrentPerform(iterations: slots.count) { index in
        slots[index].step(from: value, clock: now, warmth: warmth)
      }
      for slot in slots {
        let result = try slot.result()
        clock.spend(max(1, result.clock.work))
        if let lines = result.lines {
          _ = incumbent.merge(lines, changedFrom: value.lines, phase: "neighbourhoods")
        }
      }
      // Gains of mending and of a restart count at the next turn.
      misses.count(slots.count, cost: incumbent.value.cost)
      if incumbent.limits.seconds == nil, incumbent.limits.workLimit == nil,
        let missLimit, misses.inAll >= missLimit
      {
        return
      }
      if misses.sinceMending >= Self.nearStallLimit {
        for slot in slots { try slot.mend(incumbent, clock: &clock) }
        misses.sinceMending = 0
      }
      if let restart, misses.sinceStart >= Self.stallLimit {
        try restart(&clock)
        misses.sinceStart = 0
      }
    }
  }
}

/// Parts without a gain.
private struct Misses {
  /// What the best roster cost at the last count.
  private var best: Double
  var inAll = 0
  /// Since the search started again from elsewhere.
  var sinceStart = 0
  /// Since a near miss was mended.
  var sinceMending = 0

  init(best: Double) { self.best = best }

  /// Counts parts after which the best roster costs this much.
  mutating func count(_ parts: Int, cost: Double) {
    let isBetter = cost < best
    best = cost
    inAll = isBetter ? 0 : inAll + parts
    sinceStart = isBetter ? 0 : sinceStart + parts
    sinceMending = isBetter ? 0 : sinceMending + parts
  }
}

/// A thread's searches and the result of their last turn.
private final class SearchSlot: Sendable {
  private struct State {
    var team: SearchTeam
    var result: Result<NeighbourhoodSearch.Result, any Error>?
  }

  private let state: Mutex<State>

  init(_ team: consuming sending SearchTeam) {
    state = Mutex(State(team: team))
  }

  func step(from value: Incumbent.Value, clock: ColumnClock, warmth: Double?) {
    state.withLock { state in
      do {
        state.result = .success(try state.team.step(from: value, clock: clock, warmth: warmth))
      } catch {
        state.result = .failure(error)
      }
    }
  }

  /// Mends the searches' near miss, if there is one.
  func mend(_ incumbent: Incumbent, clock: inout ColumnClock) throws {
    try state.withLock { _ = try $0.team.mendNearMiss(incumbent, clock: &clock) }
  }

  func result() throws -> NeighbourhoodSearch.Result {
    guard let result = state.withLock({ $0.result }) else { throw SessionFailure.notHere }
    return try result.get()
  }
}
