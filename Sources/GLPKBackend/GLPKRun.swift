import CGLPK
import LinearModel

/// One solve of one valid program.
struct GLPKRun {
  let program: LinearProgram
  let limits: SolveLimits
  let search: GLPKSearch
  /// A solution to start from and fall back on.
  let start: [Double]?
  let cancellation: Cancellation
  let progress: SolveProgressHandler?
  private let begin = ContinuousClock.now

  init(
    program: LinearProgram, limits: SolveLimits, search: GLPKSearch, start: [Double]?,
    cancellation: Cancellation, progress: SolveProgressHandler?
  ) {
    self.program = program
    self.limits = limits
    self.search = search
    self.start = start
    self.cancellation = cancellation
    self.progress = progress
  }

  /// The answer; blocks until it is there.
  func outcome() -> SolveOutcome {
    if cancellation.isCancelled { return withStart(SolveOutcome(.cancelled)) }
    if secondsLeft <= 0 { return withStart(SolveOutcome(.timeLimit)) }
    guard let bounds = wholeBounds() else { return SolveOutcome(.infeasible) }
    let found: SolveOutcome = GLPKThread.run {
      do throws(SessionFailure) {
        let problem = try load(bounds)
        return program.hasIntegers ? try solveIntegers(problem) : try solveRelaxation(problem)
      } catch {
        return SolveOutcome(.failure(error.description))
      }
    }
    let checked = withStart(verified(found))
    return checked.termination == .infeasibleOrUnbounded ? decided(checked) : checked
  }

  private var secondsLeft: Double {
    guard let seconds = limits.seconds, !seconds.isNaN else { return .infinity }
    return seconds - begin.duration(to: .now) / .seconds(1)
  }

  /// The variables' bounds, those of integers rounded inward, since GLPK
  /// refuses fractional ones. Nil if no whole number is left.
  private func wholeBounds() -> (lower: [Double], upper: [Double])? {
    var (lower, upper) = (program.lowerBounds, program.upperBounds)
    for position in 0..<program.variableCount where program.isInteger[position] {
      (lower[position], upper[position]) = program.wholeBounds(of: VariableIndex(position))
      if lower[position] > upper[position] { return nil }
    }
    return (lower, upper)
  }

  private func load(
    _ bounds: (lower: [Double], upper: [Double])
  ) throws(SessionFailure) -> GLPKProblem {
    let problem = try GLPKProblem()
    var noEntries = SparseVectors()
    for _ in 0..<program.variableCount { noEntries.endVector() }
    try problem.addColumns(
      lower: bounds.lower, upper: bounds.upper, costs: program.objectiveCoefficients,
      entries: noEntries)
    try problem.addRows(
      lower: program.rowLowerBounds, upper: program.rowUpperBounds, entries: program.rows)
    for position in 0..<program.variableCount where program.isInteger[position] {
      // The handle is the problem's, which `problem` keeps alive.
      try problem.check(unsafe cglpk_set_integer(problem.handle, Int32(position)))
    }
    // The handle is the problem's, which `problem` keeps alive.
    try problem.check(unsafe cglpk_prepare(problem.handle))
    return problem
  }

  private func solveRelaxation(_ problem: GLPKProblem) throws(SessionFailure) -> SolveOutcome {
    let result = try problem.simplex(
      .primal, seconds: secondsLeft, iterationCount: nil, poll: GLPKPoll(cancellation))
    var outcome = SolveOutcome(
      termination(end: result.end, code: result.code), iterationCount: Int(result.iterations))
    if result.primal_feasible != 0, outcome.termination != .unbounded {
      outcome.point = try problem.vector(CGLPK_COLUMN_VALUES, count: program.variableCount)
    }
    if outcome.termination.isLimit { outcome.bound = dualBound(problem) }
    return outcome
  }

  private func solveIntegers(_ problem: GLPKProblem) throws(SessionFailure) -> SolveOutcome {
    let poll = GLPKPoll(
      cancellation, handler: progress, objectiveConstant: program.objectiveConstant)
    var point = [Double](repeating: 0, count: program.variableCount)
    var result = cglpk_search_result()
    var options = unsafe searchOptions()
    let padded = start.map { [0] + $0 }
    // All arrays and structures are this function's and the poll outlives the
    // calls; C uses them during the calls only.
    let code: Int32
    if let padded {
      code = unsafe padded.withUnsafeBufferPointer { values in
        unsafe options.start = values.baseAddress
        return unsafe cglpk_search(
          problem.handle, &options, GLPKPoll.function, poll.context, &point, &result)
      }
    } else {
      code = unsafe cglpk_search(
        problem.handle, &options, GLPKPoll.function, poll.context, &point, &result)
    }
    withExtendedLifetime(poll) {}
    var outcome = SolveOutcome(
      termination(end: result.end, code: result.code), iterationCount: Int(result.iterations),
      nodeCount: Int(result.nodes))
    do throws(SessionFailure) {
      try problem.check(code)
    } catch {
      outcome.termination = .failure(error.description)
    }
    if outcome.termination == .unbounded { outcome.termination = .infeasibleOrUnbounded }
    if result.has_point != 0 { outcome.point = point }
    if !result.bound.isNaN {
      outcome.bound = result.bound + program.objectiveConstant
    } else if outcome.termination.isLimit {
      outcome.bound = dualBound(problem)
    }
    return outcome
  }

