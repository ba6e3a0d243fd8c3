import PlainText
import Reports
import Rostering
import StaffOptTestSupport
import Testing

@Suite struct TerminalTests {
  @Test func `columns stay in line when names are wide`() throws {
    let text = TerminalReport(try festivalFacts(), language: .simplifiedChinese).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = try #require(lines.firstIndex { $0.hasPrefix("  日期") })
    // Every row ends where its last figure stands, names of holidays aside.
    let widths = lines[(head + 1)...(head + 9)].map { line in
      DisplayWidth.columns(
        of: line.replacing("  除夕", with: "").replacing("  春节", with: ""))
    }
    #expect(Set(widths).count == 1)
  }

  @Test func `colour comes only when asked for`() throws {
    let facts = try brokenFacts()
    #expect(!TerminalReport(facts).text.contains("\u{1B}"))
    let coloured = TerminalReport(facts, style: TerminalStyle(usesColour: true)).text
    #expect(coloured.contains("\u{1B}[31m3 rules are broken\u{1B}[0m"))
  }

  @Test func `a name cannot steer the terminal`() throws {
    let odd = "\u{1B}[2J\u{202E}evil"
    var plan = try smallPlan(
      [Employee(id: odd, name: odd, skills: [odd])], skills: [odd], need: [1])
    plan.name = odd
    plan.currency = "CNY"
    let roster = Roster(assignments: [
      ShiftAssignment(employeeID: odd, day: 0, pattern: odd, minutes: 0..<60)
    ])
    let facts = RosterFacts(
      plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster),
      warnings: [odd])
    let texts = [
      TerminalReport(facts).text, AuditTerminalReport(facts).text,
      NeedTerminalReport(plan.need, horizon: plan.horizon, calendar: plan.calendar).text,
    ]
    for text in texts {
      #expect(!text.unicodeScalars.contains("\u{1B}") && !text.unicodeScalars.contains("\u{202E}"))
      #expect(text.contains("�[2J�evil"))
    }
  }

  @Test func `without a bound nothing is claimed`() throws {
    let sample = try #require(ReportSamples.springFestival())
    let facts = RosterFacts(
      plan: sample.plan, roster: sample.roster, audit: sample.audit,
      solution: figures(bound: nil))
    #expect(TerminalReport(facts).text.contains("Not proven: a cheaper roster may exist."))
    #expect(SummaryJSON(facts).text.contains("\"gap\": null"))
  }

  @Test(arguments: [
    (0.0, "Proven: no roster is cheaper."), (0.00001, "no roster is more than 0.1 % cheaper."),
    (0.0031, "no roster is more than 0.4 % cheaper."),
    (0.25, "no roster is more than 25.0 % cheaper."),
  ])
  func `a proof is rounded so that it never promises too much`(gap: Double, words: String) throws {
    let sample = try #require(ReportSamples.springFestival())
    let facts = RosterFacts(
      plan: sample.plan, roster: sample.roster, audit: sample.audit,
      solution: figures(bound: sample.audit.cost.total * (1 - gap)))
    #expect(TerminalReport(facts).text.contains(words))
  }

  @Test func `gaps beyond the listed ones are counted`() throws {
    let facts = try festivalFacts()
    let text = TerminalReport(facts, listedGaps: 3).text
    #expect(text.contains("and \(facts.gaps.count - 3) smaller gaps"))
    #expect(TerminalReport(facts, listedGaps: 0).text.contains("and \(facts.gaps.count) smaller"))
  }

  @Test(arguments: [40, 80, 120, 500])
  func `the need's chart fits the width`(width: Int) throws {
    let sample = try #require(ReportSamples.springFestival())
    let text = NeedTerminalReport(
      sample.plan.need, horizon: sample.plan.horizon, calendar: sample.plan.calendar,
      style: TerminalStyle(width: width)
    ).text
    let charts = text.split(separator: "\n").filter { $0.contains("▃") }
    #expect(!charts.isEmpty)
    #expect(charts.allSatisfy { DisplayWidth.columns(of: String($0)) <= max(60, width) })
  }

  @Test func `a need without skills is a table of zeros`() throws {
    let sample = try #require(ReportSamples.empty())
    let text = NeedTerminalReport(
      sample.plan.need, horizon: sample.plan.horizon, calendar: sample.plan.calendar
    ).text
    #expect(text.contains("Thu 1 Oct"))
    #expect(!text.contains("nan"))
  }
}
