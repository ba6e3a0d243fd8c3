import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt standby")
struct StandbyCommandTests {
  private static let plan = CommandPlans.understaffed

  private func roster(of plan: URL, in folder: URL) throws -> String {
    let out = folder.appending(path: "roster")
    let run = try CommandRun(
      "solve", plan.path, "--out", out.path, "--solver", "greedy", "--time-limit", "2")
    #expect(run.status == 0)
    return out.appending(path: "roster.csv").path
  }

  private func days(_ arguments: [String]) throws -> [[String: Any]] {
    let run = try CommandRun(["standby"] + arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let document = try #require(value as? [String: Any])
    return try #require(document["days"] as? [[String: Any]])
  }

  @Test("Every day has a list with which cover holds; more no-shows want more people")
  func lists() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let roster = try roster(of: Self.plan, in: folder)
      let usual = try days([Self.plan.path, roster])
      #expect(usual.count == 7)
      for day in usual {
        let probability = try #require(day["interval_probability"] as? Double)
        #expect(probability >= 0.95)
        let wanted = try #require(day["on_call"] as? Int)
        let people = try #require(day["people"] as? [Any])
        #expect(people.count + (day["not_found"] as? Int ?? 0) == wanted)
      }
      func total(_ days: [[String: Any]]) -> Int {
        days.reduce(0) { $0 + ($1["on_call"] as? Int ?? 0) }
      }
      let more = try days([Self.plan.path, roster, "--no-show", "20"])
      #expect(total(more) > total(usual))
      let none = try days([Self.plan.path, roster, "--no-show", "0"])
      #expect(total(none) == 0)
      let surer = try days([Self.plan.path, roster, "--hold", "99.9"])
      #expect(total(surer) > total(usual))
    }
  }

  @Test("The plan's section sets what the options leave out; text and CSV are there too")
  func planSection() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let roster = try roster(of: Self.plan, in: folder)
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        Self.plan, to: plan,
        replacing: [("rules:\n", "standby: {no-show: 20%, hold: 99%}\nrules:\n")])
      let stated = try CommandRun("standby", plan.path, roster, "--csv")
      let options = try CommandRun(
        "standby", Self.plan.path, roster, "--no-show", "20", "--hold", "99", "--csv")
      #expect(stated.status == 0)
      #expect(stated.output == options.output)
      #expect(stated.output.hasPrefix("date,skill,employee,name,could_take,shifts\n"))
      let text = try CommandRun("standby", plan.path, roster, "--lang", "zh-Hant")
      #expect(text.output.contains("待命名單") && text.output.contains("20 %"))
    }
  }

  @Test("Wrong values end with status 64", arguments: [["--no-show", "100"], ["--hold", "0"]])
  func usage(_ options: [String]) throws {
    let run = try CommandRun(["standby", Self.plan.path, "roster.csv"] + options)
    #expect(run.status == 64)
  }
}
