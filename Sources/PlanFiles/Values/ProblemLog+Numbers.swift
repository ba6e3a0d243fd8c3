/// Numbers, percentages, switches and words of a fixed set.
///
/// Each reader reports a text that is none of them and returns nil.
extension ProblemLog {
  /// A number within limits.
  func number(_ source: SourceText, in limits: ClosedRange<Double>) -> Double? {
    guard let value = parsedNumber(source.text) else {
      report(
        .badNumber, source, "\(quoted(source.text)) is not a number.",
        expected: "a number such as 12.5")
      return nil
    }
    return checked(value, source, in: limits)
  }

  /// A whole number within limits.
  func count(_ source: SourceText, in limits: ClosedRange<Int>) -> Int? {
    guard let value = parsedNumber(source.text), value == value.rounded(), abs(value) < 1e15 else {
      report(
        .badNumber, source, "\(quoted(source.text)) is not a whole number.",
        expected: "a whole number such as 3")
      return nil
    }
    let wide = Double(limits.lowerBound)...Double(limits.upperBound)
    return checked(value, source, in: wide).map { Int($0) }
  }

  /// A share or a factor as a percentage, `85%`, or as a plain number that
  /// lies within the same limits, `0.85`.
  func percent(_ source: SourceText, in limits: ClosedRange<Double>) -> Double? {
    var text = source.text
    let hasSign = text.hasSuffix("%") || text.hasSuffix("％")
    if hasSign { text.removeLast() }
    guard let number = parsedNumber(trimmed(text)) else {
      report(
        .badPercent, source, "\(quoted(source.text)) is not a percentage.",
        expected: "a percentage such as 85%")
      return nil
    }
    let value = hasSign ? number / 100 : number
    guard limits.contains(value) else {
      let fits = !hasSign && limits.contains(number / 100)
      report(
        .outOfRange, source, "\(quoted(source.text)) is out of range.",
        expected: "\(plain(limits.lowerBound * 100))% to \(plain(limits.upperBound * 100))%",
        action: fits ? "Did you mean \(quoted(source.text + "%"))?" : "")
      return nil
    }
    return value
  }

  /// `true` or `false`, also `yes`, `no`, `on`, `off`, `是` and `否`.
  func isOn(_ source: SourceText) -> Bool? {
    switch source.text.lowercased() {
    case "true", "yes", "on", "是": return true
    case "false", "no", "off", "否": return false
    default:
      report(
        .badSwitch, source, "\(quoted(source.text)) is neither true nor false.",
        expected: "true or false")
      return nil
    }
  }

  /// One of some words; each has further spellings that mean the same.
  func word<Value>(_ source: SourceText, among words: [KnownWord<Value>]) -> Value? {
    let wanted = TableSchema.normalized(source.text)
    for word in words
    where ([word.name] + word.aliases).contains(where: { TableSchema.normalized($0) == wanted }) {
      return word.value
    }
    let names = words.map(\.name)
    report(
      .badWord, source, "\(quoted(source.text)) is not known here.",
      expected: "one of \(listed(names))",
      action: suggestion(for: source.text, among: names + words.flatMap(\.aliases)))
    return nil
  }

  private func checked(
    _ value: Double, _ source: SourceText, in limits: ClosedRange<Double>
  ) -> Double? {
    if limits.contains(value) { return value }
    report(
      .outOfRange, source, "\(quoted(source.text)) is out of range.",
      expected: "\(plain(limits.lowerBound)) to \(plain(limits.upperBound))")
    return nil
  }
}

/// A word that a file may use, what it means, and other spellings.
struct KnownWord<Value: Sendable>: Sendable {
  var name: String
  var aliases: [String] = []
  var value: Value

  init(_ name: String, _ value: Value, aliases: [String] = []) {
    self.name = name
    self.value = value
    self.aliases = aliases
  }
}

/// A number in decimal notation, or nil: no names such as `nan`, no hexadecimal.
func parsedNumber(_ text: some StringProtocol) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 40,
    text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "+-.eE".utf8.contains($0) }),
    let value = Double(text), value.isFinite
  else { return nil }
  return value
}

/// A number without a fraction that says nothing.
func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
