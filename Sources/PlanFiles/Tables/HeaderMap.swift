/// Which field of a row belongs to which column, found from the header row.
struct HeaderMap {
  /// For each column that the file has the position of its field.
  private(set) var fieldOfColumn: [String: Int] = [:]
  /// True if all columns that there must be are there.
  private(set) var isComplete = false

  /// Reads a header row and reports what is wrong with it.
  ///
  /// A header that is a column's name goes before one that is another word
  /// for it, and earlier words go before later ones: with both `employee` and
  /// `name` the first identifies people and the second is left alone.
  ///
  /// - Parameters:
  ///   - headers: The header fields in order, with their places.
  ///   - chosen: Headers that the plan names for some columns.
  ///   - reportsUnknown: Warns of headers without a meaning; off for files
  ///     that have columns of their own.
  init(
    _ headers: [SourceText], place: SourcePlace, schema: TableSchema,
    chosen: [String: SourceText] = [:], reportsUnknown: Bool, log: ProblemLog
  ) {
    var fieldOfName: [String: Int] = [:]
    var used: Set<Int> = []
    for (field, header) in headers.enumerated() where !header.text.isEmpty {
      let name = TableSchema.normalized(header.text)
      if fieldOfName[name] == nil {
        fieldOfName[name] = field
      } else {
        used.insert(field)
        log.report(
          .columnRepeated, header, "The header \(quoted(header.text)) is there twice.",
          action: "Remove or rename one of the two columns.")
      }
    }
    var isComplete = true
    for column in schema.columns {
      if let header = chosen[column.name] {
        guard let field = fieldOfName[TableSchema.normalized(header.text)] else {
          let names = headers.map(\.text)
          log.report(
            .columnMissing, header, "\(place.file) has no column \(quoted(header.text)).",
            expected: "one of \(listed(names))", action: suggestion(for: header.text, among: names))
          isComplete = false
          continue
        }
        fieldOfColumn[column.name] = field
        used.insert(field)
        continue
      }
      let names = [column.name] + column.aliases
      for name in names {
        guard let field = fieldOfName[TableSchema.normalized(name)] else { continue }
        // Other words for a column that is found already mean nothing more.
        used.insert(field)
        if fieldOfColumn[column.name] == nil { fieldOfColumn[column.name] = field }
      }
    }
    let unknown = headers.enumerated().filter {
      !used.contains($0.offset) && !$0.element.text.isEmpty
        && !schema.silent.contains(TableSchema.normalized($0.element.text))
    }
    .map(\.element)
    let absent = schema.columns.filter { fieldOfColumn[$0.name] == nil && chosen[$0.name] == nil }
    for column in absent where column.isRequired {
      isComplete = false
      let names = [column.name] + column.aliases
      let near = names.lazy.compactMap { nearestName(to: $0, among: unknown.map(\.text)) }.first
      log.report(
        .columnMissing, at: SourcePlace(file: place.file, line: place.line, field: column.name),
        "There is no column \(quoted(column.name)).",
        expected: "one of the headers \(listed(names))",
        action: near.map { "Is \(quoted($0)) meant?" } ?? "")
    }
    self.isComplete = isComplete
    guard reportsUnknown else { return }
    let free = absent.flatMap { [$0.name] + $0.aliases }
    for header in unknown {
      log.report(
        .columnUnknown, header, "\(quoted(header.text)) is no column of this file and is not read.",
        action: suggestion(for: header.text, among: free))
    }
  }
}
