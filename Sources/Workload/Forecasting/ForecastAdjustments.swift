import CivilTime

/// What the planner knows and the history does not: ratios and events that
/// override what was learned.
public struct ForecastAdjustments: Equatable, Sendable {
  /// Ratios that replace the learned ones.
  public var ratios: [StatedRatio]
  /// Events on top of everything else, applied in order.
  public var events: [DemandEvent]

  /// Adjustments; without arguments none.
  public init(ratios: [StatedRatio] = [], events: [DemandEvent] = []) {
    self.ratios = ratios
    self.events = events
  }

  /// The ratio stated for a class on a date, or nil. The last one given wins.
  func ratio(of name: String, on date: CivilDate) -> Double? {
    ratios.last { $0.date == date && ($0.classes.isEmpty || $0.classes.contains(name)) }?.ratio
  }
}

/// A day's demand as a share of the usual, stated by the planner.
public struct StatedRatio: Equatable, Sendable {
  /// The day.
  public var date: CivilDate
  /// The queues or classes concerned; empty for all.
  public var classes: [String]
  /// Arrivals divided by those of the same day had it been ordinary, at
  /// least 0.
  public var ratio: Double

  /// A stated ratio.
  public init(date: CivilDate, classes: [String] = [], ratio: Double) {
    self.date = date
    self.classes = classes
    self.ratio = ratio
  }
}

/// Something known that changes demand for some hours: a campaign, an outage,
/// a mailing.
public struct DemandEvent: Equatable, Sendable {
  /// What the event does in its hours.
  public enum Effect: Equatable, Sendable {
    /// Multiplies arrivals.
    case multiply(by: Double)
    /// Adds this many arrivals on each of its days, spread evenly over its
    /// hours.
    case add(arrivals: Double)
  }

  /// What a reader of the forecast will know it by.
  public var name: String
  /// The queues or classes concerned; empty for all.
  public var classes: [String]
  /// The first and the last day.
  public var dates: ClosedRange<CivilDate>
  /// The minutes of each of its days, within 0 to 1,440.
  public var minutesOfDay: Range<Int>
  /// What it does.
  public var effect: Effect

  /// An event.
  public init(
    name: String, classes: [String] = [], dates: ClosedRange<CivilDate>,
    minutesOfDay: Range<Int> = 0..<1_440, effect: Effect
  ) {
    self.name = name
    self.classes = classes
    self.dates = dates
    self.minutesOfDay = minutesOfDay
    self.effect = effect
  }

  /// True if the event touches a class on a day.
  func applies(to name: String, on date: CivilDate) -> Bool {
    dates.contains(date) && (classes.isEmpty || classes.contains(name))
  }

  /// Changes a day's arrivals. An interval that the event covers in part
  /// changes by that part.
  func apply(to arrivals: inout [Double], intervalMinutes: Int) {
    for interval in arrivals.indices {
      let start = interval * intervalMinutes
      let overlap =
        min(minutesOfDay.upperBound, start + intervalMinutes) - max(minutesOfDay.lowerBound, start)
      guard overlap > 0 else { continue }
      switch effect {
      case .multiply(let factor):
        let part = Double(overlap) / Double(intervalMinutes)
        arrivals[interval] *= max(0, 1 + (factor - 1) * part)
      case .add(let count):
        let part = Double(overlap) / Double(max(1, minutesOfDay.count))
        arrivals[interval] = max(0, arrivals[interval] + count * part)
      }
    }
  }
}
