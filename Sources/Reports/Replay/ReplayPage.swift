import PlainText
import Rostering
import Simulation

/// `simulation.html`: what a planner shows of a simulation, self-contained.
public struct ReplayPage: Sendable {
  /// The facts of the simulation.
  public let facts: ReplayFacts
  /// The language.
  public let language: ReportLanguage

  /// A page of some facts.
  public init(_ facts: ReplayFacts, language: ReportLanguage = .english) {
    self.facts = facts
    self.language = language
  }

  private var words: ReplayWords { ReplayWords(facts: facts, language: language) }

  /// The page.
  public var text: String {
    let horizon = facts.plan.horizon
    let title = "\(words.say(.title)): \(facts.plan.name)"
    var body = [
      "<header><p class=\"kicker\">\(escaped(words.say(.title)))</p>",
      "<h1>\(escaped(facts.plan.name))</h1>",
      "<p class=\"quiet\">"
        + escaped(
          language.period(from: horizon.firstDate, to: horizon.lastDate) + " · " + words.setting)
        + "</p></header>", "<main>", cards,
    ]
    body += facts.classes.filter { $0.replay.backlog == nil }.map(levelSection)
    body += facts.classes.compactMap(backlogSection)
    if facts.comparedIntervals > 0 { body.append(formulaSection) }
    body.append("<p class=\"quiet\">\(escaped(words.say(.methodNote)))</p></main>")
    return """
      \(PageStyle.head(title: title, sheet: Self.sheet, language: language))
      <body>
      \(body.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private var cards: String {
    let cards = facts.classes.map { kind -> String in
      let tone = kind.isMet.map { $0 ? "good" : "bad" } ?? ""
      let total = kind.replay.total
      let notes =
        [
          words.goal(kind.workload), "\(words.say(.meanWait)) \(words.wait(total.meanWaitSeconds))",
          "\(NumberText.grouped(total.offered.value)) \(words.say(.contacts))",
          "\(words.say(.occupancy)) \(total.occupancy.map { NumberText.percent($0) } ?? "–")",
        ]
        + (kind.replay.backlog == nil
          ? ["\(words.say(.giveUp)) \(words.percent(total.abandonment))"] : [])
      return "<div class=\"card \(tone)\"><p class=\"label\">\(escaped(kind.name))</p>"
        + "<p class=\"value\">\(escaped(words.percent(total.serviceLevel)))</p>"
        + notes.map { "<p class=\"note\">\(escaped($0))</p>" }.joined() + "</div>"
    }
    return "<section class=\"cards\">\(cards.joined())</section>"
  }

  private func levelSection(_ kind: ReplayClassFacts) -> String {
    let map = LevelMap(kind: kind, facts: facts, language: language).picture.markup
    let wanted = words.share(kind.wantedShare ?? 0.8)
    let legend = PageLegend.markup([
      ("l0", "≥ \(wanted)"), ("l1", words.say(.pointsBelow("5"))),
      ("l2", words.say(.pointsBelow("15"))), ("l3", words.say(.pointsBelow("30"))),
      ("l4", words.say(.furtherBelow)),
    ])
    return "<section class=\"panel\"><h2>\(escaped(kind.name)): "
      + "\(escaped(words.say(.levelByInterval)))</h2>\(legend)"
      + "<div class=\"scroll\">\(map)</div></section>"
  }

  private func backlogSection(_ kind: ReplayClassFacts) -> String? {
    guard let backlog = kind.replay.backlog else { return nil }
    let chart = BacklogChart(kind: kind, backlog: backlog, facts: facts, language: language)
    return "<section class=\"panel\"><h2>\(escaped(kind.name)): "
      + "\(escaped(words.say(.backlogByDay)))</h2>"
      + "<p class=\"quiet\">\(escaped(words.say(.backlogNote)))</p>\(chart.picture.markup)"
      + "<p>\(escaped(words.backlog(kind) ?? ""))</p></section>"
  }

  private static let shownDeviations = 30

  private var formulaSection: String {
    let heads = [
      language.text(Phrase.time), language.text(Phrase.skill), words.say(.contacts),
      words.say(.formula), words.say(.simulated), words.say(.why),
    ].enumerated().map { place, head in
      "<th\((2...4).contains(place) ? " class=\"num\"" : "")>\(escaped(head))</th>"
    }.joined()
    let worst = facts.worstDeviations
    let rows = worst.prefix(Self.shownDeviations).map { deviation in
      let cells = [
        words.span(deviation.intervals), deviation.skill, NumberText.grouped(deviation.contacts),
        NumberText.percent(deviation.formula), NumberText.percent(deviation.simulated),
        words.say(.cause(deviation.cause)),
      ]
      return "<tr>"
        + cells.enumerated().map { place, cell in
          "<td\((2...4).contains(place) ? " class=\"num\"" : "")>\(escaped(cell))</td>"
        }.joined() + "</tr>"
    }
    let table =
      rows.isEmpty
      ? ""
      : "<div class=\"scroll\"><table><thead><tr>\(heads)</tr></thead>"
        + "<tbody>\(rows.joined())</tbody></table></div>"
    let rest = worst.count - Self.shownDeviations
    let further =
      rest > 0 ? "<p class=\"quiet\">\(escaped(words.say(.furtherDeviations(rest))))</p>" : ""
    return "<section class=\"panel\"><h2>\(escaped(words.say(.formulas)))</h2>"
      + "<p>\(escaped(words.formulas))</p>\(table)\(further)</section>"
  }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private static let sheet = """
    svg.levels text, svg.backlog text { font-size: 10.5px; }
    svg.levels .value { fill: var(--good); font-weight: 600; }
    svg.levels .short { fill: var(--bad); }
    svg .l0, .swatch.l0 { fill: #3f9c6b; background: #3f9c6b; }
    svg .l1, .swatch.l1 { fill: #a9c66c; background: #a9c66c; }
    svg .l2, .swatch.l2 { fill: #f0c75e; background: #f0c75e; }
    svg .l3, .swatch.l3 { fill: #e8894a; background: #e8894a; }
    svg .l4, .swatch.l4 { fill: #c93b3b; background: #c93b3b; }
    svg.backlog { max-width: 900px; }
    svg.backlog .bar { fill: var(--accent); opacity: .75; }
    svg.backlog .whisker { stroke: var(--ink); stroke-width: 1.5; }
    .card p.note { margin: 1px 0; }
    """
}
