import CivilTime

/// A language that reports are written in.
public enum ReportLanguage: String, CaseIterable, Codable, Sendable {
  /// English.
  case english = "en"
  /// Chinese in simplified characters.
  case simplifiedChinese = "zh-Hans"
  /// Chinese in traditional characters.
  case traditionalChinese = "zh-Hant"

  /// The tag of BCP 47, as HTML wants it.
  public var tag: String { rawValue }

  /// The words for a phrase.
  public func text(_ phrase: Phrase) -> String {
    switch self {
    case .english: phrase.english
    case .simplifiedChinese: phrase.simplifiedChinese
    case .traditionalChinese: phrase.traditionalChinese
    }
  }

  /// The words of this language among those of all.
  public func words(_ english: String, _ simplified: String, _ traditional: String) -> String {
    switch self {
    case .english: english
    case .simplifiedChinese: simplified
    case .traditionalChinese: traditional
    }
  }

  /// What stands between a title and what it is about: `: `, `：`.
  public var colon: String { self == .english ? ": " : "：" }

  /// What ends a sentence.
  public var stop: String { self == .english ? "." : "。" }

  /// A weekday, short: `Tue`, `周二`, `週二`.
  public func weekday(_ weekday: Weekday) -> String {
    let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let chinese = ["一", "二", "三", "四", "五", "六", "日"]
    switch self {
    case .english: return english[weekday.index]
    case .simplifiedChinese: return "周" + chinese[weekday.index]
    case .traditionalChinese: return "週" + chinese[weekday.index]
    }
  }

  /// A date without its year: `17 Feb`, `2月17日`.
  public func dayAndMonth(_ date: CivilDate) -> String {
    let (_, month, day) = date.parts
    switch self {
    case .english: return "\(day) \(Self.englishMonths[month - 1])"
    case .simplifiedChinese, .traditionalChinese: return "\(month)月\(day)日"
    }
  }

  /// A date with its weekday: `Tue 17 Feb`, `2月17日 周二`.
  public func shortDate(_ date: CivilDate) -> String {
    switch self {
    case .english: weekday(date.weekday) + " " + dayAndMonth(date)
    case .simplifiedChinese, .traditionalChinese:
      dayAndMonth(date) + " " + weekday(date.weekday)
    }
  }

  /// The days from one date to another, with the year.
  public func period(from first: CivilDate, to last: CivilDate) -> String {
    switch self {
    case .english:
      let start =
        first.year == last.year ? shortDate(first) : "\(shortDate(first)) \(first.year)"
      return first == last
        ? "\(shortDate(last)) \(last.year)" : "\(start) – \(shortDate(last)) \(last.year)"
    case .simplifiedChinese, .traditionalChinese:
      let start = "\(first.year)年\(shortDate(first))"
      if first == last { return start }
      let end = first.year == last.year ? shortDate(last) : "\(last.year)年\(shortDate(last))"
      return "\(start) – \(end)"
    }
  }

  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
