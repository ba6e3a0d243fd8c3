import Foundation

/// Contacts that arrive at random and wait for the next free agent: the
/// queues M/M/n (Erlang C: everybody waits), M/M/n+M (Erlang A: customers give
/// up) and M/M/n/n (Erlang B: nobody waits, a patience of 0).
///
/// Formulas: Erlang (1917); Palm (1957); Mandelbaum and Zeltyn, "The
/// Palm/Erlang-A queue, with applications to call centers" (2005). With the
/// load A, n agents, x the waiting time in handle times and eta = handle time
/// / patience, all measures are integrals over
/// w(x) = n exp(-n x + A (1 - exp(-eta x)) / eta), the density (up to scale)
/// of the time a patient customer would wait. `patienceSeconds` nil is the
/// limit eta = 0. The number of agents may be any real number
/// (see ``ErlangFormulas``).
///
/// Agents who serve K contacts at once (chat) are K places each: a contact
/// takes its whole handle time on its place, the others beside it
/// notwithstanding, so the queue is that of n K servers. Dividing the handle
/// time by K instead would have each of them wait for whole agents. With a K
/// that is not whole an agent has the next whole number of places and the
/// handle time is longer in proportion, so that n agents still do n K
/// contacts in a handle time.
///
///     let queue = ContactQueue(arrivals: 100, perSeconds: 1_800, handleSeconds: 180)
///     queue.performance(agents: 13, thresholdSeconds: 20).serviceLevel  // 0.795595
public struct ContactQueue: Equatable, Sendable {
  /// Arrivals per second, at least 0.
  public let arrivalsPerSecond: Double
  /// Mean time in seconds that a contact takes a place, above 0.
  public let handleSeconds: Double
  /// Contacts an agent serves at once, rounded up.
  public let placesPerAgent: Double
  /// Mean patience in seconds, or nil if all wait; 0 if nobody does.
  public let patienceSeconds: Double?

  /// A queue with `arrivals` contacts in `perSeconds` seconds.
  ///
  /// - Parameters:
  ///   - arrivals: Contacts, at least 0.
  ///   - perSeconds: The time in which they arrive, above 0.
  ///   - handleSeconds: Mean handle time, at least 0.
  ///   - patienceSeconds: Mean time until a waiting customer gives up, at
  ///     least 0; nil if all wait, 0 if nobody does.
  ///   - concurrency: Contacts an agent serves at once, at least 1. The handle
  ///     time is the whole time from a contact's beginning to its end, as logs
  ///     of chats have it, not the agent's share of it.
  public init(
    arrivals: Double, perSeconds: Double, handleSeconds: Double,
    patienceSeconds: Double? = nil, concurrency: Double = 1
  ) {
    // A patience of nothing is the limit: whoever finds all busy leaves.
    arrivalsPerSecond = perSeconds > 0 ? max(0, arrivals) / perSeconds : 0
    let concurrency = max(1, concurrency)
    placesPerAgent = concurrency.rounded(.up)
    self.handleSeconds = max(0, handleSeconds) * (placesPerAgent / concurrency)
    self.patienceSeconds = patienceSeconds.map { max(0, $0) }
  }

  /// The classic model that the queue is.
  public var model: QueueModel {
    guard let patienceSeconds else { return .erlangC }
    return patienceSeconds > 0 ? .erlangA : .erlangB
  }

  /// The offered load in Erlangs of agents: how many would be busy if all their
  /// places were always taken.
  public var load: Double { placeLoad / placesPerAgent }

  /// The offered load in places taken.
  private var placeLoad: Double { arrivalsPerSecond * handleSeconds }

  /// How the queue does with a number of agents.
  ///
  /// Without patience and with no more agents than the load the queue grows
  /// without end: everybody waits, the service level is 0, the mean wait
  /// infinite.
  ///
  /// - Parameters:
  ///   - agents: Agents serving, at least 0, need not be whole.
  ///   - thresholdSeconds: The wait that the service levels are counted to.
  /// - Complexity: O(1), about a thousand exponentials.
  public func performance(agents: Double, thresholdSeconds: Double) -> QueuePerformance {
    guard load > 0 else { return .withoutArrivals }
    guard agents > 0 else { return unserved(thresholdSeconds: thresholdSeconds) }
    let places = agents * placesPerAgent
    guard let patienceSeconds else {
      return patient(places: places, threshold: max(0, thresholdSeconds))
    }
    guard patienceSeconds > 0 else { return withoutWaiting(places: places) }
    return impatient(
      places: places, threshold: max(0, thresholdSeconds), patience: patienceSeconds)
  }

