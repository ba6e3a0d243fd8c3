import Reports
import StaffOptTestSupport
import Testing

/// Whole reports against files that people have read.
@Suite struct GoldenTests {
  @Test(arguments: ReportLanguage.allCases)
  func `terminal report`(language: ReportLanguage) throws {
    assertGolden(
      TerminalReport(try festivalFacts(), language: language).text,
      "festival.\(language.tag).txt")
  }

  @Test func `page`() throws {
    assertGolden(try HTMLReport(try festivalFacts()).render(), "festival.en.html")
  }

  @Test func `page without anybody, in Chinese`() throws {
    assertGolden(
      try HTMLReport(try emptyFacts(), language: .simplifiedChinese).render(),
      "empty.zh-Hans.html")
  }

  @Test func `summary`() throws {
    assertGolden(SummaryJSON(try festivalFacts()).text, "festival.summary.json")
    assertGolden(SummaryJSON(try emptyFacts()).text, "empty.summary.json")
  }

  @Test func `terminal report without anybody`() throws {
    assertGolden(TerminalReport(try emptyFacts()).text, "empty.en.txt")
  }

  @Test func `need`() throws {
    let sample = try #require(ReportSamples.springFestival())
    assertGolden(
      NeedTerminalReport(
        sample.plan.need, detail: try festivalClasses(), horizon: sample.plan.horizon,
        calendar: sample.plan.calendar
      ).text, "festival.need.txt")
  }

  @Test func `audit with broken rules`() throws {
    let facts = try brokenFacts()
    assertGolden(AuditTerminalReport(facts).text, "broken.audit.txt")
    assertGolden(AuditJSON(facts).text, "broken.audit.json")
    assertGolden(TerminalReport(facts).text, "broken.en.txt")
  }
}
