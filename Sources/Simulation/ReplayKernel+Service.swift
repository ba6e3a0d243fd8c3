import Foundation
import Workload

/// Service: taking contacts, finishing them, and tickets in between.
extension ReplayKernel {
  private enum Event {
    static let contactDone: UInt32 = 0
    static let ticketDone: UInt32 = 1
    static let awayStart: UInt32 = 2
    static let awayEnd: UInt32 = 3
  }

  mutating func handle(_ event: EventHeap.Event) {
    let agent = Int(event.agent)
    let stamp = event.tag >> 2
    switch event.tag & 3 {
    case Event.contactDone:
      inHand[agent] &-= 1
      becomeFree(agent, at: event.time)
    case Event.ticketDone:
      if stamp == ticketStamp[agent] { finishTicket(agent, at: event.time) }
    case Event.awayStart:
      if stamp == awayStamp[agent] { startAway(agent, at: event.time) }
    default:
      if stamp == awayStamp[agent] { endAway(agent, at: event.time) }
    }
  }

  /// A handle time of the given mean.
  @inline(__always) private mutating func handleTime(mean: Double) -> Double {
    switch compiled.model.handleTimes {
    case .exponential: RandomVariates.exponential(mean: mean, using: &random)
    case .lognormal:
      // A standard deviation of 1.3 means: median = mean / sqrt(1 + 1.69).
      RandomVariates.lognormal(mean: mean, median: mean / 1.640121946685673, using: &random)
    case .fixed: mean
    }
  }

  /// Starts a contact.
  ///
  /// - Parameter arrivedIn: The interval in which the contact came.
  mutating func serve(
    _ agent: Int, _ kind: Int, handle mean: Double, interval arrivedIn: Int, wait: Double,
    at now: Double
  ) {
    lists.remove(agent)
    let time = handleTime(mean: mean) * compiled.stretch[kind] / compiled.model.shifts[agent].speed
    inHand[agent] &+= 1
    serving[agent] = Int32(truncatingIfNeeded: kind)
    heap.push(
      EventHeap.Event(
        time: now + time, agent: Int32(truncatingIfNeeded: agent), tag: Event.contactDone))
    counts.add(1, .answered, class: kind, interval: arrivedIn)
    if wait <= compiled.model.classes[kind].thresholdSeconds {
      counts.add(1, .inTime, class: kind, interval: arrivedIn)
    }
    if wait > 0 { counts.add(wait, .waited, class: kind, interval: arrivedIn) }
    counts.add(time, .handled, class: kind, interval: interval(at: now))
    if inHand[agent] < compiled.places[kind], isOnDuty[agent], !isAway[agent], awayNext[agent] == 0
    {
      lists.append(agent, to: placeList(Int(group[agent]), kind))
    }
  }

  /// Lets an agent who has come, come back or finished something do the next
  /// thing.
  mutating func becomeFree(_ agent: Int, at now: Double) {
    lists.remove(agent)
    guard isOnDuty[agent], !isAway[agent] else { return }
    if awayNext[agent] > 0 {
      if inHand[agent] == 0 { goAway(agent, at: now) }
      return
    }
    let group = Int(group[agent])
    if inHand[agent] == 0 {
      while inHand[agent] == 0 {
        let kind = firstWaiting(for: group, at: now)
        guard kind >= 0 else {
          beginTicket(agent, at: now)
          return
        }
        serveWaiting(agent, kind, at: now)
      }
    }
    // Places beside contacts in hand go to contacts of the same class.
    let kind = Int(serving[agent])
    while inHand[agent] < compiled.places[kind], hasWaiting(kind, at: now) {
      serveWaiting(agent, kind, at: now)
    }
    lists.remove(agent)
    if inHand[agent] < compiled.places[kind] { lists.append(agent, to: placeList(group, kind)) }
  }

  private mutating func serveWaiting(_ agent: Int, _ kind: Int, at now: Double) {
    let contact = lines[kind].front
    lines[kind].removeFront()
    serve(
      agent, kind, handle: contact.handle, interval: Int(contact.interval),
      wait: now - contact.arrival, at: now)
  }

  /// True if somebody of a class waits; counts who has given up meanwhile.
  @inline(__always) private mutating func hasWaiting(_ kind: Int, at now: Double) -> Bool {
    while !lines[kind].isEmpty {
      let contact = lines[kind].front
      if contact.limit > now { return true }
      lines[kind].removeFront()
      countGivenUp(contact, kind)
    }
    return false
  }

