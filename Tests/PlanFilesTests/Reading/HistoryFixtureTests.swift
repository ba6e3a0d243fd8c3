import CivilTime
import Foundation
import Testing
import Workload

@testable import PlanFiles

/// Ticket logs with faults and of known products: what is said of each, what
/// was done to it, and what came of it.
@Suite struct HistoryFixtureTests {
  @Test(arguments: Fixture.names(in: "histories").filter { $0.hasSuffix(".csv") })
  func tellsWhatItDid(_ name: String) throws {
    let base = try String(contentsOf: Fixture.url("base/plan.yaml"), encoding: .utf8)
    let kind = name == "month-of-zeros.csv" ? ", kind: intervals" : ""
    let plan = base.replacing(
      "  need: need.csv\n", with: "  history: {file: \(name)\(kind)}\n"
    ).replacing("interval: 60m", with: "interval: 30m")
    let log = try Data(contentsOf: Fixture.url("histories/\(name)"))
    let report = try Fixture.withFolder(
      of: ["base"],
      adding: ["plan.yaml": plan, name: String(decoding: log, as: UTF8.self)]
    ) { folder -> String in
      var lines = Fixture.report(folder)
      let document = try? PlanFolderReader().read(folder)
      guard let history = document?.workload.history else { return lines }
      for treatment in history.treatments { lines += "history: \(treatment)\n" }
      for (stream, series) in history.streams {
        let first = series.arrivals.firstIndex { $0 > 0 } ?? 0
        let clock = clockText(ofMinute: series.axis.startMinuteOfDay(ofInterval: first), fromDay: 0)
        lines +=
          "\(stream.queue)/\(stream.urgency)/\(stream.channel): "
          + "\(series.arrivals.reduce(0, +)) arrivals, \(series.handledCounts.reduce(0, +)) handled "
          + "in \(series.handleSeconds.reduce(0, +)) s, first \(series.axis.date(ofInterval: first)) "
          + "\(clock)\n"
      }
      return lines
    }
    try Fixture.expectGolden(report, "histories/\(name.dropLast(4)).txt")
  }

  @Test func severalFormatsAreReadWhenThePlanNamesThem() throws {
    let base = try String(contentsOf: Fixture.url("base/plan.yaml"), encoding: .utf8)
    let plan = base.replacing(
      "  need: need.csv\n",
      with: "  history: {file: log.csv, date-format: [usual, d/M/yyyy HH:mm, M-d-yyyy HH:mm]}\n")
    let log = try String(contentsOf: Fixture.url("histories/three-formats.csv"), encoding: .utf8)
    try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": plan, "log.csv": log]) { folder in
      let document = try Fixture.document(folder)
      #expect(document.warnings.isEmpty)
      let history = try #require(document.workload.history)
      #expect(history.total(named: "").arrivals.reduce(0, +) == 105)
      #expect(history.axis.dayCount == 35)
    }
  }

  @Test func aNamedProductIsReadAlsoWhenItsHeadersDoNotTell() throws {
    let base = try String(contentsOf: Fixture.url("base/plan.yaml"), encoding: .utf8)
    let plan = base.replacing(
      "  need: need.csv\n", with: "  history: {file: log.csv, preset: servicenow}\n")
    let log = "Opened,Assignment group,Priority\n2026-01-05 09:00:00,Desk,2 - High\n"
    try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": plan, "log.csv": log]) { folder in
      let history = try #require(try Fixture.document(folder).workload.history)
      #expect(history.streams.map(\.stream) == [TicketStream(queue: "Desk", urgency: "2 - High")])
      #expect(!history.treatments.map(\.action).contains(.layoutRecognised))
    }
  }
}
