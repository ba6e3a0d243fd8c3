import LinearModel

/// Tries every whole-number point within the bounds: slow, but there is little
/// in it to be wrong. The oracle for real solvers.
///
/// Takes programs whose variables are all integers with finite bounds and at
/// most a million points.
public struct ExhaustiveSolver: LinearSolver {
  public let name = "exhaustive"
  public let capabilities: SolverCapabilities = [
    .integers, .timeLimit, .cancellation, .startingPoint,
  ]

  public init() {}

  public func solve(
    _ program: LinearProgram, limits: SolveLimits, start: [Double]?,
    cancellation: Cancellation, progress: SolveProgressHandler?
  ) -> SolveOutcome {
    let problems = program.problems()
    guard problems.isEmpty else { return SolveOutcome(.invalidProgram(problems)) }
    var best: [Double]?
    if let start, PointCheck(program, point: start).isFeasible { best = start }
    func outcome(_ termination: TerminationReason) -> SolveOutcome {
      let objective = best.map { program.objective(at: $0) }
      return SolveOutcome(
        termination, point: best, objective: objective,
        bound: termination == .optimal ? objective : nil)
    }
    if cancellation.isCancelled { return outcome(.cancelled) }
    if let seconds = limits.seconds, seconds <= 0 { return outcome(.timeLimit) }

    var pointCount = 1.0
    var ranges: [ClosedRange<Int>] = []
    for position in 0..<program.variableCount {
      let lower = program.lowerBounds[position].rounded(.up)
      let upper = program.upperBounds[position].rounded(.down)
      guard program.isInteger[position], lower > -1e9, upper < 1e9 else {
        return SolveOutcome(.failure("only bounded integers can be tried one by one"))
      }
      guard lower <= upper else { return SolveOutcome(.infeasible) }
      ranges.append(Int(lower)...Int(upper))
      pointCount *= upper - lower + 1
    }
    guard pointCount <= 1e6 else { return SolveOutcome(.failure("too many points")) }

    let begin = ContinuousClock.now
    var values = ranges.map(\.lowerBound)
    repeat {
      if cancellation.isCancelled { return outcome(.cancelled) }
      if let seconds = limits.seconds, begin.duration(to: .now) / .seconds(1) > seconds {
        return outcome(.timeLimit)
      }
      let check = PointCheck(program, point: values.map(Double.init))
      if check.isFeasible, check.objective < best.map(program.objective) ?? .infinity {
        best = values.map(Double.init)
        progress?(SolveProgress(incumbent: check.objective))
      }
    } while Self.advance(&values, in: ranges)
    return outcome(best == nil ? .infeasible : .optimal)
  }

  /// The next point in lexicographic order; false after the last.
  private static func advance(_ values: inout [Int], in ranges: [ClosedRange<Int>]) -> Bool {
    for position in values.indices.reversed() {
      if values[position] < ranges[position].upperBound {
        values[position] += 1
        return true
      }
      values[position] = ranges[position].lowerBound
    }
    return false
  }
}
