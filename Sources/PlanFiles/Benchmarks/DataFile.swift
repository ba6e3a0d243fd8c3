/// Reads the syntax of MiniZinc data files, as far as the benchmark uses it:
/// `name = value;` and `name = [value, ...];` with comments from `%` to the
/// end of the line.
///
/// - Complexity: O(bytes).
struct DataFile {
  /// A name with its values.
  struct Item {
    var name: SourceText
    var values: [SourceText]
    /// True for a list, even of one value.
    var isList: Bool
  }

  let file: String
  let log: ProblemLog

  /// The items of a text, by name; nil if it is no text.
  func items(of bytes: [UInt8]) -> [String: Item]? {
    if let invalid = TextEncoding.firstInvalid(bytes) {
      let line = bytes[..<invalid].count { $0 == 0x0A } + 1
      log.report(
        .textEncoding, at: SourcePlace(file: file, line: line), "The file is not UTF-8 text.",
        expected: "a text file", action: "Save it as UTF-8.")
      return nil
    }
    let text = String(decoding: bytes[TextEncoding.markLength(bytes)...], as: UTF8.self)
    var items: [String: Item] = [:]
    for statement in statements(tokens(of: text)) {
      guard let item = item(statement) else { continue }
      if items.updateValue(item, forKey: item.name.text) != nil {
        log.report(.keyRepeated, item.name, "\(quoted(item.name.text)) is given twice.")
      }
    }
    return items
  }

  /// Words and the signs `= ; , [ ]`, each with its place.
  private func tokens(of text: String) -> [SourceText] {
    var tokens: [SourceText] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      var word = ""
      var column = 0
      var wordColumn = 0
      func finish() {
        guard !word.isEmpty else { return }
        tokens.append(
          SourceText(word, at: SourcePlace(file: file, line: index + 1, column: wordColumn)))
        word = ""
      }
      for character in line {
        column += 1
        if character == "%" { break }
        if "=;,[]".contains(character) {
          finish()
          tokens.append(
            SourceText(
              String(character), at: SourcePlace(file: file, line: index + 1, column: column)))
        } else if character.isWhitespace {
          finish()
        } else {
          if word.isEmpty { wordColumn = column }
          word.append(character)
        }
      }
      finish()
    }
    return tokens
  }

  private func statements(_ tokens: [SourceText]) -> [ArraySlice<SourceText>] {
    tokens.split { $0.text == ";" }
  }

  private func item(_ tokens: ArraySlice<SourceText>) -> Item? {
    guard let name = tokens.first else { return nil }
    var rest = tokens.dropFirst()
    guard rest.first?.text == "=", !"=,[]".contains(name.text) else {
      log.report(
        .badText, name, "\(quoted(name.text)) begins nothing that can be read.",
        expected: "name = value;")
      return nil
    }
    rest = rest.dropFirst()
    let isList = rest.first?.text == "["
    if isList {
      guard rest.last?.text == "]", rest.count >= 2 else {
        log.report(.badText, name, "The list \(quoted(name.text)) is not closed.", expected: "]")
        return nil
      }
      rest = rest.dropFirst().dropLast()
    }
    var values: [SourceText] = []
    var wantsValue = true
    for token in rest {
      if wantsValue != (token.text != ",") || "=[]".contains(token.text) {
        log.report(
          .badText, token, "\(quoted(token.text)) stands where it cannot.",
          expected: wantsValue ? "a value" : "a comma or the end of the list")
        return nil
      }
      if wantsValue { values.append(token) }
      wantsValue.toggle()
    }
    if !isList, values.count != 1 {
      log.report(.valueMissing, name, "\(quoted(name.text)) has no value.")
      return nil
    }
    return Item(name: name, values: values, isList: isList)
  }
}
