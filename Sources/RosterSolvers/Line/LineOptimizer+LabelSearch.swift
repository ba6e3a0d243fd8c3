import Rostering

extension LineOptimizer {
  /// Extends labels day by day.
  ///
  /// - Parameters:
  ///   - width: The most labels of a layer; those with the least bounds stay.
  ///   - cutoff: Labels whose bound is above this are dropped.
  ///   - count: How many lines to rank.
  /// - Complexity: O(labels x active branches).
  func searchLabels(
    width: Int, cutoff: Double, count: Int, _ memory: LineMemory,
    _ workspace: inout LineWorkspace
  ) -> LabelResult {
    let sideCount = automaton.sides.count
    var labels = LineLabels()
    swap(&labels, &workspace.labels)
    defer { swap(&labels, &workspace.labels) }
    labels.removeAll()
    var result = LabelResult()
    result.dropped = .infinity
    var sides = SideSteps()
    swap(&sides, &workspace.sideSteps)
    defer { swap(&sides, &workspace.sideSteps) }
    sides.reserve(automaton)
    labels.add(
      LineLabels.Offer(
        place: 0, cost: 0, bound: workspace.values[0] + memory.sideBound, parent: -1, choice: -1),
      newSides: sides.start, from: 0, sideCount: sideCount, multiplicity: 1)
    for day in 0..<automaton.dayCount {
      let layer = (labels.layerStart.last ?? 0)..<labels.count
      labels.beginLayer()
      for label in layer where labels.bound[label] <= cutoff {
        sides.prepare(day: day, labels.sides, from: label * sideCount, automaton, memory)
        extend(label, day: day, cutoff: cutoff, count: count, sides, &labels, workspace)
      }
      result.dropped = min(result.dropped, labels.keepBest(width, sideCount: sideCount))
    }
    let last = (labels.layerStart.last ?? 0)..<labels.count
    result.last = last.sorted { labels.cost[$0] < labels.cost[$1] }
    if let best = result.last.first { result.cost = labels.cost[best] }
    result.last = Array(result.last.prefix(count))
    return result
  }

  /// Offers everything that a day can add to a label.
  private func extend(
    _ label: Int, day: Int, cutoff: Double, count: Int, _ sides: SideSteps,
    _ labels: inout LineLabels, _ workspace: borrowing LineWorkspace
  ) {
    let entry = automaton.days[day]
    let sideCount = automaton.sides.count
    let profileCount = automaton.profileCount[day]
    let followingStart = automaton.valueStart[day + 1]
    let rest = Int(labels.place[label]) / profileCount
    let profile = Int(labels.place[label]) % profileCount
    let cost = labels.cost[label]
    let row = entry.stepStart + rest * entry.letterCount
    let bound = workspace.dayActiveStart[day]
    let hasCost = !automaton.stepCost.isEmpty
    func offer(_ price: Double, place: Int, joint: Int, choice: Int32) {
      let total =
        cost + price + workspace.values[followingStart + place] + sides.bound[joint]
      guard total <= cutoff, total < .infinity else { return }
      labels.add(
        LineLabels.Offer(
          place: Int32(place), cost: cost + price + sides.cost[joint], bound: total,
          parent: Int32(label), choice: choice),
        newSides: sides.states, from: joint * sideCount, sideCount: sideCount,
        multiplicity: count)
    }
    if entry.dayOffLetter >= 0, workspace.dayOffReal[day] < .infinity,
      automaton.dayOffTarget[entry.profileStart + profile] >= 0
    {
      let following = Int(automaton.next[row + entry.dayOffLetter])
      if following >= 0 {
        let extra = hasCost ? automaton.stepCost[row + entry.dayOffLetter] : 0
        offer(
          workspace.dayOffReal[day] + extra,
          place: following + Int(automaton.dayOffTarget[entry.profileStart + profile]),
          joint: entry.dayOffJoint,
          choice: -1)
      }
    }
    for letter in 0..<entry.letterCount {
      let following = Int(automaton.next[row + letter])
      if following < 0 { continue }
      let extra = hasCost ? automaton.stepCost[row + letter] : 0
      let active =
        Int(workspace.activeStart[bound + letter])..<Int(workspace.activeStart[bound + letter + 1])
      for index in active {
        let group = Int(workspace.activeGroup[index])
        guard automaton.accepts[entry.acceptStart + group * profileCount + profile] else {
          continue
        }
        offer(
          workspace.activeReal[index] + extra,
          place: following + Int(workspace.activeTarget[index]),
          joint: Int(workspace.activeJoint[index]), choice: Int32(truncatingIfNeeded: index))
      }
    }
  }

