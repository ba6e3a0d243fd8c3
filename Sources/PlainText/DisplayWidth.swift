/// Text in columns of a terminal, where East Asian wide characters take two.
public enum DisplayWidth {
  /// Which side of its column a text keeps to.
  public enum Alignment: Sendable {
    /// Left in a left-to-right script.
    case leading
    /// Right, for numbers.
    case trailing
  }

  /// The columns a text takes: 2 for characters that Unicode's East Asian
  /// Width calls wide or fullwidth and for emoji, 0 for combining marks and
  /// control characters, 1 for the rest.
  ///
  /// - Complexity: O(*n*) in the text's length.
  public static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// A text padded with spaces to a number of columns; a longer one is
  /// returned as it is.
  public static func padded(
    _ text: String, to width: Int, alignment: Alignment = .leading
  ) -> String {
    let fill = String(repeating: " ", count: max(0, width - columns(of: text)))
    return alignment == .leading ? text + fill : fill + text
  }

  /// A text cut to at most `width` columns, with `…` in the last one when
  /// something is missing.
  public static func truncated(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let next = columns(of: character)
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  /// A text without what could steer a terminal: control characters and marks
  /// that turn the writing direction become `�`.
  public static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isSteering) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      clean.append(isSteering(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    let isEmoji = character.unicodeScalars.contains {
      $0.properties.isEmojiPresentation || $0.value == 0xFE0F
    }
    if isEmoji || isWide(first.value) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format: return 0
    default: return 1
    }
  }

  /// The blocks that `EastAsianWidth.txt` of Unicode 16 marks W or F.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
