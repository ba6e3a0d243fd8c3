import LinearModel
import RosterSolvers

#if GLPK
  import GLPKBackend
#endif

/// Which solver to use.
public enum SolverChoice: String, CaseIterable, Sendable {
  /// Whatever pays off at the plan's size.
  case auto
  /// Column generation; needs GLPK.
  case columns
  /// The assignment model through GLPK's branch and bound.
  case exact
  /// Search with a proven bound, in pure Swift.
  case search
  /// A first roster in well under a second, in pure Swift.
  case greedy

  /// True if the solver works through GLPK.
  public var needsGLPK: Bool { self == .columns || self == .exact }

  /// Threads that the solver keeps busy by itself against a limit of seconds.
  func threadCount(ofCores cores: Int) -> Int {
    switch self {
    case .auto, .columns: min(2, cores)
    case .search: cores
    case .exact, .greedy: 1
    }
  }
}

/// The solvers of this build.
public enum SolverCatalogue {
  /// The integer programming backend of this build; nil without GLPK.
  public static var linearSolver: (any LinearSolver)? {
    #if GLPK
      return GLPKSolver()
    #else
      return nil
    #endif
  }
}

extension SolverCatalogue {
  /// The solver of a choice; nil if it is not part of this build.
  public static func solver(_ choice: SolverChoice) -> (any RosterSolver)? {
    switch choice {
    case .greedy: GreedySolver()
    case .search: SearchSolver()
    case .exact: linearSolver.map { ExactSolver(linearSolver: $0) }
    case .columns: columnSolver
    case .auto: AutoSolver(provers: provers)
    }
  }

  private static var columnSolver: (any RosterSolver)? {
    #if GLPK
      return ColumnSolver(sessions: GLPKSessions())
    #else
      return nil
    #endif
  }

  /// Solvers that prove bounds: column generation, then branch and bound where
  /// the model is small enough to finish.
  private static var provers: [any RosterSolver] {
    let small = ExactSolver.SizeLimit(choiceCount: 1_200, coverTermCount: 30_000)
    let exact = linearSolver.map { ExactSolver(linearSolver: $0, sizeLimit: small) }
    return [columnSolver, exact].compactMap { $0 }
  }
}
