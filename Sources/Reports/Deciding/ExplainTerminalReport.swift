import PlainText
import Rostering

/// What `explain` prints: contradictions, the ten checks, and each gap with
/// its people and repairs.
public struct ExplainTerminalReport: Sendable {
  /// The facts.
  public let facts: ExplainFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report of some facts.
  public init(
    _ facts: ExplainFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  private var words: ExplainWords { ExplainWords(plan: facts.plan, language: language) }

  private func say(_ phrase: ExplainPhrase) -> String { phrase.text(language) }

  /// The report, its lines ended by LF.
  public var text: String {
    let horizon = facts.plan.horizon
    var head = [
      style.paint(
        "\(say(.title))\(language.colon)\(DisplayWidth.printable(facts.plan.name))", .heading),
      language.period(from: horizon.firstDate, to: horizon.lastDate),
    ]
    if let roster = facts.roster {
      let sentences = FactSentences(facts: roster, language: language)
      head.append(
        "\(sentences.shortfall) · \(sentences.money(roster.objective)) · \(sentences.proof)")
      if !roster.audit.violations.isEmpty {
        head.append(style.paint(say(.breaksRules(sentences.rules)), .bad))
      }
    }
    var sections = [head, contradictionLines, checkLines]
    if facts.roster != nil {
      sections += facts.gaps.enumerated().map { gapLines($0.element, number: $0.offset + 1) }
      if facts.gapCount == 0 { sections.append([say(.noGaps)]) }
      let rest = facts.gapCount - facts.gaps.count
      if rest > 0 { sections.append([style.paint(say(.furtherGaps(rest)), .quiet)]) }
    }
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var contradictionLines: [String] {
    guard !facts.contradictions.isEmpty else { return [] }
    return [style.paint(say(.contradictions), .bad)]
      + facts.contradictions.flatMap { contradiction in
        ["  " + say(.cannotHoldTogether(words.name(contradiction.employee)))]
          + contradiction.parts.map { part in
            var line = "    \(words.rule(part.key))\(language.colon)\(words.statement(part))"
            if part.from != nil {
              line +=
                "  "
                + say(.move(from: words.value(part.from), to: words.value(part.to)))
            }
            return DisplayWidth.printable(line)
          }
      }
  }

  private var checkLines: [String] {
    let heading = style.paint(say(.checks), .heading)
    guard !facts.findings.isEmpty else { return [heading, "  " + say(.allChecksPass)] }
    var table = TerminalTable(
      [("", .leading), ("", .leading), ("", .leading), ("", .leading)], limit: 46)
    for finding in facts.findings {
      table.append(
        FindingRow(finding: finding, words: words).cells, role: finding.isHard ? .bad : nil)
    }
    return [heading] + table.lines(style)
  }

  // MARK: Gaps

  private func gapLines(_ explained: GapExplanation, number: Int) -> [String] {
    let rows = GapRows(explained: explained, words: words)
    let head = DisplayWidth.printable(rows.head(number: number))
    return [style.paint(head, .heading), "   " + rows.size, "   " + rows.worst]
      + rows.groups.flatMap { group in
        NameLines.lines(
          group.people,
          title: "   \(group.title) (\(group.people.count))\(language.colon)", indent: "     ",
          width: style.width + 1)
      } + repairLines(rows)
  }

  private func repairLines(_ rows: GapRows) -> [String] {
    guard !rows.repairs.isEmpty else { return ["   " + style.paint(say(.noRepair), .quiet)] }
    var table = TerminalTable(
      rows.repairHeads.enumerated().map { ($0.element, $0.offset < 2 ? .leading : .trailing) },
      limit: 100)
    for row in rows.repairs { table.append(row) }
    return table.lines(style).map { " " + $0 }
  }
}
