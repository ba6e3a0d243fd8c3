/// The multipliers that made a person's side automata agree with the line
/// automaton so far, with the values that follow from them.
///
/// Prices change little from call to call, so the multipliers of the last call
/// are a good start for the next. They change which of equal lines is found,
/// never how good it is.
struct LineMemory: Sendable {
  /// What the memory is about; nil before the first use.
  private(set) var automaton: LineAutomaton?
  /// One for each tracker of each side automaton, side after side.
  private(set) var multipliers: [Double] = []
  /// For each side the least cost to the end from each of its states.
  private(set) var sideValues: [[Double]] = []
  /// What each joint letter of each day shifts to the line automaton.
  private(set) var jointShift: [Double] = []
  /// True if a first round of adjustment has been made.
  var isSettled = false

  /// The bound that the sides add.
  var sideBound: Double { sideValues.reduce(0) { $0 + ($1.first ?? 0) } }

  /// Starts over if the memory is of other rules.
  mutating func prepare(for automaton: LineAutomaton) {
    guard self.automaton !== automaton else { return }
    self.automaton = automaton
    let count = automaton.sides.reduce(0) { $0 + $1.multiplierCount }
    sideValues = automaton.sides.map { _ in [] }
    jointShift = Array(repeating: 0, count: automaton.jointTotal)
    isSettled = false
    setMultipliers(Array(repeating: 0, count: count))
  }

  /// Sets the multipliers and what follows from them.
  mutating func setMultipliers(_ multipliers: [Double]) {
    guard let automaton else { return }
    self.multipliers = multipliers
    var first = 0
    for index in jointShift.indices { jointShift[index] = 0 }
    for (place, side) in automaton.sides.enumerated() {
      let own = multipliers[first..<(first + side.multiplierCount)]
      side.fillValues(&sideValues[place], multipliers: own)
      for (day, entry) in automaton.days.enumerated() {
        for joint in entry.jointStart..<(entry.jointStart + entry.jointCount) {
          let letter = Int(automaton.jointLetters[joint * automaton.sides.count + place])
          jointShift[joint] += side.shift(day: day, letter: letter, multipliers: own)
        }
      }
      first += side.multiplierCount
    }
  }

  /// The weights of the sides' own cheapest paths, under each multiplier.
  func sideWeights() -> [Double] {
    guard let automaton else { return [] }
    var sums = [Double](repeating: 0, count: multipliers.count)
    var first = 0
    for (place, side) in automaton.sides.enumerated() {
      side.addBestWeights(
        sideValues[place], multipliers: multipliers[first..<(first + side.multiplierCount)],
        to: &sums, from: first)
      first += side.multiplierCount
    }
    return sums
  }
}
