import Rostering

/// A neighbourhood search of its own from a roster that is not the best.
///
/// Where a dive ends, the right lines stand in most places, and what is wrong
/// in the rest is soon mended; and a part that came to a little more than what
/// it replaced may lead out of a valley that the best roster sits in.
struct RosterMending {
  let incumbent: Incumbent
  let parts: any PartSolver

  /// The share of the limits that it may take, and again as much for crossing.
  private static let share = 0.2
  /// Ends after so many parts without a gain.
  private static let missLimit = 20
  /// The same from a near miss, whose surroundings are known already.
  private static let nearMissLimit = 8
  /// Other rosters that it is crossed with, the most.
  private static let mateCount = 3

  /// Betters a roster by itself until it is better than the best one, or no
  /// longer gets better, and offers it. Whichever of the two is not the best then
  /// is crossed with that and with others, and kept.
  func run(from lines: [Line], seed: UInt64, clock: inout ColumnClock) throws {
    let own = own(lines, clock)
    try run(
      NeighbourhoodSearch(own, .init(parts: parts), seed: seed), of: own, missLimit: Self.missLimit,
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
      try search.advance(clock: &part, phase: "mending")
      misses = own.value.cost < before ? 0 : misses + 1
    }
    clock.add(part)
    let before = incumbent.value
    let isBest = incumbent.offer(own.value.lines, phase: "mending")
    part = clock.part(share: Self.share)
    try cross(isBest ? before : own.value, search, clock: &part)
    clock.add(part)
  }

  /// Crosses what was mended in vain, or the roster that it has replaced, with the
  /// best one, and with others that were mended before until that betters both and
  /// helps the best one.
  private func cross(
    _ mended: Incumbent.Value, _ search: NeighbourhoodSearch, clock: inout ColumnClock
  ) throws {
    let mates = incumbent.elite.reversed().prefix(Self.mateCount)
    let before = incumbent.value
    incumbent.keep(mended)
    // One that costs the same is the best one now.
    let other = incumbent.value.lines == mended.lines ? before : mended
    var best = search.moved(to: incumbent)
    if try best.cross(with: other.lines, clock: &clock) { return }
    for mate in mates where mate.lines != mended.lines && clock.stopped == nil {
      let (start, other) = mate.cost < mended.cost ? (mate, mended) : (mended, mate)
      let child = own(start.lines, clock)
      var search = search.moved(to: child)
      guard try search.cross(with: other.lines, clock: &clock) else { continue }
      if incumbent.offer(child.value.lines, phase: "crossing") { return }
      if try best.cross(with: child.value.lines, clock: &clock) { return }
      incumbent.keep(child.value)
    }
  }
}
