/// The heads of a set of shifts, kept at their least cost while shifts join
/// and leave the set.
///
/// Shifts without breaks are arcs from their start to their end in a graph
/// whose nodes are the borders of slots; a head too few or too many in a slot
/// is an arc over that slot, forwards or backwards. Heads are a flow, and they
/// cost least if and only if the residual graph has no cycle of negative cost
/// (that does not go round the week: on a cyclic week paths are kept to a
/// window shorter than it). So one more shift is opened by cycles of negative
/// cost through it, and a shift is closed by sending its heads along shortest
/// paths over the others; all other heads stay where they are.
///
/// Kept after: Di Gaspero, Gaertner, Kortsarz, Musliu, Schaerf and Slany, "The
/// minimum shift design problem", Annals of Operations Research 155 (2007),
/// doi:10.1007/s10479-007-0221-1, who start from one such flow.
struct HeadsFlow: HeadsModel {
  let prices: SlotPrices
  let slotsPerDay: Int
  let dayCount: Int
  let isCyclic: Bool
  /// Nodes: slots of the cyclic week, or slots with those that shifts of the
  /// last day reach beyond the end.
  let nodeCount: Int
  let starts: [Int]
  let lengths: [Int]
  /// Slots a path may go before its start and beyond its end.
  let reach: Int

  /// Heads in each slot.
  var cover: [Int]
  /// Heads of each candidate on each day, candidate by candidate.
  var heads: [Int]
  /// Heads of each candidate in all.
  var totals: [Int]
  /// The cost of all slots.
  var cost: Int
  /// The cost below which no heads can bring it.
  let leastCost: Int
  /// Whether a candidate may be worked on a day.
  private let isAllowed: [Bool]
  /// True for a candidate and day whose arc may carry more heads.
  var isActive: [Bool]
  var startLists: ArcLists
  var endLists: ArcLists

  /// What was changed since `beginJournal`, to be taken back.
  var journal: [(index: Int, change: Int)] = []

  // Scratch of the path search, for a window of nodes.
  var distance: [Int] = []
  var parent: [Int] = []
  var queued: [Bool] = []
  var queue: [Int] = []
  var touched: [Int] = []
  var windowStart = 0

  init(_ problem: ShiftDesignProblem) {
    slotsPerDay = problem.slotsPerDay
    dayCount = problem.dayCount
    isCyclic = problem.isCyclic
    starts = problem.candidates.map(\.startSlot)
    lengths = problem.candidates.map(\.slotCount)
    let longest = lengths.max() ?? 1
    let latest = zip(starts, lengths).map { $0 + $1 }.max() ?? 0
    nodeCount =
      isCyclic
      ? problem.slotCount
      : max(problem.slotCount, (problem.dayCount - 1) * problem.slotsPerDay + latest)
    reach = isCyclic ? max(0, min(slotsPerDay, (nodeCount - longest - 1) / 2)) : slotsPerDay
    let prices = SlotPrices(problem, paddedTo: nodeCount)
    self.prices = prices
    cover = Array(repeating: 0, count: nodeCount)
    heads = Array(repeating: 0, count: starts.count * dayCount)
    totals = Array(repeating: 0, count: starts.count)
    isAllowed = problem.candidates.flatMap { candidate in
      (0..<problem.dayCount).map { candidate.days?.contains($0) ?? true }
    }
    isActive = Array(repeating: false, count: starts.count * dayCount)
    cost = (0..<nodeCount).reduce(0) { $0 + prices.cost(slot: $1, heads: 0) }
    leastCost = (0..<nodeCount).reduce(0) {
      $0
        + min(
          prices.cost(slot: $1, heads: prices.floor[$1]),
          prices.cost(slot: $1, heads: prices.ceiling[$1]))
    }
    let slots = problem.slotsPerDay
    startLists = ArcLists(keys: starts.map { $0 % slots }, keyCount: slots)
    endLists = ArcLists(keys: zip(starts, lengths).map { ($0 + $1) % slots }, keyCount: slots)
    let window = longest + 2 * reach + 1
    distance = Array(repeating: .max, count: window)
    parent = Array(repeating: 0, count: window)
    queued = Array(repeating: false, count: window)
    queue = Array(repeating: 0, count: window + 1)
  }

