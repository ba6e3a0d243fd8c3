import Foundation
import Workload

/// Replays one horizon, event by event.
///
/// Contacts that are answered at once go to the agents with the fewest skills
/// first, and of those to the one who has been idle longest, or who has a
/// place free beside contacts of the same class (chat); then to one who puts
/// a ticket aside. Otherwise they wait: a freed agent takes the class of the strictest
/// priority, and among those the contact that has waited longest, its head
/// start included. With nobody waiting the agent works at the ticket that is
/// due first. Shifts and breaks end with the contact in hand.
///
/// - Complexity: O(log agents) for an event; about four events a contact.
struct ReplayKernel {
  let compiled: CompiledReplay
  var random: SeededRandom
  var counts: ReplayCounts
  var heap: EventHeap
  var lists: AgentLists
  /// Contacts that wait, by class; for tickets those not yet begun.
  var lines: [WaitingLine]
  /// Tickets put aside, by class.
  var aside: [[WaitingLine.Contact]]

  // Agents: one for each shift.
  /// Contacts in hand.
  var inHand: [Int32]
  /// Their class.
  var serving: [Int32]
  var group: [Int32]
  var isOnDuty: [Bool]
  var isAway: [Bool]
  var isAbsent: [Bool]
  /// How long the agent goes away after the contact in hand; 0 for not.
  var awayNext: [Double]
  /// When the spell away was to begin: delays must not stretch the cycle.
  var awayPlanned: [Double]
  var awayStamp: [UInt32]
  var ticketClass: [Int32]
  var ticket: [WaitingLine.Contact]
  var ticketEnd: [Double]
  var ticketStamp: [UInt32]

  // Arrivals: the next of each class.
  var nextArrival: [Double]
  var spanOfClass: [Int]
  /// For each class and span what its rate is multiplied with; empty for
  /// classes whose mean is held.
  var luck: [[Double]]
  /// Time that agents are busy and there, by group and interval.
  var duty: DutyTime

  let groupCount: Int
  let classCount: Int
  let intervalSeconds: Double
  let noShow: Double

  init(_ compiled: CompiledReplay, noShow: Double) {
    self.compiled = compiled
    self.noShow = noShow
    let model = compiled.model
    let agents = model.shifts.count
    classCount = model.classes.count
    groupCount = compiled.groups.count
    intervalSeconds = model.intervalSeconds
    random = SeededRandom(seed: 0)
    counts = ReplayCounts(classCount: classCount, intervalCount: model.intervalCount)
    heap = EventHeap(capacity: 4 * agents + 16)
    lists = AgentLists(lists: groupCount * (classCount + 2), agents: agents)
    lines = model.classes.map { _ in WaitingLine() }
    aside = model.classes.map { _ in [] }
    inHand = Array(repeating: 0, count: agents)
    serving = Array(repeating: -1, count: agents)
    group = Array(repeating: 0, count: agents)
    isOnDuty = Array(repeating: false, count: agents)
    isAway = isOnDuty
    isAbsent = isOnDuty
    awayNext = Array(repeating: 0, count: agents)
    awayPlanned = awayNext
    awayStamp = Array(repeating: 0, count: agents)
    ticketClass = serving
    ticket = Array(
      repeating: WaitingLine.Contact(arrival: 0, limit: 0, handle: 0, interval: 0), count: agents)
    ticketEnd = awayNext
    ticketStamp = awayStamp
    nextArrival = Array(repeating: .infinity, count: classCount)
    spanOfClass = Array(repeating: 0, count: classCount)
    luck = Array(repeating: [], count: classCount)
    duty = DutyTime(
      agents: agents, groups: groupCount, intervals: model.intervalCount,
      intervalSeconds: model.intervalSeconds, end: model.endSeconds)
  }

