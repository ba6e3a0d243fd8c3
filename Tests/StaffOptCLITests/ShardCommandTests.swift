import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt --shard and merge")
struct ShardCommandTests {
  private let question = [
    "levels", CommandPlans.understaffed.path, "--staff", "8,9,10", "--solver", "greedy", "--work",
    "50",
  ]

  @Test(
    "Shares joined give the bytes that the command without shares writes",
    arguments: [
      ["levels", "--staff", "8,9,10", "--against", "90%:2,120%"],
      ["whatif", "--shift-length", "8h30m,9h30m"], ["whatif", "--rules"],
    ])
  func sameAsOneRun(command: [String]) throws {
    let question =
      [command[0], CommandPlans.understaffed.path] + command.dropFirst() + [
        "--solver", "search", "--work", "60",
      ]
    try PlanFolders.withTemporaryFolder { folder in
      let plain = folder.appending(path: "plain")
      let one = try CommandRun(question + ["--out", plain.path])
      #expect(one.status == 0, "\(one.messages)")
      let parts = folder.appending(path: "parts")
      for shard in ["1/2", "2/2"] {
        let run = try CommandRun(question + ["--shard", shard, "--out", parts.path])
        #expect(run.status == 0, "\(run.messages)")
      }
      let files = try PlanFolders.files(below: parts).map { parts.appending(path: $0).path }
      let joined = folder.appending(path: "joined")
      let merged = try CommandRun(["merge"] + files + ["--out", joined.path])
      #expect(merged.output == one.output)
      let names = try PlanFolders.files(below: plain)
      #expect(names.count == 3)
      for name in names {
        let first = try Data(contentsOf: plain.appending(path: name))
        #expect(try first == Data(contentsOf: joined.appending(path: name)), "\(name)")
      }
    }
  }

  @Test("Two shares joined give the bytes of one run, CSV, JSON and page")
  func joined() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let parts = folder.appending(path: "parts")
      for shard in ["1/2", "2/2", "1/1"] {
        let run = try CommandRun(question + ["--shard", shard, "--out", parts.path])
        #expect(run.status == 0, "\(run.messages)")
        #expect(run.output.isEmpty)
      }
      func path(_ name: String) -> String { parts.appending(path: name).path }
      let cut = folder.appending(path: "cut")
      let whole = folder.appending(path: "whole")
      let first = try CommandRun(
        "merge", path("levels-2-of-2.json"), path("levels-1-of-2.json"), "--out", cut.path)
      let second = try CommandRun("merge", path("levels-1-of-1.json"), "--out", whole.path)
      #expect(first.status == 0, "\(first.messages)")
      #expect(first.output == second.output)
      for name in ["levels.csv", "levels.json", "levels.html"] {
        let one = try Data(contentsOf: cut.appending(path: name))
        #expect(try one == Data(contentsOf: whole.appending(path: name)), "\(name)")
      }
      let missing = try CommandRun("merge", path("levels-2-of-2.json"))
      #expect(missing.status == 2)
      #expect(missing.messages.contains("not solved yet: 8, 10"))
      let other = try CommandRun(
        question + ["--shard", "1/2", "--seed", "9", "--out", parts.path])
      #expect(other.status == 2)
      #expect(other.messages.contains("belongs to another sweep"))
      let again = try CommandRun(question + ["--shard", "1/2", "--out", parts.path])
      #expect(again.status == 0)
      #expect(again.messages.contains("2 done, 0 open"))
    }
  }

  @Test("A share is k/n", arguments: ["0/2", "3/2", "half", "1"])
  func usage(shard: String) throws {
    #expect(try CommandRun(question + ["--shard", shard]).status == 64)
  }
}