  /// Follows the least bound from day to day.
  ///
  /// - Returns: The cost of the line, which is left in the workspace, or
  ///   infinity if this way ends before the horizon does.
  /// - Complexity: O(active branches).
  func dive(_ memory: LineMemory, _ workspace: inout LineWorkspace) -> Double {
    let sideCount = automaton.sides.count
    var sides = SideSteps()
    swap(&sides, &workspace.sideSteps)
    defer { swap(&sides, &workspace.sideSteps) }
    sides.reserve(automaton)
    for side in 0..<sideCount { sides.current[side] = 0 }
    var cost = 0.0
    var rest = 0
    var profile = 0
    for day in 0..<automaton.dayCount {
      sides.prepare(day: day, sides.current, from: 0, automaton, memory)
      let step = cheapestStep(
        day: day, rest: rest, profile: profile, workspace, sideBounds: sides.bound)
      guard step.value < .infinity else { return .infinity }
      workspace.line[day] = step.slot < 0 ? -1 : automaton.slotOption[Int(step.slot)]
      cost += step.price + sides.cost[step.joint]
      for side in 0..<sideCount {
        sides.current[side] = sides.states[step.joint * sideCount + side]
      }
      rest = step.rest
      profile = step.profile
    }
    return cost
  }

  /// Writes the ranked lines, the best one also as the current line.
  func writeLines(_ found: LabelResult, isRanked: Bool, _ workspace: inout LineWorkspace) {
    workspace.ranked.removeAll(keepingCapacity: true)
    for label in found.last.reversed() {
      var current = label
      for day in stride(from: automaton.dayCount - 1, through: 0, by: -1) {
        let choice = Int(workspace.labels.choice[current])
        if choice < 0 {
          workspace.line[day] = -1
        } else {
          let branch = Int(workspace.activeBranch[choice])
          let slot = workspace.classSlot[Int(automaton.branchClass[branch])]
          workspace.line[day] = automaton.slotOption[Int(slot)]
        }
        current = Int(workspace.labels.parent[current])
      }
      if isRanked {
        workspace.ranked.append(
          RankedLine(
            line: workspace.currentLine, cost: workspace.labels.cost[label] + constantCost))
      }
    }
    workspace.ranked.reverse()
  }
}

/// What each joint side letter of a day does to one label's side states.
struct SideSteps: Sendable {
  /// The cost of the step, infinite if it is forbidden.
  private(set) var cost: [Double] = []
  /// The same with the bound of the rest of the horizon.
  private(set) var bound: [Double] = []
  /// The states after it, joint letter after joint letter.
  private(set) var states: [Int32] = []
  /// The first state of each side.
  private(set) var start: [Int32] = []
  /// The states of a dive.
  var current: [Int32] = []

  mutating func reserve(_ automaton: LineAutomaton) {
    if cost.count < automaton.jointLimit {
      cost = Array(repeating: 0, count: automaton.jointLimit)
      bound = cost
    }
    let needed = automaton.jointLimit * automaton.sides.count
    if states.count < needed { states = Array(repeating: 0, count: needed) }
    if start.count < automaton.sides.count {
      start = Array(repeating: 0, count: automaton.sides.count)
      current = start
    }
  }

  mutating func prepare(
    day: Int, _ sideStates: [Int32], from first: Int, _ automaton: LineAutomaton,
    _ memory: borrowing LineMemory
  ) {
    let entry = automaton.days[day]
    let sideCount = automaton.sides.count
    for joint in 0..<entry.jointCount {
      cost[joint] = 0
      bound[joint] = 0
    }
    for place in 0..<sideCount {
      let side = automaton.sides[place]
      let row = side.stepStart[day] + Int(sideStates[first + place]) * side.letterCount[day]
      let followingStart = side.valueStart[day + 1]
      for joint in 0..<entry.jointCount {
        let letter = Int(automaton.jointLetters[(entry.jointStart + joint) * sideCount + place])
        let following = Int(side.next[row + letter])
        if following < 0 {
          cost[joint] = .infinity
          bound[joint] = .infinity
        } else {
          cost[joint] += side.cost[row + letter]
          bound[joint] +=
            side.cost[row + letter] + memory.sideValues[place][followingStart + following]
          states[joint * sideCount + place] = Int32(truncatingIfNeeded: following)
        }
      }
    }
  }
}
