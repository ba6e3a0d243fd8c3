import RosterSolvers
import Rostering
import StaffOptKit
import StaffOptTestSupport
import Synchronization
import Testing

@Suite("How auto combines solvers")
struct AutoSolverTests {
  /// Notes what it is started from and gives that back.
  private final class NotingSolver: RosterSolver {
    let name = "noting"
    let needs: Set<SolverNeed> = []
    private let startCost = Mutex<Double?>(nil)
    private let isSensible: Bool

    init(isSensible: Bool = true) { self.isSensible = isSensible }

    func isSensible(for problem: RosterProblem) -> Bool { isSensible }

    /// The cost of the roster it was started from.
    var cost: Double? { startCost.withLock { $0 } }

    func solve(
      _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
      progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
    ) -> SolverOutcome {
      let cost = start.map { roster.cost(of: $0) }
      startCost.withLock { $0 = cost }
      return SolverOutcome(lines: start, cost: cost, reason: .finished, solver: name)
    }
  }

  @Test(
    "Provers start from the greedy roster where lines are long, else from what the search made of it",
    arguments: [(101, true), (21, false)])
  func provesAtOnce(dayCount: Int, isLong: Bool) throws {
    let roster = CompiledRoster(
      RosterSamples.holiday(
        .init(agentCount: 4, dayCount: dayCount, lengthMinutes: [480], isRich: false), seed: 5))
    #expect(roster.hasLongLines == isLong)
    let limits = SolverLimits(workLimit: 2_000)
    let greedy = try #require(
      GreedySolver().solve(
        roster, limits: limits, start: nil, progress: nil, isCancelled: { false }
      ).cost)
    let prover = NotingSolver()
    _ = AutoSolver(provers: [prover]).solve(
      roster, limits: limits, start: nil, progress: nil, isCancelled: { false })
    let start = try #require(prover.cost)
    #expect(isLong ? start == greedy : start < greedy)
  }

  @Test("Without a prover that suits the problem, the search has all the limits")
  func searches() throws {
    let roster = CompiledRoster(
      RosterSamples.holiday(
        .init(agentCount: 6, dayCount: 7, lengthMinutes: [480], isRich: false), seed: 5))
    let limits = SolverLimits(workLimit: 1_500)
    let prover = NotingSolver(isSensible: false)
    let auto = AutoSolver(provers: [prover]).solve(
      roster, limits: limits, start: nil, progress: nil, isCancelled: { false })
    let search = SearchSolver().solve(
      roster, limits: limits, start: nil, progress: nil, isCancelled: { false })
    #expect(prover.cost == nil)
    #expect(auto == search)
  }
}
