import CivilTime

/// Something the program did to a history before learning from it, to be
/// shown to the planner: nothing is dropped or mended in silence.
public struct HistoryTreatment: Equatable, Sendable {
  /// What was done.
  public enum Action: String, Sendable {
    /// A day is missing from the log; it is left out, not read as zero.
    case dayTakenAsMissing
    /// Intervals in which the log shows a fault; left out of level and shape.
    case spanTakenAsFaulty
    /// Rows outside the dates asked for; left out.
    case rowsOutsideDates
    /// Rows with a minute, a count or a weight that cannot be; left out.
    case rowsRejected
    /// Handle times below zero; the ticket counts, its handle time does not.
    case negativeHandleTimesIgnored
    /// Handle times above the ceiling; the ticket counts, its handle time does
    /// not.
    case longHandleTimesIgnored
    /// The layout of a known product was recognised by its headers.
    case layoutRecognised
    /// Rows that repeat an earlier one; left out where the log numbers its
    /// tickets or counts intervals, else counted and only told.
    case rowsRepeated
    /// The history is too short to learn weekdays from.
    case historyIsShort
    /// Rows that no workload class takes; left out of the need.
    case rowsWithoutClass
  }

  /// True if rows count for nothing although nobody asked for that: the need is
  /// then too low.
  public var losesRows: Bool {
    switch action {
    case .rowsRejected, .rowsWithoutClass: true
    case .rowsOutsideDates, .dayTakenAsMissing, .spanTakenAsFaulty,
      .negativeHandleTimesIgnored, .longHandleTimesIgnored, .layoutRecognised,
      .rowsRepeated, .historyIsShort:
      false
    }
  }

  /// What was done.
  public var action: Action
  /// The queue or class concerned; empty for all of the history.
  public var subject: String
  /// The first day concerned, or nil if it is not tied to dates.
  public var firstDate: CivilDate?
  /// The last day concerned, or nil.
  public var lastDate: CivilDate?
  /// The minutes of the day concerned, or nil for whole days.
  public var minutesOfDay: Range<Int>?
  /// How many rows, days or intervals it touched.
  public var count: Int
  /// Why, in a sentence for the planner.
  public var reason: String

  /// A treatment.
  public init(
    action: Action, subject: String = "", firstDate: CivilDate? = nil,
    lastDate: CivilDate? = nil, minutesOfDay: Range<Int>? = nil, count: Int, reason: String
  ) {
    self.action = action
    self.subject = subject
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.minutesOfDay = minutesOfDay
    self.count = count
    self.reason = reason
  }
}

extension HistoryTreatment: CustomStringConvertible {
  /// The treatment on one line: what it touched, how often, why, and what
  /// became of it.
  public var description: String {
    let counted = noun.map { "\(count) \(count == 1 ? $0.one : $0.many): " } ?? ""
    return (place(to: " to ").map { "\($0): " } ?? "") + counted + reason
      + (outcome.map { "; \($0)" } ?? "")
  }

  /// The queue or class, the dates and the hours concerned; nil if it is all
  /// of the history.
  ///
  /// - Parameter word: What stands between two dates.
  public func place(to word: String) -> String? {
    var place = subject
    if let firstDate {
      place += place.isEmpty ? "\(firstDate)" : ", \(firstDate)"
      if let lastDate, lastDate != firstDate { place += "\(word)\(lastDate)" }
    }
    if let minutesOfDay, let start = ClockTime(minuteOfDay: minutesOfDay.lowerBound),
      let end = ClockTime(minuteOfDay: minutesOfDay.upperBound)
    {
      place += " \(start)-\(end)"
    }
    return place.isEmpty ? nil : place
  }

  private var noun: (one: String, many: String)? {
    switch action {
    case .dayTakenAsMissing, .historyIsShort: ("day", "days")
    case .spanTakenAsFaulty: ("interval", "intervals")
    case .layoutRecognised: nil
    case .rowsOutsideDates, .rowsRejected, .negativeHandleTimesIgnored, .longHandleTimesIgnored,
      .rowsRepeated, .rowsWithoutClass:
      ("row", "rows")
    }
  }

  private var outcome: String? {
    switch action {
    case .dayTakenAsMissing, .layoutRecognised, .rowsRepeated, .historyIsShort: nil
    case .spanTakenAsFaulty: "left out of level and shape"
    case .rowsOutsideDates, .rowsRejected: "left out"
    case .negativeHandleTimesIgnored, .longHandleTimesIgnored:
      "the ticket counts, its handle time does not"
    case .rowsWithoutClass: "left out of the need"
    }
  }
}
