import Foundation

/// Wall-clock times of one time zone, with their offsets from UTC.
///
/// The planning axis counts wall-clock minutes; this type turns them into
/// instants and into ISO 8601 text where a file or a calendar needs them.
public struct ZoneClock: Sendable {
  /// The zone's identifier, such as `Asia/Shanghai`.
  public let identifier: String
  private let zone: TimeZone

  /// The clock of a zone, or nil if the system does not know the zone.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  /// Seconds east of UTC at a wall-clock time.
  ///
  /// A time that a clock change repeats takes its first occurrence, one that
  /// it skips the offset that held before the change.
  ///
  /// - Parameter minute: Minutes from the midnight of `date`; may pass 1,440
  ///   and be negative.
  public func offsetSeconds(on date: CivilDate, minute: Int) -> Int {
    let wallSeconds = date.dayNumber * 86_400 + minute * 60
    let early = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(wallSeconds - 86_400)))
    let candidate = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(wallSeconds - early)))
    if candidate == early { return early }
    let settled = zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(wallSeconds - candidate)))
    return settled == candidate ? candidate : early
  }

  /// Seconds since 1970-01-01T00:00:00Z of a wall-clock time.
  public func epochSeconds(on date: CivilDate, minute: Int) -> Int {
    date.dayNumber * 86_400 + minute * 60 - offsetSeconds(on: date, minute: minute)
  }

  /// A wall-clock time as ISO 8601 with its offset:
  /// `2026-02-16T22:00:00+08:00`.
  ///
  /// - Parameter minute: Minutes from the midnight of `date`; may pass 1,440.
  public func isoText(on date: CivilDate, minute: Int) -> String {
    let offset = offsetSeconds(on: date, minute: minute)
    let dayShift = minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440
    let day = date.adding(days: dayShift)
    let minuteOfDay = minute - dayShift * 1_440
    let sign = offset < 0 ? "-" : "+"
    let magnitude = abs(offset) / 60
    return "\(day)T\(zeroPadded(minuteOfDay / 60, to: 2)):\(zeroPadded(minuteOfDay % 60, to: 2)):00"
      + "\(sign)\(zeroPadded(magnitude / 60, to: 2)):\(zeroPadded(magnitude % 60, to: 2))"
  }
}
