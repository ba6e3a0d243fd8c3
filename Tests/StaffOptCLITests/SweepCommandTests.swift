import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt whatif and levels")
struct SweepCommandTests {
  private func json(_ run: CommandRun) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("Two scenarios beside the plan, written as CSV, JSON and a page")
  func scenarios() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let quiet = folder.appending(path: "quiet.yaml")
      try Data("name: Quiet\nprices: 1\n".utf8).write(to: quiet)
      let wrong = try CommandRun(
        "whatif", CommandPlans.understaffed.path, "--scenario", quiet.path)
      #expect(wrong.status == 2)
      #expect(wrong.messages.contains("quiet.yaml:2:1: E-KEY-UNKNOWN"))
      try Data("name: Quiet\ndemand: 50%\n".utf8).write(to: quiet)
      let help = folder.appending(path: "help.yaml")
      try Data("name: 帮手\nadd-people: [{count: 3, skills: [chat]}]\n".utf8).write(to: help)
      let out = folder.appending(path: "out")
      let run = try CommandRun(
        "whatif", CommandPlans.understaffed.path, "--scenario", quiet.path, help.path,
        "--time-limit", "6", "--gap", "5", "--format", "json", "--out", out.path)
      #expect(run.status == 0, "\(run.messages)")
      let cases = try #require(try json(run)["cases"] as? [[String: Any]])
      #expect(cases.map { $0["name"] as? String } == ["Understaffed", "Quiet", "帮手"])
      #expect(cases.map { $0["people"] as? Int } == [10, 10, 13])
      let short = cases.compactMap { $0["shortfall_hours"] as? Double }
      #expect(short.count == 3 && short[1] < short[0] && short[2] < short[0])
      #expect(
        try PlanFolders.files(below: out) == ["whatif.csv", "whatif.html", "whatif.json"])
    }
  }

  @Test("Slips of options and files are told with what is meant")
  func slips() throws {
    let back = try CommandRun("levels", CommandPlans.understaffed.path, "--staff", "16...8")
    #expect(back.status == 64 && back.messages.contains("8...16"))
    try PlanFolders.withTemporaryFolder { folder in
      let empty = folder.appending(path: "empty.yaml")
      try Data("# nothing yet\n".utf8).write(to: empty)
      let typo = folder.appending(path: "错字.yaml")
      try Data("add-people: [{skills: [chatt]}]\n".utf8).write(to: typo)
      let run = try CommandRun(
        "whatif", CommandPlans.understaffed.path, "--scenario", empty.path, typo.path,
        folder.appending(path: "none.yaml").path)
      #expect(run.status == 2 && run.output.isEmpty)
      for word in [
        "empty.yaml: E-KEY-MISSING The scenario changes nothing.", "错字.yaml:1:24: E-SKILL",
        "Did you mean \"chat\"?", "none.yaml: E-FILE-MISSING",
      ] {
        #expect(run.messages.contains(word), "\(word) in \(run.messages)")
      }
      let part = try CommandRun("merge", empty.path)
      #expect(part.status == 2 && part.messages.contains("--shard"))
    }
  }

  @Test("Levels say the knee, the goals and how often they hold")
  func levels() throws {
    let run = try CommandRun(
      "levels", CommandPlans.understaffed.path, "--staff", "8...14", "--step", "3",
      "--time-limit", "6", "--gap", "5", "--against", "90%,120%")
    #expect(run.status == 0, "\(run.messages)")
    for word in ["8", "11", "14", "Hold in"] { #expect(run.output.contains(word)) }
  }

  @Test("Both ends of a span are solved, whatever the step")
  func span() throws {
    let run = try CommandRun(
      "levels", CommandPlans.understaffed.path, "--staff", "8...10", "--solver", "greedy",
      "--work", "50", "--format", "json")
    #expect(run.status == 0, "\(run.messages)")
    let levels = try #require(try json(run)["cases"] as? [[String: Any]])
    #expect(levels.count == 2)
  }

  @Test("A length that the rules forbid ends with status 3")
  func impossible() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.understaffed, to: plan,
        replacing: [("days-in-a-row: {most: 5}", "shifts: {least: 1}\n  hours-per-day: {most: 9h}")]
      )
      let run = try CommandRun("whatif", plan.path, "--shift-length", "12h")
      #expect(run.status == 3)
      #expect(run.output.contains("hours-per-day"))
    }
  }
}
