/// A time of day in minutes from midnight, 00:00 to 48:00.
///
/// Times past 24:00 belong to the next day: a shift from 22:00 to 30:00 ends
/// at six in the morning.
public struct ClockTime: Hashable, Comparable, Sendable {
  /// Minutes from the day's midnight, 0 to 2,880.
  public let minuteOfDay: Int

  /// A time `minuteOfDay` minutes after midnight, or nil outside 0 to 2,880.
  public init?(minuteOfDay: Int) {
    guard (0...2_880).contains(minuteOfDay) else { return nil }
    self.minuteOfDay = minuteOfDay
  }

  /// A time written `8:00`, `08:00` or `24:00`, or nil if `text` is not one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy(isASCIIDigit) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60
    else { return nil }
    self.init(minuteOfDay: hour * 60 + minute)
  }

  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minuteOfDay < right.minuteOfDay
  }
}

extension ClockTime: CustomStringConvertible {
  /// The time as `08:30`; `24:00` and later are kept as such.
  public var description: String {
    "\(zeroPadded(minuteOfDay / 60, to: 2)):\(zeroPadded(minuteOfDay % 60, to: 2))"
  }
}
