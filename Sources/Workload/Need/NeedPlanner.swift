import CivilTime

/// Why a need cannot be computed.
public enum NeedError: Error, Equatable, Sendable {
  /// The forecast has no series with the class's name.
  case noForecast(className: String)
  /// Neither the history nor the plan says how long a ticket takes.
  case handleTimeUnknown(className: String)
}

/// Tickets that already wait when the horizon begins.
public struct CarriedBacklog: Equatable, Sendable {
  /// The class they belong to.
  public var className: String
  /// How many there are.
  public var tickets: Double
  /// Seconds from the start of the horizon to their deadline, on the class's
  /// clock; nil gives them the whole of the goal, 0 or less means overdue.
  public var dueInSeconds: Double?

  /// A backlog.
  public init(className: String, tickets: Double, dueInSeconds: Double? = nil) {
    self.className = className
    self.tickets = tickets
    self.dueInSeconds = dueInSeconds
  }
}

extension CarriedBacklog {
  /// What the classes say waits when the horizon begins.
  public static func waiting(_ classes: [WorkloadClass]) -> [CarriedBacklog] {
    classes.filter { $0.backlogTickets > 0 }.map {
      CarriedBacklog(className: $0.name, tickets: $0.backlogTickets)
    }
  }
}

/// Turns a forecast into agents wanted per interval and skill.
///
/// Contacts that are answered at once take the agents that meet their goal in
/// each interval (``ContactQueue``), or with head starts one queue for the
/// classes of a skill (``SharedQueue``). While their class is closed nobody
/// answers: such arrivals are not served, and counted. Work that may wait is
/// laid into the valleys under them, always in time for its deadline
/// (``DeadlineLevelling``); it may arrive at any hour. Idle time between
/// contacts is not counted on for deferrable work, a reserve.
///
/// The needs of classes that share a skill add up.
public struct NeedPlanner: Equatable, Sendable {
  /// The classes, in the order of the plan.
  public var classes: [WorkloadClass]
  /// When the team is open, for classes without hours of their own.
  public var openingHours: OpeningHours
  /// Work whose deadline leaves less open time than this (it came at night
  /// with a deadline by the clock) may take this much open time, in minutes.
  public var reopeningMinutes: Double

  /// A planner.
  public init(
    classes: [WorkloadClass], openingHours: OpeningHours = OpeningHours(),
    reopeningMinutes: Double = 60
  ) {
    self.classes = classes
    self.openingHours = openingHours
    self.reopeningMinutes = reopeningMinutes
  }

  /// Agents wanted per interval of the forecast's horizon.
  ///
  /// - Parameters:
  ///   - forecast: One series a class, found by name.
  ///   - backlog: Tickets that wait at the start; those of classes answered
  ///     at once are ignored.
  /// - Throws: ``NeedError`` for a class without forecast or handle time.
  /// - Complexity: O(classes x intervals) queueing evaluations; levelling is
  ///   O(intervals^2) at worst.
  public func need(
    for forecast: Forecast, backlog: [CarriedBacklog] = []
  ) throws(NeedError) -> StaffingNeed {
    let axis = forecast.axis
    var needs = [ClassNeed?](repeating: nil, count: classes.count)
    for (index, workload) in classes.enumerated() where !workload.goal.isDeferrable {
      let demand = try demand(of: workload, in: forecast)
      needs[index] = immediateNeed(of: workload, demand: demand, axis: axis)
    }
    shareQueues(of: &needs, axis: axis)
    // The tightest deadlines choose their valleys first.
    let waiting = classes.indices.filter { classes[$0].goal.isDeferrable }
      .sorted { (deadline(of: $0), $0) < (deadline(of: $1), $1) }
    for index in waiting {
      let workload = classes[index]
      let demand = try demand(of: workload, in: forecast)
      var ground = Array(repeating: 0.0, count: axis.intervalCount)
      for case let other? in needs where other.workloadClass.skill == workload.skill {
        for interval in ground.indices { ground[interval] += other.gross[interval] }
      }
      needs[index] = deferrableNeed(
        of: workload, demand: demand, ground: ground, axis: axis,
        backlog: backlog.filter { $0.className == workload.name })
    }
    var skills: [String] = []
    for workload in classes where !skills.contains(workload.skill) { skills.append(workload.skill) }
    return StaffingNeed(
      axis: axis,
      skills: skills.map { skill in
        SkillNeed(
          skill: skill, classes: needs.compactMap { $0 }.filter { $0.workloadClass.skill == skill })
      })
  }

  /// Gives the immediate classes of a skill that differ in priority or head
  /// start the agents of one queue, shared out by load.
  private func shareQueues(of needs: inout [ClassNeed?], axis: DemandAxis) {
    for skill in Set(classes.map(\.skill)).sorted()
    where SharedQueue.isShared(classes.filter { $0.skill == skill }) {
      let members = classes.indices.filter {
        classes[$0].skill == skill && !classes[$0].goal.isDeferrable
      }
      let group = members.compactMap { needs[$0] }
      guard group.count > 1 else { continue }
      let ceiling = group.map(\.workloadClass.occupancyCeiling).min() ?? 1
      var nets = group.map(\.net)
      for interval in 0..<axis.intervalCount {
        let present = group.indices.filter { group[$0].arrivals[interval] > 0 }
        let queue = SharedQueue(
          present.map { group[$0] }, interval: interval, intervalSeconds: axis.intervalSeconds)
        let agents = queue.agentsNeeded(
          goals: present.map { group[$0].workloadClass.goal }, occupancyCeiling: ceiling)
        for (place, member) in present.enumerated() {
          let part = queue.parts[place]
          let share = part.arrivalsPerSecond * part.handleSeconds / max(queue.load, 1e-12)
          nets[member][interval] = agents * share
        }
      }
      for (index, member) in members.enumerated() {
        let need = group[index]
        needs[member] = ClassNeed(
          workloadClass: need.workloadClass, arrivals: need.arrivals,
          closedArrivals: need.closedArrivals, handleSeconds: need.handleSeconds,
          net: nets[index], openShares: need.openShares)
      }
    }
  }

