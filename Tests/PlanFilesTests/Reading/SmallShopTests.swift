import CivilTime
import Foundation
import Rostering
import Testing
import Workload

@testable import PlanFiles

/// A plan that uses every part of a plan folder, against values worked out by
/// hand.
@Suite struct SmallShopTests {
  let document: PlanDocument
  var plan: RosterPlan { document.plan }

  init() throws {
    document = try Fixture.document(Fixture.url("valid/small-shop"))
  }

  @Test func readsWithoutWarnings() {
    #expect(document.warnings.isEmpty, "\(document.warnings)")
  }

  @Test func readsHorizonAndOpening() {
    #expect(plan.name == "Small shop, Spring Festival 2026")
    #expect(plan.horizon.firstDate == CivilDate(iso: "2026-02-15"))
    #expect(plan.horizon.dayCount == 7)
    #expect(plan.horizon.intervalMinutes == 30)
    // Sunday, usual, by date, closed, usual.
    #expect(
      plan.openingMinutes == [540..<1_080, 480..<1_200, 600..<1_080, nil]
        + Array(repeating: 480..<1_200, count: 3))
    #expect(document.workload.opening.spansByWeekday[6] == [540..<1_080])
    let closed = CivilDate(iso: "2026-02-18").map { document.workload.opening.spans(on: $0) }
    #expect(closed == [])
  }

  @Test func readsCalendarAndLabels() throws {
    let classes = (0..<7).map { plan.calendar.dayClass(on: plan.horizon.date(ofDay: $0)) }
    #expect(
      classes == [.restDay] + Array(repeating: .statutoryDay, count: 4) + [.restDay, .restDay])
    let labels = document.workload.labels
    func label(_ date: String) -> DayLabel? { CivilDate(iso: date).flatMap { labels[$0] } }
    #expect(label("2026-02-15") == .holiday(name: "Spring Festival", position: 1))
    #expect(label("2026-02-21") == .holiday(name: "Spring Festival", position: 7))
    #expect(label("2026-02-14") == .worksLike(.friday))
    #expect(label("2026-02-22") == nil)
    #expect(label("2026-02-23") == .dayAfter("Spring Festival"))
    #expect(label("2025-01-28") == .holiday(name: "Spring Festival", position: 1))
    // A Monday between a Sunday and the holiday.
    #expect(label("2025-01-27") == .bridge(of: "Spring Festival"))
    #expect(label("2025-02-03") == .dayAfter("Spring Festival"))
  }

  @Test func readsPayAndPrices() {
    #expect(plan.pay == PayPolicy(nightSupplement: 0.1))
    #expect(plan.night == NightWindow(startMinute: 1_320, endMinute: 1_800, leastMinutes: 180))
    #expect(plan.fairness.premiumDay == 35)
    #expect(plan.fairness.premiumClasses == [.statutoryDay, .restDay])
    #expect(plan.choice == ChoicePrices(payTargetDays: 3))
    #expect(plan.cover == CoverPrices(shortfall: [200, 400], surplus: 3))
    #expect(plan.peaks == [PeakWindow(minutes: 600..<720, factor: 2)])
  }

  @Test func readsShiftsModesAndRampUp() {
    #expect(
      plan.patterns == [
        ShiftPattern(
          name: "Day", startMinutes: [480, 540, 600, 660, 690, 720], lengthMinutes: [360, 510],
          breaks: [BreakRule(minutes: 30, earliestOffset: 180, latestOffset: 330)]),
        ShiftPattern(
          name: "AllDay", startMinutes: [480, 540, 600], lengthMinutes: [480, 540, 720],
          days: [1, 2]),
      ])
    #expect(
      plan.modes == [
        ModeAssignment(skill: "tickets", days: [2], mode: .oneAllDay, pattern: "AllDay")
      ])
    let shares = (0..<7).map { 0.4 + 0.45 * Double($0) / 6 }
    #expect(zip(plan.rampUp?.shares ?? [], shares).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(plan.rampUp?.shares.count == 7)
    #expect(plan.rampUp?.priceAbove == 50)
  }

  @Test func readsRulesWithTheirScopes() {
    #expect(
      plan.rules.map(\.key) == [
        "rest-between-shifts", "days-in-a-row", "days-in-a-row", "shifts-of",
      ])
    #expect(plan.rules.map(\.teams) == [[], [], ["B"], []])
    // One by id, one by name.
    #expect(plan.rules[3].employeeIDs == ["e3", "e4"])
    #expect((plan.rules[0].rule as? RestBetweenShifts)?.leastMinutes == 660)
    #expect((plan.rules[2].rule as? DaysInARow)?.most == 5)
  }

  @Test func readsStaff() throws {
    #expect(plan.employees.map(\.id) == ["e1", "e2", "e3", "e4", "e5", "e6"])
    #expect(
      plan.employees[0]
        == Employee(
          id: "e1", name: "Ann", team: "A", skills: ["chat", "tickets"], hourlyWage: 30,
          choice: .pay, carried: CarriedBurden(premiumDays: 2, nights: 1)))
    #expect(plan.employees[2].name == "Chen, Wei")
    #expect(plan.employees[2].contractMinutesPerWeek == 1_200)
    // 5220 a month over 174 hours.
    #expect(plan.employees[2].hourlyWage == 30)
    #expect(plan.employees[3].choice == .rest)
    #expect(plan.employees[4].choice == .pay)
    // 40 of 100 days after the start: 50 % + 50 % x 0.4.
    #expect(plan.employees[4].effectiveness == 0.7)
    #expect(plan.employees[5].effectiveness == 0.5)
    #expect(document.plan.need.skills == ["chat", "tickets"])
  }

  @Test func readsRequestsAvailabilityAndPins() {
    #expect(
      plan.requests == [
        StaffRequest(employeeID: "e1", kind: .approvedLeave, minutes: 1_440..<4_320),
        StaffRequest(employeeID: "e2", kind: .askedLeave, minutes: 6_480..<6_840, price: 80),
        StaffRequest(
          employeeID: "e3", kind: .dayOff, minutes: 0..<10_080, price: 25,
          holiday: "Spring Festival"),
        StaffRequest(
          employeeID: "e4", kind: .shiftOn(pattern: "Day"), minutes: 7_200..<8_640, price: 25),
        StaffRequest(employeeID: "e4", kind: .dayOn, minutes: 8_640..<10_080, price: 25),
      ])
    let windows = plan.availability.map(\.minutes)
    #expect(windows.contains(0..<1_440))
    #expect(windows.contains(1_920..<2_280))
    // Saturday and the Sunday after the plan, joined.
    #expect(windows.contains(8_640..<11_520))
    #expect(
      plan.pinnedDays == [
        PinnedDay(employeeID: "e2", day: 0, content: .off),
        PinnedDay(
          employeeID: "e3", day: 1, content: .shift(pattern: "Day", minutes: 1_920..<2_430)),
        PinnedDay(employeeID: "e6", day: 4, content: .pattern("Day")),
      ])
  }

  @Test func readsTheDaysBeforeThePlan() {
    #expect(plan.historyStartDay == -5)
    #expect(
      plan.history == [
        ShiftAssignment(
          employeeID: "e1", day: -2, pattern: "Day", minutes: -2_400..<(-1_890),
          breaks: [ShiftBreak(minutes: -2_220..<(-2_190))]),
        ShiftAssignment(employeeID: "e2", day: -1, pattern: "Night", minutes: -120..<360),
      ])
  }

  @Test func readsTheWorkload() throws {
    let workload = document.workload
    #expect(
      workload.classes == [
        WorkloadClass(
          name: "chat-urgent", takes: TicketSelector(queues: ["chat"], urgencies: ["1"]),
          skill: "chat", goal: .answered(share: 0.8, withinSeconds: 30), handleSeconds: 360,
          shrinkage: 0.1, occupancyCeiling: 0.85, patienceSeconds: 180, concurrency: 2),
        WorkloadClass(
          name: "tickets", takes: TicketSelector(queues: ["mail"]), skill: "tickets",
          goal: .finished(withinSeconds: 28_800, clock: .openingHours)),
      ])
    #expect(workload.adjustments.ratios.count == 9)
    let second = try #require(CivilDate(iso: "2026-02-16"))
    #expect(
      workload.adjustments.ratios.filter { $0.date == second } == [
        StatedRatio(date: second, ratio: 0.4),
        StatedRatio(date: second, classes: ["chat-urgent"], ratio: 0.5),
      ])
    let sale = try #require(workload.adjustments.events.first)
    #expect(sale.minutesOfDay == 600..<720)
    #expect(sale.effect == .multiply(by: 1.5))
  }

  @Test func countsTheHistory() throws {
    let history = try #require(document.workload.history)
    #expect(history.axis.firstDate == CivilDate(iso: "2026-01-05"))
    #expect(history.axis.dayCount == 9)
    #expect(history.streams.map(\.stream.queue) == ["chat", "chat", "mail"])
    #expect(history.streams.map(\.stream.urgency) == ["1", "2", "3"])
    let mail = history.streams[2].series
    // 10:05 with an offset, and 03:05 UTC which is 11:05 in Shanghai.
    #expect(mail.arrivals[48 + 20] == 1)
    #expect(mail.arrivals[48 + 22] == 1)
    #expect(mail.handleSeconds[48 + 20] == 600)
    #expect(history.streams[0].series.handleSeconds.reduce(0, +) == 600)
    #expect(mail.coverage[7] == .missing)
  }
}
