import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("staffopt solve")
struct SolveCommandTests {
  private let shopPeople = (1...6).map { "A00\($0)" }

  /// Solves a plan fast, in a folder of its own.
  private func solve(
    _ plan: URL, out: URL, _ more: String...
  ) throws -> CommandRun {
    try CommandRun(
      ["solve", plan.path, "--out", out.path, "--solver", "greedy", "--time-limit", "5"] + more)
  }

  @Test("All files are written; results go to standard output, messages to standard error")
  func writesAllFiles() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let run = try solve(CommandPlans.cornerShop, out: out)
      #expect(run.status == 0)
      #expect(try PlanFolders.files(below: out) == CommandPlans.outputFiles(employees: shopPeople))
      #expect(run.output.contains("Corner shop"))
      #expect(!run.output.contains("written to"))
      #expect(run.messages.contains("written to \(out.path)"))
      let again = try solve(CommandPlans.cornerShop, out: out, "--lang", "zh-Hans")
      #expect(again.messages.contains("已写入 \(out.path)：roster.csv、"))
      // The same roster passes the audit.
      let audit = try CommandRun(
        "audit", CommandPlans.cornerShop.path, out.appending(path: "roster.csv").path)
      #expect(audit.status == 0)
    }
  }

  @Test("With --format json standard output is one JSON document, the same as summary.json")
  func json() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let run = try solve(
        CommandPlans.cornerShop, out: folder.appending(path: "out"), "--format", "json")
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let summary = try #require(value as? [String: Any])
      #expect(summary["plan"] as? String == "Corner shop")
      #expect(summary["rules_broken"] as? Int == 0)
      #expect(summary["solver"] as? String == "greedy")
      let file = folder.appending(path: "out/summary.json")
      #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
    }
  }

  @Test("Where one file cannot be written none is, and the folder stays as it was")
  func allOrNone() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let inTheWay = out.appending(path: "report.html")
      try FileManager.default.createDirectory(at: inTheWay, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: inTheWay.appending(path: "note.txt"))
      try Data("old".utf8).write(to: out.appending(path: "roster.csv"))
      let run = try solve(CommandPlans.cornerShop, out: out)
      #expect(run.status == 1)
      #expect(run.messages.contains("report.html"))
      #expect(try PlanFolders.files(below: out) == ["report.html/note.txt", "roster.csv"])
      let kept = try String(contentsOf: out.appending(path: "roster.csv"), encoding: .utf8)
      #expect(kept == "old")
    }
  }

  @Test("An invalid plan ends with status 2, all problems listed, nothing written")
  func invalidPlan() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.cornerShop, to: plan,
        replacing: [
          ("days-in-a-row: {most: 4}", "days-in-a-row: {most: four}"), ("fairness:", "fairnes:"),
        ],
        adding: ["requests.csv": "employee,kind,from,to\nA009,day-off,2026-02-16,2026-02-16\n"])
      let out = folder.appending(path: "out")
      let run = try solve(plan, out: out)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      for text in ["plan.yaml:39:", "four", "fairnes", "requests.csv:2:", "A009"] {
        #expect(run.messages.contains(text), "\(text) in \(run.messages)")
      }
      #expect(run.messages.contains("problems; nothing was written"))
      #expect(!FileManager.default.fileExists(atPath: out.path))
      let chinese = try solve(plan, out: out, "--lang", "zh-Hans")
      #expect(chinese.status == 2)
      for text in ["plan.yaml:39:", "不是数字", "不认识的键", "staff.csv 中没有这个人", "没有写入任何文件"] {
        #expect(chinese.messages.contains(text), "\(text) in \(chinese.messages)")
      }
    }
  }

  @Test("A plan that is not there ends with status 2")
  func missingPlan() throws {
    let run = try CommandRun("solve", "no-such-folder")
    #expect(run.status == 2)
    #expect(run.messages.contains("no-such-folder"))
  }

  @Test("A plan that no roster satisfies ends with status 3 and names people and rules")
  func impossiblePlan() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.cornerShop, to: plan,
        adding: [
          "requests.csv": "employee,kind,from,to\nA002,approved-leave,2026-02-15,2026-02-23\n"
        ])
      let out = folder.appending(path: "out")
      let run = try solve(plan, out: out)
      #expect(run.status == 3)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("A002"))
      #expect(!run.messages.contains("A003"))
      #expect(run.messages.contains("approved-leave: No work during approved leave."))
      #expect(run.messages.contains("shifts: Work 1 to 4 shifts in the horizon."))
      #expect(!FileManager.default.fileExists(atPath: out.path))
      let chinese = try solve(plan, out: out, "--lang", "zh-Hans")
      #expect(chinese.status == 3)
      for text in ["没有任何班表", "A002", "approved-leave：已批休假期间不上班。"] {
        #expect(chinese.messages.contains(text), "\(text) in \(chinese.messages)")
      }
    }
  }

  @Test("Ctrl-C during a long search delivers the best roster so far, whole")
  func interrupted() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let running = try RunningCommand([
        "solve", CommandPlans.understaffed.path, "--out", out.path, "--solver", "search",
        "--time-limit", "300",
      ])
      // The first line of progress says that the search has begun.
      let begin = ContinuousClock.now
      while running.isRunning, running.messages.isEmpty,
        ContinuousClock.now - begin < .seconds(60)
      {
        Thread.sleep(forTimeInterval: 0.05)
      }
      Thread.sleep(forTimeInterval: 1)
      let pressed = ContinuousClock.now
      running.interrupt()
      let run = try running.finish()
      #expect(run.status == 0)
      #expect(ContinuousClock.now - pressed < .seconds(10))
      #expect(run.messages.contains("the best roster so far will be written"))
      let people = (1...10).map { $0 < 10 ? "A00\($0)" : "A0\($0)" }
      #expect(try PlanFolders.files(below: out) == CommandPlans.outputFiles(employees: people))
      let summary = try String(contentsOf: out.appending(path: "summary.json"), encoding: .utf8)
      #expect(summary.contains(#""stop_reason": "interrupted""#))
    }
  }

  @Test(
    "A report in Chinese is in Chinese, in its characters",
    arguments: [
      (language: "zh-Hans", words: ["总成本", "覆盖"]),
      (language: "zh-Hant", words: ["總成本", "覆蓋"]),
    ])
  func chinese(_ sample: (language: String, words: [String])) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let run = try solve(CommandPlans.cornerShop, out: out, "--lang", sample.language)
      #expect(run.status == 0)
      let page = try String(contentsOf: out.appending(path: "report.html"), encoding: .utf8)
      for word in sample.words {
        #expect(page.contains(word))
        #expect(run.output.contains(word))
      }
      #expect(page.contains("lang=\"\(sample.language)\""))
    }
  }

  @Test("Solvers that need GLPK say so where it is missing", .enabled(if: !StaffOptVersion.hasGLPK))
  func withoutGLPK() throws {
    let run = try CommandRun("solve", CommandPlans.cornerShop.path, "--solver", "exact")
    #expect(run.status == 1)
    #expect(run.messages.contains("GLPK"))
    #expect(run.messages.contains("--solver search"))
  }
}
