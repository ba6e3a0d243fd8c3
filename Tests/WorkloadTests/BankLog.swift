import CivilTime
import Foundation
import Workload

/// The call log of a bank, January to July 1999, per half hour (Guedj and
/// Mandelbaum, Technion 2000; analysed by Brown et al., JASA 100, 2005).
enum BankLog {
  static let path = "data/anonymous-bank-1999/intervals_30min-jan-jul.csv"

  static func date(_ iso: String) -> CivilDate {
    guard let date = CivilDate(iso: iso) else { preconditionFailure("not a date: \(iso)") }
    return date
  }

  /// Holidays and other days that the log's description or the calendar of
  /// 1999 names.
  static let labels: [CivilDate: DayLabel] = [
    date("1999-03-02"): .observance(name: "Purim", position: 1),
    date("1999-03-31"): .eve(of: "Passover"),
    date("1999-04-01"): .holiday(name: "Passover", position: 1),
    date("1999-04-06"): .eve(of: "Passover end"),
    date("1999-04-07"): .holiday(name: "Passover end", position: 1),
    date("1999-04-20"): .eve(of: "Independence Day"),
    date("1999-04-21"): .holiday(name: "Independence Day", position: 1),
    date("1999-05-17"): .holiday(name: "Election", position: 1),
    date("1999-05-20"): .eve(of: "Shavuot"),
    date("1999-05-21"): .holiday(name: "Shavuot", position: 1),
    date("1999-07-22"): .observance(name: "Tisha B'Av", position: 1),
  ]

  /// Days with a fault that the description names, and a collapse of volume
  /// on 8 March; not ordinary, so not scored.
  static let faults = ["1999-03-08", "1999-05-23", "1999-07-05"].map(date)

  /// All calls, as one series, without those who hung up in the menu if
  /// asked.
  static func history(withoutMenuHangUps: Bool = false) throws -> DemandSeries? {
    guard var builder = TicketHistoryBuilder(intervalMinutes: 30) else { return nil }
    let stream = TicketStream(queue: "calls", channel: "phone")
    for row in try SharedData.rows(path) {
      guard let start = row["start"], let date = CivilDate(iso: start.prefix(10)),
        let clock = ClockTime(start.suffix(5)), let offered = row["offered"].flatMap(Double.init)
      else { continue }
      let hungUp = withoutMenuHangUps ? row["hung_up_in_vru"].flatMap(Double.init) ?? 0 : 0
      builder.add(
        IntervalRecord(
          stream: stream, date: date, startMinuteOfDay: clock.minuteOfDay, minutes: 30,
          arrivals: offered - hungUp, handledCount: row["answered"].flatMap(Double.init),
          meanHandleSeconds: row["mean_service_s"].flatMap(Double.init),
          isMissing: row["missing"] == "1"))
    }
    return builder.history(labels: labels)?.total(named: "calls")
  }
}
