/// One thread of the search over sets of shifts: a set with its best heads,
/// changed shift by shift, and the best sets met.
///
/// A move opens a shift outside the set, then tries to close one inside it
/// (so shifts are added, dropped, swapped, moved by a slot, merged); whether
/// the result stays is decided as in simulated annealing. Opening first makes
/// a trial cheap: the cost can only rise while the other is closed, and the
/// trial ends as soon as it has risen too far.
struct DesignWalk<Heads: HeadsModel>: Sendable {
  private(set) var model: Heads
  /// The open candidates, in no order, and where each stands (-1: closed).
  private var open: [Int] = []
  private var places: [Int]
  /// The price of a distinct shift in the model's cost units.
  let shiftPrice: Int
  private let neighbours: [[Int]]
  private var random: SplitMix

  /// The best set met: its objective in cost units, its heads.
  private(set) var best: (objective: Int, heads: HeadsSnapshot)?
  /// The best cost of slots met with each number of open shifts, and its heads.
  private(set) var bestOfCount: [Int: (cost: Int, heads: HeadsSnapshot)] = [:]
  /// Whether `bestOfCount` is kept, and up to which number.
  private let mostCounted: Int

  /// A walk that starts without any shift.
  init(_ problem: ShiftDesignProblem, seed: UInt64, mostCounted: Int = 0) {
    model = Heads(problem)
    random = SplitMix(seed: seed)
    shiftPrice = Int((problem.shiftPrice * model.prices.scale).rounded())
    places = Array(repeating: -1, count: model.candidateCount)
    neighbours = Self.neighbours(of: problem.candidates)
    self.mostCounted = mostCounted
    keepBest()
  }

  var objective: Int { model.cost + shiftPrice * open.count }
  var openCount: Int { open.count }

  /// Candidates that differ by at most a slot at both ends, or at one end only.
  static func neighbours(of candidates: [ShiftCandidate]) -> [[Int]] {
    candidates.indices.map { one in
      let first = candidates[one]
      return candidates.indices.filter { other in
        guard other != one else { return false }
        let start = abs(candidates[other].startSlot - first.startSlot)
        let end = abs(candidates[other].endSlot - first.endSlot)
        return (start <= 1 && end <= 1) || start == 0 || end == 0
      }
    }
  }

  // MARK: The set

  private mutating func add(_ candidate: Int) {
    model.open(candidate)
    places[candidate] = open.count
    open.append(candidate)
  }

  private mutating func forget(_ candidate: Int) {
    let place = places[candidate]
    let last = open.removeLast()
    if last != candidate {
      open[place] = last
      places[last] = place
    }
    places[candidate] = -1
  }

  private mutating func keepBest() {
    if objective < best?.objective ?? .max { best = (objective, model.snapshot) }
    let count = open.count
    if count <= mostCounted, model.cost < bestOfCount[count]?.cost ?? .max {
      bestOfCount[count] = (model.cost, model.snapshot)
    }
  }

  /// Tries to close a candidate for at most a budget; else all is as before.
  private mutating func tryClosing(_ candidate: Int, budget: Int) -> Bool {
    guard budget >= 0 else { return false }
    let mark = model.mark
    let cost = model.cost
    if model.close(candidate, budget: budget) {
      forget(candidate)
      return true
    }
    model.takeBack(to: mark, cost: cost)
    model.reinstate(candidate)
    return false
  }

  /// Opens every candidate, in random order, then closes those that cost less
  /// than a distinct shift does, seldom used ones first.
  mutating func fillAndThin(until isStopped: () -> Bool) {
    var order = Array(places.indices).filter { places[$0] < 0 }
    order.shuffle(using: &random)
    for candidate in order where !isStopped() {
      model.beginJournal()
      add(candidate)
    }
    let used = open.map { (candidate: $0, heads: model.totals[$0], tie: random.next()) }
      .sorted { ($0.heads, $0.tie) < ($1.heads, $1.tie) }
    for (candidate, _, _) in used where !isStopped() {
      model.beginJournal()
      _ = tryClosing(candidate, budget: shiftPrice)
    }
    keepBest()
  }

  /// Opens the candidate that lowers the cost most; none if all are open.
  mutating func addBest(until isStopped: () -> Bool) {
    var found: (candidate: Int, cost: Int)?
    let cost = model.cost
    for candidate in places.indices where places[candidate] < 0 && !isStopped() {
      model.beginJournal()
      model.open(candidate)
      if model.cost < found?.cost ?? .max { found = (candidate, model.cost) }
      model.takeBack(to: 0, cost: cost)
      model.withdraw(candidate)
    }
    guard let found else { return }
    model.beginJournal()
    add(found.candidate)
    keepBest()
  }

  // MARK: Moves

  /// Makes one move of the search for the best set.
  mutating func move(temperature: Double) {
    guard !places.isEmpty else { return }
    let slack = slack(temperature)
    let isFull = open.count == places.count
    model.beginJournal()
    if isFull || (!open.isEmpty && random.unit() < 0.1) {
      if tryClosing(open[random.index(below: open.count)], budget: slack + shiftPrice) {
        keepBest()
      }
      return
    }
    exchange(
      slack: slack, growth: open.isEmpty || random.unit() < 0.2 ? .ifAccepted : .ifBetter)
  }

  /// Makes one move that leaves the number of shifts as it is.
  mutating func exchange(temperature: Double) {
    guard !open.isEmpty, open.count < places.count else { return }
    model.beginJournal()
    exchange(slack: slack(temperature), growth: .never)
  }

  /// How much worse a move may make it.
  private mutating func slack(_ temperature: Double) -> Int {
    Int((-temperature * logarithm(1 - random.unit())).rounded(.down))
  }

  /// Whether a move may leave one shift more.
  private enum Growth {
    case never
    /// Where that makes the set better.
    case ifBetter
    /// Also where it makes the set worse, but not too much.
    case ifAccepted
  }

  private mutating func exchange(slack: Int, growth: Growth) {
    let start = model.cost
    let newcomer = chooseNewcomer()
    add(newcomer)
    let gain = start - model.cost
    if growth != .never, gain > shiftPrice {
      keepBest()
      return
    }
    for _ in 0..<min(6, open.count - 1) {
      let candidate = open[random.index(below: open.count)]
      if candidate == newcomer { continue }
      if tryClosing(candidate, budget: slack + gain) {
        keepBest()
        return
      }
    }
    if growth == .ifAccepted, gain + slack >= shiftPrice {
      keepBest()
      return
    }
    model.takeBack(to: 0, cost: start)
    model.withdraw(newcomer)
    forget(newcomer)
  }

  /// A closed candidate, mostly one near an open one.
  private mutating func chooseNewcomer() -> Int {
    for _ in 0..<8 where !open.isEmpty && random.unit() < 0.7 {
      let near = neighbours[open[random.index(below: open.count)]]
      if near.isEmpty { continue }
      let candidate = near[random.index(below: near.count)]
      if places[candidate] < 0 { return candidate }
    }
    while true {
      let candidate = random.index(below: places.count)
      if places[candidate] < 0 { return candidate }
    }
  }

  /// Goes on from another set.
  ///
  /// - Parameter candidates: The set, in ascending order.
  mutating func restart(from candidates: [Int]) {
    for candidate in Array(open) where !candidates.contains(candidate) {
      model.beginJournal()
      _ = tryClosing(candidate, budget: .max / 4)
    }
    for candidate in candidates where places[candidate] < 0 {
      model.beginJournal()
      add(candidate)
    }
    keepBest()
  }
}
