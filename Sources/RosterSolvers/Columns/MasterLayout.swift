import Rostering

/// The rows of a task's master program and their prices.
///
/// Rows `0..<people.count` say that each person has one line. Behind them
/// comes a row for each node of each pool that the task's people can touch:
///
///     heads of the chosen lines + flow in - flow out - priced heads
///         = -(heads that stand)
///
/// All cover rows count in heads, so that most coefficients are 1.
struct MasterLayout: Sendable {
  /// Heads that end at a row for a price.
  struct Piece: Sendable {
    var row: Int
    /// What one head costs.
    var slope: Double
    /// Heads of the piece.
    var length: Double
  }
  /// Heads that serve another row's target.
  struct Flow: Sendable {
    var from: Int
    var to: Int
  }

  let personCount: Int
  /// For each of the problem's cover rows the row of the master, -1 for rows
  /// that nobody in the task can touch.
  private(set) var rowOfCover: [Int32]
  /// Rows in all.
  private(set) var rowCount: Int
  /// Heads that stand, for each row; 0 for the people's.
  private(set) var standing: [Double]
  private(set) var pieces: [Piece] = []
  private(set) var flows: [Flow] = []
  /// The greatest price that makes sense on each row: above it every further
  /// head would be gained from.
  private(set) var ceiling: [Double]
  /// The least price that makes sense on each row.
  private(set) var floor: [Double]
  /// Rows without pieces of their own, from which all heads flow on: their
  /// price follows from those they flow to.
  private(set) var isTransit: [Bool] = []
  /// What the pools cost whatever the lines are.
  private(set) var constant = 0.0
  let unitsPerHead: Double
  /// The rows that count people on duty, if any do.
  private(set) var duty: DutyRows?
  private let networks: [PlacedNetwork]

  private struct PlacedNetwork {
    var network: PoolNetwork
    var firstRow: Int
  }

  /// The layout of a task's master program.
  ///
  /// - Complexity: O(people x options + pools).
  init(_ task: ColumnTask) {
    let problem = task.roster.problem
    personCount = task.people.count
    unitsPerHead = Double(max(1, problem.unitsPerHead))
    rowOfCover = Array(repeating: -1, count: problem.rows.count)
    rowCount = personCount
    standing = Array(repeating: 0, count: personCount)
    ceiling = Array(repeating: .infinity, count: personCount)
    floor = Array(repeating: -.infinity, count: personCount)
    let isTouched = Self.touchedRows(task)
    var networks: [PlacedNetwork] = []
    for pool in problem.pools {
      let rows = pool.rows.map { row in
        CoverRow(fixedUnits: task.standingUnits[row], targets: problem.rows[row].targets)
      }
      let network = PoolNetwork(pool, rows: rows[...])
      guard pool.rows.contains(where: { isTouched[$0] }) else {
        let none = [Double](repeating: 0, count: network.nodeCount)
        constant += network.settle(none)?.cost ?? 0
        continue
      }
      constant += network.constant
      let firstRow = rowCount
      for (row, node) in zip(pool.rows, network.nodeOfRow) {
        rowOfCover[row] = Int32(firstRow + node)
      }
      for units in network.fixedUnits {
        standing.append(Double(units) / unitsPerHead)
        ceiling.append(.infinity)
        floor.append(.infinity)
      }
      rowCount += network.nodeCount
      for piece in network.pieces {
        let row = firstRow + piece.node
        let slope = piece.slope * unitsPerHead
        pieces.append(Piece(row: row, slope: slope, length: piece.length / unitsPerHead))
        if piece.length == .infinity { ceiling[row] = min(ceiling[row], slope) }
        floor[row] = min(floor[row], slope)
      }
      for flow in network.flows {
        flows.append(Flow(from: firstRow + flow.from, to: firstRow + flow.to))
      }
      networks.append(PlacedNetwork(network: network, firstRow: firstRow))
    }
    self.networks = networks
    isTransit = Array(repeating: false, count: rowCount)
    for flow in flows { isTransit[flow.from] = true }
    for piece in pieces { isTransit[piece.row] = false }
    for flow in flows { floor[flow.from] = min(floor[flow.from], floor[flow.to]) }
  }

  /// The same layout with rows behind all others that count people on duty.
  ///
  /// - Parameter task: The layout's.
  func countingDuty(of task: ColumnTask) -> MasterLayout {
    var layout = self
    let people = task.peopleOnDuty
    let duty = DutyRows(
      firstRow: rowCount, firstPiece: pieces.count, dayCount: task.roster.problem.dayCount,
      people: people)
    layout.duty = duty
    layout.rowCount += people.count
    for row in duty.rows {
      for length in [0, 0, Double.infinity] {
        layout.pieces.append(Piece(row: row, slope: 0, length: length))
      }
    }
    let none = [Double](repeating: 0, count: people.count)
    layout.standing += none
    layout.ceiling += none
    layout.floor += none
    layout.isTransit += none.map { _ in false }
    return layout
  }