  /// Replays the horizon once; the counts are its outcome.
  mutating func run(seed: UInt64, replication: Int) {
    reset(seed: seed, replication: replication)
    var moment = 0
    let moments = compiled.moments
    let lastMoment = moments.count - 1
    guard lastMoment >= 0 else { return }
    let end = compiled.model.endSeconds
    var (arrival, kind) = earliestArrival()
    while true {
      let known = moments[moment].time
      let event = heap.nextTime
      if known <= arrival && known <= event {
        guard known <= end else { break }
        let now = moments[moment]
        switch now.kind {
        case .dutyStart:
          startDuty(Int(now.index), group: now.group, at: known)
          note(Int(now.index), at: known)
        case .dutyEnd:
          endDuty(Int(now.index), at: known)
          note(Int(now.index), at: known)
        case .intervalEnd: countBacklog(interval: Int(now.index))
        }
        if moment == lastMoment { break }
        moment += 1
      } else if event <= arrival {
        let next = heap.pop()
        handle(next)
        note(Int(next.agent), at: next.time)
      } else {
        arrive(kind, at: arrival)
        drawNextArrival(kind, after: arrival)
        (arrival, kind) = earliestArrival()
      }
    }
    settle(at: end)
    duty.finish()
  }

  /// Tells the clock of an agent whether the agent is there and busy now.
  @inline(__always) mutating func note(_ agent: Int, at now: Double) {
    let isBusy = inHand[agent] > 0 || ticketClass[agent] >= 0
    duty.set(
      agent, group: group[agent], isThere: isBusy || (isOnDuty[agent] && !isAway[agent]),
      isBusy: isBusy, at: now)
  }

  private mutating func reset(seed: UInt64, replication: Int) {
    random = SeededRandom(seed: seed, stream: UInt64(replication) &+ 1)
    counts.removeAll()
    heap.removeAll()
    lists.removeAll()
    duty.removeAll()
    drawLuck()
    for kind in 0..<classCount {
      lines[kind].removeAll()
      aside[kind].removeAll(keepingCapacity: true)
      spanOfClass[kind] = 0
      drawNextArrival(kind, after: -.infinity)
      openLine(kind)
    }
    for agent in inHand.indices {
      inHand[agent] = 0
      serving[agent] = -1
      isOnDuty[agent] = false
      isAway[agent] = false
      awayNext[agent] = 0
      awayStamp[agent] = 0
      ticketClass[agent] = -1
      ticketStamp[agent] = 0
      isAbsent[agent] =
        noShow > 0 && compiled.model.shifts[agent].mayBeMissed
        && RandomVariates.uniform(using: &random) < noShow
    }
  }

  // MARK: Arrivals

  /// Draws by what factor the rate of each span differs from its mean: a luck
  /// that a day has for all classes, and one of each interval and class; both
  /// lognormal with mean 1.
  private mutating func drawLuck() {
    let model = compiled.model
    guard model.classes.contains(where: { !$0.dayVariances.isEmpty }) else { return }
    let days = (0..<model.dayCount).map { _ in RandomVariates.normal(using: &random) }
    let daySeconds = model.intervalSeconds * Double(model.intervalsPerDay)
    func factor(_ variance: Double, _ normal: Double) -> Double {
      let spread = log1p(max(0, variance))
      return exp(spread.squareRoot() * normal - spread / 2)
    }
    for (kind, workload) in model.classes.enumerated() where !workload.dayVariances.isEmpty {
      luck[kind] = workload.arrivals.map { span in
        let day = min(model.dayCount - 1, Int(span.start / daySeconds))
        func value(_ values: [Double]) -> Double { values.indices.contains(day) ? values[day] : 0 }
        return factor(value(workload.dayVariances), days[day])
          * factor(value(workload.intervalVariances), RandomVariates.normal(using: &random))
      }
    }
  }

  /// Puts the tickets that wait at the beginning into their line.
  private mutating func openLine(_ kind: Int) {
    let workload = compiled.model.classes[kind]
    guard workload.openingTickets > 0, let deadline = compiled.deadlines[kind] else { return }
    let due = deadline.due(0)
    for _ in 0..<workload.openingTickets {
      counts.add(1, .offered, class: kind, interval: 0)
      lines[kind].append(
        WaitingLine.Contact(
          arrival: 0, limit: due, handle: workload.openingHandleSeconds, interval: 0))
    }
  }

