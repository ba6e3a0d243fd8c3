import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

/// Solves and proves: the lines keep the rules, the cost is that of the lines,
/// the bound does not exceed it.
func solveChecked(
  _ solver: any RosterSolver, _ problem: RosterProblem, limits: SolverLimits,
  start: [Line]? = nil, progress: SolverProgressHandler? = nil,
  isCancelled: @escaping CancellationCheck = { false }, _ comment: Comment? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) -> SolverOutcome {
  let outcome = solver.solve(
    problem, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
  #expect(outcome.solver == solver.name, comment, sourceLocation: sourceLocation)
  guard let lines = outcome.lines, let cost = outcome.cost else {
    #expect(outcome.lines == nil && outcome.cost == nil, comment, sourceLocation: sourceLocation)
    return outcome
  }
  let checker = LineChecker(problem)
  #expect(lines.count == problem.personCount, comment, sourceLocation: sourceLocation)
  var own = 0.0
  for (person, line) in lines.enumerated() {
    #expect(
      checker.faults(in: line, person: person) == [], comment, sourceLocation: sourceLocation)
    own += checker.cost(of: line, person: person)
  }
  let recounted = own + CoverState(problem, lines: lines).cost
  let tolerance = 1e-6 * max(1, abs(recounted))
  #expect(abs(recounted - cost) <= tolerance, comment, sourceLocation: sourceLocation)
  if let bound = outcome.bound {
    #expect(bound <= cost + tolerance, comment, sourceLocation: sourceLocation)
  }
  return outcome
}

/// What every roster solver has to pass.
struct RosterSolverConformance {
  /// The solver.
  var solver: any RosterSolver
  /// How many tiny problems it may miss the optimum of, in a thousand.
  var missesPerThousand = 0
  /// The work limit of each tiny problem.
  var workLimit = 200
  /// How many tiny problems to try.
  var problemCount = 150
  /// Whether the problems' rules have the form of blocks.
  var hasBlocks = false

  /// Tiny problems against brute force: feasible, recounted, never below the
  /// optimum, a bound never above it, and optimal as often as promised.
  func matchesBruteForce(seedOffset: UInt64 = 0) {
    var tried = 0
    var missed: [UInt64] = []
    var seed = seedOffset
    while tried < problemCount {
      seed += 1
      var generator = RosterProblemGenerator.tiny(seed: seed)
      let problem = hasBlocks ? generator.makeBlockProblem() : generator.makeProblem()
      guard let oracle = RosterOracle(problem, rosterLimit: 3_000) else { continue }
      tried += 1
      let comment: Comment = "\(solver.name), seed \(seed)"
      let outcome = solveChecked(
        solver, problem, limits: SolverLimits(workLimit: workLimit), comment)
      guard let best = oracle.bestCost else {
        guard case .infeasible(let people) = outcome.reason else {
          Issue.record("\(comment): no person's line is missed, \(outcome.reason)")
          continue
        }
        #expect(people.map(\.person) == oracle.peopleWithoutLine, comment)
        continue
      }
      guard let cost = outcome.cost, let lines = outcome.lines else {
        Issue.record("\(comment): no roster, \(outcome.reason)")
        continue
      }
      var costs = RosterCostOracle(problem)
      #expect(abs(costs.cost(of: lines) - cost) < 1e-6, comment)
      #expect(cost >= best - 1e-6, comment)
      if let bound = outcome.bound { #expect(bound <= best + 1e-6, comment) }
      if outcome.reason == .optimal { #expect(cost <= best + 1e-6, comment) }
      if cost > best + 1e-6 { missed.append(seed) }
    }
    #expect(
      missed.count * 1_000 <= missesPerThousand * problemCount,
      "\(solver.name) misses the optimum of seeds \(missed)")
  }

  /// The same limits without seconds give the same outcome, and a start is
  /// never made worse.
  func repeatsItself() {
    let problem = RosterSamples.holiday(
      .init(agentCount: 6, dayCount: 4, lengthMinutes: [480]), seed: 7)
    let limits = SolverLimits(seed: 11, workLimit: 300)
    let first = solveChecked(solver, problem, limits: limits)
    let second = solveChecked(solver, problem, limits: limits)
    #expect(first == second)
    let third = solveChecked(solver, problem, limits: limits, start: first.lines)
    #expect((third.cost ?? .infinity) <= (first.cost ?? 0) + 1e-6)
  }

  /// A broken start is ignored.
  func ignoresBrokenStart() {
    let problem = RosterSamples.holiday(
      .init(agentCount: 4, dayCount: 3, lengthMinutes: [480]), seed: 5)
    let broken: [Line] = Array(repeating: [0, 0, 0], count: 4)
    let outcome = solveChecked(
      solver, problem, limits: SolverLimits(workLimit: 50), start: broken)
    #expect(outcome.lines != nil)
  }

  /// No time, no work and an early wish to stop still give a roster.
  func answersAtOnce() {
    let problem = RosterSamples.holiday(
      .init(agentCount: 6, dayCount: 4, lengthMinutes: [480]), seed: 9)
    let hurried = [SolverLimits(seconds: 0), SolverLimits(seconds: -1), SolverLimits(workLimit: 0)]
    for limits in hurried {
      #expect(solveChecked(solver, problem, limits: limits).lines != nil)
    }
    let cancelled = solveChecked(
      solver, problem, limits: SolverLimits(seconds: 60), isCancelled: { true })
    #expect(cancelled.lines != nil)
    #expect(cancelled.reason == .cancelled)
  }
}
