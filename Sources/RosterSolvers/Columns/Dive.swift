import LinearModel
import Rostering

/// Turns a solved master program into whole lines: fixes parts of people's
/// lines step by step and generates columns that fit in between.
struct Dive {
  /// Days of a part.
  var partLength = 7
  /// The share of the undecided parts that the first step fixes, at least
  /// one. Steps grow while the master's value stays and shrink when it rises;
  /// after a step that was too large they stay at the size that was not.
  var share = 0.1
  /// The largest share.
  var largestShare = 0.4
  /// Parts with at least this weight are fixed in any step.
  var sureWeight = 0.9
  /// Rounds of pricing after a step.
  var roundLimit = 2
  /// Ends the dive when the bound reaches this.
  var cutoff = Double.infinity
  /// Ends the dive when the value is above this whatever lines are generated.
  var giveUp = Double.infinity
  /// A step that raises the master's value by more than this share of it, or
  /// above the cutoff, is taken back and made smaller.
  var tolerance = 0.01
  /// Varies the order in which parts are fixed; nil for the surest first.
  var shuffle: SeededGenerator?

  /// What steps grow by.
  private static let growth = 1.4

  /// Dives from a solved master program.
  ///
  /// The generator's patterns and blocked lines are left as the dive ends.
  /// - Returns: Everybody's line, complete also when a limit ends the dive;
  ///   nil if the cutoff is reached or nothing is left.
  func run(
    _ generator: ColumnGenerator, clock: inout ColumnClock
  ) throws(SessionFailure) -> [Line]? {
    var parts = DiveParts(generator.maker, length: partLength, shuffle: shuffle)
    var share = self.share
    while true {
      let mixture = try Self.mixture(generator)
      var fixed = parts.next(mixture, share: share, sureWeight: sureWeight)
      if fixed.isEmpty || clock.stopped != nil { return mixture.heaviestLines }
      let before = generator.value
      let patterns = generator.patterns
      let chosen = fixed.count
      while true {
        generator.patterns = Self.fixing(fixed, in: patterns, generator)
        switch try settle(generator, before: before, clock: &clock) {
        case .noLine: return nil
        case .stopped, .converged, .closed: break
        }
        let rise = generator.value - before
        let isTooDear =
          rise > tolerance * max(1, abs(before)) || (generator.value >= cutoff && before < cutoff)
        guard isTooDear, fixed.count > 1, clock.stopped == nil else { break }
        fixed = Array(fixed.prefix(max(1, fixed.count / 2)))
      }
      if generator.value > giveUp {
        // Lines may only be missing.
        _ = try generator.generate(gap: 1e-6, cutoff: cutoff, goal: giveUp, clock: &clock)
      }
      if generator.bound >= cutoff || generator.value > giveUp { return nil }
      if generator.value >= cutoff {
        // Only a near miss can come of it, and soon.
        share = largestShare
      } else if fixed.count < chosen {
        share *= Double(fixed.count) / Double(chosen)
      } else if generator.value <= before + 1e-6 * abs(before) {
        share = min(largestShare, share * Self.growth)
      } else {
        share /= Self.growth
      }
    }
  }

  /// Solves the master under new patterns.
  private func settle(
    _ generator: ColumnGenerator, before: Double, clock: inout ColumnClock
  ) throws(SessionFailure) -> ColumnGenerator.End {
    let patterns = generator.patterns
    try generator.master.block { !patterns[$0.person].admits($0.line) }
    generator.forgetBound()
    return try generator.generate(
      .dual, roundLimit: roundLimit, gap: 1e-6, cutoff: cutoff,
      goal: before + 1e-6 * abs(before), clock: &clock)
  }

  /// Patterns with parts fixed.
  private static func fixing(
    _ parts: [DiveParts.Part], in patterns: [LinePattern], _ generator: ColumnGenerator
  ) -> [LinePattern] {
    var patterns = patterns
    for part in parts {
      patterns[part.person].fix(
        part.line, days: part.days, dayCount: generator.task.roster.problem.dayCount)
    }
    return patterns
  }

  private static func mixture(
    _ generator: ColumnGenerator
  ) throws(SessionFailure) -> LineMixture {
    let values = try generator.master.lineValues()
    var mixture = LineMixture(personCount: generator.layout.personCount)
    for (index, column) in generator.master.columns.enumerated() where values[index] > 1e-9 {
      mixture.add(column.line, weight: values[index], person: column.person)
    }
    return mixture
  }
}
