/// The smallest list of people on call that mends the losses of some
/// intervals with a probability.
struct StandbySizing: Sendable {
  /// What can be missing in each interval of the day.
  let losses: [CoverLoss]
  /// How many skills there are.
  let skillCount: Int
  /// The probability with which each interval has to hold.
  let hold: Double
  /// The most people on call that are looked for.
  let most: Int

  /// The least probability over the intervals with a list on call; 1 without
  /// intervals.
  func probability(withOnCall list: [Int]) -> Double {
    losses.reduce(1) { min($0, $1.probability(withOnCall: list)) }
  }

  /// People on call by skill: the smallest number in all, and of those the
  /// list that holds best.
  ///
  /// - Complexity: exponential in the number of skills only.
  func smallestList() -> [Int] {
    let none = Array(repeating: 0, count: skillCount)
    // Intervals that hold without anybody need no look again.
    let open = losses.filter { $0.probability(withOnCall: none) < hold }
    guard !open.isEmpty else { return none }
    let sizing = StandbySizing(losses: open, skillCount: skillCount, hold: hold, most: most)
    let least = sizing.leastBySkill()
    var total = least.reduce(0, +)
    var best = least
    while total <= most {
      var bestProbability = -1.0
      sizing.addEach(total - least.reduce(0, +), to: least) { list in
        let probability = sizing.probability(withOnCall: list)
        if probability > bestProbability { (best, bestProbability) = (list, probability) }
      }
      if bestProbability >= hold { return best }
      total += 1
    }
    return best
  }

  /// What each skill needs in any case: its own set must hold by itself.
  private func leastBySkill() -> [Int] {
    (0..<skillCount).map { skill in
      let index = (1 << skill) - 1
      return losses.reduce(0) { least, loss in
        var count = least
        func holds(_ count: Int) -> Bool {
          loss.outcomes.reduce(0) {
            $1.lacking[index] <= count ? $0 + $1.probability : $0
          } >= hold
        }
        while count < most, !holds(count) { count += 1 }
        return count
      }
    }
  }

  /// All ways to add a number of people to a list.
  private func addEach(_ count: Int, to list: [Int], _ body: ([Int]) -> Void) {
    var list = list
    func descend(_ skill: Int, _ left: Int) {
      if skill == skillCount - 1 {
        list[skill] += left
        body(list)
        list[skill] -= left
        return
      }
      for taken in 0...left {
        list[skill] += taken
        descend(skill + 1, left - taken)
        list[skill] -= taken
      }
    }
    descend(0, count)
  }
}
