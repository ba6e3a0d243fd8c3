import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("staffopt shifts")
struct ShiftsCommandTests {
  /// A cyclic week of six-hour slots that two shifts cover exactly.
  private let week = """
    interval = 360; days = 3;
    demand = [0,2,2,1, 0,3,3,1, 0,2,2,1];
    shiftTypes = 2; minStart = [0, 2]; maxStart = [1, 3]; minLength = [1, 1]; maxLength = [2, 2];
    weightUnderCover = 1; weightOverCover = 1; weightShiftInstances = 60;
    """

  private func object(_ text: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("A benchmark file gives objective, bound, minutes and the heads of each shift")
  func benchmark() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "week.dzn")
      try Data(
        week.replacing("360", with: "240").replacing(
          "[0,2,2,1, 0,3,3,1, 0,2,2,1]", with: "[0,2,2,1,0,0, 0,3,3,1,0,0, 0,2,2,1,0,0]"
        ).utf8
      ).write(to: file)
      let run = try CommandRun("shifts", file.path, "--moves", "500", "--format", "json")
      #expect(run.status == 0, "\(run.messages)")
      let found = try object(run.output)
      #expect(found["objective"] as? Double == 120)
      #expect(found["distinct_shifts"] as? Int == 2)
      #expect(found["over_minutes"] as? Double == 0)
      #expect(found["under_minutes"] as? Double == 0)
      #expect(try #require(found["bound"] as? Double) <= 120)
      let shifts = try #require(found["shifts"] as? [[String: Any]])
      #expect(shifts.map { $0["start"] as? String } == ["04:00", "12:00"])
      #expect(shifts.map { $0["length_minutes"] as? Int } == [480, 240])
      #expect(shifts.map { $0["heads"] as? [Int] } == [[2, 3, 2], [1, 1, 1]])
    }
  }

  @Test("A plan gives a front and patterns that the plan takes at once")
  func plan() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      let out = folder.appending(path: "out")
      try CommandPlans.copy(CommandPlans.understaffed, to: plan)
      let run = try CommandRun(
        "shifts", plan.path, "--most", "2", "--moves", "10", "--out", out.path)
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output.contains("suggested"))
      #expect(
        try PlanFolders.files(below: out)
          == ["front.csv", "shifts.html", "shifts.json", "shifts.yaml"])
      // The plan names the file in place of its own list.
      let settings = plan.appending(path: "plan.yaml")
      let text = try String(contentsOf: settings, encoding: .utf8)
      var lines: [Substring] = []
      var isInside = false
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("shifts:") {
          isInside = true
          lines.append("shifts: shifts.yaml")
        } else if isInside, line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("#") {
          continue
        } else {
          isInside = false
          lines.append(line)
        }
      }
      try Data(lines.joined(separator: "\n").utf8).write(to: settings)
      try FileManager.default.copyItem(
        at: out.appending(path: "shifts.yaml"), to: plan.appending(path: "shifts.yaml"))
      let solved = try CommandRun(
        "solve", plan.path, "--solver", "greedy", "--time-limit", "3", "--format", "json")
      #expect(solved.status == 0, "\(solved.messages)")
      #expect(solved.output.contains(#""rules_broken": 0"#))
    }
  }

  @Test("One file is written if the name asks for one; Chinese words in the text")
  func oneFile() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "mine.yaml")
      let run = try CommandRun(
        "shifts", CommandPlans.understaffed.path, "--most", "1", "--moves", "5", "--out", out.path,
        "--lang", "zh-Hans")
      #expect(run.status == 0, "\(run.messages)")
      #expect(run.output.contains("班次设计"))
      #expect(try PlanFolders.files(below: folder) == ["mine.yaml"])
    }
  }

  @Test("Stopped before the first shift it ends with status 4 and writes nothing")
  func nothingFound() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let out = folder.appending(path: "out")
      let run = try CommandRun(
        "shifts", CommandPlans.understaffed.path, "--time-limit", "0", "--out", out.path)
      #expect(run.status == 4, "\(run.messages)")
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("before there was a first shift"))
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  @Test("Mistakes in files and options are told, and nothing is written")
  func mistakes() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "week.dzn")
      try Data(week.replacing("days = 3", with: "dais = 3").utf8).write(to: file)
      let out = folder.appending(path: "out")
      let bad = try CommandRun("shifts", file.path, "--out", out.path)
      #expect(bad.status == 2)
      #expect(bad.messages.contains("week.dzn: E-KEY-MISSING There is no \"days\"."))
      #expect(!FileManager.default.fileExists(atPath: out.path))
      for (option, value, message) in [
        ("--skill", "chta", "E-SKILL"), ("--starts", "8", "E-VALUE-TIME"),
        ("--lengths", "eight", "E-VALUE-SPAN"), ("--breaks", "30m", "E-VALUE-SPAN"),
      ] {
        let run = try CommandRun("shifts", CommandPlans.understaffed.path, option, value)
        #expect(run.status == 2, "\(option)")
        #expect(run.messages.contains(message), "\(run.messages)")
      }
      #expect(try CommandRun("shifts", "no-such-plan").status == 2)
    }
  }
}
