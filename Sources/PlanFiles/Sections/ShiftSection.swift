import CivilTime
import Rostering

/// The shift patterns and where they are written.
struct ShiftSection {
  private(set) var patterns: [ShiftPattern] = []
  /// For each pattern the place of its name.
  private(set) var places: [SourcePlace] = []

  /// - Parameter picker: Finds the days of a pattern; nil after a problem with
  ///   the horizon.
  init(_ root: SectionReader, picker: DayPicker?) {
    for section in root.sections("shifts") {
      guard let pattern = ShiftSection.pattern(section, picker: picker) else {
        if case .scalar(let name?) = section.node("name")?.content {
          root.log.unreadShifts.insert(name)
        }
        continue
      }
      let place = section.value("name")?.place ?? section.place
      if let first = patterns.firstIndex(where: { $0.name == pattern.name }) {
        root.log.report(
          .nameRepeated, at: place, value: pattern.name,
          "The shift \(quoted(pattern.name)) is there twice, first in line \(places[first].line).",
          action: "Give each shift a name of its own.")
        continue
      }
      patterns.append(pattern)
      places.append(place)
    }
    if patterns.isEmpty, !root.has("shifts") {
      root.log.report(
        .keyMissing, at: root.place, "The plan has no shifts.",
        expected: "a list of maps under \"shifts\"")
    }
  }

  private static func pattern(_ section: SectionReader, picker: DayPicker?) -> ShiftPattern? {
    let log = section.log
    let name = section.value("name").flatMap { log.name($0) }
    if name.map(isOffWord) == true, let source = section.value("name") {
      log.report(
        .badText, source, "\(quoted(source.text)) means a day off and cannot name a shift.",
        expected: "another name")
    }
    let starts = Set((section.values("starts") ?? []).flatMap { log.starts($0) })
    let lengths = Set((section.values("lengths") ?? []).flatMap { log.lengths($0) })
    for (key, isEmpty) in [("starts", starts.isEmpty), ("lengths", lengths.isEmpty)] {
      if isEmpty, case .list(let items) = section.node(key)?.content, items.isEmpty {
        log.report(
          .valueMissing, at: section.place(of: key), "The list \(quoted(key)) is empty.",
          expected: "at least one value")
      }
    }
    var breaks: [(rule: BreakRule, place: SourcePlace)] = []
    for part in section.sections("breaks") {
      if let rule = breakRule(part) { breaks.append((rule, part.place)) }
    }
    checkBreaks(breaks, lengths: lengths.sorted(), log: log)
    var days: Set<Int>?
    if let sources = section.values("days"), let picker {
      let range = 0..<picker.horizon.dayCount
      let found = sources.map { picker.days($0, within: range) }
      if found.allSatisfy({ $0 != nil }) {
        days = found.reduce(into: Set()) { $0.formUnion($1 ?? []) }
        if days?.count == range.count { days = nil }
      }
    }
    let skills = (section.values("skills") ?? []).compactMap { log.name($0) }
    guard let name, !starts.isEmpty, !lengths.isEmpty else { return nil }
    return ShiftPattern(
      name: name, startMinutes: starts.sorted(), lengthMinutes: lengths.sorted(),
      breaks: breaks.map(\.rule), days: days, skills: skills)
  }

  private static func breakRule(_ section: SectionReader) -> BreakRule? {
    let log = section.log
    let length = section.value("length").flatMap { log.minutes($0, in: 1...720) }
    let isPaid = section.isOn("paid", default: false)
    var ends = section.values("between") ?? []
    if ends.count == 1, let source = ends.first {
      ends = source.text.components(separatedBy: "..").map { source.part($0) }
    }
    let offsets = ends.map { log.minutes($0, in: 0...2_880) }
    guard ends.count == 2 else {
      if section.has("between") {
        log.report(
          .badSpan, at: section.place(of: "between"), "\"between\" has \(ends.count) values.",
          expected: "the earliest and the latest start such as [3h, 5h30m]")
      }
      return nil
    }
    guard let length, let earliest = offsets[0], let latest = offsets[1] else { return nil }
    guard earliest <= latest else {
      log.report(
        .reversed, ends[1], "The latest start of a break lies before the earliest.",
        expected: "a latest start from \(hours(earliest)) after the shift's start on")
      return nil
    }
    return BreakRule(
      minutes: length, earliestOffset: earliest, latestOffset: latest, isPaid: isPaid)
  }

