import CivilTime

/// An iCalendar text under construction (RFC 5545): content lines ended by
/// CRLF and folded at 75 octets.
struct CalendarText {
  private(set) var text = ""

  /// Adds a property whose value needs no escaping.
  mutating func add(_ name: String, _ value: String) {
    text += Self.folded(name + ":" + value)
  }

  /// Adds a property with words as its value.
  mutating func add(_ name: String, words: String) {
    add(name, Self.escaped(words))
  }

  /// A TEXT value (RFC 5545, 3.3.11); control characters that it cannot hold
  /// are left out.
  static func escaped(_ words: String) -> String {
    var value = ""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        value += "\\"
        value.unicodeScalars.append(scalar)
      case "\n": value += "\\n"
      case "\u{0}"..<"\u{20}", "\u{7F}": break
      default: value.unicodeScalars.append(scalar)
      }
    }
    return value
  }

  /// A content line with its CRLF, cut before an octet would be the 76th and
  /// never inside a character's UTF-8 (RFC 5545, 3.1).
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if octets + size > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += size
    }
    return folded + "\r\n"
  }

  /// An instant in UTC: `20260216T140000Z`.
  static func utcText(epochSeconds: Int) -> String {
    let secondOfDay = ((epochSeconds % 86_400) + 86_400) % 86_400
    let date = CivilDate(dayNumber: (epochSeconds - secondOfDay) / 86_400)
    let parts = [secondOfDay / 3_600, secondOfDay % 3_600 / 60, secondOfDay % 60]
    let time = parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined()
    return dateText(date) + "T" + time + "Z"
  }

  /// A date: `20260216`.
  static func dateText(_ date: CivilDate) -> String {
    "\(date)".filter { $0 != "-" }
  }
}
