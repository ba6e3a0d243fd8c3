/// What an hour of work costs, by day class.
///
/// A shift is cut at midnight: each piece is paid by the class of its own
/// date. All factors multiply the employee's base hour.
public struct PayPolicy: Hashable, Sendable {
  /// Factor on workdays and adjusted workdays, up to the standard day.
  public var workday: Double
  /// Factor on workdays for the minutes of a shift beyond the standard day.
  public var overtime: Double
  /// Factor on rest days. An employee who chose rest gets base pay and the
  /// time back instead where `restDayTimeBack` holds; the time owed is valued
  /// at base pay, so the objective does not prefer owing to paying.
  public var restDay: Double
  /// Factor on statutory days; no time back.
  public var statutoryDay: Double
  /// Added to the factor for minutes inside the night window.
  public var nightSupplement: Double
  /// Paid minutes of a shift after which overtime begins.
  public var standardDayMinutes: Int
  /// True if those who chose rest get time back for rest days.
  public var restDayTimeBack: Bool

  /// A pay policy; the defaults are 100 %, 150 %, 200 %, 300 %, an 8-hour day.
  public init(
    workday: Double = 1, overtime: Double = 1.5, restDay: Double = 2, statutoryDay: Double = 3,
    nightSupplement: Double = 0, standardDayMinutes: Int = 480, restDayTimeBack: Bool = true
  ) {
    self.workday = workday
    self.overtime = overtime
    self.restDay = restDay
    self.statutoryDay = statutoryDay
    self.nightSupplement = nightSupplement
    self.standardDayMinutes = standardDayMinutes
    self.restDayTimeBack = restDayTimeBack
  }
}
