import Rostering
import Synchronization

/// Parts by prices, without a linear program: a bound that says whether anything
/// can be gained, and a dive from its shares of lines.
final class PricePartSolver: PartSolver {
  let aimedSeconds = 0.4

  /// Price steps before the dive, the most.
  private static let steps = 40
  /// The share of undecided parts that a step of the dive fixes, on average.
  private static let diveShare = 0.12

  /// The largest share of people whose lines are left to best responses.
  private static let openShare = 0.5
  /// How far prices to start from are moved, at most, as a share of them.
  private static let noise = 0.1

  private let prices = Mutex<PoolPrices?>(nil)

  /// Prices of the whole roster that parts start from.
  func start(from prices: PoolPrices) { self.prices.withLock { $0 = prices } }

  func lines(
    from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
    random: inout SeededGenerator, clock: inout ColumnClock
  ) -> [Line]? {
    let layout = MasterLayout(task)
    let maker = ColumnMaker(task: task, layout: layout)
    let own = task.people.map { value.lines[$0] }
    let present = maker.cost(of: own)
    let cutoff = present - leastGain
    var start =
      prices.withLock { $0 }?.prices(in: layout) ?? Array(repeating: 0, count: layout.rowCount)
    for row in start.indices { start[row] *= 1 + Self.noise * (2 * random.unit() - 1) }
    var ascent = ProximalAscent(
      LinePricer(task, layout: layout, threadCount: 1), startingAt: start, lines: own,
      maker: maker)
    guard
      ascent.climb(
        Self.steps, target: present, cutoff: cutoff, isBrief: true, clock: &clock),
      ascent.bestBound <= cutoff, clock.stopped == nil
    else { return nil }
    var dive = PriceDive()
    dive.partLength = max(1, task.partLength - random.index(below: (task.partLength + 1) / 2))
    dive.share = Self.diveShare * (0.5 + random.unit())
    dive.cutoff = cutoff
    dive.openShare = Self.openShare * random.unit()
    return dive.run(&ascent, maker: maker, target: present, within: value.lines, clock: &clock)
  }
}

/// Prices of heads on the pools of a whole roster, for tasks that have some of
/// these pools only.
struct PoolPrices: Sendable {
  private let pools: [(rows: [Int], nodeOfFirstRow: Int)]
  /// The prices of each pool's nodes; empty for pools that nobody touches.
  private var prices: [[Double]]

  /// The prices of a layout's rows.
  init(_ prices: [Double], of layout: MasterLayout, problem: RosterProblem) {
    var pools: [(rows: [Int], nodeOfFirstRow: Int)] = []
    self.prices = []
    for pool in problem.pools {
      let network = PoolNetwork(pool, rows: pool.rows.map { problem.rows[$0] }[...])
      let node = network.nodeOfRow.first ?? 0
      pools.append((Array(pool.rows), node))
      let row = pool.rows.first.map { Int(layout.rowOfCover[$0]) } ?? -1
      let first = row - node
      self.prices.append(row < 0 ? [] : Array(prices[first..<(first + network.nodeCount)]))
    }
    self.pools = pools
  }

  /// The prices of a task's rows; 0 where none is known.
  func prices(in layout: MasterLayout) -> [Double] {
    var all = [Double](repeating: 0, count: layout.rowCount)
    for (pool, known) in zip(pools, prices) where !known.isEmpty {
      let row = pool.rows.first.map { Int(layout.rowOfCover[$0]) } ?? -1
      guard row >= 0 else { continue }
      let first = row - pool.nodeOfFirstRow
      all.replaceSubrange(first..<(first + known.count), with: known)
    }
    return all
  }
}
