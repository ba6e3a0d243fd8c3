import CivilTime
import Reports
import Rostering
import StaffOptTestSupport
import Testing

@Suite struct PageTests {
  /// Names that try to leave text or an attribute; the combining mark and the
  /// joiner make one Swift character with the quote before them.
  private static let attacks = [
    "<script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='x", "</title><b>",
    "\"\u{301} onmouseover=\u{301}alert(1) x=\"", "<\u{200D}img src=x onerror=alert(1)>",
    "<b>bold</b>",
  ]

  @Test(arguments: attacks)
  func `no name becomes markup`(attack: String) throws {
    var plan = try smallPlan(
      [Employee(id: attack, name: attack, team: attack, skills: [attack])], skills: [attack])
    plan.name = attack
    plan.currency = attack
    plan.patterns[0].name = attack
    plan.calendar.days[plan.horizon.firstDate] = CalendarDay(
      dayClass: .statutoryDay, holiday: attack)
    let roster = Roster(assignments: [
      ShiftAssignment(employeeID: attack, day: 0, pattern: attack, minutes: 0..<200),
      ShiftAssignment(employeeID: "stranger \(attack)", day: 0, pattern: "x", minutes: 0..<60),
    ])
    let facts = RosterFacts(
      plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster),
      solution: figures(bound: nil), warnings: [attack],
      need: try festivalClasses(named: attack))
    let page = try page(facts)
    #expect(!page.contains(attack))
    #expect(tagsAreKnown(in: page))
  }

  @Test(arguments: [
    "<p onclick=\"x\">", "<script>", "<p title=\"a\"\u{301} onload=\"x\">", "<p title=\"a>",
  ])
  func `the tag reader of these tests sees what is foreign`(markup: String) {
    #expect(!tagsAreKnown(in: PageText(text: markup)))
  }

  @Test func `a name in braces is not a template`() throws {
    let name = "{{title}}{{{style}}}"
    let page = try page(
      facts(try smallPlan([Employee(id: "A", name: name, skills: ["chat"])])))
    #expect(page.contains("<td class=\"who\">\(name)<small>"))
  }

  /// True if every `<` begins one of the page's own tags and every attribute
  /// has one of the page's own names.
  private func tagsAreKnown(in page: PageText) -> Bool {
    let names: Set<String> = [
      "!doctype", "html", "head", "meta", "title", "style", "body", "header", "main", "section",
      "footer", "p", "h1", "h2", "h3", "div", "span", "b", "ul", "li", "article", "figure",
      "figcaption", "svg", "rect", "line", "path", "text", "circle", "table", "thead", "tbody",
      "tfoot", "tr", "th", "td", "small", "br", "details", "summary", "dl", "dt", "dd", "i",
    ]
    let attributes: Set<String> = [
      "lang", "charset", "http-equiv", "content", "name", "class", "viewBox", "role",
      "aria-label", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "d", "rx", "opacity",
      "text-anchor", "title", "style", "open", "html", "colspan", "cx", "cy", "r",
    ]
    let scalars = Array(page.text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "<" else {
        index += 1
        continue
      }
      // Read a tag the way a browser does: a name, then attributes whose
      // values end at the next quote of their kind.
      index += 1
      var word = ""
      var words: [String] = []
      while index < scalars.count, scalars[index] != ">" {
        if scalars[index] == "\"" {
          guard let end = scalars[(index + 1)...].firstIndex(of: "\"") else { return false }
          index = end
        } else if scalars[index] == " " || scalars[index] == "=" || scalars[index] == "/" {
          if !word.isEmpty { words.append(word) }
          word = ""
        } else {
          word.unicodeScalars.append(scalars[index])
        }
        index += 1
      }
      if !word.isEmpty { words.append(word) }
      guard let name = words.first, names.contains(name.lowercased()),
        words.dropFirst().allSatisfy(attributes.contains)
      else { return false }
    }
    return true
  }

  @Test func `the page needs nothing from anywhere`() throws {
    let page = try page(try festivalFacts())
    for sign in ["<script", "src=", "href=", "url(", "@import", "http://", "https://"] {
      #expect(!page.contains(sign))
    }
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("{{"))
    #expect(!page.contains("}}"))
  }

  @Test func `the same facts give the same bytes`() throws {
    let first = try page(try festivalFacts())
    let sample = try #require(ReportSamples.springFestival())
    let facts = try festivalFacts()
    let again = RosterFacts(
      plan: sample.plan, roster: Roster(assignments: sample.roster.assignments.reversed()),
      audit: RosterAuditor(plan: sample.plan).audit(sample.roster), solution: facts.solution,
      warnings: facts.warnings, need: try festivalClasses())
    #expect(try page(again) == first)
    #expect(SummaryJSON(again).text == SummaryJSON(facts).text)
  }

  @Test func `broken rules stand before everything else`() throws {
    let page = try page(try brokenFacts())
    let alarm = try #require(page.text.range(of: "Broken rules"))
    let cover = try #require(page.text.range(of: "Need and cover by day"))
    #expect(alarm.lowerBound < cover.lowerBound)
    #expect(
      page.contains("<td>approved-leave</td><td>no work</td><td class=\"missing\">8 h 30 min"))
    #expect(page.contains("class=\"verdict bad\">3 rules are broken"))
  }

  @Test func `sections without content are left out`() throws {
    let page = try page(try emptyFacts())
    for head in [
      "Broken rules", "Warnings about the input", "How the need was found", "Fairness",
      "Posts not held", "Pay or rest",
    ] {
      #expect(!page.contains(head))
    }
    #expect(page.contains("No gap: the need is covered in every interval."))
    #expect(!page.contains("NaN"))
    #expect(!page.contains("\"nan"))
  }

  @Test func `a post that nobody holds is named`() throws {
    var plan = try smallPlan([Employee(id: "A", name: "A", skills: ["chat"])])
    plan.openingMinutes = [0..<240]
    plan.modes = [
      ModeAssignment(skill: "chat", days: [0], mode: .oneAllDay, pattern: "Day")
    ]
    let facts = facts(plan)
    let sentence = "2026-02-17 00:00-04:00 chat: 0 people instead of one"
    #expect(try page(facts).contains("<li>\(sentence)</li>"))
    #expect(TerminalReport(facts).text.contains("  \(sentence)\n"))
  }

  @Test(arguments: ReportLanguage.allCases)
  func `each language says its words on the page`(language: ReportLanguage) throws {
    let page = try page(try festivalFacts(), language: language)
    #expect(page.contains("<html lang=\"\(language.tag)\">"))
    let words: [ReportLanguage: [String]] = [
      .english: ["Statutory day", "Gaps in cover", "Mon 16 Feb"],
      .simplifiedChinese: ["法定节假日", "覆盖缺口", "休息日", "夜班", "2月16日 周一"],
      .traditionalChinese: ["法定假日", "覆蓋缺口", "休息日", "夜班", "2月16日 週一"],
    ]
    for word in words[language] ?? [] { #expect(page.contains(word)) }
  }
}
