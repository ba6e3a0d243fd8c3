import CivilTime
import Testing
import Workload

struct HistoryTests {
  let monday = BankLog.date("2026-01-05")
  let chat = TicketStream(queue: "orders", urgency: "1", channel: "chat")
  let mail = TicketStream(queue: "orders", urgency: "3", channel: "email")

  @Test func `tickets are counted in their interval with their handle time`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 30))
    for (minute, seconds) in [(0, 100.0), (29, 200), (30, 400), (1_439, 50)] {
      builder.add(
        Ticket(stream: chat, date: monday, minuteOfDay: minute, handleSeconds: seconds))
    }
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 5, isAbandoned: true))
    builder.add(Ticket(stream: mail, date: monday.adding(days: 2), minuteOfDay: 600, weight: 2.5))
    let history = try #require(builder.history())
    #expect(history.axis.dayCount == 3)
    #expect(history.streams.map(\.stream) == [chat, mail])
    let series = history.streams[0].series
    #expect(series.arrivals[0] == 3)
    #expect(series.handledCounts[0] == 2)
    #expect(series.handleSeconds[0] == 300)
    #expect(series.arrivals[1] == 1)
    #expect(series.arrivals[47] == 1)
    #expect(history.streams[1].series.arrivals[2 * 48 + 20] == 2.5)
    #expect(history.total(named: "all").arrivals.reduce(0, +) == 7.5)
    #expect(history.treatments.map(\.action) == [.historyIsShort])
    #expect(history.treatments[0].count == 3)
  }

  @Test func `the order of rows does not matter, nor how the log grows`() throws {
    var generator = SeededRandom(seed: 5)
    let tickets = (0..<400).map { index in
      Ticket(
        stream: index % 3 == 0 ? chat : mail, date: monday.adding(days: index * 7 % 900),
        minuteOfDay: index * 37 % 1_440, handleSeconds: Double(index))
    }
    let histories = try [tickets, tickets.reversed(), tickets.shuffled(using: &generator)].map {
      var builder = try #require(TicketHistoryBuilder(intervalMinutes: 15))
      for ticket in $0 { builder.add(ticket) }
      return try #require(builder.history())
    }
    #expect(histories[0] == histories[1])
    #expect(histories[0] == histories[2])
    #expect(histories[0].total(named: "").arrivals.reduce(0, +) == 400)
  }

  @Test func `bad rows are counted, not swallowed`() throws {
    let limits = TicketHistoryBuilder.Limits(
      dates: monday...monday.adding(days: 6), longestHandleSeconds: 7_200)
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60, limits: limits))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 60, handleSeconds: -5))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 60, handleSeconds: 7_201))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 60, handleSeconds: 7_200))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 1_440))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 10, weight: -1))
    builder.add(Ticket(stream: chat, date: monday.adding(days: 7), minuteOfDay: 10))
    let history = try #require(builder.history())
    #expect(history.axis.dayCount == 7)
    let series = history.streams[0].series
    #expect(series.arrivals[1] == 3)
    #expect(series.meanHandleSeconds == 7_200)
    let counts = history.treatments.map { "\($0.action.rawValue) \($0.count)" }
    #expect(
      counts == [
        "rowsOutsideDates 1", "rowsRejected 2", "negativeHandleTimesIgnored 1",
        "longHandleTimesIgnored 1", "historyIsShort 7",
      ])
  }

  @Test func `of more than ten years the newest count`() throws {
    let limits = TicketHistoryBuilder.Limits(dates: monday.adding(days: -5_000)...monday)
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60, limits: limits))
    builder.add(Ticket(stream: chat, date: monday.adding(days: -4_000), minuteOfDay: 600))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 600))
    let history = try #require(builder.history())
    #expect(history.axis.firstDate.adding(days: history.axis.dayCount - 1) == monday)
    #expect(history.total(named: "").arrivals.reduce(0, +) == 1)
    #expect(history.treatments.contains { $0.action == .rowsOutsideDates && $0.count == 1 })
  }

  @Test(arguments: [0, 1, 40, 399])
  func `a stray row of 1970 costs a row at the most, wherever it stands`(place: Int) throws {
    var tickets = (0..<400).map { index in
      Ticket(stream: chat, date: monday.adding(days: index % 60), minuteOfDay: 600)
    }
    tickets.insert(
      Ticket(stream: chat, date: BankLog.date("1970-01-01"), minuteOfDay: 480), at: place)
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 30))
    for ticket in tickets { builder.add(ticket) }
    let history = try #require(builder.history())
    #expect(history.axis.firstDate == monday || place == 0)
    #expect(history.axis.firstDate <= monday.adding(days: 1))
    #expect(history.axis.dayCount >= 59)
    let arrivals = history.total(named: "").arrivals.reduce(0, +)
    let outside = try #require(history.treatments.first { $0.action == .rowsOutsideDates })
    #expect(arrivals >= 399 && arrivals + Double(outside.count) == 401)
  }

  @Test func `interval rows spread over shorter intervals and keep their sums`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 15))
    builder.add(
      IntervalRecord(
        stream: chat, date: monday, startMinuteOfDay: 540, minutes: 60, arrivals: 10,
        handledCount: 8, meanHandleSeconds: 120))
    let series = try #require(builder.history()).streams[0].series
    #expect(Array(series.arrivals[36..<40]) == [2.5, 2.5, 2.5, 2.5])
    #expect(series.arrivals.reduce(0, +) == 10)
    #expect(series.meanHandleSeconds == 120)
  }

  @Test func `interval rows that pass midnight are divided there`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 30))
    builder.add(
      IntervalRecord(
        stream: chat, date: monday, startMinuteOfDay: 1_410, minutes: 60, arrivals: 10,
        handledCount: 8, meanHandleSeconds: 120))
    let history = try #require(builder.history())
    let series = history.streams[0].series
    #expect(history.axis.dayCount == 2)
    #expect(series.arrivals[47] == 5 && series.arrivals[48] == 5)
    #expect(series.meanHandleSeconds == 120)
    #expect(!history.treatments.contains { $0.action == .rowsRejected })
  }

  @Test func `a busy queue's empty day is missing, a labelled one is quiet`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60))
    let stream = builder.index(of: chat)
    // Four weeks, Sundays off, the second Wednesday and Thursday without rows.
    for day in 0..<28 where day % 7 != 6 && day != 9 && day != 10 {
      for _ in 0..<20 {
        builder.add(
          stream: stream, date: monday.adding(days: day), minuteOfDay: 600, handleSeconds: nil)
      }
    }
    let history = try #require(builder.history())
    #expect(history.streams[0].series.coverage[9] == .missing)
    #expect(history.streams[0].series.coverage[10] == .missing)
    #expect(history.streams[0].series.coverage.count { $0 == .missing } == 2)
    let treatment = try #require(history.treatments.first)
    #expect(treatment.action == .dayTakenAsMissing)
    #expect(treatment.firstDate == monday.adding(days: 9))
    #expect(treatment.lastDate == monday.adding(days: 10))
    let labels = [monday.adding(days: 9): DayLabel.holiday(name: "Founding Day", position: 1)]
    let labelled = try #require(builder.history(labels: labels))
    #expect(labelled.streams[0].series.coverage[9] == .observed)
    #expect(labelled.streams[0].series.coverage[10] == .missing)
  }

  @Test func `a stream goes to the first class that takes it, the rest is reported`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60))
    builder.add(Ticket(stream: chat, date: monday, minuteOfDay: 0))
    builder.add(Ticket(stream: mail, date: monday, minuteOfDay: 0))
    builder.add(
      Ticket(stream: TicketStream(queue: "spam"), date: monday, minuteOfDay: 0, weight: 3))
    let history = try #require(builder.history())
    let goal = ServiceGoal.answered(share: 0.8, withinSeconds: 20)
    let classes = [
      WorkloadClass(
        name: "urgent", takes: TicketSelector(urgencies: ["1"]), skill: "care", goal: goal),
      WorkloadClass(
        name: "orders", takes: TicketSelector(queues: ["orders"]), skill: "care", goal: goal),
    ]
    let (series, treatments) = history.series(for: classes, labels: [:])
    #expect(series.map { $0.arrivals[0] } == [1, 1])
    #expect(treatments.map(\.action) == [.rowsWithoutClass])
    #expect(treatments.map(\.count) == [3])
    #expect(treatments.map(\.subject) == ["spam"])
  }

  @Test(arguments: [15, 30, 60])
  func `resampling keeps every day's arrivals and handle time`(minutes: Int) throws {
    let axis = try #require(DemandAxis(firstDate: monday, dayCount: 3, intervalMinutes: 30))
    var series = DemandSeries(name: "chat", axis: axis)
    for interval in 0..<axis.intervalCount {
      series.add(
        arrivals: Double(interval % 11), handled: 1, seconds: Double(interval), interval: interval)
    }
    let resampled = try #require(series.resampled(intervalMinutes: minutes))
    for day in 0..<3 { #expect(resampled.total(ofDay: day) == series.total(ofDay: day)) }
    #expect(resampled.meanHandleSeconds == series.meanHandleSeconds)
    #expect(series.resampled(intervalMinutes: 20) == nil)
  }

  @Test func `opening hours past midnight reach into the next day`() throws {
    let axis = try #require(DemandAxis(firstDate: monday, dayCount: 2, intervalMinutes: 60))
    let hours = OpeningHours(daily: [22 * 60..<25 * 60 + 30])
    let shares = hours.openShares(over: axis)
    #expect(shares[0] == 1)
    #expect(shares[1] == 0.5)
    #expect(shares[2] == 0)
    #expect(shares[22] == 1)
    #expect(shares[24] == 1)
    #expect(shares.reduce(0, +) == 1.5 + 3.5 + 2)
  }
}
