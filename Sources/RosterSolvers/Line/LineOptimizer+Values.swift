extension LineOptimizer {
  /// Marks the rest states that the active branches and days off reach.
  func markReached(_ workspace: inout LineWorkspace) {
    for index in 0..<automaton.restTotal { workspace.isReached[index] = false }
    workspace.isReached[0] = true
    for day in 0..<automaton.dayCount {
      let entry = automaton.days[day]
      let width = Int32(automaton.profileCount[day + 1])
      let bound = workspace.dayActiveStart[day]
      let followingStart = automaton.restStart[day + 1]
      for rest in 0..<automaton.restCount[day] {
        guard workspace.isReached[automaton.restStart[day] + rest] else { continue }
        let row = entry.stepStart + rest * entry.letterCount
        for letter in 0..<entry.letterCount {
          let following = automaton.next[row + letter]
          guard following >= 0 else { continue }
          let isActive =
            workspace.activeStart[bound + letter] < workspace.activeStart[bound + letter + 1]
            || (letter == entry.dayOffLetter && workspace.dayOffPrice[day] < .infinity)
          if isActive { workspace.isReached[followingStart + Int(following / width)] = true }
        }
      }
    }
  }

  /// Fills the least cost to the end of every state, from the last layer back.
  ///
  /// - Parameter isRestricted: True if only states marked as reached count;
  ///   the values of others are then without meaning.
  func fillValues(isRestricted: Bool, _ workspace: inout LineWorkspace) {
    let lastLayer = automaton.dayCount
    for index in automaton.valueStart[lastLayer]..<automaton.valueCount {
      workspace.values[index] = 0
    }
    for day in stride(from: lastLayer - 1, through: 0, by: -1) {
      fillValues(ofDay: day, isRestricted: isRestricted, &workspace)
    }
  }

  private func fillValues(
    ofDay day: Int, isRestricted: Bool, _ workspace: inout LineWorkspace
  ) {
    let entry = automaton.days[day]
    let letterCount = entry.letterCount
    let profileCount = automaton.profileCount[day]
    let groupCount = entry.groupCount
    let valueStart = automaton.valueStart[day]
    let followingStart = automaton.valueStart[day + 1]
    let restStart = automaton.restStart[day]
    let bound = workspace.dayActiveStart[day]
    let dayOffPrice = workspace.dayOffPrice[day]
    let dayOffLetter = dayOffPrice < .infinity ? entry.dayOffLetter : -1
    let hasCost = !automaton.stepCost.isEmpty
    let isChain = !entry.firstGroup.isEmpty

    // Taken out while spans look at the rest of the workspace.
    var valuesArray: [Double] = []
    var bestArray: [Double] = []
    swap(&valuesArray, &workspace.values)
    swap(&bestArray, &workspace.groupBest)
    defer {
      swap(&valuesArray, &workspace.values)
      swap(&bestArray, &workspace.groupBest)
    }
    let automatonNext = automaton.next
    let automatonCost = automaton.stepCost
    let next = automatonNext.span
    let stepCost = automatonCost.span
    let dayOffTarget = entry.dayOffTarget.span
    let firstGroup = entry.firstGroup.span
    let accepts = entry.accepts.span
    let activeStart = workspace.activeStart.span
    let activePrice = workspace.activePrice.span
    let activeGroup = workspace.activeGroup.span
    let activeTarget = workspace.activeTarget.span
    let isReached = workspace.isReached.span
    var values = valuesArray.mutableSpan
    var best = bestArray.mutableSpan

    for rest in 0..<automaton.restCount[day] {
      if isRestricted && !isReached[restStart &+ rest] { continue }
      for group in 0..<groupCount { best[group] = .infinity }
      let row = entry.stepStart &+ rest &* letterCount
      for letter in 0..<letterCount {
        let following = Int(next[row &+ letter])
        if following < 0 { continue }
        let base = followingStart &+ following
        let extra = hasCost ? stepCost[row &+ letter] : 0
        let first = Int(activeStart[bound &+ letter])
        let last = Int(activeStart[bound &+ letter &+ 1])
        var index = first
        while index < last {
          let value = activePrice[index] + extra + values[base &+ Int(activeTarget[index])]
          let group = Int(activeGroup[index])
          if value < best[group] { best[group] = value }
          index &+= 1
        }
      }
      let own = valueStart &+ rest &* profileCount
      if isChain {
        // A profile may use its first group and every larger one.
        var group = groupCount &- 2
        while group >= 0 {
          if best[group &+ 1] < best[group] { best[group] = best[group &+ 1] }
          group &-= 1
        }
        for profile in 0..<profileCount {
          let first = Int(firstGroup[profile])
          values[own &+ profile] = first < groupCount ? best[first] : .infinity
        }
      } else {
        for profile in 0..<profileCount {
          var value = Double.infinity
          for group in 0..<groupCount where accepts[group &* profileCount &+ profile] {
            if best[group] < value { value = best[group] }
          }
          values[own &+ profile] = value
        }
      }
      if dayOffLetter >= 0 {
        let following = Int(next[row &+ dayOffLetter])
        if following >= 0 {
          let extra = dayOffPrice + (hasCost ? stepCost[row &+ dayOffLetter] : 0)
          for profile in 0..<profileCount {
            let target = Int(dayOffTarget[profile])
            if target < 0 { continue }
            let value = extra + values[followingStart &+ following &+ target]
            if value < values[own &+ profile] { values[own &+ profile] = value }
          }
        }
      }
    }
  }

  /// Follows the least values from the start and writes the line.
  func traceLine(_ workspace: inout LineWorkspace) {
    var rest = 0
    var profile = 0
    for day in 0..<automaton.dayCount {
      let step = cheapestStep(day: day, rest: rest, profile: profile, workspace)
      workspace.line[day] = step.slot < 0 ? -1 : automaton.slotOption[Int(step.slot)]
      rest = step.rest
      profile = step.profile
    }
  }

  /// A step of a traced line.
  struct TracedStep {
    var slot: Int32 = -1
    var rest = 0
    var profile = 0
    var value = Double.infinity
  }

  private func cheapestStep(
    day: Int, rest: Int, profile: Int, _ workspace: borrowing LineWorkspace
  ) -> TracedStep {
    let entry = automaton.days[day]
    let profileCount = automaton.profileCount[day]
    let width = automaton.profileCount[day + 1]
    let followingStart = automaton.valueStart[day + 1]
    let row = entry.stepStart + rest * entry.letterCount
    let bound = workspace.dayActiveStart[day]
    let hasCost = !automaton.stepCost.isEmpty
    var best = TracedStep()
    func offer(_ price: Double, letter: Int, target: Int, slot: Int32) {
      let following = Int(automaton.next[row + letter])
      guard following >= 0, target >= 0 else { return }
      let extra = hasCost ? automaton.stepCost[row + letter] : 0
      let value = price + extra + workspace.values[followingStart + following + target]
      if value < best.value {
        best = TracedStep(slot: slot, rest: following / width, profile: target, value: value)
      }
    }
    if entry.dayOffLetter >= 0, workspace.dayOffPrice[day] < .infinity {
      offer(
        workspace.dayOffPrice[day], letter: entry.dayOffLetter,
        target: Int(entry.dayOffTarget[profile]), slot: -1)
    }
    for letter in 0..<entry.letterCount {
      let active =
        Int(workspace.activeStart[bound + letter])..<Int(workspace.activeStart[bound + letter + 1])
      for index in active {
        let group = Int(workspace.activeGroup[index])
        guard entry.accepts[group * profileCount + profile] else { continue }
        let branchClass = Int(automaton.branchClass[Int(workspace.activeBranch[index])])
        offer(
          workspace.activePrice[index], letter: letter, target: Int(workspace.activeTarget[index]),
          slot: workspace.classSlot[branchClass])
      }
    }
    return best
  }
}
