import CGLPK
import LinearModel

/// Solves linear programs by GLPK's simplex method and integer programs by its
/// branch and cut.
///
/// Each solve runs on a thread of its own, so any number may run at once. The
/// time limit is kept within about a second. A point is returned only if
/// `PointCheck` finds nothing wrong with it, and a bound only if GLPK or the
/// row duals prove it, within GLPK's tolerance of 1e-7.
public struct GLPKSolver: LinearSolver {
  public let name = "glpk"

  /// How integer programs are searched.
  public var search: GLPKSearch

  public init(search: GLPKSearch = GLPKSearch()) {
    self.search = search
  }

  /// Whether this build has GLPK. Without it every outcome is `.unavailable`.
  public static var isAvailable: Bool { GLPKLibrary.isCompiledIn }

  /// The library's version, such as `5.0`; empty without it.
  public static var libraryVersion: String { GLPKLibrary.version }

  public var capabilities: SolverCapabilities {
    guard Self.isAvailable else { return [] }
    return [
      .integers, .continuous, .unboundedVariables, .timeLimit, .cancellation, .bounds,
      .startingPoint, .large,
    ]
  }

  public func solve(
    _ program: LinearProgram, limits: SolveLimits, start: [Double]?,
    cancellation: Cancellation, progress: SolveProgressHandler?
  ) -> SolveOutcome {
    guard Self.isAvailable else {
      return SolveOutcome(.unavailable(GLPKLibrary.whyUnavailable))
    }
    let problems = program.problems()
    guard problems.isEmpty else { return SolveOutcome(.invalidProgram(problems)) }
    let run = GLPKRun(
      program: program, limits: limits, search: search,
      start: start.flatMap { Self.usable($0, for: program) }, cancellation: cancellation,
      progress: progress)
    return run.outcome()
  }

  /// A starting point with its integers made exact; nil if it is no solution.
  private static func usable(_ start: [Double], for program: LinearProgram) -> [Double]? {
    guard PointCheck(program, point: start).isFeasible else { return nil }
    let rounded = zip(start, program.isInteger).map { value, isInteger in
      isInteger ? value.rounded() : value
    }
    return PointCheck(program, point: rounded).isFeasible ? rounded : nil
  }
}

/// How GLPK searches for whole numbers. The defaults did best on assignment
/// programs of 10 to 25 people.
///
/// GLPK's presolver is left out on purpose: it gained nothing there, and a
/// search of the presolved program that runs out of time would lose what it
/// found, since GLPK translates solutions back at the end only.
public struct GLPKSearch: Hashable, Sendable {
  /// How the variable to branch on is chosen.
  public enum Branching: Hashable, Sendable {
    /// The first with a fractional value.
    case first
    /// The one nearest to one half.
    case mostFractional
    /// By Driebeck's and Tomlin's penalties.
    case driebeckTomlin
    /// By how much earlier branchings raised the bound.
    case pseudocost
  }

  /// Kinds of cutting planes, made mainly at the root.
  public struct Cuts: OptionSet, Hashable, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Gomory's mixed integer cuts.
    public static let gomory = Cuts(rawValue: 1 << 0)
    /// Mixed integer rounding cuts.
    public static let mixedRounding = Cuts(rawValue: 1 << 1)
    /// Cover cuts of knapsack rows.
    public static let cover = Cuts(rawValue: 1 << 2)
    /// Clique cuts of the conflict graph.
    public static let clique = Cuts(rawValue: 1 << 3)
    /// All of them.
    public static let all: Cuts = [.gomory, .mixedRounding, .cover, .clique]
  }

  /// Which variable to branch on.
  public var branching: Branching
  /// Which cutting planes to make; nil for all, without Gomory's from 600 rows
  /// on, where they take more time than they save.
  public var cuts: Cuts?
  /// Whether to look for a first solution by the feasibility pump.
  public var feasibilityPump: Bool
  /// Whether to look for better solutions near the first; takes at most a
  /// quarter of the time.
  public var proximitySearch: Bool
  /// Whether to try the rounded relaxation.
  public var simpleRounding: Bool

  /// A way to search.
  public init(
    branching: Branching = .driebeckTomlin, cuts: Cuts? = nil, feasibilityPump: Bool = true,
    proximitySearch: Bool = false, simpleRounding: Bool = true
  ) {
    self.branching = branching
    self.cuts = cuts
    self.feasibilityPump = feasibilityPump
    self.proximitySearch = proximitySearch
    self.simpleRounding = simpleRounding
  }

  /// The cutting planes for a program with that many rows.
  func cuts(rowCount: Int) -> Cuts {
    cuts ?? (rowCount < 600 ? .all : Cuts.all.subtracting(.gomory))
  }
}
