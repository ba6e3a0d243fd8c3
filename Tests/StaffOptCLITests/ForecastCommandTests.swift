import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("staffopt forecast")
struct ForecastCommandTests {
  private let shop = PlanFolders.checkout.appending(path: "Data/corner-shop").path

  @Test("The forecast in words and blocks is as recorded", arguments: ["en", "zh-Hans", "zh-Hant"])
  func text(language: String) throws {
    let run = try CommandRun("forecast", shop, "--lang", language)
    #expect(run.status == 0)
    assertGolden(run.output, "forecast-\(language).txt")
  }

  @Test("The backtest in words is as recorded", arguments: ["en", "zh-Hans", "zh-Hant"])
  func backtest(language: String) throws {
    let run = try CommandRun("forecast", shop, "--backtest", "--lang", language)
    #expect(run.status == 0)
    assertGolden(run.output, "backtest-\(language).txt")
  }

  @Test("CSV and JSON say the same")
  func formats() throws {
    let csv = try CommandRun("forecast", shop, "--csv")
    #expect(csv.status == 0)
    let rows = csv.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      rows[0].joined(separator: ",") == "date,start,class,arrivals,p10,p50,p90,handle_seconds")
    #expect(rows.count == 1 + 9 * 48)
    let sum = rows.dropFirst().filter { $0[0] == "2026-02-15" }
      .reduce(0) { $0 + (Double($1[3]) ?? .nan) }
    let json = try CommandRun("forecast", shop, "--format", "json")
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let classes = try #require(tree["classes"] as? [[String: Any]])
    let days = try #require(classes[0]["days"] as? [[String: Any]])
    #expect(days.count == 9)
    #expect(abs((days[0]["mean"] as? Double ?? 0) - sum) < 0.05)
    for row in rows.dropFirst() {
      let band = row[4...6].compactMap { Double($0) }
      #expect(band.count == 3 && band == band.sorted())
    }
  }

  @Test("The backtest as JSON has the scores of four methods")
  func backtestJSON() throws {
    let run = try CommandRun(
      "forecast", shop, "--backtest", "--days-ahead", "14", "--format", "json")
    #expect(run.status == 0)
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let classes = try #require(tree["classes"] as? [[String: Any]])
    #expect(classes.count == 1 && classes[0]["days_ahead"] as? Int == 14)
    let scores = try #require(classes[0]["scores"] as? [[String: Any]])
    #expect(scores.count == 4)
    #expect(scores.allSatisfy { $0["interval_wape"] is Double && $0["bias"] != nil })
    #expect(scores[0]["day_band_coverage"] is Double && scores[1]["day_band_coverage"] is NSNull)
  }

  @Test("A plan without history, and days that are not in it, are told apart")
  func problems() throws {
    let none = try CommandRun(
      "forecast", shop, "--backtest", "--from", "2030-01-01", "--to", "2030-02-01")
    #expect(none.status == 2)
    #expect(none.output.isEmpty)
    #expect(none.messages.contains("No day of the history can be tried"))
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      let need = try CommandRun("need", shop, "--csv")
      let text = try String(
        contentsOf: PlanFolders.checkout.appending(path: "Data/corner-shop/plan.yaml"),
        encoding: .utf8)
      let lines = text.components(separatedBy: "\n")
      let start = try #require(lines.firstIndex(of: "workload:"))
      let end = try #require(
        lines[(start + 1)...].firstIndex { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasPrefix("#") }
      )
      let kept = lines[...start] + ["  need: need.csv"] + lines[end...]
      try FileManager.default.createDirectory(at: plan, withIntermediateDirectories: true)
      try Data(kept.joined(separator: "\n").utf8).write(to: plan.appending(path: "plan.yaml"))
      try Data(need.output.utf8).write(to: plan.appending(path: "need.csv"))
      try FileManager.default.copyItem(
        at: PlanFolders.checkout.appending(path: "Data/corner-shop/staff.csv"),
        to: plan.appending(path: "staff.csv"))
      let run = try CommandRun("forecast", plan.path)
      #expect(run.status == 2, "\(run.messages)")
      #expect(run.messages.contains("no workload classes to forecast"))
    }
  }
}
