/// Shortest paths and cycles of negative cost in the residual graph.
extension HeadsFlow {
  /// The length of a shortest path between two nodes, whose arcs are then in
  /// `parent`; nil if none is shorter than `limit`.
  ///
  /// Windows differ, so a cycle of negative cost that an earlier window did
  /// not hold can be met here: it is used up, and the search starts again.
  mutating func shortest(from source: Int, to target: Int, below limit: Int) -> Int? {
    while true {
      switch label(from: source, to: target, below: limit) {
      case .length(let length): return length
      case .none: return nil
      case .cycle(let node):
        let amount = bottleneck(from: node, to: node, most: .max)
        augment(from: node, to: node, amount: amount)
      }
    }
  }

  private enum Labelling {
    case length(Int)
    case none
    /// A node of a cycle of negative cost in `parent`.
    case cycle(Int)
  }

  private mutating func label(from source: Int, to target: Int, below limit: Int) -> Labelling {
    for place in touched {
      distance[place] = .max
      queued[place] = false
    }
    touched.removeAll(keepingCapacity: true)
    windowStart = min(source, target) - reach
    let windowEnd = max(source, target) + reach
    // What is left of a path can gain no more than all slots cost too much.
    let mostGain = cost - leastCost
    let horizon = limit &+ mostGain
    var head = 0
    var tail = 0
    let capacity = queue.count
    distance[source - windowStart] = 0
    touched.append(source - windowStart)
    queue[0] = source
    tail = 1
    queued[source - windowStart] = true
    let goal = target - windowStart
    var patience = 8 * capacity
    while head != tail {
      patience -= 1
      if patience < 0 {
        patience = 8 * capacity
        if let node = cycleNode(from: queue[head], source: source) { return .cycle(node) }
      }
      let node = queue[head]
      head += 1
      if head == capacity { head = 0 }
      let place = node - windowStart
      queued[place] = false
      let base = distance[place]
      if base >= horizon { continue }

      @inline(__always)
      func relax(_ next: Int, _ length: Int, _ code: Int) {
        let nextPlace = next - windowStart
        let old = distance[nextPlace]
        guard length < old, length < horizon else { return }
        if old == .max { touched.append(nextPlace) }
        distance[nextPlace] = length
        parent[nextPlace] = code
        if nextPlace != goal, !queued[nextPlace] {
          queued[nextPlace] = true
          queue[tail] = next
          tail += 1
          if tail == capacity { tail = 0 }
        }
      }

      let slot = wrapped(node)
      let isInside = isCyclic || (node >= 0 && node < nodeCount)
      let slotOfDay = slot % slotsPerDay
      let day = slot / slotsPerDay
      if isInside {
        var position = startLists.offsets[slotOfDay]
        let end = position + startLists.counts[slotOfDay]
        while position < end {
          let candidate = startLists.items[position]
          position += 1
          let next = node + lengths[candidate]
          guard next <= windowEnd else { continue }
          guard let index = index(candidate, startingOn: day - starts[candidate] / slotsPerDay)
          else { continue }
          if isActive[index] { relax(next, base, 2 + 2 * candidate) }
        }
      }
      if isCyclic || (node > 0 && node <= nodeCount) {
        var position = endLists.offsets[slotOfDay]
        let end = position + endLists.counts[slotOfDay]
        while position < end {
          let candidate = endLists.items[position]
          position += 1
          let next = node - lengths[candidate]
          guard next >= windowStart else { continue }
          let first = (next - starts[candidate])
          guard let index = index(candidate, startingOn: floorDivide(first, slotsPerDay))
          else { continue }
          if heads[index] > 0 { relax(next, base, 3 + 2 * candidate) }
        }
      }
      if isInside, node < windowEnd {
        relax(node + 1, base + prices.costDown(slot: slot, heads: cover[slot]), 0)
      }
      if node > windowStart, isCyclic || node > 0 {
        let before = slot == 0 ? nodeCount - 1 : slot - 1
        relax(node - 1, base + prices.costUp(slot: before, heads: cover[before]), 1)
      }
    }
    let found = distance[goal]
    return found < limit ? .length(found) : .none
  }

  /// A node of a cycle of `parent` that leads to a node; nil if there is none.
  private func cycleNode(from node: Int, source: Int) -> Int? {
    var current = node
    for _ in 0..<distance.count {
      // The source has a parent only if a cycle goes through it.
      if current == source, distance[source - windowStart] == 0 { return nil }
      current = predecessor(of: current)
    }
    return current
  }

  private func predecessor(of node: Int) -> Int {
    let code = parent[node - windowStart]
    switch code {
    case 0: return node - 1
    case 1: return node + 1
    default:
      let candidate = (code - 2) / 2
      return code % 2 == 0 ? node - lengths[candidate] : node + lengths[candidate]
    }
  }

  /// How many heads can go along the path found last at its price.
  func bottleneck(from source: Int, to target: Int, most: Int) -> Int {
    var amount = most
    var node = target
    repeat {
      let code = parent[node - windowStart]
      switch code {
      case 0:
        node -= 1
        let slot = wrapped(node)
        amount = min(amount, prices.stepsDown(slot: slot, heads: cover[slot]))
      case 1:
        let slot = wrapped(node)
        amount = min(amount, prices.stepsUp(slot: slot, heads: cover[slot]))
        node += 1
      default:
        let candidate = (code - 2) / 2
        if code % 2 == 0 {
          node -= lengths[candidate]
        } else {
          let first = node - starts[candidate]
          if let index = index(candidate, startingOn: floorDivide(first, slotsPerDay)) {
            amount = min(amount, heads[index])
          }
          node += lengths[candidate]
        }
      }
    } while node != source
    return max(1, amount)
  }

  /// Sends heads along the path found last.
  mutating func augment(from source: Int, to target: Int, amount: Int) {
    var node = target
    repeat {
      let code = parent[node - windowStart]
      switch code {
      case 0:
        node -= 1
        changeCover(wrapped(node), by: -amount)
      case 1:
        changeCover(wrapped(node), by: amount)
        node += 1
      default:
        let candidate = (code - 2) / 2
        let isForward = code % 2 == 0
        let start = isForward ? node - lengths[candidate] : node
        let day = floorDivide(start - starts[candidate], slotsPerDay)
        if let index = index(candidate, startingOn: day) {
          let change = isForward ? amount : -amount
          heads[index] += change
          totals[candidate] += change
          journal.append((index, change))
        }
        node = isForward ? start : node + lengths[candidate]
      }
    } while node != source
  }

  private mutating func changeCover(_ slot: Int, by change: Int) {
    let before = prices.cost(slot: slot, heads: cover[slot])
    cover[slot] += change
    cost += prices.cost(slot: slot, heads: cover[slot]) - before
    journal.append((-slot - 1, change))
  }
}
