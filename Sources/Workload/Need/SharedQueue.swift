import Foundation

/// Classes of contacts that wait in one queue for the same agents, some with a
/// head start: a contact with a head start of 90 s is served as if it had
/// arrived 90 s earlier.
///
/// The queue as a whole is that of ``ContactQueue`` with the mean handle time
/// and the mean haste of all contacts; who is served first does not change the
/// mean wait of all (for equal handle times). What the classes wait is spread
/// around it: with an unlimited head start the favoured class waits what
/// Cobham ("Priority assignment in waiting line problems", 1954) and Kella and
/// Yechiali (1985) give for M/M/n with priorities, W0 / (1 - rho_h); a small
/// head start d moves the classes apart by d for each contact that waits at
/// all. In between the distance approaches the one of strict priorities
/// exponentially. With customers who give up the favoured queue loses them too
///. The distribution of a class's wait is that of the whole
/// queue, stretched to its mean.
public struct SharedQueue: Sendable {
  /// One class of the queue.
  public struct Part: Sendable {
    /// Contacts a second, at least 0.
    public var arrivalsPerSecond: Double
    /// Mean handle time in seconds, the concurrency of its agents taken off.
    public var handleSeconds: Double
    /// Mean patience in seconds, or nil if all wait.
    public var patienceSeconds: Double?
    /// The head start in seconds; infinite goes before everybody without one.
    public var headStartSeconds: Double

    /// A class.
    public init(
      arrivalsPerSecond: Double, handleSeconds: Double, patienceSeconds: Double? = nil,
      headStartSeconds: Double = 0
    ) {
      self.arrivalsPerSecond = max(0, arrivalsPerSecond)
      self.handleSeconds = max(0, handleSeconds)
      self.patienceSeconds = patienceSeconds
      self.headStartSeconds = max(0, headStartSeconds)
    }
  }

  /// The classes.
  public let parts: [Part]
  private let whole: ContactQueue
  private let arrivalsPerSecond: Double

  /// A queue of several classes.
  public init(_ parts: [Part]) {
    self.parts = parts
    let total = parts.reduce(0) { $0 + $1.arrivalsPerSecond }
    arrivalsPerSecond = total
    let handle = parts.reduce(0) { $0 + $1.arrivalsPerSecond * $1.handleSeconds }
    let haste = parts.reduce(0) { sum, part in
      sum + (part.patienceSeconds.map { part.arrivalsPerSecond / max($0, 1e-9) } ?? 0)
    }
    whole = ContactQueue(
      arrivals: total, perSeconds: 1, handleSeconds: total > 0 ? handle / total : 0,
      patienceSeconds: haste > 0 ? total / haste : nil)
  }

  /// The load of all classes in Erlangs.
  public var load: Double { whole.load }

  /// How each class does with a number of agents.
  ///
  /// - Parameters:
  ///   - agents: Agents serving, need not be whole.
  ///   - goals: One goal a class, for the thresholds.
  /// - Complexity: O(classes) queueing evaluations.
  public func performance(agents: Double, goals: [ServiceGoal]) -> [PartPerformance] {
    let result = whole.performance(agents: agents, thresholdSeconds: 0)
    let waits = meanWaits(agents: agents, whole: result)
    return parts.indices.map { index in
      let stretch = result.meanWaitSeconds > 0 ? waits[index] / result.meanWaitSeconds : 1
      let isFinite = stretch.isFinite && stretch > 0
      func late(_ seconds: Double) -> Double {
        whole.lateShare(agents: agents, thresholdSeconds: isFinite ? seconds / stretch : seconds)
      }
      let gaveUp =
        parts[index].patienceSeconds == nil
        ? 0 : min(1, isFinite ? result.abandonment * stretch : result.abandonment)
      let missed: Double
      switch goals[index] {
      case .answered(_, let seconds), .meanWait(let seconds): missed = late(seconds)
      case .waitProbability: missed = result.waitProbability
      case .abandonment: missed = gaveUp
      case .finished: missed = 0
      }
      return PartPerformance(
        waitProbability: result.waitProbability, meanWaitSeconds: waits[index],
        lateShare: missed, abandonment: gaveUp, occupancy: result.occupancy)
    }
  }

  /// The least real-valued number of agents with which every class meets its
  /// goal and the occupancy stays under a ceiling.
  ///
  /// - Complexity: About a dozen evaluations of ``performance(agents:goals:)``.
  public func agentsNeeded(goals: [ServiceGoal], occupancyCeiling: Double = 1) -> Double {
    guard load > 0 else { return 0 }
    // How far the worst goal is missed, as a logarithm: falls with the agents.
    func miss(_ agents: Double) -> Double {
      let parts = performance(agents: agents, goals: goals)
      let worst = zip(goals, parts).map { $1.miss(of: $0) }.max() ?? 0
      return max(worst, log(max(parts.first?.occupancy ?? 0, 1e-12) / occupancyCeiling) - 1e-12)
    }
    var (high, highMiss) = (max(load, 0.1), 0.0)
    var (low, lowMiss) = (0.0, 10.0)
    while true {
      highMiss = miss(high)
      guard highMiss > 0, high < 1e7 else { break }
      (low, lowMiss) = (high, highMiss)
      high *= 1.3
    }
    // The Illinois method: false position that does not stick to one side.
    var side = 0
    for _ in 0..<40 where high - low > 1e-7 * high {
      var middle = (low * highMiss - high * lowMiss) / (highMiss - lowMiss)
      if !(middle > low && middle < high) { middle = (low + high) / 2 }
      let value = miss(middle)
      if value > 0 {
        (low, lowMiss) = (middle, value)
        if side == 1 { highMiss /= 2 }
        side = 1
      } else {
        (high, highMiss) = (middle, value)
        if side == -1 { lowMiss /= 2 }
        side = -1
      }
      if abs(value) < 1e-9 { break }
    }
    return high
  }

