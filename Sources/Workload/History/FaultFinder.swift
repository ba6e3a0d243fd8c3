import CivilTime

extension DemandSeries {
  /// Finds intervals in which the log shows a fault rather than demand: a
  /// line that drops callers who then call again and again, or an outage. They
  /// are left out of shapes and their day's total is mended from the rest.
  ///
  /// An interval's expectation is the median of its weekday, scaled to the
  /// day by the median over the day's intervals, so that neither the fault nor
  /// a busy day moves it. A surge is more than twice the expectation and five
  /// standard errors (Poisson and a quarter of the mean) above it; an outage
  /// is below a tenth of an expectation of at least 20, twice in a row. A
  /// surge is widened over neighbours that are half as odd. It is no fault
  /// below 20 arrivals or a fiftieth of the day, nor when the day as a whole
  /// has not gained at least half of it over its weekday's usual total: then
  /// demand has only moved. Holidays, observances and eves are not judged:
  /// their day is another one than their weekday's.
  ///
  /// - Parameters:
  ///   - labels: The special days.
  ///   - trusted: Days whose log is right although it looks odd.
  /// - Returns: What was found, one treatment a span.
  /// - Complexity: O(days x intervals x log days).
  public mutating func markFaults(
    labels: [CivilDate: DayLabel], trusted: Set<CivilDate> = []
  ) -> [HistoryTreatment] {
    let observed = axis.dates.enumerated().filter { coverage[$0.offset] == .observed }
    let medians = medianProfiles(
      days: observed.filter { labels[$0.element, default: .ordinary] == .ordinary }.map(\.offset))
    let judged = observed.filter { entry in
      switch labels[entry.element, default: .ordinary] {
      case .ordinary, .dayAfter, .bridge: true
      case .holiday, .observance, .eve, .worksLike: false
      }
    }
    var found: [HistoryTreatment] = []
    for (day, date) in judged where !trusted.contains(date) {
      let spans = faultySpans(day: day, usual: medians[date.weekday.index])
      guard !spans.isEmpty else { continue }
      coverage[day] = .faulty(spans)
      for span in spans {
        found.append(
          HistoryTreatment(
            action: .spanTakenAsFaulty, subject: name, firstDate: date, lastDate: date,
            minutesOfDay: span.lowerBound * axis.intervalMinutes..<span.upperBound
              * axis.intervalMinutes,
            count: span.count,
            reason: surges(day: day, span: span, usual: medians[date.weekday.index])
              ? "far more arrivals than this weekday and the rest of the day explain"
              : "hardly any arrivals where this weekday is busy"))
      }
    }
    return found
  }

  /// The median count of each interval by weekday; empty for weekdays with
  /// less than four days.
  private func medianProfiles(days: [Int]) -> [[Double]] {
    var daysByWeekday = Array(repeating: [Int](), count: 7)
    for day in days { daysByWeekday[axis.firstDate.adding(days: day).weekday.index].append(day) }
    return daysByWeekday.map { days in
      guard days.count >= 4 else { return [] }
      return (0..<axis.intervalsPerDay).map { interval in
        median(of: days.map { arrivals[$0 * axis.intervalsPerDay + interval] })
      }
    }
  }

  /// What the day's intervals would have brought without a fault.
  private func expectations(day: Int, usual: [Double]) -> [Double] {
    let start = axis.intervals(ofDay: day).lowerBound
    let ratios = usual.indices.filter { usual[$0] >= 5 }.map { arrivals[start + $0] / usual[$0] }
    guard ratios.count >= 4 else { return [] }
    let scale = median(of: ratios)
    return usual.map { $0 * scale }
  }

  private func surges(day: Int, span: Range<Int>, usual: [Double]) -> Bool {
    let start = axis.intervals(ofDay: day).lowerBound
    let expected = expectations(day: day, usual: usual)
    return span.reduce(0) { $0 + arrivals[start + $1] - expected[$1] } > 0
  }

  private func faultySpans(day: Int, usual: [Double]) -> [Range<Int>] {
    let expected = expectations(day: day, usual: usual)
    guard !expected.isEmpty else { return [] }
    let start = axis.intervals(ofDay: day).lowerBound
    let scores = expected.indices.map { interval in
      let mean = expected[interval]
      return (arrivals[start + interval] - mean) / (1 + mean + mean * mean / 16).squareRoot()
    }
    func isOut(_ interval: Int) -> Bool {
      expected.indices.contains(interval) && expected[interval] >= 20
        && arrivals[start + interval] < 0.1 * expected[interval]
    }
    var flagged = expected.indices.map { interval in
      let surge = scores[interval] > 5 && arrivals[start + interval] > 2 * expected[interval]
      return surge || (isOut(interval) && (isOut(interval - 1) || isOut(interval + 1)))
    }
    guard flagged.contains(true) else { return [] }
    let surge = flagged.indices.map { flagged[$0] && scores[$0] > 0 }
    for direction in [1, -1] {
      for interval in direction == 1 ? Array(flagged.indices) : flagged.indices.reversed() {
        let neighbour = interval - direction
        guard flagged.indices.contains(neighbour), flagged[neighbour], !flagged[interval] else {
          continue
        }
        flagged[interval] = surge.contains(true) && scores[interval] > 2.5
      }
    }
    let usualTotal = usual.reduce(0, +)
    let gain = total(ofDay: day) - usualTotal
    return flagged.indices(where: \.self).ranges.filter { span in
      let excess = span.reduce(0) { $0 + arrivals[start + $1] - expected[$1] }
      return excess < 0 || (excess >= max(20, usualTotal / 50) && gain >= excess / 2)
    }
  }
}

/// The middle of the values, the mean of both middles for an even number.
func median(of values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
