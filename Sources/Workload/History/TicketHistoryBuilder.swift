import CivilTime

/// Counts a log of tickets, or of interval rows, into a ``TicketHistory``.
///
/// Rows may come in any order. Memory grows with streams x days, not with
/// rows.
///
///     var builder = TicketHistoryBuilder(intervalMinutes: 30)
///     let billing = builder.index(of: TicketStream(queue: "billing"))
///     builder.add(stream: billing, date: date, minuteOfDay: 615, handleSeconds: 240)
///     let history = builder.history(labels: labels)
public struct TicketHistoryBuilder: Sendable {
  /// Which rows are believed.
  public struct Limits: Equatable, Sendable {
    /// The days taken; rows outside are left out. Nil takes what the log has,
    /// up to ten years around its first row, or around a later one where more
    /// rows turn out to lie elsewhere than there.
    public var dates: ClosedRange<CivilDate>?
    /// Handle times above this many seconds are ignored as faults of a clock.
    public var longestHandleSeconds: Double
    /// Days that are known to be missing from the log.
    public var missingDates: [CivilDate]

    /// Limits; without arguments those documented at the properties, with
    /// eight hours as the longest handle time.
    public init(
      dates: ClosedRange<CivilDate>? = nil, longestHandleSeconds: Double = 28_800,
      missingDates: [CivilDate] = []
    ) {
      self.dates = dates
      self.longestHandleSeconds = longestHandleSeconds
      self.missingDates = missingDates
    }
  }

  private struct Counts {
    var arrivals: [Double] = []
    var handled: [Double] = []
    var seconds: [Double] = []
  }

  private let intervalMinutes: Int
  private let limits: Limits
  private var streams: [TicketStream] = []
  private var indexByStream: [TicketStream: Int] = [:]
  private var counts: [Counts] = []
  private var missingIntervals: [Bool] = []
  /// The day number at position 0 of the arrays, with room to spare on both
  /// sides of the days seen.
  private var base = 0
  private var capacityDays = 0
  private var seenDays: ClosedRange<Int>?
  private var outsideCount = 0
  /// Rows taken, and rows outside since the first of them.
  private var takenCount = 0
  private var strayCount = 0
  private var rejectedCount = 0
  private var negativeCount = 0
  private var longCount = 0
  private var notes: [HistoryTreatment] = []

  private static let longestSpanDays = 3_660
  private static let shortDays = 28

  /// A builder, or nil if the interval is none of
  /// ``DemandAxis/allowedIntervalMinutes``.
  public init?(intervalMinutes: Int, limits: Limits = Limits()) {
    guard DemandAxis.allowedIntervalMinutes.contains(intervalMinutes) else { return nil }
    self.intervalMinutes = intervalMinutes
    self.limits = limits
    if let dates = limits.dates {
      // Of more days than that the newest count.
      let last = dates.upperBound.dayNumber
      base = max(dates.lowerBound.dayNumber, last - Self.longestSpanDays)
      seenDays = base...last
      capacityDays = last - base + 1
    }
  }

  /// Something that whoever reads the log did to it, to be listed with the
  /// rest.
  public mutating func note(_ treatment: HistoryTreatment) { notes.append(treatment) }

  /// The number under which a stream's rows are added; the same for equal
  /// streams.
  public mutating func index(of stream: TicketStream) -> Int {
    if let index = indexByStream[stream] { return index }
    let index = streams.count
    streams.append(stream)
    indexByStream[stream] = index
    let size = capacityDays * intervalsPerDay
    let zeros = Array(repeating: 0.0, count: size)
    counts.append(Counts(arrivals: zeros, handled: zeros, seconds: zeros))
    if missingIntervals.count < size {
      missingIntervals = Array(repeating: false, count: size)
    }
    return index
  }

  /// Counts one ticket of a stream.
  ///
  /// - Parameters:
  ///   - stream: A number from ``index(of:)``; others are rejected.
  ///   - date: The day it was created.
  ///   - minuteOfDay: 0 to 1,439.
  ///   - handleSeconds: Its handle time, or nil if unknown.
  ///   - weight: How many arrivals the row stands for, above 0.
  /// - Complexity: O(1), amortised.
  public mutating func add(
    stream: Int, date: CivilDate, minuteOfDay: Int, handleSeconds: Double?, weight: Double = 1
  ) {
    guard streams.indices.contains(stream), (0..<1_440).contains(minuteOfDay), weight > 0,
      weight.isFinite
    else {
      rejectedCount += 1
      return
    }
    guard reserve(dayNumber: date.dayNumber) else {
      outsideCount += 1
      return
    }
    let position = (date.dayNumber - base) * intervalsPerDay + minuteOfDay / intervalMinutes
    counts[stream].arrivals[position] += weight
    guard let handleSeconds, !handleSeconds.isNaN else { return }
    if handleSeconds < 0 {
      negativeCount += 1
    } else if handleSeconds > limits.longestHandleSeconds {
      longCount += 1
    } else {
      counts[stream].handled[position] += weight
      counts[stream].seconds[position] += weight * handleSeconds
    }
  }

