import CivilTime
import Foundation
import Testing
import Workload

@testable import PlanFiles

/// Histories read through the plan that names them.
@Suite struct TicketLogTests {
  /// The document of the base plan with a history of the given settings.
  private func document(_ log: String, _ settings: String) throws -> PlanDocument {
    let base = try String(contentsOf: Fixture.url("base/plan.yaml"), encoding: .utf8)
    let plan = base.replacing(
      "  need: need.csv\n", with: "  history: {file: log.csv\(settings)}\n"
    ).replacing("interval: 60m", with: "interval: 30m")
    return try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": plan, "log.csv": log]) {
      try Fixture.document($0)
    }
  }

  private func history(_ log: String, _ settings: String) throws -> TicketHistory {
    try #require(try document(log, settings).workload.history)
  }

  /// Interval starts and counts of a series where it has any.
  private func counts(_ series: DemandSeries) -> [String] {
    series.arrivals.enumerated().filter { $0.element > 0 }.map { interval, count in
      let minute = series.axis.startMinuteOfDay(ofInterval: interval)
      let time = clockText(ofMinute: minute, fromDay: 0)
      return "\(series.axis.date(ofInterval: interval)) \(time) \(count)"
    }
  }

  @Test func countsIntervalsAndSpreadsLongerOnes() throws {
    let log = """
      Interval Start,Queue,Offered,Interactions Handled,Total Handle Time (Seconds),missing
      2026-01-05T09:00,chat,10,8,800,0
      2026-01-05T10:00,chat,4,4,400,
      2026-01-05T11:00,chat,,,,1

      """
    let found = try history(log, ", kind: intervals")
    let series = found.streams[0].series
    #expect(
      counts(series) == [
        "2026-01-05 09:00 5.0", "2026-01-05 09:30 5.0", "2026-01-05 10:00 2.0",
        "2026-01-05 10:30 2.0",
      ])
    #expect(series.handledCounts[18] == 4)
    #expect(series.handleSeconds[18] == 400)
    #expect(series.coverage[0] == .faulty([22..<24]))
  }

  @Test func keepsQuartersInTheirHalfHour() throws {
    let log = """
      start,arrivals
      2026-01-05 09:00,1
      2026-01-05 09:15,2
      2026-01-05 09:30,4

      """
    #expect(
      counts(try history(log, ", kind: intervals").streams[0].series) == [
        "2026-01-05 09:00 3.0", "2026-01-05 09:30 4.0",
      ])
  }

  @Test func leavesOutAndMarksByOutcome() throws {
    let log = """
      arrived;type;service_s;outcome
      2026-01-05 09:00;A;100;AGENT
      2026-01-05 09:00;A;100;HANG
      2026-01-05 09:00;A;100;PHANTOM

      """
    let settings =
      ", columns: {queue: type, handle: service_s}, abandoned: [HANG], left-out: [PHANTOM]"
    let series = try history(log, settings).streams[0].series
    #expect(series.arrivals.reduce(0, +) == 2)
    #expect(series.handledCounts.reduce(0, +) == 1)
    #expect(series.handleSeconds.reduce(0, +) == 100)
  }

  @Test func readsHandleTimesInTheirUnit() throws {
    let log = """
      created,handle
      2026-01-05 09:00,2
      2026-01-05 09:00,0:02:30
      2026-01-05 09:00,2:30
      2026-01-05 09:00,2m30s
      2026-01-05 09:00,?
      2026-01-05 09:00,

      """
    let series = try history(log, ", handle-unit: minutes").streams[0].series
    #expect(series.arrivals.reduce(0, +) == 6)
    #expect(series.handledCounts.reduce(0, +) == 4)
    // Two minutes once and two and a half three times.
    #expect(series.handleSeconds.reduce(0, +) == 570)
  }

  @Test func takesOnlyTheDaysAskedFor() throws {
    let rows = (1...9).map { "2026-01-0\($0) 09:00\n" }.joined()
    let found = try history("created\n" + rows, ", from: 2026-01-03, to: 2026-01-05")
    #expect(found.axis.firstDate == CivilDate(iso: "2026-01-03"))
    #expect(found.axis.dayCount == 3)
    #expect(found.total(named: "all").arrivals.reduce(0, +) == 3)
  }

  @Test func neverLearnsFromTheDaysItForetells() throws {
    let document = try document(
      "created\n2026-02-15 23:59\n2026-02-16 00:00\n2026-03-01 09:00\n", "")
    #expect(document.workload.history?.total(named: "all").arrivals.reduce(0, +) == 1)
    #expect(
      document.warnings.map(\.description).contains(
        "log.csv: W-HISTORY Rows dated after 2026-02-15 are left out: 2, the first in line 3: "
          + "\"2026-02-16 00:00\"."))
  }

  @Test func passesOnTheDaysThePlannerTrusts() throws {
    let document = try document(
      "created\n2026-02-15 23:59\n", ", trusted: [2026-01-05..2026-01-06], missing: [2026-02-15]")
    #expect(
      document.workload.trustedDates.map(\.description).sorted() == ["2026-01-05", "2026-01-06"])
    #expect(document.workload.history?.streams[0].series.coverage == [.missing])
  }

  @Test func aColumnOfFreeTextDoesNotFillTheMemory() throws {
    let rows = (0..<(TicketLog.streamLimit + 50)).map { "2026-01-05 09:00,t\($0)\n" }.joined()
    let found = try history("created,queue\n" + rows, "")
    #expect(found.streams.count == TicketLog.streamLimit + 1)
    let others = found.streams.first { $0.stream.queue == "(others)" }
    #expect(others?.series.arrivals.reduce(0, +) == 50)
  }
}
