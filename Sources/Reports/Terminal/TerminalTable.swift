import PlainText

/// Rows in aligned columns, two spaces apart.
struct TerminalTable {
  struct Column {
    var title: String
    var alignment: DisplayWidth.Alignment
    /// Columns of the terminal at most; longer cells are cut.
    var limit: Int
  }

  private(set) var columns: [Column] = []
  private(set) var rows: [[String]] = []
  private(set) var roles: [TerminalStyle.Role?] = []

  init(_ columns: [(String, DisplayWidth.Alignment)], limit: Int = 40) {
    self.columns = columns.map { Column(title: $0.0, alignment: $0.1, limit: limit) }
  }

  /// Adds a row; cells beyond the columns are dropped.
  mutating func append(_ cells: [String], role: TerminalStyle.Role? = nil) {
    rows.append(cells.map(DisplayWidth.printable))
    roles.append(role)
  }

  /// The lines, indented by two, without a head when no column has a title.
  func lines(_ style: TerminalStyle) -> [String] {
    let widths = columns.indices.map { column in
      let cells = rows.map { $0.indices.contains(column) ? $0[column] : "" }
      let widest = (cells + [columns[column].title]).map(DisplayWidth.columns).max() ?? 0
      return min(widest, columns[column].limit)
    }
    func line(_ cells: [String]) -> String {
      var line = ""
      for (index, cell) in zip(columns.indices, cells) {
        line += "  "
        line += DisplayWidth.padded(
          DisplayWidth.truncated(cell, to: widths[index]), to: widths[index],
          alignment: columns[index].alignment)
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
    let hasHead = columns.contains { !$0.title.isEmpty }
    let head = hasHead ? [style.paint(line(columns.map(\.title)), .quiet)] : []
    return head
      + zip(rows, roles).map { row, role in
        role.map { style.paint(line(row), $0) } ?? line(row)
      }
  }
}