  private struct Demand {
    var arrivals: [Double]
    var handleSeconds: [Double]
    var openShares: [Double]
  }

  private func demand(
    of workload: WorkloadClass, in forecast: Forecast
  ) throws(NeedError) -> Demand {
    guard let series = forecast.series(named: workload.name) else {
      throw .noForecast(className: workload.name)
    }
    let arrivals = series.arrivals
    let learned = series.handleSeconds.map { $0 > 0 ? $0 + workload.wrapUpSeconds : 0 }
    let handle = workload.handleSeconds.map { Array(repeating: $0, count: arrivals.count) }
    let seconds = handle ?? learned
    guard zip(arrivals, seconds).allSatisfy({ $0 <= 0 || $1 > 0 }) else {
      throw .handleTimeUnknown(className: workload.name)
    }
    let hours = workload.openingHours ?? openingHours
    return Demand(
      arrivals: arrivals, handleSeconds: seconds, openShares: hours.openShares(over: forecast.axis))
  }

  private func deadline(of index: Int) -> Double {
    if case .finished(let seconds, _) = classes[index].goal { return seconds }
    return 0
  }

  private func immediateNeed(
    of workload: WorkloadClass, demand: Demand, axis: DemandAxis
  ) -> ClassNeed {
    var served = demand.arrivals
    var net = Array(repeating: 0.0, count: served.count)
    var closed = 0.0
    for interval in served.indices {
      let open = demand.openShares[interval]
      guard open > 0 else {
        closed += served[interval]
        served[interval] = 0
        continue
      }
      // In an interval that is open in part, all its contacts come then.
      let queue = ContactQueue(
        arrivals: served[interval], perSeconds: axis.intervalSeconds * open,
        handleSeconds: demand.handleSeconds[interval], patienceSeconds: workload.patienceSeconds,
        concurrency: workload.concurrency)
      net[interval] = queue.agentsNeeded(
        for: workload.goal, occupancyCeiling: workload.occupancyCeiling)
    }
    return ClassNeed(
      workloadClass: workload, arrivals: served, closedArrivals: closed,
      handleSeconds: demand.handleSeconds, net: net, openShares: demand.openShares)
  }

  private func deferrableNeed(
    of workload: WorkloadClass, demand: Demand, ground: [Double], axis: DemandAxis,
    backlog: [CarriedBacklog]
  ) -> ClassNeed {
    guard case .finished(let seconds, let clock) = workload.goal else {
      return immediateNeed(of: workload, demand: demand, axis: axis)
    }
    func hours(_ tickets: Double, _ handleSeconds: Double) -> Double {
      tickets * handleSeconds / 3_600 / max(workload.concurrency, 1)
    }
    let times = zip(demand.arrivals, demand.handleSeconds)
    let mean = meanHandleSeconds(demand)
    var batches = backlog.map { item in
      DeadlineLevelling.Batch(
        hours: hours(item.tickets, mean), arrival: nil,
        dueInSeconds: max(0, item.dueInSeconds ?? seconds))
    }
    for (interval, (arrivals, handle)) in times.enumerated() where arrivals > 0 {
      batches.append(
        DeadlineLevelling.Batch(
          hours: hours(arrivals, handle), arrival: interval, dueInSeconds: seconds))
    }
    let present = max(1e-9, 1 - workload.shrinkage)
    let levelling = DeadlineLevelling(
      openShares: demand.openShares, intervalSeconds: axis.intervalSeconds, clock: clock,
      leastOpenSeconds: reopeningMinutes * 60)
    let productivity = max(1e-9, min(1, workload.occupancyCeiling))
    let plan = levelling.plan(
      batches: batches, ground: ground, hoursPerAgent: axis.intervalHours * present * productivity)
    let net = plan.workHours.indices.map { interval in
      let open = demand.openShares[interval] * axis.intervalHours * productivity
      return open > 0 ? plan.workHours[interval] / open : 0
    }
    return ClassNeed(
      workloadClass: workload, arrivals: demand.arrivals, handleSeconds: demand.handleSeconds,
      net: net, openShares: demand.openShares, backlogHours: plan.backlogHours,
      deferredWork: levelling.windows(
        of: batches, hoursOnDuty: 1 / (present * productivity)))
  }

  private func meanHandleSeconds(_ demand: Demand) -> Double {
    let count = demand.arrivals.reduce(0, +)
    let seconds = zip(demand.arrivals, demand.handleSeconds).reduce(0) { $0 + $1.0 * $1.1 }
    if count > 0 { return seconds / count }
    let known = demand.handleSeconds.filter { $0 > 0 }
    return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
  }
}
