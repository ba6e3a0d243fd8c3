/// A cell of a CSV table.
public enum CSVCell: Hashable, Sendable {
  /// Words from outside the program: a spreadsheet must not run them.
  case text(String)
  /// Text the program made itself, such as a number, a date or a time.
  case plain(String)
  /// A number with a fixed count of decimals; see ``NumberText/fixed(_:decimals:)``.
  case number(Double, decimals: Int)
  /// A whole number.
  case integer(Int)
  /// Nothing.
  case empty
}

/// A CSV table under construction: UTF-8 without a byte order mark, lines
/// ended by LF, quoted as RFC 4180 says, and safe to open in a spreadsheet.
public struct CSVText: Sendable {
  /// The table so far, its header included.
  public private(set) var text = ""

  /// A table with these column names and no row yet.
  public init(columns: [String]) {
    append(columns.map { .plain($0) })
  }

  /// Adds a row.
  public mutating func append(_ cells: [CSVCell]) {
    text += cells.map(Self.field).joined(separator: ",")
    text += "\n"
  }

  private static func field(_ cell: CSVCell) -> String {
    switch cell {
    case .text(let words): quoted(FormulaGuard.guarded(words))
    case .plain(let words): quoted(words)
    case .number(let value, let decimals): NumberText.fixed(value, decimals: decimals)
    case .integer(let value): String(value)
    case .empty: ""
    }
  }

  /// A field in quotes when it holds a separator, a quote or a line end.
  private static func quoted(_ field: String) -> String {
    // Bytes, not characters: "\r\n" is one character in Swift.
    let isSpecial = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard isSpecial else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}

/// Keeps a spreadsheet from running a cell as a formula.
///
/// A cell that begins with one of `= + - @`, their fullwidth forms, a tab or a
/// line end gets an apostrophe in front, which spreadsheets take as "this is
/// text". ``guarded(_:)`` and ``restored(_:)`` are inverse for every text.
public enum FormulaGuard {
  /// The text as a spreadsheet may see it.
  public static func guarded(_ text: String) -> String {
    startsFormula(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// The text behind a guarded one; a text without a guard is returned as it
  /// is.
  public static func restored(_ text: String) -> String {
    guard text.unicodeScalars.first == "'", startsFormula(text.unicodeScalars[...]) else {
      return text
    }
    return String(text.unicodeScalars.dropFirst())
  }

  /// True for any number of apostrophes and then a character that begins a
  /// formula. Counting the apostrophes makes the guard invertible.
  private static func startsFormula(_ scalars: Substring.UnicodeScalarView) -> Bool {
    guard let first = scalars.first(where: { $0 != "'" }) else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      return true
    default: return false
    }
  }
}