  /// Limits how many people are counted on a row of `duty`.
  ///
  /// - Parameter price: What each head costs that is missing or one too many.
  ///   A bound is valid at any price.
  mutating func limitDuty(onRow row: Int, to range: ClosedRange<Int>, price: Double) {
    guard let duty else { return }
    let place = row - duty.firstRow
    let piece = duty.firstPiece + 3 * place
    let least = range.lowerBound > 0 ? price : 0
    let most = range.upperBound < duty.people[place] ? price : 0
    let (from, to) = (Double(range.lowerBound), Double(range.upperBound))
    // Heads that are missing are paid for before any is there.
    constant += pieces[piece].slope * pieces[piece].length + least * from
    pieces[piece] = Piece(row: row, slope: -least, length: from)
    pieces[piece + 1] = Piece(row: row, slope: 0, length: to - from)
    pieces[piece + 2] = Piece(row: row, slope: most, length: .infinity)
    floor[row] = -least
    ceiling[row] = most
  }

  private static func touchedRows(_ task: ColumnTask) -> [Bool] {
    let problem = task.roster.problem
    var isTouched = [Bool](repeating: false, count: problem.rows.count)
    // For each cover class the options that somebody of the task may work.
    var isOpen: [Int: [Bool]] = [:]
    for person in task.people {
      let coverClass = problem.coverClassOfPerson[person]
      var open = isOpen[coverClass] ?? Array(repeating: false, count: problem.options.count)
      isOpen[coverClass] = nil
      for day in task.openDays {
        for option in problem.lines[person].allowed[day] { open[option] = true }
      }
      isOpen[coverClass] = open
    }
    for (coverClass, open) in isOpen {
      for option in open.indices where open[option] {
        for entry in problem.contributions[coverClass][option] { isTouched[entry.row] = true }
      }
    }
    return isTouched
  }

  /// Prices of rows brought to where a bound can be computed from them: no
  /// piece without end is gained from, and no flow is.
  func clamped(_ prices: [Double]) -> [Double] {
    var prices = prices
    for row in personCount..<rowCount {
      prices[row] = max(floor[row], min(ceiling[row], prices[row]))
    }
    for flow in flows { prices[flow.from] = min(prices[flow.from], prices[flow.to]) }
    return prices
  }

  /// Frees the prices of rows from which all heads flow on, so that clamping
  /// gives them those of where the heads flow to.
  func liftTransits(_ prices: inout [Double]) {
    for flow in flows where isTransit[flow.from] { prices[flow.from] = .infinity }
  }

  /// What lines leave out of balance at prices: heads they bring to each row
  /// less those the priced pieces take up. A subgradient of the bound.
  func imbalance(ofHeads heads: [Double], at prices: [Double]) -> [Double] {
    var imbalance = heads
    for row in 0..<personCount { imbalance[row] = 0 }
    // Heads go where they are worth most, and end at pieces that cost less
    // than they are priced.
    for flow in flows where isTransit[flow.from] && prices[flow.from] == prices[flow.to] {
      imbalance[flow.to] += imbalance[flow.from]
      imbalance[flow.from] = 0
    }
    for piece in pieces where piece.slope < prices[piece.row] {
      imbalance[piece.row] -= min(piece.length, 1e6)
    }
    // Pieces that cost what they are priced take up whatever is left.
    for piece in pieces
    where piece.slope == prices[piece.row] && imbalance[piece.row] > 0 {
      imbalance[piece.row] -= min(piece.length, imbalance[piece.row])
    }
    return imbalance
  }

  /// The least that the pools can cost at prices of their rows: the part of
  /// the Lagrangian bound that no line changes.
  ///
  /// - Parameter prices: As `clamped(_:)` gives them.
  func poolBound(_ prices: [Double]) -> Double {
    var bound = constant
    for row in personCount..<rowCount where standing[row] != 0 {
      bound += prices[row] * standing[row]
    }
    for piece in pieces where piece.slope < prices[piece.row] && piece.length < .infinity {
      bound += piece.length * (piece.slope - prices[piece.row])
    }
    return bound
  }

  /// What the pools cost if the lines bring heads to the rows.
  ///
  /// - Parameter heads: For each row the heads of the lines.
  func poolCost(_ heads: [Double]) -> Double {
    var cost = constant
    for placed in networks {
      let network = placed.network
      let units = (0..<network.nodeCount).map { heads[placed.firstRow + $0] * unitsPerHead }
      cost += (network.settle(units)?.cost ?? 0) - network.constant
    }
    return cost
  }
}
