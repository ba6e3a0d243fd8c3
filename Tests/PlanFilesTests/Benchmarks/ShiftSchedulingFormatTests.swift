import Foundation
import PlanFiles
import Rostering
import Testing

@Suite("The employee shift scheduling benchmark")
struct ShiftSchedulingFormatTests {
  private let text = """
    # A comment
    SECTION_HORIZON
    7

    SECTION_SHIFTS
    E,480,
    N,600,E

    SECTION_STAFF
    A,E=5|N=2,2400,960,5,2,2,1
    B,E=7|N=0,2400,960,5,2,2,1

    SECTION_DAYS_OFF
    A,0

    SECTION_SHIFT_ON_REQUESTS
    A,2,E,3

    SECTION_SHIFT_OFF_REQUESTS
    B,3,E,4

    SECTION_COVER
    1,E,1,100,1
    2,N,1,50,2
    """

  private func problems(of text: String) -> [PlanProblem] {
    do throws(PlanProblems) {
      _ = try ShiftSchedulingFormat.read(Array(text.utf8), file: "small.txt")
      return []
    } catch {
      return error.problems
    }
  }

  @Test("Every section reaches the plan")
  func sections() throws {
    let plan = try ShiftSchedulingFormat.read(Array(text.utf8), file: "small.txt").plan
    #expect(plan.name == "small")
    #expect(plan.horizon.dayCount == 7)
    #expect(plan.patterns.map(\.name) == ["E", "N"])
    #expect(plan.patterns.map(\.lengthMinutes) == [[480], [600]])
    // They begin at midnight for want of a clock time, and are no nights.
    #expect(plan.patterns.allSatisfy { $0.startMinutes == [0] })
    #expect(plan.night.leastMinutes > 1_440)
    #expect(plan.employees.map(\.id) == ["A", "B"])
    #expect(plan.requests.map(\.days) == [0..<1, 2..<3, 3..<4])
    #expect(plan.requests.map(\.price) == [0, 3, 4])
    #expect(
      plan.patternNeeds == [
        PatternNeed(pattern: 0, day: 1, heads: 1, priceBelow: 100, priceAbove: 1),
        PatternNeed(pattern: 1, day: 2, heads: 1, priceBelow: 50, priceAbove: 2),
      ])
    #expect(plan.rules.count { $0.key == ForbiddenNextDay.key } == 1)
    #expect(plan.rules.count { $0.key == ShiftsOfPattern.key } == 3)
  }

  @Test("The auditor prices missing and surplus heads and requests")
  func audit() throws {
    let plan = try ShiftSchedulingFormat.read(Array(text.utf8), file: "small.txt").plan
    let shifts = [("A", 1, "E"), ("B", 1, "E"), ("B", 3, "E")].map { employee, day, pattern in
      ShiftAssignment(
        employeeID: employee, day: day, pattern: pattern,
        minutes: (day * 1_440)..<(day * 1_440 + 480), breaks: [])
    }
    let cost = RosterAuditor(plan: plan).audit(Roster(assignments: shifts)).cost
    #expect(cost.surplus == 1)
    #expect(cost.shortfall == 50)
    #expect(cost.wishes == 7)
    #expect(cost.total == 58)
  }

  @Test("All mistakes are told at once, with line and column")
  func mistakes() {
    let bad =
      text
      .replacing("A,0", with: "C,0").replacing("1,E,1,100,1", with: "9,E,x,100,1")
      .replacing("2,N,1,50,2", with: "2,Q,1,50")
    let found = problems(of: bad)
    #expect(
      found.map { "\($0.line):\($0.column) \($0.code.rawValue)" } == [
        "14:1 E-EMPLOYEE", "23:1 E-DAY", "23:5 E-VALUE-NUMBER", "24:0 E-CSV-FIELDS",
      ])
  }

  @Test("Missing and misspelt sections are told")
  func missingSections() {
    let found = problems(of: text.replacing("SECTION_COVER", with: "SECTION_COVERS"))
    #expect(found.map(\.code) == [.keyMissing, .keyUnknown])
  }

  @Test("Cut anywhere, a file gives a plan or problems, never a crash")
  func truncated() {
    for length in stride(from: 0, to: text.utf8.count - 40, by: 3) {
      #expect(!problems(of: String(text.prefix(length))).isEmpty)
    }
  }
}
