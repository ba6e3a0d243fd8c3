import PlainText
import Rostering

/// `explain.html`: contradictions, the ten checks and every explained gap as
/// one self-contained page; the gaps are linked from a table at the top.
public struct ExplainPage: Sendable {
  /// The facts.
  public let facts: ExplainFacts
  /// The language.
  public let language: ReportLanguage

  /// A page of some facts.
  public init(_ facts: ExplainFacts, language: ReportLanguage = .english) {
    self.facts = facts
    self.language = language
  }

  private var words: ExplainWords { ExplainWords(plan: facts.plan, language: language) }

  private func say(_ phrase: ExplainPhrase) -> String { phrase.text(language) }

  private func safe(_ text: String) -> String { MarkupText.escaped(text) }

  /// The page.
  public var text: String {
    let horizon = facts.plan.horizon
    var head = ["<p class=\"kicker\">\(safe(say(.title)))</p>"]
    head.append("<h1>\(safe(facts.plan.name))</h1>")
    head.append(
      "<p class=\"quiet\">\(safe(language.period(from: horizon.firstDate, to: horizon.lastDate)))</p>"
    )
    if let roster = facts.roster {
      let sentences = FactSentences(facts: roster, language: language)
      let line = "\(sentences.shortfall) · \(sentences.money(roster.objective))"
      let proof = roster.solution == nil ? "" : " · \(sentences.proof)"
      head.append("<p>\(safe(line + proof))</p>")
      if !roster.audit.violations.isEmpty {
        head.append(
          "<p class=\"verdict bad\">\(safe(say(.breaksRules(sentences.rules))))</p>")
      }
    }
    let title = "\(say(.title))\(language.colon)\(facts.plan.name)"
    return """
      \(PageStyle.head(title: title, sheet: Self.sheet, language: language))
      <body>
      <header>
      \(head.joined(separator: "\n"))
      </header>
      <main>
      \(([contradictions, checks, overview] + gaps).filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """
  }

  // MARK: Before solving

  private var contradictions: String {
    guard !facts.contradictions.isEmpty else { return "" }
    let people = facts.contradictions.map { contradiction in
      let rules = contradiction.parts.map { part in
        let move =
          part.from == nil
          ? ""
          : " <b class=\"move\">"
            + safe(say(.move(from: words.value(part.from), to: words.value(part.to)))) + "</b>"
        return "<li><b>\(safe(words.rule(part.key)))</b> \(safe(words.statement(part)))\(move)</li>"
      }
      let name = safe(say(.cannotHoldTogether(words.name(contradiction.employee))))
      return "<p>\(name)</p>\n<ul>\(rules.joined())</ul>"
    }
    return section(
      "panel alarm", id: "contradictions", say(.contradictions), people.joined(separator: "\n"))
  }

  private var checks: String {
    guard !facts.findings.isEmpty else {
      return section("panel", id: "checks", say(.checks), "<p>\(safe(say(.allChecksPass)))</p>")
    }
    let rows = facts.findings.map { finding in
      let cells = FindingRow(finding: finding, words: words).cells.map {
        "<td>\(safe($0))</td>"
      }
      let style = finding.isHard ? "bad" : "quiet"
      let kind = safe(say(finding.isHard ? .infeasibility : .warning))
      return "<tr>\(cells.joined())<td class=\"\(style)\">\(kind)</td></tr>"
    }
    return section("panel", id: "checks", say(.checks), table([], rows))
  }

  // MARK: Gaps

  /// All explained gaps in a table that leads to them.
  private var overview: String {
    guard facts.roster != nil else { return "" }
    guard facts.gapCount > 0 else {
      return "<section class=\"panel\"><p>\(safe(say(.noGaps)))</p></section>"
    }
    let most = facts.gaps.map(\.gap.hours).max() ?? 0
    let rows = facts.gaps.enumerated().map { index, explained in
      let gap = explained.gap
      let rows = GapRows(explained: explained, words: words)
      let width = NumberText.fixed(most > 0 ? 100 * gap.hours / most : 0, decimals: 1)
      let best = explained.repairs.first.map { safe(say(.repair($0.kind))) } ?? "–"
      return """
        <tr><td><a href="#gap\(index + 1)">\(safe(rows.head(number: index + 1)))</a></td>\
        <td class="num">\(safe(words.hours(gap.hours)))</td>\
        <td style="width:22%"><div class="track short"><i style="width:\(width)%"></i></div></td>\
        <td class="num">\(safe(words.money(explained.cost)))</td><td>\(best)</td></tr>
        """
    }
    let heads = [
      language.text(.gaps), language.text(.agentHours), "", language.text(.cost), say(.repairs),
    ]
    let rest = facts.gapCount - facts.gaps.count
    let more = rest > 0 ? "<p class=\"quiet\">\(safe(say(.furtherGaps(rest))))</p>" : ""
    return section(
      "panel", id: "gaps", language.text(.gaps),
      table(heads.enumerated().map { ($0.element, $0.offset == 1 || $0.offset == 3) }, rows)
        + more)
  }

