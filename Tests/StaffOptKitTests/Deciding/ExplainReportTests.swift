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
