import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Comparisons as text, CSV, JSON and page")
struct SweepReportTests {
  private func level(
    _ people: Int, cost: Double, short: Double, bound: Double? = nil, service: Double? = nil
  ) -> CaseFacts {
    var facts = CaseFacts(name: "\(people)", status: .solved, note: "", people: people, days: 2)
    facts.cost.wages = cost
    facts.bound = bound ?? cost
    facts.needHours = 100
    facts.shortfallHours = short
    if let service {
      facts.services = [
        CaseFacts.Service(skill: "chat", arrivals: 50, serviceLevel: service, goal: 0.8)
      ]
      facts.lateTickets = 50 * (1 - service)
    }
    return facts
  }

  private func sweep(_ kind: SweepFacts.Kind, _ cases: [CaseFacts], monotone: [Bool] = [])
    -> SweepFacts
  {
    var plan = PlanSamples.plan(days: 2)
    plan.name = "<b>假日</b>"
    return SweepFacts(kind: kind, plan: plan, cases: cases, isMonotone: monotone)
  }

  /// Steep from 10 to 20 people, flat after.
  private var levels: [CaseFacts] {
    [
      level(10, cost: 1_000, short: 90, service: 0.3),
      level(15, cost: 900, short: 50, service: 0.6),
      level(20, cost: 850, short: 10, service: 0.82),
      level(25, cost: 840, short: 8, service: 0.9),
      level(30, cost: 845, short: 6, bound: 830, service: 0.95),
    ]
  }

  @Test("The knee and the least team that meets the goals")
  func knee() {
    let facts = sweep(.levels, levels)
    #expect(facts.knee?.people == 20)
    #expect(facts.leastMeetingGoals?.people == 20)
    // A straight front has no knee, and two points have none.
    let straight = [10, 20, 30].map { level($0, cost: 1, short: Double(100 - $0)) }
    #expect(sweep(.levels, straight).knee == nil)
    #expect(sweep(.levels, Array(levels.prefix(2))).knee == nil)
  }

  @Test("A difference within the proofs is undecided; beyond them it is decided")
  func undecided() {
    let facts = sweep(.whatIf, [])
    let (cheap, near, far) = (
      level(1, cost: 100, short: 0, bound: 95), level(2, cost: 103, short: 0, bound: 99),
      level(3, cost: 110, short: 0, bound: 101)
    )
    #expect(facts.isUndecided(cheap, near) && facts.isUndecided(near, cheap))
    #expect(!facts.isUndecided(cheap, far) && !facts.isUndecided(far, cheap))
    var unproven = far
    unproven.bound = nil
    #expect(facts.isUndecided(cheap, unproven))
  }

  @Test("A dearer larger team is flagged where theory forbids it, and only there")
  func monotone() {
    let flagged = SweepTerminalReport(
      sweep(.levels, levels, monotone: [true, true, true, true])
    ).text
    #expect(flagged.contains("30 costs more than 25 although"))
    #expect(!flagged.contains("25 costs more than"))
    let unflagged = SweepTerminalReport(
      sweep(.levels, levels, monotone: [true, true, true, false])
    ).text
    #expect(!unflagged.contains("costs more than"))
  }

  @Test(
    "Every language has the figures, and no words of another", arguments: ReportLanguage.allCases)
  func languages(language: ReportLanguage) {
    let close = levels + [level(31, cost: 1_001, short: 0, bound: 990)]
    let text = SweepTerminalReport(sweep(.whatIf, close), language: language).text
    for word in ["1,000", "840", "90.0"] { #expect(text.contains(word), "\(word) in \(text)") }
    #expect(text.contains("undecided") == (language == .english))
    // Nobody wished anything: there is no share of it.
    #expect(!text.contains("0/0"))
    let levels = SweepTerminalReport(sweep(.levels, levels), language: language).text
    #expect(levels.contains("-20") && levels.contains("20"))
    if language == .traditionalChinese {
      let simplified = Set("员时间节岗违规则缺额满实际类别数据说总证优结无选择负担资计划项处应")
        .subtracting("缺")
      #expect(simplified.isDisjoint(with: text + levels))
    }
  }

  @Test("The CSV has one row a case with as many fields as the header")
  func csv() {
    var cases = levels
    cases.append(
      CaseFacts(name: "=1+1, \"x\"", status: .impossible, note: "shifts", people: 9, days: 2))
    let lines = SweepCSV(sweep(.levels, cases)).text.split(separator: "\n")
    #expect(lines.count == 7)
    let columns = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
    #expect(columns == 29 + RosterCost().parts.count + 2)
    for line in lines[1...5] {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == columns)
    }
    #expect(lines[6].hasPrefix("\"'=1+1"))
  }

