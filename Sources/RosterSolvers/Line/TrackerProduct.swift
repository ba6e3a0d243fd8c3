/// The product of several trackers: every sequence of days that all of them
/// accept, with the sum of their costs, reduced to the fewest states.
///
/// It has the shape of a tracker again: layers, letters, next states.
struct TrackerProduct {
  /// States of the layer before each day and after the last one.
  private(set) var stateCount: [Int] = [1]
  /// Letters of each day.
  private(set) var letterCount: [Int] = []
  /// The state after each day, `state * letterCount + letter`; -1 for none.
  private(set) var next: [[Int32]] = []
  /// What each step costs, in the same order; empty if the day costs nothing.
  private(set) var cost: [[Double]] = []
  /// The letter of each slot.
  private(set) var letterOfSlot: [Int32] = []
  /// The letter of a day off; -1 where the person has to work.
  private(set) var letterOfDayOff: [Int32] = []
  /// For each day and letter one letter of each tracker that it stands for.
  private(set) var trackerLetters: [[Int32]] = []
  /// True if no sequence of letters reaches the end.
  private(set) var isDead = false

  /// Builds the product layer by layer.
  ///
  /// - Parameters:
  ///   - trackers: The trackers; none gives one state a layer.
  ///   - slots: The person's slots.
  ///   - stepLimit: The most steps to enumerate before merging.
  /// - Returns: Nil if there would be more steps than the limit, or more
  ///   states than a machine word can tell apart.
  /// - Complexity: O(steps x trackers).
  init?(_ trackers: [LayeredTracker], slots: LineSlots, stepLimit: Int) {
    let dayCount = slots.dayCount
    letterOfSlot = Array(repeating: 0, count: slots.count)
    var codes = [Int32](repeating: 0, count: trackers.count)
    var enumerated = 0
    for day in 0..<dayCount {
      guard let tuples = numberLetters(trackers, slots: slots, day: day) else { return nil }
      guard let scale = StateScale(trackers.map { $0.stateCount[day + 1] }) else { return nil }
      let count = stateCount[day]
      let letterCount = self.letterCount[day]
      enumerated += count * letterCount
      guard enumerated <= stepLimit else { return nil }
      var layer = LayerStates(width: trackers.count)
      var steps = [Int32](repeating: -1, count: count * letterCount)
      var costs = [Double](repeating: 0, count: count * letterCount)
      var isFree = true
      for state in 0..<count {
        for letter in 0..<letterCount {
          var key: UInt64 = 0
          var total = 0.0
          var isDead = false
          for (index, tracker) in trackers.enumerated() {
            let place =
              Int(codes[state * trackers.count + index]) * tracker.letterCount[day]
              + Int(tuples[letter * trackers.count + index])
            let following = tracker.next[day][place]
            if following < 0 {
              isDead = true
              break
            }
            key += UInt64(following) * scale.factors[index]
            if !tracker.cost[day].isEmpty { total += tracker.cost[day][place] }
          }
          if isDead { continue }
          steps[state * letterCount + letter] = layer.number(of: key, scale: scale)
          costs[state * letterCount + letter] = total
          if total != 0 { isFree = false }
        }
      }
      next.append(steps)
      cost.append(isFree ? [] : costs)
      trackerLetters.append(tuples)
      stateCount.append(layer.count)
      codes = layer.codes
    }
    merge(slots: slots, width: trackers.count)
  }

  /// Numbers the distinct tuples of the trackers' letters on a day.
  ///
  /// - Returns: The tuples, one after the other; nil if a machine word cannot
  ///   tell them apart.
  private mutating func numberLetters(
    _ trackers: [LayeredTracker], slots: LineSlots, day: Int
  ) -> [Int32]? {
    var room = 1
    for tracker in trackers {
      let (more, isOver) = room.multipliedReportingOverflow(by: max(1, tracker.letterCount[day]))
      guard !isOver else { return nil }
      room = more
    }
    var tuples: [Int32] = []
    var numbers: [Int: Int32] = [:]
    var lastCode = -1
    var last: Int32 = 0
    // Letters of all trackers as one number; there are few of each.
    func number(_ letter: (LayeredTracker) -> Int32) -> Int32 {
      var code = 0
      for tracker in trackers {
        code = code * tracker.letterCount[day] + Int(letter(tracker))
      }
      if code == lastCode { return last }
      lastCode = code
      if let known = numbers[code] {
        last = known
      } else {
        last = Int32(numbers.count)
        numbers[code] = last
        for tracker in trackers { tuples.append(letter(tracker)) }
      }
      return last
    }
    letterOfDayOff.append(slots.mayBeOff[day] ? number { $0.letterOfDayOff[day] } : -1)
    for slot in slots.range(ofDay: day) { letterOfSlot[slot] = number { $0.letterOfSlot[slot] } }
    letterCount.append(numbers.count)
    return tuples
  }

