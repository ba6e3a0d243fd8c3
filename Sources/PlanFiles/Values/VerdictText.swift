/// What customers' verdicts and reopen counts look like in exports.
enum VerdictText {
  private static let good = ["good", "satisfied", "happy", "positive", "yes", "满意", "好评", "滿意"]
  private static let bad = [
    "bad", "dissatisfied", "unsatisfied", "unhappy", "negative", "no", "不满意", "差评", "不滿意",
  ]
  private static let middle = ["neutral", "average", "ok", "一般", "中评"]

  /// 1 for good, 0 for bad, 0.5 for neither, a number as it is; nil for
  /// anything else, such as a verdict that was only asked for.
  static func value(of text: String) -> Double? {
    guard !text.isEmpty else { return nil }
    if let number = parsedNumber(text) { return number >= 0 ? number : nil }
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    // "Not offered" and "offered" are no verdicts, "very dissatisfied" is one.
    if words.contains(where: bad.contains) { return 0 }
    if words.contains("not") { return nil }
    if words.contains(where: good.contains) { return 1 }
    return words.contains(where: middle.contains) ? 0.5 : nil
  }

  /// How often a ticket was opened again: a number, or yes and no.
  static func count(of text: String) -> Double? {
    if let number = parsedNumber(text) { return number >= 0 ? number : nil }
    switch text.lowercased() {
    case "yes", "true", "是": return 1
    case "no", "false", "否": return 0
    default: return nil
    }
  }
}
