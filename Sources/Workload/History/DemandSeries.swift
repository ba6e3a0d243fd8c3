import CivilTime

/// What is known of a day of the history.
public enum DayCoverage: Equatable, Sendable {
  /// The log is complete.
  case observed
  /// The log has nothing of the day; its demand is unknown, not zero.
  case missing
  /// The log is not to be trusted in these intervals of the day.
  case faulty([Range<Int>])
}

/// The counted past of one queue or workload class: arrivals and handle time
/// per interval, and for each day how far the log can be trusted.
public struct DemandSeries: Equatable, Sendable {
  /// The queue or class.
  public let name: String
  /// The intervals the arrays run over.
  public let axis: DemandAxis
  /// Arrivals per interval.
  public private(set) var arrivals: [Double]
  /// Tickets with a known handle time, per interval.
  public private(set) var handledCounts: [Double]
  /// The sum of their handle times in seconds, per interval.
  public private(set) var handleSeconds: [Double]
  /// What is known of each day.
  public internal(set) var coverage: [DayCoverage]

  /// A series without arrivals, every day observed.
  public init(name: String, axis: DemandAxis) {
    self.name = name
    self.axis = axis
    arrivals = Array(repeating: 0, count: axis.intervalCount)
    handledCounts = arrivals
    handleSeconds = arrivals
    coverage = Array(repeating: .observed, count: axis.dayCount)
  }

  /// Adds arrivals to an interval.
  ///
  /// - Parameters:
  ///   - count: Arrivals.
  ///   - handled: How many of them have a known handle time.
  ///   - seconds: The sum of those handle times.
  ///   - interval: An interval of `axis`; others are ignored.
  public mutating func add(
    arrivals count: Double, handled: Double = 0, seconds: Double = 0, interval: Int
  ) {
    guard arrivals.indices.contains(interval) else { return }
    arrivals[interval] += count
    handledCounts[interval] += handled
    handleSeconds[interval] += seconds
  }

  /// Says what is known of a date; dates outside the series are ignored.
  public mutating func setCoverage(_ state: DayCoverage, on date: CivilDate) {
    guard let day = axis.dayIndex(of: date) else { return }
    coverage[day] = state
  }

  /// Arrivals of the day at position `day`, faulty intervals included.
  public func total(ofDay day: Int) -> Double {
    arrivals[axis.intervals(ofDay: day)].reduce(0, +)
  }

  /// Mean handle time in seconds over the whole series, or nil if unknown.
  public var meanHandleSeconds: Double? {
    let count = handledCounts.reduce(0, +)
    return count > 0 ? handleSeconds.reduce(0, +) / count : nil
  }

  /// The first `dayCount` days: what was known at that time.
  public func prefix(dayCount: Int) -> DemandSeries {
    let days = min(max(0, dayCount), axis.dayCount)
    guard
      let shorter = DemandAxis(
        firstDate: axis.firstDate, dayCount: days, intervalMinutes: axis.intervalMinutes)
    else { return self }
    var series = DemandSeries(name: name, axis: shorter)
    series.arrivals = Array(arrivals.prefix(shorter.intervalCount))
    series.handledCounts = Array(handledCounts.prefix(shorter.intervalCount))
    series.handleSeconds = Array(handleSeconds.prefix(shorter.intervalCount))
    series.coverage = Array(coverage.prefix(days))
    return series
  }

  /// The series with another interval length: summed when longer, spread
  /// evenly when shorter. Nil if the length is not allowed.
  public func resampled(intervalMinutes: Int) -> DemandSeries? {
    if intervalMinutes == axis.intervalMinutes { return self }
    guard
      let target = DemandAxis(
        firstDate: axis.firstDate, dayCount: axis.dayCount, intervalMinutes: intervalMinutes)
    else { return nil }
    var series = DemandSeries(name: name, axis: target)
    // All allowed lengths are multiples of the shortest of the two.
    let step = min(intervalMinutes, axis.intervalMinutes)
    let share = Double(step) / Double(axis.intervalMinutes)
    for part in 0..<axis.dayCount * 1_440 / step {
      let source = part * step / axis.intervalMinutes
      series.add(
        arrivals: arrivals[source] * share, handled: handledCounts[source] * share,
        seconds: handleSeconds[source] * share, interval: part * step / intervalMinutes)
    }
    series.coverage = coverage.map { state in
      guard case .faulty(let spans) = state else { return state }
      return .faulty(
        spans.map { span in
          let start = span.lowerBound * axis.intervalMinutes / intervalMinutes
          let end = span.upperBound * axis.intervalMinutes
          return start..<max(start + 1, (end + intervalMinutes - 1) / intervalMinutes)
        })
    }
    return series
  }
}
