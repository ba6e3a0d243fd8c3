import LinearModel
import RosterSolvers
import Rostering

/// How to solve a plan.
public struct SolveSettings: Sendable {
  /// Which solver.
  public var solver: SolverChoice
  /// The most seconds to work; nil for no limit.
  public var seconds: Double?
  /// Stop when the roster is proven to be within this share of the best.
  public var relativeGap: Double
  /// What random choices start from.
  public var seed: UInt64
  /// The most line optimisations; nil for no limit. Unlike seconds this gives
  /// the same roster on every machine, where the solver keeps it.
  public var work: Int?

  /// Settings; by default 30 seconds of whatever pays off.
  public init(
    solver: SolverChoice = .auto, seconds: Double? = 30, relativeGap: Double = 0, seed: UInt64 = 1,
    work: Int? = nil
  ) {
    self.solver = solver
    self.seconds = seconds
    self.relativeGap = relativeGap
    self.seed = seed
    self.work = work
  }
}

/// A solved plan: the roster, what the auditor found in it, what is proven.
public struct PlanSolution: Sendable {
  /// The roster.
  public var roster: Roster
  /// What the auditor found.
  public var audit: AuditReport
  /// What the solver said.
  public var outcome: SolverOutcome
  /// The most the two counts of the cost differ.
  public static let costTolerance = 1e-6
}

/// Why a plan has no roster.
public enum PlanSolveError: Error, Sendable {
  /// The solver is not part of this build.
  case solverMissing(SolverChoice)
  /// People whose rules leave no line, with the rules that already leave none
  /// together.
  case impossible([ImpossiblePerson])
  /// There is no roster; why.
  case nothingFound(StopReason)
  /// The auditor does not accept the solver's roster: a fault of the program.
  case rejected([RuleViolation], audited: Double, counted: Double)
}

/// A person for whom no line satisfies the rules.
public struct ImpossiblePerson: Sendable {
  /// The person.
  public var employee: Employee
  /// The rules that contradict each other.
  public var rules: [ContradictoryRule]
}

/// A rule that leaves no line together with others.
public struct ContradictoryRule: Sendable {
  /// The rule's key in a plan.
  public var key: String
  /// What it demands of the person; several where a plan says it several times.
  public var demands: [any RosterRule]
}

/// Solves plans: compiles, runs a solver, and hands out only what the auditor
/// accepts.
public struct PlanSolver: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// What solvers see.
  public let compiled: CompiledPlan

  /// A solver of a plan.
  public init(plan: RosterPlan) {
    self.plan = plan
    compiled = ProblemCompiler(plan: plan).compile()
  }

  /// The best roster that the settings allow to find.
  ///
  /// - Parameters:
  ///   - start: A roster to start from; ignored where it breaks a rule or has
  ///     shifts the plan does not offer.
  ///   - progress: Is told of every better roster or bound.
  ///   - cancellation: Stops the search; the best roster so far is returned.
  public func solve(
    _ settings: SolveSettings = SolveSettings(), start: Roster? = nil,
    progress: SolverProgressHandler? = nil, cancellation: Cancellation = Cancellation()
  ) throws(PlanSolveError) -> PlanSolution {
    guard let solver = SolverCatalogue.solver(settings.solver) else {
      throw .solverMissing(settings.solver)
    }
    let begin = ContinuousClock.now
    let ready = CompiledRoster(compiled.problem)
    let passed = (ContinuousClock.now - begin) / .seconds(1)
    let limits = SolverLimits(
      seconds: settings.seconds.map { $0 - passed }, relativeGap: settings.relativeGap,
      seed: settings.seed, workLimit: settings.work)
    let outcome = solver.solve(
      ready, limits: limits, start: start.flatMap { compiled.lines(of: $0) },
      progress: progress, isCancelled: { cancellation.isCancelled })
    if case .infeasible(let people) = outcome.reason { throw .impossible(explain(people)) }
    guard let lines = outcome.lines, let cost = outcome.cost else {
      throw .nothingFound(outcome.reason)
    }
    let roster = compiled.roster(of: lines)
    let audit = RosterAuditor(plan: plan).audit(roster)
    let difference = (audit.cost.total - cost).magnitude
    guard audit.violations.isEmpty,
      difference <= PlanSolution.costTolerance * max(1, cost.magnitude)
    else { throw .rejected(audit.violations, audited: audit.cost.total, counted: cost) }
    return PlanSolution(roster: roster, audit: audit, outcome: outcome)
  }

  private func explain(_ people: [InfeasiblePerson]) -> [ImpossiblePerson] {
    let finder = InfeasibilityFinder(compiled.problem)
    return people.map { infeasible in
      let employee = plan.employees[infeasible.person]
      let rules = StandingRules.all + plan.rules.filter { $0.binds(employee) }.map(\.rule)
      let keys = finder.explain(person: infeasible.person).rules
      return ImpossiblePerson(
        employee: employee,
        rules: keys.map { key in
          ContradictoryRule(key: key, demands: rules.filter { type(of: $0).key == key })
        })
    }
  }
}
