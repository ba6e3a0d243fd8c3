import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Explanations as text and JSON")
struct ExplainReportTests {
  private var facts: ExplainFacts {
    PlanExplainer(plan: GapExplainerTests.plan).explain(GapExplainerTests.facts())
  }

  @Test("Every language says who, why and what it costs", arguments: ReportLanguage.allCases)
  func text(language: ReportLanguage) {
    let text = ExplainTerminalReport(facts, language: language).text
    for word in ["11,200", "P1 Person 1", "6,400", "110", "N 22:00-30:00"] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
    if language == .english {
      #expect(text.contains("4.0 needed, 1.0 there, at most 3 could be there"))
      #expect(text.contains("Never allowed: leave (1): P1"))
    } else {
      #expect(!text.contains("demanded") && !text.contains("at most"))
    }
  }

  @Test(
    "The page has every gap, linked from the table, in every language",
    arguments: ReportLanguage.allCases)
  func page(language: ReportLanguage) {
    let page = ExplainPage(facts, language: language).text
    #expect(page.contains("<html lang=\"\(language.tag)\">"))
    for number in 1...facts.gaps.count {
      #expect(page.contains("href=\"#gap\(number)\"") && page.contains("id=\"gap\(number)\""))
    }
    for word in ["11,200", "P1 Person 1", "6,400", "N 22:00-30:00"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(!page.contains("<script") && !page.contains("://"))
    if language != .english {
      for word in ["needed", "agents", "Never", "rest "] {
        #expect(!page.contains(word), "\(word)")
      }
    }
  }

  @Test("What contradicting rules demand is said in the report's language")
  func statements() {
    var facts = ExplainFacts(
      plan: GapExplainerTests.plan, roster: nil, findings: [], contradictions: [], gaps: [])
    let parts: [any RosterRule] = [
      HoursPerWeek(mostMinutes: 40 * 60), DaysOff(least: 1, within: 7),
      ShiftCount(least: 2, most: 6),
    ]
    facts.contradictions = [
      RuleContradiction(
        employee: GapExplainerTests.plan.employees[0],
        parts: parts.map { RuleContradiction.Part(key: type(of: $0).key, rule: $0) })
    ]
    let chinese = ExplainTerminalReport(facts, language: .simplifiedChinese).text
    for word in ["每个日历周工作 最多 40 小时。", "任意 7 天内至少休息 1 天。", "上 2 至 6 个班。"] {
      #expect(chinese.contains(word), "\(chinese)")
    }
    let traditional = ExplainPage(facts, language: .traditionalChinese).text
    #expect(traditional.contains("每個日曆週工作 最多 40 小時。"))
    let english = ExplainTerminalReport(facts, language: .english).text
    #expect(english.contains("Work at most 40 h in a calendar week."))
  }

  @Test("The JSON has the ten checks, the gap, its people and its repairs")
  func json() throws {
    let text = ExplainJSON(plan: GapExplainerTests.plan).text(facts)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let json = try #require(value as? [String: Any])
    let checks = try #require(json["feasibility"] as? [[String: Any]])
    #expect(checks.count == 10)
    let gaps = try #require(json["gaps"] as? [[String: Any]])
    let gap = try #require(gaps.first)
    #expect((gap["people"] as? [Any])?.count == 5)
    #expect((gap["repairs"] as? [Any])?.count == 3)
    #expect((gap["worst"] as? [String: Any])?["possible"] as? Double == 3)
  }

  @Test("In Chinese a gap's number cannot be read as part of its date")
  func numberBesideDate() {
    let text = ExplainTerminalReport(facts, language: .simplifiedChinese).text
    #expect(text.contains("缺口 1："), "\(text)")
    let page = ExplainPage(facts, language: .traditionalChinese).text
    #expect(page.contains("缺口 1：") && !page.contains(">1 "))
  }

  @Test("A person's day as text and JSON")
  func person() throws {
    let explained = try #require(
      GapExplainer(facts: GapExplainerTests.facts()).explain(employeeID: "P0", day: 1))
    let plan = GapExplainerTests.plan
    let text = PersonDayTerminalReport(explained, plan: plan).text
    for word in ["Works D 08:00-16:00.", "8.0 agent-hours more", "could take it", "+30 CNY"] {
      #expect(text.contains(word), "\(word) in \(text)")
    }
    let off = try #require(
      GapExplainer(facts: GapExplainerTests.facts()).explain(employeeID: "P1", day: 1))
    #expect(PersonDayTerminalReport(off, plan: plan).text.contains("Is on leave."))
    let value = try JSONSerialization.jsonObject(
      with: Data(ExplainJSON(plan: plan).text(explained).utf8))
    #expect(((value as? [String: Any])?["others"] as? [Any])?.count == 4)
  }
}
