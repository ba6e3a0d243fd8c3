/// What the replications of a roster found.
public struct ReplayResult: Equatable, Sendable {
  /// Replications done.
  public let replications: Int
  /// Contacts simulated in all.
  public let contacts: Double
  /// One entry a class, in the order of the model.
  public let classes: [ClassReplay]
}

/// What customers of one class met.
public struct ClassReplay: Equatable, Sendable {
  /// The class's name.
  public let name: String
  /// The figures of contacts that arrived in each interval.
  public let intervals: [ReplayCell]
  /// The figures of each day.
  public let days: [ReplayCell]
  /// The figures of the whole horizon.
  public let total: ReplayCell
  /// The tickets that wait at the end of each interval, and when they clear;
  /// nil for contacts that are answered at once.
  public let backlog: BacklogReplay?
}

/// Figures of the contacts that arrived in some span; ratios are nil where
/// nothing arrived in any replication.
public struct ReplayCell: Equatable, Sendable {
  /// Contacts a replication, on average.
  public let offered: Estimate
  /// The share of all offered that is answered within the threshold; of
  /// tickets, finished in time.
  public let serviceLevel: Estimate?
  /// The share of all offered that gives up or is turned away at closing.
  public let abandonment: Estimate?
  /// Mean wait in seconds over all offered; of tickets, from arrival to
  /// finish over those finished.
  public let meanWaitSeconds: Estimate?
  /// Seconds of handling that began in the span.
  public let handledSeconds: Double
  /// The share of their time that the agents who serve the class are busy,
  /// with whatever they serve; nil while none of them is there.
  public let occupancy: Double?
}

/// The tickets that wait, through the horizon.
public struct BacklogReplay: Equatable, Sendable {
  /// The mean over replications at the end of each interval.
  public let byInterval: [Double]
  /// At the end of each day.
  public let byDay: [BacklogBand]
  /// For each day the share of replications in which at some moment of it no
  /// ticket waited.
  public let clearedOn: [Double]

  /// The longest run of days on which the backlog is not worked off in at
  /// least half of the replications: where it builds up, and after the last
  /// day of which it clears; nil if it is worked off every day.
  public var standingDays: Range<Int>? {
    var longest = 0..<0
    var start: Int?
    for day in 0...clearedOn.count {
      let stands = day < clearedOn.count && clearedOn[day] < 0.5
      if stands, start == nil { start = day }
      if !stands, let first = start {
        if day - first > longest.count { longest = first..<day }
        start = nil
      }
    }
    return longest.isEmpty ? nil : longest
  }

  /// The day on which the longest backlog clears; nil if there is none, or if
  /// it stands to the end.
  public var clearingDay: Int? {
    guard let days = standingDays, days.upperBound < clearedOn.count else { return nil }
    return days.upperBound
  }
}

/// A number of waiting tickets over replications.
public struct BacklogBand: Equatable, Sendable {
  /// One replication in ten has at most this many.
  public let low: Double
  /// The mean.
  public let mean: Double
  /// Nine in ten have at most this many.
  public let high: Double
}
