import CivilTime
import Testing

struct ClockTests {
  @Test(arguments: [
    ("0:00", 0), ("8:05", 485), ("08:05", 485), ("24:00", 1_440), ("30:00", 1_800),
    ("48:00", 2_880),
  ])
  func `clock times are read`(text: String, minute: Int) {
    #expect(ClockTime(text)?.minuteOfDay == minute)
    #expect(
      ClockTime(minuteOfDay: minute).flatMap { ClockTime($0.description) }?.minuteOfDay == minute)
  }

  @Test(arguments: ["", "8", "8:5", "8:60", "48:01", "-1:00", "08:00:00", "a:00", "08.00"])
  func `other texts are not clock times`(text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test(arguments: [
    ("11h", 39_600), ("90m", 5_400), ("1h30m", 5_400), ("180s", 180), ("2d", 172_800),
    ("8.5h", 30_600), ("1d 2h 3m 4s", 93_784), ("0s", 0),
  ])
  func `spans are read`(text: String, seconds: Int) throws {
    let span = try #require(TimeSpan(text))
    #expect(span.seconds == seconds)
    #expect(TimeSpan(span.description) == span)
  }

  @Test(arguments: ["", "11", "h", "1m1h", "1h1h", "-5m", "1.2.3h", "99999999d", "5 min", "٥m"])
  func `other texts are not spans`(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(arguments: [
    ("2026-02-16", 600, "2026-02-16T10:00:00+01:00"),
    // Clocks skip 02:00 to 03:00 on 29 March and repeat it on 25 October.
    ("2026-03-29", 119, "2026-03-29T01:59:00+01:00"),
    ("2026-03-29", 150, "2026-03-29T02:30:00+01:00"),
    ("2026-03-29", 180, "2026-03-29T03:00:00+02:00"),
    ("2026-10-25", 150, "2026-10-25T02:30:00+02:00"),
    ("2026-10-25", 180, "2026-10-25T03:00:00+01:00"),
    ("2026-10-24", 1_440 + 600, "2026-10-25T10:00:00+01:00"),
    ("2026-10-25", -60, "2026-10-24T23:00:00+02:00"),
  ])
  func `wall-clock times carry the offset of their moment`(
    iso: String, minute: Int, text: String
  ) throws {
    let clock = try #require(ZoneClock(identifier: "Europe/Berlin"))
    let date = try #require(CivilDate(iso: iso))
    #expect(clock.isoText(on: date, minute: minute) == text)
  }

  @Test func `instants count from 1970 and unknown zones are none`() throws {
    let shanghai = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    let date = try #require(CivilDate(iso: "2026-02-16"))
    #expect(shanghai.epochSeconds(on: date, minute: 0) == 20_500 * 86_400 - 8 * 3_600)
    #expect(ZoneClock(identifier: "Mars/Olympus") == nil)
  }
}
