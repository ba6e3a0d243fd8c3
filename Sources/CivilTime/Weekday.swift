/// A day of the week, Monday first (ISO 8601).
public enum Weekday: String, CaseIterable, Codable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// 0 for Monday to 6 for Sunday.
  public var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  /// Days from `start` to this weekday, 0 to 6: the position in a week that
  /// begins on `start`.
  public func position(inWeekStartingOn start: Weekday) -> Int {
    (index - start.index + 7) % 7
  }
}
