/// A place in a file, with the name of what stands there.
struct SourcePlace: Hashable {
  /// The file, relative to the plan's folder.
  var file: String
  /// The line, from 1; 0 for the file as a whole.
  var line: Int = 0
  /// The character of the line, from 1; 0 for the line as a whole.
  var column: Int = 0
  /// The path of keys or the column header; empty for none.
  var field: String = ""
}

/// A text as it stands in a file, and where.
struct SourceText: Hashable {
  /// The text, without the blanks around it.
  var text: String
  /// Where it stands.
  var place: SourcePlace

  init(_ text: some StringProtocol, at place: SourcePlace) {
    self.text = trimmed(text)
    self.place = place
  }

  /// A part of the text at the same place.
  func part(_ text: some StringProtocol) -> SourceText {
    SourceText(text, at: place)
  }
}

/// A text without blanks at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  var rest = Substring(text)
  while let first = rest.first, first.isWhitespace { rest.removeFirst() }
  while let last = rest.last, last.isWhitespace { rest.removeLast() }
  return String(rest)
}

/// A text as a message quotes it: in double quotes, control characters
/// escaped, cut after 60 characters.
package func quoted(_ text: some StringProtocol) -> String {
  var result = "\""
  var count = 0
  for scalar in text.unicodeScalars {
    if count == 60 {
      result += "..."
      break
    }
    count += 1
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Names as a message lists them: at most twenty-four, then how many more.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(24).joined(separator: ", ")
  return names.count > 24 ? "\(shown) and \(names.count - 24) more" : shown
}
