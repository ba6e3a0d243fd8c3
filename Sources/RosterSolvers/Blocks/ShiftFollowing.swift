import Rostering

/// Which shifts may follow which on the next day, for rules that never reach
/// across a day off: options that leave the same choice for the next day form
/// a *group*.
///
/// Shared by everybody under the same successions.
final class ShiftFollowing: Sendable {
  /// For each option its group, counted within its day.
  let group: [Int32]
  /// For each day the number of groups.
  let groupCount: [Int]
  /// For each option the groups of the day before that it may follow.
  let mayFollow: [UInt64]
  /// For each option the first minute at which a shift may start after it,
  /// whatever the kinds; and the latest such minute of any rule.
  private let reach: [Int]

  /// The following of a problem's options.
  ///
  /// - Complexity: O(S x sum over days of options x options of the next day)
  ///   for S successions.
  /// - Returns: Nil if a day has more than 64 groups.
  init?(_ successions: [Succession], problem: RosterProblem) {
    let options = problem.options
    var group = [Int32](repeating: 0, count: options.count)
    var mayFollow = [UInt64](repeating: 0, count: options.count)
    var groupCount: [Int] = []
    for (day, today) in problem.optionsOfDay.enumerated() {
      let next = day + 1 < problem.dayCount ? problem.optionsOfDay[day + 1] : 0..<0
      let words = (next.count + 63) / 64
      var known: [[UInt64]: Int32] = [:]
      var blocked: [[UInt64]] = []
      for option in today {
        var bits = [UInt64](repeating: 0, count: words)
        for rule in successions where rule.first[option] {
          let ready = rule.readyMinute[option]
          for other in next
          where rule.next[other] && options[other].minutes.lowerBound < ready {
            let place = other - next.lowerBound
            bits[place / 64] |= 1 << UInt64(place % 64)
          }
        }
        if let index = known[bits] {
          group[option] = index
        } else {
          group[option] = Int32(blocked.count)
          known[bits] = Int32(blocked.count)
          blocked.append(bits)
        }
      }
      guard blocked.count <= 64 else { return nil }
      groupCount.append(blocked.count)
      for other in next {
        let place = other - next.lowerBound
        for index in blocked.indices
        where blocked[index][place / 64] & (1 << UInt64(place % 64)) == 0 {
          mayFollow[other] |= 1 << UInt64(index)
        }
      }
    }
    var reach = [Int](repeating: .min, count: options.count)
    for rule in successions {
      for option in options.indices where rule.first[option] {
        reach[option] = max(reach[option], rule.readyMinute[option])
      }
    }
    self.group = group
    self.groupCount = groupCount
    self.mayFollow = mayFollow
    self.reach = reach
  }

  /// True if no succession forbids anything across `daysOff` days off.
  func ends(within daysOff: Int, problem: RosterProblem) -> Bool {
    problem.options.indices.allSatisfy { option in
      let later = problem.options[option].day + daysOff + 1
      guard later < problem.dayCount else { return true }
      return reach[option] <= later * 1_440
    }
  }
}
