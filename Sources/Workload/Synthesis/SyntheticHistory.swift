import CivilTime
import Foundation

/// A queue of invented tickets: how many come when, and how long they take.
public struct SyntheticQueue: Equatable, Sendable {
  /// Where the tickets belong.
  public var stream: TicketStream
  /// Mean tickets on an average day.
  public var meanPerDay: Double
  /// Factors of the weekdays, Monday first; used as they are.
  public var weekdayFactors: [Double]
  /// Weights of the hours of an ordinary day, 24; only their proportions
  /// matter.
  public var hourWeights: [Double]
  /// Weights of the hours of special days that ask for them, or nil.
  public var holidayHourWeights: [Double]?
  /// Mean of the lognormal handle time in seconds.
  public var meanHandleSeconds: Double
  /// Median of the handle time in seconds.
  public var medianHandleSeconds: Double
  /// The share of tickets whose customer gives up.
  public var abandonedShare: Double
  /// The standard deviation of a day's mean, as a share of it.
  public var dayNoise: Double
  /// Growth in a year, as a share.
  public var yearlyGrowth: Double

  /// A queue.
  public init(
    stream: TicketStream, meanPerDay: Double,
    weekdayFactors: [Double] = Array(repeating: 1, count: 7),
    hourWeights: [Double] = Array(repeating: 1, count: 24), holidayHourWeights: [Double]? = nil,
    meanHandleSeconds: Double, medianHandleSeconds: Double, abandonedShare: Double = 0,
    dayNoise: Double = 0.08, yearlyGrowth: Double = 0
  ) {
    self.stream = stream
    self.meanPerDay = meanPerDay
    self.weekdayFactors = weekdayFactors
    self.hourWeights = hourWeights
    self.holidayHourWeights = holidayHourWeights
    self.meanHandleSeconds = meanHandleSeconds
    self.medianHandleSeconds = medianHandleSeconds
    self.abandonedShare = abandonedShare
    self.dayNoise = dayNoise
    self.yearlyGrowth = yearlyGrowth
  }
}

/// What a special day does to all invented queues.
public struct SyntheticDay: Equatable, Sendable {
  /// Multiplies the day's tickets.
  public var ratio: Double
  /// Whether tickets follow the queue's holiday hours.
  public var followsHolidayHours: Bool

  /// A special day.
  public init(ratio: Double, followsHolidayHours: Bool) {
    self.ratio = ratio
    self.followsHolidayHours = followsHolidayHours
  }
}

/// A seeded log of invented tickets for sample plans and tests.
///
/// A day's mean is drawn from a gamma distribution around its expectation,
/// its count from a Poisson distribution around that mean, and each ticket's
/// hour from the hour weights. Each queue and day has its own random stream:
/// adding a queue or a day changes no other ticket.
public struct SyntheticHistory: Equatable, Sendable {
  /// The queues.
  public var queues: [SyntheticQueue]
  /// The first day.
  public var firstDate: CivilDate
  /// The number of days.
  public var dayCount: Int
  /// The days unlike others.
  public var specialDays: [CivilDate: SyntheticDay]
  /// The seed.
  public var seed: UInt64

  /// A log to be invented.
  public init(
    queues: [SyntheticQueue], firstDate: CivilDate, dayCount: Int,
    specialDays: [CivilDate: SyntheticDay] = [:], seed: UInt64
  ) {
    self.queues = queues
    self.firstDate = firstDate
    self.dayCount = dayCount
    self.specialDays = specialDays
    self.seed = seed
  }

  /// Mean tickets of a queue on a date, before noise.
  public func expectedTickets(of queue: SyntheticQueue, on date: CivilDate) -> Double {
    let weekday = date.weekday.index
    let factor = queue.weekdayFactors.indices.contains(weekday) ? queue.weekdayFactors[weekday] : 1
    let years = Double(firstDate.days(until: date)) / 365.25
    let growth = pow(1 + queue.yearlyGrowth, years)
    return max(0, queue.meanPerDay * factor * growth * (specialDays[date]?.ratio ?? 1))
  }

  /// Invents the tickets day by day, in the order of their creation.
  public func forEachTicket(_ body: (Ticket) -> Void) {
    for offset in 0..<max(0, dayCount) {
      let date = firstDate.adding(days: offset)
      let tickets = queues.indices.flatMap { dayTickets(queue: $0, on: date) }
      let order = tickets.indices.sorted {
        (tickets[$0].minuteOfDay, $0) < (tickets[$1].minuteOfDay, $1)
      }
      for index in order { body(tickets[index]) }
    }
  }

  private func dayTickets(queue index: Int, on date: CivilDate) -> [Ticket] {
    let queue = queues[index]
    var generator = SeededRandom(
      seed: seed, stream: UInt64(truncatingIfNeeded: date.dayNumber &* 1_000 &+ index))
    var mean = expectedTickets(of: queue, on: date)
    if queue.dayNoise > 0, mean > 0 {
      let shape = 1 / (queue.dayNoise * queue.dayNoise)
      mean = RandomVariates.gamma(shape: shape, scale: mean / shape, using: &generator)
    }
    let count = RandomVariates.poisson(mean: mean, using: &generator)
    var weights = queue.hourWeights
    if let holiday = queue.holidayHourWeights,
      specialDays[date]?.followsHolidayHours ?? false
    {
      weights = holiday
    }
    let cumulative = weights.prefix(24).reduce(into: [0.0]) { sums, weight in
      sums.append((sums.last ?? 0) + max(0, weight))
    }
    guard let total = cumulative.last, total > 0 else { return [] }
    return (0..<count).map { _ in
      let point = RandomVariates.uniform(using: &generator) * total
      let hour = max(0, (cumulative.firstIndex { $0 > point } ?? 1) - 1)
      let minute = Int(RandomVariates.uniform(using: &generator) * 60)
      let isAbandoned = RandomVariates.uniform(using: &generator) < queue.abandonedShare
      let seconds = RandomVariates.lognormal(
        mean: queue.meanHandleSeconds, median: queue.medianHandleSeconds, using: &generator)
      return Ticket(
        stream: queue.stream, date: date, minuteOfDay: hour * 60 + minute,
        handleSeconds: isAbandoned ? nil : max(1, seconds.rounded()), isAbandoned: isAbandoned)
    }
  }
}
