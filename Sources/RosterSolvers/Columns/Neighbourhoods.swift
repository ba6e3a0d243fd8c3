import Rostering

/// Which part of a roster to open next, and how large: windows of days for
/// everybody, some people for all days, some people in a window; or best
/// responses without a linear program.
///
/// Kinds are chosen by what they have gained for their effort, with a floor
/// for each; sizes follow the effort that a part took.
struct Neighbourhoods {
  /// The kinds of parts.
  enum Kind: Int, CaseIterable {
    case window
    case people
    case peopleInWindow
    /// Two windows of days that lie apart, so that hours can move between them.
    case twoWindows
    /// Best responses of few people at a time, without a linear program.
    case responses
  }

  private struct Record {
    var gain = 0.0
    var effort = 0.0
    /// The effort of late of this kind, which fades as others get their turns.
    var spent = 0.0
    /// Days of a window, people of a group; real-valued so that they can
    /// change little.
    var size: Double
  }

  private let roster: CompiledRoster
  private var random: SeededGenerator
  private var records: [Record]
  /// Days of the windows of the third kind.
  private var groupWindow: Int
  private(set) var kind = Kind.window
  /// The least share of the effort for best responses. Nil to choose steps by
  /// lot, and best responses only where a few days of everybody make a large
  /// program.
  var responseShare: Double?

  private var dayCount: Int { roster.problem.dayCount }
  private var personCount: Int { roster.problem.personCount }

  init(_ roster: CompiledRoster, seed: UInt64) {
    self.roster = roster
    random = SeededGenerator(seed: seed)
    let days = roster.problem.dayCount
    let people = roster.problem.personCount
    groupWindow = min(days, max(7, min(28, days / 3)))
    records = [
      Record(size: Double(min(7, max(2, days / 3)))),
      Record(size: Double(min(people, days > 60 ? 3 : 8))),
      Record(size: Double(min(people, max(4, people / 4)))),
      Record(size: Double(min(5, max(2, days / 6)))),
      Record(size: 2),
    ]
  }

  /// Draws other parts from here on than the one that this is a copy of.
  mutating func fork() { random = random.forked() }

  /// Choices of everybody on one day that make a large program.
  private static let largeDay = 3_000

  private func isUseful(_ kind: Kind) -> Bool {
    switch kind {
    case .window: true
    case .people: personCount > 2 && (!roster.hasLongLines || responseShare != nil)
    case .peopleInWindow: personCount > 8 && dayCount > groupWindow
    case .twoWindows: dayCount >= 28
    case .responses:
      responseShare != nil
        || roster.hasLongLines
          && personCount * roster.problem.options.count / dayCount >= Self.largeDay
    }
  }

  /// The next part; nil for best responses.
  ///
  /// - Parameter cover: What the cover costs on each day.
  mutating func next(lines: [Line], coverCost: [Double]) -> ColumnTask? {
    kind = pick()
    let size = Int(records[kind.rawValue].size.rounded())
    switch kind {
    case .window:
      let length = min(dayCount, max(2, size))
      return ColumnTask(
        roster, people: Array(0..<personCount), spans: [window(length, coverCost)], lines: lines)
    case .people:
      return ColumnTask(
        roster, people: group(size), spans: [0..<dayCount], lines: lines)
    case .peopleInWindow:
      return ColumnTask(
        roster, people: group(size), spans: [window(groupWindow, coverCost)], lines: lines)
    case .twoWindows:
      let length = min(dayCount / 2, max(2, size))
      return ColumnTask(
        roster, people: Array(0..<personCount), spans: twoWindows(length, coverCost), lines: lines)
    case .responses:
      return nil
    }
  }

