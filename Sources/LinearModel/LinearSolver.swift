/// What a solver can do; a caller asks before it relies on it.
public struct SolverCapabilities: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Takes variables that are whole numbers.
  public static let integers = SolverCapabilities(rawValue: 1 << 0)
  /// Takes variables that are not whole numbers.
  public static let continuous = SolverCapabilities(rawValue: 1 << 1)
  /// Takes variables without a finite bound on either side.
  public static let unboundedVariables = SolverCapabilities(rawValue: 1 << 2)
  /// Keeps `SolveLimits.seconds`.
  public static let timeLimit = SolverCapabilities(rawValue: 1 << 3)
  /// Stops soon after `Cancellation.cancel()`.
  public static let cancellation = SolverCapabilities(rawValue: 1 << 4)
  /// Proves a bound when it stops early.
  public static let bounds = SolverCapabilities(rawValue: 1 << 5)
  /// Uses a starting point, and never returns anything worse.
  public static let startingPoint = SolverCapabilities(rawValue: 1 << 6)
  /// Answers about thousands of rows and columns; others are for tiny programs.
  public static let large = SolverCapabilities(rawValue: 1 << 7)
}

/// A solver of linear or integer programs.
///
/// Every conforming type passes the same suite of tests. Outcomes are data:
/// an invalid or infeasible program, a limit and a breakdown all come back as
/// a `SolveOutcome`.
public protocol LinearSolver: Sendable {
  /// The name in reports, in lower case.
  var name: String { get }
  /// What the solver can do.
  var capabilities: SolverCapabilities { get }

  /// Minimises a program; blocks the calling thread until done.
  ///
  /// The same program and limits give the same outcome as long as no time
  /// limit or cancellation cuts in.
  /// - Parameters:
  ///   - program: is validated first.
  ///   - limits: when to stop early.
  ///   - start: a known solution, one value a variable. One that breaks a
  ///     row or bound (see `PointCheck`) is ignored.
  ///   - cancellation: asked now and then.
  ///   - progress: told of new solutions and bounds; nil for silence.
  func solve(
    _ program: LinearProgram, limits: SolveLimits, start: [Double]?,
    cancellation: Cancellation, progress: SolveProgressHandler?
  ) -> SolveOutcome
}

extension LinearSolver {
  /// Minimises a program with those settings that matter to the caller.
  public func solve(
    _ program: LinearProgram, limits: SolveLimits = .none, start: [Double]? = nil,
    cancellation: Cancellation = Cancellation()
  ) -> SolveOutcome {
    solve(program, limits: limits, start: start, cancellation: cancellation, progress: nil)
  }
}
