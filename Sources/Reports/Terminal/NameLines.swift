import PlainText

/// Names with commas between them, in lines of a terminal: a long list is
/// broken, never cut.
enum NameLines {
  /// The lines.
  ///
  /// - Parameters:
  ///   - names: The names.
  ///   - title: What stands before the first.
  ///   - indent: What further lines begin with.
  ///   - width: The columns of a line; a single long name may pass them.
  static func lines(
    _ names: [String], title: String = "", indent: String = "", width: Int
  ) -> [String] {
    var lines: [String] = []
    var line = DisplayWidth.printable(title)
    for (index, name) in names.map(DisplayWidth.printable).enumerated() {
      let piece = index + 1 < names.count ? name + ", " : name
      let isFull = DisplayWidth.columns(of: line) + DisplayWidth.columns(of: piece) > width
      if isFull, line != indent {
        lines.append(line)
        line = indent
      }
      line += piece
    }
    return (lines + [line]).map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
