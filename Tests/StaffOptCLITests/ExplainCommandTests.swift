import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt explain")
struct ExplainCommandTests {
  /// A roster in which one person of the understaffed sample works one day.
  private let roster = """
    employee,date,shift,start,end,breaks
    A004,2026-02-16,Early,09:00,17:30,13:00-13:30

    """

  private func withRoster(_ body: (_ roster: URL) throws -> Void) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "roster.csv")
      try Data(roster.utf8).write(to: file)
      try body(file)
    }
  }

  @Test("The largest gaps of a roster are explained")
  func gaps() throws {
    try withRoster { roster in
      let run = try CommandRun(
        "explain", CommandPlans.understaffed.path, roster.path, "--gaps", "2")
      #expect(run.status == 0, "\(run.messages)")
      for word in ["leave (3): A001 吴明", "agent-hours", "one person more", "smaller gaps"] {
        #expect(run.output.contains(word), "\(word) in \(run.output)")
      }
    }
  }

  @Test("All of it is written as JSON and as a page")
  func files() throws {
    try withRoster { roster in
      let out = roster.deletingLastPathComponent().appending(path: "out")
      let run = try CommandRun(
        "explain", CommandPlans.understaffed.path, roster.path, "--gaps", "2", "--out", out.path,
        "--lang", "zh-Hant")
      #expect(run.status == 0, "\(run.messages)")
      #expect(try PlanFolders.files(below: out) == ["explain.html", "explain.json"])
      let page = try String(contentsOf: out.appending(path: "explain.html"), encoding: .utf8)
      #expect(page.contains("缺口說明") && page.contains("href=\"#gap2\""))
      let both = try CommandRun(
        "explain", CommandPlans.understaffed.path, roster.path, "--person", "A004", "--date",
        "2026-02-16", "--out", out.path)
      #expect(both.status == 64)
    }
  }

  @Test("A person's day is explained by id or by name, in Chinese too")
  func person() throws {
    try withRoster { roster in
      for name in ["A004", "许娜"] {
        let run = try CommandRun(
          "explain", CommandPlans.understaffed.path, roster.path, "--person", name, "--date",
          "2026-02-16", "--lang", "zh-Hans")
        #expect(run.status == 0)
        #expect(run.output.contains("还有谁可以上这个班"))
      }
    }
  }

  @Test("An unknown person and a day outside the plan end with status 2")
  func unknown() throws {
    for (person, date) in [("A999", "2026-02-16"), ("A004", "2026-05-01")] {
      let run = try CommandRun(
        "explain", CommandPlans.understaffed.path, "--person", person, "--date", date)
      #expect(run.status == 2)
      #expect(run.output.isEmpty && run.messages.contains("Expected"))
    }
  }

  @Test("A plan whose rules contradict each other is explained, with status 3")
  func impossible() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.understaffed, to: plan,
        replacing: [("days-in-a-row: {most: 5}", "shifts: {least: 6}\n  days-in-a-row: {most: 5}")])
      let run = try CommandRun("explain", plan.path)
      #expect(run.status == 3)
      #expect(run.output.contains("A001 吴明 has no possible line:"))
      #expect(run.output.contains("6 → 4"), "\(run.output)")
    }
  }
}