  private func searchOptions() -> cglpk_search_options {
    let cuts = search.cuts(rowCount: program.rowCount)
    var options = unsafe cglpk_search_options()
    unsafe options.seconds = secondsLeft
    unsafe options.relative_gap = limits.relativeGap.isNaN ? 0 : limits.relativeGap
    unsafe options.node_limit = limits.nodeCount.map { Int64(max(0, $0)) } ?? -1
    unsafe options.gomory_cuts = cuts.contains(.gomory) ? 1 : 0
    unsafe options.mixed_rounding_cuts = cuts.contains(.mixedRounding) ? 1 : 0
    unsafe options.cover_cuts = cuts.contains(.cover) ? 1 : 0
    unsafe options.clique_cuts = cuts.contains(.clique) ? 1 : 0
    unsafe options.feasibility_pump = search.feasibilityPump ? 1 : 0
    unsafe options.proximity_search = search.proximitySearch ? 1 : 0
    unsafe options.simple_rounding = search.simpleRounding ? 1 : 0
    let branching =
      switch search.branching {
      case .first: CGLPK_BRANCH_FIRST
      case .mostFractional: CGLPK_BRANCH_MOST_FRACTIONAL
      case .driebeckTomlin: CGLPK_BRANCH_DRIEBECK_TOMLIN
      case .pseudocost: CGLPK_BRANCH_PSEUDOCOST
      }
    unsafe options.branching = Int32(branching.rawValue)
    return unsafe options
  }

  private func termination(end: Int32, code: Int32) -> TerminationReason {
    switch UInt32(bitPattern: end) {
    case CGLPK_OPTIMAL.rawValue: .optimal
    case CGLPK_INFEASIBLE.rawValue: .infeasible
    case CGLPK_UNBOUNDED.rawValue: .unbounded
    case CGLPK_TIME_LIMIT.rawValue: .timeLimit
    case CGLPK_NODE_LIMIT.rawValue: .nodeLimit
    case CGLPK_GAP_REACHED.rawValue: .gapReached
    case CGLPK_STOPPED.rawValue: .cancelled
    default: .failure("GLPK gave up with its code \(code)")
    }
  }

  /// What the duals of an unfinished run prove; nil if nothing.
  private func dualBound(_ problem: GLPKProblem) -> Double? {
    let duals = try? problem.vector(CGLPK_ROW_DUALS, count: program.rowCount)
    return duals.flatMap { program.dualBound(rowDuals: $0) }
  }

  /// The outcome with its objective recomputed, and without a point that
  /// breaks the program.
  private func verified(_ found: SolveOutcome) -> SolveOutcome {
    var outcome = found
    if let point = outcome.point {
      let check = PointCheck(program, point: point)
      if let violation = check.violations.first {
        outcome.point = nil
        outcome.termination = .failure("GLPK's solution does not hold: \(violation)")
      } else {
        outcome.objective = check.objective
        if outcome.termination == .optimal { outcome.bound = check.objective }
      }
    }
    return outcome
  }

  /// The outcome with the starting point if that is better.
  private func withStart(_ found: SolveOutcome) -> SolveOutcome {
    var outcome = found
    if let start {
      if outcome.termination == .infeasible {
        outcome.termination = .failure("GLPK finds no solution, yet the starting point is one")
      }
      let objective = program.objective(at: start)
      if objective < outcome.objective ?? .infinity, outcome.termination != .unbounded {
        outcome.point = start
        outcome.objective = objective
      }
    }
    // A bound within the tolerances may be a hair above the best solution.
    if let objective = outcome.objective, let bound = outcome.bound {
      outcome.bound = min(bound, objective)
    }
    return outcome
  }

  /// An unbounded relaxation leaves two answers: any solution at all shows
  /// that it is unbounded, since all numbers are rational (Meyer 1974,
  /// doi:10.1007/BF01585518), and none that it is infeasible.
  private func decided(_ undecided: SolveOutcome) -> SolveOutcome {
    if undecided.point != nil { return SolveOutcome(.unbounded) }
    var anySolution = program
    for position in 0..<program.variableCount {
      anySolution.setObjective(of: VariableIndex(position), to: 0)
    }
    var rest = limits
    rest.seconds = secondsLeft
    let answer = GLPKRun(
      program: anySolution, limits: rest, search: search, start: nil, cancellation: cancellation,
      progress: nil
    ).outcome()
    if answer.point != nil { return SolveOutcome(.unbounded) }
    return answer.termination == .infeasible ? SolveOutcome(.infeasible) : undecided
  }
}
