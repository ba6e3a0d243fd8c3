import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt queue")
struct QueueCommandTests {
  private let tenErlangs = ["queue", "--arrivals", "100", "--per", "30m", "--handle", "180s"]

  private func json(_ arguments: [String]) throws -> [String: Any] {
    let run = try CommandRun(arguments + ["--format", "json"])
    #expect(run.status == 0, "\(run.messages)")
    let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(value as? [String: Any])
  }

  @Test("The agents needed, net and gross, exact and whole")
  func needed() throws {
    let found = try json(tenErlangs + ["--goal", "80/20s", "--shrinkage", "0.3"])
    let agents = try #require(found["agents"] as? Double)
    let gross = try #require(found["agents_gross"] as? Double)
    #expect(abs(agents - 13.037206466409) < 1e-9)
    #expect(abs(gross - agents / 0.7) < 1e-12)
    #expect(found["agents_needed_whole"] as? Int == 14)
    #expect(found["agents_needed_gross_whole"] as? Int == 19)
    let text = try CommandRun(tenErlangs + ["--goal", "80/20s", "--shrinkage", "0.3"])
    for word in ["13.037", "14", "18.625", "19", "80.00 %"] { #expect(text.output.contains(word)) }
  }

  @Test("The figures of given agents have twelve digits")
  func figures() throws {
    let found = try json(tenErlangs + ["--patience", "300s", "--agents", "12"])
    // Computed with 40 digits.
    let expected = [
      "wait_probability": 0.331802035543800, "service_level": 0.772279307715613,
      "mean_wait_seconds": 12.8133317095821, "abandonment": 0.0427111056986069,
      "occupancy": 0.797740745251161, "agents": 12,
    ]
    for (key, value) in expected {
      let actual = try #require(found[key] as? Double, "\(key)")
      #expect(abs(actual - value) <= 1e-12 * value, "\(key)")
    }
  }

  @Test("A queue that grows without end is said to, as valid JSON", arguments: ["0", "9", "10"])
  func overloaded(agents: String) throws {
    let found = try json(tenErlangs + ["--agents", agents])
    #expect(found["mean_wait_seconds"] is NSNull)
    #expect(found["stable"] as? Bool == false)
    #expect(found["service_level"] as? Double == 0)
    let text = try CommandRun(tenErlangs + ["--agents", agents])
    #expect(text.status == 0)
    #expect(text.output.contains("without end"))
  }

  @Test("Nothing arrives: nobody is needed")
  func noArrivals() throws {
    let found = try json(["queue", "--arrivals", "0", "--handle", "180"])
    #expect(found["agents"] as? Double == 0)
    #expect(found["service_level"] as? Double == 1)
  }

  @Test("Wrong options end with status 64, all named at once")
  func usage() throws {
    let run = try CommandRun("queue", "--arrivals", "many", "--handle", "2 weeks", "--goal", "fast")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    for word in ["--arrivals", "many", "--handle", "2 weeks", "--goal", "fast"] {
      #expect(run.messages.contains(word))
    }
  }

  @Test("A file gives a table, JSON or CSV; bad rows end with status 2")
  func file() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "cases.csv")
      try Data("name,arrivals,handle,agents\nsales,100,180s,\n客服,50,3分钟,6\n".utf8).write(to: file)
      let found = try json(["queue", "--file", file.path, "--per", "30m"])
      let cases = try #require(found["cases"] as? [[String: Any]])
      #expect(cases.map { $0["name"] as? String } == ["sales", "客服"])
      #expect(cases.last?["agents"] as? Double == 6)
      let table = try CommandRun("queue", "--file", file.path, "--csv")
      #expect(table.output.split(separator: "\n").count == 3)
      let chinese = try CommandRun("queue", "--file", file.path, "--lang", "zh-Hant")
      #expect(chinese.output.contains("佔用率"))
      try Data("name,arrivals,handle\na,x,1\nb,1,y\n".utf8).write(to: file)
      let bad = try CommandRun("queue", "--file", file.path)
      #expect(bad.status == 2)
      #expect(bad.output.isEmpty)
      #expect(bad.messages.contains("cases.csv:2:3:") && bad.messages.contains("cases.csv:3:5:"))
    }
  }
}