  private func meanWaits(agents: Double, whole result: QueuePerformance) -> [Double] {
    let mean = result.meanWaitSeconds
    guard mean.isFinite, mean > 0, arrivalsPerSecond > 0, agents > 0 else {
      return parts.map { _ in mean }
    }
    return parts.indices.map { index in
      var wait = mean
      for other in parts.indices where other != index {
        let start = parts[other].headStartSeconds
        let own = parts[index].headStartSeconds
        guard start != own else { continue }
        let share = parts[other].arrivalsPerSecond / arrivalsPerSecond
        let distance = gap(
          between: max(start, own), and: min(start, own), agents: agents, whole: result)
        wait += (start > own ? 1 : -1) * share * distance
      }
      return max(0, wait)
    }
  }

  /// How much longer a class waits than one with a larger head start.
  private func gap(
    between high: Double, and low: Double, agents: Double, whole result: QueuePerformance
  ) -> Double {
    let favoured = parts.filter { $0.headStartSeconds >= high }
    let rate = favoured.reduce(0) { $0 + $1.arrivalsPerSecond }
    guard rate > 0, rate < arrivalsPerSecond else { return 0 }
    let first = favouredWait(favoured, rate: rate, agents: agents, whole: result)
    let rest =
      (arrivalsPerSecond * result.meanWaitSeconds - rate * first) / (arrivalsPerSecond - rate)
    let strict = max(0, rest - first)
    guard high.isFinite, result.waitProbability > 0, strict > 0 else { return strict }
    return strict * -expm1(-(high - low) * result.waitProbability / strict)
  }

  /// Mean wait of classes that always go first. While all agents are busy
  /// their queue is that of one server n times as fast, some of whose
  /// customers give up; without any who do this is Cobham's formula.
  private func favouredWait(
    _ favoured: [Part], rate: Double, agents: Double, whole result: QueuePerformance
  ) -> Double {
    let haste =
      favoured.reduce(0) { sum, part in
        sum + (part.patienceSeconds.map { part.arrivalsPerSecond / max($0, 1e-9) } ?? 0)
      } / rate
    let service = agents / max(whole.handleSeconds, 1e-9)
    var (weight, total, length) = (1.0, 1.0, 0.0)
    for waiting in 1...5_000 {
      weight *= rate / (service + Double(waiting) * haste)
      total += weight
      length += Double(waiting) * weight
      if weight < 1e-12 * total { break }
    }
    // A contact that comes while all are busy finds that queue and waits for
    // one more release; both are counted in what waits.
    let meanLength = haste > 0 ? length / total : rate / max(1e-12, service - rate)
    return min(result.meanWaitSeconds, result.waitProbability * meanLength / rate)
  }
}

/// How one class of a shared queue does.
public struct PartPerformance: Equatable, Sendable {
  /// The share that waits at all.
  public let waitProbability: Double
  /// Mean wait in seconds over all arrivals.
  public let meanWaitSeconds: Double
  /// The share that its goal counts as late.
  public let lateShare: Double
  /// The share that gives up.
  public let abandonment: Double
  /// The share of their time that all agents are busy.
  public let occupancy: Double

  /// By what factor a goal is missed, as a logarithm; 0 or less if it is met.
  func miss(of goal: ServiceGoal) -> Double {
    func ratio(_ value: Double, _ target: Double) -> Double {
      // An endless wait is missed by a lot, but by a number.
      min(50, log(max(value, 1e-300) / max(1e-9, target)))
    }
    return switch goal {
    case .answered(let share, _): ratio(lateShare, 1 - share)
    case .meanWait(let seconds): ratio(meanWaitSeconds, seconds)
    case .waitProbability(let share): ratio(waitProbability, share)
    case .abandonment(let share): ratio(abandonment, share)
    case .finished: -50
    }
  }
}

extension WorkloadClass {
  /// Longer than any contact waits: what a step of priority is worth.
  private static let stepOfPriority = 1e6

  /// By how many seconds the class is served before one without head start and
  /// of the lowest priority that arrived with it.
  var rankSeconds: Double { headStartSeconds + Double(9 - priority) * Self.stepOfPriority }
}

extension SharedQueue {
  /// True if some classes of one skill wait in one queue: those answered at
  /// once that differ in priority or head start.
  static func isShared(_ classes: [WorkloadClass]) -> Bool {
    let ranks = classes.filter { !$0.goal.isDeferrable }.map(\.rankSeconds)
    return ranks.dropFirst().contains { $0 != ranks[0] }
  }
}

extension SharedQueue {
  /// The queue of some classes in an interval.
  init(_ needs: [ClassNeed], interval: Int, intervalSeconds: Double, factor: Double = 1) {
    self.init(
      needs.map { need in
        let open = intervalSeconds * need.openShares[interval]
        return Part(
          arrivalsPerSecond: open > 0 ? factor * need.arrivals[interval] / open : 0,
          handleSeconds: need.handleSeconds[interval] / max(need.workloadClass.concurrency, 1e-9),
          patienceSeconds: need.workloadClass.patienceSeconds,
          headStartSeconds: need.workloadClass.rankSeconds)
      })
  }
}
