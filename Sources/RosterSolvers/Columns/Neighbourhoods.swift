import Rostering

/// Which part of a roster to open next: a window of days for everybody, or a
/// few people for all days, by turns. The parts grow while they find nothing
/// and shrink after a gain.
struct Neighbourhoods {
  /// The most seconds for one part.
  static let longestSeconds = 3.0

  private let dayCount: Int
  private let personCount: Int
  private var random: SeededGenerator
  private var windowDays: Int
  private var groupSize: Int
  private var isWindow = false

  init(_ problem: RosterProblem, seed: UInt64) {
    dayCount = problem.dayCount
    personCount = problem.personCount
    random = SeededGenerator(seed: seed)
    windowDays = min(3, problem.dayCount)
    groupSize = min(8, problem.personCount)
  }

  /// The next part.
  mutating func next(_ roster: CompiledRoster, lines: [Line]) -> ColumnTask {
    isWindow.toggle()
    if isWindow, windowDays < dayCount {
      let from = Int.random(in: 0...(dayCount - windowDays), using: &random)
      return ColumnTask(
        roster, people: Array(0..<personCount), days: from..<(from + windowDays), lines: lines)
    }
    let group = Array(0..<personCount).shuffled(using: &random).prefix(groupSize).sorted()
    return ColumnTask(roster, people: group, days: 0..<dayCount, lines: lines)
  }

  /// Adapts the size of the parts.
  mutating func learn(isBetter: Bool) {
    if isWindow {
      windowDays = min(dayCount, max(2, windowDays + (isBetter ? -1 : 1)))
      if windowDays == dayCount { windowDays = min(3, dayCount) }
    } else {
      groupSize = min(personCount, max(3, groupSize + (isBetter ? -1 : 1)))
      if groupSize > 20 { groupSize = min(8, personCount) }
    }
  }
}
