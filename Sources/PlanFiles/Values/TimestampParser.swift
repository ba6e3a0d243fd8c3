import CivilTime
import Foundation

/// A moment as a ticket log writes it.
struct Timestamp: Equatable {
  /// The day on the clock of the log.
  var date: CivilDate
  /// Seconds from that day's midnight.
  var secondOfDay: Int
  /// Seconds east of UTC, where the text says so.
  var offsetSeconds: Int?
}

/// Reads timestamps from bytes without making text of them: a log has
/// millions.
struct TimestampParser {
  /// A part of a format.
  private enum Part: Equatable {
    case year, month, day, hour, hour12, minute, second, halfDay
    case literal(UInt8)
  }

  private let parts: [Part]?

  /// A parser of the usual forms: year, month and day with `-`, `/`, `.` or
  /// nothing between, then the time, with an offset or `Z` where there is one
  /// (ISO 8601 and what spreadsheets write); also seconds since 1970.
  init() { parts = nil }

  /// A parser of one format, made of `yyyy`, `M`, `MM`, `d`, `dd`, `H`, `HH`,
  /// `h`, `hh`, `mm`, `ss` and `a`, or nil if it has other letters or lacks a
  /// part that a moment needs.
  init?(format: String) {
    var parts: [Part] = []
    var rest = Array(format.utf8)[...]
    while let byte = rest.first {
      let run = rest.prefix { $0 == byte }
      rest = rest.dropFirst(run.count)
      switch (byte, run.count) {
      case (UInt8(ascii: "y"), 4): parts.append(.year)
      case (UInt8(ascii: "M"), 1...2): parts.append(.month)
      case (UInt8(ascii: "d"), 1...2): parts.append(.day)
      case (UInt8(ascii: "H"), 1...2): parts.append(.hour)
      case (UInt8(ascii: "h"), 1...2): parts.append(.hour12)
      case (UInt8(ascii: "m"), 1...2): parts.append(.minute)
      case (UInt8(ascii: "s"), 1...2): parts.append(.second)
      case (UInt8(ascii: "a"), 1...2): parts.append(.halfDay)
      case (UInt8(ascii: "T"), 1): parts.append(.literal(byte))
      case (UInt8(ascii: "A")...UInt8(ascii: "Z"), _), (UInt8(ascii: "a")...UInt8(ascii: "z"), _):
        return nil
      default: parts += run.map { .literal($0) }
      }
    }
    let hasHour = parts.contains(.hour) || (parts.contains(.hour12) && parts.contains(.halfDay))
    guard [.year, .month, .day, .minute].allSatisfy({ parts.contains($0) }), hasHour else {
      return nil
    }
    self.parts = parts
  }

  /// The moment that bytes say, or nil if they say none.
  func parse(_ bytes: ArraySlice<UInt8>) -> Timestamp? {
    var cursor = ByteCursor(bytes)
    cursor.skipBlanks()
    return parts.map { formatted(&cursor, $0) } ?? usual(&cursor)
  }

  private func usual(_ cursor: inout ByteCursor) -> Timestamp? {
    guard let first = cursor.number(digits: 1...13) else { return nil }
    var year = first.value
    var month = 0
    var day = 0
    if first.digits >= 9 {
      let seconds = first.digits == 13 ? first.value / 1_000 : first.value
      guard cursor.isAtEnd, first.digits == 13 || first.digits <= 10 else { return nil }
      return Timestamp(
        date: CivilDate(dayNumber: seconds / 86_400), secondOfDay: seconds % 86_400,
        offsetSeconds: 0)
    } else if first.digits == 8 {
      (year, month, day) = (first.value / 10_000, first.value / 100 % 100, first.value % 100)
    } else {
      guard first.digits == 4, let separator = cursor.next,
        "-/.".utf8.contains(separator)
      else { return nil }
      cursor.advance()
      guard let monthNumber = cursor.number(digits: 1...2), cursor.next == separator else {
        return nil
      }
      cursor.advance()
      guard let dayNumber = cursor.number(digits: 1...2) else { return nil }
      (month, day) = (monthNumber.value, dayNumber.value)
    }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    if cursor.next == UInt8(ascii: "T") { cursor.advance() } else { cursor.skipBlanks() }
    guard let hour = cursor.number(digits: 1...2), hour.value < 24, cursor.take(":"),
      let minute = cursor.number(digits: 2...2), minute.value < 60
    else { return nil }
    var second = 0
    if cursor.take(":") {
      guard let number = cursor.number(digits: 2...2), number.value <= 60 else { return nil }
      second = min(59, number.value)
      if cursor.take(".") || cursor.take(",") {
        guard cursor.number(digits: 1...12) != nil else { return nil }
      }
    }
    guard let offset = offset(&cursor) else { return nil }
    return Timestamp(
      date: date, secondOfDay: hour.value * 3_600 + minute.value * 60 + second,
      offsetSeconds: offset.seconds)
  }

