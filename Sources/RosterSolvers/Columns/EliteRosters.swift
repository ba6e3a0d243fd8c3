import Rostering

/// Good rosters that are not the best, to cross others with.
struct EliteRosters: Sendable {
  /// How many are kept.
  static let capacity = 6

  /// The rosters, in the order in which they were found.
  private(set) var values: [Incumbent.Value] = []

  /// True if a roster is among them.
  func contains(_ lines: [Line]) -> Bool { values.contains { $0.lines == lines } }

  /// Adds a roster; where there are too many, the dearest goes.
  mutating func add(_ value: Incumbent.Value) {
    guard !contains(value.lines) else { return }
    values.append(value)
    guard values.count > Self.capacity else { return }
    let dearest = values.indices.max { values[$0].cost < values[$1].cost }
    if let dearest { values.remove(at: dearest) }
  }
}
