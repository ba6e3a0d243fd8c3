import CGLPK
import LinearModel

/// Makes warm sessions over GLPK, each on a thread of its own.
public struct GLPKSessions: WarmSessionProvider {
  public let name = "glpk"

  /// Whether this build has GLPK.
  public static var isAvailable: Bool { GLPKLibrary.isCompiledIn }

  public init() {}

  public func withSession<Value>(
    _ body: (any WarmSession) throws -> Value
  ) throws -> Value {
    let result: Result<Value, any Error> = GLPKThread.run {
      Result {
        let session = try GLPKWarmSession()
        defer { session.end() }
        return try body(session)
      }
    }
    return try result.get()
  }
}

/// A warm session over GLPK's primal and dual simplex methods, without
/// presolving and scaling, so that each run goes on where the last one ended.
final class GLPKWarmSession: WarmSession {
  private var problem: GLPKProblem?
  private(set) var rowCount = 0
  private(set) var columnCount = 0

  init() throws(SessionFailure) {
    problem = try GLPKProblem()
  }

  /// Frees the problem; whoever kept the session gets `notHere` from now on.
  func end() {
    problem = nil
  }

  private func live() throws(SessionFailure) -> GLPKProblem {
    guard let problem else { throw .notHere }
    return problem
  }

  @discardableResult
  func addRows(_ batch: RowBatch) throws(SessionFailure) -> Range<Int> {
    let problem = try live()
    try Self.checkBounds(batch.lowerBounds, batch.upperBounds)
    try Self.check(batch.entries, positions: columnCount)
    try problem.addRows(
      lower: batch.lowerBounds, upper: batch.upperBounds, entries: batch.entries)
    defer { rowCount += batch.count }
    return rowCount..<rowCount + batch.count
  }

  @discardableResult
  func addColumns(_ batch: ColumnBatch) throws(SessionFailure) -> Range<Int> {
    let problem = try live()
    try Self.checkBounds(batch.lowerBounds, batch.upperBounds)
    for cost in batch.costs { try Self.checkFinite(cost, "cost") }
    try Self.check(batch.entries, positions: rowCount)
    try problem.addColumns(
      lower: batch.lowerBounds, upper: batch.upperBounds, costs: batch.costs,
      entries: batch.entries)
    defer { columnCount += batch.count }
    return columnCount..<columnCount + batch.count
  }

  func deleteRows(_ rows: [Int]) throws(SessionFailure) {
    let problem = try live()
    let positions = try Self.sortedPositions(rows, below: rowCount)
    // The array is this function's; C reads it during the call only.
    try problem.check(
      unsafe cglpk_delete_rows(problem.handle, Int32(positions.count), positions))
    rowCount -= positions.count
  }

  func deleteColumns(_ columns: [Int]) throws(SessionFailure) {
    let problem = try live()
    let positions = try Self.sortedPositions(columns, below: columnCount)
    // The array is this function's; C reads it during the call only.
    try problem.check(
      unsafe cglpk_delete_columns(problem.handle, Int32(positions.count), positions))
    columnCount -= positions.count
  }

  func setRowBounds(_ row: Int, lower: Double, upper: Double) throws(SessionFailure) {
    let problem = try live()
    try Self.check(row, below: rowCount)
    try Self.checkBounds(lower, upper)
    // The handle is the problem's, which `problem` keeps alive.
    try problem.check(unsafe cglpk_set_row_bounds(problem.handle, Int32(row), lower, upper))
  }

  func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws(SessionFailure) {
    let problem = try live()
    try Self.check(column, below: columnCount)
    try Self.checkBounds(lower, upper)
    // The handle is the problem's, which `problem` keeps alive.
    try problem.check(unsafe cglpk_set_column_bounds(problem.handle, Int32(column), lower, upper))
  }

  func setColumnCost(_ column: Int, to cost: Double) throws(SessionFailure) {
    let problem = try live()
    try Self.check(column, below: columnCount)
    try Self.checkFinite(cost, "cost")
    // The handle is the problem's, which `problem` keeps alive.
    try problem.check(unsafe cglpk_set_cost(problem.handle, Int32(column), cost))
  }

