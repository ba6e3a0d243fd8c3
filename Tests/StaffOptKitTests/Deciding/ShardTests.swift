import Foundation
import StaffOptTestSupport
import Synchronization
import Testing

@testable import StaffOptKit

@Suite("Shares of a sweep")
struct ShardTests {
  private var plan: RosterPlan {
    var plan = PlanSamples.plan(days: 4, people: 4)
    plan.rules = [
      ScopedRule(DaysInARow(most: 2)), ScopedRule(RestBetweenShifts(leastMinutes: 660)),
    ]
    for day in 0..<4 {
      for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 2 }
    }
    return plan
  }

  private let cases = SweepCase.levels([1, 2, 3, 4, 5, 6, 7])

  private var question: SweepQuestion {
    SweepQuestion(
      kind: .levels, plan: "plan", planPrint: "0", cases: cases, scenarios: [], solver: "search",
      secondsPerCase: nil, work: 300, relativeGap: 0, seed: 7)
  }

  private func sweep(_ part: SweepPart, workers: Int = 2) -> ShardedSweep {
    let document = PlanDocument(
      plan: plan, workload: WorkloadPlan(), givenNeedSkills: plan.need.skills)
    return ShardedSweep(
      editor: PlanEditor(base: LoadedPlan(plan: plan, document: document)),
      settings: SweepSettings(
        solver: .search, seconds: nil, relativeGap: 0, seed: 7, workers: workers, work: 300),
      part: part)
  }

  private func shard(_ text: String) throws -> SweepShard { try #require(SweepShard(text)) }

  @Test("Shares are read as k/n and have every case once")
  func shares() throws {
    #expect(SweepShard("3/16") == SweepShard(number: 3, count: 16))
    for text in ["0/3", "4/3", "3", "a/b", "-1/2", "1/", "/2", "1/2/3", "1/1000000", ""] {
      #expect(SweepShard(text) == nil, "\(text)")
    }
    for count in 1...9 {
      let places = try (1...count).flatMap {
        try #require(SweepShard(number: $0, count: count)).places(of: 7)
      }
      #expect(places.sorted() == Array(0..<7))
    }
  }

  @Test("Parts joined are what one run writes, bit for bit, however the sweep is cut")
  func joined() throws {
    try PlanFolders.withTemporaryFolder { folder in
      func merged(_ count: Int, workers: Int) throws -> [CaseFacts] {
        let files = try (1...count).reversed().map { number in
          let url = folder.appending(path: "\(number)-of-\(count).json")
          let part = SweepPart(question, shard: try shard("\(number)/\(count)"))
          let done = try sweep(part, workers: workers).run(to: url)
          let read = try SweepPart.read(url)
          #expect(read == done)
          return (url.lastPathComponent, read)
        }
        return try SweepPart.merged(files)
      }
      let whole = try merged(1, workers: 1)
      #expect(whole.map(\.name) == cases.map(\.name))
      for count in [2, 3, 7, 9] { #expect(try merged(count, workers: 2) == whole) }
      let first = SweepFacts(kind: .levels, plan: plan, cases: whole)
      let second = SweepFacts(kind: .levels, plan: plan, cases: try merged(3, workers: 2))
      #expect(SweepCSV(first).text == SweepCSV(second).text)
      #expect(SweepJSON(first).text == SweepJSON(second).text)
    }
  }

  @Test("An interrupted share goes on with what is open, to the same bytes")
  func resumed() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let whole = folder.appending(path: "whole.json")
      let part = SweepPart(question, shard: try shard("1/2"))
      _ = try sweep(part, workers: 1).run(to: whole)
      let broken = folder.appending(path: "broken.json")
      let cancellation = Cancellation()
      let stopped = try sweep(part, workers: 1).run(
        to: broken, progress: { done, _, _ in if done == 2 { cancellation.cancel() } },
        cancellation: cancellation)
      #expect(!stopped.open.isEmpty)
      #expect(!stopped.answers.isEmpty)
      let counted = Mutex(0)
      _ = try sweep(try SweepPart.read(broken), workers: 1).run(
        to: broken, progress: { _, count, _ in counted.withLock { $0 = count } })
      #expect(counted.withLock { $0 } == stopped.open.count)
      #expect(try Data(contentsOf: broken) == Data(contentsOf: whole))
    }
  }

  @Test("Parts that do not belong together, or are not complete, are told")
  func misfits() throws {
    let one = SweepPart(question, shard: try shard("1/2"))
    let two = SweepPart(question, shard: try shard("2/2"))
    #expect(throws: SweepPartError.twice(one.shard)) {
      try SweepPart.merged([("a", one), ("b", one)])
    }
    var other = question
    other.seed = 8
    #expect(throws: SweepPartError.otherSweep("b")) {
      try SweepPart.merged([("a", one), ("b", SweepPart(other, shard: two.shard))])
    }
    #expect(throws: SweepPartError.missing(cases.map(\.name))) {
      try SweepPart.merged([("a", one), ("b", two)])
    }
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "part.json")
      #expect(throws: SweepPartError.unreadable("part.json")) { try SweepPart.read(file) }
      let text = String(decoding: try one.data(), as: UTF8.self)
      for damaged in [
        "", "{}", String(text.dropLast(20)), text.replacing("part-1", with: "part-9"),
        text.replacing(#/"count"\s*:\s*2/#, with: "\"count\":0"),
      ] {
        try Data(damaged.utf8).write(to: file)
        #expect(throws: SweepPartError.noPart("part.json")) { try SweepPart.read(file) }
      }
    }
  }

  @Test("A print changes with a file's bytes and name, and with nothing else")
  func prints() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appending(path: "a.csv")
      try Data("1".utf8).write(to: file)
      let first = FilePrint.of(folder)
      #expect(first.count == 16)
      #expect(FilePrint.of(folder) == first)
      try Data("2".utf8).write(to: file)
      #expect(FilePrint.of(folder) != first)
      try Data("1".utf8).write(to: file)
      #expect(FilePrint.of(folder) == first)
      try FileManager.default.moveItem(at: file, to: folder.appending(path: "b.csv"))
      #expect(FilePrint.of(folder) != first)
    }
  }
}
