import CivilTime
import Rostering

/// A minute of the axis as a clock time that counts from a day's midnight;
/// `26:00` is two in the morning of the next.
func clockWords(ofMinute minute: Int, fromDay day: Int) -> String {
  let minuteOfDay = minute - day * 1_440
  if let time = ClockTime(minuteOfDay: minuteOfDay) { return "\(time)" }
  return "\(minuteOfDay / 60):\(minuteOfDay.magnitude % 60 < 10 ? "0" : "")\(minuteOfDay.magnitude % 60)"
}

/// A span of minutes as `19:00-21:00`, counted from a day's midnight.
func spanWords(_ minutes: Range<Int>, fromDay day: Int) -> String {
  clockWords(ofMinute: minutes.lowerBound, fromDay: day) + "-"
    + clockWords(ofMinute: minutes.upperBound, fromDay: day)
}
