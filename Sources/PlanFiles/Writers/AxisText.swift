import CivilTime
import Rostering

extension PlanHorizon {
  /// A minute of the axis as ISO 8601, local with offset.
  func isoText(ofMinute minute: Int) -> String {
    clock.isoText(on: firstDate, minute: minute)
  }

  /// The first minute of an interval.
  func startMinute(ofInterval interval: Int) -> Int { interval * intervalMinutes }
}

/// A minute of the axis as a clock time that counts from the midnight of a
/// day: `24:30` is half past midnight of the next.
func clockText(ofMinute minute: Int, fromDay day: Int) -> String {
  let minuteOfDay = minute - day * 1_440
  if let time = ClockTime(minuteOfDay: minuteOfDay) { return "\(time)" }
  let sign = minuteOfDay < 0 ? "-" : ""
  let (hours, minutes) = minuteOfDay.magnitude.quotientAndRemainder(dividingBy: 60)
  return "\(sign)\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
}
