import CivilTime

/// When a team serves its customers: for each day spans of minutes from that
/// day's midnight.
public struct OpeningHours: Equatable, Sendable {
  /// Opening spans of every weekday, Monday first, in minutes from the day's
  /// midnight. An end may pass 1,440: the team stays open into the next day.
  public var spansByWeekday: [[Range<Int>]]
  /// Spans of single dates, in place of their weekday's.
  public var spansByDate: [CivilDate: [Range<Int>]]

  /// Hours that are the same every day; without arguments always open.
  public init(daily: [Range<Int>] = [0..<1_440]) {
    spansByWeekday = Array(repeating: daily, count: 7)
    spansByDate = [:]
  }

  /// Hours by weekday, Monday first, or nil if there are not seven lists.
  public init?(spansByWeekday: [[Range<Int>]], spansByDate: [CivilDate: [Range<Int>]] = [:]) {
    guard spansByWeekday.count == 7 else { return nil }
    self.spansByWeekday = spansByWeekday
    self.spansByDate = spansByDate
  }

  /// The spans of a date.
  public func spans(on date: CivilDate) -> [Range<Int>] {
    if let spans = spansByDate[date] { return spans }
    let index = date.weekday.index
    return spansByWeekday.indices.contains(index) ? spansByWeekday[index] : []
  }

  /// For each interval of an axis the share of it that is open, 0 to 1. The
  /// evening before the axis counts when it passes midnight.
  public func openShares(over axis: DemandAxis) -> [Double] {
    var openMinutes = Array(repeating: false, count: axis.dayCount * 1_440)
    for day in -1..<axis.dayCount {
      for span in spans(on: axis.firstDate.adding(days: day)) {
        let start = max(0, day * 1_440 + span.lowerBound)
        let end = min(openMinutes.count, day * 1_440 + span.upperBound)
        for minute in start..<max(start, end) { openMinutes[minute] = true }
      }
    }
    return (0..<axis.intervalCount).map { interval in
      let start = interval * axis.intervalMinutes
      let open = openMinutes[start..<start + axis.intervalMinutes].count { $0 }
      return Double(open) / Double(axis.intervalMinutes)
    }
  }
}
