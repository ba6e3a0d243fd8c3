/// A column that a CSV file of a plan may have.
public struct TableColumn: Sendable {
  /// The header as it is documented.
  public let name: String
  /// Further headers that mean the same, Chinese ones among them.
  public let aliases: [String]
  /// True if the file must have the column.
  public let isRequired: Bool
  /// The value that an empty or missing field stands for, as documented.
  public let defaultText: String
  /// What the column says, with its form and unit.
  public let summary: String

  init(
    _ name: String, aliases: [String] = [], isRequired: Bool = false, defaultText: String = "",
    _ summary: String
  ) {
    self.name = name
    self.aliases = aliases
    self.isRequired = isRequired
    self.defaultText = defaultText
    self.summary = summary
  }
}

/// The columns of one kind of CSV file.
public struct TableSchema: Sendable {
  /// The file's usual name.
  public let file: String
  /// What the file is for.
  public let summary: String
  /// True if a plan must have the file.
  public let isRequired: Bool
  /// Its columns, in the order they are documented.
  public let columns: [TableColumn]
  /// Further columns that the program itself writes into such files, which say
  /// nothing more and are passed over.
  let silent: Set<String>

  init(
    file: String, _ summary: String, isRequired: Bool = false, columns: [TableColumn],
    silent: [String] = []
  ) {
    self.silent = Set(silent.map { Self.normalized($0) })
    self.file = file
    self.summary = summary
    self.isRequired = isRequired
    self.columns = columns
  }

  /// A header without what people write in different ways: letter case,
  /// blanks, underscores, hyphens and other signs.
  static func normalized(_ header: some StringProtocol) -> String {
    String(header.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