  private var gaps: [String] {
    facts.gaps.enumerated().map { index, explained in
      let rows = GapRows(explained: explained, words: words)
      let groups = rows.groups.map { group in
        "<tr class=\"\(group.isPossible ? "possible" : "barred")\"><td>\(safe(group.title))</td>"
          + "<td class=\"num\">\(group.people.count)</td>"
          + "<td>\(safe(group.people.joined(separator: ", ")))</td></tr>"
      }
      let repairs = rows.repairs.map { cells in
        "<tr>"
          + cells.enumerated().map { place, cell in
            "<td\(place > 1 ? " class=\"num\"" : "")>\(safe(cell))</td>"
          }.joined() + "</tr>"
      }
      let repairTable =
        repairs.isEmpty
        ? "<p class=\"quiet\">\(safe(say(.noRepair)))</p>"
        : table(rows.repairHeads.enumerated().map { ($0.element, $0.offset > 1) }, repairs)
      let body = """
        <p><b>\(safe(rows.size))</b><br>\(safe(rows.worst))</p>
        \(legend)\(StandBar(explained: explained).markup)
        \(table([], groups))
        \(repairTable)
        <p class="back"><a href="#gaps">↑ \(safe(language.text(.gaps)))</a></p>
        """
      return section(
        "panel", id: "gap\(index + 1)", rows.head(number: index + 1), body)
    }
  }

  /// What the bars of the worst moments show.
  private var legend: String {
    let items = [
      ("area", say(.there)), ("short", language.text(.shortfall)), ("reach", say(.reach)),
      ("target", language.text(.need)),
    ]
    return PageLegend.markup(items.map { ($0.0, $0.1) })
  }

  private func section(_ style: String, id: String, _ heading: String, _ body: String) -> String {
    "<section class=\"\(style)\" id=\"\(id)\">\n<h2>\(safe(heading))</h2>\n\(body)\n</section>"
  }

  private func table(_ heads: [(text: String, isNumber: Bool)], _ rows: [String]) -> String {
    let head = heads.map { "<th\($0.isNumber ? " class=\"num\"" : "")>\(safe($0.text))</th>" }
    let top = head.isEmpty ? "" : "<thead><tr>\(head.joined())</tr></thead>"
    return "<div class=\"scroll\"><table>\(top)<tbody>\n"
      + rows.joined(separator: "\n") + "\n</tbody></table></div>"
  }

  private static let sheet = """
    .track.short i { background: var(--bad); }
    .move { color: var(--accent); white-space: nowrap; }
    td.bad { color: var(--bad); font-weight: 600; }
    tr.barred td { color: var(--quiet); }
    a { color: var(--accent); }
    .back { margin: 8px 0 0; font-size: 12.5px; }
    svg.stand { max-width: 640px; margin: 2px 0 8px; }
    svg.stand .there { fill: var(--area); } svg.stand .short { fill: var(--bad); opacity: .85; }
    svg.stand .possible { fill: none; stroke: var(--quiet); stroke-dasharray: 3 2; }
    svg.stand .need { stroke: var(--need); stroke-width: 2; }
    .swatch.reach { border: 1px dashed var(--quiet); }
    .swatch.target { height: 12px; width: 0; border-left: 2px solid var(--need); border-top: 0; }
    section { scroll-margin-top: 12px; }
    .scroll + .scroll { margin-top: 12px; }
    td:first-child { min-width: 7em; }
    @media (max-width: 640px) { td + td:not(.num):not([style]) { min-width: 10em; } }
    """
}

/// A bar of a gap's worst moment: those there, those missing, and how far the
/// rules would let it reach.
private struct StandBar {
  let explained: GapExplanation

  var markup: String {
    let top = max(explained.needed, explained.possible, explained.onDuty, 1)
    let scale = 600 / top
    let there = explained.onDuty * scale
    let needed = explained.needed * scale
    return SVGElement.picture(
      width: 602, height: 20, label: "", style: "stand",
      [
        .rectangle(x: 0, y: 3, width: there, height: 12, style: "there"),
        .rectangle(x: there, y: 3, width: needed - there, height: 12, style: "short"),
        .rectangle(
          x: 0.5, y: 0.5, width: explained.possible * scale, height: 17, style: "possible"),
        .line(x1: needed, y1: 0, x2: needed, y2: 19, style: "need"),
      ]
    ).markup
  }
}