  var candidateCount: Int { starts.count }
  var snapshot: HeadsSnapshot { HeadsSnapshot(heads: heads) }

  // MARK: Journal

  mutating func beginJournal() { journal.removeAll(keepingCapacity: true) }

  var mark: Int { journal.count }

  mutating func takeBack(to mark: Int, cost: Int) {
    while journal.count > mark {
      let (index, change) = journal.removeLast()
      if index >= 0 {
        heads[index] -= change
        totals[index / dayCount] -= change
      } else {
        cover[-index - 1] -= change
      }
    }
    self.cost = cost
  }

  // MARK: Opening and closing

  mutating func open(_ candidate: Int) {
    startLists.insert(candidate)
    endLists.insert(candidate)
    for day in 0..<dayCount {
      let index = candidate * dayCount + day
      guard isAllowed[index] else { continue }
      let start = day * slotsPerDay + starts[candidate]
      while shortest(from: start + lengths[candidate], to: start, below: 0) != nil {
        // Heads of this very arc lie on no shortest path: it would be a
        // cycle that was negative without the arc.
        let amount = bottleneck(from: start + lengths[candidate], to: start, most: .max)
        augment(from: start + lengths[candidate], to: start, amount: amount)
        heads[index] += amount
        totals[candidate] += amount
        journal.append((index, amount))
      }
      isActive[index] = true
    }
  }

  mutating func reinstate(_ candidate: Int) {
    startLists.insert(candidate)
    endLists.insert(candidate)
    for index in (candidate * dayCount)..<((candidate + 1) * dayCount) {
      isActive[index] = isAllowed[index]
    }
  }

  mutating func withdraw(_ candidate: Int) {
    startLists.remove(candidate)
    endLists.remove(candidate)
    for index in (candidate * dayCount)..<((candidate + 1) * dayCount) { isActive[index] = false }
  }

  mutating func close(_ candidate: Int, budget: Int) -> Bool {
    withdraw(candidate)
    var left = budget
    for day in 0..<dayCount {
      let index = candidate * dayCount + day
      let start = day * slotsPerDay + starts[candidate]
      while heads[index] > 0 {
        guard let length = shortest(from: start, to: start + lengths[candidate], below: left + 1)
        else { return false }
        var most = heads[index]
        if length > 0 { most = min(most, left / length) }
        let amount = bottleneck(from: start, to: start + lengths[candidate], most: most)
        augment(from: start, to: start + lengths[candidate], amount: amount)
        heads[index] -= amount
        totals[candidate] -= amount
        journal.append((index, -amount))
        left -= length * amount
      }
    }
    return true
  }

  @inline(__always)
  func wrapped(_ node: Int) -> Int {
    if !isCyclic { return node < 0 ? 0 : node }
    if node < 0 { return node + nodeCount }
    return node >= nodeCount ? node - nodeCount : node
  }

  /// The place of a candidate and day in `heads`; nil for a day outside a
  /// week that is not cyclic.
  @inline(__always)
  func index(_ candidate: Int, startingOn day: Int) -> Int? {
    if day >= 0, day < dayCount { return candidate * dayCount + day }
    guard isCyclic else { return nil }
    return candidate * dayCount + (day < 0 ? day + dayCount : day - dayCount)
  }
}

/// Division that rounds towards minus infinity.
@inline(__always)
func floorDivide(_ dividend: Int, _ divisor: Int) -> Int {
  dividend >= 0 ? dividend / divisor : -((divisor - 1 - dividend) / divisor)
}
