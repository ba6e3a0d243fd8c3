/// A shift that a staffing mode wants held by exactly one person.
public struct FixedPost: Hashable, Sendable {
  /// Index of the skill in the plan's need.
  public var skill: Int
  /// The day of the horizon.
  public var day: Int
  /// Index of the pattern that holds it.
  public var pattern: Int
  /// Minutes of the axis the post runs at least.
  public var minutes: Range<Int>

  /// True if a shift holds the post: it starts with it and runs to its end.
  func isHeld(by shift: Range<Int>) -> Bool {
    shift.lowerBound == minutes.lowerBound && shift.upperBound >= minutes.upperBound
  }
}

extension RosterPlan {
  /// The posts that the staffing modes ask for, by skill and day.
  ///
  /// `one all day` asks for one post from opening to closing. `two staggered`
  /// asks for two: the first starts at opening, the second later by the
  /// stagger; each lasts the pattern's shortest length, but not beyond
  /// closing.
  public var posts: [FixedPost] {
    modes.flatMap { mode -> [FixedPost] in
      guard let skill = need.skills.firstIndex(of: mode.skill),
        let pattern = patterns.firstIndex(where: { $0.name == mode.pattern })
      else { return [] }
      return mode.days.sorted().flatMap { day -> [FixedPost] in
        guard openingMinutes.indices.contains(day), let opening = openingMinutes[day] else {
          return []
        }
        let start = day * 1_440 + opening.lowerBound
        let end = day * 1_440 + opening.upperBound
        let starts: [Int]
        let length: Int
        switch mode.mode {
        case .oneAllDay:
          starts = [start]
          length = end - start
        case .twoStaggered(let stagger):
          starts = [start, start + stagger]
          length = patterns[pattern].lengthMinutes.first ?? 0
        }
        return starts.map {
          FixedPost(
            skill: skill, day: day, pattern: pattern, minutes: $0..<max($0, min(end, $0 + length)))
        }
      }
    }
  }
}

extension CoverPrices {
  /// The price of an hour in which `missing` agents are missing: the n-th
  /// missing agent has the n-th price, a part of an agent its part.
  ///
  /// Convex in `missing` when the prices ascend.
  public func shortfallPrice(ofMissing missing: Double) -> Double {
    var rest = missing
    var total = 0.0
    for (index, price) in shortfall.enumerated() where rest > 0 {
      let part = index == shortfall.count - 1 ? rest : min(1, rest)
      total += part * price
      rest -= part
    }
    return total
  }
}