  /// Counts one ticket. An abandoned ticket counts as an arrival; its handle
  /// time is not learned from.
  public mutating func add(_ ticket: Ticket) {
    add(
      stream: index(of: ticket.stream), date: ticket.date, minuteOfDay: ticket.minuteOfDay,
      handleSeconds: ticket.isAbandoned ? nil : ticket.handleSeconds, weight: ticket.weight)
  }

  /// Counts one row of an interval history. A row that says it is missing
  /// makes its interval unknown for all streams. One that passes midnight, as
  /// hours of another zone do, is divided there.
  public mutating func add(_ record: IntervalRecord) {
    let room = 1_440 - record.startMinuteOfDay
    if (1...1_440).contains(room), record.minutes > room, record.minutes <= 2_880 {
      let share = Double(room) / Double(record.minutes)
      var (head, tail) = (record, record)
      head.minutes = room
      head.arrivals = record.arrivals * share
      head.handledCount = record.handledCount.map { $0 * share }
      tail.date = record.date.adding(days: 1)
      tail.startMinuteOfDay = 0
      tail.minutes = record.minutes - room
      tail.arrivals = record.arrivals - head.arrivals
      tail.handledCount = record.handledCount.map { $0 * (1 - share) }
      add(head)
      add(tail)
      return
    }
    let stream = index(of: record.stream)
    let start = record.startMinuteOfDay
    let minutes = max(1, record.minutes)
    guard (0..<1_440).contains(start), start + minutes <= 1_440, record.arrivals >= 0,
      record.arrivals.isFinite
    else {
      rejectedCount += 1
      return
    }
    guard reserve(dayNumber: record.date.dayNumber) else {
      outsideCount += 1
      return
    }
    let day = (record.date.dayNumber - base) * intervalsPerDay
    let first = start / intervalMinutes
    let last = (start + minutes - 1) / intervalMinutes
    let share = 1 / Double(last - first + 1)
    for position in day + first...day + last {
      if record.isMissing {
        missingIntervals[position] = true
        continue
      }
      counts[stream].arrivals[position] += record.arrivals * share
    }
    guard !record.isMissing, let seconds = record.meanHandleSeconds, !seconds.isNaN else { return }
    if seconds < 0 {
      negativeCount += 1
    } else if seconds > limits.longestHandleSeconds {
      longCount += 1
    } else {
      let handled = max(0, record.handledCount ?? record.arrivals) * share
      for position in day + first...day + last {
        counts[stream].handled[position] += handled
        counts[stream].seconds[position] += handled * seconds
      }
    }
  }

  /// The history counted so far, or nil if there was no usable row.
  ///
  /// - Parameter labels: Special days of the past; ordinary days without any
  ///   row are taken as missing when their weekday is usually busy.
  public func history(labels: [CivilDate: DayLabel] = [:]) -> TicketHistory? {
    guard let seenDays, !streams.isEmpty,
      let axis = DemandAxis(
        firstDate: CivilDate(dayNumber: seenDays.lowerBound), dayCount: seenDays.count,
        intervalMinutes: intervalMinutes)
    else { return nil }
    let offset = (seenDays.lowerBound - base) * intervalsPerDay
    var treatments = notes + rowTreatments
    var coverage = knownCoverage(axis: axis, offset: offset, treatments: &treatments)
    var series = streams.indices.map { index in
      var series = DemandSeries(name: streams[index].queue, axis: axis)
      for interval in 0..<axis.intervalCount {
        let position = offset + interval
        series.add(
          arrivals: counts[index].arrivals[position], handled: counts[index].handled[position],
          seconds: counts[index].seconds[position], interval: interval)
      }
      return series
    }
    var total = DemandSeries(name: "", axis: axis)
    for part in series { total.add(part) }
    total.coverage = coverage
    treatments += total.markMissingDays(labels: labels)
    coverage = total.coverage
    let known = axis.dayCount - coverage.count { $0 == .missing }
    if known < Self.shortDays {
      treatments.append(
        HistoryTreatment(
          action: .historyIsShort, count: known,
          reason: "known, too few to tell weekdays apart well: eight weeks or more are wanted")
      )
    }
    for index in series.indices { series[index].coverage = coverage }
    let order = streams.indices.sorted { streams[$0] < streams[$1] }
    return TicketHistory(
      axis: axis, streams: order.map { (streams[$0], series[$0]) }, treatments: treatments)
  }