  /// An offset where there is one; nil for anything else that follows.
  private func offset(_ cursor: inout ByteCursor) -> (seconds: Int?, Void)? {
    cursor.skipBlanks()
    if cursor.isAtEnd { return (nil, ()) }
    if cursor.take("Z") || cursor.take("z") { return cursor.isAtEnd ? (0, ()) : nil }
    let isEast = cursor.take("+")
    guard isEast || cursor.take("-"), let first = cursor.number(digits: 2...4) else { return nil }
    var minutes = first.value
    if first.digits == 2 {
      minutes *= 60
      if cursor.take(":") {
        guard let rest = cursor.number(digits: 2...2), rest.value < 60 else { return nil }
        minutes += rest.value
      }
    } else {
      guard first.digits == 4, first.value % 100 < 60 else { return nil }
      minutes = first.value / 100 * 60 + first.value % 100
    }
    guard cursor.isAtEnd, minutes <= 900 else { return nil }
    return ((isEast ? 60 : -60) * minutes, ())
  }

  private func formatted(_ cursor: inout ByteCursor, _ parts: [Part]) -> Timestamp? {
    var year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0
    var isAfternoon: Bool?
    for part in parts {
      switch part {
      case .literal(let byte):
        guard cursor.next == byte else { return nil }
        cursor.advance()
      case .halfDay:
        isAfternoon = cursor.take("P") || cursor.take("p")
        guard isAfternoon == true || cursor.take("A") || cursor.take("a") else { return nil }
        if !cursor.take("M") { _ = cursor.take("m") }
      default:
        guard let number = cursor.number(digits: part == .year ? 4...4 : 1...2) else { return nil }
        switch part {
        case .year: year = number.value
        case .month: month = number.value
        case .day: day = number.value
        case .minute: minute = number.value
        case .second: second = min(59, number.value)
        default: hour = number.value
        }
      }
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    cursor.skipBlanks()
    guard cursor.isAtEnd, hour < 24, minute < 60,
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return Timestamp(
      date: date, secondOfDay: hour * 3_600 + minute * 60 + second, offsetSeconds: nil)
  }
}

/// Walks through bytes.
struct ByteCursor {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index >= bytes.endIndex }

  /// The byte here, or nil at the end.
  var next: UInt8? { isAtEnd ? nil : bytes[index] }

  mutating func advance() { index += 1 }

  mutating func skipBlanks() {
    while next == 0x20 || next == 0x09 { index += 1 }
  }

  /// Steps over a character if it is the next one.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = next, UInt32(byte) == character.value else { return false }
    index += 1
    return true
  }

  /// Takes all digits that follow, or nil if there are too few or too many.
  mutating func number(digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
    var value = 0
    var count = 0
    while let byte = next, byte >= 0x30, byte <= 0x39 {
      guard count < digits.upperBound else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
      index += 1
    }
    return count >= digits.lowerBound ? (value, count) : nil
  }
}

/// Moves moments from the clock of a log to the clock of a plan.
struct ClockConverter {
  private let source: TimeZone?
  private let target: TimeZone?
  private let isSameClock: Bool
  /// The last quarter hour and the target's offset in it: offsets change on
  /// quarter hours only, and logs are mostly in order.
  private var lastQuarter = Int.min
  private var lastOffset = 0

  /// A converter between two zones by name.
  init(from source: String, to target: String) {
    self.source = TimeZone(identifier: source)
    self.target = TimeZone(identifier: target)
    isSameClock = source == target
  }

  /// The moment on the target's clock.
  mutating func convert(_ moment: Timestamp) -> (date: CivilDate, minuteOfDay: Int) {
    guard let offset = moment.offsetSeconds ?? (isSameClock ? nil : sourceOffset(moment)) else {
      return (moment.date, moment.secondOfDay / 60)
    }
    let instant = moment.date.dayNumber * 86_400 + moment.secondOfDay - offset
    let quarter = floorDivide(instant, by: 900)
    if quarter != lastQuarter {
      lastQuarter = quarter
      lastOffset = target?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))) ?? 0
    }
    let wall = instant + lastOffset
    let day = floorDivide(wall, by: 86_400)
    return (CivilDate(dayNumber: day), (wall - day * 86_400) / 60)
  }

  private func sourceOffset(_ moment: Timestamp) -> Int {
    guard let source else { return 0 }
    let wall = moment.date.dayNumber * 86_400 + moment.secondOfDay
    let guess = source.secondsFromGMT(for: Date(timeIntervalSince1970: Double(wall)))
    return source.secondsFromGMT(for: Date(timeIntervalSince1970: Double(wall - guess)))
  }

  private func floorDivide(_ dividend: Int, by divisor: Int) -> Int {
    dividend >= 0 ? dividend / divisor : -((divisor - 1 - dividend) / divisor)
  }
}
