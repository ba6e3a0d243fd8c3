import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("staffopt need, init, generate and formulate")
struct OtherCommandTests {
  @Test("The need as CSV is taken back as the plan's need")
  func needRoundTrip() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let first = try CommandRun("need", CommandPlans.understaffed.path, "--csv")
      #expect(first.status == 0)
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.understaffed, to: plan,
        replacing: [("workload:\n", "workload:\n  need: need.csv\n")],
        adding: ["need.csv": first.output])
      let second = try CommandRun("need", plan.path, "--csv")
      #expect(second.status == 0)
      #expect(second.output == first.output)
      #expect(first.output.split(separator: "\n").count > 100)
    }
  }

  @Test("The need as text is a table and a chart of every day")
  func needTable() throws {
    let run = try CommandRun("need", CommandPlans.understaffed.path)
    #expect(run.status == 0)
    for day in 16...22 { #expect(run.output.contains(" \(day) Feb ")) }
    #expect(!run.output.contains("\u{1B}["), "no colour in a file")
  }

  @Test("The starter plan solves as it is", arguments: ["en", "zh-Hans", "zh-Hant"])
  func starterPlan(language: String) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "my-plan")
      let start = try CommandRun("init", plan.path, "--lang", language)
      #expect(start.status == 0)
      #expect(start.output.isEmpty)
      let files = ["plan.yaml", "requests.csv", "staff.csv", "tickets.csv"]
      #expect(try PlanFolders.files(below: plan) == files)
      let run = try CommandRun(
        "solve", plan.path, "--solver", "greedy", "--time-limit", "3", "--format", "json")
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output.contains(#""rules_broken": 0"#))
    }
  }

  @Test("A folder that is not empty is left alone")
  func starterPlanInTheWay() throws {
    try PlanFolders.withTemporaryFolder { folder in
      try Data("mine".utf8).write(to: folder.appending(path: "plan.yaml"))
      let run = try CommandRun("init", folder.path)
      #expect(run.status == 1)
      #expect(run.messages.contains("not empty"))
      #expect(try PlanFolders.files(below: folder) == ["plan.yaml"])
      let kept = try String(contentsOf: folder.appending(path: "plan.yaml"), encoding: .utf8)
      #expect(kept == "mine")
    }
  }

  @Test("The generator writes the committed sample")
  func generate() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "shop")
      let run = try CommandRun("generate", "corner-shop", "--out", plan.path)
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      let files = try PlanFolders.files(below: plan)
      #expect(files == ["plan.yaml", "staff.csv", "tickets.csv"])
      for file in files {
        let written = try Data(contentsOf: plan.appending(path: file))
        let committed = try Data(contentsOf: CommandPlans.cornerShop.appending(path: file))
        #expect(written == committed, "\(file)")
      }
    }
  }

  @Test(
    "The model is written in the form its name asks for",
    arguments: [
      (file: "model.lp", words: ["Minimize", "Subject To", "End"]),
      (file: "model.mps", words: ["NAME", "ROWS", "COLUMNS", "ENDATA"]),
    ])
  func formulate(_ sample: (file: String, words: [String])) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: sample.file)
      let run = try CommandRun("formulate", CommandPlans.cornerShop.path, "--out", file.path)
      #expect(run.status == 0)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("variables"))
      let text = try String(contentsOf: file, encoding: .utf8).lowercased()
      for word in sample.words { #expect(text.contains(word.lowercased())) }
    }
  }

  @Test("A model that cannot be written ends with status 1")
  func formulateNowhere() throws {
    // A file stands where the folder would have to be.
    let place = CommandPlans.cornerShop.appending(path: "plan.yaml").path
    let run = try CommandRun(
      "formulate", CommandPlans.cornerShop.path, "--out", place + "/model.lp")
    #expect(run.status == 1)
    #expect(run.messages.contains("error:") && run.messages.contains("plan.yaml"))
  }
}
