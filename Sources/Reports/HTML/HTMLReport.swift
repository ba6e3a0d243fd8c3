import Mustache
import Workload

/// The report's template is broken: a defect of the program, not of its input.
public struct ReportTemplateError: Error, Hashable, CustomStringConvertible {
  /// What the template's parser says.
  public var description: String

  /// An error with the parser's words.
  public init(description: String) { self.description = description }
}

/// `report.html`: a roster's facts as one self-contained page for a planner
/// and a manager; inline style and pictures, no script, nothing loaded.
public struct HTMLReport: Sendable {
  /// The facts.
  public let facts: RosterFacts
  /// The language.
  public let language: ReportLanguage
  /// Gaps that are listed; the rest is counted.
  public let listedGaps: Int
  /// Agents wanted by class with their bands; nil where the need was given.
  public let agents: Forecast?

  /// People up to whom the bars person by person are unfolded.
  static let unfoldedPeople = 40

  /// A page of some facts.
  public init(
    _ facts: RosterFacts, language: ReportLanguage = .english, listedGaps: Int = 15,
    agents: Forecast? = nil
  ) {
    self.agents = agents
    self.facts = facts
    self.language = language
    self.listedGaps = listedGaps
  }

  /// The page.
  ///
  /// - Throws: ``ReportTemplateError`` when the template cannot be read.
  /// - Complexity: Linear in the intervals times skills, the people times
  ///   days and the number of violations.
  public func render() throws(ReportTemplateError) -> String {
    try Self.template.get().render(context)
  }

  /// Parsed once; the registered escaping has to be there before.
  private static let template: Result<MustacheTemplate, ReportTemplateError> = {
    MustacheContentTypes.register(ReportContentType(), named: ReportContentType.name)
    do {
      return .success(try MustacheTemplate(string: PageTemplate.text))
    } catch {
      return .failure(ReportTemplateError(description: String(describing: error)))
    }
  }()

  var sentences: FactSentences { FactSentences(facts: facts, language: language) }

  func say(_ phrase: Phrase) -> String { language.text(phrase) }

  private var context: PageContext {
    let plan = facts.plan
    let horizon = plan.horizon
    let notices = facts.notices(language)
    return PageContext(
      languageTag: language.tag, style: PageStyle.sheet, title: plan.name,
      period: language.period(from: horizon.firstDate, to: horizon.lastDate),
      team: plan.employees.isEmpty
        ? say(.nobodyInTeam)
        : say(.teamSize(people: plan.employees.count, skills: plan.need.skills.count)),
      zone: say(.zoneNote(horizon.clock.identifier)), verdict: sentences.rules,
      isBroken: !facts.audit.violations.isEmpty, heads: heads, cards: cards,
      violations: violations,
      warnings: notices.isEmpty ? [] : [PageContext.Lines(lines: notices)],
      days: days, classes: classes, hasCovers: !facts.covers.isEmpty,
      hasTarget: facts.days.contains { $0.targetPeople != nil },
      rampUp: RampUpChart(days: facts.days, teamSize: facts.people.count, language: language)
        .picture.markup,
      gaps: gaps, shiftGaps: shiftGaps,
      hasNoGaps: facts.gaps.isEmpty && facts.shortPatterns.isEmpty,
      noGaps: say(.noGaps),
      posts: facts.openPosts.isEmpty
        ? [] : [PageContext.Lines(lines: facts.openPosts.map(sentences.post))],
      outlooks: outlooks, grid: grid, fairness: fairness, costs: costs,
      totalCost: sentences.money(facts.objective),
      currencyNote: plan.currency.isEmpty ? "" : say(.currencyNote(plan.currency)),
      proof: sentences.proof,
      choices: choices,
      methods: methods, forecasts: forecasts,
      footnotes: footnotes)
  }

  private var forecasts: [PageContext.ForecastPart] {
    guard let forecast = facts.forecast else { return [] }
    let charts = BandCharts(forecast: forecast, language: language)
    var parts = [
      PageContext.ForecastPart(
        heading: language.words(.forecast), legend: charts.legend, charts: charts.markup)
    ]
    if let agents {
      let charts = BandCharts(forecast: agents, language: language, unit: .agents)
      parts.append(
        PageContext.ForecastPart(
          heading: say(.needReport), legend: charts.legend, charts: charts.markup))
    }
    return parts
  }

  private var outlooks: [PageContext.OutlookPart] {
    guard let outlook = facts.outlook, !outlook.cases.isEmpty else { return [] }
    let words = OutlookWords(outlook: outlook, language: language)
    return [
      PageContext.OutlookPart(
        heading: words.title, columns: Array(words.heads.dropFirst()),
        rows: words.rows.map { row in
          PageContext.OutlookRow(name: row[0], cells: Array(row.dropFirst()))
        }, sentences: words.sentences)
    ]
  }

  private var footnotes: [String] {
    guard let solution = facts.solution else { return [] }
    return [sentences.origin(solution), sentences.proof]
  }

  private var heads: PageContext.Heads {
    PageContext.Heads(
      kicker: say(.rosterReport), violations: say(.brokenRules), warnings: say(.warnings),
      coverage: say(.coverageByDay), rampUp: say(.peopleOnDuty), gaps: say(.gaps),
      posts: say(.openPosts), roster: say(.roster), fairness: say(.fairness), cost: say(.cost),
      choices: say(.choices), method: say(.method), personBars: say(.personBars),
      carried: say(.carriedOver), employee: say(.employee), date: say(.date), time: say(.time),
      skill: say(.skill), shift: say(.shift), rule: say(.rule), limit: say(.limit),
      actual: say(.actual),
      explanation: say(.explanation), shifts: say(.shifts), hours: say(.hours), need: say(.need),
      cover: say(.cover), short: say(.shortfall), breaks: say(.breaks), target: say(.target),
      onDuty: say(.onDuty), agentsShort: say(.agentsShort), atWorst: say(.agentsShortAtWorst),
      agentHours: say(.agentHours), workClass: say(.workClass), goal: say(.goal),
      arrivals: say(.arrivals), handleTime: say(.handleTime), shrinkage: say(.shrinkage),
      serving: say(.servingHours), onDutyHours: say(.onDutyHours), highest: say(.highestNeed),
      least: say(.least), mean: say(.mean), most: say(.most),
      total: say(.total))
  }
}
