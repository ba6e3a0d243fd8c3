/// Why a solver stopped.
public enum SearchEnding: String, CaseIterable, Sendable {
  /// The roster is proven to be the cheapest.
  case provenOptimal = "optimal"
  /// The wanted gap was reached.
  case gapReached = "gap"
  /// The time was up.
  case timeLimit = "time-limit"
  /// The user stopped it.
  case interrupted
  /// The method came to its own end without a proof.
  case finished
  /// The solver could not go on, such as on a plan that is too large for it; the
  /// roster is what it had by then.
  case gaveUp = "gave-up"
}

/// How a roster was found and what is known about better ones.
public struct SolutionFigures: Hashable, Sendable {
  /// The solver's name.
  public var solver: String
  /// A proven lower bound on the cost of every roster of the plan; nil when
  /// nothing is proven.
  public var bound: Double?
  /// Seconds the search took.
  public var seconds: Double
  /// The seed of the search.
  public var seed: UInt64
  /// The program's version.
  public var version: String
  /// Why the search stopped.
  public var stopReason: SearchEnding

  /// Figures of a search.
  public init(
    solver: String, bound: Double?, seconds: Double, seed: UInt64, version: String,
    stopReason: SearchEnding
  ) {
    self.solver = solver
    self.bound = bound
    self.seconds = seconds
    self.seed = seed
    self.version = version
    self.stopReason = stopReason
  }

  /// The gap of a roster to the bound: how much cheaper, as a share of its
  /// cost, any other roster can be at most.
  ///
  ///     gap = (objective - bound) / |objective|
  ///
  /// - Returns: A share, at least 0; nil without a bound, or when the cost is
  ///   0 and the bound below it.
  public func gap(objective: Double) -> Double? {
    guard let bound, bound.isFinite, objective.isFinite else { return nil }
    let difference = objective - bound
    // Two sums of money that agree to a millionth are the same.
    if difference <= 1e-6 * max(1, objective.magnitude) { return 0 }
    guard objective != 0 else { return nil }
    return difference / objective.magnitude
  }
}
