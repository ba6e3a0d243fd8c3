import GLPKBackend
import LinearModel
import StaffOptTestSupport
import Testing

@Suite("Warm sessions", .enabled(if: GLPKSolver.isAvailable))
struct GLPKWarmSessionTests {
  private let sessions = GLPKSessions()

  /// Rolls of 100, ordered widths 45, 36, 31, 14 in numbers 97, 610, 395, 211:
  /// the example of Gilmore & Gomory's method in Chvátal, *Linear Programming*
  /// (1983), chapter 13, with the linear optimum 452.25.
  private static let widths = [45, 36, 31, 14]
  private static let orders = [97.0, 610, 395, 211]

  /// The pattern worth most at the given prices, by dynamic programming.
  private static func bestPattern(_ prices: [Double]) -> (counts: [Int], worth: Double) {
    var best = [(counts: [Int], worth: Double)](
      repeating: ([0, 0, 0, 0], 0), count: 101)
    for length in 1...100 {
      best[length] = best[length - 1]
      for (kind, width) in widths.enumerated() where width <= length {
        let worth = best[length - width].worth + prices[kind]
        if worth > best[length].worth + 1e-12 {
          best[length] = (best[length - width].counts, worth)
          best[length].counts[kind] += 1
        }
      }
    }
    return best[100]
  }

