import Rostering

/// A neighbourhood search of its own from where a dive ends.
///
/// A dive has the right lines in most places, and what is wrong in the rest is
/// soon mended, while the best roster may sit in a valley that parts of it do
/// not lead out of.
struct DiveMending {
  let incumbent: Incumbent
  let parts: any PartSolver

  /// The share of the limits that it may take.
  private static let share = 0.2
  /// Ends after so many parts without a gain.
  private static let missLimit = 20

  /// Betters a roster by itself until it is better than the best one, or no
  /// longer gets better, and offers it.
  func run(from lines: [Line], seed: UInt64, clock: inout ColumnClock) throws {
    let own = Incumbent(
      incumbent.roster, lines: lines, limits: incumbent.limits, begin: clock.begin, progress: nil)
    var search = NeighbourhoodSearch(own, parts: parts, seed: seed)
    var part = clock.part(share: Self.share)
    var misses = 0
    while part.stopped == nil, misses < Self.missLimit, !incumbent.isClose,
      own.value.cost >= incumbent.value.cost
    {
      let before = own.value.cost
      try search.advance(clock: &part, isTimed: incumbent.limits.isTimed, phase: "dive")
      misses = own.value.cost < before ? 0 : misses + 1
    }
    clock.add(part)
    incumbent.offer(own.value.lines, phase: "dive")
  }
}
