import Rostering

/// A cover pool as the equations of a linear program.
///
/// Each *node* is an equation
///
///     units of the roster + fixed units + flow in - flow out = units priced
///
/// A pool starts out with a node for each row and each target and a flow
/// from every row to every target it serves. Where a row serves one target,
/// or one row alone serves a target, the flow between the two needs no sign
/// condition of its own, so both become one node. Most pools end as a single
/// node without flows.
struct PoolNetwork: Sendable {
  /// Units that flow from one node to another, at least 0.
  struct Flow: Equatable, Sendable {
    var from: Int
    var to: Int
  }
  /// Units that end at a node for a price, between 0 and `length`.
  struct Piece: Equatable, Sendable {
    var node: Int
    var target: Int
    var slope: Double
    var length: Double
  }

  /// The node that each of the pool's rows brings its units to.
  private(set) var nodeOfRow: [Int] = []
  /// The fixed units of each node.
  private(set) var fixedUnits: [Int] = []
  /// The flows between nodes.
  private(set) var flows: [Flow] = []
  /// The priced pieces, by target, slopes ascending.
  private(set) var pieces: [Piece] = []
  /// The price of no units at all.
  private(set) var constant = 0.0

  /// The number of nodes.
  var nodeCount: Int { fixedUnits.count }

  /// The network of a pool.
  ///
  /// - Parameters:
  ///   - pool: The pool.
  ///   - rows: Its rows.
  init(_ pool: CoverPool, rows: ArraySlice<CoverRow>) {
    var serving = [[Int]](repeating: [], count: pool.targets.count)
    for (row, index) in zip(rows, 0...) {
      for target in row.targets { serving[target].append(index) }
    }
    var nodeOfTarget = [Int](repeating: -1, count: pool.targets.count)
    for target in pool.targets.indices where serving[target].count != 1 {
      nodeOfTarget[target] = addNode()
    }
    for row in rows {
      if row.targets.count == 1, nodeOfTarget[row.targets[0]] >= 0 {
        nodeOfRow.append(nodeOfTarget[row.targets[0]])
      } else {
        nodeOfRow.append(addNode())
        for target in row.targets where serving[target].count == 1 {
          nodeOfTarget[target] = nodeOfRow[nodeOfRow.count - 1]
        }
      }
      let node = nodeOfRow[nodeOfRow.count - 1]
      fixedUnits[node] += row.fixedUnits
      for target in row.targets where nodeOfTarget[target] != node {
        flows.append(Flow(from: node, to: nodeOfTarget[target]))
      }
    }
    for (index, target) in pool.targets.enumerated() {
      // Where all units of a target come from one node with one target, those
      // that are there anyway need no variables.
      let node = nodeOfTarget[index]
      let isPlain = pool.targets.count == 1 && rows.allSatisfy { $0.targets == [index] }
      let start = isPlain ? fixedUnits[node] : 0
      let segments = PriceSegments(target.price, from: start)
      if isPlain { fixedUnits[node] = 0 }
      constant += segments.startPrice
      for (slope, length) in zip(segments.slopes, segments.lengths) {
        pieces.append(Piece(node: node, target: index, slope: slope, length: length))
      }
    }
  }

  private mutating func addNode() -> Int {
    fixedUnits.append(0)
    return fixedUnits.count - 1
  }

  /// The cheapest way to price units: what flows, and what lies on each piece.
  ///
  /// Sends each node's units along cheapest paths, which stay cheapest since
  /// prices are convex (Ahuja, Magnanti & Orlin, *Network Flows*, 1993,
  /// chapter 14).
  ///
  /// - Parameter units: The roster's units at each node, without fixed units.
  /// - Returns: The cost includes the constant; nil if some units have
  ///   nowhere to go.
  func settle(_ units: [Double]) -> (cost: Double, flows: [Double], pieces: [Double])? {
    var flowing = [Double](repeating: 0, count: flows.count)
    var lying = [Double](repeating: 0, count: pieces.count)
    let links = Links(self)
    for node in 0..<nodeCount {
      var left = units[node] + Double(fixedUnits[node])
      while left > 1e-9 {
        guard let path = cheapestPath(from: node, links: links, flowing: flowing, lying: lying)
        else {
          return nil
        }
        var amount = min(left, pieces[path.piece].length - lying[path.piece])
        for step in path.steps where !step.isForward { amount = min(amount, flowing[step.flow]) }
        for step in path.steps { flowing[step.flow] += step.isForward ? amount : -amount }
        lying[path.piece] += amount
        left -= amount
      }
    }
    let cost = zip(pieces, lying).reduce(constant) { $0 + $1.0.slope * $1.1 }
    return (cost, flowing, lying)
  }

  private struct Path {
    var steps: [(flow: Int, isForward: Bool)]
    var piece: Int
  }

  /// The flows and pieces at each node.
  private struct Links {
    var flows: [[Int]]
    var pieces: [[Int]]

    init(_ network: PoolNetwork) {
      flows = Array(repeating: [], count: network.nodeCount)
      pieces = flows
      for (index, flow) in network.flows.enumerated() {
        flows[flow.from].append(index)
        flows[flow.to].append(index)
      }
      for (index, piece) in network.pieces.enumerated() { pieces[piece.node].append(index) }
    }
  }

  /// The reachable piece with room and the least slope; flows cost nothing,
  /// so only reach matters. Units already at rest never move to another
  /// piece: a cheaper one would have taken them before.
  ///
  /// - Complexity: O(flows and pieces within reach).
  private func cheapestPath(
    from start: Int, links: Links, flowing: [Double], lying: [Double]
  ) -> Path? {
    var cameBy = [(flow: Int, isForward: Bool)?](repeating: nil, count: nodeCount)
    var isReached = [Bool](repeating: false, count: nodeCount)
    isReached[start] = true
    var queue = [start]
    var best: Int?
    while let node = queue.popLast() {
      for index in links.pieces[node] where lying[index] < pieces[index].length - 1e-9 {
        guard let known = best else {
          best = index
          continue
        }
        if (pieces[index].slope, index) < (pieces[known].slope, known) { best = index }
      }
      for index in links.flows[node] {
        let flow = flows[index]
        if flow.from == node, !isReached[flow.to] {
          cameBy[flow.to] = (index, true)
          isReached[flow.to] = true
          queue.append(flow.to)
        } else if flow.to == node, !isReached[flow.from], flowing[index] > 1e-9 {
          cameBy[flow.from] = (index, false)
          isReached[flow.from] = true
          queue.append(flow.from)
        }
      }
    }
    guard let best else { return nil }
    var steps: [(flow: Int, isForward: Bool)] = []
    var node = pieces[best].node
    while let step = cameBy[node] {
      steps.append(step)
      node = step.isForward ? flows[step.flow].from : flows[step.flow].to
    }
    return Path(steps: steps, piece: best)
  }
}
