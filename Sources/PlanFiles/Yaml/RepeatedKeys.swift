import Yams

/// Keeps reading a document in which a key is given twice.
///
/// The parser stops at the first map with repeated keys. So that all problems
/// of a plan show at once, the later key is reported and its first character
/// replaced by one that no plan has, and the text is parsed again.
struct RepeatedKeys {
  /// The first of the private-use characters that mark reported keys, each
  /// key by its own. One counts as one column like the character it replaces.
  private static let firstMark: UInt32 = 0xE000
  /// More repetitions than this are not looked for.
  private static let limit = 50

  let file: String
  let log: ProblemLog
  private var count = 0

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  /// True for a key that was reported as a repetition.
  func isMarked(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first?.value else { return false }
    return (RepeatedKeys.firstMark..<RepeatedKeys.firstMark + UInt32(count)).contains(first)
  }

  /// The text with one repetition of the first of `keys` reported and marked,
  /// or nil if it is not found.
  ///
  /// - Parameter mark: Where the key stands first.
  mutating func mended(_ text: String, keys: [String], mark: Mark) -> String? {
    guard count < RepeatedKeys.limit, let key = keys.first, !key.isEmpty,
      let sign = Unicode.Scalar(RepeatedKeys.firstMark + UInt32(count))
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      Array($0.unicodeScalars)
    }
    let first = mark.line - 1
    guard lines.indices.contains(first), lines[first].indices.contains(mark.column - 1) else {
      return nil
    }
    let name = Array(key.unicodeScalars)
    let isQuoted = "\"'".unicodeScalars.contains(lines[first][mark.column - 1])
    let firstEnd = mark.column - 1 + name.count + (isQuoted ? 2 : 0)
    for line in first..<lines.count {
      let start = line == first ? firstEnd : 0
      guard let column = column(of: name, in: lines[line], from: start) else { continue }
      let isOnFirstLine = line == first
      let isInBlock = column == mark.column - 1 && lines[line][..<column].allSatisfy { $0 == " " }
      // In a map in braces the repetition may stand anywhere after the first.
      let isInBraces = lines[first][..<(mark.column - 1)].contains { $0 == "{" }
      guard isOnFirstLine || isInBlock || isInBraces else { continue }
      count += 1
      let nameStart = column + (lines[line][column] == name[0] ? 0 : 1)
      lines[line][nameStart] = sign
      log.report(
        .keyRepeated, at: SourcePlace(file: file, line: line + 1, column: column + 1),
        value: key, "\(quoted(key)) is given here again, first in line \(mark.line).",
        action: "Remove one of the two.")
      return lines.map { line in
        var view = String.UnicodeScalarView()
        view.append(contentsOf: line)
        return String(view)
      }.joined(separator: "\n")
    }
    return nil
  }

  /// Where a key with its colon begins in a line, quotes included.
  private func column(of name: [Unicode.Scalar], in line: [Unicode.Scalar], from: Int) -> Int? {
    guard line.count >= name.count else { return nil }
    var start = max(0, from)
    while start + name.count <= line.count {
      defer { start += 1 }
      guard line[start..<(start + name.count)].elementsEqual(name) else { continue }
      var after = start + name.count
      let before = start > 0 ? line[start - 1] : " "
      let isQuoted = before == "\"" || before == "'"
      if isQuoted, after < line.count, line[after] == before { after += 1 }
      while after < line.count, line[after] == " " { after += 1 }
      guard after < line.count, line[after] == ":" else { continue }
      guard isQuoted || " {,-".unicodeScalars.contains(before) else { continue }
      return isQuoted ? start - 1 : start
    }
    return nil
  }
}
