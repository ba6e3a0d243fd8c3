import LinearModel
import Rostering

/// Solves the compact assignment model (`RosterProgram`) with a linear and
/// integer programming solver: proves the optimum of small plans, and is the
/// yardstick for the other solvers.
///
/// Branch and bound on this model gets lost from about ten people and four
/// weeks on. Plans whose model is beyond `sizeLimit` are not tried: the answer
/// is then the starting roster and the reason says so.
public struct ExactSolver: RosterSolver {
  /// How large a model may be.
  public struct SizeLimit: Hashable, Sendable {
    /// The most pairs of a person and an allowed option.
    public var choiceCount: Int
    /// The most cover entries of all these pairs.
    public var coverTermCount: Int

    /// A limit; by default what GLPK's simplex method gets through in a
    /// minute or two.
    public init(choiceCount: Int = 50_000, coverTermCount: Int = 1_000_000) {
      self.choiceCount = choiceCount
      self.coverTermCount = coverTermCount
    }
  }

  public let name = "exact"
  public let needs: Set<SolverNeed> = [.linearSolver]
  /// Solves the model.
  public var linearSolver: any LinearSolver
  /// How large a model may be.
  public var sizeLimit: SizeLimit
  /// Makes the roster that the search starts from and falls back on.
  public var starter: any RosterSolver

  /// An exact solver.
  ///
  /// - Parameters:
  ///   - linearSolver: Solves the model; has to take integers.
  ///   - sizeLimit: How large a model may be.
  ///   - starter: Makes the roster to start from. It gets a tenth of the time.
  public init(
    linearSolver: any LinearSolver, sizeLimit: SizeLimit = SizeLimit(),
    starter: any RosterSolver = GreedySolver()
  ) {
    self.linearSolver = linearSolver
    self.sizeLimit = sizeLimit
    self.starter = starter
  }

  /// Whether a problem's model is within the size limit.
  ///
  /// - Complexity: O(people x options).
  public func isSensible(for problem: RosterProblem) -> Bool {
    size(of: problem).isWithin(sizeLimit)
  }

  /// What a model is measured by.
  private struct Size {
    var choiceCount = 0
    var coverTermCount = 0

    func isWithin(_ limit: SizeLimit) -> Bool {
      choiceCount <= limit.choiceCount && coverTermCount <= limit.coverTermCount
    }
  }

  private func size(of problem: RosterProblem) -> Size {
    var size = Size()
    for (person, rules) in problem.lines.enumerated() {
      let contributions = problem.contributions(ofPerson: person)
      for option in rules.allowed.joined() {
        size.choiceCount += 1
        size.coverTermCount += contributions[option].count
      }
    }
    return size
  }

  public func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    let problem = roster.problem
    guard roster.peopleWithoutLine.isEmpty else { return roster.infeasibleOutcome(solver: name) }
    let first: SolverOutcome
    if let start, roster.isFeasible(start) {
      first = roster.outcome(lines: start, reason: .finished, solver: name)
    } else {
      var starterLimits = limits
      starterLimits.seconds = limits.seconds.map { $0 / 10 }
      first = starter.solve(
        roster, limits: starterLimits, start: nil, progress: nil, isCancelled: isCancelled)
    }
    progress?(
      SolverProgress(cost: first.cost, seconds: begin.secondsPassed, phase: "starting roster"))
    let size = size(of: problem)
    guard size.isWithin(sizeLimit) else {
      return outcome(
        first, nil, lines: nil, in: roster,
        reason: .failure(
          "the assignment model would have \(size.choiceCount) choices and"
            + " \(size.coverTermCount) cover terms; exact takes"
            + " \(sizeLimit.choiceCount) and \(sizeLimit.coverTermCount) at most"))
    }
    let program = RosterProgram(problem)
    // The backend measures its gap without the program's constant.
    let cost = first.cost ?? 0
    let variable = (cost - program.program.objectiveConstant).magnitude
    let share = variable > cost.magnitude ? cost.magnitude / variable : 1
    let watch = CancellationWatch(isCancelled)
    defer { watch.stop() }
    let solved = linearSolver.solve(
      program.program,
      limits: SolveLimits(
        seconds: limits.seconds.map { $0 - begin.secondsPassed },
        relativeGap: limits.relativeGap * share,
        nodeCount: limits.workLimit),
      start: first.lines.flatMap { program.point(of: $0) }, cancellation: watch.cancellation,
      progress: Self.handler(progress, startCost: first.cost, since: begin))
    return outcome(
      first, solved.bound, lines: solved.point.map { program.lines(at: $0) }, in: roster,
      reason: Self.reason(solved.termination))
  }

  /// Passes a linear solver's progress on.
  private static func handler(
    _ progress: SolverProgressHandler?, startCost: Double?, since begin: ContinuousClock.Instant
  ) -> SolveProgressHandler? {
    guard let progress else { return nil }
    return { state in
      progress(
        SolverProgress(
          cost: state.incumbent ?? startCost, bound: state.bound, seconds: begin.secondsPassed,
          phase: "branch and bound"))
    }
  }

  /// The better of the starting roster and what the model gave.
  private func outcome(
    _ first: SolverOutcome, _ bound: Double?, lines: [Line]?, in roster: CompiledRoster,
    reason: StopReason
  ) -> SolverOutcome {
    var outcome = first
    outcome.solver = name
    outcome.reason = reason
    if let lines {
      // What no rule check confirms is not handed on, whatever proved it.
      guard roster.isFeasible(lines) else {
        outcome.reason = .failure("a solution of the model breaks a rule")
        return outcome
      }
      let cost = roster.cost(of: lines)
      if cost < outcome.cost ?? .infinity {
        outcome.lines = lines
        outcome.cost = cost
      }
    }
    // The sums behind the two may differ in their last digits.
    outcome.bound = bound.map { min($0, outcome.cost ?? .infinity) }
    return outcome
  }

  private static func reason(_ termination: TerminationReason) -> StopReason {
    switch termination {
    case .optimal: .optimal
    case .gapReached: .gapReached
    case .timeLimit: .timeLimit
    case .nodeLimit: .workLimit
    case .cancelled: .cancelled
    case .infeasible, .unbounded, .infeasibleOrUnbounded, .invalidProgram, .unavailable, .failure:
      .failure("\(termination)")
    }
  }
}

extension ContinuousClock.Instant {
  /// Seconds from this moment until now.
  var secondsPassed: Double { duration(to: .now) / .seconds(1) }
}
