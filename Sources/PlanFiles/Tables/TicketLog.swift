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

  private var section: HistorySection
  private let log: ProblemLog
  private var builder: TicketHistoryBuilder
  private var converter: ClockConverter
  private var header = HeaderMapFields()
  private var tally = TicketLogTally()
  private var repeated = RepeatedRows()
  private let planZone: String
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
    var id: Int?
    var end: Int?
    var afterWork: Int?
    var wait: Int?
    var satisfaction: Int?
    var reopened: Int?
  }

  /// How the tickets went, where that was asked for.
  private(set) var outcomes: OutcomeCounts?

  /// Counts also how the tickets of some classes went.
  mutating func countsOutcomes(of classes: [WorkloadClass]) {
    outcomes = OutcomeCounts(classes: classes)
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
    planZone = zone
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
    guard readHeader(&reader, &row) else { return nil }
    while reader.next(into: &row) {
      tally.rowCount += 1
      switch section.kind {
      case .tickets: addTicket(row)
      case .intervals: addInterval(row)
      }
    }
    addWaiting()
    guard !reader.hasFailed else { return nil }
    let isRemoved = section.kind == .intervals || header.id != nil
    tally.report(section, removesRepeated: isRemoved, log: log).forEach { builder.note($0) }
    return builder.history(labels: labels)
  }

  private mutating func readHeader(
    _ reader: inout DelimitedReader, _ row: inout DelimitedRow
  ) -> Bool {
    guard reader.next(into: &row) else {
      if !reader.hasFailed {
        let schema: TableSchema = section.kind == .tickets ? .tickets : .intervals
        log.report(
          .tableEmpty, at: SourcePlace(file: section.file), "The file is empty.",
          expected: "a header row with \(listed(schema.columns.filter(\.isRequired).map(\.name)))")
      }
      return false
    }
    let isHeaderless = recogniseLayout(row)
    let names = isHeaderless ? section.preset?.impliedHeaders ?? [] : []
    let headers = (0..<row.count).map { field in
      SourceText(
        isHeaderless ? (names.indices.contains(field) ? names[field] : "") : row.text(of: field),
        at: SourcePlace(file: section.file, line: row.line, column: row.columns[field]))
    }
    let schema: TableSchema = section.kind == .tickets ? .tickets : .intervals
    let map = HeaderMap(
      headers, place: SourcePlace(file: section.file, line: row.line), schema: schema,
      chosen: chosenColumns(headers), reportsUnknown: false, log: log)
    let field = map.fieldOfColumn
    header.id = field["id"]
    header.end = field["end"]
    header.afterWork = field["after-work"]
    header.wait = field["wait"]
    header.satisfaction = field["satisfaction"]
    header.reopened = field["reopened"]
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
    if isHeaderless, map.isComplete {
      // The first row is data too.
      tally.rowCount += 1
      addInterval(row)
    }
    return map.isComplete
  }

  /// Finds out whose export this is, from the plan or from its first row, and
  /// says so; true for a layout without a header row.
  private mutating func recogniseLayout(_ row: DelimitedRow) -> Bool {
    let headers = (0..<row.count).map { row.text(of: $0) }
    if section.preset == nil {
      let found =
        HistoryPreset.recognised(headers)
        ?? HistoryPreset.all.first { $0.fitsHeaderless(row, timestamps: TimestampParser()) }
      guard let found, !section.kindIsStated || found.kind == section.kind else { return false }
      section.preset = found
      section.kind = found.kind
      if !section.zoneIsStated, let zone = found.zone {
        section.zone = zone
        converter = ClockConverter(from: zone, to: planZone)
      }
      let zone = found.zone.map { ", times in \($0)" } ?? ""
      builder.note(
        HistoryTreatment(
          action: .layoutRecognised, subject: section.file, count: 1,
          reason: "read as an export of \(found.title)\(zone); workload.history.preset and columns "
            + "say otherwise"))
    }
    guard let preset = section.preset, preset.isHeaderless else { return false }
    return preset.fitsHeaderless(row, timestamps: TimestampParser())
  }

  /// The headers of columns: those that the plan names, then those of the
  /// layout that the file has.
  private func chosenColumns(_ headers: [SourceText]) -> [String: SourceText] {
    var chosen = section.columns
    for (column, names) in section.preset?.columns ?? [] where chosen[column] == nil {
      let wanted = names.map(TableSchema.normalized)
      for name in wanted {
        guard let header = headers.first(where: { TableSchema.normalized($0.text) == name }) else {
          continue
        }
        chosen[column] = header
        break
      }
    }
    return chosen
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
    guard isInTime(date, row) else { return }
    guard weight > 0 else { return }
    if let id = header.id, !row.bytes(of: id).isEmpty {
      if repeated.isRepeated(row.bytes(of: id), row.bytes(of: header.time ?? 0)) {
        tally.repeatedCount += 1
        return
      }
    } else if repeated.isRepeated(row.bytes[...]) {
      tally.repeatedCount += 1
    }
    let stream = stream(of: row)
    let handle = isAbandoned ? nil : seconds(row, header.handle)
    builder.add(
      stream: index(of: stream), date: date, minuteOfDay: minute, handleSeconds: handle,
      weight: weight)
    guard outcomes != nil, section.dates?.contains(date) ?? true else { return }
    let outcome = TicketOutcome(
      stream: stream, date: date, minuteOfDay: minute, handleSeconds: handle,
      waitSeconds: seconds(row, header.wait), isAbandoned: isAbandoned,
      satisfaction: header.satisfaction.flatMap { VerdictText.value(of: text(row, $0)) },
      reopened: header.reopened.flatMap { VerdictText.count(of: text(row, $0)) })
    outcomes?.add(outcome)
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
    guard isInTime(date, row) else { return }
    if repeated.isRepeated(row.bytes[...]) {
      tally.repeatedCount += 1
      return
    }
    let handled = header.handled.flatMap { parsedNumber(text(row, $0)) }
    var mean = seconds(row, header.handle)
    if mean == nil, let total = seconds(row, header.totalHandle) {
      let contacts = handled ?? count
      mean = contacts > 0 ? total / contacts : nil
    }
    if let work = seconds(row, header.afterWork) { mean = mean.map { $0 + work } ?? work }
    var minutes = rowMinutes
    if header.end != nil, let start = timestamp(row, header.time),
      let end = timestamp(row, header.end)
    {
      let days = start.date.days(until: end.date)
      minutes = days * 1_440 + (end.secondOfDay - start.secondOfDay) / 60
      isLengthKnown = true
    }
    let record = IntervalRecord(
      stream: limited(stream(of: row)), date: date, startMinuteOfDay: minute, minutes: minutes,
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
    guard let moment = timestamp(row, field) else {
      tally.add(unreadTime: row.bytes(of: field))
      reject(row, field: field, "is not a day and time")
      return nil
    }
    let (date, minute) = converter.convert(moment)
    return (date, minute)
  }

  private func timestamp(_ row: DelimitedRow, _ field: Int?) -> Timestamp? {
    guard let field else { return nil }
    let bytes = row.bytes(of: field)
    for parser in section.timestamps {
      if let moment = parser.parse(bytes) { return moment }
    }
    return nil
  }

  /// False, and counted, for a row after the last day used.
  private mutating func isInTime(_ date: CivilDate, _ row: DelimitedRow) -> Bool {
    guard date > section.lastDate else { return true }
    tally.addLate(line: row.line, text: row.trimmedText(of: header.time ?? 0))
    return false
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
      let isHours = parts.count == 2 && section.preset?.handlesAreHoursAndMinutes == true
      return isHours ? total * 60 : total
    }
    return parsedSpan(text).map { Double($0.seconds) }
  }

  private mutating func reject(_ row: DelimitedRow, field: Int, _ fault: String) {
    let value = row.text(of: field)
    let hasField = row.columns.indices.contains(field)
    let problem = PlanProblem(
      code: .historyIgnored, file: section.file, line: hasField ? row.lines[field] : row.line,
      column: hasField ? row.columns[field] : 0, value: value,
      message: "\(quoted(value)) \(fault); the row is left out.")
    log.add(problem)
    tally.add(bad: problem)
  }
}
