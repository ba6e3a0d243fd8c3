import Foundation
import StaffOptTestSupport
import Testing

@Suite("--against: several ways demand may come")
struct AgainstOptionTests {
  private func json(_ run: CommandRun) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("A roster is made for factors and a need file, and the same are audited")
  func solveAndAudit() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let need = try CommandRun("need", CommandPlans.understaffed.path, "--csv")
      let busy = folder.appending(path: "busy.csv")
      try Data(need.output.utf8).write(to: busy)
      let out = folder.appending(path: "out")
      let run = try CommandRun(
        "solve", CommandPlans.understaffed.path, "--solver", "greedy", "--time-limit", "3",
        "--against", "80%:2,\(busy.path):1", "--format", "json", "--out", out.path)
      #expect(run.status == 0, "\(run.messages)")
      let demand = try #require(try json(run)["demand_cases"] as? [String: Any])
      #expect(demand["solved_for_them"] as? Bool == true)
      let cases = try #require(demand["cases"] as? [[String: Any]])
      #expect(cases.map { $0["name"] as? String } == ["demand 80 %", "busy.csv"])
      #expect(cases.map { $0["share"] as? Double } == [0.666667, 0.333333])
      let page = try String(contentsOf: out.appending(path: "report.html"), encoding: .utf8)
      #expect(page.contains("Ways demand may come"))
      let audit = try CommandRun(
        "audit", CommandPlans.understaffed.path, out.appending(path: "roster.csv").path,
        "--against", "80%:2,\(busy.path):1", "--format", "json")
      let held = try #require(try json(audit)["demand_cases"] as? [String: Any])
      #expect(held["solved_for_them"] as? Bool == false)
      #expect(
        held["expected_shortfall_hours"] as? Double
          == demand["expected_shortfall_hours"] as? Double)
    }
  }

  @Test(
    "What is no demand is told before anything is read",
    arguments: ["lots", "90", "110%:0", "110%:-1", "-5%", "", "90%,,110%", "band.txt"])
  func usage(text: String) throws {
    let run = try CommandRun("solve", CommandPlans.understaffed.path, "--against=\(text)")
    #expect(run.status == 64, "\(run.messages)")
  }

  @Test("Problems of need files are told with their place; a given need has no band")
  func badFiles() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "bad.csv")
      try Data(
        "date,start,skill,agents\n2026-02-16,09:00,chatt,2\n2026-02-16,09:10,chat,x\n".utf8
      ).write(to: file)
      let run = try CommandRun(
        "solve", CommandPlans.understaffed.path, "--against",
        "\(file.path),\(folder.path)/none.csv")
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      for word in [
        "bad.csv:2:18: E-SKILL", "Did you mean \"chat\"?", "bad.csv:3:", "none.csv: E-FILE-MISSING",
      ] {
        #expect(run.messages.contains(word), "\(word) in \(run.messages)")
      }
      try Data("date,start,skill,agents\n2020-01-01,09:00,chat,2\n".utf8).write(to: file)
      let empty = try CommandRun(
        "levels", CommandPlans.understaffed.path, "--staff", "8", "--against", file.path)
      #expect(empty.status == 2)
      let plan = folder.appending(path: "plan")
      let need = try CommandRun("need", CommandPlans.understaffed.path, "--csv")
      try CommandPlans.copy(
        CommandPlans.understaffed, to: plan,
        replacing: [("workload:\n", "workload:\n  need: need.csv\n")],
        adding: ["need.csv": need.output])
      let band = try CommandRun("solve", plan.path, "--against", "band")
      #expect(band.status == 2 && band.messages.contains("E-BAND"), "\(band.messages)")
    }
  }
}
