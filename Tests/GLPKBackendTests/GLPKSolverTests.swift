import GLPKBackend
import LinearModel
import StaffOptTestSupport
import Testing

@Suite("The GLPK solver", .serialized)
struct GLPKSolverTests {
  @Test(
    "passes the suite", .enabled(if: GLPKSolver.isAvailable),
    arguments: SolverConformance.cases(for: GLPKSolver()))
  func conforms(_ check: SolverConformance.Case) {
    #expect(check.complaints(about: GLPKSolver()) == [])
  }

  @Test(
    "finds the same optimum whatever the way of searching", .enabled(if: GLPKSolver.isAvailable),
    arguments: [
      GLPKSearch(branching: .first, cuts: [], feasibilityPump: false, simpleRounding: false),
      GLPKSearch(branching: .mostFractional, cuts: .gomory),
      GLPKSearch(branching: .pseudocost, cuts: [.cover, .clique], proximitySearch: true),
      GLPKSearch(branching: .driebeckTomlin, cuts: .mixedRounding),
    ])
  func waysOfSearching(_ search: GLPKSearch) {
    for seed in 0..<5 as Range<UInt64> {
      let program = LinearPrograms.shiftCover(intervals: 30, seed: seed)
      let usual = GLPKSolver().solve(program)
      let other = GLPKSolver(search: search).solve(program)
      #expect(other.termination == .optimal)
      #expect(other.objective == usual.objective, "seed \(seed)")
    }
  }

  @Test("without GLPK says so and how to get it", .enabled(if: !GLPKSolver.isAvailable))
  func unavailable() {
    let outcome = GLPKSolver().solve(LinearProgram())
    guard case .unavailable(let why) = outcome.termination else {
      Issue.record("\(outcome)")
      return
    }
    #expect(why.contains("trait GLPK"))
    #expect(GLPKSolver().capabilities == [])
    #expect(GLPKSolver.libraryVersion == "")
    #expect(throws: SessionFailure.self) {
      try GLPKSessions().withSession { $0.rowCount }
    }
  }

  @Test("with GLPK knows its version", .enabled(if: GLPKSolver.isAvailable))
  func version() {
    #expect(GLPKSolver.libraryVersion.hasPrefix("5."))
  }

  @Test(
    "the linear optimum is what the row duals prove", .enabled(if: GLPKSolver.isAvailable),
    arguments: 0..<30 as Range<UInt64>)
  func dualsProveTheOptimum(seed: UInt64) throws {
    let program = LinearPrograms.anyContinuous(seed: seed)
    let outcome = GLPKSolver().solve(program)
    #expect(outcome.termination == .optimal)
    let objective = try #require(outcome.objective)
    let proven = try GLPKSessions().withSession { session in
      try session.load(program)
      #expect(try session.solve(.dual).termination == .optimal)
      return program.dualBound(rowDuals: try session.rowDuals())
    }
    #expect(abs(try #require(proven) - objective) < 1e-6 * max(1, abs(objective)))
  }
}

extension WarmSession {
  /// Fills an empty session with a program without integers.
  func load(_ program: LinearProgram) throws(SessionFailure) {
    var columns = ColumnBatch()
    for position in 0..<program.variableCount {
      columns.append(
        lower: program.lowerBounds[position], upper: program.upperBounds[position],
        cost: program.objectiveCoefficients[position], coefficients: EmptyCollection())
    }
    try addColumns(columns)
    var rows = RowBatch()
    for position in 0..<program.rowCount {
      rows.append(
        lower: program.rowLowerBounds[position], upper: program.rowUpperBounds[position],
        coefficients: program.terms(of: RowIndex(position)).map {
          (index: $0.variable.position, value: $0.coefficient)
        })
    }
    try addRows(rows)
  }
}