  private mutating func pick() -> Kind {
    let kinds = Kind.allCases.filter(isUseful)
    if let untried = kinds.first(where: { records[$0.rawValue].effort == 0 }) { return untried }
    let rates = kinds.map { records[$0.rawValue].gain / records[$0.rawValue].effort }
    let total = rates.reduce(0, +)
    let floors = kinds.map(floor)
    let spare = 1 - floors.reduce(0, +)
    let shares = zip(floors, rates).map { $0 + spare * (total > 0 ? $1 / total : 0) }
    if responseShare != nil {
      // Steps differ by far in what they take: shares are of the effort.
      let places = kinds.indices.filter { shares[$0] > 0 }
      let due = places.min {
        records[kinds[$0].rawValue].spent / shares[$0]
          < records[kinds[$1].rawValue].spent / shares[$1]
      }
      return due.map { kinds[$0] } ?? .window
    }
    var draw = random.unit()
    for (kind, share) in zip(kinds, shares) {
      if draw < share { return kind }
      draw -= share
    }
    return .window
  }

  /// The share of the steps, or of the effort, that a kind gets at the least.
  private func floor(_ kind: Kind) -> Double {
    if let responseShare {
      return kind == .responses ? responseShare : 0.1 * (1 - responseShare)
    }
    return kind == .window ? 0.3 : 0.1
  }

  /// A window of days, mostly where the cover costs most.
  private mutating func window(_ length: Int, _ coverCost: [Double]) -> Range<Int> {
    guard length < dayCount else { return 0..<dayCount }
    let places = dayCount - length + 1
    var first = random.index(below: places)
    if random.chance(0.7) {
      let day = dearDay(coverCost)
      first = min(max(0, day - random.index(below: length)), places - 1)
    }
    return first..<(first + length)
  }

  /// A day drawn by what the cover costs; any day where it costs nothing.
  private mutating func dearDay(_ coverCost: [Double]) -> Int {
    let total = coverCost.reduce(0, +)
    var draw = random.unit() * total
    guard total > 0 else { return random.index(below: dayCount) }
    var day = 0
    while day + 1 < dayCount, draw >= coverCost[day] {
      draw -= coverCost[day]
      day += 1
    }
    return day
  }

  /// Two windows of the same length, one mostly where the cover costs most; one
  /// window if they meet.
  private mutating func twoWindows(_ length: Int, _ coverCost: [Double]) -> [Range<Int>] {
    let first = window(length, coverCost)
    let start = random.index(below: dayCount - length + 1)
    let second = start..<(start + length)
    if first.upperBound < second.lowerBound { return [first, second] }
    if second.upperBound < first.lowerBound { return [second, first] }
    return [
      min(first.lowerBound, second.lowerBound)..<max(first.upperBound, second.upperBound)
    ]
  }

  private mutating func group(_ size: Int) -> [Int] {
    var people = Array(0..<personCount)
    let count = min(personCount, max(2, size))
    for place in 0..<count {
      people.swapAt(place, place + random.index(below: personCount - place))
    }
    return people.prefix(count).sorted()
  }

  /// Learns from a part.
  ///
  /// - Parameters:
  ///   - gain: What the roster became cheaper by.
  ///   - effort: What the part took.
  ///   - aim: What a part should take.
  ///   - isCut: Whether a limit ended it.
  mutating func learn(gain: Double, effort: Double, aim: Double, isCut: Bool) {
    let index = kind.rawValue
    records[index].gain = 0.9 * records[index].gain + gain
    records[index].effort = 0.9 * records[index].effort + max(effort, 1e-6)
    for other in records.indices { records[other].spent *= 0.98 }
    records[index].spent += max(effort, 1e-6)
    if isCut {
      records[index].size *= 0.85
    } else if effort < 0.5 * aim {
      records[index].size *= gain > 0 ? 1.01 : 1.1
    } else if effort > 1.5 * aim {
      records[index].size *= 0.93
    }
    let most =
      switch kind {
      case .window: Double(dayCount)
      case .twoWindows: Double(dayCount / 2)
      case .people, .peopleInWindow, .responses: Double(personCount)
      }
    records[index].size = min(most, max(2, records[index].size))
    // Everybody in a window is another kind: fewer people in a longer one.
    if kind == .peopleInWindow, records[index].size >= most, effort < 0.5 * aim,
      groupWindow < dayCount * 3 / 4
    {
      groupWindow = min(dayCount * 3 / 4, groupWindow * 3 / 2)
      records[index].size = max(2, records[index].size / 2)
    }
  }
}
