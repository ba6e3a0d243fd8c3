import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("staffopt review")
struct ReviewCommandTests {
  private let shop = PlanFolders.checkout.appending(path: "Data/corner-shop")

  /// A roster of the corner shop and tickets of its days: 4 contacts an hour
  /// from 10 to 20, those of 14 and 15 o'clock late and badly spoken of.
  private struct Case {
    var folder: URL
    var roster: URL
    var actuals: URL

    func remove() { try? FileManager.default.removeItem(at: folder) }
  }

  private func makeCase() throws -> Case {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let out = folder.appending(path: "out")
    let solved = try CommandRun(
      "solve", shop.path, "--solver", "greedy", "--time-limit", "1", "--out", out.path)
    #expect(solved.status == 0)
    var log = "Created at,Queue,Handle seconds,wait,outcome,csat,reopens\n"
    for day in 15...23 {
      for hour in 10..<20 {
        for minute in [5, 20, 35, 50] {
          let isLate = (14...15).contains(hour)
          let verdict = isLate ? (minute == 5 ? 4 : 1) : (minute == 5 ? 2 : 5)
          log +=
            "2026-02-\(day) \(hour):\(minute < 10 ? "0" : "")\(minute),line,\(400 + minute),"
            + "\(isLate ? 300 : 10),served,\(verdict),\(isLate && minute == 50 ? 1 : 0)\n"
        }
      }
    }
    let actuals = folder.appending(path: "actuals.csv")
    try Data(log.utf8).write(to: actuals)
    return Case(folder: folder, roster: out.appending(path: "roster.csv"), actuals: actuals)
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("The miss is split, and its parts add up")
  func missIsSplit() throws {
    let made = try makeCase()
    defer { made.remove() }
    let (folder, roster, actuals) = (made.folder, made.roster, made.actuals)
    // Somebody does not come on the last day but one.
    let lines = try String(contentsOf: roster, encoding: .utf8).split(separator: "\n")
    let absent = try #require(lines.last { $0.contains(",2026-02-22,") })
    let worked = folder.appending(path: "worked.csv")
    let kept = lines.filter { $0 != absent }.joined(separator: "\n") + "\n"
    try Data(kept.utf8).write(to: worked)
    let run = try CommandRun(
      "review", shop.path, roster.path, actuals.path, "--attendance", worked.path, "--format",
      "json")
    #expect(run.status == 0, "\(run.messages)")
    let tree = try object(run.output)
    #expect(tree["attendance_known"] as? Bool == true)
    let miss = try #require(tree["missing_hours"] as? [String: Double])
    let total = try #require(miss["total"])
    let parts = ["plan", "attendance", "forecast"].compactMap { miss[$0] }
    #expect(parts.count == 3 && abs(parts.reduce(0, +) - total) < 0.01)
    #expect((miss["attendance"] ?? 0) > 3)
    let days = try #require(tree["days"] as? [[String: Any]])
    let came = days.map { $0["came"] as? Double }
    #expect(came == Array(repeating: 40, count: 9))
    let classes = try #require(tree["classes"] as? [[String: Any]])
    #expect(classes[0]["came"] as? Double == 360)
  }

  @Test("Satisfaction and reopened tickets stand by hour, and a change is suggested")
  func customersByHour() throws {
    let made = try makeCase()
    defer { made.remove() }
    let (folder, roster, actuals) = (made.folder, made.roster, made.actuals)
    let suggestion = folder.appending(path: "suggestion.yaml")
    let page = folder.appending(path: "review.html")
    let run = try CommandRun(
      "review", shop.path, roster.path, actuals.path, "--suggest", suggestion.path, "--html",
      page.path)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Who really worked is not known"))
    #expect(run.output.contains("14:00"))
    let yaml = try String(contentsOf: suggestion, encoding: .utf8)
    // Late answers cost satisfaction, so the goal of 80 % goes up.
    #expect(yaml.contains("goal: 85% in 60s"), "\(yaml)")
    #expect(yaml.contains("handle-time: 428s"), "\(yaml)")
    #expect(yaml.contains("2026-02-17:"), "\(yaml)")
    let html = try String(contentsOf: page, encoding: .utf8)
    #expect(html.contains("class=\"came\"") && html.contains("class=\"range\""))
    #expect(!html.contains("<script"))
    // Figures stand in tables: printed columns shift under wide characters.
    #expect(html.contains("<td class=\"num\">") && !html.contains("P10–P90  "))
  }

  @Test("Days after the log's end have no data: they are not days without customers")
  func daysWithoutData() throws {
    let made = try makeCase()
    defer { made.remove() }
    let log = try String(contentsOf: made.actuals, encoding: .utf8)
    let early = log.split(separator: "\n").filter { line in
      !(20...23).contains { line.hasPrefix("2026-02-\($0)") }
    }
    try Data((early.joined(separator: "\n") + "\n").utf8).write(to: made.actuals)
    let run = try CommandRun(
      "review", shop.path, made.roster.path, made.actuals.path, "--format", "json")
    let tree = try object(run.output)
    let days = try #require(tree["days"] as? [[String: Any]])
    #expect(days.map { $0["came"] as? Double } == [40, 40, 40, 40, 40, nil, nil, nil, nil])
    let classes = try #require(tree["classes"] as? [[String: Any]])
    #expect(classes[0]["came"] as? Double == 200)
    let text = try CommandRun("review", shop.path, made.roster.path, made.actuals.path).output
    #expect(text.contains("4 days have no data"))
    #expect(!text.contains("2026-02-22:"))
  }

  @Test("Chinese words, and actuals of other days are refused")
  func wordsAndProblems() throws {
    let made = try makeCase()
    defer { made.remove() }
    let (folder, roster, actuals) = (made.folder, made.roster, made.actuals)
    let run = try CommandRun(
      "review", shop.path, roster.path, actuals.path, "--lang", "zh-Hans")
    #expect(run.output.contains("复盘") && run.output.contains("建议修改 plan.yaml"))
    let other = folder.appending(path: "other.csv")
    try Data("Created at,Queue,Handle seconds\n2026-03-05 10:00,line,60\n".utf8).write(to: other)
    let refused = try CommandRun("review", shop.path, roster.path, other.path)
    #expect(refused.status == 2)
    #expect(refused.output.isEmpty)
    #expect(refused.messages.contains("2026-02-15 to 2026-02-23"))
  }
}
