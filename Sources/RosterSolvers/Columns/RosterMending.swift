import Rostering

/// A neighbourhood search of its own from a roster that is not the best.
///
/// Where a dive ends, the right lines stand in most places, and what is wrong
/// in the rest is soon mended; and a part that came to a little more than what
/// it replaced may lead out of a valley that the best roster sits in.
struct RosterMending {
  let incumbent: Incumbent
  let parts: any PartSolver

  /// The share of the limits that it may take.
  private static let share = 0.2
  /// Ends after so many parts without a gain.
  private static let missLimit = 20
  /// The same from a near miss, whose surroundings are known already.
  private static let nearMissLimit = 8
  /// Other rosters that it is crossed with, the most.
  private static let mateCount = 3

  /// Betters a roster by itself until it is better than the best one, or no
  /// longer gets better, and offers it.
  func run(from lines: [Line], seed: UInt64, clock: inout ColumnClock) throws {
    let own = own(lines, clock)
    try run(
      NeighbourhoodSearch(own, parts: parts, seed: seed), of: own, missLimit: Self.missLimit,
      clock: &clock)
  }

  /// Betters a near miss in the same way, with what the search that came to it
  /// has learned.
  func run(
    fromNearMiss lines: [Line], of search: NeighbourhoodSearch, clock: inout ColumnClock
  ) throws {
    let own = own(lines, clock)
    try run(search.moved(to: own), of: own, missLimit: Self.nearMissLimit, clock: &clock)
  }

  private func own(_ lines: [Line], _ clock: ColumnClock) -> Incumbent {
    Incumbent(
      incumbent.roster, lines: lines, limits: incumbent.limits, begin: clock.begin, progress: nil)
  }

  private func run(
    _ search: NeighbourhoodSearch, of own: Incumbent, missLimit: Int, clock: inout ColumnClock
  ) throws {
    var search = search
    var part = clock.part(share: Self.share)
    var misses = 0
    while part.stopped == nil, misses < missLimit, !incumbent.isClose,
      own.value.cost >= incumbent.value.cost
    {
      let before = own.value.cost
      try search.advance(clock: &part, isTimed: incumbent.limits.isTimed, phase: "mending")
      misses = own.value.cost < before ? 0 : misses + 1
    }
    clock.add(part)
    guard !incumbent.offer(own.value.lines, phase: "mending") else { return }
    try cross(own, search, clock: &clock)
    let value = own.value
    if value.lines != incumbent.value.lines, !incumbent.exchange(value) { incumbent.keep(value) }
  }

  /// Crosses what was mended in vain with the best roster, and with others that
  /// were mended before until that betters it and helps the best one.
  private func cross(
    _ own: Incumbent, _ search: NeighbourhoodSearch, clock: inout ColumnClock
  ) throws {
    var search = search
    var best = search.moved(to: incumbent)
    if try best.cross(with: own.value.lines, clock: &clock) { return }
    for mate in incumbent.elite.reversed().prefix(Self.mateCount) {
      guard try search.cross(with: mate.lines, clock: &clock) else { continue }
      if incumbent.offer(own.value.lines, phase: "crossing") { return }
      if try best.cross(with: own.value.lines, clock: &clock) { return }
    }
  }
}
