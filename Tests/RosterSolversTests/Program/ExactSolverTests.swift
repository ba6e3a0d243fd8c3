#if GLPK
  import GLPKBackend
  import RosterSolvers
  import Rostering
  import StaffOptTestSupport
  import Synchronization
  import Testing

  @Suite("The exact solver")
  struct ExactSolverTests {
    static let suite = RosterSolverConformance(
      solver: ExactSolver(linearSolver: GLPKSolver()), workLimit: 100_000, problemCount: 60)

    @Test("proves the optimum of tiny problems", arguments: 0..<5 as Range<UInt64>)
    func matchesBruteForce(block: UInt64) { Self.suite.matchesBruteForce(seedOffset: block * 500) }

    @Test("gives the same roster for the same work, and never worse than its start")
    func repeatsItself() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 3, dayCount: 2, lengthMinutes: [480]), seed: 7)
      let limits = SolverLimits(workLimit: 3)
      let first = solveChecked(Self.suite.solver, problem, limits: limits)
      #expect(solveChecked(Self.suite.solver, problem, limits: limits) == first)
      let third = solveChecked(Self.suite.solver, problem, limits: limits, start: first.lines)
      #expect((third.cost ?? .infinity) <= (first.cost ?? 0) + 1e-6)
    }

    @Test("ignores a start that breaks rules") func ignoresBrokenStart() {
      Self.suite.ignoresBrokenStart()
    }

    @Test("gives a roster without time or work") func answersAtOnce() {
      Self.suite.answersAtOnce()
    }

    @Test("says optimal when it has proven that, and the bound is the cost")
    func provesOptimum() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 2, dayCount: 2, lengthMinutes: [480]), seed: 2)
      let outcome = solveChecked(Self.suite.solver, problem, limits: SolverLimits())
      #expect(outcome.reason == .optimal)
      #expect(outcome.bound == outcome.cost)
      let greedy = GreedySolver().solve(problem)
      #expect((outcome.cost ?? .infinity) <= (greedy.cost ?? 0) + 1e-6)
    }

    @Test("keeps a time limit within a second, with a roster and a bound")
    func keepsTimeLimit() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 12, dayCount: 5, lengthMinutes: [480]), seed: 3)
      let begin = ContinuousClock.now
      let outcome = solveChecked(Self.suite.solver, problem, limits: SolverLimits(seconds: 1))
      let seconds = begin.duration(to: .now) / .seconds(1)
      #expect(outcome.reason == .timeLimit)
      #expect(outcome.lines != nil)
      #expect(outcome.bound != nil)
      // Half a second for a busy machine.
      #expect(seconds < 2.5, "\(seconds) s")
    }

    @Test("stops soon after the wish to stop, with a roster")
    func isCancelled() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 12, dayCount: 5, lengthMinutes: [480]), seed: 4)
      let begin = ContinuousClock.now
      let outcome = solveChecked(
        Self.suite.solver, problem, limits: SolverLimits(seconds: 60),
        isCancelled: { begin.duration(to: .now) > .seconds(0.5) })
      #expect(outcome.reason == .cancelled)
      #expect(outcome.lines != nil)
      let seconds = begin.duration(to: .now) / .seconds(1)
      #expect(seconds < 2, "\(seconds) s")
    }

    @Test("does not try a model beyond its size limit and says so")
    func refusesLargeModels() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 3, lengthMinutes: [480]), seed: 5)
      // 65 options a day; on leave nobody has any.
      let solver = ExactSolver(
        linearSolver: GLPKSolver(), sizeLimit: .init(choiceCount: 100, coverTermCount: 100))
      #expect(!solver.isSensible(for: problem))
      #expect(ExactSolver(linearSolver: GLPKSolver()).isSensible(for: problem))
      let outcome = solveChecked(solver, problem, limits: SolverLimits())
      #expect(outcome.lines != nil)
      #expect(outcome.bound == nil)
      guard case .failure(let words) = outcome.reason else {
        Issue.record("\(outcome.reason)")
        return
      }
      #expect(words.contains("exact takes 100 and 100 at most"))
    }

    @Test("tells of rosters and bounds that only get better")
    func reportsProgress() {
      let problem = RosterSamples.holiday(
        .init(agentCount: 4, dayCount: 4, lengthMinutes: [480]), seed: 6)
      let told = Mutex<[SolverProgress]>([])
      let outcome = solveChecked(
        Self.suite.solver, problem, limits: SolverLimits(seconds: 1),
        progress: { state in told.withLock { $0.append(state) } })
      let states = told.withLock { $0 }
      let costs = states.compactMap(\.cost)
      let bounds = states.compactMap(\.bound)
      #expect(!costs.isEmpty && zip(costs, costs.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 })
      #expect(!bounds.isEmpty && zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 })
      #expect((outcome.cost ?? .infinity) <= (costs.last ?? 0) + 1e-6)
    }
  }
#endif
