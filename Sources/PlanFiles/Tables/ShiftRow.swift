import CivilTime
import PlainText
import Rostering

/// Reads rows of worked shifts: a history or a roster.
struct ShiftRow {
  /// What is done about breaks that a row does not give.
  enum MissingBreaks {
    /// Places them where the pattern allows one place only; reports others.
    case mustBeCertain
    /// Places them as early as the pattern allows.
    case atTheEarliest
  }

  let horizon: PlanHorizon
  let patterns: [ShiftPattern]
  let staff: StaffTable
  let missingBreaks: MissingBreaks
  let log: ProblemLog

  /// What a row says of a day.
  enum Content {
    case off(employeeID: String, day: Int)
    case shift(ShiftAssignment)

    /// The day on the horizon's axis.
    var day: Int {
      switch self {
      case .off(_, let day): day
      case .shift(let shift): shift.day
      }
    }
  }

  /// What a row says, or nil after a problem.
  func content(_ row: TableRow) -> Content? {
    let id = row.required("employee").flatMap { staff.employeeID(unguarded($0), log: log) }
    guard let shift = row.required("shift", expected: "a shift's name, or OFF").map(unguarded)
    else { return nil }
    if isOffWord(shift.text) {
      guard let id, let day = statedDay(row)?.day else { return nil }
      return .off(employeeID: id, day: day)
    }
    guard let minutes = minutes(row), let id else { return nil }
    let day = horizon.day(ofMinute: minutes.lowerBound)
    var assignment = ShiftAssignment(
      employeeID: id, day: day, pattern: shift.text, minutes: minutes)
    let pattern = patterns.first { $0.name == shift.text }
    guard let breaks = breaks(row, shift: shift, minutes: minutes, pattern: pattern) else {
      return nil
    }
    assignment.breaks = breaks
    return .shift(assignment)
  }

  /// A name without the guard that our own files put before a formula's sign.
  private func unguarded(_ source: SourceText) -> SourceText {
    source.part(FormulaGuard.restored(source.text))
  }

  // MARK: Times

  /// The minutes of the axis from the start to the end of a row's shift, or nil
  /// after a problem.
  func minutes(_ row: TableRow) -> Range<Int>? {
    let start = row.required("start").flatMap { moment($0) }
    let end = row.required("end").flatMap { moment($0) }
    guard let start, let end else { return nil }
    return minutes(row, start: start, end: end)
  }

  /// True if a field gives a day with its time, as a roster.csv of ours does.
  static func hasDate(_ source: SourceText) -> Bool {
    let parts = source.text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    return parts.count == 2 && parts[0].contains(where: { "-/.年".contains($0) })
  }

  /// A time of day, or a day and time in minutes of the axis.
  private enum Moment {
    case clock(Int)
    case axis(Int)
  }

  private func moment(_ source: SourceText) -> Moment? {
    let parts = source.text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard Self.hasDate(source) else { return log.clockTime(source).map { .clock($0) } }
    guard let date = log.date(source.part(parts[0])) else { return nil }
    var clock = String(parts[1])
    var offset: Int?
    if clock.hasSuffix("Z") {
      clock.removeLast()
      offset = 0
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" || $0 == "−" }) {
      let digits = clock[clock.index(after: sign)...].filter { $0 != ":" }
      guard digits.count == 4, let number = Int(digits), number % 100 < 60, number <= 1_500 else {
        return badMoment(source)
      }
      offset = (number / 100 * 60 + number % 100) * (clock[sign] == "+" ? 60 : -60)
      clock = String(clock[..<sign])
    }
    guard let minute = parsedClockTime(clock) else { return badMoment(source) }
    var axis = horizon.day(of: date) * 1_440 + minute
    if let offset {
      axis += (horizon.clock.offsetSeconds(on: date, minute: minute) - offset) / 60
    }
    return .axis(axis)
  }

  private func badMoment(_ source: SourceText) -> Moment? {
    log.report(
      .badClockTime, source, "\(quoted(source.text)) is not a time.",
      expected: "a time such as 08:30 or 2026-02-16T08:30:00+08:00")
    return nil
  }

  /// The day that the columns `date` and `day` give.
  private func statedDay(_ row: TableRow) -> (day: Int, source: SourceText)? {
    if let source = row.value("date") {
      return log.date(source).map { (horizon.day(of: $0), source) }
    }
    guard let source = row.value("day") else {
      _ = row.required("date")
      return nil
    }
    if source.text.contains(where: { "-/.年".contains($0) }), source.text.count > 5 {
      return log.date(source).map { (horizon.day(of: $0), source) }
    }
    return log.count(source, in: -4_000...731).map { ($0, source) }
  }

