extension LineAutomaton {
  /// Puts the product of the rest trackers, the tracker of profiles and the
  /// side automata together.
  ///
  /// - Parameters:
  ///   - rest: The rules that make the rest states.
  ///   - profiles: Forbidden successions.
  ///   - sides: The other rules.
  ///   - slots: The person's slots.
  ///   - startCost: The prices of the days before the horizon.
  convenience init(
    rest: TrackerProduct, profiles: LayeredTracker, sides: [TrackerProduct],
    sideAutomata: [SideAutomaton], slots: LineSlots, startCost: Double
  ) {
    var parts = LineAutomatonParts()
    parts.startCost = startCost
    parts.sides = sideAutomata
    parts.isAlive = !rest.isDead && !profiles.isDead && !sides.contains(where: \.isDead)
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
      entry.profileStart = parts.dayOffTarget.count
      if entry.dayOffLetter >= 0 {
        let letter = Int(profiles.letterOfDayOff[day])
        parts.dayOffTarget.append(contentsOf: profiles.column(day: day, letter: letter))
      } else {
        parts.dayOffTarget.append(contentsOf: repeatElement(-1, count: profiles.stateCount[day]))
      }
      let joints = JointLetters(sides, slots: slots, day: day)
      entry.jointStart = parts.days.last.map { $0.jointStart + $0.jointCount } ?? 0
      entry.jointCount = joints.count
      entry.dayOffJoint = joints.ofDayOff
      parts.jointLetters.append(contentsOf: joints.letters)
      parts.appendClasses(
        &entry, day: day, rest: rest, profiles: profiles, joints: joints, slots: slots)
      parts.appendDominators(entry, day: day, profiles: profiles, order: order)
      parts.days.append(entry)
    }
    self.init(parts)
  }
}

/// The distinct combinations of the side automata's letters on a day.
struct JointLetters {
  private(set) var count = 0
  /// The sides' letters of each joint letter, one after the other.
  private(set) var letters: [Int32] = []
  /// The joint letter of each of the day's slots.
  private(set) var ofSlot: [Int32] = []
  /// The joint letter of a day off; -1 where the person has to work.
  private(set) var ofDayOff = -1

  init(_ sides: [TrackerProduct], slots: LineSlots, day: Int) {
    var numbers: [[Int32]: Int32] = [:]
    var all: [Int32] = []
    func number(_ tuple: [Int32]) -> Int32 {
      if let known = numbers[tuple] { return known }
      let new = Int32(numbers.count)
      numbers[tuple] = new
      all.append(contentsOf: tuple)
      return new
    }
    if slots.mayBeOff[day] { ofDayOff = Int(number(sides.map { $0.letterOfDayOff[day] })) }
    ofSlot = slots.range(ofDay: day).map { slot in number(sides.map { $0.letterOfSlot[slot] }) }
    count = numbers.count
    letters = all
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
    joints: JointLetters, slots: LineSlots
  ) {
    let profileLetters = profiles.letterCount[day]
    let columns = (0..<profileLetters).map { profiles.column(day: day, letter: $0) }
    var members = [[Int]](
      repeating: [], count: rest.letterCount[day] * profileLetters * joints.count)
    for (index, slot) in slots.range(ofDay: day).enumerated() {
      let letter = Int(rest.letterOfSlot[slot]) * profileLetters + Int(profiles.letterOfSlot[slot])
      members[letter * joints.count + Int(joints.ofSlot[index])].append(slot)
    }
    var groups: [[Bool]: Int] = [:]
    var groupSets: [[Bool]] = []
    let firstBranch = branchClass.count
    let firstClass = classStart.count - 1
    entry.letterStart = letterBranches.count
    letterBranches.append(Int32(firstBranch))
    for letter in 0..<rest.letterCount[day] {
      for joined in 0..<(profileLetters * joints.count) {
        let slotsOfClass = members[letter * profileLetters * joints.count + joined]
        guard !slotsOfClass.isEmpty else { continue }
        let column = columns[joined / joints.count]
        let targets = Set(column.filter { $0 >= 0 }).sorted()
        guard !targets.isEmpty else { continue }
        let number = Int32(classStart.count - 1)
        slotOption.append(contentsOf: slotsOfClass.map { Int32(slots.options[$0]) })
        classStart.append(Int32(slotOption.count))
        classJoint.append(Int32(joined % joints.count))
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
      letterBranches.append(Int32(branchClass.count))
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
    entry.acceptStart = accepts.count
    accepts.append(contentsOf: sorted.joined())
    entry.isChain = zip(sorted, sorted.dropFirst()).allSatisfy { inner, outer in
      zip(inner, outer).allSatisfy { !$0 || $1 }
    }
    for profile in 0..<profiles.stateCount[day] {
      let first = entry.isChain ? sorted.firstIndex { $0[profile] } ?? sorted.count : 0
      firstGroup.append(Int32(first))
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
      if entry.isChain { return outer > inner }
      return (0..<count).allSatisfy {
        !accepts[entry.acceptStart + Int(inner) * count + $0]
          || accepts[entry.acceptStart + Int(outer) * count + $0]
      }
    }
    for letter in 0..<entry.letterCount {
      let bound = entry.letterStart + letter
      let branches = Int(letterBranches[bound])..<Int(letterBranches[bound + 1])
      // The square of very many branches would cost more than it saves.
      let isComparable = branches.count <= 256
      for branch in branches {
        if isComparable {
          for other in branches where other != branch {
            let isAlike =
              classJoint[Int(branchClass[other])] == classJoint[Int(branchClass[branch])]
            if isAlike, includes(branchGroup[other], branchGroup[branch]),
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
