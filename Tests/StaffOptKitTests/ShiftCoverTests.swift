import StaffOptKit
import Testing

@Suite("Plans whose need is heads on shifts")
struct ShiftCoverTests {
  /// One person who must work at least four of seven days, never on the last;
  /// two are wanted early on every day and nobody late.
  private let text = """
    SECTION_HORIZON
    7

    SECTION_SHIFTS
    E,480,
    L,480,E

    SECTION_STAFF
    A,E=7|L=0,2400,1920,7,1,1,1

    SECTION_DAYS_OFF
    A,6

    SECTION_COVER
    0,E,2,100,1
    1,E,2,100,1
    2,E,1,100,1
    3,E,1,100,1
    4,E,0,100,1
    4,L,1,100,1
    """

  /// The files of a roster in which A works early on the given days.
  private func files(workingOn days: [Int]) throws -> (files: [String: String], facts: RosterFacts)
  {
    let loaded = try PlanLoader().load(
      ShiftSchedulingFormat.read(Array(text.utf8), file: "heads.txt"), name: "heads.txt")
    let roster = Roster(
      assignments: days.map { day in
        ShiftAssignment(
          employeeID: "A", day: day, pattern: "E", minutes: (day * 1_440)..<(day * 1_440 + 480))
      })
    let facts = RosterFacts(
      plan: loaded.plan, roster: roster, audit: RosterAuditor(plan: loaded.plan).audit(roster))
    let files = try SolutionFiles(loaded: loaded, facts: facts).all()
    return (Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.contents) }), facts)
  }

  @Test("Coverage has a row for each day and shift that is wanted")
  func coverage() throws {
    let (files, _) = try files(workingOn: [0, 1, 3, 4])
    #expect(
      files["coverage.csv"] == """
        day,date,shift,need,on_duty,shortfall,surplus
        0,2024-01-01,E,2,1,1,0
        1,2024-01-02,E,2,1,1,0
        2,2024-01-03,E,1,0,1,0
        3,2024-01-04,E,1,1,0,0
        4,2024-01-05,E,0,1,0,1
        4,2024-01-05,L,1,0,1,0

        """)
  }

  @Test("The totals are heads, and surplus of one shift does not fill another")
  func totals() throws {
    let (files, facts) = try files(workingOn: [0, 1, 3, 4])
    let cover = try #require(facts.shiftCover)
    #expect([cover.total.need, cover.total.short, cover.total.surplus] == [7, 4, 1])
    #expect([cover.days[4].need, cover.days[4].short, cover.days[4].surplus] == [1, 1, 1])
    #expect([cover.days[6].need, cover.days[6].short, cover.days[6].surplus] == [0, 0, 0])
    #expect(cover.gaps.map(\.day) == [0, 1, 2, 4])
    #expect((facts.coveredShare - 3.0 / 7).magnitude < 1e-12)
    let summary = try #require(files["summary.json"])
    #expect(summary.contains("\"days_short\": 4"))
    #expect(summary.contains("\"shift\": \"L\""))
    #expect(AuditJSON(facts).text.contains("\"days_short\": 4"))
  }

  @Test(
    "The page and the terminal list the gaps and say people, not hours",
    arguments: ReportLanguage.allCases)
  func reports(language: ReportLanguage) throws {
    let (_, facts) = try files(workingOn: [0, 1, 3, 4])
    let page = try HTMLReport(facts, language: language).render()
    let rows = page.split(separator: "\n").filter { $0.contains("<td>L</td>") }
    #expect(rows.count == 1)
    #expect(rows.first?.contains("<td class=\"num missing\">1</td>") == true)
    #expect(!page.contains(language.text(.noGaps)))
    let terminal = TerminalReport(facts, language: language).text
    #expect(terminal.contains(language.text(.shortOfHeads(short: "4", need: "7"))))
    #expect(!terminal.contains(language.text(.shortOf(short: "0.0", need: "0.0"))))
    #expect(terminal.contains("2024-01-05 L"))
  }
}
