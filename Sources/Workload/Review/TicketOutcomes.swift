import CivilTime
import Foundation

/// How a ticket went, as far as its log says.
public struct TicketOutcome: Equatable, Sendable {
  /// Where it belongs.
  public var stream: TicketStream
  /// The day it was created, in the plan's zone.
  public var date: CivilDate
  /// The minute of that day.
  public var minuteOfDay: Int
  /// The work it took in seconds, or nil.
  public var handleSeconds: Double?
  /// How long its customer waited in seconds, or nil.
  public var waitSeconds: Double?
  /// True if the customer gave up.
  public var isAbandoned: Bool
  /// The customer's verdict as the log has it: 1 good and 0 bad, or a number
  /// on the log's own scale; nil without one.
  public var satisfaction: Double?
  /// How often it was opened again, or nil if the log does not say.
  public var reopened: Double?

  /// An outcome.
  public init(
    stream: TicketStream, date: CivilDate, minuteOfDay: Int, handleSeconds: Double? = nil,
    waitSeconds: Double? = nil, isAbandoned: Bool = false, satisfaction: Double? = nil,
    reopened: Double? = nil
  ) {
    self.stream = stream
    self.date = date
    self.minuteOfDay = minuteOfDay
    self.handleSeconds = handleSeconds
    self.waitSeconds = waitSeconds
    self.isAbandoned = isAbandoned
    self.satisfaction = satisfaction
    self.reopened = reopened
  }
}

/// Sums of values with their spread.
public struct ValueTally: Equatable, Sendable {
  /// How many values.
  public private(set) var count = 0.0
  /// Their sum.
  public private(set) var sum = 0.0
  private var squares = 0.0

  /// No values.
  public init() {}

  /// Adds a value.
  public mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  /// Their mean, nil without values.
  public var mean: Double? { count > 0 ? sum / count : nil }

  /// The standard error of the mean, nil with fewer than two values.
  public var standardError: Double? {
    guard count > 1 else { return nil }
    let variance = max(0, squares - sum * sum / count) / (count - 1)
    return (variance / count).squareRoot()
  }

  /// Adds the values of another tally.
  public mutating func add(_ other: ValueTally) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }
}

/// What customers of a class got in an hour of the day, over all days.
public struct OutcomeTally: Equatable, Sendable {
  /// Tickets.
  public private(set) var tickets = 0
  /// Those whose customer gave up.
  public private(set) var abandoned = 0
  /// Those with a known wait.
  public private(set) var timed = 0
  /// Of those, answered within the threshold of the class's goal.
  public private(set) var inTime = 0
  /// All known waits.
  public private(set) var waits = ValueTally()
  /// All known handle times.
  public private(set) var handles = ValueTally()
  /// Verdicts of customers answered in time, and of all others.
  public private(set) var satisfactionInTime = ValueTally()
  public private(set) var satisfactionLate = ValueTally()
  /// Tickets of which the log says whether they were opened again, and those
  /// that were.
  public private(set) var reopenKnown = 0
  public private(set) var reopened = 0

  /// All verdicts.
  public var satisfaction: ValueTally {
    var all = satisfactionInTime
    all.add(satisfactionLate)
    return all
  }

  /// Those who gave up after nobody knows how long.
  private var untimedAbandoned = 0

  /// The share answered within the threshold, nil if no wait is known. Whoever
  /// gave up was not.
  public var inTimeShare: Double? {
    timed > 0 ? Double(inTime) / Double(timed + untimedAbandoned) : nil
  }
  /// The share that gave up; nil without tickets.
  public var abandonedShare: Double? {
    tickets > 0 ? Double(abandoned) / Double(tickets) : nil
  }
  /// The share opened again; nil if unknown.
  public var reopenedShare: Double? {
    reopenKnown > 0 ? Double(reopened) / Double(reopenKnown) : nil
  }
  /// Mean patience in seconds: the time all customers waited for each who gave
  /// up (the maximum-likelihood estimate of an exponential patience from
  /// censored waits); nil with fewer than 20 who gave up, or if how long some of
  /// them waited is not known.
  public var patienceSeconds: Double? {
    abandoned >= 20 && waits.sum > 0 && untimedAbandoned == 0
      ? waits.sum / Double(abandoned) : nil
  }

  /// No tickets.
  public init() {}

  /// Counts a ticket.
  ///
  /// - Parameter threshold: Seconds within which its class promises an answer.
  public mutating func add(_ ticket: TicketOutcome, threshold: Double) {
    tickets += 1
    if ticket.isAbandoned { abandoned += 1 }
    if let handle = ticket.handleSeconds, handle >= 0, !ticket.isAbandoned { handles.add(handle) }
    var isInTime = false
    if let wait = ticket.waitSeconds, wait >= 0 {
      timed += 1
      waits.add(wait)
      isInTime = !ticket.isAbandoned && wait <= threshold
      if isInTime { inTime += 1 }
    } else if ticket.isAbandoned {
      untimedAbandoned += 1
    }
    if let verdict = ticket.satisfaction {
      if isInTime { satisfactionInTime.add(verdict) } else { satisfactionLate.add(verdict) }
    }
    if let count = ticket.reopened {
      reopenKnown += 1
      if count > 0 { reopened += 1 }
    }
  }

  /// Adds another tally.
  public mutating func add(_ other: OutcomeTally) {
    untimedAbandoned += other.untimedAbandoned
    tickets += other.tickets
    abandoned += other.abandoned
    timed += other.timed
    inTime += other.inTime
    waits.add(other.waits)
    handles.add(other.handles)
    satisfactionInTime.add(other.satisfactionInTime)
    satisfactionLate.add(other.satisfactionLate)
    reopenKnown += other.reopenKnown
    reopened += other.reopened
  }
}

/// Outcomes counted by workload class and hour of the day.
///
/// Memory grows with classes, not with tickets.
public struct OutcomeCounts: Equatable, Sendable {
  /// The classes.
  public let classes: [WorkloadClass]
  /// For each class 24 tallies.
  public private(set) var hours: [[OutcomeTally]]
  /// The best verdict seen: what the log's scale goes up to.
  public private(set) var bestVerdict = 0.0

  /// Counts for some classes; nothing counted yet.
  public init(classes: [WorkloadClass]) {
    self.classes = classes
    hours = classes.map { _ in Array(repeating: OutcomeTally(), count: 24) }
  }

  /// Counts a ticket; one that no class takes is left out.
  public mutating func add(_ ticket: TicketOutcome) {
    guard let index = classes.firstIndex(where: { $0.takes.takes(ticket.stream) }),
      (0..<1_440).contains(ticket.minuteOfDay)
    else { return }
    if let verdict = ticket.satisfaction { bestVerdict = max(bestVerdict, verdict) }
    hours[index][ticket.minuteOfDay / 60].add(
      ticket, threshold: ContactQueue.thresholdSeconds(of: classes[index].goal))
  }

  /// A class over the whole day.
  public func total(ofClass index: Int) -> OutcomeTally {
    hours[index].reduce(into: OutcomeTally()) { $0.add($1) }
  }

  /// What verdicts are divided by to become shares: 1, 5, 10 or 100, the least
  /// that all verdicts fit into.
  public var verdictScale: Double { [1, 5, 10].first { bestVerdict <= $0 } ?? 100 }
}
