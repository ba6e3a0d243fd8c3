import CivilTime
import Testing
import Workload

struct TicketOutcomesTests {
  @Test func `tickets are counted by class, hour and promise`() {
    let classes = [
      WorkloadClass(
        name: "chat", takes: TicketSelector(queues: ["chat"]), skill: "chat",
        goal: .answered(share: 0.8, withinSeconds: 30))
    ]
    var counts = OutcomeCounts(classes: classes)
    let chat = TicketStream(queue: "chat")
    let date = BankLog.date("2026-02-16")
    for (minute, wait, verdict) in [(540, 10.0, 5.0), (545, 40.0, 2.0), (599, 30.0, 4.0)] {
      counts.add(
        TicketOutcome(
          stream: chat, date: date, minuteOfDay: minute, handleSeconds: 100, waitSeconds: wait,
          satisfaction: verdict, reopened: wait > 35 ? 2 : 0))
    }
    for _ in 0..<20 {
      counts.add(
        TicketOutcome(
          stream: chat, date: date, minuteOfDay: 600, waitSeconds: 50, isAbandoned: true))
    }
    counts.add(TicketOutcome(stream: TicketStream(queue: "mail"), date: date, minuteOfDay: 540))
    let nine = counts.hours[0][9]
    #expect(nine.tickets == 3 && nine.timed == 3 && nine.inTime == 2)
    #expect(nine.satisfactionInTime.mean == 4.5 && nine.satisfactionLate.mean == 2)
    #expect(nine.reopenedShare == 1.0 / 3)
    #expect(counts.verdictScale == 5)
    let total = counts.total(ofClass: 0)
    #expect(total.tickets == 23 && total.abandoned == 20)
    // 20 customers gave up while all together waited 1,080 s.
    #expect(total.patienceSeconds == 54)
    #expect(total.handles.mean == 100 && total.handles.standardError == 0)
  }

  @Test("Whoever gave up after an unknown wait was not answered in time")
  func unknownWaits() throws {
    var tally = OutcomeTally()
    let date = try #require(CivilDate(iso: "2026-02-16"))
    for number in 0..<1_000 {
      tally.add(
        TicketOutcome(
          stream: TicketStream(queue: "calls"), date: date, minuteOfDay: 600,
          waitSeconds: number < 800 ? 5 : nil, isAbandoned: number >= 800), threshold: 20)
    }
    #expect(tally.inTimeShare == 0.8)
    #expect(tally.patienceSeconds == nil)
    var sum = OutcomeTally()
    sum.add(tally)
    #expect(sum.inTimeShare == 0.8 && sum.patienceSeconds == nil)
  }
}