  func countsAsQuick(_ wait: Double, _ kind: Int) -> Bool {
    wait <= compiled.model.classes[kind].thresholdSeconds
  }

  mutating func countGivenUp(_ contact: WaitingLine.Contact, _ kind: Int) {
    let wait = contact.limit - contact.arrival
    let interval = Int(contact.interval)
    counts.add(1, .abandoned, class: kind, interval: interval)
    if countsAsQuick(wait, kind) { counts.add(1, .quick, class: kind, interval: interval) }
    counts.add(wait, .waited, class: kind, interval: interval)
  }

  /// The class whose first waiting contact goes next, or -1.
  @inline(__always) private mutating func firstWaiting(for group: Int, at now: Double) -> Int {
    var best = -1
    var bestPriority = Int.max
    var bestSince = Double.infinity
    for kind in compiled.answeredByGroup[group] {
      let priority = compiled.model.classes[kind].priority
      // The classes are in the order of their priorities.
      if priority > bestPriority { break }
      guard hasWaiting(kind, at: now) else { continue }
      let since = lines[kind].front.arrival - compiled.model.classes[kind].headStartSeconds
      if since < bestSince {
        best = kind
        bestPriority = priority
        bestSince = since
      }
    }
    return best
  }

  // MARK: Tickets

  /// Takes the ticket that is due first, or waits.
  mutating func beginTicket(_ agent: Int, at now: Double) {
    let group = Int(group[agent])
    lists.remove(agent)
    var best = -1
    var bestDue = Double.infinity
    var isAside = false
    for kind in compiled.workedOffByGroup[group] {
      if let due = aside[kind].last?.limit, best < 0 || due < bestDue {
        (best, bestDue, isAside) = (kind, due, true)
      }
      if !lines[kind].isEmpty, best < 0 || lines[kind].front.limit < bestDue {
        (best, bestDue, isAside) = (kind, lines[kind].front.limit, false)
      }
    }
    guard best >= 0 else {
      for kind in compiled.workedOffByGroup[group] {
        counts.mark(.cleared, class: kind, interval: interval(at: now))
      }
      lists.append(agent, to: idleList(group))
      return
    }
    var work: WaitingLine.Contact
    if isAside {
      work = aside[best].removeLast()
    } else {
      work = lines[best].front
      lines[best].removeFront()
      work.handle = handleTime(mean: work.handle) / max(1, compiled.model.classes[best].concurrency)
    }
    ticket[agent] = work
    ticketClass[agent] = Int32(truncatingIfNeeded: best)
    ticketStamp[agent] &+= 1
    ticketEnd[agent] = now + work.handle / compiled.model.shifts[agent].speed
    heap.push(
      EventHeap.Event(
        time: ticketEnd[agent], agent: Int32(truncatingIfNeeded: agent),
        tag: Event.ticketDone | ticketStamp[agent] << 2))
    lists.append(agent, to: ticketList(group))
  }

  private mutating func finishTicket(_ agent: Int, at now: Double) {
    let kind = Int(ticketClass[agent])
    let interval = Int(ticket[agent].interval)
    counts.add(1, .answered, class: kind, interval: interval)
    counts.add(now - ticket[agent].arrival, .waited, class: kind, interval: interval)
    if now > ticket[agent].limit { counts.add(1, .late, class: kind, interval: interval) }
    ticketClass[agent] = -1
    becomeFree(agent, at: now)
  }

  /// Puts the ticket in hand back, the work left remembered; the one due first
  /// stands last.
  mutating func putTicketAside(_ agent: Int, at now: Double) {
    let kind = Int(ticketClass[agent])
    guard kind >= 0 else { return }
    ticket[agent].handle =
      max(0, ticketEnd[agent] - now) * compiled.model.shifts[agent].speed
    let limit = ticket[agent].limit
    let place = aside[kind].lastIndex { $0.limit > limit }.map { $0 + 1 } ?? 0
    aside[kind].insert(ticket[agent], at: place)
    ticketClass[agent] = -1
    ticketStamp[agent] &+= 1
    lists.remove(agent)
  }

  // MARK: Spells away

