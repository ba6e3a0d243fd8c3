/// Rules that the rest states of a line automaton leave out, as a layered
/// automaton of their own.
///
/// Its letters are a day's *side letters*. Multipliers shift cost between the
/// line automaton and the side automata: a day that shows a letter costs the
/// line automaton `multiplier x weight` more and the side that much less. The
/// sum of both least costs is then a lower bound for every multiplier, and the
/// best multipliers make it almost exact (Lagrangian decomposition).
final class SideAutomaton: Sendable {
  /// States of the layer before each day and after the last one.
  let stateCount: [Int]
  /// Where each layer's values begin.
  let valueStart: [Int]
  /// Letters of each day.
  let letterCount: [Int]
  /// Where each day's steps begin.
  let stepStart: [Int]
  /// The following state, -1 for none, at
  /// `stepStart[day] + state * letterCount[day] + letter`.
  let next: [Int32]
  /// What the step costs.
  let cost: [Double]
  /// Where each day's letters begin.
  let letterStart: [Int]
  /// The weight of each letter under each of the side's multipliers, at
  /// `(letterStart[day] + letter) * multiplierCount + multiplier`.
  let weight: [Double]
  let multiplierCount: Int

  var valueCount: Int { valueStart.last ?? 0 }

  init(_ product: TrackerProduct, trackers: [LayeredTracker]) {
    stateCount = product.stateCount
    letterCount = product.letterCount
    multiplierCount = trackers.count
    var values = [0]
    for count in product.stateCount { values.append((values.last ?? 0) + count) }
    valueStart = values
    var steps: [Int] = []
    var letters = [0]
    var next: [Int32] = []
    var cost: [Double] = []
    var weight: [Double] = []
    for day in product.letterCount.indices {
      steps.append(next.count)
      next.append(contentsOf: product.next[day])
      cost.append(
        contentsOf: product.cost[day].isEmpty
          ? Array(repeating: 0, count: product.next[day].count) : product.cost[day])
      letters.append((letters.last ?? 0) + product.letterCount[day])
      for letter in 0..<product.letterCount[day] {
        for (index, tracker) in trackers.enumerated() {
          let own = Int(product.trackerLetters[day][letter * trackers.count + index])
          weight.append(tracker.weight[day][own])
        }
      }
    }
    stepStart = steps
    letterStart = letters
    self.next = next
    self.cost = cost
    self.weight = weight
  }

  /// What a letter shifts to the line automaton.
  func shift(day: Int, letter: Int, multipliers: ArraySlice<Double>) -> Double {
    let start = (letterStart[day] + letter) * multiplierCount
    var sum = 0.0
    for (index, multiplier) in multipliers.enumerated() {
      sum += multiplier * weight[start + index]
    }
    return sum
  }

  /// The least cost to the end from every state, shifts taken off.
  func fillValues(_ values: inout [Double], multipliers: ArraySlice<Double>) {
    let dayCount = letterCount.count
    if values.count < valueCount {
      values = Array(repeating: 0, count: valueCount)
    }
    for state in valueStart[dayCount]..<valueCount { values[state] = 0 }
    for day in stride(from: dayCount - 1, through: 0, by: -1) {
      let letters = letterCount[day]
      let shifts = (0..<letters).map { shift(day: day, letter: $0, multipliers: multipliers) }
      for state in 0..<stateCount[day] {
        var best = Double.infinity
        let row = stepStart[day] + state * letters
        for letter in 0..<letters {
          let following = Int(next[row + letter])
          if following < 0 { continue }
          let value =
            cost[row + letter] - shifts[letter] + values[valueStart[day + 1] + following]
          if value < best { best = value }
        }
        values[valueStart[day] + state] = best
      }
    }
  }

  /// Adds the weights of a cheapest path, under each multiplier, to `sums`.
  func addBestWeights(
    _ values: [Double], multipliers: ArraySlice<Double>, to sums: inout [Double], from first: Int
  ) {
    var state = 0
    for day in letterCount.indices {
      let letters = letterCount[day]
      let row = stepStart[day] + state * letters
      var best = Double.infinity
      var bestLetter = 0
      for letter in 0..<letters {
        let following = Int(next[row + letter])
        if following < 0 { continue }
        let value =
          cost[row + letter] - shift(day: day, letter: letter, multipliers: multipliers)
          + values[valueStart[day + 1] + following]
        if value < best {
          best = value
          bestLetter = letter
        }
      }
      addWeights(day: day, letter: bestLetter, to: &sums, from: first)
      state = max(0, Int(next[row + bestLetter]))
    }
  }

  /// Adds the weights of one letter to `sums`.
  func addWeights(day: Int, letter: Int, to sums: inout [Double], from first: Int) {
    let start = (letterStart[day] + letter) * multiplierCount
    for index in 0..<multiplierCount { sums[first + index] += weight[start + index] }
  }
}
