/// Sets of candidates by the slot of the day at which their arcs begin (or
/// end), in flat arrays: a candidate joins and leaves in constant time.
struct ArcLists: Sendable {
  /// Where the list of each slot of the day begins in `items`.
  let offsets: [Int]
  /// How many candidates each list has now.
  private(set) var counts: [Int]
  private(set) var items: [Int]
  private let keys: [Int]
  /// Where each candidate stands in `items`; -1 outside.
  private var places: [Int]

  init(keys: [Int], keyCount: Int) {
    self.keys = keys
    var sizes = Array(repeating: 0, count: keyCount)
    for key in keys { sizes[key] += 1 }
    var offsets: [Int] = []
    var total = 0
    for size in sizes {
      offsets.append(total)
      total += size
    }
    self.offsets = offsets
    counts = Array(repeating: 0, count: keyCount)
    items = Array(repeating: 0, count: total)
    places = Array(repeating: -1, count: keys.count)
  }

  func contains(_ candidate: Int) -> Bool { places[candidate] >= 0 }

  mutating func insert(_ candidate: Int) {
    let key = keys[candidate]
    let place = offsets[key] + counts[key]
    items[place] = candidate
    places[candidate] = place
    counts[key] += 1
  }

  mutating func remove(_ candidate: Int) {
    let key = keys[candidate]
    counts[key] -= 1
    let last = offsets[key] + counts[key]
    let place = places[candidate]
    items[place] = items[last]
    places[items[last]] = place
    places[candidate] = -1
  }
}