  /// Plans the next spell away, a share of the time in the long run.
  mutating func planAway(_ agent: Int, after time: Double) {
    let share = compiled.model.shifts[agent].shrinkage
    guard share > 0 else { return }
    let here = compiled.model.awaySeconds * (1 - share) / share
    awayPlanned[agent] = time + RandomVariates.exponential(mean: here, using: &random)
    pushAway(agent, at: awayPlanned[agent], Event.awayStart)
  }

  private mutating func pushAway(_ agent: Int, at time: Double, _ kind: UInt32) {
    heap.push(
      EventHeap.Event(
        time: time, agent: Int32(truncatingIfNeeded: agent), tag: kind | awayStamp[agent] << 2))
  }

  private mutating func startAway(_ agent: Int, at now: Double) {
    awayNext[agent] = RandomVariates.exponential(
      mean: compiled.model.awaySeconds, using: &random)
    putTicketAside(agent, at: now)
    lists.remove(agent)
    if inHand[agent] == 0 { goAway(agent, at: now) }
  }

  mutating func goAway(_ agent: Int, at now: Double) {
    isAway[agent] = true
    let length = awayNext[agent]
    awayNext[agent] = 0
    // The next spell counts from when this one was to end.
    awayPlanned[agent] += length
    pushAway(agent, at: now + length, Event.awayEnd)
  }

  private mutating func endAway(_ agent: Int, at now: Double) {
    isAway[agent] = false
    planAway(agent, after: awayPlanned[agent])
    if awayPlanned[agent] > now { becomeFree(agent, at: now) }
  }

  /// Starts a span on duty, somewhere in the cycle of being here and away.
  mutating func startDuty(_ agent: Int, group newGroup: Int32, at now: Double) {
    guard !isAbsent[agent] else { return }
    isOnDuty[agent] = true
    group[agent] = newGroup
    awayStamp[agent] &+= 1
    awayNext[agent] = 0
    isAway[agent] = false
    let share = compiled.model.shifts[agent].shrinkage
    if share > 0, RandomVariates.uniform(using: &random) < share {
      awayPlanned[agent] = now
      awayNext[agent] = RandomVariates.exponential(
        mean: compiled.model.awaySeconds, using: &random)
    } else {
      planAway(agent, after: now)
    }
    becomeFree(agent, at: now)
  }

  mutating func endDuty(_ agent: Int, at now: Double) {
    guard isOnDuty[agent] else { return }
    isOnDuty[agent] = false
    isAway[agent] = false
    awayNext[agent] = 0
    awayStamp[agent] &+= 1
    putTicketAside(agent, at: now)
    lists.remove(agent)
  }

  // MARK: Counting

  mutating func countBacklog(interval: Int) {
    for kind in 0..<classCount where compiled.deadlines[kind] != nil {
      var waiting = lines[kind].count + aside[kind].count
      for agent in ticketClass.indices where Int(ticketClass[agent]) == kind { waiting += 1 }
      counts.add(Double(waiting), .backlog, class: kind, interval: interval)
    }
  }

  /// Counts what is still open at the end of the horizon: who waited in vain
  /// beyond the threshold is late, later arrivals are taken out of the count;
  /// tickets that fell due are late, those that are due later are taken out.
  mutating func settle(at end: Double) {
    for kind in 0..<classCount {
      let isTicket = compiled.deadlines[kind] != nil
      while !lines[kind].isEmpty {
        let contact = lines[kind].front
        lines[kind].removeFront()
        let interval = Int(contact.interval)
        if isTicket {
          settleTicket(contact, kind, at: end)
        } else if contact.limit <= end {
          countGivenUp(contact, kind)
        } else if countsAsQuick(end - contact.arrival, kind) {
          counts.add(-1, .offered, class: kind, interval: interval)
        } else {
          counts.add(end - contact.arrival, .waited, class: kind, interval: interval)
        }
      }
      for contact in aside[kind] { settleTicket(contact, kind, at: end) }
    }
    for agent in ticketClass.indices where ticketClass[agent] >= 0 {
      settleTicket(ticket[agent], Int(ticketClass[agent]), at: end)
    }
  }

  /// Nobody knows yet whether an open ticket that is due after the end will be
  /// finished in time.
  private mutating func settleTicket(
    _ ticket: WaitingLine.Contact, _ kind: Int, at end: Double
  ) {
    let interval = Int(ticket.interval)
    if ticket.limit <= end {
      counts.add(1, .late, class: kind, interval: interval)
    } else {
      counts.add(-1, .offered, class: kind, interval: interval)
    }
  }
}