  /// Reports a break that fits no length, and lengths whose breaks cannot all
  /// be taken one after the other. A shift too short for a break is without.
  private static func checkBreaks(
    _ breaks: [(rule: BreakRule, place: SourcePlace)], lengths: [Int], log: ProblemLog
  ) {
    guard let longest = lengths.last else { return }
    for (rule, place) in breaks where rule.earliestOffset + rule.minutes > longest {
      log.report(
        .breakMisfit, at: place,
        "A break of \(rule.minutes) min from \(hours(rule.earliestOffset)) on fits into none of the "
          + "lengths, at most \(hours(longest)).",
        action: "Let it begin earlier.")
    }
    for length in lengths {
      var end = 0
      for (rule, place) in breaks where rule.earliestOffset + rule.minutes <= length {
        let start = max(end, rule.earliestOffset)
        if start > rule.latestOffset || start + rule.minutes > length {
          log.report(
            .breakMisfit, at: place,
            "In a shift of \(hours(length)) this break cannot be taken after the ones before.",
            action: "Let it end later, or list the breaks in the order they are taken.")
          break
        }
        end = start + rule.minutes
      }
    }
  }
}

/// A length in minutes as a message shows it.
func hours(_ minutes: Int) -> String {
  TimeSpan(minutes: minutes)?.description ?? "\(minutes) min"
}

/// True for the words that stand for a day off in place of a shift's name.
func isOffWord(_ text: String) -> Bool {
  ["off", "休", "休息", "-"].contains(text.lowercased())
}

extension ProblemLog {
  /// Starts of a shift in minutes from midnight: one time, or
  /// `08:00..12:00 every 30m`.
  func starts(_ source: SourceText) -> [Int] {
    let ends = source.text.components(separatedBy: "..")
    guard ends.count == 2 else {
      guard let minute = clockTime(source) else { return [] }
      return isDayStart(minute, source) ? [minute] : []
    }
    let rest = ends[1].components(separatedBy: "every")
    let first = clockTime(source.part(ends[0]))
    let last = clockTime(source.part(rest[0]))
    let step = self.step(rest, source)
    guard let first, let last, let step, isDayStart(last, source) else { return [] }
    return steps(from: first, to: last, by: step, source)
  }

  /// Lengths of a shift in minutes: one, or `4h..8h every 1h`.
  func lengths(_ source: SourceText) -> [Int] {
    let limits = 15...2_880
    let ends = source.text.components(separatedBy: "..")
    guard ends.count == 2 else { return minutes(source, in: limits).map { [$0] } ?? [] }
    let rest = ends[1].components(separatedBy: "every")
    let first = minutes(source.part(ends[0]), in: limits)
    let last = minutes(source.part(rest[0]), in: limits)
    let step = self.step(rest, source)
    guard let first, let last, let step else { return [] }
    return steps(from: first, to: last, by: step, source)
  }

  private func isDayStart(_ minute: Int, _ source: SourceText) -> Bool {
    if minute < 1_440 { return true }
    report(
      .outOfRange, source, "\(quoted(source.text)) is a time of the next day.",
      expected: "a start before 24:00 of the shift's own day")
    return false
  }

  private func step(_ parts: [String], _ source: SourceText) -> Int? {
    guard parts.count == 2 else {
      report(
        .badSpan, source, "\(quoted(source.text)) does not say in which steps.",
        expected: "steps such as \"08:00..12:00 every 30m\"")
      return nil
    }
    return minutes(source.part(parts[1]), in: 5...1_440)
  }

  private func steps(from first: Int, to last: Int, by step: Int, _ source: SourceText) -> [Int] {
    guard first <= last else {
      report(
        .reversed, source, "\(quoted(source.text)) ends before it begins.",
        expected: "the smaller value first")
      return []
    }
    return Array(stride(from: first, through: last, by: step))
  }
}
