import LinearModel
import Rostering

/// Turns an ascent's shares of lines into whole lines: fixes parts of people's
/// lines step by step and takes some price steps in between. What is still open
/// at the end is laid by best responses, which know the cover exactly where
/// prices only come near it.
///
/// A dive without a linear program: its cost grows with the people and the
/// days only, where the simplex method's grows with the square of the rows.
struct PriceDive {
  /// Days of a part.
  var partLength = 7
  /// The share of the undecided parts that a step fixes.
  var share = 0.06
  /// Parts with at least this weight are fixed in any step.
  var sureWeight = 0.95
  /// Price steps after parts were fixed, the most.
  var steps = 20
  /// Ends the dive when the bound is above this.
  var cutoff = Double.infinity
  /// The share of people's lines that is left to best responses.
  var openShare = 0.0
  /// Varies the order in which parts are fixed; nil for the surest first.
  var shuffle: SeededGenerator?

  /// Dives from an ascent.
  ///
  /// - Parameters:
  ///   - target: A cost that the bound is below, best the incumbent's.
  ///   - lines: The whole roster that the task is a part of.
  /// - Returns: Everybody's line, complete also when a limit ends the dive; nil
  ///   if somebody's is missing or the cutoff is reached.
  /// - Complexity: O(steps x lines), the steps some dozen times `steps`.
  func run(
    _ ascent: inout ProximalAscent, maker: ColumnMaker, target: Double, within lines: [Line],
    clock: inout ColumnClock
  ) -> [Line]? {
    var parts = DiveParts(maker, length: partLength, shuffle: shuffle)
    let dayCount = maker.task.roster.problem.dayCount
    var patterns = maker.task.patterns
    while clock.stopped == nil {
      let mixture = ascent.mixture
      let open = zip(patterns, mixture.largestWeights).count { isOpen($0, weight: $1) }
      if Double(open) <= openShare * Double(patterns.count) { break }
      let fixed = parts.next(mixture, share: share, sureWeight: sureWeight)
      if fixed.isEmpty { break }
      for part in fixed {
        patterns[part.person].fix(part.line, days: part.days, dayCount: dayCount)
      }
      ascent.narrow(to: patterns)
      guard
        ascent.climb(steps, target: target, cutoff: cutoff, isBrief: true, clock: &clock),
        ascent.bestBound <= cutoff
      else { return nil }
    }
    let mixture = ascent.mixture
    guard let heaviest = mixture.heaviestLines else { return nil }
    if clock.cancellation.isCancelled { return heaviest }
    return complete(
      heaviest, mixture: mixture, patterns: patterns, maker.task, within: lines,
      cancellation: clock.cancellation)
  }

  /// Lays the lines of people whose shares leave a choice anew, one after the
  /// other against the cover of the others and of the days that are fixed, the
  /// surest first.
  private func complete(
    _ lines: [Line], mixture: LineMixture, patterns: [LinePattern], _ task: ColumnTask,
    within roster: [Line], cancellation: Cancellation
  ) -> [Line] {
    let weights = mixture.largestWeights
    let open = patterns.indices.filter { isOpen(patterns[$0], weight: weights[$0]) }
    if open.isEmpty { return lines }
    var draft = RosterDraft(task.roster, lines: task.placing(lines, in: roster))
    let ordered = open.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
    for index in ordered {
      let person = task.people[index]
      draft.take(person: person)
      let fixed = zip(lines[index], patterns[index]).map { $1.isSettled ? $0 : nil }
      if !fixed.isEmpty { draft.put(fixed, ownCost: 0, person: person) }
    }
    for index in ordered {
      let person = task.people[index]
      if !patterns[index].isEmpty { draft.take(person: person) }
      if !cancellation.isCancelled,
        let best = draft.bestLine(person: person, pattern: patterns[index])
      {
        draft.put(best.line, ownCost: best.ownCost, person: person)
      } else {
        let line = lines[index]
        draft.put(
          line, ownCost: draft.roster.checker.cost(of: line, person: person), person: person)
      }
    }
    return task.people.map { draft.lines[$0] }
  }

  /// True if a person's line is still to be chosen.
  private func isOpen(_ pattern: LinePattern, weight: Double) -> Bool {
    !pattern.isSettled && weight < 1 - 1e-6
  }
}
