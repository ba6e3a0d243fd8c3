/// A small deterministic automaton over the days of the horizon that knows
/// one primitive: which letter a day may show, given the days before, and what
/// that costs.
///
/// Days read *letters*: day off and options that mean the same to the
/// primitive share one. States of each layer (the moment before a day) are
/// numbered from 0; the layer before day 0 has the one state 0. Every state of
/// a built tracker can reach the end of the horizon, and no two states of a
/// layer behave alike.
struct LayeredTracker {
  /// States of the layer before each day and after the last one.
  private(set) var stateCount: [Int]
  /// Letters of each day.
  private(set) var letterCount: [Int]
  /// The state after each day, `state * letterCount + letter`; -1 for none.
  private(set) var next: [[Int32]]
  /// What each step costs, in the same order; empty if the day costs nothing.
  private(set) var cost: [[Double]]
  /// The letter of each slot (an allowed option of a day).
  private(set) var letterOfSlot: [Int32]
  /// The letter of a day off; -1 where the person has to work.
  private(set) var letterOfDayOff: [Int32]
  /// For each day and letter how much of what the primitive counts it adds,
  /// at most 1; a hint for multipliers, not part of the meaning.
  private(set) var weight: [[Double]]
  /// What the days before the horizon cost.
  private(set) var startCost: Double
  /// True if no sequence of letters reaches the end.
  private(set) var isDead: Bool

  /// True if the primitive can neither forbid nor price anything.
  var isTrivial: Bool {
    !isDead && stateCount.allSatisfy { $0 == 1 } && letterCount.allSatisfy { $0 == 1 }
      && cost.allSatisfy(\.isEmpty)
  }

  /// All steps, a measure of size.
  var stepCount: Int { next.reduce(0) { $0 + $1.count } }
}

/// The letters that the days of one person show to one primitive.
struct TrackerLetters {
  /// Letters of each day.
  var count: [Int]
  /// The letter of each slot.
  var ofSlot: [Int32]
  /// The letter of a day off; -1 where the person has to work.
  var ofDayOff: [Int32]
}

/// What a tracker's step leads to.
struct TrackerStep<State> {
  var state: State
  var cost: Double = 0
}

extension LayeredTracker {
  /// Enumerates the states that can be reached, drops those from which the
  /// end cannot be reached and merges those that behave alike.
  ///
  /// - Parameters:
  ///   - slots: The person's slots.
  ///   - letters: The letters of the days.
  ///   - weights: What each letter adds to what is counted; empty for nothing.
  ///   - start: The state before day 0.
  ///   - startCost: What the days before the horizon cost.
  ///   - step: The state after a day that shows a letter, nil if forbidden.
  /// - Complexity: O(states x letters), by hashing.
  init<State: Hashable>(
    slots: LineSlots, letters: TrackerLetters, weights: [[Double]] = [], start: State,
    startCost: Double = 0,
    step: (_ day: Int, _ state: State, _ letter: Int) -> TrackerStep<State>?
  ) {
    let dayCount = slots.dayCount
    var layer = [start]
    stateCount = [1]
    next = []
    cost = []
    for day in 0..<dayCount {
      let letterCount = letters.count[day]
      var numbers: [State: Int32] = [:]
      var following: [State] = []
      var steps = [Int32](repeating: -1, count: layer.count * letterCount)
      var costs = [Double](repeating: 0, count: layer.count * letterCount)
      for (index, state) in layer.enumerated() {
        for letter in 0..<letterCount {
          guard let result = step(day, state, letter) else { continue }
          let number: Int32
          if let known = numbers[result.state] {
            number = known
          } else {
            number = Int32(following.count)
            numbers[result.state] = number
            following.append(result.state)
          }
          steps[index * letterCount + letter] = number
          costs[index * letterCount + letter] = result.cost
        }
      }
      next.append(steps)
      cost.append(costs)
      layer = following
      stateCount.append(layer.count)
    }
    letterCount = letters.count
    let most = max(1e-9, weights.joined().max() ?? 0)
    weight =
      weights.isEmpty
      ? letters.count.map { Array(repeating: 0, count: $0) }
      : weights.map { day in day.map { $0 / most } }
    letterOfSlot = letters.ofSlot
    letterOfDayOff = letters.ofDayOff
    self.startCost = startCost
    isDead = false
    mergeStates()
    mergeLetters(slots: slots)
    for day in 0..<dayCount where cost[day].allSatisfy({ $0 == 0 }) { cost[day] = [] }
  }

  /// Merges states from the last layer back, dropping dead ones.
  private mutating func mergeStates() {
    let dayCount = letterCount.count
    var numbers = [Int32](repeating: 0, count: stateCount[dayCount])
    if stateCount[dayCount] > 0 { stateCount[dayCount] = 1 }
    for day in stride(from: dayCount - 1, through: 0, by: -1) {
      var merger = StateMerger(letterCount: letterCount[day])
      numbers = merger.merge(
        stateCount: stateCount[day], next: next[day], cost: cost[day], following: numbers)
      next[day] = merger.next
      cost[day] = merger.cost
      stateCount[day] = merger.stateCount
    }
    isDead = numbers.first ?? -1 < 0
  }

  /// Merges the letters of a day that lead every state alike.
  private mutating func mergeLetters(slots: LineSlots) {
    for day in letterCount.indices {
      let merged = LetterMerger(
        letterCount: letterCount[day], stateCount: stateCount[day], next: next[day],
        cost: cost[day])
      next[day] = merged.next
      cost[day] = merged.cost
      letterCount[day] = merged.letterCount
      weight[day] = merged.kept.map { weight[day][$0] }
      for slot in slots.range(ofDay: day) {
        letterOfSlot[slot] = merged.letter[Int(letterOfSlot[slot])]
      }
      if letterOfDayOff[day] >= 0 {
        letterOfDayOff[day] = merged.letter[Int(letterOfDayOff[day])]
      }
    }
  }
}
