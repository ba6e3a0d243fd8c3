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
    let isChain = entry.isChain

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
    let automatonDayOff = automaton.dayOffTarget
    let automatonFirst = automaton.firstGroup
    let automatonAccepts = automaton.accepts
    let profileStart = entry.profileStart
    let acceptStart = entry.acceptStart
    let dayOffTarget = automatonDayOff.span
    let firstGroup = automatonFirst.span
    let accepts = automatonAccepts.span
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
          let first = Int(firstGroup[profileStart &+ profile])
          values[own &+ profile] = first < groupCount ? best[first] : .infinity
        }
      } else {
        for profile in 0..<profileCount {
          var value = Double.infinity
          for group in 0..<groupCount where accepts[acceptStart &+ group &* profileCount &+ profile]
          {
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
            let target = Int(dayOffTarget[profileStart &+ profile])
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
    /// The joint side letter.
    var joint = 0
    /// What it costs without shifts and sides.
    var price = 0.0
    var rest = 0
    var profile = 0
    var value = Double.infinity
  }

  /// The step with the least value from a state.
  ///
  /// - Parameter sideBounds: What to add for each joint letter of the day. If
  ///   it is empty, steps are priced with their shifts; otherwise without.
  func cheapestStep(
    day: Int, rest: Int, profile: Int, _ workspace: borrowing LineWorkspace,
    sideBounds: [Double] = []
  ) -> TracedStep {
    let entry = automaton.days[day]
    let profileCount = automaton.profileCount[day]
    let width = automaton.profileCount[day + 1]
    let followingStart = automaton.valueStart[day + 1]
    let row = entry.stepStart + rest * entry.letterCount
    let bound = workspace.dayActiveStart[day]
    let hasCost = !automaton.stepCost.isEmpty
    let hasSides = !sideBounds.isEmpty
    var best = TracedStep()
    var bestFollowing = -1
    var bestIndex = -1
    let dayOffTarget = Int(automaton.dayOffTarget[entry.profileStart + profile])
    if entry.dayOffLetter >= 0, workspace.dayOffPrice[day] < .infinity, dayOffTarget >= 0 {
      let following = Int(automaton.next[row + entry.dayOffLetter])
      if following >= 0 {
        let extra = hasCost ? automaton.stepCost[row + entry.dayOffLetter] : 0
        best.price = extra + (hasSides ? workspace.dayOffReal[day] : workspace.dayOffPrice[day])
        best.value =
          best.price + workspace.values[followingStart + following + dayOffTarget]
          + (hasSides ? sideBounds[entry.dayOffJoint] : 0)
        best.joint = max(0, entry.dayOffJoint)
        best.profile = dayOffTarget
        bestFollowing = following
      }
    }
    for letter in 0..<entry.letterCount {
      let following = Int(automaton.next[row + letter])
      if following < 0 { continue }
      let extra = hasCost ? automaton.stepCost[row + letter] : 0
      let base = followingStart + following
      let first = Int(workspace.activeStart[bound + letter])
      let last = Int(workspace.activeStart[bound + letter + 1])
      for index in first..<last {
        let group = Int(workspace.activeGroup[index])
        guard automaton.accepts[entry.acceptStart + group * profileCount + profile] else {
          continue
        }
        let price = extra + (hasSides ? workspace.activeReal[index] : workspace.activePrice[index])
        let target = Int(workspace.activeTarget[index])
        let joint = Int(workspace.activeJoint[index])
        let value =
          price + workspace.values[base + target] + (hasSides ? sideBounds[joint] : 0)
        if value < best.value {
          best.value = value
          best.price = price
          best.joint = joint
          best.profile = target
          bestFollowing = following
          bestIndex = index
        }
      }
    }
    if bestFollowing >= 0 { best.rest = bestFollowing / width }
    if bestIndex >= 0 {
      let branch = Int(workspace.activeBranch[bestIndex])
      best.slot = workspace.classSlot[Int(automaton.branchClass[branch])]
    }
    return best
  }
}
