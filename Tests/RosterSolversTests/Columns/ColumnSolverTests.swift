#if GLPK
  import GLPKBackend
  import LinearModel
  import RosterSolvers
  import Rostering
  import StaffOptTestSupport
  import Testing

  /// Sessions that cannot be had.
  private struct FailingSessions: WarmSessionProvider {
    let name = "failing"
    let failure: SessionFailure

    func withSession<Value>(_ body: (any WarmSession) throws -> Value) throws -> Value {
      throw failure
    }
  }

  @Suite("Column generation")
  struct ColumnSolverTests {
    static let suite = RosterSolverConformance(
      solver: ColumnSolver(sessions: GLPKSessions()), missesPerThousand: 120, workLimit: 400,
      problemCount: 40)

    @Test(
      "bounds tiny problems from below, and mostly solves them", arguments: 0..<3 as Range<UInt64>)
    func matchesBruteForce(block: UInt64) { Self.suite.matchesBruteForce(seedOffset: block * 500) }

    @Test("bounds tiny problems of blocks from below, and mostly solves them")
    func matchesBruteForceOnBlocks() {
      var suite = Self.suite
      suite.hasBlocks = true
      suite.matchesBruteForce(seedOffset: 9_000)
    }

    @Test("leaves horizons of more than five weeks to the search")
    func leavesLongLines() throws {
      let problem = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 36, lengthMinutes: [480], isRich: false), seed: 5)
      let solver = ColumnSolver(sessions: GLPKSessions())
      #expect(!solver.isSensible(for: problem))
      let outcome = solver.solve(
        CompiledRoster(problem), limits: SolverLimits(workLimit: 500), start: nil, progress: nil,
        isCancelled: { false })
      #expect(outcome.solver == "search" && outcome.lines != nil)
      let short = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 35, lengthMinutes: [480], isRich: false), seed: 5)
      #expect(solver.isSensible(for: short))
    }

    @Test("ignores a start that breaks rules") func ignoresBrokenStart() {
      Self.suite.ignoresBrokenStart()
    }

    @Test("gives a roster without time or work") func answersAtOnce() {
      Self.suite.answersAtOnce()
    }

    @Test("gives the same roster for the same work, on one thread or two")
    func repeatsItself() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 3, lengthMinutes: [480]), seed: 7)
      let limits = SolverLimits(workLimit: 300)
      let first = solveChecked(Self.suite.solver, problem, limits: limits)
      #expect(solveChecked(Self.suite.solver, problem, limits: limits) == first)
      let single = ColumnSolver(sessions: GLPKSessions(), threadCount: 1)
      #expect(solveChecked(single, problem, limits: limits) == first)
    }

    @Test("proves a bound near the roster, below what branch and bound finds")
    func provesBound() throws {
      let problem = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 3, lengthMinutes: [480]), seed: 5)
      let columns = solveChecked(
        Self.suite.solver, problem, limits: SolverLimits(workLimit: 2_000))
      let exact = solveChecked(
        ExactSolver(linearSolver: GLPKSolver()), problem, limits: SolverLimits(workLimit: 2_000))
      let bound = try #require(columns.bound)
      let cost = try #require(exact.cost)
      #expect(bound <= cost + 1e-6 * cost)
      #expect(bound >= 0.9 * cost)
    }

    @Test("keeps the best roster when its sessions break down")
    func survivesBreakdown() throws {
      let problem = RosterSamples.holiday(
        .init(agentCount: 3, dayCount: 2, lengthMinutes: [480]), seed: 5)
      let outcome = solveChecked(
        ColumnSolver(sessions: FailingSessions(failure: .broken("the session is dead"))), problem,
        limits: SolverLimits())
      #expect(outcome.lines != nil)
      guard case .failure = outcome.reason else {
        Issue.record("the breakdown is not told: \(outcome.reason)")
        return
      }
      // What prices had proven before stays, and is true.
      let exact = solveChecked(
        ExactSolver(linearSolver: GLPKSolver()), problem, limits: SolverLimits())
      let cost = try #require(exact.cost)
      #expect(exact.reason == .optimal)
      #expect(try #require(outcome.bound) <= cost + 1e-6 * cost)
    }

    @Test("goes on where the simplex method gives up on a program")
    func survivesHardPrograms() throws {
      let problem = RosterSamples.holiday(
        .init(agentCount: 3, dayCount: 2, lengthMinutes: [480]), seed: 5)
      let outcome = solveChecked(
        ColumnSolver(sessions: FailingSessions(failure: .gaveUp("code 5"))), problem,
        limits: SolverLimits(workLimit: 2_000))
      #expect(outcome.lines != nil && outcome.bound != nil)
      if case .failure(let message) = outcome.reason {
        Issue.record("one hard program ended all: \(message)")
      }
    }
  }
#endif
