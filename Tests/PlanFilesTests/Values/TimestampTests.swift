import CivilTime
import Testing

@testable import PlanFiles

@Suite struct TimestampTests {
  private func parsed(_ text: String, _ parser: TimestampParser = TimestampParser()) -> String? {
    parser.parse(Array(text.utf8)[...]).map { moment in
      let offset = moment.offsetSeconds.map { " \($0)" } ?? ""
      return "\(moment.date) \(moment.secondOfDay)\(offset)"
    }
  }

  @Test(
    arguments: [
      ("2026-01-05 09:12", "2026-01-05 33120"),
      ("2026-01-05T09:12:30", "2026-01-05 33150"),
      ("2026-01-05T09:12:30.250Z", "2026-01-05 33150 0"),
      ("2026-01-05T09:12:30+08:00", "2026-01-05 33150 28800"),
      ("2026-01-05T09:12:30-0330", "2026-01-05 33150 -12600"),
      ("2026-01-05 09:12 +08", "2026-01-05 33120 28800"),
      ("2026/1/5 9:12", "2026-01-05 33120"),
      ("2026.1.5 9:12", "2026-01-05 33120"),
      ("20260105 09:12", "2026-01-05 33120"),
      (" 2026-01-05 09:12 ", "2026-01-05 33120"),
      ("2026-01-05 23:59:60", "2026-01-05 86399"),
      ("1767575550", "2026-01-05 4350 0"),
      ("1767575550123", "2026-01-05 4350 0"),
      ("2026-01-05", nil), ("2026-02-30 09:12", nil), ("2026-01-05 24:00", nil),
      ("2026-01-05 09:60", nil), ("05/01/2026 09:12", nil), ("2026-01/05 09:12", nil),
      ("2026-01-05 09:12 PM", nil), ("2026-01-05 09:12+99:00", nil), ("", nil), ("now", nil),
    ] as [(String, String?)])
  func readsTheUsualForms(_ text: String, _ expected: String?) {
    #expect(parsed(text) == expected)
  }

  @Test(
    arguments: [
      ("d/M/yyyy HH:mm", "5/1/2026 09:12", "2026-01-05 33120"),
      ("dd.MM.yyyy HH:mm:ss", "05.01.2026 09:12:30", "2026-01-05 33150"),
      ("M/d/yyyy h:mm a", "1/5/2026 9:12 PM", "2026-01-05 76320"),
      ("M/d/yyyy h:mm a", "1/5/2026 12:00 AM", "2026-01-05 0"),
      ("yyyy-MM-ddTHH:mm", "2026-01-05T09:12", "2026-01-05 33120"),
      ("d/M/yyyy HH:mm", "2026-01-05 09:12", nil),
      ("M/d/yyyy h:mm a", "1/5/2026 13:00 PM", nil),
    ] as [(String, String, String?)])
  func readsAFormat(_ format: String, _ text: String, _ expected: String?) throws {
    #expect(parsed(text, try #require(TimestampParser(format: format))) == expected)
  }

  @Test(arguments: [
    "", "yyyy", "dd/MM/yy HH:mm", "d/M/yyyy", "d/M/yyyy h:mm", "yyyy-MM-dd HH:mm Q",
  ])
  func refusesAFormatThatSaysTooLittle(_ format: String) {
    #expect(TimestampParser(format: format) == nil)
  }

  @Test(arguments: [
    // New York left daylight time on 1 November 2026 at 02:00: 01:30 came
    // twice, and Shanghai is 12 hours ahead before and 13 after.
    ("America/New_York", "Asia/Shanghai", "2026-10-31 10:00", "2026-10-31 1320"),
    ("America/New_York", "Asia/Shanghai", "2026-11-01 10:00", "2026-11-01 1380"),
    ("Asia/Shanghai", "Asia/Shanghai", "2026-11-01 10:00", "2026-11-01 600"),
    ("Asia/Shanghai", "Asia/Shanghai", "2026-11-01 22:00Z", "2026-11-02 360"),
    ("UTC", "America/New_York", "2026-03-08 06:59", "2026-03-08 119"),
    ("UTC", "America/New_York", "2026-03-08 07:00", "2026-03-08 180"),
    ("UTC", "Asia/Kathmandu", "1969-12-31 00:00", "1969-12-31 330"),
  ])
  func movesMomentsToThePlansClock(
    _ source: String, _ target: String, _ text: String, _ expected: String
  ) throws {
    var converter = ClockConverter(from: source, to: target)
    let moment = try #require(TimestampParser().parse(Array(text.utf8)[...]))
    let (date, minute) = converter.convert(moment)
    #expect("\(date) \(minute)" == expected)
  }
}
