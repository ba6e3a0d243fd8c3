import Rostering

extension LineOptimizer {
  /// How many labels of a layer the searches keep, up to the last resort.
  private static let labelWidths = [2_000, 60_000]
  /// Rounds of adjusting multipliers when a person is new.
  private static let firstAdjustments = 8

  /// The cheapest lines when rules are left to side automata.
  ///
  /// The values of the line automaton plus those of the sides bound every
  /// completion of a partial line from below. A dive along the least bounds
  /// gives a line; a search over labels, which drops every label whose bound
  /// reaches that line's cost, proves it or finds a better one.
  ///
  /// - Parameter count: How many lines to rank; they differ in more than which
  ///   of two options of one class they use.
  /// - Returns: The cost of the best, nil if there is no line.
  func solveByLabels(
    count: Int, isRestricted: Bool, _ workspace: inout LineWorkspace
  ) -> Double? {
    while workspace.memories.count <= id { workspace.memories.append(LineMemory()) }
    var memory = LineMemory()
    swap(&memory, &workspace.memories[id])
    defer { swap(&memory, &workspace.memories[id]) }
    memory.prepare(for: automaton)

    var dual = fillShifted(memory, isRestricted: isRestricted, &workspace)
    guard dual < .infinity else {
      workspace.lowerBound = .infinity
      return nil
    }
    workspace.ranked.removeAll(keepingCapacity: true)
    var best = LabelResult()
    best.cost = dive(memory, &workspace)
    if count == 1 { best.limit = best.cost }
    if !memory.isSettled, !isRestricted {
      memory.isSettled = true
      for _ in 0..<Self.firstAdjustments {
        guard best.cost - dual > 1e-3 * abs(best.cost),
          adjust(&memory, gap: best.cost - dual, workspace)
        else { break }
        dual = fillShifted(memory, isRestricted: false, &workspace)
      }
      best.cost = dive(memory, &workspace)
      if count == 1 { best.limit = best.cost }
    }
    guard count > 1 || best.cost - dual > 1e-7 else {
      workspace.lowerBound = best.cost + constantCost
      return best.cost + constantCost
    }
    // Without a limit a narrow search first; it always ends soon.
    var widths = Self.labelWidths[...]
    if best.limit == .infinity { widths = [max(32, 2 * count)] + widths }
    var labelCount = 0
    for width in widths {
      improve(&best, width: width, count: count, memory, &workspace)
      labelCount = max(labelCount, workspace.labels.count)
      if best.dropped >= best.limit - 1e-7 { break }
    }
    workspace.lowerBound = min(best.cost, max(best.dropped, dual)) + constantCost
    guard best.cost < .infinity else { return nil }
    if count == 1, labelCount > 8 * automaton.dayCount, !isRestricted {
      _ = adjust(&memory, gap: best.cost - dual, workspace)
    }
    return best.cost + constantCost
  }

  /// Searches once more, below what is known, and keeps what is better.
  private func improve(
    _ best: inout LabelResult, width: Int, count: Int, _ memory: LineMemory,
    _ workspace: inout LineWorkspace
  ) {
    // One line must be beaten; of several the same have to be found again.
    let cutoff = count == 1 ? best.limit - 1e-7 : best.limit + 1e-7
    let found = searchLabels(
      width: width, cutoff: cutoff, count: count, memory, &workspace)
    best.dropped = found.dropped
    guard let worst = found.last.last, found.cost <= best.cost + 1e-7 else { return }
    if found.last.count == count { best.limit = min(best.limit, workspace.labels.cost[worst]) }
    best.cost = found.cost
    writeLines(found, isRanked: count > 1, &workspace)
  }

  /// Puts the multipliers' shifts on the prices and fills the values.
  ///
  /// - Returns: The bound of line automaton and sides together.
  private func fillShifted(
    _ memory: LineMemory, isRestricted: Bool, _ workspace: inout LineWorkspace
  ) -> Double {
    for day in 0..<automaton.dayCount {
      let entry = automaton.days[day]
      let bound = workspace.dayActiveStart[day]
      let active =
        Int(workspace.activeStart[bound])..<Int(workspace.activeStart[bound + entry.letterCount])
      for index in active {
        let joint = Int(workspace.activeJoint[index])
        workspace.activePrice[index] =
          workspace.activeReal[index] + memory.jointShift[entry.jointStart + joint]
      }
      if entry.dayOffJoint >= 0 {
        workspace.dayOffPrice[day] =
          workspace.dayOffReal[day] + memory.jointShift[entry.jointStart + entry.dayOffJoint]
      }
    }
    fillValues(isRestricted: isRestricted, &workspace)
    return workspace.values[0] + memory.sideBound
  }

  /// Moves the multipliers towards agreement of line automaton and sides: a
  /// subgradient step of Polyak's length.
  ///
  /// - Returns: False if they agree already.
  private func adjust(
    _ memory: inout LineMemory, gap: Double, _ workspace: borrowing LineWorkspace
  ) -> Bool {
    let wanted = memory.sideWeights()
    let chosen = coreWeights(count: wanted.count, workspace)
    let differences = zip(chosen, wanted).map { $0 - $1 }
    let square = differences.reduce(0) { $0 + $1 * $1 }
    guard square > 1e-12, gap < .infinity else { return false }
    let step = 0.7 * gap / square
    memory.setMultipliers(zip(memory.multipliers, differences).map { $0 + step * $1 })
    return true
  }

  /// The weights of the line automaton's own cheapest line.
  private func coreWeights(count: Int, _ workspace: borrowing LineWorkspace) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var rest = 0
    var profile = 0
    for day in 0..<automaton.dayCount {
      let entry = automaton.days[day]
      let step = cheapestStep(day: day, rest: rest, profile: profile, workspace)
      var first = 0
      for (place, side) in automaton.sides.enumerated() {
        let letter = automaton.jointLetters[
          (entry.jointStart + step.joint) * automaton.sides.count + place]
        side.addWeights(day: day, letter: Int(letter), to: &sums, from: first)
        first += side.multiplierCount
      }
      rest = step.rest
      profile = step.profile
    }
    return sums
  }

  /// What label searches found.
  struct LabelResult {
    /// The last labels of the best lines, cheapest first.
    var last: [Int] = []
    /// The cost of the best line.
    var cost = Double.infinity
    /// Lines of at least this cost are of no use any more.
    var limit = Double.infinity
    /// The least bound of labels that were dropped for lack of room.
    var dropped = Double.infinity
  }
}
