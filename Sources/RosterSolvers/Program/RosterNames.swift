import Rostering

/// What people and shift options are called in exported programs.
public struct RosterNames: Hashable, Sendable {
  /// A name for each person.
  public var people: [String]
  /// A name for each option, its day included.
  public var options: [String]

  /// Names such as `anna` and `d3_early_0800_1630_b1200`: day, pattern, start,
  /// end and starts of the breaks.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - people: A name for each person; those that are missing become `p0`,
  ///     `p1`, ...
  ///   - patterns: A name for each pattern; those that are missing become
  ///     `s0`, `s1`, ...
  public init(_ problem: RosterProblem, people: [String] = [], patterns: [String] = []) {
    self.people = (0..<problem.personCount).map { person in
      people.indices.contains(person) ? people[person] : "p\(person)"
    }
    // Shifts that only cover tells apart are numbered.
    var used: [String: Int] = [:]
    options = problem.options.map { option in
      let pattern =
        patterns.indices.contains(option.pattern) ? patterns[option.pattern] : "s\(option.pattern)"
      let times = [option.minutes.lowerBound, option.minutes.upperBound].map(Self.clock)
      let breaks = option.breaks.map { "_b" + Self.clock($0.minutes.lowerBound) }
      let name = "d\(option.day)_\(pattern)_\(times.joined(separator: "_"))\(breaks.joined())"
      let number = used[name, default: 0] + 1
      used[name] = number
      return number == 1 ? name : "\(name)_\(number)"
    }
  }

  /// Hours and minutes of a day as four digits.
  static func clock(_ minute: Int) -> String {
    let ofDay = ((minute % 1_440) + 1_440) % 1_440
    let digits = String(ofDay / 60 * 100 + ofDay % 60)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