  @Test("The JSON says what is undecided, the knee and the goals")
  func json() throws {
    let text = SweepJSON(sweep(.levels, levels, monotone: [true, true, true, true])).text
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let json = try #require(value as? [String: Any])
    #expect(json["knee"] as? Int == 20 && json["least_meeting_goals"] as? Int == 20)
    let cases = try #require(json["cases"] as? [[String: Any]])
    #expect(cases.count == 5 && cases[0]["undecided_against_first"] is NSNull)
    #expect((json["notes"] as? [String])?.contains { $0.contains("30 costs more") } ?? false)
  }

  @Test("The page shows pictures for each kind and keeps names as text")
  func page() {
    for kind in [SweepFacts.Kind.whatIf, .levels, .rulePrices] {
      var facts = sweep(kind, levels)
      facts.cases[0].marginalWorth = [Array(repeating: 3, count: 48)]
      let page = SweepPage(facts, language: .simplifiedChinese).text
      #expect(page.contains("<svg") && page.contains("&lt;b&gt;假日"))
      #expect(!page.contains("<b>假日"))
      #expect(!page.contains("http://") && !page.contains("<script"))
      // What lines, colours and shades mean stands beside every picture.
      let legend: String
      switch kind {
      case .whatIf: legend = "swatch class workday"
      case .levels: legend = "从成本到已证明下界"
      case .rulePrices: legend = "多一人的价值，最深为 3 CNY"
      }
      #expect(page.contains(legend), "\(kind)")
    }
  }

  @Test("Where rules are priced, cases go by the rules' names in the report's language")
  func caseNames() {
    var plan = PlanSamples.plan(days: 2)
    plan.rules = [ScopedRule(DaysInARow(most: 2))]
    var looser = level(10, cost: 990, short: 80)
    looser.name = "days-in-a-row most"
    let facts = SweepFacts(
      kind: .rulePrices, plan: plan, cases: [level(10, cost: 1_000, short: 90), looser],
      loosenings: plan.loosenings())
    let page = SweepPage(facts, language: .simplifiedChinese).text
    #expect(page.contains("连续上班天数 (最多) 3"))
    #expect(!page.contains("days-in-a-row"))
  }

  @Test("What one more person saves is undecided where the proofs leave it open")
  func undecidedLevels() {
    func row(_ bound: Double) -> String {
      let text = SweepTerminalReport(
        sweep(
          .levels,
          [
            level(10, cost: 1_000, short: 90, bound: bound),
            level(15, cost: 900, short: 50, bound: bound),
          ])
      ).text
      return text.split(separator: "\n").first { $0.contains(" 900 ") }.map(String.init) ?? text
    }
    #expect(row(895).contains("undecided") && !row(895).contains("-20"))
    #expect(row(900).contains("8.0 h, -20"))
  }

  @Test("Rules that forbid every roster go by their names in the report's language")
  func impossible() {
    let facts = sweep(
      .whatIf,
      [
        CaseFacts(
          name: "x", status: .impossible, note: "hours-per-week + shifts: P1, P2 +3", people: 9,
          days: 2)
      ])
    #expect(SweepTerminalReport(facts).text.contains("x: no roster (hours-per-week + shifts: P1"))
    let chinese = SweepTerminalReport(facts, language: .simplifiedChinese).text
    #expect(chinese.contains("x：无法排班（每周工时 + 班次数：P1, P2 +3）"), "\(chinese)")
  }

  @Test("The smallest team that was tried is not called the least that there is")
  func smallestTried() {
    let note = "No smaller one was tried."
    let all = SweepTerminalReport(sweep(.levels, Array(levels.suffix(3)))).text
    #expect(all.contains("20 people are the least team that meets the goals. " + note))
    #expect(!SweepTerminalReport(sweep(.levels, levels)).text.contains(note))
  }
}
