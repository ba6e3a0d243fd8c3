/// The heads of a set of shifts with breaks, brought down by steps: one or two
/// heads more, a head less, or a head from one shift (or break) to another on the
/// same day, while that lowers the cost.
///
/// Breaks take the network structure of `HeadsFlow` away, so these heads are
/// good, not proven best. A step is priced with sums of the slots' marginal
/// costs, in constant time for each way to lay the breaks.
struct HeadsDescent: HeadsModel {
  let prices: SlotPrices
  private let slotsPerDay: Int
  private let dayCount: Int
  private let slotCount: Int
  private let isCyclic: Bool
  /// Where the columns (candidate and break choice) of a candidate begin; one
  /// more entry at the end.
  private let firstColumn: [Int]
  private let candidateOfColumn: [Int]
  private let startOfColumn: [Int]
  /// The spans a column works, as offsets from its start.
  private let spans: [[Range<Int>]]
  private let isAllowed: [Bool]
  /// The slots after a day's midnight that its shifts can reach.
  private let windowLength: Int

  private(set) var cost: Int
  private(set) var totals: [Int]
  private var cover: [Int]
  private var heads: [Int]
  private var openColumns: [Int] = []
  private var journal: [(index: Int, change: Int)] = []
  /// Scratch: sums of marginal costs over a day's window.
  private var sums: [Int]

  init(_ problem: ShiftDesignProblem) {
    let prices = SlotPrices(problem, paddedTo: problem.slotCount)
    self.prices = prices
    slotsPerDay = problem.slotsPerDay
    dayCount = problem.dayCount
    slotCount = problem.slotCount
    isCyclic = problem.isCyclic
    var firstColumn: [Int] = []
    var candidates: [Int] = []
    var spans: [[Range<Int>]] = []
    for (index, candidate) in problem.candidates.enumerated() {
      firstColumn.append(candidates.count)
      for breaks in candidate.breakChoices {
        candidates.append(index)
        spans.append(Self.spans(of: candidate.slotCount, without: breaks))
      }
    }
    self.firstColumn = firstColumn + [candidates.count]
    candidateOfColumn = candidates
    startOfColumn = candidates.map { problem.candidates[$0].startSlot }
    self.spans = spans
    isAllowed = problem.candidates.flatMap { candidate in
      (0..<problem.dayCount).map { candidate.days?.contains($0) ?? true }
    }
    windowLength = problem.candidates.map(\.endSlot).max() ?? 0
    cost = (0..<problem.slotCount).reduce(0) { $0 + prices.cost(slot: $1, heads: 0) }
    totals = Array(repeating: 0, count: problem.candidates.count)
    cover = Array(repeating: 0, count: problem.slotCount)
    heads = Array(repeating: 0, count: candidates.count * problem.dayCount)
    sums = Array(repeating: 0, count: windowLength + 1)
  }

  private static func spans(of length: Int, without breaks: [Range<Int>]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    for pause in breaks {
      if start < pause.lowerBound { spans.append(start..<pause.lowerBound) }
      start = pause.upperBound
    }
    if start < length { spans.append(start..<length) }
    return spans
  }

  var candidateCount: Int { totals.count }
  var snapshot: HeadsSnapshot { HeadsSnapshot(heads: heads) }

  // MARK: Opening and closing

  mutating func open(_ candidate: Int) {
    reinstate(candidate)
    for day in 0..<dayCount where isAllowed[candidate * dayCount + day] { improve(day: day) }
  }

  mutating func reinstate(_ candidate: Int) {
    openColumns += firstColumn[candidate]..<firstColumn[candidate + 1]
  }

  mutating func withdraw(_ candidate: Int) {
    openColumns.removeAll { candidateOfColumn[$0] == candidate }
  }

  mutating func close(_ candidate: Int, budget: Int) -> Bool {
    withdraw(candidate)
    let start = cost
    for day in 0..<dayCount {
      var hasChanged = false
      for column in firstColumn[candidate]..<firstColumn[candidate + 1] {
        let count = heads[column * dayCount + day]
        if count > 0 {
          change(column, day: day, by: -count)
          hasChanged = true
        }
      }
      guard hasChanged else { continue }
      improve(day: day)
      if cost - start > budget { return false }
    }
    return true
  }

  // MARK: Journal

