import PlainText

/// What becomes of a roster in several ways demand may come, for a terminal.
struct OutlookLines {
  let facts: RosterFacts
  let language: ReportLanguage

  /// The heading, a table and its sum; nothing where none was asked for.
  func lines(_ style: TerminalStyle) -> [String] {
    guard let outlook = facts.outlook, !outlook.cases.isEmpty else { return [] }
    let words = OutlookWords(outlook: outlook, language: language)
    var table = TerminalTable(
      words.heads.enumerated().map { ($0.element, $0.offset == 0 ? .leading : .trailing) },
      limit: 30)
    for row in words.rows { table.append(row) }
    return [style.paint(words.title, .heading)] + table.lines(style)
      + words.sentences.map { "  " + DisplayWidth.printable($0) }
  }
}
