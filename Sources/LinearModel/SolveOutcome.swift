/// Why a solver stopped.
public enum TerminationReason: Hashable, Sendable {
  // The question is answered.

  /// The solution is proven best, within the solver's tolerances.
  case optimal
  /// It is proven that no point keeps all rows and bounds.
  case infeasible
  /// It is proven that solutions of any low objective exist.
  case unbounded
  /// It is proven that one of the two holds, but not which.
  case infeasibleOrUnbounded

  // A limit ended the work; a solution and a bound may be there.

  /// The gap asked for was reached.
  case gapReached
  /// The seconds were used up.
  case timeLimit
  /// The nodes were used up.
  case nodeLimit
  /// Somebody asked to stop.
  case cancelled

  // Nothing was learned.

  /// The program is no program; the solver was not asked.
  case invalidProgram([ProgramProblem])
  /// The solver is not part of this build; the text says how to get it.
  case unavailable(String)
  /// The solver broke down; its own words.
  case failure(String)
}

extension TerminationReason {
  /// Whether the question is answered and more time could not change it.
  public var isConclusive: Bool {
    switch self {
    case .optimal, .infeasible, .unbounded, .infeasibleOrUnbounded: true
    default: false
    }
  }

  /// Whether a limit or a wish of the caller's ended the work.
  public var isLimit: Bool {
    switch self {
    case .gapReached, .timeLimit, .nodeLimit, .cancelled: true
    default: false
    }
  }
}

extension TerminationReason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .optimal: "optimal"
    case .infeasible: "infeasible"
    case .unbounded: "unbounded"
    case .infeasibleOrUnbounded: "infeasible or unbounded"
    case .gapReached: "gap reached"
    case .timeLimit: "time limit"
    case .nodeLimit: "node limit"
    case .cancelled: "cancelled"
    case .invalidProgram(let problems):
      "invalid program: " + problems.map(\.description).joined(separator: "; ")
    case .unavailable(let why): "unavailable: \(why)"
    case .failure(let message): "failure: \(message)"
    }
  }
}

/// What came of a solve: why it stopped, the best solution and what is proven.
public struct SolveOutcome: Hashable, Sendable {
  /// Why the solver stopped.
  public var termination: TerminationReason
  /// The best solution, one value a variable; integers are exact. Nil if
  /// there is none.
  public var point: [Double]?
  /// The objective of `point`, recomputed from the program's numbers.
  public var objective: Double?
  /// A proven lower bound of the optimum; nil if nothing finite is proven.
  public var bound: Double?
  /// Simplex iterations, as far as the solver counts them.
  public var iterationCount: Int
  /// Nodes of the search tree.
  public var nodeCount: Int

  /// An outcome.
  public init(
    _ termination: TerminationReason, point: [Double]? = nil, objective: Double? = nil,
    bound: Double? = nil, iterationCount: Int = 0, nodeCount: Int = 0
  ) {
    self.termination = termination
    self.point = point
    self.objective = objective
    self.bound = bound
    self.iterationCount = iterationCount
    self.nodeCount = nodeCount
  }

  /// How far the objective may still be from the optimum:
  /// `(objective - bound) / max(|objective|, 1e-9)`, never negative; 0 if they
  /// are equal. Nil without both.
  public var relativeGap: Double? {
    guard let objective, let bound else { return nil }
    let difference = objective - bound
    return difference <= 0 ? 0 : difference / max(abs(objective), 1e-9)
  }

  /// The value of a variable in the solution; nil without one, or if the
  /// variable is none of the program's.
  public func value(of variable: VariableIndex) -> Double? {
    guard let point, point.indices.contains(variable.position) else { return nil }
    return point[variable.position]
  }
}
