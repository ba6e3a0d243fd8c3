/// Tells one person's block rules from all others, also of other problems.
final class BlockIdentity: Sendable {}

/// What a pattern means for a person, whatever the prices are: which days are
/// settled, which part of the line has to be looked at, which limits can bind.
///
/// Column generation asks for many lines under one pattern.
struct BlockFrame: Sendable {
  /// Whose frame it is.
  var owner: BlockIdentity
  var pattern: LinePattern = []
  var isSettled: [Bool] = []
  /// The class and the slot of each settled day, -1 for a day off or an option
  /// that is not allowed.
  var settledClass: [Int32] = []
  var settledSlot: [Int32] = []
  /// False where a settled day breaks a rule by itself.
  var isAllowed = true
  var window = BlockWindow()
  /// Count limits that can be passed, with what settled days leave of them.
  var openLimits: [(limit: Int, left: Int)] = []
}

extension BlockOptimizer {
  /// The frame of a pattern, remembered from the last call where it is the
  /// same.
  func frame(of pattern: LinePattern, _ workspace: inout BlockWorkspace) -> BlockFrame {
    if let known = workspace.frames[id], known.owner === identity, known.pattern == pattern {
      return known
    }
    var frame = BlockFrame(owner: identity, pattern: pattern)
    let days = rules.dayCount
    frame.isSettled = Array(repeating: false, count: days)
    frame.settledClass = Array(repeating: -1, count: days)
    frame.settledSlot = frame.settledClass
    var free = days..<days
    for day in 0..<days {
      switch pattern.isEmpty ? .free : pattern[day] {
      case .free, .among:
        free = min(free.lowerBound, day)..<(day + 1)
      case .off:
        frame.isSettled[day] = true
        if !rules.mayBeOff[day] { frame.isAllowed = false }
      case .option(let option):
        frame.isSettled[day] = true
        frame.settledClass[day] = rules.classOfOption[option]
        frame.settledSlot[day] = rules.slotOfOption[option]
        if rules.slotOfOption[option] < 0 { frame.isAllowed = false }
      }
    }
    setWindow(around: free, &frame)
    collectOpenLimits(&frame)
    workspace.frames[id] = frame
    return frame
  }

  /// The count limits that can be passed at all.
  private func collectOpenLimits(_ frame: inout BlockFrame) {
    guard !rules.limits.isEmpty else { return }
    var settled = [Int](repeating: 0, count: rules.limits.count)
    var possible = settled
    for day in 0..<rules.dayCount {
      var open: UInt32 = 0
      if frame.isSettled[day] {
        let index = Int(frame.settledClass[day])
        if index >= 0 { open = rules.classes[index].limits }
      } else {
        let choice = frame.pattern.isEmpty ? .free : frame.pattern[day]
        for index in rules.classStart[day]..<rules.classStart[day + 1]
        where admits(choice, index) {
          open |= rules.classes[index].limits
        }
      }
      while open != 0 {
        let limit = open.trailingZeroBitCount
        open &= open - 1
        if frame.isSettled[day] { settled[limit] += 1 } else { possible[limit] += 1 }
      }
    }
    for limit in rules.limits.indices
    where settled[limit] + possible[limit] > rules.limits[limit].most {
      frame.openLimits.append((limit, rules.limits[limit].most - settled[limit]))
    }
  }

  private func admits(_ choice: DayChoice, _ index: Int) -> Bool {
    guard case .among(let options, _) = choice else { return true }
    return rules.classes[index].slots.contains { options.contains(Int(rules.slotOption[$0])) }
  }
}
