import Rostering

/// A part of a roster that column generation decides while the rest stands
/// still: some people, on some days.
///
/// The whole roster is the task of all people on all days.
struct ColumnTask: Sendable {
  let roster: CompiledRoster
  /// The people whose lines are looked for, ascending.
  let people: [Int]
  /// What each day of their lines may be; an empty pattern leaves all free.
  let patterns: [LinePattern]
  /// The runs of days that are open, ascending; on all others the patterns fix
  /// the lines.
  let spans: [Range<Int>]
  /// Units on each of the problem's rows that the task does not change.
  let standingUnits: [Int]

  /// A line for each person that fits beside the present ones; empty if none is
  /// known.
  let knownLines: [Line]

  /// The whole roster.
  init(_ roster: CompiledRoster) {
    self.roster = roster
    people = Array(0..<roster.problem.personCount)
    patterns = Array(repeating: [], count: people.count)
    knownLines = []
    spans = [0..<roster.problem.dayCount]
    standingUnits = roster.problem.rows.map(\.fixedUnits)
  }

  /// Part of a roster.
  ///
  /// - Parameters:
  ///   - roster: The problem.
  ///   - people: Who is free, ascending.
  ///   - spans: When they are: runs of days, ascending, with days in between.
  ///   - lines: The roster that stands everywhere else.
  init(_ roster: CompiledRoster, people: [Int], spans: [Range<Int>], lines: [Line]) {
    let isOpen = Self.flags(spans.joined(), count: roster.problem.dayCount)
    self.init(
      roster, people: people, spans: spans, lines: lines,
      openDays: Array(repeating: isOpen, count: people.count))
  }

  /// Part of a roster in which people may be free on different days.
  ///
  /// - Parameter openDays: For each person a flag a day, all within the spans.
  private init(
    _ roster: CompiledRoster, people: [Int], spans: [Range<Int>], lines: [Line],
    openDays: [[Bool]], knownLines: [Line] = []
  ) {
    self.roster = roster
    self.people = people
    self.spans = spans
    self.knownLines = knownLines
    let isOpen = Self.flags(spans.joined(), count: roster.problem.dayCount)
    var units = roster.problem.rows.map(\.fixedUnits)
    let isFree = Self.flags(people, count: lines.count)
    for (person, line) in lines.enumerated() {
      let contributions = roster.problem.contributions(ofPerson: person)
      for (day, option) in line.enumerated() where !(isFree[person] && isOpen[day]) {
        guard let option else { continue }
        for entry in contributions[option] { units[entry.row] += entry.units }
      }
    }
    standingUnits = units
    patterns = zip(people, openDays).map { person, isOpen in
      LinePattern(lines[person], freeOn: { isOpen[$0] })
    }
  }

  /// The places where two rosters differ, with some days on either side: people
  /// whose lines do, on these days. On all others they keep what they have.
  ///
  /// - Parameters:
  ///   - roster: The problem.
  ///   - lines: The roster that stands everywhere else.
  ///   - other: The roster that it is compared with.
  ///   - margin: Days on either side of a difference.
  /// - Returns: Nil if the rosters are the same.
  init?(_ roster: CompiledRoster, between lines: [Line], and other: [Line], margin: Int) {
    let people = lines.indices.filter { lines[$0] != other[$0] }
    guard !people.isEmpty else { return nil }
    let dayCount = roster.problem.dayCount
    let openDays = people.map { person in
      let near = lines[person].indices.filter { lines[person][$0] != other[person][$0] }
        .flatMap { max(0, $0 - margin)..<min(dayCount, $0 + margin + 1) }
      return Self.flags(near, count: dayCount)
    }
    let isOpen = (0..<dayCount).map { day in openDays.contains { $0[day] } }
    self.init(
      roster, people: people, spans: Array(isOpen.indices(where: \.self).ranges), lines: lines,
      openDays: openDays, knownLines: people.map { other[$0] })
  }

  /// Days of people that are open, in all.
  var openCount: Int {
    let dayCount = roster.problem.dayCount
    return patterns.reduce(0) { sum, pattern in
      sum + (pattern.isEmpty ? dayCount : pattern.count { !$0.isSettled })
    }
  }

  /// The days that are open, ascending.
  var openDays: [Int] { spans.flatMap { $0 } }

  /// A whole roster with other lines for the task's people.
  func placing(_ lines: [Line], in roster: [Line]) -> [Line] {
    var roster = roster
    for (index, person) in people.enumerated() { roster[person] = lines[index] }
    return roster
  }

  /// Days of the parts of lines that dives fix: at most a week.
  var partLength: Int { max(1, min(7, spans.map(\.count).max() ?? 1)) }

  private static func flags(_ positions: some Sequence<Int>, count: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    for position in positions { flags[position] = true }
    return flags
  }
}
