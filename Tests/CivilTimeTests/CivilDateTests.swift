import CivilTime
import Foundation
import Testing

struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
    ("2000-02-29", 11_016, .tuesday), ("2026-02-16", 20_500, .monday),
    ("1999-04-01", 10_682, .thursday), ("0001-01-01", -719_162, .monday),
    ("9999-12-31", 2_932_896, .friday),
  ])
  func `known days have their numbers and weekdays`(iso: String, number: Int, weekday: Weekday) {
    let date = CivilDate(iso: iso)
    #expect(date?.dayNumber == number)
    #expect(date?.weekday == weekday)
    #expect(date?.description == iso)
  }

  @Test func `parts and day numbers are inverse over four centuries`() {
    var expected = DateParts(year: 1_900, month: 1, day: 1)
    let first = CivilDate(year: 1_900, month: 1, day: 1)?.dayNumber ?? 0
    for number in first..<first + 146_097 {
      let parts = CivilDate(dayNumber: number).parts
      #expect(parts == (expected.year, expected.month, expected.day))
      expected.advance()
    }
    #expect(expected.year == 2_300 && expected.month == 1 && expected.day == 1)
  }

  /// A calendar that counts days one by one.
  private struct DateParts {
    var year: Int
    var month: Int
    var day: Int

    mutating func advance() {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      guard day > lengths[month - 1] else { return }
      (day, month) = (1, month + 1)
      guard month > 12 else { return }
      (month, year) = (1, year + 1)
    }
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "26-01-01",
    "2026-01-32", "2026/01/01", "2026-01-01 ", "", "2026-01", "-026-01-01", "२०२६-०१-०१",
    "0000-01-01",
  ])
  func `other texts are not dates`(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test func `dates survive JSON and say what is wrong`() throws {
    let date = try #require(CivilDate(iso: "2026-10-01"))
    let data = try JSONEncoder().encode([date])
    #expect(String(decoding: data, as: UTF8.self) == "[\"2026-10-01\"]")
    #expect(try JSONDecoder().decode([CivilDate].self, from: data) == [date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data("[\"1 October\"]".utf8))
    }
  }

  @Test func `positions in a week follow its first day`() {
    #expect(Weekday.allCases.map(\.index) == Array(0..<7))
    #expect(Weekday.sunday.position(inWeekStartingOn: .sunday) == 0)
    #expect(Weekday.saturday.position(inWeekStartingOn: .sunday) == 6)
    #expect(Weekday.monday.position(inWeekStartingOn: .tuesday) == 6)
  }
}
