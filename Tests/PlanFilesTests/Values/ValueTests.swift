import CivilTime
import Testing
import Workload

@testable import PlanFiles

/// Single values as people write them.
@Suite struct ValueTests {
  private let log = ProblemLog()

  private func source(_ text: String) -> SourceText {
    SourceText(text, at: SourcePlace(file: "x"))
  }

  @Test(
    arguments: [
      ("2026-02-16", "2026-02-16"), ("2026/2/16", "2026-02-16"), ("2026.2.16", "2026-02-16"),
      ("2026-2-6", "2026-02-06"), ("2026年2月16日", "2026-02-16"), ("2026年2月16", "2026-02-16"),
      ("2026-02-30", nil), ("16/2/2026", nil), ("2026/2-16", nil), ("2026-02-16-", nil),
      ("２０２６-02-16", nil), ("99999-1-1", nil), ("", nil),
    ] as [(String, String?)])
  func readsDates(_ text: String, _ expected: String?) {
    #expect(parsedDate(text)?.description == expected)
    #expect(log.date(source(text))?.description == expected)
    #expect(log.problems.isEmpty == (expected != nil))
  }

  @Test(
    arguments: [
      ("08:00-24:00", 480..<1_440), ("8:00 – 12:30", 480..<750), ("22:00-06:00", 1_320..<1_800),
      ("08：00～12：00", 480..<720), ("08:00至12:00", 480..<720), ("08:00:00-12:00:00", 480..<720),
      ("00:00-00:00", 0..<1_440), ("20:00-26:00", 1_200..<1_560), ("08:00", nil),
      ("25:00-26:00", nil), ("8-12", nil), ("08:00-12:00-13:00", nil),
    ] as [(String, Range<Int>?)])
  func readsSpansOfTheDay(_ text: String, _ expected: Range<Int>?) {
    #expect(log.clockSpan(source(text)) == expected)
  }

  @Test(
    arguments: [
      ("8h30m", 30_600), ("90m", 5_400), ("1 hour 30 minutes", 5_400), ("30 mins", 1_800),
      ("2小时30分钟", 9_000), ("45 秒", 45), ("3 days", 259_200), ("8", nil), ("h", nil), ("", nil),
      ("5 parsecs", nil),
    ] as [(String, Int?)])
  func readsLengthsOfTime(_ text: String, _ expected: Int?) {
    #expect(parsedSpan(text)?.seconds == expected)
  }

  @Test(
    arguments: [
      ("85%", 0.85), ("0.85", 0.85), ("85 %", 0.85), ("８５%", nil), ("85％", 0.85), ("85", nil),
      ("-1%", nil), ("101%", nil), ("nan", nil), ("0x1p3", nil), ("", nil),
    ] as [(String, Double?)])
  func readsShares(_ text: String, _ expected: Double?) {
    #expect(log.percent(source(text), in: 0...1) == expected)
  }

  @Test(
    arguments: [
      ("80% in 30s", .answered(share: 0.8, withinSeconds: 30)),
      ("80/20", .answered(share: 0.8, withinSeconds: 20)),
      ("95% in 1m 30s", .answered(share: 0.95, withinSeconds: 90)),
      ("mean wait 45s", .meanWait(seconds: 45)),
      ("at most 30% wait", .waitProbability(atMost: 0.3)),
      ("At most 5% abandon", .abandonment(atMost: 0.05)),
      ("finished in 24h", .finished(withinSeconds: 86_400, clock: .clockHours)),
      ("finished in 2d", .finished(withinSeconds: 172_800, clock: .clockHours)),
      ("finished in 8h working", .finished(withinSeconds: 28_800, clock: .openingHours)),
      ("80% in 30", nil), ("in 30s", nil), ("80% in 30s working", nil), ("0/20", nil), ("", nil),
    ] as [(String, ServiceGoal?)])
  func readsGoals(_ text: String, _ expected: ServiceGoal?) {
    #expect(log.goal(source(text)) == expected)
    #expect(log.hasErrors == (expected == nil))
  }

  @Test(
    arguments: [
      ("08:00", [480]), ("08:00..09:30 every 30m", [480, 510, 540, 570]),
      ("08:00..09:20 every 30m", [480, 510, 540]), ("08:00 .. 08:00 every 1h", [480]),
      ("24:00", []), ("08:00..09:00", []), ("08:00..09:00 every 0m", []),
    ] as [(String, [Int])])
  func readsStarts(_ text: String, _ expected: [Int]) {
    #expect(log.starts(source(text)) == expected)
    #expect(log.hasErrors == expected.isEmpty)
  }

  @Test func quotesWithoutControlCharacters() {
    #expect(quoted("a\u{1B}[31m\nb") == "\"a\\u{1b}[31m\\u{a}b\"")
    #expect(quoted(String(repeating: "x", count: 100)).count == 65)
  }

  @Test(
    arguments: [
      ("monday", Weekday.monday), ("Mon", .monday), ("Sundays", .sunday), ("周三", .wednesday),
      ("星期日", .sunday), ("星期天", .sunday), ("m", nil), ("", nil),
    ] as [(String, Weekday?)])
  func readsWeekdays(_ text: String, _ expected: Weekday?) {
    #expect(Weekday(name: text) == expected)
  }
}