  /// Merges states that behave alike from the last layer back, drops dead
  /// ones, then merges letters.
  private mutating func merge(slots: LineSlots, width: Int) {
    let dayCount = letterCount.count
    var numbers = [Int32](repeating: 0, count: stateCount[dayCount])
    if stateCount[dayCount] > 0 { stateCount[dayCount] = 1 }
    for day in stride(from: dayCount - 1, through: 0, by: -1) {
      var merger = StateMerger(letterCount: letterCount[day])
      numbers = merger.merge(
        stateCount: stateCount[day], next: next[day], cost: cost[day], following: numbers)
      stateCount[day] = merger.stateCount
      let letters = LetterMerger(
        letterCount: letterCount[day], stateCount: merger.stateCount, next: merger.next,
        cost: merger.cost)
      next[day] = letters.next
      cost[day] = letters.cost
      letterCount[day] = letters.letterCount
      trackerLetters[day] = letters.kept.flatMap { old in
        trackerLetters[day][(old * width)..<((old + 1) * width)]
      }
      for slot in slots.range(ofDay: day) {
        letterOfSlot[slot] = letters.letter[Int(letterOfSlot[slot])]
      }
      if letterOfDayOff[day] >= 0 {
        letterOfDayOff[day] = letters.letter[Int(letterOfDayOff[day])]
      }
    }
    isDead = numbers.first ?? -1 < 0
  }
}

/// Packs the states of several trackers into one machine word.
private struct StateScale {
  let factors: [UInt64]
  let counts: [UInt64]

  init?(_ stateCounts: [Int]) {
    var product: UInt64 = 1
    var factors: [UInt64] = []
    for count in stateCounts {
      factors.append(product)
      let (value, overflow) = product.multipliedReportingOverflow(by: UInt64(max(count, 1)))
      guard !overflow else { return nil }
      product = value
    }
    self.factors = factors
    counts = stateCounts.map { UInt64(max($0, 1)) }
  }
}

/// The states of a layer under construction: an open-addressing hash table
/// from packed states to numbers.
private struct LayerStates {
  let width: Int
  private(set) var count = 0
  /// The trackers' states of each state, one after the other.
  private(set) var codes: [Int32] = []
  private var keys: [UInt64] = Array(repeating: 0, count: 64)
  private var numbers: [Int32] = Array(repeating: -1, count: 64)

  init(width: Int) { self.width = width }

  mutating func number(of key: UInt64, scale: StateScale) -> Int32 {
    var place = Self.place(of: key, capacity: keys.count)
    while numbers[place] >= 0 {
      if keys[place] == key { return numbers[place] }
      place = (place + 1) & (keys.count - 1)
    }
    let number = Int32(count)
    keys[place] = key
    numbers[place] = number
    count += 1
    for index in 0..<width {
      codes.append(Int32((key / scale.factors[index]) % scale.counts[index]))
    }
    if count * 2 > keys.count { grow() }
    return number
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldNumbers = numbers
    let capacity = oldKeys.count * 2
    keys = Array(repeating: 0, count: capacity)
    numbers = Array(repeating: -1, count: capacity)
    for (key, number) in zip(oldKeys, oldNumbers) where number >= 0 {
      var place = Self.place(of: key, capacity: capacity)
      while numbers[place] >= 0 { place = (place + 1) & (capacity - 1) }
      keys[place] = key
      numbers[place] = number
    }
  }

  private static func place(of key: UInt64, capacity: Int) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed & UInt64(capacity - 1))
  }
}
