import Rostering

/// Turns the average of the volume algorithm's lines into whole lines: fixes
/// parts of people's lines step by step and takes some price steps in between.
///
/// A dive without a linear program: its cost grows with the people and the
/// days only, where the simplex method's grows with the square of the rows.
struct VolumeDive {
  /// Days of a part.
  var partLength = 7
  /// The share of the undecided parts that a step fixes.
  var share = 0.06
  /// Parts with at least this weight are fixed in any step.
  var sureWeight = 0.95
  /// Price steps after parts were fixed.
  var steps = 15
  /// The length of the first of them.
  var agility = 0.3

  /// Dives from an ascent.
  ///
  /// - Parameter target: A cost that the bound is below, best the incumbent's.
  /// - Returns: Everybody's line, complete also when a limit ends the dive; nil
  ///   if somebody's is missing.
  /// - Complexity: O(steps x lines), the steps some dozen times `steps`.
  func run(
    _ ascent: inout VolumeAscent, maker: ColumnMaker, target: Double, clock: inout ColumnClock
  ) -> [Line]? {
    let parts = DiveParts(maker, length: partLength)
    let dayCount = maker.task.roster.problem.dayCount
    var patterns = maker.task.patterns
    while clock.stopped == nil {
      let fixed = parts.next(ascent.mixture, share: share, sureWeight: sureWeight)
      if fixed.isEmpty { break }
      for part in fixed {
        patterns[part.person].fix(part.line, days: part.days, dayCount: dayCount)
      }
      ascent.narrow(to: patterns, agility: agility, maker: maker)
      guard
        ascent.climb(
          steps, keepingLast: 1, target: target, maker: maker, clock: &clock, improved: { _ in })
      else { return nil }
    }
    return ascent.mixture.heaviestLines
  }
}
