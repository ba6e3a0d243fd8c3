import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("A plan and its need")
struct PlanLoaderTests {
  @Test("What was odd about the files is told with what keeps the need from being known")
  func tellsWarnings() throws {
    var document = try SamplePlans.load(.understaffed).document
    #expect(!document.forecastClasses.isEmpty)
    let warning = PlanProblem(
      code: .historyIgnored, file: "tickets.csv", message: "Rows are left out.")
    document.warnings = [warning]
    document.workload.history = nil
    let problems = #expect(throws: PlanProblems.self) {
      _ = try PlanLoader().load(document, name: "plan")
    }
    #expect(problems?.problems.map(\.code) == [.keyMissing, .historyIgnored])
    #expect(problems?.errors.count == 1)
  }
}
