/// Merges the states of a layer that behave alike: the same next states at the
/// same costs, as in the reduction of a decision diagram.
///
/// Costs are compared in millionths, so that slopes which differ by rounding
/// only do not keep states apart; the first state's costs stay. A line's cost
/// summed over steps is therefore exact to a millionth a day.
struct StateMerger {
  let letterCount: Int
  private(set) var stateCount = 0
  private(set) var next: [Int32] = []
  private(set) var cost: [Double] = []

  init(letterCount: Int) { self.letterCount = letterCount }

  /// Takes the steps of a layer and returns the new number of each state, -1
  /// for states without a step.
  ///
  /// - Parameters:
  ///   - oldCount: The layer's states.
  ///   - following: The new numbers of the next layer's states.
  /// - Complexity: O(states x letters).
  mutating func merge(
    stateCount oldCount: Int, next oldNext: [Int32], cost oldCost: [Double], following: [Int32]
  ) -> [Int32] {
    var numbers = [Int32](repeating: -1, count: oldCount)
    var capacity = 16
    while capacity < oldCount * 2 { capacity *= 2 }
    var table = [Int32](repeating: -1, count: capacity)
    var row = [Int32](repeating: -1, count: letterCount)
    for state in 0..<oldCount {
      let base = state * letterCount
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      var isDead = true
      for letter in 0..<letterCount {
        let old = oldNext[base + letter]
        let new = old < 0 ? -1 : following[Int(old)]
        row[letter] = new
        if new >= 0 {
          isDead = false
          hash = Self.mixed(hash, UInt64(bitPattern: Self.rounded(oldCost, base + letter)))
        }
        hash = Self.mixed(hash, UInt64(bitPattern: Int64(new)))
      }
      if isDead { continue }
      var place = Int(truncatingIfNeeded: hash & UInt64(capacity - 1))
      while true {
        let candidate = table[place]
        if candidate < 0 {
          table[place] = Int32(stateCount)
          numbers[state] = Int32(stateCount)
          next.append(contentsOf: row)
          if !oldCost.isEmpty { cost.append(contentsOf: oldCost[base..<(base + letterCount)]) }
          stateCount += 1
          break
        }
        if isEqual(Int(candidate), row, oldCost, base) {
          numbers[state] = candidate
          break
        }
        place = (place + 1) & (capacity - 1)
      }
    }
    return numbers
  }

  private func isEqual(_ state: Int, _ row: [Int32], _ oldCost: [Double], _ base: Int) -> Bool {
    for letter in 0..<letterCount {
      guard next[state * letterCount + letter] == row[letter] else { return false }
      if row[letter] >= 0, !oldCost.isEmpty,
        Self.rounded(cost, state * letterCount + letter) != Self.rounded(oldCost, base + letter)
      {
        return false
      }
    }
    return true
  }

  private static func rounded(_ cost: [Double], _ index: Int) -> Int64 {
    guard !cost.isEmpty else { return 0 }
    let scaled = (cost[index] * 1e6).rounded()
    return Int64(max(-9e18, min(9e18, scaled)))
  }

  private static func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (hash ^ value) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 29
    return mixed
  }
}

/// Merges the letters of a day that lead every state alike.
struct LetterMerger {
  /// The new letter of each old one.
  private(set) var letter: [Int32]
  private(set) var letterCount = 0
  /// The old letter that each new one keeps the meaning of.
  private(set) var kept: [Int] = []
  private(set) var next: [Int32]
  private(set) var cost: [Double]

  /// - Complexity: O(states x letters), by hashing columns.
  init(letterCount oldCount: Int, stateCount: Int, next oldNext: [Int32], cost oldCost: [Double]) {
    struct Column: Hashable {
      var next: [Int32]
      var cost: [Double]
    }
    letter = []
    var numbers: [Column: Int32] = [:]
    for old in 0..<oldCount {
      let column = Column(
        next: (0..<stateCount).map { oldNext[$0 * oldCount + old] },
        cost: oldCost.isEmpty ? [] : (0..<stateCount).map { oldCost[$0 * oldCount + old] })
      if let known = numbers[column] {
        letter.append(known)
      } else {
        numbers[column] = Int32(kept.count)
        letter.append(Int32(kept.count))
        kept.append(old)
      }
    }
    letterCount = kept.count
    next = []
    cost = []
    next.reserveCapacity(stateCount * kept.count)
    for state in 0..<stateCount {
      for old in kept {
        next.append(oldNext[state * oldCount + old])
        if !oldCost.isEmpty { cost.append(oldCost[state * oldCount + old]) }
      }
    }
  }
}