  @inline(__always) private func earliestArrival() -> (Double, Int) {
    var earliest = Double.infinity
    var kind = 0
    for index in 0..<classCount where nextArrival[index] < earliest {
      earliest = nextArrival[index]
      kind = index
    }
    return (earliest, kind)
  }

  /// The next arrival of a Poisson process whose rate is constant in spans:
  /// an exponential amount of it has to pass.
  private mutating func drawNextArrival(_ kind: Int, after time: Double) {
    let spanCount = compiled.model.classes[kind].arrivals.count
    var amount = RandomVariates.exponential(mean: 1, using: &random)
    var now = time
    while spanOfClass[kind] < spanCount {
      let span = compiled.model.classes[kind].arrivals[spanOfClass[kind]]
      now = max(now, span.start)
      let rate =
        luck[kind].isEmpty ? span.perSecond : span.perSecond * luck[kind][spanOfClass[kind]]
      let rest = (span.end - now) * rate
      if amount < rest {
        nextArrival[kind] = now + amount / rate
        return
      }
      amount -= max(0, rest)
      spanOfClass[kind] += 1
    }
    nextArrival[kind] = .infinity
  }

  @inline(__always) func interval(at time: Double) -> Int {
    min(counts.intervalCount &- 1, Int(time / intervalSeconds))
  }

  private mutating func arrive(_ kind: Int, at now: Double) {
    let span = compiled.model.classes[kind].arrivals[spanOfClass[kind]]
    let interval = interval(at: now)
    counts.add(1, .offered, class: kind, interval: interval)
    if let deadline = compiled.deadlines[kind] {
      lines[kind].append(
        WaitingLine.Contact(
          arrival: now, limit: deadline.due(now), handle: span.handleSeconds,
          interval: Int32(truncatingIfNeeded: interval)))
      for group in compiled.serversOfClass[kind] {
        let agent = lists.head(idleList(group))
        if agent >= 0 {
          beginTicket(agent, at: now)
          note(agent, at: now)
          return
        }
      }
      return
    }
    let agent = freeAgent(for: kind, at: now)
    guard agent < 0 else {
      serve(agent, kind, handle: span.handleSeconds, interval: interval, wait: 0, at: now)
      note(agent, at: now)
      return
    }
    var limit = span.closesAt
    if let patience = compiled.model.classes[kind].patienceSeconds {
      let until = now + RandomVariates.exponential(mean: patience, using: &random)
      if until < limit { limit = until }
    }
    lines[kind].append(
      WaitingLine.Contact(
        arrival: now, limit: limit, handle: span.handleSeconds,
        interval: Int32(truncatingIfNeeded: interval)))
  }

  // MARK: Lists

  @inline(__always) func idleList(_ group: Int) -> Int { group }
  @inline(__always) func ticketList(_ group: Int) -> Int { groupCount &+ group }
  @inline(__always) func placeList(_ group: Int, _ kind: Int) -> Int {
    groupCount &* (2 &+ kind) &+ group
  }

  /// An agent who can take a contact now, taken off tickets if need be, or -1.
  private mutating func freeAgent(for kind: Int, at now: Double) -> Int {
    let servers = compiled.serversOfClass[kind]
    let hasPlaces = compiled.places[kind] > 1
    for group in servers {
      let idle = lists.head(idleList(group))
      if idle >= 0 { return idle }
      guard hasPlaces else { continue }
      let beside = lists.head(placeList(group, kind))
      if beside >= 0 { return beside }
    }
    for group in servers {
      let agent = lists.head(ticketList(group))
      if agent >= 0 {
        putTicketAside(agent, at: now)
        return agent
      }
    }
    return -1
  }
}
