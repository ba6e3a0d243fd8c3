import CivilTime
import Testing
import Workload

struct SyntheticHistoryTests {
  static let firstDate = BankLog.date("2025-06-02")
  static let calls = SyntheticQueue(
    stream: TicketStream(queue: "calls", channel: "phone"), meanPerDay: 300,
    weekdayFactors: [1.4, 1.2, 1, 1, 1, 0.8, 0.6], hourWeights: PublishedProfiles.bankCallHours,
    holidayHourWeights: (0..<24).map { $0 >= 18 && $0 < 21 ? 1 : 0 },
    meanHandleSeconds: PublishedProfiles.bankMeanServiceSeconds,
    medianHandleSeconds: PublishedProfiles.bankMedianServiceSeconds, abandonedShare: 0.1)

  static func tickets(_ history: SyntheticHistory) -> [Ticket] {
    var tickets: [Ticket] = []
    history.forEachTicket { tickets.append($0) }
    return tickets
  }

  @Test func `the same seed invents the same tickets, in order of time`() {
    let mail = SyntheticQueue(
      stream: TicketStream(queue: "mail"), meanPerDay: 50, meanHandleSeconds: 600,
      medianHandleSeconds: 400)
    let history = SyntheticHistory(
      queues: [Self.calls, mail], firstDate: Self.firstDate, dayCount: 14, seed: 9)
    let tickets = Self.tickets(history)
    #expect(tickets == Self.tickets(history))
    let keys = tickets.map { $0.date.dayNumber * 1_440 + $0.minuteOfDay }
    #expect(keys == keys.sorted())
    // Another queue changes no ticket of the first.
    var alone = history
    alone.queues = [Self.calls]
    #expect(Self.tickets(alone) == tickets.filter { $0.stream == Self.calls.stream })
    var other = history
    other.seed = 10
    #expect(Self.tickets(other) != tickets)
  }

  @Test func `volumes, weekdays, hours and handle times follow their figures`() {
    let special = Self.firstDate.adding(days: 30)
    let history = SyntheticHistory(
      queues: [Self.calls], firstDate: Self.firstDate, dayCount: 140,
      specialDays: [special: SyntheticDay(ratio: 0.3, followsHolidayHours: true)], seed: 21)
    let tickets = Self.tickets(history)
    #expect(isSmall(Double(tickets.count) / 140 / 300 - 1, limit: 0.03))
    let mondays = tickets.count { $0.date.weekday == .monday }
    #expect(isSmall(Double(mondays) / 20 / 420 - 1, limit: 0.06))
    let ten = tickets.count { $0.minuteOfDay / 60 == 10 }
    #expect(isSmall(Double(ten) / Double(tickets.count) - 0.0855, limit: 0.006))
    let holiday = tickets.filter { $0.date == special }
    #expect(isSmall(Double(holiday.count) - 90, limit: 50))
    #expect(holiday.allSatisfy { (18 * 60..<21 * 60).contains($0.minuteOfDay) })
    let abandoned = tickets.count { $0.isAbandoned }
    #expect(isSmall(Double(abandoned) / Double(tickets.count) - 0.1, limit: 0.01))
    let times = tickets.compactMap(\.handleSeconds)
    #expect(isSmall(times.reduce(0, +) / Double(times.count) / 187 - 1, limit: 0.03))
  }
}
