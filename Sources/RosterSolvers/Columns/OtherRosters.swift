import Rostering

/// A roster that was offered.
struct OfferedRoster {
  var lines: [Line]
  /// Whether it has become the best one.
  var isBest: Bool
}

/// The cheapest of some rosters that were offered, as long as none of them has
/// become the best one.
struct OtherRosters {
  private let roster: CompiledRoster
  private var isAnyBest = false
  private var found: Incumbent.Value?

  init(_ roster: CompiledRoster) { self.roster = roster }

  /// Takes a roster in, if it is one.
  mutating func take(_ offered: OfferedRoster?) {
    guard let offered else { return }
    if offered.isBest { isAnyBest = true }
    let cost = roster.cost(of: offered.lines)
    if cost < found?.cost ?? .infinity {
      found = Incumbent.Value(lines: offered.lines, cost: cost)
    }
  }

  /// The cheapest one; nil if one has become the best.
  var cheapest: [Line]? { isAnyBest ? nil : found?.lines }
}
