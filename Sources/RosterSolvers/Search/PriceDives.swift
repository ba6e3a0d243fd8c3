import Rostering

/// Dives from the prices of the whole roster, each in another order and mended
/// where it ends.
struct PriceDives {
  private let root: PriceRoot
  private let ascent: ProximalAscent
  private let dive: PriceDive
  private let mending: RosterMending
  private var random: SeededGenerator

  /// The share of the limits that a dive may take.
  private static let share = 0.15

  /// Dives from an ascent.
  ///
  /// - Parameters:
  ///   - dive: How large the dives' steps are.
  ///   - parts: Mends what they come to.
  init(_ root: PriceRoot, ascent: ProximalAscent, dive: PriceDive, parts: any PartSolver) {
    self.root = root
    self.ascent = ascent
    self.dive = dive
    mending = RosterMending(incumbent: root.incumbent, parts: parts)
    random = SeededGenerator(seed: root.incumbent.limits.seed ^ 0xD17E)
  }

  /// Dives, mends what it comes to and offers it.
  mutating func next(clock: inout ColumnClock) throws {
    var dive = dive
    dive.shuffle = SeededGenerator(seed: random.next())
    var part = clock.part(share: Self.share)
    let other = root.dive(from: ascent, dive, clock: &part)
    clock.add(part)
    if let other { try mend(other, clock: &clock) }
  }

  /// Betters a roster by itself and offers it.
  mutating func mend(_ lines: [Line], clock: inout ColumnClock) throws {
    try mending.run(from: lines, seed: random.next(), clock: &clock)
  }
}
