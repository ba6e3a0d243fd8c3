import CivilTime
import Foundation
import Workload

/// Reads the ticket history into a `TicketHistoryBuilder`, row by row.
///
/// Rows whose time or count cannot be read are left out with a warning each;
/// where they are more than one in twenty the file as a whole is taken to be
/// misunderstood, which is an error.
///
/// - Complexity: O(*n*) in the bytes of the file; memory for a row, the names
///   of the streams and the counts of the days.
struct TicketLog {
  /// Streams beyond this many are counted as one, so that a column of free
  /// text named as the queue does not fill the memory.
  static let streamLimit = 2_000

  private let section: HistorySection
  private let log: ProblemLog
  private var builder: TicketHistoryBuilder
  private var converter: ClockConverter
  private var header = HeaderMapFields()
  private var rowCount = 0
  private var badCount = 0
  private var firstBad: PlanProblem?
  private var lateCount = 0
  private var indexOfStream: [TicketStream: Int] = [:]
  /// Interval rows held back until their length is known.
  private var waiting: [IntervalRecord] = []
  private var isLengthKnown = false
  private var rowMinutes = 60

  /// The positions of the columns in a row.
  private struct HeaderMapFields {
    var time: Int?
    var queue: Int?
    var urgency: Int?
    var channel: Int?
    var handle: Int?
    var outcome: Int?
    var count: Int?
    var handled: Int?
    var totalHandle: Int?
    var missing: Int?
  }

  /// A reader of a history, or nil if the interval is none that there is.
  init?(_ section: HistorySection, intervalMinutes: Int, zone: String, log: ProblemLog) {
    let limits = TicketHistoryBuilder.Limits(
      dates: section.dates, longestHandleSeconds: section.longestHandleSeconds,
      missingDates: section.missingDates)
    guard
      let builder = TicketHistoryBuilder(intervalMinutes: intervalMinutes, limits: limits)
    else { return nil }
    self.builder = builder
    self.section = section
    self.log = log
    converter = ClockConverter(from: section.zone, to: zone)
  }

  /// Reads all rows and counts them; nil if there is nothing to learn from.
  mutating func history(
    from source: any ByteSource, labels: [CivilDate: DayLabel]
  ) -> TicketHistory? {
    let schema: TableSchema = section.kind == .tickets ? .tickets : .intervals
    var reader = DelimitedReader(
      source, file: section.file, neededFor: schema.summary, log: log)
    var row = DelimitedRow()
    guard readHeader(&reader, &row, schema: schema) else { return nil }
    while reader.next(into: &row) {
      rowCount += 1
      switch section.kind {
      case .tickets: addTicket(row)
      case .intervals: addInterval(row)
      }
    }
    addWaiting()
    guard !reader.hasFailed else { return nil }
    reportRows()
    return builder.history(labels: labels)
  }

  private mutating func readHeader(
    _ reader: inout DelimitedReader, _ row: inout DelimitedRow, schema: TableSchema
  ) -> Bool {
    guard reader.next(into: &row) else {
      if !reader.hasFailed {
        log.report(
          .tableEmpty, at: SourcePlace(file: section.file), "The file is empty.",
          expected: "a header row with \(listed(schema.columns.filter(\.isRequired).map(\.name)))")
      }
      return false
    }
    let headers = (0..<row.count).map { field in
      SourceText(
        row.text(of: field),
        at: SourcePlace(file: section.file, line: row.line, column: row.columns[field]))
    }
    let map = HeaderMap(
      headers, place: SourcePlace(file: section.file, line: row.line), schema: schema,
      chosen: section.columns, reportsUnknown: false, log: log)
    let field = map.fieldOfColumn
    header.time = field[section.kind == .tickets ? "created" : "start"]
    header.queue = field["queue"]
    header.urgency = field["urgency"]
    header.channel = field["channel"]
    header.handle = field["handle"]
    header.outcome = field["outcome"]
    header.count = field[section.kind == .tickets ? "count" : "arrivals"]
    header.handled = field["handled"]
    header.totalHandle = field["total-handle"]
    header.missing = field["missing"]
    if header.outcome == nil, !section.abandoned.isEmpty || !section.leftOut.isEmpty {
      log.report(
        .columnMissing, at: SourcePlace(file: section.file, line: row.line, field: "outcome"),
        "The plan names outcomes, and there is no column \"outcome\".",
        action: "Name it under workload.history.columns.outcome.")
    }
    return map.isComplete
  }

  // MARK: Rows

  private mutating func addTicket(_ row: DelimitedRow) {
    guard let (date, minute) = moment(row) else { return }
    var isAbandoned = false
    if header.outcome != nil, !section.abandoned.isEmpty || !section.leftOut.isEmpty {
      let outcome = text(row, header.outcome)
      if section.leftOut.contains(outcome) { return }
      isAbandoned = section.abandoned.contains(outcome)
    }
    var weight = 1.0
    if let field = header.count, !row.bytes(of: field).isEmpty {
      guard let count = parsedNumber(row.trimmedText(of: field)), count >= 0 else {
        reject(row, field: field, "is not a count")
        return
      }
      weight = count
    }
    guard date <= section.lastDate else {
      lateCount += 1
      return
    }
    guard weight > 0 else { return }
    builder.add(
      stream: index(of: stream(of: row)), date: date, minuteOfDay: minute,
      handleSeconds: isAbandoned ? nil : seconds(row, header.handle), weight: weight)
  }

