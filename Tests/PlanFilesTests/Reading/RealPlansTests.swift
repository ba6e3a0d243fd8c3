import CivilTime
import Foundation
import Testing
import Workload

@testable import PlanFiles

/// The sample plans of the repository, and a real call log where it is there.
@Suite struct RealPlansTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of real data outside the project, or nil.
  private static let shared: URL? = {
    let stated = ProcessInfo.processInfo.environment["STAFFOPT_SHARED"].map {
      URL(fileURLWithPath: $0)
    }
    let beside = checkout.deletingLastPathComponent().appendingPathComponent("shared")
    return [stated, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.path)
    }
  }()

  private static let bank = shared?.appendingPathComponent("data/anonymous-bank-1999")

  @Test(arguments: ["corner-shop", "national-day-2026", "spring-festival-2026", "understaffed"])
  func samplePlansHaveNoErrors(_ name: String) throws {
    let folder = RealPlansTests.checkout.appendingPathComponent("Data/\(name)")
    let document = try Fixture.document(folder)
    #expect(document.workload.history != nil)
    #expect(!document.plan.employees.isEmpty)
  }

  @Test(.enabled(if: bank != nil, "the folder of real data is missing: set STAFFOPT_SHARED"))
  func callsAndTheirHalfHoursAgree() throws {
    let bank = try #require(RealPlansTests.bank)
    let horizon = "name: Bank\nzone: Asia/Jerusalem\nhorizon: {from: 1999-01-20, to: 1999-01-21}\n"
    let rest = """
      shifts: [{name: All, starts: [0:00], lengths: [24h]}]
      """
    func history(_ file: String, _ settings: String) throws -> TicketHistory {
      try Fixture.withFolder(
        of: ["base"],
        adding: [
          "plan.yaml": horizon + "workload: {history: {file: \(file), \(settings)}, "
            + "classes: [{name: chat, goal: 80/20}]}\n" + rest
        ]
      ) { folder in
        try FileManager.default.copyItem(
          at: bank.appendingPathComponent(file), to: folder.appendingPathComponent(file))
        return try #require(try Fixture.document(folder).workload.history)
      }
    }
    let calls = try history(
      "calls-jan-jul.csv.gz",
      "columns: {created: arrived, queue: type, handle: service_s}, left-out: [PHANTOM], "
        + "to: 1999-01-19, from: 1999-01-01")
    let counts = try history(
      "intervals_30min-jan-jul.csv", "kind: intervals, to: 1999-01-19, from: 1999-01-01")
    let left = calls.total(named: "x")
    let right = counts.total(named: "x")
    #expect(left.axis == right.axis)
    // The half hours were counted by somebody else from the same log.
    #expect(left.arrivals == right.arrivals)
    #expect(left.arrivals.reduce(0, +) > 15_000)
  }
}
