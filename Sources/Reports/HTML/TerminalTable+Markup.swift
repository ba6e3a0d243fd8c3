import PlainText

extension TerminalTable {
  /// The same table for a page: fonts there do not keep wide characters in
  /// line, so columns have to be real ones.
  var markup: String {
    func cells(_ texts: [String], _ tag: String) -> String {
      zip(columns, texts).map { column, text in
        let style = column.alignment == .trailing ? " class=\"num\"" : ""
        return "<\(tag)\(style)>\(MarkupText.escaped(text))</\(tag)>"
      }.joined()
    }
    let body = zip(rows, roles).map { row, role in
      "<tr\(role == .bad ? " class=\"missing\"" : "")>\(cells(row, "td"))</tr>"
    }
    return
      "<div class=\"scroll\"><table><thead><tr>\(cells(columns.map(\.title), "th"))</tr></thead>"
      + "<tbody>\n\(body.joined(separator: "\n"))\n</tbody></table></div>"
  }
}
