import CivilTime

/// Dates, clock times and lengths of time as people write them in plan files.
///
/// Each reader reports a text that is none of them and returns nil.
extension ProblemLog {
  /// A date: `2026-02-16`, also `2026/2/16`, `2026.2.16` and `2026年2月16日` as
  /// spreadsheets show it.
  func date(_ source: SourceText) -> CivilDate? {
    if let date = parsedDate(source.text) { return date }
    report(
      .badDate, source, "\(quoted(source.text)) is not a date.",
      expected: "a date such as 2026-02-16")
    return nil
  }

  /// One date or a span of dates, `2026-02-16..2026-02-19`, both included.
  func dates(_ source: SourceText) -> ClosedRange<CivilDate>? {
    let ends = source.text.components(separatedBy: "..")
    guard ends.count == 2 else { return date(source).map { $0...$0 } }
    let first = date(source.part(ends[0]))
    let last = date(source.part(ends[1]))
    guard let first, let last else { return nil }
    guard first <= last else {
      report(.reversed, source, "\(last) lies before \(first).", expected: "an earlier date first")
      return nil
    }
    return first...last
  }

  /// A time of day in minutes from midnight; 24:00 and later are the next day.
  func clockTime(_ source: SourceText) -> Int? {
    if let minute = parsedClockTime(source.text) { return minute }
    report(
      .badClockTime, source, "\(quoted(source.text)) is not a time of day.",
      expected: "a time such as 08:30, at most 48:00")
    return nil
  }

  /// A span of the day, `08:00-24:00`, in minutes from midnight. An end at or
  /// before the start is on the next day.
  ///
  /// - Parameter latest: The minute before which the span has to start; more
  ///   than a day where times past midnight count on (`24:30-25:00`).
  func clockSpan(_ source: SourceText, startingBefore latest: Int = 1_440) -> Range<Int>? {
    let dashes: Set<Character> = ["-", "–", "—", "~", "～", "至"]
    let ends = source.text.split(whereSeparator: { dashes.contains($0) }).map { trimmed($0) }
    guard ends.count == 2, let start = parsedClockTime(ends[0]), start < latest,
      let end = parsedClockTime(ends[1])
    else {
      report(
        .badClockTime, source, "\(quoted(source.text)) is not a span of the day.",
        expected: "a start and an end such as 08:00-24:00")
      return nil
    }
    return start..<(end > start ? end : end + 1_440)
  }

  /// A length of time in seconds, within limits.
  func seconds(_ source: SourceText, in limits: ClosedRange<Int>) -> Int? {
    guard let span = parsedSpan(source.text) else {
      let isNumber = Double(source.text) != nil
      report(
        .badSpan, source,
        "\(quoted(source.text)) is not a length of time\(isNumber ? ": it has no unit" : "").",
        expected: "a number with d, h, m or s, such as 8h30m")
      return nil
    }
    guard limits.contains(span.seconds) else {
      let least = TimeSpan(seconds: limits.lowerBound)?.description ?? ""
      let most = TimeSpan(seconds: limits.upperBound)?.description ?? ""
      report(
        .outOfRange, source, "\(quoted(source.text)) is out of range.",
        expected: "\(least) to \(most)")
      return nil
    }
    return span.seconds
  }

  /// A length of time in whole minutes, within limits.
  func minutes(_ source: SourceText, in limits: ClosedRange<Int>) -> Int? {
    let wide = (limits.lowerBound * 60)...(limits.upperBound * 60)
    guard let seconds = seconds(source, in: wide) else { return nil }
    guard seconds % 60 == 0 else {
      report(
        .badSpan, source, "\(quoted(source.text)) is not in whole minutes.",
        expected: "a length of whole minutes such as 8h30m")
      return nil
    }
    return seconds / 60
  }
}

/// A date in one of the forms `ProblemLog.date` takes, or nil.
func parsedDate(_ text: some StringProtocol) -> CivilDate? {
  if let date = CivilDate(iso: text) { return date }
  var numbers: [Int] = []
  var digits = ""
  var separators: [Character] = []
  for character in text {
    if character.isASCII, character.isNumber {
      digits.append(character)
    } else {
      guard "-/.年月日".contains(character), let number = Int(digits), digits.count <= 4 else {
        return nil
      }
      numbers.append(number)
      separators.append(character)
      digits = ""
    }
  }
  if !digits.isEmpty {
    guard let number = Int(digits), digits.count <= 4 else { return nil }
    numbers.append(number)
  }
  let forms: [[Character]] = [["-", "-"], ["/", "/"], [".", "."], ["年", "月", "日"], ["年", "月"]]
  guard numbers.count == 3, forms.contains(separators), numbers[0] >= 1_000 else { return nil }
  return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
}

/// A time of day in minutes from midnight, with a full-width colon and seconds
/// of `:00` allowed as spreadsheets write them, or nil.
func parsedClockTime(_ text: some StringProtocol) -> Int? {
  var plain = trimmed(text).replacing("：", with: ":")
  if plain.count > 5, plain.hasSuffix(":00") { plain.removeLast(3) }
  return ClockTime(plain)?.minuteOfDay
}

/// A length of time with units as letters or in words, or nil.
func parsedSpan(_ text: some StringProtocol) -> TimeSpan? {
  var plain = text.lowercased()
  let words = [
    ("hours", "h"), ("hour", "h"), ("小时", "h"), ("minutes", "m"), ("minute", "m"), ("mins", "m"),
    ("min", "m"), ("分钟", "m"), ("分", "m"), ("seconds", "s"), ("second", "s"), ("secs", "s"),
    ("sec", "s"), ("秒", "s"), ("days", "d"), ("day", "d"), ("天", "d"),
  ]
  for (word, unit) in words where plain.contains(word) {
    plain = plain.replacing(word, with: unit)
  }
  return TimeSpan(plain)
}