  /// The share not answered within a threshold by a definition of the service
  /// level, as ``performance(agents:thresholdSeconds:)`` has it, for less work.
  func lateShare(
    agents: Double, thresholdSeconds: Double, definition: ServiceLevelDefinition = .ofOffered
  ) -> Double {
    guard load > 0 else { return 0 }
    guard agents > 0, let patienceSeconds, patienceSeconds > 0 else {
      return performance(agents: agents, thresholdSeconds: thresholdSeconds)
        .lateShare(definition)
    }
    let integrals = WaitIntegrals(
      load: placeLoad, places: agents * placesPerAgent, haste: handleSeconds / patienceSeconds)
    let haste = integrals.haste
    let limit = max(0, thresholdSeconds) / handleSeconds
    let logIdle = ErlangFormulas.logIdleRatio(
      load: placeLoad, servers: agents * placesPerAgent)
    let inTime = integrals.log(from: 0, to: limit) { exp(-haste * $0) }
    let longWait = integrals.log(from: limit, to: .infinity) { _ in 1 }
    let late: Double
    switch definition {
    case .ofOffered:
      late = logSum(integrals.log(from: 0, to: limit) { -expm1(-haste * $0) }, longWait)
    case .withoutQuickAbandons:
      // Who would wait beyond the threshold and has the patience to reach it.
      late = longWait - haste * limit
    }
    return min(1, exp(late - logSum(logSum(logIdle, inTime), late)))
  }

  private func unserved(thresholdSeconds: Double) -> QueuePerformance {
    guard let patienceSeconds else { return .overloaded }
    return QueuePerformance(
      waitProbability: 1, serviceLevel: 0, serviceLevelWithoutQuickAbandons: 0, lateShare: 1,
      lateShareWithoutQuickAbandons: 1, meanWaitSeconds: patienceSeconds, abandonment: 1,
      occupancy: 1)
  }

  /// Erlang B: who finds all agents busy is lost at once, and so counts as not
  /// answered by both definitions of the service level.
  private func withoutWaiting(places: Double) -> QueuePerformance {
    let logIdle = ErlangFormulas.logIdleRatio(load: placeLoad, servers: places)
    let lost = exp(-logSum(0, logIdle))
    let served = exp(-logSum(0, -logIdle))
    return QueuePerformance(
      waitProbability: lost, serviceLevel: served, serviceLevelWithoutQuickAbandons: served,
      lateShare: lost, lateShareWithoutQuickAbandons: lost, meanWaitSeconds: 0, abandonment: lost,
      occupancy: min(1, placeLoad * served / places))
  }

  private func patient(places: Double, threshold: Double) -> QueuePerformance {
    guard places > placeLoad else { return .overloaded }
    let waiting = ErlangFormulas.waiting(load: placeLoad, servers: places)
    let late = waiting * exp(-(places - placeLoad) * threshold / handleSeconds)
    return QueuePerformance(
      waitProbability: waiting, serviceLevel: 1 - late,
      serviceLevelWithoutQuickAbandons: 1 - late, lateShare: late,
      lateShareWithoutQuickAbandons: late,
      meanWaitSeconds: waiting * handleSeconds / (places - placeLoad), abandonment: 0,
      occupancy: placeLoad / places)
  }

  private func impatient(places: Double, threshold: Double, patience: Double) -> QueuePerformance {
    let integrals = WaitIntegrals(
      load: placeLoad, places: places, haste: handleSeconds / patience)
    let limit = threshold / handleSeconds
    let logIdle = ErlangFormulas.logIdleRatio(load: placeLoad, servers: places)
    let logTotal = logSum(logIdle, integrals.log(from: 0, to: .infinity) { _ in 1 })
    func share(from: Double, to: Double, _ weight: (Double) -> Double) -> Double {
      min(1, exp(integrals.log(from: from, to: to, weight: weight) - logTotal))
    }
    let haste = integrals.haste
    let waiting = share(from: 0, to: .infinity) { _ in 1 }
    // Everybody waits a customer's patience times the share that gives up.
    let abandonment = share(from: 0, to: .infinity) { -expm1(-haste * $0) }
    let servedInTime = share(from: 0, to: limit) { exp(-haste * $0) }
    let longWait = share(from: limit, to: .infinity) { _ in 1 }
    let late = longWait + share(from: 0, to: limit) { -expm1(-haste * $0) }
    let answered = min(1, exp(logIdle - logTotal) + servedInTime)
    // Offered without those who gave up before the threshold: the answered,
    // and who would wait beyond it and has the patience to reach it.
    let stillThere = longWait * exp(-haste * limit)
    let counted = answered + stillThere
    return QueuePerformance(
      waitProbability: waiting, serviceLevel: answered,
      serviceLevelWithoutQuickAbandons: counted > 0 ? answered / counted : 0,
      lateShare: min(1, late),
      lateShareWithoutQuickAbandons: counted > 0 ? stillThere / counted : 1,
      meanWaitSeconds: abandonment * patience, abandonment: abandonment,
      occupancy: min(1, placeLoad * (1 - abandonment) / places))
  }
}

/// The integrals of `weight(x) w(x)` that Erlang A is made of.
private struct WaitIntegrals {
  var load: Double
  var places: Double
  /// Handle time divided by patience.
  var haste: Double

  func log(from lower: Double, to upper: Double, weight: (Double) -> Double) -> Double {
    let peak = places < load ? Foundation.log(load / places) / haste : 0
    let curvature = (haste * places).squareRoot()
    let width = 1 / (abs(places - load) + curvature + 1)
    let integral = LogConcaveIntegral.integral(
      from: lower, to: upper, peak: peak, width: width, weight: weight
    ) { x in -places * x - load * expm1(-haste * x) / haste }
    return Foundation.log(places) + integral.log
  }
}
