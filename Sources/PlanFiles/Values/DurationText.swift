/// Lengths of time for calculations: any fraction of a second, and a number
/// without a unit where the context gives one.
enum DurationText {
  private static let units: [(word: String, seconds: Double)] = [
    ("days", 86_400), ("day", 86_400), ("d", 86_400), ("天", 86_400),
    ("hours", 3_600), ("hour", 3_600), ("hrs", 3_600), ("hr", 3_600), ("h", 3_600),
    ("小时", 3_600), ("小時", 3_600),
    ("minutes", 60), ("minute", 60), ("mins", 60), ("min", 60), ("m", 60), ("分钟", 60),
    ("分鐘", 60), ("分", 60),
    ("seconds", 1), ("second", 1), ("secs", 1), ("sec", 1), ("s", 1), ("秒", 1),
  ]

  /// The seconds of a text such as `180s`, `30m`, `0.5h`, `1h30m`, `2.5 min`,
  /// `30分钟`, or nil.
  ///
  /// Each unit stands at most once, from large to small.
  ///
  /// - Parameter bareUnit: The seconds that a number without a unit counts;
  ///   nil wants a unit.
  static func seconds(_ text: some StringProtocol, bareUnit: Double?) -> Double? {
    var rest = Substring(text.lowercased().filter { !$0.isWhitespace })
    if let bareUnit, let number = parsedNumber(rest) {
      return number >= 0 ? number * bareUnit : nil
    }
    var total = 0.0
    var lastUnit = Double.infinity
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let word = rest.prefix { !($0.isASCII && ($0.isNumber || $0 == ".")) }
      rest = rest.dropFirst(word.count)
      guard let number = parsedNumber(digits),
        let unit = units.first(where: { $0.word == word })?.seconds, unit < lastUnit
      else { return nil }
      total += number * unit
      lastUnit = unit
    }
    return lastUnit.isFinite ? total : nil
  }

  /// The seconds of the unit at the end of a column's header
  /// (`handle_minutes`), or nil if it has none.
  static func unit(ofHeader header: String) -> Double? {
    let name = TableSchema.normalized(header)
    let words = [
      ("seconds", 1.0), ("secs", 1), ("sec", 1), ("second", 1), ("minutes", 60), ("mins", 60),
      ("min", 60), ("minute", 60), ("hours", 3_600), ("hour", 3_600), ("秒", 1), ("分钟", 60),
      ("分鐘", 60), ("小时", 3_600), ("小時", 3_600),
    ]
    return words.first { name.hasSuffix($0.0) }?.1
  }
}
