/// What a terminal text may use besides plain characters.
public struct TerminalStyle: Sendable {
  /// True to colour what matters with ANSI escapes.
  public var usesColour: Bool
  /// Columns to fill at most; charts and tables shrink to it.
  public var width: Int

  /// A style; plain and 100 columns wide unless said otherwise.
  ///
  /// - Parameter width: At least 60; less is taken as 60.
  public init(usesColour: Bool = false, width: Int = 100) {
    self.usesColour = usesColour
    self.width = max(60, width)
  }

  /// What a piece of text stands for.
  enum Role: String {
    case heading = "1"
    case bad = "31"
    case good = "32"
    case quiet = "2"
  }

  func paint(_ text: String, _ role: Role) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
  }
}