  private mutating func addInterval(_ row: DelimitedRow) {
    guard let (date, minute) = moment(row) else { return }
    let isMissing = ["1", "true", "yes", "是"].contains(text(row, header.missing).lowercased())
    let countText = text(row, header.count)
    let count = countText.isEmpty && isMissing ? 0 : parsedNumber(countText)
    guard let count, count >= 0 else {
      reject(row, field: header.count ?? 0, "is not a number of arrivals")
      return
    }
    guard date <= section.lastDate else {
      lateCount += 1
      return
    }
    let handled = header.handled.flatMap { parsedNumber(text(row, $0)) }
    var mean = seconds(row, header.handle)
    if mean == nil, let total = seconds(row, header.totalHandle) {
      let contacts = handled ?? count
      mean = contacts > 0 ? total / contacts : nil
    }
    let record = IntervalRecord(
      stream: limited(stream(of: row)), date: date, startMinuteOfDay: minute, minutes: rowMinutes,
      arrivals: count, handledCount: handled, meanHandleSeconds: mean, isMissing: isMissing)
    guard isLengthKnown else {
      waiting.append(record)
      if waiting.count == 500 { addWaiting() }
      return
    }
    builder.add(record)
  }

  /// Adds the rows held back until the length of the log's intervals shows:
  /// the greatest step that all their starts are multiples of.
  private mutating func addWaiting() {
    let step = waiting.reduce(60) { step, record in
      var (left, right) = (step, record.startMinuteOfDay)
      while right != 0 { (left, right) = (right, left % right) }
      return left
    }
    rowMinutes = max(1, step)
    isLengthKnown = true
    for var record in waiting {
      record.minutes = rowMinutes
      builder.add(record)
    }
    waiting = []
  }

  private func text(_ row: DelimitedRow, _ field: Int?) -> String {
    field.map { row.trimmedText(of: $0) } ?? ""
  }

  private mutating func moment(_ row: DelimitedRow) -> (CivilDate, Int)? {
    let field = header.time ?? 0
    guard let moment = section.timestamps.parse(row.bytes(of: field)) else {
      reject(row, field: field, "is not a day and time")
      return nil
    }
    let (date, minute) = converter.convert(moment)
    return (date, minute)
  }

  private func stream(of row: DelimitedRow) -> TicketStream {
    TicketStream(
      queue: text(row, header.queue), urgency: text(row, header.urgency),
      channel: text(row, header.channel))
  }

  /// The number of a row's stream in the builder.
  private mutating func index(of stream: TicketStream) -> Int {
    if let index = indexOfStream[stream] { return index }
    let limited = limited(stream)
    let index = builder.index(of: limited)
    indexOfStream[limited] = index
    return index
  }

  private mutating func limited(_ stream: TicketStream) -> TicketStream {
    if indexOfStream[stream] != nil { return stream }
    if indexOfStream.count >= TicketLog.streamLimit { return TicketStream(queue: "(others)") }
    indexOfStream[stream] = builder.index(of: stream)
    return stream
  }

  /// A handle time: a number in the plan's unit, a length such as `6m30s`, or
  /// `0:06:30`.
  private func seconds(_ row: DelimitedRow, _ field: Int?) -> Double? {
    guard let field else { return nil }
    let text = row.trimmedText(of: field)
    guard !text.isEmpty else { return nil }
    if let number = parsedNumber(text) { return number * section.handleUnitSeconds }
    if text.contains(":") {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map {
        parsedNumber($0)
      }
      guard (2...3).contains(parts.count) else { return nil }
      var total = 0.0
      for part in parts {
        guard let part, part >= 0 else { return nil }
        total = total * 60 + part
      }
      return total
    }
    return parsedSpan(text).map { Double($0.seconds) }
  }

  // MARK: What is left out

  private mutating func reject(_ row: DelimitedRow, field: Int, _ fault: String) {
    badCount += 1
    let value = row.text(of: field)
    let hasField = row.columns.indices.contains(field)
    let problem = PlanProblem(
      code: .historyIgnored, file: section.file, line: hasField ? row.lines[field] : row.line,
      column: hasField ? row.columns[field] : 0, value: value,
      message: "\(quoted(value)) \(fault); the row is left out.")
    log.add(problem)
    if firstBad == nil { firstBad = problem }
  }

  private func reportRows() {
    if rowCount == 0 {
      log.report(
        .tableEmpty, at: SourcePlace(file: section.file), "The history has no rows.",
        expected: "one row a ticket or interval")
    }
    if let first = firstBad, badCount * 20 > rowCount {
      log.report(
        .badDate,
        at: SourcePlace(file: first.file, line: first.line, column: first.column),
        value: first.value,
        "\(badCount) of \(rowCount) rows cannot be read; the first says \(quoted(first.value)).",
        expected: "times such as 2026-02-16 08:30",
        action: "Name the format under workload.history.date-format, and the column under "
          + "workload.history.columns.")
    }
    if lateCount > 0, !section.endIsStated {
      log.report(
        .historyIgnored, at: SourcePlace(file: section.file),
        "Rows dated after \(section.lastDate) are left out: \(lateCount).")
    }
  }
}