  func solve(
    _ method: SimplexMethod, limits: SimplexLimits, cancellation: Cancellation
  ) throws(SessionFailure) -> SimplexResult {
    let result = try live().simplex(
      method, seconds: limits.seconds, iterationCount: limits.iterationCount.map { max(0, $0) },
      poll: GLPKPoll(cancellation))
    let termination: SimplexTermination
    switch UInt32(bitPattern: result.end) {
    case CGLPK_OPTIMAL.rawValue: termination = .optimal
    case CGLPK_INFEASIBLE.rawValue: termination = .infeasible
    case CGLPK_UNBOUNDED.rawValue: termination = .unbounded
    case CGLPK_TIME_LIMIT.rawValue: termination = .timeLimit
    case CGLPK_ITERATION_LIMIT.rawValue: termination = .iterationLimit
    case CGLPK_STOPPED.rawValue: termination = .cancelled
    default: throw .gaveUp("GLPK's code \(result.code)")
    }
    return SimplexResult(
      termination, isPrimalFeasible: result.primal_feasible != 0,
      isDualFeasible: result.dual_feasible != 0, iterationCount: Int(result.iterations))
  }

  func objective() throws(SessionFailure) -> Double {
    let problem = try live()
    var objective = 0.0
    // The number is this function's; C writes to it during the call only.
    try problem.check(unsafe cglpk_get_objective(problem.handle, &objective))
    return objective
  }

  func columnValues() throws(SessionFailure) -> [Double] {
    try live().vector(CGLPK_COLUMN_VALUES, count: columnCount)
  }

  func rowActivities() throws(SessionFailure) -> [Double] {
    try live().vector(CGLPK_ROW_ACTIVITIES, count: rowCount)
  }

  func rowDuals() throws(SessionFailure) -> [Double] {
    try live().vector(CGLPK_ROW_DUALS, count: rowCount)
  }

  func reducedCosts() throws(SessionFailure) -> [Double] {
    try live().vector(CGLPK_REDUCED_COSTS, count: columnCount)
  }

  func rowStatuses() throws(SessionFailure) -> [BasisStatus] {
    let problem = try live()
    var statuses = [UInt8](repeating: 0, count: rowCount)
    // The array is this function's; C writes to it during the call only.
    try problem.check(unsafe cglpk_get_row_statuses(problem.handle, &statuses))
    return statuses.map { BasisStatus(rawValue: $0) ?? .free }
  }

  func columnStatuses() throws(SessionFailure) -> [BasisStatus] {
    let problem = try live()
    var statuses = [UInt8](repeating: 0, count: columnCount)
    // The array is this function's; C writes to it during the call only.
    try problem.check(unsafe cglpk_get_column_statuses(problem.handle, &statuses))
    return statuses.map { BasisStatus(rawValue: $0) ?? .free }
  }

  /// Hands a position to C that GLPK does not have, as no caller can: its
  /// fatal error must become an error of Swift's.
  func provokeFatalError() throws(SessionFailure) {
    let problem = try live()
    // The handle is the problem's, which `problem` keeps alive.
    try problem.check(unsafe cglpk_set_cost(problem.handle, Int32(columnCount) + 1_000, 1))
  }
}

/// What a session refuses before C sees it.
extension GLPKWarmSession {
  fileprivate static func check(_ position: Int, below count: Int) throws(SessionFailure) {
    guard position >= 0, position < count else { throw .badIndex(position) }
  }

  fileprivate static func checkFinite(
    _ value: Double, _ what: String
  ) throws(SessionFailure) {
    guard value.isFinite else { throw .badValue("the \(what) \(value)") }
  }

  fileprivate static func checkBounds(
    _ lower: Double, _ upper: Double
  ) throws(SessionFailure) {
    guard lower <= upper, lower < .infinity, upper > -.infinity else {
      throw .badValue("the bounds \(lower) and \(upper)")
    }
  }

  fileprivate static func checkBounds(
    _ lower: [Double], _ upper: [Double]
  ) throws(SessionFailure) {
    for position in lower.indices {
      try checkBounds(lower[position], upper[position])
    }
  }

  /// Checks that entries are finite and their positions there and not twice in
  /// one vector.
  fileprivate static func check(
    _ entries: SparseVectors, positions count: Int
  ) throws(SessionFailure) {
    guard entries.entryCount > 0 else { return }
    var lastVector = [Int32](repeating: -1, count: count)
    for vector in 0..<entries.count {
      for entry in entries.entryRange(vector) {
        let position = Int(entries.indices[entry])
        try check(position, below: count)
        guard lastVector[position] != Int32(vector) else {
          throw .badValue("position \(position) twice in one vector")
        }
        lastVector[position] = Int32(vector)
        try checkFinite(entries.values[entry], "coefficient")
      }
    }
  }

  /// The positions once each, in order.
  fileprivate static func sortedPositions(
    _ positions: [Int], below count: Int
  ) throws(SessionFailure) -> [Int32] {
    var sorted: [Int32] = []
    for position in positions.sorted() {
      try check(position, below: count)
      if sorted.last != Int32(position) { sorted.append(Int32(position)) }
    }
    return sorted
  }
}