  private func minutes(_ row: TableRow, start: Moment, end: Moment) -> Range<Int>? {
    var from: Int
    switch start {
    case .axis(let minute):
      from = minute
      let hasDay = row.value("date") != nil || row.value("day") != nil
      if hasDay, let stated = statedDay(row), stated.day != horizon.day(ofMinute: minute) {
        log.report(
          .conflicting, stated.source,
          "The row's day is \(horizon.date(ofDay: stated.day)), its start lies on "
            + "\(horizon.date(ofDay: horizon.day(ofMinute: minute))).",
          expected: "the day on which the shift starts")
        return nil
      }
    case .clock(let minute):
      guard let day = statedDay(row)?.day else { return nil }
      guard minute < 1_440 else {
        log.report(
          .outOfRange, at: row.place("start"), "The start is a time of the next day.",
          expected: "a start before 24:00 of the shift's own day")
        return nil
      }
      from = day * 1_440 + minute
    }
    var until: Int
    switch end {
    case .axis(let minute): until = minute
    case .clock(let minute):
      until = horizon.day(ofMinute: from) * 1_440 + minute
      if until <= from { until += 1_440 }
    }
    guard from < until else {
      log.report(.reversed, at: row.place("end"), "The shift ends before it begins.")
      return nil
    }
    guard until - from <= 2_880 else {
      log.report(
        .outOfRange, at: row.place("end"), "The shift is longer than two days.",
        expected: "at most 48 hours")
      return nil
    }
    return from..<until
  }

  // MARK: Breaks

  private func breaks(
    _ row: TableRow, shift: SourceText, minutes: Range<Int>, pattern: ShiftPattern?
  ) -> [ShiftBreak]? {
    if row.hasColumn("breaks") {
      guard let source = row.value("breaks") else { return [] }
      return statedBreaks(source, minutes: minutes)
    }
    guard let pattern else {
      if missingBreaks == .atTheEarliest { return [] }
      _ = log.pattern(shift, among: patterns)
      return nil
    }
    let due = pattern.breaks.filter { $0.earliestOffset + $0.minutes <= minutes.count }
    var placed: [ShiftBreak] = []
    var end = minutes.lowerBound
    for rule in due {
      if missingBreaks == .mustBeCertain,
        rule.latestOffset - rule.earliestOffset >= horizon.intervalMinutes
      {
        log.report(
          .breakUnplaced, shift,
          "The breaks of \(quoted(pattern.name)) can be in several places, and the row does not "
            + "say where.",
          action: "Add a column \"breaks\" such as 12:00-12:30.")
        return nil
      }
      let start = max(end, minutes.lowerBound + rule.earliestOffset)
      end = start + rule.minutes
      placed.append(ShiftBreak(minutes: start..<end, isPaid: rule.isPaid))
    }
    return placed
  }

  /// Breaks such as `12:00-12:30; 15:00-15:15 paid`.
  private func statedBreaks(_ source: SourceText, minutes: Range<Int>) -> [ShiftBreak]? {
    var breaks: [ShiftBreak] = []
    for part in source.text.split(whereSeparator: { $0 == ";" || $0 == "；" || $0 == "|" }) {
      var text = trimmed(part)
      guard !text.isEmpty else { continue }
      let isPaid = text.lowercased().hasSuffix("paid")
      if isPaid { text = trimmed(text.dropLast(4)) }
      guard let span = log.clockSpan(source.part(text), startingBefore: 2_880) else {
        return nil
      }
      let midnight = horizon.day(ofMinute: minutes.lowerBound) * 1_440
      // A break earlier on the clock than the shift's start is after midnight.
      var start = midnight + span.lowerBound
      while start < minutes.lowerBound { start += 1_440 }
      let whole = start..<(start + span.count)
      guard whole.upperBound <= minutes.upperBound else {
        log.report(
          .breakMisfit, source, "The break \(quoted(text)) lies outside its shift.",
          expected: "a break between "
            + clockText(ofMinute: minutes.lowerBound - midnight, fromDay: 0) + " and "
            + clockText(ofMinute: minutes.upperBound - midnight, fromDay: 0))
        return nil
      }
      if let last = breaks.last, whole.lowerBound < last.minutes.upperBound {
        log.report(
          .breakMisfit, source, "The break \(quoted(text)) begins before the one before it ends.",
          expected: "breaks in order")
        return nil
      }
      breaks.append(ShiftBreak(minutes: whole, isPaid: isPaid))
    }
    return breaks
  }
}
