import CivilTime
import Foundation
import Rostering
import Testing

@testable import PlanFiles

@Suite struct RosterReaderTests {
  private let plan: RosterPlan

  init() throws {
    plan = try Fixture.document(Fixture.url("base")).plan
  }

  private func read(_ text: String) throws -> Roster {
    try RosterReader.read(Array(text.utf8), plan: plan)
  }

  private let early = ShiftAssignment(
    employeeID: "a", day: 0, pattern: "Early", minutes: 480..<960,
    breaks: [ShiftBreak(minutes: 720..<780)])
  private let late = ShiftAssignment(
    employeeID: "b", day: 1, pattern: "Late", minutes: 2_160..<2_640)

  @Test func readsTheProgramsOwnLayout() throws {
    let roster = try read(
      """
      employee,name,day,date,shift,start,end,breaks,paid_hours,day_class
      a,Ann,0,2026-02-16,Early,2026-02-16T08:00:00+08:00,2026-02-16T16:00:00+08:00,12:00-13:00,7,statutory-day
      b,Bo,1,2026-02-17,Late,2026-02-17T12:00:00+08:00,2026-02-17T20:00:00+08:00,,8,statutory-day

      """)
    #expect(roster.assignments == [early, late])
  }

  @Test func readsWhatASpreadsheetMadeOfIt() throws {
    let roster = try read(
      "\u{FEFF}End;Start;Note;Shift;Date;Employee;Breaks\r\n"
        + "20:00:00;12:00:00;;Late;2026/2/17;Bo;\r\n"
        + "16:00;8:00;'=1+1;Early;2026/2/16;a;12:00-13:00\r\n;;;;;;\r\n")
    #expect(roster.assignments == [early, late])
  }

  @Test func readsDaysByNumberAndOtherOffsets() throws {
    let roster = try read(
      """
      day,employee,shift,start,end,breaks
      0,a,Early,08:00,16:00,12:00-13:00
      1,b,Late,2026-02-17T04:00:00Z,2026-02-17T12:00:00Z,
      """)
    #expect(roster.assignments == [early, late])
  }

  @Test func readsShiftsAndBreaksPastMidnight() throws {
    let roster = try read(
      """
      date,employee,shift,start,end,breaks
      2026-02-16,a,Night,22:00,06:00,23:45-00:15 paid; 02:00-02:30
      2026-02-17,b,Night,2026-02-17T22:00:00+08:00,2026-02-18T06:00:00+08:00,01:00-01:30
      2026-02-18,b,OFF,,,
      """)
    #expect(
      roster.assignments == [
        ShiftAssignment(
          employeeID: "a", day: 0, pattern: "Night", minutes: 1_320..<1_800,
          breaks: [
            ShiftBreak(minutes: 1_425..<1_455, isPaid: true), ShiftBreak(minutes: 1_560..<1_590),
          ]),
        ShiftAssignment(
          employeeID: "b", day: 1, pattern: "Night", minutes: 2_760..<3_240,
          breaks: [ShiftBreak(minutes: 2_940..<2_970)]),
      ])
  }

  @Test func breaksFollowFromAPatternWithOnePlace() throws {
    var certain = plan
    certain.patterns[0].breaks = [BreakRule(minutes: 60, earliestOffset: 240, latestOffset: 240)]
    let text = Array(
      "day,employee,shift,start,end\n0,a,Early,08:00,16:00\n1,b,Late,12:00,20:00\n".utf8)
    #expect(try RosterReader.read(text, plan: certain).assignments == [early, late])
  }

  @Test func readsAnyOrderIntoTheSameRoster() throws {
    let header = "date,employee,shift,start,end,breaks\n"
    let rows = [
      "2026-02-16,a,Early,08:00,16:00,12:00-13:00\n", "2026-02-17,b,Late,12:00,20:00,\n",
      "2026-02-18,a,Late,12:00,20:00,\n",
    ]
    let first = try read(header + rows.joined())
    #expect(try read(header + rows.reversed().joined()) == first)
    #expect(first.assignments.map(\.employeeID) == ["a", "a", "b"])
  }

  @Test func readsAFileAndSaysWhichIsMissing() throws {
    try Fixture.withFolder(
      of: [], adding: ["mine.csv": "day,employee,shift,start,end\n1,b,Late,12:00,20:00\n"]
    ) { folder in
      let found = try RosterReader.read(folder.appendingPathComponent("mine.csv"), plan: plan)
      #expect(found.assignments == [late])
      #expect(throws: PlanProblems.self) {
        try RosterReader.read(folder.appendingPathComponent("other.csv"), plan: self.plan)
      }
    }
  }

  @Test("Rows of a roster.csv settle days as they are, without a word about its other columns")
  func pinsRowsOfARoster() throws {
    let rows = """
      employee,name,team,day,date,shift,start,end,breaks,paid_hours,day_class
      a,Ann,,0,2026-02-16,Early,2026-02-16T08:00:00+08:00,2026-02-16T16:00:00+08:00,12:00-13:00,7,statutory-day
      b,Bo,,1,2026-02-17,Late,2026-02-17T12:00:00+08:00,2026-02-17T20:00:00+08:00,,8,statutory-day

      """
    try Fixture.withFolder(of: ["base"], adding: ["pinned.csv": rows]) { folder in
      let document = try Fixture.document(folder)
      #expect(
        document.plan.pinnedDays == [
          PinnedDay(employeeID: "a", day: 0, content: .shift(pattern: "Early", minutes: 480..<960)),
          PinnedDay(
            employeeID: "b", day: 1, content: .shift(pattern: "Late", minutes: 2_160..<2_640)),
        ])
      #expect(document.warnings.filter { $0.file == "pinned.csv" }.isEmpty)
    }
  }

  @Test("A pinned shift whose start lies on another day than its row is told")
  func pinOnAnotherDay() throws {
    let rows = """
      employee,date,shift,start,end
      a,2026-02-16,Early,2026-02-17T08:00:00+08:00,2026-02-17T16:00:00+08:00

      """
    try Fixture.withFolder(of: ["base"], adding: ["pinned.csv": rows]) { folder in
      #expect(Fixture.report(folder).contains("pinned.csv:2:3: E-CONFLICT"))
    }
  }
}
