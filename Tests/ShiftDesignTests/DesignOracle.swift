import ShiftDesign
import StaffOptTestSupport

/// What a design is worth, counted anew from starts, lengths and heads alone.
func recounted(_ shifts: [DesignedShift], of problem: ShiftDesignProblem) -> Double {
  var cover = Array(repeating: 0, count: problem.need.count)
  var distinct = 0
  for shift in shifts {
    let candidate = problem.candidates[shift.candidate]
    var isWorked = false
    for (choice, days) in shift.headsByChoice.enumerated() {
      for (day, heads) in days.enumerated() {
        precondition(heads >= 0)
        precondition(heads == 0 || candidate.days?.contains(day) ?? true)
        if heads > 0 { isWorked = true }
        for offset in 0..<candidate.slotCount {
          let isBreak = candidate.breakChoices[choice].contains { $0.contains(offset) }
          var slot = day * (1_440 / problem.slotMinutes) + candidate.startSlot + offset
          if problem.isCyclic { slot %= cover.count }
          if !isBreak, slot < cover.count { cover[slot] += heads }
        }
      }
    }
    if isWorked { distinct += 1 }
  }
  var cost = Double(distinct) * problem.shiftPrice
  for (heads, need) in zip(cover, problem.need) {
    let over = max(0, Double(heads) - need)
    let under = max(0, need - Double(heads))
    cost += Double(problem.slotMinutes) * (over * problem.overPrice + under * problem.underPrice)
  }
  return cost
}

/// The least cost of a tiny problem, by trying all heads up to a number.
struct DesignOracle {
  let problem: ShiftDesignProblem
  let mostHeads: Int

  /// The least objective of all designs.
  var least: Double { least(of: (1 << problem.candidates.count) - 1) }

  /// The least objective with no candidates but those of a set of bits.
  func least(of set: Int) -> Double {
    let cells = problem.candidates.indices.filter { set & (1 << $0) != 0 }.flatMap { candidate in
      problem.candidates[candidate].breakChoices.indices.flatMap { choice in
        (0..<problem.dayCount).map { (candidate, choice, $0) }
      }
    }
    var heads = Array(repeating: 0, count: cells.count)
    var best = Double.infinity
    while true {
      var shifts = problem.candidates.enumerated().map {
        DesignedShift(
          candidate: $0.offset,
          headsByChoice: Array(
            repeating: Array(repeating: 0, count: problem.dayCount),
            count: $0.element.breakChoices.count))
      }
      for (cell, count) in zip(cells, heads) {
        shifts[cell.0].headsByChoice[cell.1][cell.2] = count
      }
      best = min(best, recounted(shifts, of: problem))
      var place = 0
      while place < heads.count, heads[place] == mostHeads {
        heads[place] = 0
        place += 1
      }
      if place == heads.count { return best }
      heads[place] += 1
    }
  }

  /// A random problem with six-hour slots, so that a day has four of them.
  static func random(
    seed: UInt64, days: Int, candidates count: Int, isCyclic: Bool, hasBreaks: Bool = false,
    isFractional: Bool = false
  ) -> ShiftDesignProblem {
    var random = SplitMix64(seed: seed)
    func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    var candidates: [ShiftCandidate] = []
    while candidates.count < count {
      let length = pick(1...3)
      var candidate = ShiftCandidate(kind: 0, startSlot: pick(0...3), slotCount: length)
      if hasBreaks, length == 3 { candidate.breakChoices = [[1..<2], []] }
      if !candidates.contains(candidate) { candidates.append(candidate) }
    }
    return ShiftDesignProblem(
      slotMinutes: 360, dayCount: days, isCyclic: isCyclic,
      need: (0..<(days * 4)).map { _ in
        Double(pick(0...2)) + (isFractional ? Double(pick(0...9)) / 10 : 0)
      }, candidates: candidates, overPrice: Double(pick(1...2)), underPrice: Double(pick(1...3)),
      shiftPrice: Double([0, 180, 360, 720][pick(0...3)]))
  }
}
