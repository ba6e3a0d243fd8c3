import LinearModel
import StaffOptTestSupport
import Testing

@testable import GLPKBackend

@Suite("GLPK's fatal errors", .enabled(if: GLPKSolver.isAvailable))
struct GLPKFatalErrorTests {
  /// A session with one column and one row, whose optimum is 2.
  private static func small(_ session: any WarmSession) throws {
    var rows = RowBatch()
    rows.append(lower: 2, upper: .infinity)
    try session.addRows(rows)
    var columns = ColumnBatch()
    columns.append(cost: 1, unitRows: [0])
    try session.addColumns(columns)
  }

  @Test("become an error with GLPK's words, and the session refuses from then on")
  func fatalErrorIsAnError() throws {
    try GLPKSessions().withSession { session in
      try Self.small(session)
      let session = try #require(session as? GLPKWarmSession)
      let failure = #expect(throws: SessionFailure.self) { try session.provokeFatalError() }
      guard case .broken(let message)? = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
      #expect(message.contains("glp_set_obj_coef: j = 1002; column number out of range"))
      #expect(throws: SessionFailure.self) { try session.solve(.primal) }
      #expect(throws: SessionFailure.self) { try session.rowDuals() }
    }
  }

  @Test("leave the sessions of other threads alive")
  func otherSessionsLive() throws {
    try GLPKSessions().withSession { survivor in
      try Self.small(survivor)
      try GLPKSessions().withSession { broken in
        try Self.small(broken)
        let broken = try #require(broken as? GLPKWarmSession)
        #expect(throws: SessionFailure.self) { try broken.provokeFatalError() }
      }
      #expect(try survivor.solve(.primal).termination == .optimal)
      #expect(try survivor.objective() == 2)
    }
    #expect(GLPKSolver().solve(LinearPrograms.knapsack(count: 5, seed: 1)).termination == .optimal)
  }

  @Test("leave the thread able to start afresh, while its other sessions are dead")
  func sameThread() throws {
    try GLPKSessions().withSession { first in
      try Self.small(first)
      let first = try #require(first as? GLPKWarmSession)
      let second = try GLPKWarmSession()
      try Self.small(second)
      #expect(throws: SessionFailure.self) { try first.provokeFatalError() }
      #expect(throws: SessionFailure.self) { try second.solve(.primal) }
      let third = try GLPKWarmSession()
      try Self.small(third)
      #expect(try third.solve(.primal).termination == .optimal)
    }
  }

  @Test("hundreds of them do not wear the process out")
  func many() throws {
    for _ in 0..<300 {
      try GLPKSessions().withSession { session in
        let session = try #require(session as? GLPKWarmSession)
        #expect(throws: SessionFailure.self) { try session.provokeFatalError() }
      }
    }
  }
}
