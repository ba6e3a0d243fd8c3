import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt --shard and merge")
struct ShardCommandTests {
  private let question = [
    "levels", CommandPlans.understaffed.path, "--staff", "8,9,10", "--solver", "greedy", "--work",
    "50",
  ]

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
