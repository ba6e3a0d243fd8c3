import Rostering
import Synchronization

/// Prices that parts of a roster start from, once those of the whole are known.
final class StartPrices: Sendable {
  private let known = Mutex<PoolPrices?>(nil)

  /// Takes over prices of the whole roster.
  func set(_ prices: PoolPrices) { known.withLock { $0 = prices } }

  /// The prices of a task's rows; 0 where none is known.
  func prices(in layout: MasterLayout) -> [Double] {
    known.withLock { $0 }?.prices(in: layout) ?? Array(repeating: 0, count: layout.rowCount)
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
