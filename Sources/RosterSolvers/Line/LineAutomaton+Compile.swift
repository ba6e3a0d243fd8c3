extension LineAutomaton {
  /// Puts the product of the rest trackers and the tracker of profiles
  /// together.
  ///
  /// - Parameters:
  ///   - rest: Runs, totals, periods.
  ///   - profiles: Forbidden successions.
  ///   - slots: The person's slots.
  ///   - startCost: The prices of the days before the horizon.
  ///   - isComplete: True if no tracker was left out.
  convenience init(
    rest: TrackerProduct, profiles: LayeredTracker, slots: LineSlots, startCost: Double,
    isComplete: Bool
  ) {
    var parts = LineAutomatonParts()
    parts.startCost = startCost
    parts.isComplete = isComplete
    parts.isAlive = !rest.isDead && !profiles.isDead
    guard parts.isAlive else {
      self.init(parts)
      return
    }
    parts.restCount = rest.stateCount
    parts.profileCount = profiles.stateCount
    let order = ProfileOrder(profiles)
    for day in 0..<slots.dayCount {
      var entry = LineAutomatonDay()
      entry.letterCount = rest.letterCount[day]
      entry.stepStart = parts.next.count
      let width = Int32(profiles.stateCount[day + 1])
      for following in rest.next[day] { parts.next.append(following < 0 ? -1 : following * width) }
      if rest.cost[day].isEmpty {
        parts.stepCost.append(contentsOf: repeatElement(0, count: rest.next[day].count))
      } else {
        parts.stepCost.append(contentsOf: rest.cost[day])
      }
      entry.dayOffLetter = Int(rest.letterOfDayOff[day])
      if entry.dayOffLetter >= 0 {
        let letter = Int(profiles.letterOfDayOff[day])
        entry.dayOffTarget = profiles.column(day: day, letter: letter)
      }
      parts.appendClasses(&entry, day: day, rest: rest, profiles: profiles, slots: slots)
      parts.appendDominators(entry, day: day, profiles: profiles, order: order)
      parts.days.append(entry)
    }
    self.init(parts)
  }
}

extension LayeredTracker {
  /// The next state of every state for one letter.
  func column(day: Int, letter: Int) -> [Int32] {
    (0..<stateCount[day]).map { next[day][$0 * letterCount[day] + letter] }
  }
}

extension LineAutomatonParts {
  /// Groups a day's slots into classes and lists the classes' branches.
  fileprivate mutating func appendClasses(
    _ entry: inout LineAutomatonDay, day: Int, rest: TrackerProduct, profiles: LayeredTracker,
    slots: LineSlots
  ) {
    let profileLetters = profiles.letterCount[day]
    var members = [[Int]](repeating: [], count: rest.letterCount[day] * profileLetters)
    for slot in slots.range(ofDay: day) {
      let letter = Int(rest.letterOfSlot[slot])
      members[letter * profileLetters + Int(profiles.letterOfSlot[slot])].append(slot)
    }
    var groups: [[Bool]: Int] = [:]
    var groupSets: [[Bool]] = []
    let firstBranch = branchClass.count
    let firstClass = classStart.count - 1
    entry.letterBranches = [firstBranch]
    for letter in 0..<rest.letterCount[day] {
      for profileLetter in 0..<profileLetters {
        let slotsOfClass = members[letter * profileLetters + profileLetter]
        guard !slotsOfClass.isEmpty else { continue }
        let column = profiles.column(day: day, letter: profileLetter)
        let targets = Set(column.filter { $0 >= 0 }).sorted()
        guard !targets.isEmpty else { continue }
        let number = Int32(classStart.count - 1)
        slotOption.append(contentsOf: slotsOfClass.map { Int32(slots.options[$0]) })
        classStart.append(Int32(slotOption.count))
        for target in targets {
          let accepted = column.map { $0 == target }
          let group = groups[accepted] ?? groupSets.count
          if group == groupSets.count {
            groups[accepted] = group
            groupSets.append(accepted)
          }
          branchClass.append(number)
          branchGroup.append(Int32(group))
          branchTarget.append(target)
        }
      }
      entry.letterBranches.append(branchClass.count)
    }
    entry.classes = firstClass..<(classStart.count - 1)
    // Smaller groups first: a chain then shows as inclusion of neighbours.
    let order = groupSets.indices.sorted { left, right in
      let counts = (groupSets[left].count(where: \.self), groupSets[right].count(where: \.self))
      return counts.0 == counts.1 ? left < right : counts.0 < counts.1
    }
    var place = [Int32](repeating: 0, count: order.count)
    for (index, group) in order.enumerated() { place[group] = Int32(index) }
    for branch in firstBranch..<branchClass.count {
      branchGroup[branch] = place[Int(branchGroup[branch])]
    }
    let sorted = order.map { groupSets[$0] }
    entry.groupCount = sorted.count
    entry.accepts = Array(sorted.joined())
    let isChain = zip(sorted, sorted.dropFirst()).allSatisfy { inner, outer in
      zip(inner, outer).allSatisfy { !$0 || $1 }
    }
    if isChain {
      entry.firstGroup = (0..<profiles.stateCount[day]).map { profile in
        Int32(sorted.firstIndex { $0[profile] } ?? sorted.count)
      }
    }
  }

