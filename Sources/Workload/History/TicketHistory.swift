import CivilTime

/// The counted past of a team: arrivals and handle times of every stream of
/// tickets per interval, what is known of each day, and what was done to the
/// log to get there.
public struct TicketHistory: Equatable, Sendable {
  /// The days and intervals covered.
  public let axis: DemandAxis
  /// One series a stream, ordered by stream.
  public let streams: [(stream: TicketStream, series: DemandSeries)]
  /// What was done to the log, in a fixed order.
  public let treatments: [HistoryTreatment]

  init(
    axis: DemandAxis, streams: [(stream: TicketStream, series: DemandSeries)],
    treatments: [HistoryTreatment]
  ) {
    self.axis = axis
    self.streams = streams
    self.treatments = treatments
  }

  public static func == (left: TicketHistory, right: TicketHistory) -> Bool {
    left.axis == right.axis && left.treatments == right.treatments
      && left.streams.elementsEqual(right.streams) {
        $0.stream == $1.stream && $0.series == $1.series
      }
  }

  /// The arrivals of all streams together.
  public func total(named name: String) -> DemandSeries {
    var sum = DemandSeries(name: name, axis: axis)
    for entry in streams { sum.add(entry.series) }
    if let first = streams.first { sum.coverage = first.series.coverage }
    return sum
  }

  /// One series a workload class, in the order of the classes. A stream goes
  /// to the first class that takes it.
  ///
  /// - Parameter labels: Holidays and other special days of the past: a class
  ///   without tickets on such a day was quiet, on an ordinary day its log is
  ///   taken as missing when the class is otherwise busy.
  ///   Faults are looked for on ordinary days too.
  /// - Parameter trusted: Days whose log is right although it looks odd.
  /// - Returns: The series, and the treatments they needed, among them the
  ///   streams that no class takes.
  public func series(
    for classes: [WorkloadClass], labels: [CivilDate: DayLabel],
    trusted: Set<CivilDate> = []
  ) -> (series: [DemandSeries], treatments: [HistoryTreatment]) {
    var sums = classes.map { DemandSeries(name: $0.name, axis: axis) }
    var found: [HistoryTreatment] = []
    for entry in streams {
      guard let owner = classes.firstIndex(where: { $0.takes.takes(entry.stream) }) else {
        let count = entry.series.arrivals.reduce(0, +)
        let parts = [entry.stream.queue, entry.stream.urgency, entry.stream.channel]
        found.append(
          HistoryTreatment(
            action: .rowsWithoutClass,
            subject: parts.filter { !$0.isEmpty }.joined(separator: " / "),
            count: Int(min(count, 1e15).rounded()), reason: "no workload class takes these tickets")
        )
        continue
      }
      sums[owner].add(entry.series)
    }
    for index in sums.indices {
      if let first = streams.first { sums[index].coverage = first.series.coverage }
      found += sums[index].markMissingDays(labels: labels)
      found += sums[index].markFaults(labels: labels, trusted: trusted)
    }
    return (sums, found)
  }
}

extension TicketHistory {
  /// What the log as a whole tells of each day.
  public var coverage: [DayCoverage] { streams.first?.series.coverage ?? [] }
}

extension DemandSeries {
  /// Several series of one axis added up, or nil if there are none.
  ///
  /// - Parameter coverage: What is known of each day of the sum.
  public static func sum(
    of series: [DemandSeries], named name: String, coverage: [DayCoverage]
  ) -> DemandSeries? {
    guard let first = series.first else { return nil }
    var sum = DemandSeries(name: name, axis: first.axis)
    for part in series where part.axis == first.axis { sum.add(part) }
    if coverage.count == first.axis.dayCount { sum.coverage = coverage }
    return sum
  }

  /// Adds another series of the same axis, interval by interval.
  mutating func add(_ other: DemandSeries) {
    for interval in other.arrivals.indices {
      add(
        arrivals: other.arrivals[interval], handled: other.handledCounts[interval],
        seconds: other.handleSeconds[interval], interval: interval)
    }
  }

  /// Takes days without any arrival as missing where the log is busy
  /// otherwise: runs of them with a week or more of ordinary days (the log has
  /// a hole, or begins later for this queue), and single ordinary days whose
  /// weekday is busy. Busy is a median of at least ten arrivals, so that an
  /// empty day by chance is out of the question (below 1 in 20,000).
  ///
  /// - Returns: What was done, one treatment a run of days.
  mutating func markMissingDays(labels: [CivilDate: DayLabel]) -> [HistoryTreatment] {
    markLongGaps(labels: labels) + markEmptyDays(labels: labels)
  }

  private mutating func markLongGaps(labels: [CivilDate: DayLabel]) -> [HistoryTreatment] {
    let isOrdinary = axis.dates.map { labels[$0, default: .ordinary] == .ordinary }
    let isEmpty = (0..<axis.dayCount).map { coverage[$0] == .observed && total(ofDay: $0) == 0 }
    let busy = (0..<axis.dayCount).filter { isOrdinary[$0] && total(ofDay: $0) > 0 }
      .map { total(ofDay: $0) }
    guard median(of: busy) >= 10 else { return [] }
    var found: [HistoryTreatment] = []
    var day = 0
    while day < axis.dayCount {
      guard isEmpty[day] else {
        day += 1
        continue
      }
      let first = day
      while day < axis.dayCount, isEmpty[day] { day += 1 }
      guard (first..<day).count(where: { isOrdinary[$0] }) >= 7 else { continue }
      for index in first..<day { coverage[index] = .missing }
      found.append(
        HistoryTreatment(
          action: .dayTakenAsMissing, subject: name, firstDate: axis.firstDate.adding(days: first),
          lastDate: axis.firstDate.adding(days: day - 1), count: day - first,
          reason: "no rows for a week or longer; the demand of these days is unknown, not zero"))
    }
    return found
  }

  private mutating func markEmptyDays(labels: [CivilDate: DayLabel]) -> [HistoryTreatment] {
    var totalsByWeekday = Array(repeating: [Double](), count: 7)
    for (day, date) in axis.dates.enumerated() where coverage[day] == .observed {
      if labels[date, default: .ordinary] == .ordinary {
        totalsByWeekday[date.weekday.index].append(total(ofDay: day))
      }
    }
    // Zeros are what is in question, so the usual day is taken without them;
    // a weekday that is mostly empty is a day off, not a hole in the log.
    let usual = totalsByWeekday.map { totals in
      let busy = totals.filter { $0 > 0 }.sorted()
      return busy.count * 2 >= totals.count && !busy.isEmpty ? busy[busy.count / 2] : 0
    }
    var missing: [CivilDate] = []
    for (day, date) in axis.dates.enumerated()
    where coverage[day] == .observed && labels[date, default: .ordinary] == .ordinary
      && total(ofDay: day) == 0 && usual[date.weekday.index] >= 10
    {
      coverage[day] = .missing
      missing.append(date)
    }
    return missing.runs().map { first, last in
      HistoryTreatment(
        action: .dayTakenAsMissing, subject: name, firstDate: first, lastDate: last,
        count: first.days(until: last) + 1,
        reason: "no rows on days that are usually busy")
    }
  }
}

extension [CivilDate] {
  /// The runs of consecutive days of an ascending list.
  func runs() -> [(first: CivilDate, last: CivilDate)] {
    var runs: [(first: CivilDate, last: CivilDate)] = []
    for date in self {
      if let last = runs.last, last.last.days(until: date) == 1 {
        runs[runs.count - 1].last = date
      } else {
        runs.append((date, date))
      }
    }
    return runs
  }
}
