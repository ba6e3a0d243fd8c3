import CivilTime

/// Where a ticket belongs: its queue, its urgency and its channel as the log
/// writes them. Empty text where the log has no such column.
public struct TicketStream: Hashable, Comparable, Sendable {
  /// The queue or type of question.
  public var queue: String
  /// The urgency or priority label.
  public var urgency: String
  /// The channel: phone, chat, email and so on.
  public var channel: String

  /// A stream of tickets.
  public init(queue: String, urgency: String = "", channel: String = "") {
    self.queue = queue
    self.urgency = urgency
    self.channel = channel
  }

  public static func < (left: TicketStream, right: TicketStream) -> Bool {
    (left.queue, left.urgency, left.channel) < (right.queue, right.urgency, right.channel)
  }
}

/// One ticket of the history: a call, a chat or a written request.
public struct Ticket: Equatable, Sendable {
  /// Where the ticket belongs.
  public var stream: TicketStream
  /// The day it was created, in the plan's zone.
  public var date: CivilDate
  /// The minute of that day, 0 to 1,439.
  public var minuteOfDay: Int
  /// The work it took in seconds, or nil if unknown or not answered.
  public var handleSeconds: Double?
  /// True if the customer gave up before being answered.
  public var isAbandoned: Bool
  /// How many arrivals the row stands for; 1 for a log of single tickets.
  public var weight: Double

  /// A ticket.
  public init(
    stream: TicketStream, date: CivilDate, minuteOfDay: Int, handleSeconds: Double? = nil,
    isAbandoned: Bool = false, weight: Double = 1
  ) {
    self.stream = stream
    self.date = date
    self.minuteOfDay = minuteOfDay
    self.handleSeconds = handleSeconds
    self.isAbandoned = isAbandoned
    self.weight = weight
  }
}

/// One row of a history that is already counted per interval.
public struct IntervalRecord: Equatable, Sendable {
  /// Where the arrivals belong.
  public var stream: TicketStream
  /// The day of the interval, in the plan's zone.
  public var date: CivilDate
  /// The minute of the day at which the interval starts, 0 to 1,439.
  public var startMinuteOfDay: Int
  /// The length of the interval in minutes. A row that is longer than the
  /// history's interval is spread evenly.
  public var minutes: Int
  /// Arrivals in the interval.
  public var arrivals: Double
  /// How many of them were handled, the weight of the mean handle time; nil
  /// takes all arrivals.
  public var handledCount: Double?
  /// Mean handle time in seconds, or nil if nothing was handled.
  public var meanHandleSeconds: Double?
  /// True if the log says that it misses this interval.
  public var isMissing: Bool

  /// A row of an interval history.
  public init(
    stream: TicketStream, date: CivilDate, startMinuteOfDay: Int, minutes: Int,
    arrivals: Double, handledCount: Double? = nil, meanHandleSeconds: Double? = nil, isMissing: Bool = false
  ) {
    self.stream = stream
    self.date = date
    self.startMinuteOfDay = startMinuteOfDay
    self.minutes = minutes
    self.arrivals = arrivals
    self.handledCount = handledCount
    self.meanHandleSeconds = meanHandleSeconds
    self.isMissing = isMissing
  }
}
