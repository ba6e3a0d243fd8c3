import Foundation
import StaffOptTestSupport
import Testing

@Suite("staffopt audit")
struct AuditCommandTests {
  /// A roster as a spreadsheet writes it: byte order mark, CRLF, columns in
  /// another order. One person ends late and starts early the next day.
  private let edited = """
    shift,date,end,start,employee,breaks
    Staggered,2026-02-21,21:00,13:00,A001,16:00-16:30
    Staggered,2026-02-22,17:00,09:00,A001,12:00-12:30
    Staggered,2026-02-15,17:00,09:00,A002,12:00-12:30
    Staggered,2026-02-15,21:00,13:00,A003,16:00-16:30
    All day,2026-02-16,20:00,10:00,A004,14:00-15:00
    All day,2026-02-17,20:00,10:00,A005,14:00-15:00
    All day,2026-02-18,20:00,10:00,A006,14:00-15:00

    """

  /// The corner shop with a longer rest than its shifts keep by themselves.
  private func withShop(_ body: (_ plan: URL, _ roster: URL) throws -> Void) throws {
    try PlanFolders.withTemporaryFolder { folder in
      let plan = folder.appending(path: "plan")
      try CommandPlans.copy(
        CommandPlans.cornerShop, to: plan,
        replacing: [("rest-between-shifts: {least: 11h}", "rest-between-shifts: {least: 13h}")])
      let roster = folder.appending(path: "edited.csv")
      let text = "\u{FEFF}" + edited.replacingOccurrences(of: "\n", with: "\r\n")
      try Data(text.utf8).write(to: roster)
      try body(plan, roster)
    }
  }

  @Test("A roster edited in a spreadsheet is read, and the one broken rest is listed")
  func brokenRest() throws {
    try withShop { plan, roster in
      let run = try CommandRun("audit", plan.path, roster.path, "--format", "json")
      #expect(run.status == 1)
      let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let audit = try #require(value as? [String: Any])
      let violations = try #require(audit["violations"] as? [[String: Any]])
      #expect(violations.count == 1)
      let violation = try #require(violations.first)
      #expect(violation["rule"] as? String == "rest-between-shifts")
      #expect(violation["employee"] as? String == "A001")
      #expect(violation["date"] as? String == "2026-02-22")
      #expect(violation["actual"] as? String == "12 h")
    }
  }

  @Test("The text names person, date, rule, limit and what was found")
  func text() throws {
    try withShop { plan, roster in
      let run = try CommandRun("audit", plan.path, roster.path)
      #expect(run.status == 1)
      for word in ["吴明", "Sun 22 Feb", "rest-between-shifts", "13 h", "12 h"] {
        #expect(run.output.contains(word), "\(word) in \(run.output)")
      }
    }
  }

  @Test("A roster that cannot be read ends with status 2, every problem listed")
  func unreadable() throws {
    try withShop { plan, roster in
      let text = edited.replacingOccurrences(of: "A006", with: "A066")
        .replacingOccurrences(of: "2026-02-15,17:00", with: "2026-02-35,17:00")
      try Data(text.utf8).write(to: roster)
      let run = try CommandRun("audit", plan.path, roster.path)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.messages.contains("A066"))
      #expect(run.messages.contains("2026-02-35"))
    }
  }
}
