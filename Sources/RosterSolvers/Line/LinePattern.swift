import Rostering

/// What one day of a line may be, on top of the person's rules.
public enum DayChoice: Hashable, Sendable {
  /// Anything the rules allow.
  case free
  /// A day off.
  case off
  /// This option of the problem.
  case option(Int)
  /// One of these options of the problem, or a day off if it is allowed here
  /// and by the rules.
  case among([Int], mayBeOff: Bool)

  /// True if there is nothing to choose.
  var isSettled: Bool {
    switch self {
    case .free, .among: false
    case .off, .option: true
    }
  }

  /// The choice that leaves a line's day as it is.
  public init(fixing option: Int?) {
    if let option { self = .option(option) } else { self = .off }
  }
}

/// What each day of a line may be: dives and neighbourhoods fix parts of a
/// line and leave the rest free.
public typealias LinePattern = [DayChoice]

extension Line {
  /// The line as the optimiser writes it: -1 for a day off.
  var options: [Int32] { map { $0.map { Int32($0) } ?? -1 } }

  /// A line as the optimiser writes it.
  init(options: [Int32]) { self = options.map { $0 < 0 ? nil : Int($0) } }
}

extension LinePattern {
  /// Leaves some days of a line free and keeps it on all others; empty if all are
  /// free.
  init(_ line: Line, freeOn isFree: (Int) -> Bool) {
    let free = line.indices.map(isFree)
    self =
      free.allSatisfy { $0 }
      ? [] : zip(line, free).map { $1 ? .free : DayChoice(fixing: $0) }
  }

  /// True if each day has one choice.
  var isSettled: Bool { !isEmpty && allSatisfy(\.isSettled) }

  /// From the first day that has a choice to the last one.
  var openDays: Range<Int> {
    guard let first = firstIndex(where: { !$0.isSettled }),
      let last = lastIndex(where: { !$0.isSettled })
    else { return 0..<0 }
    return first..<(last + 1)
  }

  /// True if the pattern admits a line: for each day an option, or -1 for a
  /// day off.
  func admits(_ line: [Int32]) -> Bool {
    for (day, choice) in enumerated() {
      switch choice {
      case .free: continue
      case .off: if line[day] >= 0 { return false }
      case .option(let option): if line[day] != Int32(option) { return false }
      case .among(let options, let mayBeOff):
        if line[day] < 0 ? !mayBeOff : !options.contains(Int(line[day])) { return false }
      }
    }
    return true
  }

  /// Fixes some days to what a line has there.
  ///
  /// - Parameter dayCount: Days of the horizon; an empty pattern leaves them
  ///   all free.
  mutating func fix(_ line: [Int32], days: Range<Int>, dayCount: Int) {
    if isEmpty { self = Array(repeating: .free, count: dayCount) }
    for day in days { self[day] = DayChoice(fixing: line[day] < 0 ? nil : Int(line[day])) }
  }
}
