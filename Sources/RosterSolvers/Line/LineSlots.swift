import Rostering

/// The options a person may work, day after day: the *slots* that all of the
/// line optimiser's arrays are indexed by.
struct LineSlots: Hashable, Sendable {
  /// The option of each slot, days ascending, options ascending within a day.
  private(set) var options: [Int] = []
  /// The slots of day `d` are `starts[d]..<starts[d + 1]`.
  private(set) var starts: [Int] = [0]
  /// For each day whether the person may be off.
  let mayBeOff: [Bool]

  init(_ rules: LineRules) {
    for day in rules.allowed {
      options.append(contentsOf: day)
      starts.append(options.count)
    }
    mayBeOff = rules.mayBeOff
  }

  var dayCount: Int { starts.count - 1 }
  var count: Int { options.count }

  func range(ofDay day: Int) -> Range<Int> { starts[day]..<starts[day + 1] }

  /// Letters by value: slots with equal values on a day share a letter, and
  /// so does a day off with `dayOff`.
  ///
  /// - Returns: The letters, and the value of each letter of each day.
  func letters<Value: Hashable>(
    dayOff: Value, of value: (_ day: Int, _ option: Int) -> Value
  ) -> (letters: TrackerLetters, values: [[Value]]) {
    letters { day, slot in slot < 0 ? dayOff : value(day, options[slot]) }
  }

  /// Letters by value of each slot; slot -1 is a day off.
  func letters<Value: Hashable>(
    _ value: (_ day: Int, _ slot: Int) -> Value
  ) -> (letters: TrackerLetters, values: [[Value]]) {
    var letters = TrackerLetters(count: [], ofSlot: [], ofDayOff: [])
    letters.ofSlot.reserveCapacity(count)
    var valuesOfDays: [[Value]] = []
    for day in 0..<dayCount {
      var numbers: [Value: Int32] = [:]
      var values: [Value] = []
      var last: Int32 = 0
      func letter(_ value: Value) -> Int32 {
        // Neighbouring options mostly mean the same.
        if !values.isEmpty, values[Int(last)] == value { return last }
        if let known = numbers[value] {
          last = known
        } else {
          last = Int32(values.count)
          numbers[value] = last
          values.append(value)
        }
        return last
      }
      letters.ofDayOff.append(mayBeOff[day] ? letter(value(day, -1)) : -1)
      for slot in range(ofDay: day) { letters.ofSlot.append(letter(value(day, slot))) }
      letters.count.append(values.count)
      valuesOfDays.append(values)
    }
    return (letters, valuesOfDays)
  }
}
