import Rostering

/// Dives from prices of the whole roster, each in another order, the best of
/// some mended where it ends.
struct PriceDives {
  /// What dives start from in turns.
  private let starts: [PricedRoot]
  private let incumbent: Incumbent
  private let dive: PriceDive
  private let mending: RosterMending
  private var random: SeededGenerator

  /// The share of the limits that dives may take at a time.
  private static let share = 0.15

  /// Dives from prices of the whole roster.
  ///
  /// - Parameters:
  ///   - node: Where branching has come to, to dive from in turns with them.
  ///   - dive: How large the dives' steps are.
  ///   - parts: Mends what they come to.
  init(
    _ prices: PricedRoot, node: PricedRoot?, dive: PriceDive, parts: any PartSolver
  ) {
    starts = [prices] + (node.map { [$0] } ?? [])
    incumbent = prices.root.incumbent
    self.dive = dive
    mending = RosterMending(incumbent: incumbent, parts: parts)
    random = SeededGenerator(seed: incumbent.limits.seed ^ 0xD17E)
  }

  /// Dives, mends what it comes to and offers it.
  mutating func next(clock: inout ColumnClock) throws {
    var part = clock.part(share: Self.share)
    var others = OtherRosters(incumbent.roster)
    let count = starts[0].root.laterDiveCount
    for number in 0..<max(count, starts.count) where part.stopped == nil {
      let start = starts[number % starts.count]
      var dive = dive
      dive.shuffle = SeededGenerator(seed: random.next())
      others.take(start.root.dive(from: start.ascent, dive, clock: &part))
    }
    clock.add(part)
    if let other = others.cheapest { try mend(other, clock: &clock) }
  }

  /// Betters a roster by itself and offers it.
  mutating func mend(_ lines: [Line], clock: inout ColumnClock) throws {
    try mending.run(from: lines, seed: random.next(), clock: &clock)
  }
}