  /// Lists for each branch of a day those that are never worse at the same
  /// price.
  fileprivate mutating func appendDominators(
    _ entry: LineAutomatonDay, day: Int, profiles: LayeredTracker, order: ProfileOrder
  ) {
    let count = profiles.stateCount[day]
    func includes(_ outer: Int32, _ inner: Int32) -> Bool {
      if outer == inner { return true }
      if !entry.firstGroup.isEmpty { return outer > inner }
      return (0..<count).allSatisfy {
        !entry.accepts[Int(inner) * count + $0] || entry.accepts[Int(outer) * count + $0]
      }
    }
    for letter in 0..<entry.letterCount {
      let branches = entry.letterBranches[letter]..<entry.letterBranches[letter + 1]
      // The square of very many branches would cost more than it saves.
      let isComparable = branches.count <= 256
      for branch in branches {
        if isComparable {
          for other in branches where other != branch {
            if includes(branchGroup[other], branchGroup[branch]),
              order.isAtLeastAsFree(branchTarget[other], as: branchTarget[branch], layer: day + 1)
            {
              dominators.append(Int32(other))
            }
          }
        }
        dominatorStart.append(Int32(dominators.count))
      }
    }
  }
}

/// Which profiles leave at least as much free as which others.
struct ProfileOrder {
  private var isFreer: [[Bool]] = []
  private let counts: [Int]

  /// - Complexity: O(profiles squared x letters) a day; layers with more than
  ///   64 profiles are only compared for equality.
  init(_ profiles: LayeredTracker) {
    counts = profiles.stateCount
    let dayCount = profiles.letterCount.count
    var tables = [[true]]
    for day in stride(from: dayCount - 1, through: 0, by: -1) {
      let count = counts[day]
      let letterCount = profiles.letterCount[day]
      let following = counts[day + 1]
      let previous = tables[tables.count - 1]
      var table = [Bool](repeating: false, count: count * count)
      for left in 0..<count {
        for right in 0..<count where left == right || count <= 64 {
          table[left * count + right] = (0..<letterCount).allSatisfy { letter in
            let target = profiles.next[day][right * letterCount + letter]
            if target < 0 { return true }
            let own = profiles.next[day][left * letterCount + letter]
            return own >= 0 && previous[Int(own) * following + Int(target)]
          }
        }
      }
      tables.append(table)
    }
    isFreer = tables.reversed()
  }

  /// True if everything that `right` allows from that layer on, `left` allows.
  func isAtLeastAsFree(_ left: Int32, as right: Int32, layer: Int) -> Bool {
    isFreer[layer][Int(left) * counts[layer] + Int(right)]
  }
}
