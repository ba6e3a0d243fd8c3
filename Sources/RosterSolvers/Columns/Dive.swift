import LinearModel
import Rostering

/// Turns a solved master program into whole lines: fixes parts of people's
/// lines step by step and generates columns that fit in between.
///
/// A part is one person's days between two borders. Fixing parts instead of
/// whole lines leaves room to repair; fixing only what the person's heaviest
/// line has keeps the master feasible.
struct Dive {
  /// Days of a part.
  var partLength = 7
  /// The share of the fractional parts that the first step fixes, at least
  /// one. Steps grow while the master's value stays and shrink when it rises.
  var share = 0.1
  /// The largest share.
  var largestShare = 0.4
  /// Parts with at least this weight are fixed in any step.
  var sureWeight = 0.9
  /// Rounds of pricing after a step.
  var roundLimit = 4
  /// Ends the dive when the master's value reaches this.
  var cutoff = Double.infinity

  /// What a step may fix.
  private struct Part {
    var person: Int
    var days: Range<Int>
    var weight: Double
  }

  /// Dives from a solved master program.
  ///
  /// The generator's patterns and blocked lines are left as the dive ends.
  /// - Returns: Everybody's line, complete also when a limit ends the dive;
  ///   nil if the cutoff is reached or nothing is left.
  func run(
    _ generator: ColumnGenerator, clock: inout ColumnClock
  ) throws(SessionFailure) -> [Line]? {
    let borders = parts(of: generator.task)
    var share = self.share
    while true {
      let values = try generator.master.lineValues()
      let heaviest = Self.heaviestLines(generator, values)
      let open = Self.fractionalParts(generator, values, heaviest, borders: borders)
      if open.isEmpty || clock.stopped != nil {
        return Self.lines(of: heaviest, generator)
      }
      let count = max(1, Int((share * Double(open.count)).rounded()))
      var fixed = Array(open.prefix(count))
      fixed += open.dropFirst(count).prefix { $0.weight >= sureWeight }
      var isChanged = [Bool](repeating: false, count: generator.layout.personCount)
      for part in fixed {
        guard let column = heaviest[part.person] else { continue }
        isChanged[part.person] = true
        if generator.patterns[part.person].isEmpty {
          generator.patterns[part.person] =
            Array(repeating: .free, count: generator.task.roster.problem.dayCount)
        }
        for day in part.days {
          let option = generator.master.columns[column].line[day]
          generator.patterns[part.person][day] = DayChoice(fixing: option < 0 ? nil : Int(option))
        }
      }
      let patterns = generator.patterns
      try generator.master.block { !$0.keeps(to: patterns[$0.person]) }
      generator.forgetBound()
      let before = generator.value
      let end = try generator.generate(
        .dual, roundLimit: roundLimit, gap: 1e-6, cutoff: cutoff,
        goal: before + 1e-6 * abs(before), clock: &clock)
      let isUnchanged = generator.value <= before + 1e-6 * abs(before)
      share =
        isUnchanged ? min(largestShare, share * 1.5) : max(self.share / 2, share / 1.5)
      switch end {
      case .noLine: return nil
      case .stopped, .converged, .closed:
        if generator.bound >= cutoff { return nil }
      }
    }
  }

  private func parts(of task: ColumnTask) -> [Range<Int>] {
    stride(from: task.days.lowerBound, to: task.days.upperBound, by: partLength).map {
      $0..<min($0 + partLength, task.days.upperBound)
    }
  }

  /// For each person the line chosen most, as an index of the master's.
  private static func heaviestLines(
    _ generator: ColumnGenerator, _ values: [Double]
  ) -> [Int?] {
    var heaviest = [Int?](repeating: nil, count: generator.layout.personCount)
    for (index, column) in generator.master.columns.enumerated() where values[index] > 1e-9 {
      if let known = heaviest[column.person], values[known] >= values[index] { continue }
      heaviest[column.person] = index
    }
    return heaviest
  }

  /// The parts of the heaviest lines that not all chosen lines agree on, by
  /// falling weight.
  private static func fractionalParts(
    _ generator: ColumnGenerator, _ values: [Double], _ heaviest: [Int?], borders: [Range<Int>]
  ) -> [Part] {
    var weights = [[Double]](
      repeating: Array(repeating: 0, count: borders.count), count: generator.layout.personCount)
    for (index, column) in generator.master.columns.enumerated() where values[index] > 1e-9 {
      guard let heavy = heaviest[column.person] else { continue }
      let line = generator.master.columns[heavy].line
      for (part, days) in borders.enumerated() where column.line[days] == line[days] {
        weights[column.person][part] += values[index]
      }
    }
    var open: [Part] = []
    for (person, weights) in weights.enumerated() where heaviest[person] != nil {
      for (part, weight) in weights.enumerated() where weight < 1 - 1e-6 {
        open.append(Part(person: person, days: borders[part], weight: weight))
      }
    }
    return open.sorted { left, right in
      if left.weight != right.weight { return left.weight > right.weight }
      return (left.person, left.days.lowerBound) < (right.person, right.days.lowerBound)
    }
  }

  private static func lines(of heaviest: [Int?], _ generator: ColumnGenerator) -> [Line]? {
    var lines: [Line] = []
    for index in heaviest {
      guard let index else { return nil }
      lines.append(generator.master.columns[index].asLine)
    }
    return lines
  }
}
