import Simulation
import Testing

@Suite("Replaying shifts, breaks, tickets and no-shows")
struct ReplayerTests {
  private func mixedModel() -> ReplayModel {
    let hour = 3_600.0
    var urgent = SimulatedQueue.contacts(
      "calls", perSecond: 0.03, from: 8 * hour, to: 20 * hour, handle: 120, closesAt: 20 * hour)
    urgent.patienceSeconds = 90
    var ticket = SimulatedQueue.contacts(
      "tickets", perSecond: 0.01, from: 0, to: 24 * hour, handle: 200)
    ticket.deadline = ReplayDeadline(
      seconds: 24 * hour, openSpans: [8 * hour..<20 * hour])
    let shift = ReplayShift(
      duty: [
        DutySpan(start: 8 * hour, end: 12 * hour, skills: 1),
        DutySpan(start: 13 * hour, end: 20 * hour, skills: 1),
      ], shrinkage: 0.1)
    return ReplayModel(
      endSeconds: 24 * hour, intervalSeconds: 1_800, intervalsPerDay: 48,
      classes: [urgent, ticket], shifts: Array(repeating: shift, count: 6))
  }

  @Test("The outcome is the same on any number of threads, and another for another seed")
  func sameOnAnyThreads() {
    let model = mixedModel()
    let one = Replayer(model, noShow: 0.1, threads: 1).run(replications: 37, seed: 4)
    #expect(one.replications == 37)
    for threads in [2, 5] {
      #expect(Replayer(model, noShow: 0.1, threads: threads).run(replications: 37, seed: 4) == one)
    }
    #expect(Replayer(model, noShow: 0.1, threads: 1).run(replications: 37, seed: 5) != one)
  }

  @Test("Replication k of a seed does not depend on how many there are")
  func replicationsAreIndependent() {
    let model = mixedModel()
    let few = Replayer(model).run(replications: 2, seed: 9)
    let many = Replayer(model).run(replications: 3, seed: 9)
    let sumOfFew = few.classes[0].total.offered.value * 2
    let third = many.classes[0].total.offered.value * 3 - sumOfFew
    #expect(third > 0 && (third - third.rounded()).magnitude < 1e-6)
  }

