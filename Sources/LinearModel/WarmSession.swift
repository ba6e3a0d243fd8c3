/// Columns to add to a warm session, in flat arrays.
public struct ColumnBatch: Equatable, Sendable {
  /// The least value of each column; may be `-infinity`.
  public private(set) var lowerBounds: [Double] = []
  /// The greatest value of each column; may be `infinity`.
  public private(set) var upperBounds: [Double] = []
  /// What one unit of each column costs.
  public private(set) var costs: [Double] = []
  /// The coefficients of each column; an index is a row of the session.
  public private(set) var entries = SparseVectors()

  /// No columns.
  public init() {}

  /// The number of columns.
  public var count: Int { costs.count }

  /// Makes room for `columns` columns with `entries` coefficients in all.
  public mutating func reserveCapacity(columns: Int, entries entryCount: Int) {
    lowerBounds.reserveCapacity(columns)
    upperBounds.reserveCapacity(columns)
    costs.reserveCapacity(columns)
    entries.reserveCapacity(vectors: columns, entries: entryCount)
  }

  /// Adds a column.
  /// - Parameters:
  ///   - lower: its least value.
  ///   - upper: its greatest value.
  ///   - cost: what one unit costs.
  ///   - coefficients: (row, coefficient) pairs, no row twice.
  /// - Complexity: O(coefficients) amortised.
  public mutating func append(
    lower: Double = 0, upper: Double = .infinity, cost: Double,
    coefficients: some Sequence<(index: Int, value: Double)>
  ) {
    lowerBounds.append(lower)
    upperBounds.append(upper)
    costs.append(cost)
    entries.append(coefficients)
  }

  /// Adds a column whose coefficients are all 1.
  /// - Complexity: O(rows) amortised.
  public mutating func append(
    lower: Double = 0, upper: Double = .infinity, cost: Double, unitRows: some Sequence<Int>
  ) {
    lowerBounds.append(lower)
    upperBounds.append(upper)
    costs.append(cost)
    for row in unitRows {
      entries.appendEntry(index: row, value: 1)
    }
    entries.endVector()
  }
}

/// Rows to add to a warm session, in flat arrays.
public struct RowBatch: Equatable, Sendable {
  /// The least activity of each row; may be `-infinity`.
  public private(set) var lowerBounds: [Double] = []
  /// The greatest activity of each row; may be `infinity`.
  public private(set) var upperBounds: [Double] = []
  /// The coefficients of each row; an index is a column of the session.
  public private(set) var entries = SparseVectors()

  /// No rows.
  public init() {}

  /// The number of rows.
  public var count: Int { lowerBounds.count }

  /// Makes room for `rows` rows with `entries` coefficients in all.
  public mutating func reserveCapacity(rows: Int, entries entryCount: Int) {
    lowerBounds.reserveCapacity(rows)
    upperBounds.reserveCapacity(rows)
    entries.reserveCapacity(vectors: rows, entries: entryCount)
  }

  /// Adds a row without coefficients; columns bring theirs.
  /// - Complexity: O(1) amortised.
  public mutating func append(lower: Double, upper: Double) {
    append(lower: lower, upper: upper, coefficients: EmptyCollection())
  }

  /// Adds a row.
  /// - Parameters:
  ///   - lower: its least activity.
  ///   - upper: its greatest activity.
  ///   - coefficients: (column, coefficient) pairs, no column twice.
  /// - Complexity: O(coefficients) amortised.
  public mutating func append(
    lower: Double, upper: Double, coefficients: some Sequence<(index: Int, value: Double)>
  ) {
    lowerBounds.append(lower)
    upperBounds.append(upper)
    entries.append(coefficients)
  }
}

/// Where a row or column stands in the simplex basis.
public enum BasisStatus: UInt8, Hashable, Sendable {
  /// In the basis.
  case basic
  /// Out of it, at its lower bound.
  case atLower
  /// Out of it, at its upper bound.
  case atUpper
  /// Out of it, without bounds, at zero.
  case free
  /// Out of it, with equal bounds.
  case fixed
}

/// Which simplex method a session starts with.
public enum SimplexMethod: Hashable, Sendable {
  /// Keeps a feasible point feasible: best after new columns and costs.
  case primal
  /// Keeps the prices right: best after changed bounds and new rows. Falls
  /// back to the primal method when it cannot go on.
  case dual
}

/// When a session's simplex run may stop before the optimum.
public struct SimplexLimits: Hashable, Sendable {
  /// The most seconds by the wall clock; nil for no limit.
  public var seconds: Double?
  /// The most iterations; nil for no limit.
  public var iterationCount: Int?

  /// Limits; none by default.
  public init(seconds: Double? = nil, iterationCount: Int? = nil) {
    self.seconds = seconds
    self.iterationCount = iterationCount
  }

  /// No limit at all.
  public static let none = SimplexLimits()
}

/// How a session's simplex run ended.
public enum SimplexTermination: Hashable, Sendable {
  /// The point and the duals are optimal.
  case optimal
  /// It is proven that no point keeps all rows and bounds.
  case infeasible
  /// It is proven that the cost falls without end.
  case unbounded
  /// The seconds were used up.
  case timeLimit
  /// The iterations were used up.
  case iterationLimit
  /// Somebody asked to stop.
  case cancelled
}

/// How a session's simplex run ended, and what can be read from the session.
public struct SimplexResult: Hashable, Sendable {
  /// How it ended.
  public var termination: SimplexTermination
  /// Whether the values read from the session keep all rows and bounds; then
  /// the session's objective is that of a feasible point. After a limit the
  /// primal method usually leaves one and the dual method none.
  public var isPrimalFeasible: Bool
  /// Whether the row duals and reduced costs have the right signs; then the
  /// session's objective is a lower bound of the optimum.
  public var isDualFeasible: Bool
  /// The iterations of this run.
  public var iterationCount: Int

