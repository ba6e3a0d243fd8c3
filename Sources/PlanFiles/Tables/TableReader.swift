/// Reads a CSV file with a header row, field by field with their places.
struct TableReader {
  private var reader: DelimitedReader
  private let schema: TableSchema
  let file: String
  private let log: ProblemLog
  private var fieldOfColumn: [String: Int] = [:]
  private var headers: [String] = []
  private var row = DelimitedRow()

  /// True once a problem kept the rest of the file from being read.
  var hasFailed: Bool { reader.hasFailed }

  /// True if the file has a header with all columns that it must have.
  private(set) var hasHeader = false

  /// Opens a table and reads its header; says what is wrong with it.
  ///
  /// - Parameter reportsUnknown: Reports unknown columns; off where a foreign
  ///   file has columns of its own.
  init(
    _ source: any ByteSource, file: String, schema: TableSchema, reportsUnknown: Bool = true,
    log: ProblemLog
  ) {
    reader = DelimitedReader(source, file: file, neededFor: schema.summary, log: log)
    self.schema = schema
    self.file = file
    self.log = log
    readHeader(reportsUnknown: reportsUnknown)
  }

  private mutating func readHeader(reportsUnknown: Bool) {
    guard reader.next(into: &row) else {
      if !reader.hasFailed {
        log.report(
          .tableEmpty, at: SourcePlace(file: file), "The file is empty.",
          expected: "a header row with \(listed(schema.columns.filter(\.isRequired).map(\.name)))")
      }
      return
    }
    let fields = (0..<row.count).map { text(of: $0, named: "") }
    headers = fields.map(\.text)
    let map = HeaderMap(
      fields, place: SourcePlace(file: file, line: row.line), schema: schema,
      reportsUnknown: reportsUnknown, log: log)
    fieldOfColumn = map.fieldOfColumn
    hasHeader = map.isComplete
  }

  /// Reads the next row that is not blank; nil at the end. A row whose number
  /// of fields differs from the header's is reported and flagged.
  mutating func next() -> TableRow? {
    while reader.next(into: &row) {
      if row.isBlank { continue }
      var isRagged = row.count < headers.count
      for field in headers.count..<max(headers.count, row.count)
      where !row.bytes(of: field).isEmpty {
        isRagged = true
      }
      if isRagged {
        log.report(
          .tableRowLength, at: SourcePlace(file: file, line: row.line),
          "The row has \(row.count) field\(row.count == 1 ? "" : "s"), the header has "
            + "\(headers.count).",
          action: "Quote fields that contain the delimiter; keep empty fields.")
      }
      var fields: [String: SourceText] = [:]
      for (column, field) in fieldOfColumn where field < row.count {
        let header = headers[field]
        fields[column] = text(of: field, named: header)
      }
      return TableRow(
        place: SourcePlace(file: file, line: row.line), isRagged: isRagged, fields: fields,
        log: log)
    }
    return nil
  }

  private func text(of field: Int, named header: String) -> SourceText {
    var text = row.text(of: field)
    // Programs that write CSV for spreadsheets put a quote before what a
    // spreadsheet would run as a formula.
    if text.hasPrefix("'"), let second = text.dropFirst().first, "=+-@\t\r".contains(second) {
      text.removeFirst()
    }
    return SourceText(
      text,
      at: SourcePlace(
        file: file, line: row.lines[field], column: row.columns[field], field: header))
  }
}

/// A row of a table with its fields by column name.
struct TableRow {
  /// Where the row begins.
  let place: SourcePlace
  /// True if the number of fields is wrong, so that they may stand under
  /// wrong headers.
  let isRagged: Bool
  fileprivate let fields: [String: SourceText]
  fileprivate let log: ProblemLog

  /// A field that says something, or nil.
  func value(_ column: String) -> SourceText? {
    guard let field = fields[column], !field.text.isEmpty else { return nil }
    return field
  }

  /// True if the file has the column.
  func hasColumn(_ column: String) -> Bool { fields[column] != nil }

  /// The place of a field, or of the row where it has none.
  func place(_ column: String) -> SourcePlace {
    fields[column]?.place ?? place
  }

  /// A field that must say something; reports it when empty.
  func required(_ column: String, expected: String = "") -> SourceText? {
    if let field = value(column) { return field }
    var place = place(column)
    if place.field.isEmpty { place.field = column }
    log.report(
      .valueMissing, at: place, "The field \(quoted(column)) is empty.", expected: expected)
    return nil
  }
}
