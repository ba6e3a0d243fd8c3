import CivilTime
import Foundation
import Rostering
import Testing
import Workload

@testable import PlanFiles

/// A plan as a Chinese spreadsheet saves it: Chinese headers and words,
/// semicolons, a byte order mark, dates with slashes.
@Suite struct ChinesePlanTests {
  private let document: PlanDocument

  init() throws {
    document = try Fixture.document(Fixture.url("valid/chinese"))
  }

  @Test func readsWithoutWarnings() {
    #expect(document.warnings.isEmpty, "\(document.warnings)")
  }

  @Test func readsTheSettings() {
    let plan = document.plan
    #expect(plan.horizon.dayCount == 3)
    #expect(plan.horizon.intervalMinutes == 60)
    #expect(plan.openingMinutes == Array(repeating: 480..<1_200, count: 3))
    #expect(document.workload.opening.spansByWeekday[6] == [])
    #expect(plan.patterns.map(\.name) == ["早班", "晚班"])
    #expect(plan.patterns.map(\.lengthMinutes) == [[480], [480]])
    #expect(plan.calendar.holiday(on: plan.horizon.firstDate) == "春节")
    #expect(document.workload.classes.first?.handleSeconds == 360)
  }

  @Test func readsThePeople() {
    let people = document.plan.employees
    #expect(people.map(\.id) == ["001", "002", "003"])
    #expect(people.map(\.name) == ["张伟", "王芳", "李娜"])
    #expect(people.map(\.team) == ["一组", "一组", "二组"])
    #expect(people.map(\.choice) == [.pay, .rest, .either])
    #expect(people.map(\.hourlyWage) == [30, 30, 30])
    #expect(people.map(\.carried.premiumDays) == [2, 0, 0])
    // 42 of 90 days: 50 % + 50 % x 42/90 = 73 %, in tenths.
    #expect(people.map(\.effectiveness) == [1, 0.7, 1])
  }

  @Test func readsWhatTheyAskFor() {
    let plan = document.plan
    #expect(
      plan.requests == [
        StaffRequest(employeeID: "001", kind: .approvedLeave, minutes: 0..<1_440),
        StaffRequest(
          employeeID: "002", kind: .dayOff, minutes: 0..<4_320, price: 30, holiday: "春节"),
        StaffRequest(
          employeeID: "003", kind: .shiftOn(pattern: "晚班"), minutes: 1_440..<2_880, price: 30),
      ])
    #expect(plan.availability.map(\.employeeID) == Array(repeating: "003", count: 5))
    #expect(plan.availability[1].minutes == 600..<1_320)
    #expect(plan.pinnedDays == [PinnedDay(employeeID: "002", day: 2, content: .off)])
  }

  @Test func countsTheTickets() throws {
    let history = try #require(document.workload.history)
    #expect(
      history.streams.map(\.stream) == [
        TicketStream(queue: "在线", urgency: "1"), TicketStream(queue: "在线", urgency: "2"),
      ])
    #expect(history.streams.map { $0.series.arrivals[9] } == [1, 1])
    #expect(history.streams.map { $0.series.handleSeconds[9] } == [300, 300])
  }
}
