import Rostering

/// One thread's neighbourhood searches, which work in different manners and take
/// turns: what one manner misses, another finds.
struct SearchTeam {
  private var searches: [NeighbourhoodSearch]
  /// What each has taken so far: seconds, or line optimisations.
  private var efforts: [Double]

  /// Searches of the same roster, at least one.
  init(_ searches: [NeighbourhoodSearch]) {
    self.searches = searches
    efforts = Array(repeating: 0, count: searches.count)
  }

  /// The search that has taken least.
  private var next: Int { efforts.indices.min { efforts[$0] < efforts[$1] } ?? 0 }

  /// Opens the next part of the best roster and takes over what is gained.
  mutating func advance(clock: inout ColumnClock, phase: String) throws {
    let index = next
    let begin = clock.seconds
    try searches[index].advance(clock: &clock, phase: phase)
    efforts[index] += max(clock.seconds - begin, 1e-6)
  }

  /// Opens the next part and looks for a cheaper roster in it.
  ///
  /// - Parameters: As of `NeighbourhoodSearch`.
  mutating func step(
    from value: Incumbent.Value, clock: ColumnClock, warmth: Double?
  ) throws -> NeighbourhoodSearch.Result {
    let index = next
    let result = try searches[index].step(from: value, clock: clock, warmth: warmth)
    efforts[index] += Double(max(1, result.clock.work))
    return result
  }

  /// Mends the near miss of the first search that has one.
  ///
  /// - Returns: False if none has.
  mutating func mendNearMiss(
    _ incumbent: Incumbent, clock: inout ColumnClock
  ) throws -> Bool {
    for index in searches.indices {
      guard let near = searches[index].takeNearMiss() else { continue }
      try RosterMending(incumbent: incumbent, parts: searches[index].parts).run(
        fromNearMiss: near.lines, of: searches[index], clock: &clock)
      return true
    }
    return false
  }
}
