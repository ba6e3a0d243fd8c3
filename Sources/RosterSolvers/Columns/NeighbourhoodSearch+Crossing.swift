import Rostering

extension NeighbourhoodSearch {
  /// Days on either side of a difference that are laid anew with it, one after
  /// the other.
  private static let margins = [1, 2, 3, 5, 7, 10]
  /// The share of what a part should take after which no wider one is tried.
  private static let effortShare = 1.2
  /// Days of people, and days, that may be open: rosters that differ by more are
  /// not crossed, since the part would be too large to be solved soon.
  private static let mostOpen = 2_000
  private static let mostDays = 100

  /// Crosses the roster of this search with another one: people on whom they
  /// agree stay as they are; of the others, the days that differ, with some on
  /// either side, are laid anew.
  ///
  /// Two searches that went different ways are right in different places; the
  /// part where they differ is small, and the best of both and of what lies
  /// between is soon found in it (Rothberg 2007, doi:10.1287/ijoc.1060.0189).
  ///
  /// - Returns: True if the search's roster has become cheaper.
  mutating func cross(with other: [Line], clock: inout ColumnClock) throws -> Bool {
    var isBetter = false
    var margins = Self.margins[...]
    var lastCount = 0
    while let margin = margins.first, clock.stopped == nil, !incumbent.isClose {
      let value = incumbent.value
      let task = ColumnTask(
        incumbent.roster, between: value.lines, and: other, margin: margin)
      guard let task, task.openCount <= Self.mostOpen, task.openDays.count <= Self.mostDays
      else { break }
      guard task.openCount != lastCount else {
        margins.removeFirst()
        continue
      }
      let begin = clock.seconds
      let result = try open(task, of: value, clock: clock)
      count(result, on: &clock)
      if let lines = result.lines {
        guard incumbent.merge(lines, changedFrom: value.lines, phase: "crossing") else { break }
        // Less is different now: the same margin opens less.
        isBetter = true
        lastCount = 0
        continue
      }
      lastCount = task.openCount
      if effort(of: result, since: begin) > Self.effortShare * aimedEffort(of: task) { break }
      margins.removeFirst()
    }
    return isBetter
  }
}
