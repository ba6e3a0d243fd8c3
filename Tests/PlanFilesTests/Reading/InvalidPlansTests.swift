import Foundation
import Rostering
import Testing

@testable import PlanFiles

/// Plans with something wrong, each laid over the folder `base`, with the
/// messages a planner should see.
@Suite struct InvalidPlansTests {
  @Test(arguments: Fixture.names(in: "invalid"))
  func saysWhatIsWrong(_ name: String) throws {
    let report = try Fixture.withFolder(of: ["base", "invalid/\(name)"]) { Fixture.report($0) }
    try Fixture.expectGolden(report, "invalid/\(name)/expected.txt")
  }

  @Test(arguments: Fixture.names(in: "rosters").filter { $0.hasSuffix(".csv") })
  func saysWhatIsWrongWithARoster(_ name: String) throws {
    let plan = try Fixture.document(Fixture.url("base")).plan
    var report = ""
    do {
      _ = try RosterReader.read(try Fixture.bytes("rosters/\(name)"), plan: plan)
    } catch let problems as PlanProblems {
      report = problems.problems.map { "\($0)\n" }.joined()
    }
    try Fixture.expectGolden(report, "rosters/\(name.dropLast(4)).txt")
  }

  @Test func theBaseHasNoProblem() throws {
    #expect(Fixture.report(Fixture.url("base")) == "")
  }

  @Test func everyCodeIsShownByAFixture() throws {
    var shown: Set<String> = []
    let texts =
      Fixture.names(in: "invalid").map { "invalid/\($0)/expected.txt" }
      + Fixture.names(in: "rosters").filter { $0.hasSuffix(".txt") }.map { "rosters/\($0)" }
    for path in texts {
      let text = try String(contentsOf: Fixture.url(path), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        shown.formUnion(words.prefix(3).map(String.init))
      }
    }
    // A plan that is too large is made by `refusesAHugePlan`.
    shown.insert(PlanProblemCode.fileTooLarge.rawValue)
    let missing = PlanProblemCode.allCases.filter { !shown.contains($0.rawValue) }
    #expect(missing.isEmpty, "no fixture shows \(missing.map(\.rawValue))")
  }

  @Test func refusesAHugePlan() throws {
    let text = String(repeating: "# nothing\n", count: PlanYaml.sizeLimit / 10 + 1)
    try Fixture.withFolder(of: ["base"], adding: ["plan.yaml": text]) { folder in
      #expect(
        Fixture.report(folder)
          == "plan.yaml: E-FILE-SIZE The file is larger than 4194304 bytes. "
          + "Expected the plan's settings.\n")
    }
  }

  @Test func theIndexOfCodesIsComplete() {
    let codes = PlanProblemCode.allCases
    #expect(Set(codes.map(\.rawValue)).count == codes.count)
    #expect(Set(codes.map(\.explanation)).count == codes.count)
    for code in codes {
      #expect(code.rawValue.hasPrefix("E-") || code.rawValue.hasPrefix("W-"))
      #expect(code.explanation.hasSuffix("."))
    }
  }

  @Test func leaveIsReadAsSpreadsheetsWriteIt() throws {
    let rows = """
      a,approved-leave,2026/2/16 0:00,2026/2/17 0:00
      a,approved-leave,2026-02-18 00:00:00,2026-02-18 12:00
      b,approved-leave,2026-02-19,2026-03-01
      b,approved-leave,2026-03-08,2026-03-09
      """
    try Fixture.withFolder(
      of: ["base"], adding: ["requests.csv": "employee,kind,from,to\n" + rows]
    ) { folder in
      let document = try Fixture.document(folder)
      // Leave of the day after the plan binds a shift that passes midnight.
      #expect(
        document.plan.requests.map(\.minutes)
          == [0..<2_880, 2_880..<3_600, 4_320..<7_200])
      #expect(document.warnings.map(\.line) == [5])
    }
  }

  @Test func leaveInChineseIsApprovedUnlessAskedFor() throws {
    let rows = ["a,请假,2026-02-16", "b,病假,2026-02-17", "a,申请休假,2026-02-18", "b,申請請假,2026-02-18"]
    try Fixture.withFolder(
      of: ["base"],
      adding: ["requests.csv": "employee,kind,from\n" + rows.joined(separator: "\n")]
    ) { folder in
      let kinds = try Fixture.document(folder).plan.requests.map(\.kind)
      #expect(kinds == [.approvedLeave, .approvedLeave, .askedLeave, .askedLeave])
    }
  }

  @Test func skillsMayBeSeparatedByCommasOfAnyWidth() throws {
    let rows = ["a,Ann,North,chat，mail,30", "b,Bo,South,\"chat, mail\",30"]
    try Fixture.withFolder(
      of: ["base"],
      adding: ["staff.csv": "id,name,team,skills,wage\n" + rows.joined(separator: "\n")]
    ) { folder in
      let skills = try Fixture.document(folder).plan.employees.map(\.skills)
      #expect(skills == [["chat", "mail"], ["chat", "mail"]])
    }
  }

  @Test func aCopyBesideATableIsNotMentioned() throws {
    let table = "employee,kind,from\na,day-off,2026-02-16\n"
    try Fixture.withFolder(
      of: ["base"],
      adding: ["requests.csv": table, "requests1.csv": table, "staff.xlsx": "", "roster.csv": ""]
    ) { folder in
      #expect(Fixture.report(folder) == "")
    }
    // Under another name there is no doubt.
    try Fixture.withFolder(
      of: ["base"], adding: ["requests.csv": table, "请假.csv": table]
    ) { folder in
      #expect(Fixture.report(folder).hasPrefix("请假.csv: W-FILE "))
    }
  }

  @Test func warningsOfAKindAreFew() throws {
    let rows = (0..<40).map { "a,day-off,2026-03-\($0 % 28 + 1)\n" }.joined()
    try Fixture.withFolder(of: ["base"], adding: ["requests.csv": "employee,kind,from\n" + rows]) {
      folder in
      let lines = Fixture.report(folder).split(separator: "\n")
      #expect(lines.count == ProblemLog.keptWarnings)
      #expect(lines.allSatisfy { $0.contains("W-HORIZON") })
      #expect(lines.last?.hasSuffix("(37 more of this kind in requests.csv.)") == true)
    }
  }

  @Test func aThousandBadRowsAreReportedBrieflyAndCounted() throws {
    let rows = (0..<1_000).map { "p\($0),P,T,chat,zero\n" }.joined()
    try Fixture.withFolder(of: ["base"], adding: ["staff.csv": "id,name,team,skills,wage\n" + rows])
    { folder in
      let lines = Fixture.report(folder).split(separator: "\n")
      let wages = lines.filter { $0.contains("E-VALUE-NUMBER") }
      #expect(wages.count == ProblemLog.keptPerCode)
      #expect(wages.count > ProblemLog.keptWarnings)
      #expect(wages.contains { $0.contains("(975 more of this kind in staff.csv.)") })
    }
  }
}
