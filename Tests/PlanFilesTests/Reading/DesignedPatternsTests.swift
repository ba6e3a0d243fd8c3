import Foundation
import Rostering
import Testing

@testable import PlanFiles

@Suite("Designed shifts as patterns of a plan")
struct DesignedPatternsTests {
  private let patterns = [
    ShiftPattern(
      name: "08:00-16:30", startMinutes: [480], lengthMinutes: [510],
      breaks: [BreakRule(minutes: 30, earliestOffset: 180, latestOffset: 270)]),
    ShiftPattern(
      name: "it's \"late\" \\ 晚班", startMinutes: [600, 660], lengthMinutes: [480, 540],
      breaks: [
        BreakRule(minutes: 15, earliestOffset: 120, latestOffset: 120, isPaid: true),
        BreakRule(minutes: 45, earliestOffset: 240, latestOffset: 300),
      ], days: [0, 2], skills: ["chat"]),
  ]

  private let base = """
    name: Base
    horizon: {from: 2026-02-16, to: 2026-02-18}
    interval: 60m
    opening: 08:00-20:00
    workload:
      need: need.csv
      classes:
        - {name: chat, goal: 80% in 30s}

    """

  @Test("What the writer writes, a plan that names the file reads")
  func roundTrip() throws {
    let horizon = try Fixture.document(Fixture.url("base")).plan.horizon
    let yaml = ShiftPatternWriter(horizon: horizon).yaml(patterns, comment: "Two\nlines")
    #expect(yaml.hasPrefix("# Two\n# lines\nshifts:\n"))
    try Fixture.withFolder(
      of: ["base"], adding: ["plan.yaml": base + "shifts: mine.yaml\n", "mine.yaml": yaml]
    ) { folder in
      let read = try Fixture.document(folder).plan.patterns
      #expect(read == patterns)
    }
    // The same text stands in plan.yaml itself.
    try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": base + yaml]) { folder in
      let read = try Fixture.document(folder).plan.patterns
      #expect(read == patterns)
    }
  }

  @Test("Problems of the file are told at their places in it")
  func problems() throws {
    let yaml = "shifts:\n  - {name: Early, starts: [26:00], lengths: [8h]}\n"
    try Fixture.withFolder(
      of: ["base"], adding: ["plan.yaml": base + "shifts: mine.yaml\n", "mine.yaml": yaml]
    ) { folder in
      let report = Fixture.report(folder)
      #expect(report.contains("mine.yaml:2:28: E-VALUE-RANGE"), "\(report)")
    }
    for (name, expected) in [
      ("none.yaml", "plan.yaml:9:9: E-FILE-MISSING"),
      ("../out.yaml", "plan.yaml:9:9: E-VALUE-TEXT"),
    ] {
      try Fixture.withFolder(
        of: ["base"], adding: ["plan.yaml": base + "shifts: \(name)\n"]
      ) { folder in
        let report = Fixture.report(folder)
        #expect(report.contains(expected), "\(report)")
      }
    }
    for yaml in ["other: 1\n", "text\n", ""] {
      try Fixture.withFolder(
        of: ["base"], adding: ["plan.yaml": base + "shifts: mine.yaml\n", "mine.yaml": yaml]
      ) { folder in
        let report = Fixture.report(folder)
        #expect(report.contains("mine.yaml:") && report.contains(" E-"), "\(report)")
      }
    }
  }

  @Test("Windows are read in the words of plan.yaml")
  func windows() throws {
    let windows = try ShiftWindows(
      starts: "08:00..10:00 every 1h, 13:30", lengths: "8h,9h",
      breaks: "30m 3h..5h, 15m 6h")
    #expect(windows.startMinutes == [480, 540, 600, 810])
    #expect(windows.lengthMinutes == [480, 540])
    #expect(
      windows.breaks == [
        BreakRule(minutes: 30, earliestOffset: 180, latestOffset: 300),
        BreakRule(minutes: 15, earliestOffset: 360, latestOffset: 360),
      ])
    let without = try ShiftWindows(starts: nil, lengths: nil, breaks: "none")
    #expect(without.breaks == [])
    let nothing = try ShiftWindows(starts: nil, lengths: nil, breaks: nil)
    #expect(nothing == ShiftWindows())
  }

  @Test("All mistakes in windows are told at once")
  func windowMistakes() {
    do {
      _ = try ShiftWindows(
        starts: "8 o'clock", lengths: "9h..8h every 1h", breaks: "30m, 1h 5h..3h")
      Issue.record("no problem was found")
    } catch {
      let found = error.problems.map { "\($0.file) \($0.code.rawValue)" }
      #expect(
        found == [
          "--breaks E-REVERSED", "--breaks E-VALUE-SPAN", "--lengths E-REVERSED",
          "--starts E-VALUE-TIME",
        ])
    }
  }
}
