import Rostering

/// When a roster solver may stop, and what its random choices start from.
public struct SolverLimits: Hashable, Sendable {
  /// The most seconds to work, by the wall clock; nil for no limit. Zero and
  /// less mean: give the first roster that can be had.
  public var seconds: Double?
  /// Stop when `(cost - bound) / |cost|` is proven to be at most this.
  public var relativeGap: Double
  /// What random choices start from.
  public var seed: UInt64
  /// The most line optimisations, for `exact` the most nodes of its tree; nil
  /// for no limit. `auto` gives as many to each solver it calls. Unlike seconds
  /// this gives the same roster on every machine.
  public var workLimit: Int?

  /// Limits; by default none.
  public init(
    seconds: Double? = nil, relativeGap: Double = 0, seed: UInt64 = 1, workLimit: Int? = nil
  ) {
    self.seconds = seconds
    self.relativeGap = relativeGap
    self.seed = seed
    self.workLimit = workLimit
  }

  /// Whether only seconds count: then threads may race, and sizes follow what
  /// parts took. Otherwise the outcome must not depend on the machine.
  var isTimed: Bool { seconds != nil && workLimit == nil }
}

/// Why a roster solver stopped.
public enum StopReason: Hashable, Sendable {
  /// The roster is proven best.
  case optimal
  /// The gap asked for was reached.
  case gapReached
  /// The method has come to its end; nothing is proven.
  case finished
  /// The seconds were used up.
  case timeLimit
  /// The work limit was used up.
  case workLimit
  /// Somebody asked to stop.
  case cancelled
  /// Some people have no line that satisfies their rules.
  case infeasible([InfeasiblePerson])
  /// The solver cannot be used, or broke down; its own words.
  case failure(String)
}

/// A person whose rules leave no line.
public struct InfeasiblePerson: Hashable, Sendable {
  /// Index of the person.
  public var person: Int
  /// A smallest set of rules that already leave no line together, by key,
  /// ascending; empty if nobody asked why.
  public var rules: [String]

  /// A person without a line.
  public init(person: Int, rules: [String] = []) {
    self.person = person
    self.rules = rules
  }
}

/// What came of a solver's work. Says nothing of time, so that equal work
/// gives equal outcomes.
public struct SolverOutcome: Hashable, Sendable {
  /// The best roster found, one line a person; nil if there is none.
  public var lines: [Line]?
  /// Its cost, recounted from the problem; nil without a roster.
  public var cost: Double?
  /// A proven lower bound of every roster's cost; nil if nothing is proven.
  public var bound: Double?
  /// Why the solver stopped.
  public var reason: StopReason
  /// The solver's name.
  public var solver: String

  /// An outcome.
  public init(
    lines: [Line]?, cost: Double?, bound: Double? = nil, reason: StopReason, solver: String
  ) {
    self.lines = lines
    self.cost = cost
    self.bound = bound
    self.reason = reason
    self.solver = solver
  }
}

/// How far a running solver has come.
public struct SolverProgress: Hashable, Sendable {
  /// The cost of the best roster so far; nil before the first.
  public var cost: Double?
  /// The proven bound so far; nil before the first.
  public var bound: Double?
  /// Seconds since the solver started.
  public var seconds: Double
  /// What the solver is doing, in a few words.
  public var phase: String

  /// A state of a solver.
  public init(cost: Double?, bound: Double? = nil, seconds: Double, phase: String) {
    self.cost = cost
    self.bound = bound
    self.seconds = seconds
    self.phase = phase
  }
}

/// Is told of progress, on one of the solver's threads and never twice at the
/// same time. It should return quickly.
public typealias SolverProgressHandler = @Sendable (SolverProgress) -> Void

/// Says whether somebody wants a solver to stop; asked often, from any thread.
public typealias CancellationCheck = @Sendable () -> Bool

/// What a solver cannot work without.
public enum SolverNeed: Hashable, Sendable {
  /// A linear and integer programming backend.
  case linearSolver
}

/// Turns a compiled problem into a roster.
///
/// Every solver of this module keeps to this:
/// - The lines it returns satisfy every person's rules.
/// - The cost is that of the lines, counted from the problem.
/// - A limit ends the work early but a roster is still returned, unless some
///   person has no line or none was found.
/// - The same problem, limits without seconds, and start give the same
///   outcome, whatever the number of cores.
public protocol RosterSolver: Sendable {
  /// The name that command lines and reports use.
  var name: String { get }

  /// What it cannot work without.
  var needs: Set<SolverNeed> { get }

  /// Whether it pays off at a problem's size. A solver can be asked all the same.
  func isSensible(for problem: RosterProblem) -> Bool

  /// Looks for the cheapest roster.
  ///
  /// - Parameters:
  ///   - roster: What to staff, made ready for solving.
  ///   - limits: When to stop.
  ///   - start: A roster to start from; ignored if it breaks a rule.
  ///   - progress: Is told of every better roster or bound.
  ///   - isCancelled: Is asked often.
  func solve(
    _ roster: CompiledRoster, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome
}

extension RosterSolver {
  /// True at any size.
  public func isSensible(for problem: RosterProblem) -> Bool { true }

  /// Makes a problem ready and looks for the cheapest roster; the seconds that
  /// this takes count.
  public func solve(
    _ problem: RosterProblem, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    let roster = CompiledRoster(problem)
    var limits = limits
    limits.seconds = limits.seconds.map { $0 - begin.secondsPassed }
    return solve(
      roster, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
  }

  /// Looks for the cheapest roster without progress or cancellation.
  public func solve(
    _ problem: RosterProblem, limits: SolverLimits = SolverLimits(), start: [Line]? = nil
  ) -> SolverOutcome {
    solve(problem, limits: limits, start: start, progress: nil, isCancelled: { false })
  }
}