  @Test("Nobody answers in breaks and after closing; who waits then is turned away")
  func breaksAndClosing() throws {
    let result = Replayer(mixedModel()).run(replications: 40, seed: 1)
    let calls = result.classes[0]
    // 12:30 lies in everybody's break: nobody who comes then is answered
    // before 13:00, and patience is short.
    let inBreak = try #require(calls.intervals[24].serviceLevel)
    #expect(inBreak.value < 0.05)
    let before = try #require(calls.intervals[22].serviceLevel)
    #expect(before.value > 0.8)
    #expect(calls.intervals[..<16].allSatisfy { $0.offered.value == 0 })
    #expect(calls.intervals[40...].allSatisfy { $0.offered.value == 0 })
    let total = calls.total
    let answered = 1 - (try #require(total.abandonment)).value
    #expect(answered >= (try #require(total.serviceLevel)).value)
  }

  @Test("Tickets are put aside: who is answered at once does not notice them")
  func ticketsAreInvisible() throws {
    let end = 2 * 86_400.0
    let calls = SimulatedQueue.contacts("calls", perSecond: 0.06, from: 0, to: end, handle: 100)
    var tickets = SimulatedQueue.contacts(
      "tickets", perSecond: 0.0005, from: 0, to: end, handle: 2_000)
    tickets.deadline = ReplayDeadline(seconds: 8 * 3_600, openSpans: [0..<end])
    let both = SimulatedQueue.model(days: 2, classes: [calls, tickets], agents: 8)
    let alone = SimulatedQueue.model(days: 2, classes: [calls], agents: 8)
    let with = Replayer(both).run(replications: 16, seed: 6)
    let without = Replayer(alone).run(replications: 16, seed: 7)
    let a = try #require(with.classes[0].total.serviceLevel)
    let b = try #require(without.classes[0].total.serviceLevel)
    #expect((a.value - b.value).magnitude < a.margin + b.margin)
    // Agents who would be idle a quarter of the time do one Erlang of them.
    let done = try #require(with.classes[1].total.serviceLevel)
    #expect(done.value > 0.99)
    #expect((with.classes[1].backlog?.clearedOn.allSatisfy { $0 > 0.9 }) ?? false)
  }

  @Test("Open tickets that are due after the end are neither in time nor late")
  func notYetDue() throws {
    let day = 86_400.0
    var tickets = SimulatedQueue.contacts(
      "tickets", perSecond: 0.005, from: 0, to: 2 * day, handle: 200)
    tickets.deadline = ReplayDeadline(seconds: day, openSpans: [0..<3 * day])
    let model = SimulatedQueue.model(days: 2, classes: [tickets], agents: 2)
    let nobody = Replayer(model, noShow: 1).run(replications: 4, seed: 3).classes[0]
    // Those of the first day are late, those of the second are due on the third.
    #expect(try #require(nobody.total.serviceLevel).value == 0)
    let all = Replayer(model).run(replications: 4, seed: 3).classes[0]
    #expect(try #require(all.total.serviceLevel).value > 0.99)
  }

  @Test("Too much work stands as a backlog until the day it clears")
  func backlogClears() throws {
    let day = 86_400.0
    var tickets = ReplayClass(
      name: "tickets", skill: 0,
      arrivals: [
        ArrivalSpan(start: 0, end: 2 * day, perSecond: 0.012, handleSeconds: 200),
        ArrivalSpan(start: 2 * day, end: 5 * day, perSecond: 0.004, handleSeconds: 200),
      ])
    tickets.deadline = ReplayDeadline(seconds: 6 * 3_600, openSpans: [0..<5 * day])
    let model = SimulatedQueue.model(days: 5, classes: [tickets], agents: 2)
    let replay = Replayer(model).run(replications: 20, seed: 8).classes[0]
    let backlog = try #require(replay.backlog)
    // 0.4 Erlangs too much for two days are 346 tickets; 1.2 spare Erlangs
    // work them off in two thirds of a day.
    #expect((backlog.byDay[1].mean - 346).magnitude < 60)
    #expect(backlog.standingDays == 1..<2)
    #expect(backlog.clearingDay == 2)
    #expect(backlog.byDay[1].low < backlog.byDay[1].mean)
    let late = 1 - (try #require(replay.days[1].serviceLevel)).value
    #expect(late > 0.5)
  }

  @Test("No-shows are the share that was asked for; without anybody nobody is answered")
  func noShows() throws {
    let model = SimulatedQueue.constant(load: 40, agents: 40, patience: 10)
    let all = Replayer(model).run(replications: 8, seed: 1).classes[0].total
    let some = Replayer(model, noShow: 0.5).run(replications: 8, seed: 1).classes[0].total
    let ratio = some.handledSeconds / (0.5 * 40 * model.endSeconds)
    #expect(ratio > 0.85 && ratio < 1.1)
    #expect(some.handledSeconds < 0.7 * all.handledSeconds)
    let none = Replayer(model, noShow: 1).run(replications: 2, seed: 1).classes[0].total
    #expect(none.serviceLevel?.value == 0)
    #expect(none.handledSeconds == 0)
  }

  @Test("Shrinkage takes its share of the time away")
  func shrinkage() {
    // Everybody is always busy, so that what is handled is the time there.
    var model = SimulatedQueue.constant(load: 60, agents: 20, patience: 300)
    for index in model.shifts.indices { model.shifts[index].shrinkage = 0.2 }
    let total = Replayer(model).run(replications: 8, seed: 2).classes[0].total
    let share = total.handledSeconds / (20 * model.endSeconds)
    #expect((share - 0.8).magnitude < 0.01)
  }

  @Test("Beginners take longer, in proportion")
  func beginners() {
    var model = SimulatedQueue.constant(load: 60, agents: 20, patience: 300)
    for index in model.shifts.indices { model.shifts[index].speed = 0.5 }
    let slow = Replayer(model).run(replications: 4, seed: 2).classes[0].total
    for index in model.shifts.indices { model.shifts[index].speed = 1 }
    let usual = Replayer(model).run(replications: 4, seed: 2).classes[0].total
    func answered(_ cell: ReplayCell) -> Double {
      cell.offered.value * (1 - (cell.abandonment?.value ?? 1))
    }
    #expect((answered(slow) / answered(usual) - 0.5).magnitude < 0.02)
  }

  @Test("A head start moves a class ahead, without end it is strict priority")
  func headStart() throws {
    func waits(headStart: Double, priority: Int) throws -> [Double] {
      var ahead = SimulatedQueue.contacts(
        "ahead", perSecond: 0.03, from: 0, to: 86_400, handle: 100)
      ahead.headStartSeconds = headStart
      ahead.priority = priority
      let usual = SimulatedQueue.contacts(
        "usual", perSecond: 0.04, from: 0, to: 86_400, handle: 100)
      let model = SimulatedQueue.model(days: 1, classes: [usual, ahead], agents: 8)
      return try Replayer(model).run(replications: 8, seed: 5).classes.map {
        try #require($0.total.meanWaitSeconds).value
      }
    }
    let equal = try waits(headStart: 0, priority: 5)
    let some = try waits(headStart: 30, priority: 5)
    let endless = try waits(headStart: 1e9, priority: 5)
    let strict = try waits(headStart: 0, priority: 1)
    #expect(endless == strict)
    #expect(strict[1] < some[1] && some[1] < equal[1])
    #expect(strict[0] > some[0] && some[0] > equal[0])
  }

  @Test("Handle times keep their mean whatever their shape", arguments: HandleTimes.allCases)
  func handleTimes(_ shape: HandleTimes) {
    var model = SimulatedQueue.constant(load: 10, agents: 30, days: 2)
    model.handleTimes = shape
    let total = Replayer(model).run(replications: 8, seed: 3).classes[0].total
    let mean = total.handledSeconds / total.offered.value
    #expect((mean / 100 - 1).magnitude < 0.02)
  }

  @Test("Nothing at all is an outcome too")
  func empty() {
    let model = ReplayModel(
      endSeconds: 86_400, intervalSeconds: 3_600, intervalsPerDay: 24, classes: [], shifts: [])
    #expect(Replayer(model).run(replications: 3, seed: 1).classes.isEmpty)
    let quiet = SimulatedQueue.constant(load: 0, agents: 0)
    let total = Replayer(quiet).run(replications: 3, seed: 1).classes[0].total
    #expect(total.serviceLevel == nil && total.offered.value == 0)
  }
}
