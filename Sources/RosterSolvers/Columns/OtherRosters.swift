import Rostering

/// The cheapest of some rosters that were offered and are not the best, as long
/// as the best one stays.
struct OtherRosters {
  private let incumbent: Incumbent
  private let best: Double
  private var found: Incumbent.Value?

  init(_ incumbent: Incumbent) {
    self.incumbent = incumbent
    best = incumbent.value.cost
  }

  /// Takes a roster in, if it is one.
  mutating func take(_ lines: [Line]?) {
    guard let lines else { return }
    let cost = incumbent.roster.cost(of: lines)
    if cost < found?.cost ?? .infinity { found = Incumbent.Value(lines: lines, cost: cost) }
  }

  /// The cheapest one; nil if a better best roster was found meanwhile.
  var cheapest: [Line]? { incumbent.value.cost < best ? nil : found?.lines }
}
