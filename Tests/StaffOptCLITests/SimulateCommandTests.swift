import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt simulate")
struct SimulateCommandTests {
  private static let plan = CommandPlans.understaffed.path

  /// A roster of the plan in a folder.
  private func roster(in folder: URL) throws -> String {
    let out = folder.appending(path: "roster")
    let run = try CommandRun(
      "solve", Self.plan, "--out", out.path, "--solver", "greedy", "--time-limit", "2")
    #expect(run.status == 0)
    return out.appending(path: "roster.csv").path
  }

  @Test("Text, JSON and files say the same, and the same every time")
  func everything() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let roster = try roster(in: folder)
      let out = folder.appending(path: "out")
      let arguments = ["simulate", Self.plan, roster, "--replications", "12", "--no-show", "5"]
      let run = try CommandRun(arguments + ["--format", "json", "--out", out.path])
      #expect(run.status == 0, "\(run.messages)")
      #expect(
        try PlanFolders.files(below: out) == [
          "simulation.csv", "simulation.html", "simulation.json",
        ])
      let file = out.appending(path: "simulation.json")
      #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let document = try #require(value as? [String: Any])
      #expect(document["replications"] as? Int == 12)
      #expect(document["no_show"] as? Double == 0.05)
      let classes = try #require(document["classes"] as? [[String: Any]])
      #expect(!classes.isEmpty)
      for kind in classes {
        let level = try #require(kind["service_level"] as? Double)
        #expect((0...1).contains(level))
        #expect((kind["service_level_margin"] as? Double ?? 0) > 0)
        #expect((kind["days"] as? [Any])?.count == 7)
      }
      let table = try String(
        contentsOf: out.appending(path: "simulation.csv"), encoding: .utf8)
      #expect(table.split(separator: "\n").count > 100)
      let again = try CommandRun(arguments + ["--format", "json"])
      #expect(again.output == run.output)
      let other = try CommandRun(arguments + ["--format", "json", "--seed", "2"])
      #expect(other.output != run.output)
    }
  }

  @Test(
    "The text and the page are in the planner's language",
    arguments: [
      (language: "en", words: ["Simulation", "Contacts"]),
      (language: "zh-Hans", words: ["仿真", "及时"]),
      (language: "zh-Hant", words: ["模擬", "及時"]),
    ])
  func languages(_ sample: (language: String, words: [String])) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let roster = try roster(in: folder)
      let out = folder.appending(path: "out")
      let run = try CommandRun(
        "simulate", Self.plan, roster, "--replications", "2", "--lang", sample.language, "--out",
        out.path)
      #expect(run.status == 0)
      let page = try String(
        contentsOf: out.appending(path: "simulation.html"), encoding: .utf8)
      for word in sample.words {
        #expect(run.output.contains(word))
        #expect(page.contains(word))
      }
      #expect(page.contains("lang=\"\(sample.language)\"") && page.contains("<svg"))
    }
  }

  @Test("Without a roster the plan is solved first")
  func withoutRoster() throws {
    let run = try CommandRun(
      "simulate", CommandPlans.cornerShop.path, "--replications", "4", "--time-limit", "1")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("solving the plan"))
    #expect(run.output.contains("line"))
  }

  @Test("A roster that is none ends with status 2, a plan with a given need with status 1")
  func wrongInput() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "roster.csv")
      try Data("employee,day,shift,start,end\nX1,one,Day,8,9\n".utf8).write(to: file)
      let bad = try CommandRun("simulate", Self.plan, file.path)
      #expect(bad.status == 2)
      #expect(bad.output.isEmpty && bad.messages.contains("roster.csv:2:"))
      let need = try CommandRun("need", CommandPlans.cornerShop.path, "--csv")
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.cornerShop, to: plan,
        replacing: [("workload:\n", "workload:\n  need: need.csv\n")],
        adding: ["need.csv": need.output])
      let given = try CommandRun("simulate", plan.path, "--replications", "2")
      #expect(given.status == 1)
      #expect(given.messages.contains("ticket history"))
    }
  }

  @Test(
    "Wrong values end with status 64",
    arguments: [["--replications", "1"], ["--no-show", "101"], ["--handle-times", "odd"]])
  func usage(_ options: [String]) throws {
    let run = try CommandRun(["simulate", Self.plan] + options)
    #expect(run.status == 64)
  }
}
