import LinearModel
import Rostering

/// A task's master program in a warm session: pieces and flows of the pools
/// first, then one column a line.
///
/// Lives on the session's thread.
final class MasterProgram {
  let layout: MasterLayout
  private let session: any WarmSession
  /// The lines, in the session's order behind pieces and flows.
  private(set) var columns: [LineColumn] = []
  /// Lines that the dive has taken out.
  private var isBlocked: [Bool] = []
  private let firstLine: Int
  private var known: Set<LineKey> = []

  private struct LineKey: Hashable {
    var person: Int
    var line: [Int32]
  }

  /// Builds a master program without lines in an empty session.
  init(_ layout: MasterLayout, session: any WarmSession) throws(SessionFailure) {
    self.layout = layout
    self.session = session
    firstLine = layout.pieces.count + layout.flows.count
    var rows = RowBatch()
    for row in 0..<layout.rowCount {
      let bound = row < layout.personCount ? 1 : -layout.standing[row]
      rows.append(lower: bound, upper: bound)
    }
    try session.addRows(rows)
    var batch = ColumnBatch()
    for piece in layout.pieces {
      batch.append(
        upper: piece.length, cost: piece.slope,
        coefficients: CollectionOfOne((index: piece.row, value: -1.0)))
    }
    for flow in layout.flows {
      batch.append(
        cost: 0, coefficients: [(index: flow.from, value: -1.0), (index: flow.to, value: 1.0)])
    }
    try session.addColumns(batch)
  }

  /// Adds lines that are not there yet.
  ///
  /// - Returns: How many were added.
  @discardableResult
  func add(_ new: [LineColumn]) throws(SessionFailure) -> Int {
    var batch = ColumnBatch()
    for column in new {
      guard known.insert(LineKey(person: column.person, line: column.line)).inserted else {
        continue
      }
      var coefficients: [(index: Int, value: Double)] = [(column.person, 1)]
      for index in column.rows.indices where column.heads[index] != 0 {
        coefficients.append((Int(column.rows[index]), column.heads[index]))
      }
      batch.append(cost: column.ownCost, coefficients: coefficients)
      columns.append(column)
      isBlocked.append(false)
    }
    guard batch.count > 0 else { return 0 }
    try session.addColumns(batch)
    return batch.count
  }

  /// Minimises from the present basis.
  func solve(
    _ method: SimplexMethod, clock: ColumnClock
  ) throws(SessionFailure) -> SimplexResult {
    try session.solve(
      method, limits: clock.simplexLimits, cancellation: clock.cancellation)
  }

  /// The value of the present point.
  func objective() throws(SessionFailure) -> Double {
    try session.objective() + layout.constant
  }

  /// How much of each line is chosen.
  func lineValues() throws(SessionFailure) -> [Double] {
    Array(try session.columnValues()[firstLine...])
  }

  /// The price of each person's line and of a head on each cover row.
  func prices() throws(SessionFailure) -> [Double] {
    var prices = try session.rowDuals()
    // What a head is worth is the dual of more heads that stand.
    for row in layout.personCount..<prices.count { prices[row] = -prices[row] }
    return prices
  }

  /// Takes lines out or lets them in again.
  ///
  /// - Parameter isOut: Whether a line is to be out.
  func block(where isOut: (LineColumn) -> Bool) throws(SessionFailure) {
    for index in columns.indices {
      let out = isOut(columns[index])
      guard out != isBlocked[index] else { continue }
      isBlocked[index] = out
      try session.setColumnBounds(firstLine + index, lower: 0, upper: out ? 0 : .infinity)
    }
  }

  /// Throws out lines that do not help: of those that are not in the basis the
  /// ones with the greatest reduced cost, until `count` lines are left.
  func purge(keeping count: Int) throws(SessionFailure) {
    guard columns.count > count else { return }
    let costs = try session.reducedCosts()
    let statuses = try session.columnStatuses()
    let order = columns.indices.filter { statuses[firstLine + $0] != .basic }
      .sorted { costs[firstLine + $0] > costs[firstLine + $1] }
    let out = Set(order.prefix(columns.count - count))
    guard !out.isEmpty else { return }
    try session.deleteColumns(out.sorted().map { firstLine + $0 })
    for index in out {
      known.remove(LineKey(person: columns[index].person, line: columns[index].line))
    }
    isBlocked = isBlocked.indices.filter { !out.contains($0) }.map { isBlocked[$0] }
    columns = columns.indices.filter { !out.contains($0) }.map { columns[$0] }
  }
}
