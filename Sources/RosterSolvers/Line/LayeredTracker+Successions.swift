import Rostering

extension LayeredTracker {
  /// The tracker of all forbidden successions together.
  ///
  /// Its state says, for each succession, how early the next shift may start.
  /// A ready minute only matters by which starts of the remaining days it
  /// excludes, so it is held as an index into the sorted distinct starts.
  init(_ successions: [Succession], slots: LineSlots, problem: RosterProblem) {
    let scales = successions.map { StartScale($0, slots: slots, problem: problem) }
    // What a day's letter does to each succession: the index of its start, -1
    // if it does not ask, and the index that becomes ready, 0 for no change.
    struct Effect: Hashable {
      var start: Int32 = -1
      var ready: Int32 = 0
    }
    func effect(_ index: Int, day: Int, option: Int) -> Effect {
      let succession = successions[index]
      var effect = Effect()
      if succession.next[option] {
        effect.start = scales[index].index(
          ofMinute: problem.options[option].minutes.lowerBound)
      }
      if succession.first[option] {
        let ready = scales[index].index(ofMinute: succession.readyMinute[option])
        effect.ready = scales[index].relevant(ready, beforeDay: day + 1)
      }
      return effect
    }
    // Letters are refined by one succession after the other.
    struct Refined: Hashable {
      var letter: Int32
      var effect: Effect
    }
    var letters = TrackerLetters(
      count: Array(repeating: 1, count: slots.dayCount),
      ofSlot: Array(repeating: 0, count: slots.count),
      ofDayOff: slots.mayBeOff.map { $0 ? 0 : -1 })
    var effects = [[[Effect]]](repeating: [[]], count: slots.dayCount)
    for index in successions.indices {
      let (refined, values) = slots.letters { day, slot in
        Refined(
          letter: slot < 0 ? letters.ofDayOff[day] : letters.ofSlot[slot],
          effect: slot < 0 ? Effect() : effect(index, day: day, option: slots.options[slot]))
      }
      effects = values.enumerated().map { day, values in
        values.map { effects[day][Int($0.letter)] + [$0.effect] }
      }
      letters = refined
    }
    let start = zip(successions, scales).map { succession, scale in
      scale.relevant(scale.index(ofMinute: succession.historyReadyMinute), beforeDay: 0)
    }
    self.init(slots: slots, letters: letters, start: start) { day, state, letter in
      var state = state
      for (index, effect) in effects[day][letter].enumerated() {
        if effect.start >= 0, effect.start < state[index] { return nil }
        state[index] = scales[index].relevant(
          max(state[index], effect.ready), beforeDay: day + 1)
      }
      return TrackerStep(state: state)
    }
  }
}

/// The distinct starts that a succession can exclude.
private struct StartScale {
  /// The starts of all slots in `next`, ascending.
  let minutes: [Int]
  /// For each day and index the lowest index that excludes as much from that
  /// day on; 0 if nothing.
  private var relevantIndex: [[Int32]] = []

  init(_ succession: Succession, slots: LineSlots, problem: RosterProblem) {
    var startsOfDay: [[Int]] = []
    for day in 0..<slots.dayCount {
      var starts: [Int] = []
      for slot in slots.range(ofDay: day) where succession.next[slots.options[slot]] {
        starts.append(problem.options[slots.options[slot]].minutes.lowerBound)
      }
      startsOfDay.append(Array(Set(starts)).sorted())
    }
    let all = Array(Set(startsOfDay.joined())).sorted()
    minutes = all
    // From the last day back: which starts are still to come.
    var isToCome = [Bool](repeating: false, count: all.count)
    var tables: [[Int32]] = []
    for day in stride(from: slots.dayCount, through: 0, by: -1) {
      if day < slots.dayCount {
        for start in startsOfDay[day] { isToCome[Self.lowerBound(all, start)] = true }
      }
      var table: [Int32] = []
      var lastExcluded: Int32 = 0
      for index in 0...all.count {
        table.append(lastExcluded)
        if index < all.count, isToCome[index] { lastExcluded = Int32(index + 1) }
      }
      tables.append(table)
    }
    relevantIndex = tables.reversed()
  }

  /// The number of starts before a minute.
  func index(ofMinute minute: Int) -> Int32 { Int32(Self.lowerBound(minutes, minute)) }

  func relevant(_ index: Int32, beforeDay day: Int) -> Int32 { relevantIndex[day][Int(index)] }

  private static func lowerBound(_ values: [Int], _ value: Int) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
