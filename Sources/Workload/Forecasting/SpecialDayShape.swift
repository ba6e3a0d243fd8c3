import CivilTime

/// How a special day's arrivals spread over its intervals.
///
/// A special day that keeps its weekday's opening hours takes the weekday's
/// profile, and that of similar days of the past as far as their tickets
/// outweigh it. One with hours of its own, such as a holiday that opens in the
/// evening, takes the profiles of the weekdays whose hours are most like its
/// own, and past days likewise; nobody is expected while it is closed.
struct SpecialDayShape {
  let series: DemandSeries
  let shapes: IntradayShapes
  let ratios: HolidayRatios
  /// The past's special days that were wholly observed.
  let pastDays: [(label: DayLabel, day: Int)]
  /// When the customers of the series are served; nil if they may come at any
  /// hour, or that is not known.
  let opening: OpeningHours?

  /// Arrivals of the usual profile that a special day's own profile is mixed
  /// with.
  private static let prior = 60.0
  /// How fast a profile loses weight when its hours differ: two profiles that
  /// share half of their hours count a sixteenth.
  private static let sharpness = 4

  /// The shares of a day's intervals; they add up to 1, or are all 0 if
  /// nothing was ever seen.
  ///
  /// - Complexity: O(special days of the past x intervals).
  func shares(date: CivilDate, weekday: Weekday, label: DayLabel) -> [Double] {
    let usual = shapes.sharesByWeekday[weekday.index]
    guard label.kind != .ordinary else { return usual }
    let hours = ownHours(of: date, weekday: weekday)
    var base = usual
    if let hours { base = profile(within: hours) ?? usual }
    var sums = base.map { $0 * Self.prior }
    for past in pastDays {
      var weight = ratios.similarity(past.label, label)
      guard weight > 0 else { continue }
      let counts = series.arrivals[series.axis.intervals(ofDay: past.day)]
      if let hours {
        let pastDate = series.axis.firstDate.adding(days: past.day)
        weight *= agreement(hours, openShares(of: pastDate))
      }
      for (interval, count) in counts.enumerated() {
        sums[interval] += weight * count * (hours?[interval] ?? 1)
      }
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : usual
  }

  /// The share of a weekday's arrivals that fall within a day's own hours; 1
  /// without hours of its own.
  func usualShareWithinHours(of date: CivilDate, weekday: Weekday) -> Double {
    guard let hours = ownHours(of: date, weekday: weekday) else { return 1 }
    return zip(shapes.sharesByWeekday[weekday.index], hours).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// For each interval of a day the share that is open, if that differs from
  /// what is usual on its weekday; nil otherwise, or for a day that is closed.
  private func ownHours(of date: CivilDate, weekday: Weekday) -> [Double]? {
    guard let opening, opening.spansByDate[date] != nil else { return nil }
    let hours = openShares(of: date)
    guard hours.contains(where: { $0 > 0 }), hours != weekdayShares(weekday.index) else {
      return nil
    }
    return hours
  }

  /// The weekdays' profiles, cut to some hours and weighted by how much their
  /// own hours agree with them; nil if none has an arrival there.
  private func profile(within hours: [Double]) -> [Double]? {
    var sums = hours.map { _ in 0.0 }
    for weekday in 0..<7 {
      let cut = zip(shapes.sharesByWeekday[weekday], hours).map { $0 * $1 }
      let total = cut.reduce(0, +)
      guard total > 0 else { continue }
      let weight = agreement(hours, weekdayShares(weekday))
      for interval in sums.indices { sums[interval] += weight * cut[interval] / total }
    }
    let total = sums.reduce(0, +)
    return total > 0 ? sums.map { $0 / total } : nil
  }

  /// How much two days' hours agree: what both are open of what one is, to
  /// the power of the sharpness.
  private func agreement(_ left: [Double], _ right: [Double]) -> Double {
    let both = zip(left, right).reduce(0) { $0 + min($1.0, $1.1) }
    let either = zip(left, right).reduce(0) { $0 + max($1.0, $1.1) }
    guard either > 0 else { return 1 }
    return (0..<Self.sharpness).reduce(1.0) { product, _ in product * both / either }
  }

  private func openShares(of date: CivilDate) -> [Double] {
    guard let opening,
      let axis = DemandAxis(
        firstDate: date, dayCount: 1, intervalMinutes: series.axis.intervalMinutes)
    else { return Array(repeating: 1, count: series.axis.intervalsPerDay) }
    return opening.openShares(over: axis)
  }

  private func weekdayShares(_ weekday: Int) -> [Double] {
    guard let opening else { return Array(repeating: 1, count: series.axis.intervalsPerDay) }
    // A week whose dates have no hours of their own.
    let usual = OpeningHours(spansByWeekday: opening.spansByWeekday) ?? opening
    let base = series.axis.firstDate
    let date = base.adding(days: ((weekday - base.weekday.index) % 7 + 7) % 7)
    guard
      let axis = DemandAxis(
        firstDate: date, dayCount: 1, intervalMinutes: series.axis.intervalMinutes)
    else { return [] }
    return usual.openShares(over: axis)
  }
}
