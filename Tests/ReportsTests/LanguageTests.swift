import CivilTime
import Reports
import Rostering
import StaffOptTestSupport
import Testing
import Workload

@Suite struct LanguageTests {
  @Test func `periods name the year once, or twice across years`() throws {
    let first = try #require(CivilDate(iso: "2026-12-31"))
    let last = first.adding(days: 2)
    #expect(
      ReportLanguage.english.period(from: first, to: last) == "Thu 31 Dec 2026 – Sat 2 Jan 2027")
    #expect(
      ReportLanguage.simplifiedChinese.period(from: first, to: last)
        == "2026年12月31日 周四 – 2027年1月2日 周六")
    #expect(
      ReportLanguage.traditionalChinese.period(from: first, to: first) == "2026年12月31日 週四")
    #expect(ReportLanguage.english.period(from: last, to: last) == "Sat 2 Jan 2027")
  }

  @Test func `every part of the cost has a name in every language`() {
    for language in ReportLanguage.allCases {
      for part in RosterCost().parts {
        #expect(language.text(.costPart(part.name)) != part.name)
      }
    }
  }

  @Test func `one is not plural`() {
    let english = ReportLanguage.english
    #expect(english.text(.rulesBroken(1)) == "1 rule is broken")
    #expect(english.text(.rulesBroken(2)) == "2 rules are broken")
    #expect(english.text(.teamSize(people: 1, skills: 1)) == "1 person, 1 skill")
    #expect(english.text(.furtherGaps(1)) == "and 1 smaller gap")
    #expect(english.text(.teamSize(people: 3, skills: 0)) == "3 people")
  }

  @Test func `traditional words hold no simplified characters`() {
    // Characters of the simplified table that the traditional script writes
    // otherwise.
    let simplified = Set("员时间节岗违规则缺额夜请愿满实际类别数据说总证优结无选择负担资计划项处应")
      .subtracting("缺夜")
    let phrases: [Phrase] =
      [
        .rosterReport, .coverageByDay, .peopleOnDuty, .gaps, .openPosts, .choices, .brokenRules,
        .warnings, .method, .dayClass, .onDuty, .need, .cover, .agentsShort, .agentHours,
        .employee, .team, .rule, .limit, .actual, .explanation, .people, .met, .wishes, .total,
        .rulesBrokenLabel, .gapLabel, .carriedOver, .leave, .wishKept, .wishBroken, .pinned,
        .nobodyInTeam, .rulesKept, .provenOptimal, .notProven, .noGaps, .noWishes, .nobodyChose,
        .cannotBeMet, .payExplained, .restExplained, .personBars, .needCovered, .totalCost,
        .rulesBroken(1), .furtherGaps(1), .teamSize(people: 1, skills: 1), .currencyNote("X"),
        .workClass, .goal, .arrivals, .handleTime, .shrinkage, .servingHours, .onDutyHours,
        .goalAnswered(share: "", time: ""), .goalMeanWait(time: ""), .goalWaiting(share: ""),
        .goalAbandonment(share: ""), .goalFinished(time: "", inOpeningHours: true),
        .foundBy(solver: "x", seconds: "1", seed: "1", version: "1"), .zoneNote("x"),
      ] + DayClass.allCases.map { .dayClassName($0) } + PayOrRest.allCases.map { .choiceName($0) }
      + Burden.allCases.map { .burdenName($0) } + SearchEnding.allCases.map { .stopReason($0) }
      + RosterCost().parts.map { .costPart($0.name) }
    for phrase in phrases {
      let words = ReportLanguage.traditionalChinese.text(phrase)
      #expect(simplified.isDisjoint(with: words), "\(words)")
    }
  }

  @Test func `an audit in Chinese says rules and limits in Chinese, each sentence once`() throws {
    let facts = try brokenFacts()
    let text = AuditTerminalReport(facts, language: .simplifiedChinese).text
    for violation in facts.audit.violations {
      #expect(!text.contains(violation.rule), "\(text)")
      #expect(!text.contains(violation.message), "\(text)")
    }
    let sentences = text.split(separator: "\n").filter { $0.hasSuffix("。") }
    #expect(!sentences.isEmpty && Set(sentences).count == sentences.count)
  }

  @Test func `what became of the ticket log is said in the report's language`() throws {
    let sample = try #require(ReportSamples.springFestival())
    let facts = RosterFacts(
      plan: sample.plan, roster: sample.roster, audit: sample.audit,
      treatments: [
        HistoryTreatment(
          action: .historyIsShort, count: 12, reason: "too short to tell weekdays apart")
      ])
    #expect(TerminalReport(facts).text.contains("too short to tell weekdays apart"))
    #expect(SummaryJSON(facts).text.contains("too short to tell weekdays apart"))
    let chinese = TerminalReport(facts, language: .simplifiedChinese).text
    #expect(chinese.contains("历史只有 12 天") && !chinese.contains("weekdays"))
    let page = PageText(text: try HTMLReport(facts, language: .traditionalChinese).render())
    #expect(page.contains("歷史只有 12 天"))
  }
}
