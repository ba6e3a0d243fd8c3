/// A length of time in whole seconds, written the way people write it in a
/// plan: `11h`, `90m`, `1h30m`, `180s`, `2d`, `8.5h`.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// The length in seconds; never negative.
  public let seconds: Int

  /// A span of `seconds` seconds, or nil when negative.
  public init?(seconds: Int) {
    guard seconds >= 0 else { return nil }
    self.seconds = seconds
  }

  /// A span of `minutes` minutes, or nil when negative.
  public init?(minutes: Int) {
    guard minutes >= 0, minutes <= Int.max / 60 else { return nil }
    seconds = minutes * 60
  }

  /// A span written as numbers with the units `d`, `h`, `m`, `s`, each at
  /// most once and from large to small. Nil for anything else, also for a
  /// number without a unit and for more than about a thousand years.
  public init?(_ text: some StringProtocol) {
    var total = 0.0
    var number = ""
    var lastUnit = Int.max
    for character in text.lowercased() where character != " " {
      if character.isASCII && (character.isNumber || character == ".") {
        number.append(character)
        continue
      }
      let unit: Int
      switch character {
      case "d": unit = 86_400
      case "h": unit = 3_600
      case "m": unit = 60
      case "s": unit = 1
      default: return nil
      }
      guard unit < lastUnit, let value = Double(number), value.isFinite else { return nil }
      total += value * Double(unit)
      lastUnit = unit
      number = ""
    }
    guard number.isEmpty, lastUnit != Int.max, total < 4e10 else { return nil }
    seconds = Int(total.rounded())
  }

  /// The length in minutes, rounded down.
  public var wholeMinutes: Int { seconds / 60 }
  /// The length in hours.
  public var hours: Double { Double(seconds) / 3_600 }

  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.seconds < right.seconds
  }
}

extension TimeSpan: CustomStringConvertible {
  /// The span in the form the initialiser reads: `11h`, `1h30m`, `45s`.
  public var description: String {
    if seconds == 0 { return "0s" }
    let parts = [
      (seconds / 3_600, "h"), (seconds % 3_600 / 60, "m"), (seconds % 60, "s"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}