  mutating func beginJournal() { journal.removeAll(keepingCapacity: true) }

  var mark: Int { journal.count }

  mutating func takeBack(to mark: Int, cost: Int) {
    while journal.count > mark {
      let (index, change) = journal.removeLast()
      put(index / dayCount, day: index % dayCount, change: -change)
    }
    self.cost = cost
  }

  // MARK: Steps

  /// Takes the best step of a day while there is one.
  private mutating func improve(day: Int) {
    while addBest(on: day) || removeBest(on: day) || exchange(on: day) || addPair(on: day) {}
  }

  private mutating func addBest(on day: Int) -> Bool {
    sum(day: day, isMore: true)
    guard let best = cheapest(on: day, except: -1), best.cost < 0 else { return false }
    change(best.column, day: day, by: 1)
    return true
  }

  private mutating func removeBest(on day: Int) -> Bool {
    sum(day: day, isMore: false)
    var best: (column: Int, cost: Int) = (-1, 0)
    for column in openColumns where heads[column * dayCount + day] > 0 {
      let cost = price(column)
      if cost < best.cost { best = (column, cost) }
    }
    guard best.column >= 0 else { return false }
    change(best.column, day: day, by: -1)
    return true
  }

  /// Moves a head to another column, where the first move that gains is found.
  private mutating func exchange(on day: Int) -> Bool {
    for column in openColumns where heads[column * dayCount + day] > 0 {
      let mark = journal.count
      let before = cost
      change(column, day: day, by: -1)
      sum(day: day, isMore: true)
      if let best = cheapest(on: day, except: column), cost + best.cost < before {
        change(best.column, day: day, by: 1)
        return true
      }
      takeBack(to: mark, cost: before)
    }
    return false
  }

  /// Adds two heads that gain together though each alone does not, such as
  /// two breaks at different times over one gap.
  private mutating func addPair(on day: Int) -> Bool {
    for column in openColumns where isAllowed[candidateOfColumn[column] * dayCount + day] {
      let mark = journal.count
      let before = cost
      change(column, day: day, by: 1)
      sum(day: day, isMore: true)
      if let best = cheapest(on: day, except: -1), cost + best.cost < before {
        change(best.column, day: day, by: 1)
        return true
      }
      takeBack(to: mark, cost: before)
    }
    return false
  }

  /// The open column whose next head costs least, after `sum`.
  private func cheapest(on day: Int, except: Int) -> (column: Int, cost: Int)? {
    var best: (column: Int, cost: Int)?
    for column in openColumns
    where column != except && isAllowed[candidateOfColumn[column] * dayCount + day] {
      let cost = price(column)
      if cost < best?.cost ?? .max { best = (column, cost) }
    }
    return best
  }

  /// Sums of what a head more (or less) costs from a day's midnight on.
  private mutating func sum(day: Int, isMore: Bool) {
    var total = 0
    let first = day * slotsPerDay
    for offset in 0..<windowLength {
      if let slot = slot(first + offset) {
        total +=
          isMore
          ? prices.costUp(slot: slot, heads: cover[slot])
          : prices.costDown(slot: slot, heads: cover[slot])
      }
      sums[offset + 1] = total
    }
  }

  private func price(_ column: Int) -> Int {
    let start = startOfColumn[column]
    var total = 0
    for span in spans[column] {
      total += sums[start + span.upperBound] - sums[start + span.lowerBound]
    }
    return total
  }

  private mutating func change(_ column: Int, day: Int, by change: Int) {
    journal.append((column * dayCount + day, change))
    put(column, day: day, change: change)
  }

  private mutating func put(_ column: Int, day: Int, change: Int) {
    heads[column * dayCount + day] += change
    totals[candidateOfColumn[column]] += change
    let first = day * slotsPerDay + startOfColumn[column]
    for span in spans[column] {
      for offset in span {
        guard let slot = slot(first + offset) else { continue }
        let before = prices.cost(slot: slot, heads: cover[slot])
        cover[slot] += change
        cost += prices.cost(slot: slot, heads: cover[slot]) - before
      }
    }
  }

  /// The slot at a place of the axis; nil beyond the end of the need.
  @inline(__always)
  private func slot(_ place: Int) -> Int? {
    if place < slotCount { return place }
    return isCyclic ? place - slotCount : nil
  }
}