  @Test("column generation reaches the known optimum of cutting stock")
  func cuttingStock() throws {
    try sessions.withSession { session in
      var rows = RowBatch()
      for order in Self.orders { rows.append(lower: order, upper: .infinity) }
      #expect(try session.addRows(rows) == 0..<4)
      var first = ColumnBatch()
      for kind in 0..<4 {
        first.append(cost: 1, coefficients: [(index: kind, value: Double(100 / Self.widths[kind]))])
      }
      #expect(try session.addColumns(first) == 0..<4)
      var objectives: [Double] = []
      while true {
        let result = try session.solve(.primal)
        #expect(result.termination == .optimal)
        #expect(result.isPrimalFeasible && result.isDualFeasible)
        objectives.append(try session.objective())
        let prices = try session.rowDuals()
        // Strong duality: the orders at these prices are worth the rolls.
        let worth = zip(prices, Self.orders).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(worth - objectives[objectives.count - 1]) < 1e-6)
        let pattern = Self.bestPattern(prices)
        guard pattern.worth > 1 + 1e-9 else { break }
        var column = ColumnBatch()
        column.append(
          cost: 1,
          coefficients: pattern.counts.enumerated().filter { $0.element > 0 }
            .map { (index: $0.offset, value: Double($0.element)) })
        try session.addColumns(column)
      }
      #expect(abs(objectives[objectives.count - 1] - 452.25) < 1e-6)
      #expect(objectives == objectives.sorted(by: >))
      #expect(try session.columnValues().count == session.columnCount)
    }
  }

  /// minimise x + 2 y + 3 z over x + y + z >= 3, x - y = 0, all in 0...2.
  private static func triple(_ session: any WarmSession) throws {
    var rows = RowBatch()
    rows.append(lower: 3, upper: .infinity)
    rows.append(lower: 0, upper: 0)
    try session.addRows(rows)
    var columns = ColumnBatch()
    columns.append(upper: 2, cost: 1, coefficients: [(index: 0, value: 1), (index: 1, value: 1)])
    columns.append(upper: 2, cost: 2, coefficients: [(index: 0, value: 1), (index: 1, value: -1)])
    columns.append(upper: 2, cost: 3, unitRows: [0])
    try session.addColumns(columns)
  }

  @Test("values, activities, duals, reduced costs and the basis fit together")
  func solutionParts() throws {
    try sessions.withSession { session in
      try Self.triple(session)
      #expect(try session.solve(.primal).termination == .optimal)
      // x = y = 1.5: cost 4.5; a further unit costs 1.5, and z would cost 3.
      #expect(try session.objective() == 4.5)
      #expect(try session.columnValues() == [1.5, 1.5, 0])
      #expect(try session.rowActivities() == [3, 0])
      #expect(try session.rowDuals() == [1.5, -0.5])
      #expect(try session.reducedCosts() == [0, 0, 1.5])
      #expect(try session.columnStatuses() == [.basic, .basic, .atLower])
      #expect(try session.rowStatuses() == [.atLower, .fixed])
    }
  }

  @Test("changed bounds and costs are followed by the dual and the primal method")
  func changes() throws {
    try sessions.withSession { session in
      try Self.triple(session)
      #expect(try session.solve(.primal).termination == .optimal)
      try session.setColumnBounds(0, lower: 0, upper: 1)
      #expect(try session.solve(.dual).termination == .optimal)
      #expect(try session.objective() == 6)
      try session.setColumnCost(2, to: 0.5)
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.objective() == 2.5)
      try session.setRowBounds(0, lower: 5, upper: 5)
      #expect(try session.solve(.dual).termination == .infeasible)
      try session.setColumnBounds(0, lower: 0, upper: 2)
      #expect(try session.solve(.dual).termination == .optimal)
      #expect(try session.objective() == 5.5)
      try session.setColumnBounds(2, lower: 0, upper: .infinity)
      try session.setColumnCost(2, to: -1)
      try session.setRowBounds(0, lower: 5, upper: .infinity)
      #expect(try session.solve(.primal).termination == .unbounded)
    }
  }

  @Test("rows added later bind")
  func laterRows() throws {
    try sessions.withSession { session in
      try Self.triple(session)
      #expect(try session.solve(.primal).termination == .optimal)
      var rows = RowBatch()
      rows.append(lower: 1, upper: .infinity, coefficients: [(index: 2, value: 1)])
      #expect(try session.addRows(rows) == 2..<3)
      #expect(try session.solve(.dual).termination == .optimal)
      #expect(try session.objective() == 6)
      try session.deleteRows([2])
      #expect(session.rowCount == 2)
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.objective() == 4.5)
    }
  }

  @Test("deleting columns, basic ones too, leaves a session that works on")
  func deletion() throws {
    try sessions.withSession { session in
      try Self.triple(session)
      #expect(try session.solve(.primal).termination == .optimal)
      try session.deleteColumns([2, 2])
      #expect(session.columnCount == 2)
      #expect(try session.solve(.primal).iterationCount == 0)
      #expect(try session.columnValues() == [1.5, 1.5])
      var columns = ColumnBatch()
      columns.append(cost: 1.25, unitRows: [0])
      #expect(try session.addColumns(columns) == 2..<3)
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.objective() == 3.75)
      try session.deleteColumns([0, 1])
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.columnValues() == [3])
      #expect(try session.rowDuals() == [1.25, 0])
    }
  }

  @Test("purging and growing at random always gives what a fresh session gives")
  func randomChanges() throws {
    var random = SplitMix64(seed: 12)
    let rowCount = 12
    func column() -> [Int] {
      (0..<rowCount).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    }
    var kept: [(rows: [Int], cost: Double)] = (0..<rowCount).map { ([$0], 9) }
    func batch(_ columns: ArraySlice<(rows: [Int], cost: Double)>) -> ColumnBatch {
      var batch = ColumnBatch()
      for column in columns { batch.append(cost: column.cost, unitRows: column.rows) }
      return batch
    }
    func rows() -> RowBatch {
      var rows = RowBatch()
      for _ in 0..<rowCount { rows.append(lower: 1, upper: 1) }
      return rows
    }
    try sessions.withSession { session in
      try session.addRows(rows())
      try session.addColumns(batch(kept[...]))
      for _ in 0..<25 {
        let more = (0..<8).map { _ in
          (rows: column(), cost: Double.random(in: 1...12, using: &random))
        }
        try session.addColumns(batch(more[...]))
        kept += more
        let victims = Set(
          (0..<4).map { _ in Int.random(in: rowCount..<kept.count, using: &random) })
        try session.deleteColumns(Array(victims))
        kept = kept.enumerated().filter { !victims.contains($0.offset) }.map(\.element)
        #expect(session.columnCount == kept.count)
        #expect(try session.solve(.primal).termination == .optimal)
        let fresh = try sessions.withSession { other in
          try other.addRows(rows())
          try other.addColumns(batch(kept[...]))
          _ = try other.solve(.primal)
          return try other.objective()
        }
        #expect(try abs(session.objective() - fresh) < 1e-9)
      }
    }
  }

  @Test("what is unusable is refused and changes nothing")
  func refusals() throws {
    try sessions.withSession { session in
      try Self.triple(session)
      func refuses(_ failure: SessionFailure, _ body: () throws -> Void) {
        #expect(throws: failure) { try body() }
      }
      func column(_ row: Int, _ value: Double = 1, lower: Double = 0, cost: Double = 0)
        -> ColumnBatch
      {
        var batch = ColumnBatch()
        batch.append(cost: 1, unitRows: [0])
        batch.append(lower: lower, cost: cost, coefficients: [(index: row, value: value)])
        return batch
      }
      refuses(.badIndex(2)) { try session.addColumns(column(2)) }
      refuses(.badIndex(-1)) { try session.addColumns(column(-1)) }
      refuses(.badValue("the coefficient nan")) { try session.addColumns(column(0, .nan)) }
      refuses(.badValue("the cost inf")) { try session.addColumns(column(0, cost: .infinity)) }
      refuses(.badValue("the bounds nan and inf")) {
        try session.addColumns(column(0, lower: .nan))
      }
      var twice = ColumnBatch()
      twice.append(cost: 1, unitRows: [1, 1])
      refuses(.badValue("position 1 twice in one vector")) { try session.addColumns(twice) }
      refuses(.badIndex(3)) { try session.deleteColumns([0, 3]) }
      refuses(.badIndex(-1)) { try session.deleteRows([-1]) }
      refuses(.badIndex(3)) { try session.setColumnCost(3, to: 1) }
      refuses(.badIndex(2)) { try session.setRowBounds(2, lower: 0, upper: 1) }
      refuses(.badValue("the bounds 2.0 and 1.0")) {
        try session.setColumnBounds(0, lower: 2, upper: 1)
      }
      #expect(session.columnCount == 3 && session.rowCount == 2)
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.objective() == 4.5)
    }
  }

  @Test("limits and wishes to stop end a run, and the next run goes on")
  func limits() throws {
    try sessions.withSession { session in
      let program = LinearPrograms.shiftCover(intervals: 200, seed: 3)
      try session.load(program)
      let cancellation = Cancellation()
      cancellation.cancel()
      let stopped = try session.solve(.primal, limits: .none, cancellation: cancellation)
      #expect(stopped.termination == .cancelled)
      #expect(
        try session.solve(.primal, limits: SimplexLimits(seconds: 0)).termination == .timeLimit)
      let few = try session.solve(.primal, limits: SimplexLimits(iterationCount: 20))
      #expect(few.termination == .iterationLimit)
      #expect(few.iterationCount == 20)
      #expect(try session.solve(.primal).termination == .optimal)
      let optimum = GLPKSolver().solve(Self.relaxed(program)).objective ?? .nan
      #expect(try abs(session.objective() - optimum) < 1e-6)
    }
  }

  private static func relaxed(_ program: LinearProgram) -> LinearProgram {
    var relaxed = program
    for position in 0..<program.variableCount {
      relaxed.setInteger(false, of: VariableIndex(position))
    }
    return relaxed
  }

  @Test("a session kept beyond its end, or used on another thread, refuses")
  func wrongPlaces() throws {
    var kept: (any WarmSession)?
    try sessions.withSession { session in
      try Self.triple(session)
      kept = session
      _ = try sessions.withSession { _ in
        #expect(throws: SessionFailure.notHere) { try session.solve(.primal) }
      }
      #expect(try session.solve(.primal).termination == .optimal)
    }
    let session = try #require(kept)
    #expect(throws: SessionFailure.notHere) { try session.rowDuals() }
  }

  @Test("what the body throws comes out")
  func throwing() {
    struct Mine: Error, Equatable {}
    #expect(throws: Mine()) {
      _ = try sessions.withSession { _ in throw Mine() }
    }
  }

  @Test("an empty session has the optimum 0")
  func empty() throws {
    try sessions.withSession { session in
      let added = (try session.addColumns(ColumnBatch()), try session.addRows(RowBatch()))
      #expect(added.0.isEmpty && added.1.isEmpty)
      #expect(try session.solve(.primal).termination == .optimal)
      #expect(try session.objective() == 0)
      #expect(try session.rowDuals() == [])
    }
  }
}
