/// A shift of a design, with the heads that work it.
public struct DesignedShift: Hashable, Sendable {
  /// The candidate it is.
  public var candidate: Int
  /// Heads by break choice and day.
  public var headsByChoice: [[Int]]

  /// A shift of a design.
  public init(candidate: Int, headsByChoice: [[Int]]) {
    self.candidate = candidate
    self.headsByChoice = headsByChoice
  }

  /// Heads by day, whatever their breaks.
  public var headsByDay: [Int] {
    guard let first = headsByChoice.first else { return [] }
    return first.indices.map { day in headsByChoice.reduce(0) { $0 + $1[day] } }
  }
}

/// A set of distinct shifts with their heads, and what it is worth, counted
/// from the shifts alone.
public struct DesignedShifts: Hashable, Sendable {
  /// The shifts that somebody works, by start, then length.
  public let shifts: [DesignedShift]
  /// Heads on duty in each slot with a need.
  public let cover: [Int]
  /// Head-minutes beyond the need.
  public let overMinutes: Double
  /// Head-minutes short of the need.
  public let underMinutes: Double
  /// What over and under cover cost together.
  public let coverCost: Double
  /// `coverCost` and the price of each distinct shift.
  public let objective: Double

  /// The value of some shifts for a problem. Shifts without heads are left out.
  ///
  /// - Complexity: O(heads x slots of a shift + slots).
  public init(_ shifts: [DesignedShift], of problem: ShiftDesignProblem) {
    let candidates = problem.candidates
    self.shifts = shifts.filter { $0.headsByDay.contains { $0 != 0 } }.sorted {
      let (left, right) = (candidates[$0.candidate], candidates[$1.candidate])
      return (left.startSlot, left.slotCount, $0.candidate)
        < (right.startSlot, right.slotCount, $1.candidate)
    }
    var cover = Array(repeating: 0, count: problem.slotCount)
    for shift in self.shifts {
      let candidate = candidates[shift.candidate]
      for (choice, headsByDay) in shift.headsByChoice.enumerated() {
        for (day, heads) in headsByDay.enumerated() where heads != 0 {
          for slot in problem.slots(of: candidate, choice: choice, day: day) {
            cover[slot] += heads
          }
        }
      }
    }
    var over = 0.0
    var under = 0.0
    for (heads, need) in zip(cover, problem.need) {
      over += max(0, Double(heads) - need)
      under += max(0, need - Double(heads))
    }
    self.cover = cover
    overMinutes = over * Double(problem.slotMinutes)
    underMinutes = under * Double(problem.slotMinutes)
    coverCost = overMinutes * problem.overPrice + underMinutes * problem.underPrice
    objective = coverCost + Double(self.shifts.count) * problem.shiftPrice
  }
}

extension ShiftDesignProblem {
  /// The slots with a need that a head of a candidate works when it starts on
  /// a day; on a cyclic week the last day reaches into the first.
  func slots(of candidate: ShiftCandidate, choice: Int, day: Int) -> [Int] {
    let first = day * slotsPerDay + candidate.startSlot
    let breaks = candidate.breakChoices[choice]
    return (0..<candidate.slotCount).compactMap { offset in
      if breaks.contains(where: { $0.contains(offset) }) { return nil }
      let slot = first + offset
      if slot < slotCount { return slot }
      return isCyclic ? slot % slotCount : nil
    }
  }
}
