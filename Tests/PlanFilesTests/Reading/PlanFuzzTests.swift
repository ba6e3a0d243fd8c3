import Foundation
import StaffOptTestSupport
import Testing

@testable import PlanFiles

/// No input crashes the reader or keeps it busy: plans changed at random, and
/// garbage. Longer runs under STAFFOPT_LONG_TESTS.
@Suite struct PlanFuzzTests {
  static let rounds = ProcessInfo.processInfo.environment["STAFFOPT_LONG_TESTS"] == nil ? 8 : 600

  static let garbageLength =
    ProcessInfo.processInfo.environment["STAFFOPT_LONG_TESTS"] == nil ? 50_000 : 10_000_000

  /// Bytes that are likely to hit something.
  private static let snippets: [[UInt8]] =
    [
      "{", "}", "[", "]", ":", ",", "\"", "'", "\n", "\r", "\t", " ", "-", "..", "#", "&a ", "*a",
      "|",
      ">", "!!", "? ", "%", "0", "-1", "1e308", "99999999999999999999", "9999-12-31", "0001-01-01",
      "2026-02-16..9999-12-31", "48:00", "00:00", "every 5m", "5m", "999999h", "null", "~", "OFF",
      "春节", "\u{FEFF}", "\u{202E}", "\u{0}",
    ].map { Array($0.utf8) } + [[0xFF], [0x80], [0xE4, 0xBD], [0xB0, 0xB2], [0xED, 0xA0, 0x80]]

  static func mutated(_ bytes: [UInt8], using random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let from = Int.random(in: 0...bytes.count, using: &random)
      let length = Int.random(in: 0...12, using: &random)
      let span = from..<min(bytes.count, from + length)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.removeSubrange(span)
      case 1: bytes.insert(contentsOf: snippets.randomElement(using: &random) ?? [], at: from)
      case 2: bytes.replaceSubrange(span, with: snippets.randomElement(using: &random) ?? [])
      case 3:
        let to = Int.random(in: 0...bytes.count, using: &random)
        bytes.insert(contentsOf: bytes[span], at: to)
      case 4: for index in span { bytes[index] = UInt8.random(in: 0...255, using: &random) }
      default: bytes.removeLast(Int.random(in: 0...min(40, bytes.count), using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: Fixture.names(in: "valid/small-shop"))
  func aChangedPlanIsReadOrRefused(_ name: String) throws {
    let original = try Fixture.bytes("valid/small-shop/\(name)")
    let seed = UInt64(name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF })
    var random = SplitMix64(seed: seed)
    try Fixture.withFolder(of: ["valid/small-shop"]) { folder in
      for round in 0..<PlanFuzzTests.rounds {
        let bytes = PlanFuzzTests.mutated(original, using: &random)
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        do throws(PlanProblems) {
          _ = try PlanFolderReader().read(folder)
        } catch {
          // A refused plan names at least one error, and every problem has a
          // place in a file and a sentence.
          #expect(!error.errors.isEmpty, "seed \(seed), round \(round)")
          for problem in error.problems {
            #expect(!problem.file.isEmpty && problem.message.hasSuffix("."), "\(problem)")
          }
        }
      }
    }
  }

  @Test(arguments: ["plan.yaml", "staff.csv", "tickets.csv", "need.csv"])
  func garbageIsRefused(_ name: String) throws {
    var random = SplitMix64(seed: 5)
    let noise = (0..<PlanFuzzTests.garbageLength).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let texts = (0..<PlanFuzzTests.garbageLength).map { _ in
      UInt8.random(in: 32...126, using: &random)
    }
    let folder = name == "need.csv" ? "base" : "valid/small-shop"
    try Fixture.withFolder(of: [folder]) { folder in
      for bytes in [noise, texts] {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        #expect(throws: PlanProblems.self) { try PlanFolderReader().read(folder) }
      }
    }
  }

  @Test func aChangedRosterIsReadOrRefused() throws {
    let plan = try Fixture.document(Fixture.url("base")).plan
    let text = """
      employee,day,date,shift,start,end,breaks
      a,0,2026-02-16,Early,2026-02-16T08:00:00+08:00,2026-02-16T16:00:00+08:00,12:00-13:00 paid
      b,1,2026-02-17,Late,12:00,20:00,
      """
    var random = SplitMix64(seed: 3)
    for _ in 0..<PlanFuzzTests.rounds * 40 {
      let bytes = PlanFuzzTests.mutated(Array(text.utf8), using: &random)
      guard let roster = try? RosterReader.read(bytes, plan: plan) else { continue }
      for shift in roster.assignments {
        #expect((0..<3).contains(shift.day))
        #expect(shift.breaks.allSatisfy { $0.minutes.clamped(to: shift.minutes) == $0.minutes })
      }
    }
  }
}
