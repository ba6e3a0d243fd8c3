import Mustache

/// Text that is safe inside HTML and SVG, in content and in quoted attributes.
enum MarkupText {
  /// The text with the five special characters as entities and control
  /// characters, which XML forbids, as `�`.
  ///
  /// Works on scalars: as a Swift character, a quote with a combining mark
  /// behind it would not be seen as a quote, and yet end an attribute.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}", "\u{FFFE}"..."\u{FFFF}":
        escaped.unicodeScalars.append("\u{FFFD}")
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// The escaping of the report's templates, in place of Mustache's own, which
/// looks at characters instead of scalars.
struct ReportContentType: MustacheContentType {
  /// The name that templates ask for it by.
  static let name = "STAFFOPT_REPORT"

  func escapeText(_ text: String) -> String { MarkupText.escaped(text) }
}