  /// A result.
  public init(
    _ termination: SimplexTermination, isPrimalFeasible: Bool, isDualFeasible: Bool,
    iterationCount: Int
  ) {
    self.termination = termination
    self.isPrimalFeasible = isPrimalFeasible
    self.isDualFeasible = isDualFeasible
    self.iterationCount = iterationCount
  }
}

/// Why a session refused or broke down.
public enum SessionFailure: Error, Hashable, Sendable {
  /// A position is not one of the session's; nothing was changed.
  case badIndex(Int)
  /// A number is not usable (not a number, an infinite coefficient, crossed
  /// bounds, a position twice in one vector, batches of unequal length);
  /// nothing was changed.
  case badValue(String)
  /// The library behind the session broke down; its own words. The session is
  /// dead and refuses all further calls.
  case broken(String)
  /// The simplex method gave up on the program as it stands, for the sake of its
  /// numbers; the library's own words. The session stays usable.
  case gaveUp(String)
  /// The session was used on another thread than its own, or after its end;
  /// nothing was changed.
  case notHere
  /// The solver is not part of this build; the text says how to get it.
  case unavailable(String)
}

extension SessionFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .badIndex(let position): "the session has nothing at position \(position)"
    case .badValue(let what): "unusable value: \(what)"
    case .broken(let message): "the solver broke down: \(message)"
    case .gaveUp(let message): "the simplex method gave up: \(message)"
    case .notHere: "a session works on its own thread and until its end only"
    case .unavailable(let why): "unavailable: \(why)"
    }
  }
}

/// A linear program (without integers) that stays in the solver's memory,
/// grows by columns and rows and is solved again from where it stands: the
/// master program of column generation.
///
/// It minimises. Positions of rows and columns count from 0; deleting closes
/// the gaps, so what stood behind moves up. Row duals `y` are what the optimum
/// grows by when a row's bound grows by one; the reduced cost of a column is
/// `cost - y a`. Hence a new column with `cost - y a < 0` lowers the optimum.
///
/// A session lives on one thread and is not sendable; see
/// `WarmSessionProvider`.
public protocol WarmSession: AnyObject {
  /// The number of rows.
  var rowCount: Int { get }
  /// The number of columns.
  var columnCount: Int { get }

  /// Adds rows behind those there; returns their positions.
  /// - Complexity: O(coefficients).
  @discardableResult
  func addRows(_ batch: RowBatch) throws(SessionFailure) -> Range<Int>
  /// Adds columns behind those there; returns their positions. They start out
  /// of the basis, so the next primal run goes on from the present point.
  /// - Complexity: O(coefficients).
  @discardableResult
  func addColumns(_ batch: ColumnBatch) throws(SessionFailure) -> Range<Int>
  /// Deletes rows; order and repetition do not matter. Those behind move up.
  /// Keeps the basis if all of them are basic.
  func deleteRows(_ rows: [Int]) throws(SessionFailure)
  /// Deletes columns; order and repetition do not matter. Those behind move
  /// up. Keeps the basis if none of them is basic.
  func deleteColumns(_ columns: [Int]) throws(SessionFailure)

  /// Changes a row's bounds.
  func setRowBounds(_ row: Int, lower: Double, upper: Double) throws(SessionFailure)
  /// Changes a column's bounds.
  func setColumnBounds(_ column: Int, lower: Double, upper: Double) throws(SessionFailure)
  /// Changes what one unit of a column costs.
  func setColumnCost(_ column: Int, to cost: Double) throws(SessionFailure)

  /// Minimises from the present basis.
  /// - Parameters:
  ///   - method: what to start with.
  ///   - limits: when to stop early.
  ///   - cancellation: asked now and then.
  func solve(
    _ method: SimplexMethod, limits: SimplexLimits, cancellation: Cancellation
  ) throws(SessionFailure) -> SimplexResult

  /// The cost of the present point; see `SimplexResult` for what it means.
  func objective() throws(SessionFailure) -> Double
  /// The value of each column.
  func columnValues() throws(SessionFailure) -> [Double]
  /// The activity of each row.
  func rowActivities() throws(SessionFailure) -> [Double]
  /// The dual (price) of each row.
  func rowDuals() throws(SessionFailure) -> [Double]
  /// The reduced cost of each column.
  func reducedCosts() throws(SessionFailure) -> [Double]
  /// Where each row stands in the basis.
  func rowStatuses() throws(SessionFailure) -> [BasisStatus]
  /// Where each column stands in the basis.
  func columnStatuses() throws(SessionFailure) -> [BasisStatus]
}

extension WarmSession {
  /// Minimises from the present basis, with those settings that matter to the
  /// caller.
  public func solve(
    _ method: SimplexMethod, limits: SimplexLimits = .none
  ) throws(SessionFailure) -> SimplexResult {
    try solve(method, limits: limits, cancellation: Cancellation())
  }
}

/// Makes warm sessions.
public protocol WarmSessionProvider: Sendable {
  /// The name in reports, in lower case.
  var name: String { get }

  /// Runs `body` with a fresh, empty session and frees the session when it
  /// returns or throws.
  ///
  /// The body runs on a thread of its own while the caller waits, so it may
  /// use and change what the caller owns; it must not keep the session.
  /// - Throws: what the body throws.
  /// - Returns: what the body returns; a failure if no session can be had.
  func withSession<Value>(
    _ body: (any WarmSession) throws -> Value
  ) throws -> Value
}
