import Foundation
import Reports
import StaffOptTestSupport
import Testing

@Suite struct LargeTeamTests {
  @Test func `a page for 120 people over a week stays below two megabytes`() throws {
    let sample = try #require(ReportSamples.largeTeam(people: 120))
    let facts = RosterFacts(plan: sample.plan, roster: sample.roster, audit: sample.audit)
    let t0 = ContinuousClock.now
    let page = try HTMLReport(facts, language: .simplifiedChinese).render()
    print("RENDER", ContinuousClock.now - t0)
    #expect(page.utf8.count < 2_000_000)
    #expect(page.components(separatedBy: "<td class=\"who\">").count == 122)
    // Where somebody wants to look at it.
    if let path = ProcessInfo.processInfo.environment["STAFFOPT_PAGE"] {
      try Data(page.utf8).write(to: URL(fileURLWithPath: path))
    }
  }
}
