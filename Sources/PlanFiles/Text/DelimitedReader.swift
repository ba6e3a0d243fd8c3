/// One row of a delimited file: its fields' bytes one after another, quotes
/// already taken off. A reader fills the same value again and again, so that
/// a row costs no allocation.
struct DelimitedRow {
  /// The line on which the row begins, from 1.
  fileprivate(set) var line = 0
  /// The contents of all fields.
  private(set) var bytes: [UInt8] = []
  /// For each field where its contents end in `bytes`.
  private(set) var ends: [Int] = []
  /// For each field the line it begins on; differs from `line` only after a
  /// field with a line break.
  private(set) var lines: [Int] = []
  /// For each field the character of its line on which it begins, from 1.
  private(set) var columns: [Int] = []

  /// The number of fields.
  var count: Int { ends.count }

  /// The contents of a field; empty beyond the last.
  func bytes(of field: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(field) else { return [] }
    return bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
  }

  /// A field as text.
  func text(of field: Int) -> String {
    String(decoding: bytes(of: field), as: UTF8.self)
  }

  /// A field as text without blanks at its ends, made straight from the
  /// bytes: a log has millions.
  func trimmedText(of field: Int) -> String {
    var bytes = bytes(of: field)
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0A { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True if no field has anything but blanks.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  fileprivate mutating func clear(line: Int) {
    self.line = line
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    columns.removeAll(keepingCapacity: true)
  }

  fileprivate mutating func beginField(line: Int, column: Int) {
    lines.append(line)
    columns.append(column)
  }

  fileprivate mutating func append(_ piece: ArraySlice<UInt8>) { bytes.append(contentsOf: piece) }
  fileprivate mutating func append(_ byte: UInt8) { bytes.append(byte) }
  fileprivate mutating func endField() { ends.append(bytes.count) }
}

/// Reads delimited text (RFC 4180) row by row from a stream of bytes.
///
/// Beyond the standard it takes a byte order mark, line ends of any kind, a
/// comma, semicolon or tab as delimiter (the one the header has most of, or
/// the one a first line `sep=;` names) and rows that are empty.
///
/// - Complexity: O(*n*) in the bytes; memory for one row and one piece.
struct DelimitedReader {
  /// The longest row in bytes.
  static let rowLimit = 1 << 20

  private var source: any ByteSource
  private let file: String
  private let log: ProblemLog
  private var buffer: [UInt8] = []
  private var index = 0
  private var line = 1
  private var column = 1
  private var hasStarted = false
  private var hasEnded = false
  /// True once a problem kept the reader from going on.
  private(set) var hasFailed = false
  private var delimiter = UInt8(ascii: ",")
  private let purpose: String

  /// A reader of `source`; problems name `file`.
  init(_ source: any ByteSource, file: String, neededFor purpose: String, log: ProblemLog) {
    self.source = source
    self.file = file
    self.purpose = purpose
    self.log = log
  }

  /// Reads the next row that has any field; false at the end.
  mutating func next(into row: inout DelimitedRow) -> Bool {
    if !hasStarted { start() }
    while !hasEnded {
      row.clear(line: line)
      var hasHighBytes = false
      guard readFields(of: &row, hasHighBytes: &hasHighBytes) else { return false }
      if hasHighBytes, TextEncoding.firstInvalid(row.bytes) != nil {
        TextEncoding.report(
          TextEncoding.guess(ofInvalid: buffer), at: SourcePlace(file: file, line: row.line),
          to: log)
        fail()
        return false
      }
      if row.count > 1 || !row.isBlank { return true }
    }
    return false
  }

  private mutating func fail() {
    hasEnded = true
    hasFailed = true
  }

  // MARK: Bytes

  /// The next byte without taking it, or nil at the end.
  private mutating func peek() -> UInt8? {
    if index < buffer.count { return buffer[index] }
    do {
      buffer = try source.next()
    } catch {
      log.report(error, file: file, neededFor: purpose)
      buffer = []
      fail()
    }
    index = 0
    return buffer.first
  }

  private mutating func start() {
    hasStarted = true
    takeFirstLine()
    if let guess = TextEncoding.guess(fromStart: buffer) {
      TextEncoding.report(guess, at: SourcePlace(file: file), to: log)
      fail()
      return
    }
    index = TextEncoding.markLength(buffer)
    let firstLine = buffer[index...].prefix { $0 != 0x0A && $0 != 0x0D }
    if firstLine.count == 5, firstLine.starts(with: Array("sep=".utf8)) {
      delimiter = firstLine[firstLine.endIndex - 1]
      index = firstLine.endIndex
      takeLineEnd()
      return
    }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in firstLine.prefix(65_536) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    for candidate in [UInt8(ascii: ";"), 0x09]
    where counts[candidate, default: 0] > counts[delimiter, default: 0] {
      delimiter = candidate
    }
  }

  /// Takes pieces until the first line is whole, which tells the delimiter.
  private mutating func takeFirstLine() {
    var start: [UInt8] = []
    while start.count < 65_536, start.count < 4 || !start.contains(where: { $0 == 0x0A }) {
      index = buffer.count
      guard peek() != nil else { break }
      start += buffer
    }
    buffer = start
    index = 0
  }

  private mutating func takeLineEnd() {
    let first = peek()
    guard first == 0x0A || first == 0x0D else { return }
    index += 1
    if first == 0x0D, peek() == 0x0A { index += 1 }
    line += 1
    column = 1
  }

  // MARK: Fields

  /// Reads one row; false when there is none or the reading must stop.
  private mutating func readFields(
    of row: inout DelimitedRow, hasHighBytes: inout Bool
  ) -> Bool {
    guard peek() != nil else {
      hasEnded = true
      return false
    }
    while true {
      row.beginField(line: line, column: column)
      if peek() == UInt8(ascii: "\"") {
        readQuoted(into: &row, hasHighBytes: &hasHighBytes)
      }
      readPlain(into: &row, hasHighBytes: &hasHighBytes)
      row.endField()
      if row.bytes.count > DelimitedReader.rowLimit {
        log.report(
          .tableRowTooLong, at: SourcePlace(file: file, line: row.line),
          "The row is longer than \(DelimitedReader.rowLimit) bytes.",
          action: "Look for a quote that is never closed.")
        fail()
        return false
      }
      guard peek() == delimiter else {
        takeLineEnd()
        return true
      }
      index += 1
      column += 1
    }
  }

  /// Takes bytes up to the next delimiter or line end.
  private mutating func readPlain(into row: inout DelimitedRow, hasHighBytes: inout Bool) {
    let delimiter = delimiter
    while peek() != nil {
      takeRun(into: &row, hasHighBytes: &hasHighBytes) {
        $0 == delimiter || $0 == 0x0A || $0 == 0x0D
      }
      if index < buffer.count || row.bytes.count > DelimitedReader.rowLimit { return }
    }
  }

  /// Takes the bytes of this piece up to one that ends the run.
  private mutating func takeRun(
    into row: inout DelimitedRow, hasHighBytes: inout Bool, until isEnd: (UInt8) -> Bool
  ) {
    let start = index
    var continuations = 0
    while index < buffer.count {
      let byte = buffer[index]
      if isEnd(byte) { break }
      if byte >= 0x80 {
        hasHighBytes = true
        if byte & 0xC0 == 0x80 { continuations += 1 }
      }
      index += 1
    }
    row.append(buffer[start..<index])
    column += index - start - continuations
  }

  /// Takes a quoted field with its quotes.
  private mutating func readQuoted(into row: inout DelimitedRow, hasHighBytes: inout Bool) {
    let place = SourcePlace(file: file, line: line, column: column)
    index += 1
    column += 1
    while let byte = peek(), row.bytes.count <= DelimitedReader.rowLimit {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        column += 1
        if peek() == UInt8(ascii: "\"") {
          row.append(byte)
          index += 1
          column += 1
          continue
        }
        let next = peek()
        if let next, next != delimiter, next != 0x0A, next != 0x0D {
          log.report(
            .tableQuote, at: SourcePlace(file: file, line: line, column: column),
            "Text follows the closing quote of a field.",
            action: "Write a quote inside a quoted field twice.")
        }
        return
      case 0x0A, 0x0D:
        row.append(0x0A)
        takeLineEnd()
      default:
        takeRun(into: &row, hasHighBytes: &hasHighBytes) {
          $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
      }
    }
    if peek() == nil {
      log.report(
        .tableQuote, at: place, "The quoted field never ends.",
        action: "Close it with a quote, or remove the one at its start.")
    }
  }
}
