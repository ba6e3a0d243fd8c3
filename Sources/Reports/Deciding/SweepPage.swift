import PlainText
import Rostering

/// A sweep as one self-contained page: tables and pictures, no script.
public struct SweepPage: Sendable {
  /// The facts.
  public let facts: SweepFacts
  /// The language.
  public let language: ReportLanguage

  /// A page of some facts.
  public init(_ facts: SweepFacts, language: ReportLanguage = .english) {
    self.facts = facts
    self.language = language
  }

  private var rows: SweepRows { SweepRows(facts: facts, language: language) }

  private func say(_ phrase: SweepPhrase) -> String { phrase.text(language) }

  private func safe(_ text: String) -> String { MarkupText.escaped(text) }

  /// The page.
  public var text: String {
    let title = "\(say(.title(facts.kind)))\(language.colon)\(facts.plan.name)"
    return """
      \(PageStyle.head(title: title, sheet: Self.sheet, language: language))
      <body>
      <header>
      <p class="kicker">\(safe(say(.title(facts.kind))))</p>
      <h1>\(safe(facts.plan.name))</h1>
      <p class="quiet">\(safe(rows.period))</p>
      </header>
      <main>
      \(sections.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  private var sections: [String] {
    let endings = facts.cases.filter { $0.status != .solved }
    var sections: [String] = []
    switch facts.kind {
    case .levels:
      sections.append(panel(nil, sentences(rows.levelSentences)))
      sections.append(
        panel(
          say(.front),
          (facts.cases.contains { $0.bound != nil }
            ? PageLegend.markup([("mark", say(.provenRange))]) : "")
            + wide(FrontChart(facts: facts, rows: rows).picture)))
      sections.append(panel(say(.figures), figures))
    case .whatIf:
      sections.append(
        panel(
          say(.costByPart),
          PageLegend.markup(costParts) + wide(CostBarsChart(facts: facts, rows: rows).picture)
        ))
      sections.append(
        panel(
          say(.peopleByDay),
          PageLegend.markup(dayClasses) + wide(DayBarsChart(facts: facts, rows: rows).picture)))
      sections.append(panel(say(.figures), figures))
    case .rulePrices:
      sections.append(panel(nil, sentences(rows.ruleSentences)))
      sections.append(panel(say(.price), rulePrices))
      sections += WorthStrips(facts: facts, rows: rows).pictures.map { strip in
        panel(
          "\(say(.worth))\(language.colon)\(strip.skill)",
          PageLegend.markup([("area", strip.needScale), ("worth", strip.worthScale)])
            + wide(strip.picture))
      }
      sections.append(panel(say(.figures), figures))
    }
    if !endings.isEmpty {
      sections.append(
        panel(nil, sentences(endings.map { "\($0.name)\(language.colon)\(rows.ending($0))" })))
    }
    return sections
  }

  private func panel(_ heading: String?, _ body: String) -> String {
    let head = heading.map { "<h2>\(safe($0))</h2>\n" } ?? ""
    return "<section class=\"panel\">\n\(head)\(body)\n</section>"
  }

  private func sentences(_ lines: [String]) -> String {
    "<ul>" + lines.map { "<li>\(safe($0))</li>" }.joined() + "</ul>"
  }

  /// A picture that scrolls where the page is too narrow for its words.
  private func wide(_ picture: SVGElement) -> String {
    "<div class=\"scroll\">\(picture.markup)</div>"
  }

  /// The colours of the parts of the cost.
  private var costParts: [(style: String, text: String)] {
    rows.parts.enumerated().map { ("part c\($0.offset % 8)", $0.element.title) }
      + [("mark", say(.bound))]
  }

  /// The colours of the classes of day that occur.
  private var dayClasses: [(style: String, text: String)] {
    let horizon = facts.plan.horizon
    let classes = (0..<horizon.dayCount).map {
      facts.plan.calendar.dayClass(on: horizon.date(ofDay: $0))
    }
    return DayClass.allCases.filter(classes.contains).map {
      ("class \($0.rawValue)", language.text(.dayClassName($0)))
    }
  }

  private var rulePrices: String {
    func cells(_ texts: [String], _ tag: String) -> String {
      texts.enumerated().map { place, text in
        let style = (1..<texts.count - 1).contains(place) ? " class=\"num\"" : ""
        return "<\(tag)\(style)>\(safe(text))</\(tag)>"
      }.joined()
    }
    let body = rows.ruleRows.map { "<tr>\(cells($0, "td"))</tr>" }.joined(separator: "\n")
    return "<div class=\"scroll\"><table><thead><tr>\(cells(rows.ruleHeads, "th"))</tr></thead>"
      + "<tbody>\n\(body)\n</tbody></table></div>"
  }

  private var figures: String {
    var lines = ["<div class=\"scroll\"><table>"]
    let names = rows.caseNames.map { "<th class=\"num\">\(safe($0))</th>" }.joined()
    lines.append("<thead><tr><th></th>\(names)</tr></thead><tbody>")
    let parts = rows.parts.map { part in (part.title, part.amounts.map(rows.money)) }
    for (title, cells) in rows.rows.map({ ($0.title, $0.cells) }) + parts {
      let data = cells.map { "<td class=\"num\">\(safe($0))</td>" }.joined()
      lines.append("<tr><td>\(safe(title))</td>\(data)</tr>")
    }
    return lines.joined(separator: "\n") + "</tbody></table></div>"
  }

  /// Colours of the pictures, beside those of the roster's report.
  private static let sheet = """
    svg.sweep { max-width: 1000px; }
    svg.sweep text { font-size: 11px; }
    svg.sweep .name, svg.sweep .value { fill: var(--ink); font-weight: 600; }
    svg.sweep .bar { fill: var(--class); }
    svg.sweep .front { stroke: var(--accent); stroke-width: 2; }
    svg.sweep .point { fill: var(--accent); }
    svg.sweep .bound { stroke: var(--ink); stroke-width: 2; }
    svg.sweep .knee { stroke: var(--adjusted-workday); stroke-width: 2; stroke-dasharray: 5 4; }
    svg.sweep .goal { stroke: var(--good); stroke-width: 2; stroke-dasharray: 2 3; }
    svg.sweep .worth { fill: var(--bad); }
    svg.sweep .need { fill: var(--area); }
    .part { fill: hsl(var(--tone) 45% 55%); background: hsl(var(--tone) 45% 55%); }
    .c0 { --tone: 207; } .c1 { --tone: 4; } .c2 { --tone: 40; } .c3 { --tone: 262; }
    .c4 { --tone: 142; } .c5 { --tone: 178; } .c6 { --tone: 320; } .c7 { --tone: 84; }
    td:last-child:not(.num) { min-width: 14em; }
    .swatch.worth { background: var(--bad); }
    .swatch.mark { height: 12px; width: 0; border-left: 2px solid var(--ink); border-radius: 0; }
    """
}
