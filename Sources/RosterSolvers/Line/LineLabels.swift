/// The labels of a layered search: partial lines from the first day on, those
/// that reached the same states compared by cost.
struct LineLabels: Sendable {
  /// The label's (rest, profile), `rest * profile count + profile`.
  var place: [Int32] = []
  /// The states of the side automata, one after the other.
  var sides: [Int32] = []
  /// The cost so far, and with the bound of the rest added.
  var cost: [Double] = []
  var bound: [Double] = []
  /// The label before, -1 for none.
  var parent: [Int32] = []
  /// The active branch taken, -1 for a day off.
  var choice: [Int32] = []
  /// The next label of the same states, -1 for none.
  private var sibling: [Int32] = []
  /// Where each layer begins.
  var layerStart: [Int] = []

  private var table: [Int32] = Array(repeating: -1, count: 256)
  private var used: [Int] = []
  private var mask = 255

  var count: Int { place.count }

  /// Forgets all labels.
  mutating func removeAll() {
    place.removeAll(keepingCapacity: true)
    sides.removeAll(keepingCapacity: true)
    cost.removeAll(keepingCapacity: true)
    bound.removeAll(keepingCapacity: true)
    parent.removeAll(keepingCapacity: true)
    choice.removeAll(keepingCapacity: true)
    sibling.removeAll(keepingCapacity: true)
    layerStart.removeAll(keepingCapacity: true)
    beginLayer()
  }

  /// Begins a layer: labels offered from here on belong to it.
  mutating func beginLayer() {
    layerStart.append(place.count)
    for index in used { table[index] = -1 }
    used.removeAll(keepingCapacity: true)
  }

  /// The content of a label that is offered.
  struct Offer {
    var place: Int32
    var cost: Double
    var bound: Double
    var parent: Int32
    var choice: Int32
  }

  /// Adds a label to the current layer unless enough labels of the same states
  /// cost no more.
  ///
  /// - Parameters:
  ///   - offer: The label.
  ///   - sideStates: Where its side states are in `newSides`.
  ///   - multiplicity: How many labels of equal states are kept.
  mutating func add(
    _ offer: Offer, newSides: [Int32], from first: Int, sideCount: Int, multiplicity: Int
  ) {
    var hash = UInt64(UInt32(bitPattern: offer.place)) &* 0x9E37_79B9_7F4A_7C15
    for side in 0..<sideCount {
      hash = (hash ^ UInt64(UInt32(bitPattern: newSides[first + side]))) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash >> 31
    }
    var bucket = Int(truncatingIfNeeded: hash >> 20) & mask
    while table[bucket] >= 0 {
      let head = Int(table[bucket])
      if isSame(head, offer, newSides, first, sideCount) {
        merge(offer, head: head, newSides, first, sideCount, multiplicity)
        return
      }
      bucket = (bucket + 1) & mask
    }
    table[bucket] = Int32(place.count)
    used.append(bucket)
    append(offer, newSides, first, sideCount)
    if used.count * 2 > table.count { rehash(sideCount: sideCount) }
  }

  private func isSame(
    _ label: Int, _ offer: Offer, _ newSides: [Int32], _ first: Int, _ sideCount: Int
  ) -> Bool {
    guard place[label] == offer.place else { return false }
    for side in 0..<sideCount
    where sides[label * sideCount + side] != newSides[first + side] { return false }
    return true
  }

  private mutating func append(
    _ offer: Offer, _ newSides: [Int32], _ first: Int, _ sideCount: Int
  ) {
    place.append(offer.place)
    for side in 0..<sideCount { sides.append(newSides[first + side]) }
    cost.append(offer.cost)
    bound.append(offer.bound)
    parent.append(offer.parent)
    choice.append(offer.choice)
    sibling.append(-1)
  }

  /// Joins a label to those of the same states.
  private mutating func merge(
    _ offer: Offer, head: Int, _ newSides: [Int32], _ first: Int, _ sideCount: Int,
    _ multiplicity: Int
  ) {
    var worst = head
    var last = head
    var length = 1
    while sibling[last] >= 0 {
      last = Int(sibling[last])
      length += 1
      if cost[last] > cost[worst] { worst = last }
    }
    if length < multiplicity {
      sibling[last] = Int32(place.count)
      append(offer, newSides, first, sideCount)
    } else if offer.cost < cost[worst] {
      cost[worst] = offer.cost
      bound[worst] = offer.bound
      parent[worst] = offer.parent
      choice[worst] = offer.choice
    }
  }

  private mutating func rehash(sideCount: Int) {
    let heads = used.map { table[$0] }
    table = Array(repeating: -1, count: table.count * 4)
    mask = table.count - 1
    used.removeAll(keepingCapacity: true)
    for head in heads {
      let label = Int(head)
      var hash = UInt64(UInt32(bitPattern: place[label])) &* 0x9E37_79B9_7F4A_7C15
      for side in 0..<sideCount {
        hash =
          (hash ^ UInt64(UInt32(bitPattern: sides[label * sideCount + side])))
          &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 31
      }
      var bucket = Int(truncatingIfNeeded: hash >> 20) & mask
      while table[bucket] >= 0 { bucket = (bucket + 1) & mask }
      table[bucket] = head
      used.append(bucket)
    }
  }

  /// Keeps the labels of the current layer with the least bounds.
  ///
  /// - Returns: The least bound of what was dropped, infinite for nothing.
  mutating func keepBest(_ width: Int, sideCount: Int) -> Double {
    guard let first = layerStart.last, place.count - first > width else { return .infinity }
    let sorted = bound[first...].sorted()
    let limit = sorted[width]
    var room = width - sorted[..<width].count { $0 < limit }
    var kept = first
    var dropped = Double.infinity
    for label in first..<place.count {
      let isKept: Bool
      if bound[label] < limit {
        isKept = true
      } else if bound[label] == limit && room > 0 {
        room -= 1
        isKept = true
      } else {
        isKept = false
        dropped = min(dropped, bound[label])
      }
      guard isKept else { continue }
      place[kept] = place[label]
      for side in 0..<sideCount {
        sides[kept * sideCount + side] = sides[label * sideCount + side]
      }
      cost[kept] = cost[label]
      bound[kept] = bound[label]
      parent[kept] = parent[label]
      choice[kept] = choice[label]
      kept += 1
    }
    let surplus = place.count - kept
    place.removeLast(surplus)
    sides.removeLast(surplus * sideCount)
    cost.removeLast(surplus)
    bound.removeLast(surplus)
    parent.removeLast(surplus)
    choice.removeLast(surplus)
    sibling.removeLast(surplus)
    return dropped
  }
}
