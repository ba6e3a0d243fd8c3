import LinearModel
import StaffOptTestSupport
import Testing

@Suite("The brute-force solver passes the suite")
struct SolverConformanceTests {
  @Test(arguments: SolverConformance.cases(for: ExhaustiveSolver()))
  func conforms(_ check: SolverConformance.Case) {
    #expect(check.complaints(about: ExhaustiveSolver()) == [])
  }

  /// Claims to solve everything and answers with the lower bounds.
  private struct WrongSolver: LinearSolver {
    let name = "wrong"
    let capabilities: SolverCapabilities = [
      .integers, .continuous, .unboundedVariables, .timeLimit, .cancellation, .bounds,
      .startingPoint,
    ]

    func solve(
      _ program: LinearProgram, limits: SolveLimits, start: [Double]?,
      cancellation: Cancellation, progress: SolveProgressHandler?
    ) -> SolveOutcome {
      let point = program.lowerBounds.map { $0 + 0.5 }
      return SolveOutcome(.optimal, point: point, objective: 1, bound: 2)
    }
  }

  @Test(
    "the suite finds fault with a solver that is wrong",
    arguments: SolverConformance.cases(for: WrongSolver()))
  func findsFault(_ check: SolverConformance.Case) {
    // It gives the same wrong answer twice and on all threads.
    let exempt = ["the same program twice", "eight threads at once"]
    guard !exempt.contains(where: { check.name.hasPrefix($0) }) else { return }
    #expect(!check.complaints(about: WrongSolver()).isEmpty)
  }
}
