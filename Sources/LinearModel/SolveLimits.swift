/// When a solver may stop before it has proven its best solution optimal.
public struct SolveLimits: Hashable, Sendable {
  /// The most seconds to work, by the wall clock; nil for no limit. Zero and
  /// less mean: answer at once with what is known. Infinite and not-a-number
  /// count as no limit.
  public var seconds: Double?
  /// Stop when the relative gap (see `SolveOutcome.relativeGap`) is at most
  /// this; 0 asks for a proof of optimality.
  public var relativeGap: Double
  /// The most nodes of the search tree to look at; nil for no limit. Programs
  /// without integers have none.
  public var nodeCount: Int?

  /// Limits; none by default.
  public init(seconds: Double? = nil, relativeGap: Double = 0, nodeCount: Int? = nil) {
    self.seconds = seconds
    self.relativeGap = relativeGap
    self.nodeCount = nodeCount
  }

  /// No limit at all.
  public static let none = SolveLimits()
}

/// How far a running solve has come.
public struct SolveProgress: Hashable, Sendable {
  /// The objective of the best solution so far; nil before the first.
  public var incumbent: Double?
  /// The proven bound so far; nil before the first.
  public var bound: Double?
  /// The nodes of the search tree finished so far.
  public var nodeCount: Int

  /// A state of a solve.
  public init(incumbent: Double? = nil, bound: Double? = nil, nodeCount: Int = 0) {
    self.incumbent = incumbent
    self.bound = bound
    self.nodeCount = nodeCount
  }
}

/// Is told of progress, on the solver's thread, while the caller of `solve`
/// waits. It should return quickly.
public typealias SolveProgressHandler = @Sendable (SolveProgress) -> Void
