import Rostering

extension NeighbourhoodSearch {
  /// Days on either side of a difference that are laid anew with it, one after
  /// the other.
  private static let margins = [1, 2, 3, 5, 7, 10]
  /// The share of what a part should take after which no wider one is tried.
  private static let effortShare = 1.2

  /// Crosses the best roster with another one: what they agree on stays, and
  /// where they differ, with some days on either side, lines are laid anew.
  ///
  /// Two searches that went different ways are right in different places; the
  /// part where they differ is small, and the best of both and of what lies
  /// between is soon found in it (Rothberg 2007, doi:10.1287/ijoc.1060.0189).
  ///
  /// - Returns: True if the best roster has become cheaper.
  mutating func cross(with other: [Line], clock: inout ColumnClock) throws -> Bool {
    let isTimed = incumbent.limits.isTimed
    var isBetter = false
    var margins = Self.margins[...]
    while let margin = margins.first, clock.stopped == nil, !incumbent.isClose {
      let value = incumbent.value
      let task = ColumnTask(
        incumbent.roster, between: value.lines, and: other, margin: margin)
      guard let task else { break }
      let begin = clock.seconds
      let result = try open(task, of: value, clock: clock, isTimed: isTimed)
      clock.spend(max(isTimed ? 0 : 1, result.clock.work))
      if let lines = result.lines {
        // Less is different now.
        guard incumbent.merge(lines, changedFrom: value.lines, phase: "crossing") else { break }
        isBetter = true
        continue
      }
      let effort = isTimed ? clock.seconds - begin : Double(result.clock.work)
      if effort > Self.effortShare * aimedEffort(of: task, isTimed: isTimed) { break }
      margins.removeFirst()
    }
    return isBetter
  }
}
