/// What a workload class promises its customers.
public enum ServiceGoal: Equatable, Sendable {
  /// At least `share` (0 to 1) of all arrivals are answered within
  /// `withinSeconds`. Customers who gave up count as not answered.
  case answered(share: Double, withinSeconds: Double)
  /// The mean wait over all arrivals is at most `seconds`.
  case meanWait(seconds: Double)
  /// The share of arrivals that wait at all is at most `atMost` (0 to 1).
  case waitProbability(atMost: Double)
  /// The share of arrivals that give up is at most `atMost` (0 to 1). Needs
  /// the class's patience; without it nobody gives up.
  case abandonment(atMost: Double)
  /// Every ticket is finished within `withinSeconds` of its arrival, counted
  /// by `clock`.
  case finished(withinSeconds: Double, clock: DeadlineClock)

  /// True if the work may wait for a quieter hour.
  public var isDeferrable: Bool {
    if case .finished = self { return true }
    return false
  }
}

/// How the time to a deadline is counted.
public enum DeadlineClock: String, Equatable, Sendable {
  /// Every hour counts, day and night.
  case clockHours
  /// Only hours in which the class is open count.
  case openingHours
}