  private var intervalsPerDay: Int { 1_440 / intervalMinutes }

  /// Makes room for a row's day, or says that it is out of bounds.
  private mutating func reserve(dayNumber: Int) -> Bool {
    if limits.dates != nil { return seenDays?.contains(dayNumber) ?? false }
    guard let seenDays else {
      start(at: dayNumber)
      return true
    }
    if widen(seenDays, to: dayNumber) {
      takenCount += 1
      return true
    }
    strayCount += 1
    guard strayCount > takenCount else { return false }
    // The rows taken were the stray ones, such as a first row of 1970.
    outsideCount += takenCount
    start(at: dayNumber)
    return true
  }

  /// Begins with a day, and forgets the rows taken before.
  private mutating func start(at dayNumber: Int) {
    for index in counts.indices { counts[index] = Counts() }
    missingIntervals = []
    base = dayNumber - 32
    capacityDays = 0
    grow(before: 0, after: 128)
    seenDays = dayNumber...dayNumber
    takenCount = 1
    strayCount = 0
  }

  /// Widens the span of days to a day if it does not become too long.
  private mutating func widen(_ seen: ClosedRange<Int>, to dayNumber: Int) -> Bool {
    if seen.contains(dayNumber) { return true }
    let wider = min(seen.lowerBound, dayNumber)...max(seen.upperBound, dayNumber)
    guard wider.count <= Self.longestSpanDays else { return false }
    seenDays = wider
    if dayNumber < base {
      grow(before: max(base - dayNumber, capacityDays), after: 0)
    } else if dayNumber >= base + capacityDays {
      grow(before: 0, after: max(dayNumber - base - capacityDays + 1, capacityDays))
    }
    return true
  }

  private mutating func grow(before: Int, after: Int) {
    let front = Array(repeating: 0.0, count: before * intervalsPerDay)
    let back = Array(repeating: 0.0, count: after * intervalsPerDay)
    for index in counts.indices {
      counts[index].arrivals = front + counts[index].arrivals + back
      counts[index].handled = front + counts[index].handled + back
      counts[index].seconds = front + counts[index].seconds + back
    }
    missingIntervals =
      front.map { _ in false } + missingIntervals
      + Array(repeating: false, count: back.count)
    base -= before
    capacityDays += before + after
  }

  /// What the log itself and the caller say is missing.
  private func knownCoverage(
    axis: DemandAxis, offset: Int, treatments: inout [HistoryTreatment]
  ) -> [DayCoverage] {
    var coverage = Array(repeating: DayCoverage.observed, count: axis.dayCount)
    var missing: [CivilDate] = []
    for (day, date) in axis.dates.enumerated() {
      let spans = missingSpans(from: offset + day * intervalsPerDay)
      let missingCount = spans.reduce(0) { $0 + $1.count }
      if limits.missingDates.contains(date) || missingCount == intervalsPerDay {
        coverage[day] = .missing
        missing.append(date)
      } else if !spans.isEmpty {
        coverage[day] = .faulty(spans)
        for span in spans {
          treatments.append(
            HistoryTreatment(
              action: .spanTakenAsFaulty, firstDate: date, lastDate: date,
              minutesOfDay: span.lowerBound * intervalMinutes..<span.upperBound * intervalMinutes,
              count: span.count, reason: "the log marks these intervals as missing"))
        }
      }
    }
    for run in missing.runs() {
      treatments.append(
        HistoryTreatment(
          action: .dayTakenAsMissing, firstDate: run.first, lastDate: run.last,
          count: run.first.days(until: run.last) + 1,
          reason: "the plan or the log marks these days as missing"))
    }
    return coverage
  }

  /// The runs of missing intervals in the day that starts at `position`.
  private func missingSpans(from position: Int) -> [Range<Int>] {
    missingIntervals[position..<position + intervalsPerDay].indices(where: \.self).ranges
      .map { $0.lowerBound - position..<$0.upperBound - position }
  }

  private var rowTreatments: [HistoryTreatment] {
    let all: [(HistoryTreatment.Action, Int, String)] = [
      (.rowsOutsideDates, outsideCount, "dated outside the history's days"),
      (.rowsRejected, rejectedCount, "a time of day, count or weight that cannot be"),
      (.negativeHandleTimesIgnored, negativeCount, "a handle time below zero"),
      (
        .longHandleTimesIgnored, longCount,
        "a handle time above \(limits.longestHandleSeconds) seconds"
      ),
    ]
    return all.filter { $0.1 > 0 }.map {
      HistoryTreatment(action: $0.0, count: $0.1, reason: $0.2)
    }
  }
}
