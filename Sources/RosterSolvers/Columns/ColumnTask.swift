import Rostering

/// A part of a roster that column generation decides while the rest stands
/// still: some people, on a range of days.
///
/// The whole roster is the task of all people on all days.
struct ColumnTask: Sendable {
  let roster: CompiledRoster
  /// The people whose lines are looked for, ascending.
  let people: [Int]
  /// What each day of their lines may be; an empty pattern leaves all free.
  let patterns: [LinePattern]
  /// The days that are open; on all others the patterns fix the lines.
  let days: Range<Int>
  /// Units on each of the problem's rows that the task does not change.
  let standingUnits: [Int]

  /// The whole roster.
  init(_ roster: CompiledRoster) {
    self.roster = roster
    people = Array(0..<roster.problem.personCount)
    patterns = Array(repeating: [], count: people.count)
    days = 0..<roster.problem.dayCount
    standingUnits = roster.problem.rows.map(\.fixedUnits)
  }

  /// Part of a roster.
  ///
  /// - Parameters:
  ///   - roster: The problem.
  ///   - people: Who is free, ascending.
  ///   - days: When they are.
  ///   - lines: The roster that stands everywhere else.
  init(_ roster: CompiledRoster, people: [Int], days: Range<Int>, lines: [Line]) {
    self.roster = roster
    self.people = people
    self.days = days
    let dayCount = roster.problem.dayCount
    var units = roster.problem.rows.map(\.fixedUnits)
    let isFree = Self.flags(people, count: lines.count)
    for (person, line) in lines.enumerated() {
      let contributions = roster.problem.contributions(ofPerson: person)
      for (day, option) in line.enumerated() where !(isFree[person] && days.contains(day)) {
        guard let option else { continue }
        for entry in contributions[option] { units[entry.row] += entry.units }
      }
    }
    standingUnits = units
    if days.count == dayCount {
      patterns = Array(repeating: [], count: people.count)
    } else {
      patterns = people.map { person in
        lines[person].enumerated().map { day, option in
          days.contains(day) ? .free : DayChoice(fixing: option)
        }
      }
    }
  }

  private static func flags(_ positions: [Int], count: Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: count)
    for position in positions { flags[position] = true }
    return flags
  }
}
