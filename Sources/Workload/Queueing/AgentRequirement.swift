import Foundation

extension ContactQueue {
  /// The threshold in seconds that a goal counts service levels to; 20 s for
  /// goals that name none.
  public static func thresholdSeconds(of goal: ServiceGoal) -> Double {
    if case .answered(_, let seconds) = goal { return seconds }
    return 20
  }

  /// The least real-valued number of agents that meets a goal.
  ///
  /// For 100 contacts in 30 minutes of 180 s each and 80 % within 20 s this is
  /// 13.037. Keep it real-valued, add classes up and divide by
  /// `1 - shrinkage` first; round once, in a display.
  ///
  /// - Parameters:
  ///   - goal: The goal. A share of 1 cannot be reached and is read as
  ///     1 - 1e-9; a `finished` goal asks only for the capacity of the load.
  ///   - occupancyCeiling: The largest occupancy allowed, above 0 to 1.
  ///   - definition: What the share of an `answered` goal is a share of.
  /// - Returns: Agents serving at once; 0 without arrivals.
  /// - Complexity: O(1): about ten evaluations of ``performance(agents:thresholdSeconds:)``.
  public func agentsNeeded(
    for goal: ServiceGoal, occupancyCeiling: Double = 1,
    definition: ServiceLevelDefinition = .ofOffered
  ) -> Double {
    guard load > 0 else { return 0 }
    let forGoal = agentsForGoal(goal, definition: definition)
    let ceiling = min(1, occupancyCeiling)
    // Under a ceiling of 1 a queue whose customers give up is always allowed.
    guard ceiling > 0, ceiling < 1 || patienceSeconds == nil else { return forGoal }
    guard patienceSeconds != nil else { return max(forGoal, load / ceiling) }
    let forCeiling = leastAgents(above: 0) { agents in
      log(self.performance(agents: agents, thresholdSeconds: 0).occupancy) - log(ceiling)
    }
    return max(forGoal, forCeiling)
  }

  /// The least whole number of agents that meets a goal.
  ///
  /// Parameters are those of ``agentsNeeded(for:occupancyCeiling:)``.
  public func wholeAgentsNeeded(
    for goal: ServiceGoal, occupancyCeiling: Double = 1,
    definition: ServiceLevelDefinition = .ofOffered
  ) -> Int {
    guard load > 0 else { return 0 }
    let real = agentsNeeded(
      for: goal, occupancyCeiling: occupancyCeiling, definition: definition)
    guard real < 1e15 else { return Int.max }
    let whole = Int(ContactQueue.roundedUp(real))
    // A patient queue with as many agents as Erlangs grows without end.
    return patienceSeconds == nil && Double(whole) <= load ? whole + 1 : whole
  }

  /// A real-valued number of agents rounded up to a whole one.
  ///
  /// The root is good to about 1e-10 of its size; a goal met exactly by a
  /// whole number must not be pushed to the next one by that.
  static func roundedUp(_ agents: Double) -> Double {
    (agents - 1e-9 * max(10, agents)).rounded(.up)
  }

  private func agentsForGoal(
    _ goal: ServiceGoal, definition: ServiceLevelDefinition
  ) -> Double {
    let lowest = patienceSeconds == nil ? load : 0
    let threshold = ContactQueue.thresholdSeconds(of: goal)
    let target: Double
    let badness: (Double) -> Double
    switch goal {
    case .answered(let share, _):
      target = max(1e-9, 1 - share)
      badness = {
        self.lateShare(agents: $0, thresholdSeconds: threshold, definition: definition)
      }
    case .meanWait(let seconds):
      target = max(1e-9, seconds)
      badness = { self.performance(agents: $0, thresholdSeconds: threshold).meanWaitSeconds }
    case .waitProbability(let atMost):
      target = max(1e-9, atMost)
      badness = { self.performance(agents: $0, thresholdSeconds: threshold).waitProbability }
    case .abandonment(let atMost):
      guard patienceSeconds != nil else { return load }
      target = max(1e-9, atMost)
      badness = { self.performance(agents: $0, thresholdSeconds: threshold).abandonment }
    case .finished:
      return load
    }
    return leastAgents(above: lowest) { log(badness($0)) - log(target) }
  }

  /// The root of a decreasing function of the number of agents; if it is not
  /// positive anywhere `lowest`, or in a patient queue, which grows without
  /// end there, a hair more.
  private func leastAgents(above lowest: Double, excess: (Double) -> Double) -> Double {
    // Square-root staffing is close for most goals; the steps from there keep
    // the bracket narrow, where the logarithms are nearly straight.
    let floor = lowest + 1e-9 * max(load, 1e-3)
    var step = 0.2 * load.squareRoot() + 0.1
    var low = max(floor, load + 0.6 * load.squareRoot())
    var lowValue = excess(low)
    var (high, highValue) = (low, lowValue)
    if lowValue > 0 {
      while highValue > 0, high < 1e12 {
        (low, lowValue) = (high, highValue)
        high += step
        highValue = excess(high)
        step *= 2
      }
    } else {
      while lowValue <= 0 {
        (high, highValue) = (low, lowValue)
        if low <= floor { return patienceSeconds == nil ? floor : lowest }
        low = max(floor, low - step)
        lowValue = excess(low)
        step *= 2
      }
    }
    return BracketedRoot.find(
      low: low, lowValue: lowValue, high: high, highValue: highValue, function: excess)
  }
}

/// Finds where a decreasing function crosses zero.
enum BracketedRoot {
  /// The Illinois method (a secant kept inside its bracket), with halving
  /// where the values are not finite.
  ///
  /// - Returns: The end of the last bracket at which the function is not
  ///   positive.
  static func find(
    low: Double, lowValue: Double, high: Double, highValue: Double,
    function: (Double) -> Double
  ) -> Double {
    var (low, lowValue, high, highValue) = (low, lowValue, high, highValue)
    var lastSide = 0
    for round in 0..<200 where high - low > 1e-12 * abs(high) && highValue != 0 {
      var middle = (low + high) / 2
      if lowValue.isFinite, highValue.isFinite, lowValue > highValue, round % 8 != 7 {
        middle = (low * highValue - high * lowValue) / (highValue - lowValue)
        // A hair to the right, so that the bracket also closes from there.
        middle += 1e-13 * abs(middle)
        if !(middle > low && middle < high) { middle = (low + high) / 2 }
      }
      let value = function(middle)
      if value > 0 {
        (low, lowValue) = (middle, value)
        if lastSide == 1, highValue.isFinite { highValue /= 2 }
        lastSide = 1
      } else {
        if value > -1e-12 { return middle }
        (high, highValue) = (middle, value)
        if lastSide == -1, lowValue.isFinite { lowValue /= 2 }
        lastSide = -1
      }
    }
    return high
  }
}
