/// Reads the sections of a file of the employee shift scheduling benchmark.
///
/// - Complexity: O(bytes + rows x names of a row).
final class ShiftSchedulingReader {
  private let file: String
  private let log: ProblemLog
  private var contents = ShiftSchedulingContents()
  private var seen: Set<ShiftSchedulingSection> = []
  private var shiftIDs: Set<String> = []
  private var staffIDs: Set<String> = []
  /// Names met before the section that explains them: shifts that cannot
  /// follow may be defined further down.
  private var followers: [SourceText] = []

  init(file: String, log: ProblemLog) {
    self.file = file
    self.log = log
  }

  /// What a text says; nil after a problem that leaves no plan.
  func contents(of bytes: [UInt8]) -> ShiftSchedulingContents? {
    let start = TextEncoding.markLength(bytes)
    if let invalid = TextEncoding.firstInvalid(bytes) {
      let line = bytes[..<invalid].count { $0 == 0x0A } + 1
      log.report(
        .textEncoding, at: SourcePlace(file: file, line: line), "The file is not UTF-8 text.",
        expected: "a text file", action: "Save it as UTF-8.")
      return nil
    }
    var section: ShiftSchedulingSection?
    let text = String(decoding: bytes[start...], as: UTF8.self)
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let line = trimmed(raw)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let place = SourcePlace(file: file, line: index + 1)
      if line.hasPrefix("SECTION_") {
        section = begin(SourceText(line, at: place))
      } else if let section {
        read(fields(of: raw, line: index + 1), of: section, at: place)
      }
    }
    for section in ShiftSchedulingSection.required where !seen.contains(section) {
      log.report(
        .keyMissing, at: SourcePlace(file: file), "There is no \(section.rawValue).",
        expected: "the sections \(listed(ShiftSchedulingSection.required.map(\.rawValue)))")
    }
    for follower in followers { _ = shift(follower) }
    return log.hasErrors ? nil : contents
  }

  private func begin(_ source: SourceText) -> ShiftSchedulingSection? {
    guard let section = ShiftSchedulingSection(rawValue: source.text) else {
      let names = ShiftSchedulingSection.allCases.map(\.rawValue)
      log.report(
        .keyUnknown, source, "\(quoted(source.text)) is no section.",
        expected: "one of \(listed(names))", action: suggestion(for: source.text, among: names))
      return nil
    }
    if !seen.insert(section).inserted {
      log.report(.keyRepeated, source, "\(section.rawValue) is there twice.")
    }
    return section
  }

  /// The comma-separated fields of a line with their columns.
  private func fields(of line: Substring, line number: Int) -> [SourceText] {
    var column = 1
    return line.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let blanks = part.prefix { $0.isWhitespace }.count
      let place = SourcePlace(file: file, line: number, column: column + blanks)
      column += part.count + 1
      return SourceText(part, at: place)
    }
  }

  private func read(
    _ fields: [SourceText], of section: ShiftSchedulingSection, at place: SourcePlace
  ) {
    guard section.fieldCount.contains(fields.count) else {
      let least = section.fieldCount.lowerBound
      let isFixed = section.fieldCount.upperBound == least
      log.report(
        .tableRowLength, at: place,
        "A row of \(section.rawValue) has \(fields.count) fields.",
        expected: isFixed ? "\(least) fields" : "at least \(least) fields")
      return
    }
    switch section {
    case .horizon: contents.dayCount = log.count(fields[0], in: 1...731) ?? 0
    case .shifts: readShift(fields)
    case .staff: readMember(fields)
    case .daysOff: readDaysOff(fields)
    case .onRequests: readRequest(fields, isFor: true)
    case .offRequests: readRequest(fields, isFor: false)
    case .cover: readCover(fields)
    }
  }

  private func readShift(_ fields: [SourceText]) {
    let minutes = log.count(fields[1], in: 1...1_440)
    let following = fields.count > 2 ? parts(of: fields[2]) : []
    followers += following
    guard isNew(fields[0], among: &shiftIDs, "shift"), let minutes else { return }
    contents.shifts.append(
      .init(id: fields[0].text, minutes: minutes, neverNext: following.map(\.text)))
  }

  private func readMember(_ fields: [SourceText]) {
    var mostShifts: [(shift: String, count: Int)] = []
    for part in parts(of: fields[1]) {
      let sides = part.text.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2 else {
        log.report(
          .badText, part, "\(quoted(part.text)) limits no shift.", expected: "SHIFT=COUNT")
        continue
      }
      guard let id = shift(part.part(sides[0])),
        let count = log.count(part.part(sides[1]), in: 0...10_000)
      else { continue }
      mostShifts.append((id, count))
    }
    let numbers = fields[2...7].map { log.count($0, in: 0...2_000_000) }
    guard isNew(fields[0], among: &staffIDs, "employee"),
      let mostMinutes = numbers[0], let leastMinutes = numbers[1], let mostRun = numbers[2],
      let leastRun = numbers[3], let leastOff = numbers[4], let weekends = numbers[5],
      isOrdered(leastMinutes, mostMinutes, fields[3], "minutes"),
      isOrdered(leastRun, mostRun, fields[5], "shifts in a row")
    else { return }
    contents.staff.append(
      .init(
        id: fields[0].text, mostShifts: mostShifts, minutes: leastMinutes...mostMinutes,
        daysInARow: leastRun...mostRun, leastDaysOff: leastOff, mostWeekends: weekends))
  }

  private func readDaysOff(_ fields: [SourceText]) {
    let member = member(fields[0])
    for field in fields.dropFirst() where !field.text.isEmpty {
      guard let day = day(field), let member else { continue }
      contents.daysOff.append((member, day))
    }
  }

  private func readRequest(_ fields: [SourceText], isFor: Bool) {
    let member = member(fields[0])
    let day = day(fields[1])
    let shift = shift(fields[2])
    let weight = log.count(fields[3], in: 0...1_000_000_000)
    guard let member, let day, let shift, let weight else { return }
    contents.requests.append(
      .init(member: member, day: day, shift: shift, isFor: isFor, weight: weight))
  }

  private func readCover(_ fields: [SourceText]) {
    let day = day(fields[0])
    let shift = shift(fields[1])
    let heads = log.count(fields[2], in: 0...100_000)
    let below = log.count(fields[3], in: 0...1_000_000_000)
    let above = log.count(fields[4], in: 0...1_000_000_000)
    guard let day, let shift, let heads, let below, let above else { return }
    contents.cover.append(
      .init(day: day, shift: shift, heads: heads, priceBelow: below, priceAbove: above))
  }

  // MARK: Values

  private func parts(of source: SourceText) -> [SourceText] {
    source.text.split(separator: "|").map { source.part($0) }.filter { !$0.text.isEmpty }
  }

  private func isNew(_ source: SourceText, among ids: inout Set<String>, _ what: String) -> Bool {
    if source.text.isEmpty {
      log.report(.valueMissing, source, "The \(what) has no id.")
      return false
    }
    if ids.insert(source.text).inserted { return true }
    log.report(.nameRepeated, source, "The \(what) \(quoted(source.text)) is there twice.")
    return false
  }

  private func isOrdered(_ least: Int, _ most: Int, _ source: SourceText, _ what: String) -> Bool {
    if least <= most { return true }
    log.report(
      .reversed, source, "The least \(what), \(least), are more than the most, \(most).",
      expected: "at most \(most)")
    return false
  }

  private func day(_ source: SourceText) -> Int? {
    guard let day = log.count(source, in: 0...1_000_000) else { return nil }
    if day < contents.dayCount { return day }
    log.report(
      .dayOutsideHorizon, source, "\(day) is no day of the horizon.",
      expected: "0 to \(max(0, contents.dayCount - 1))")
    return nil
  }

  private func shift(_ source: SourceText) -> String? {
    if shiftIDs.contains(source.text) { return source.text }
    log.report(
      .unknownShift, source, "\(quoted(source.text)) is no shift of the file.",
      expected: "one of \(listed(shiftIDs.sorted()))",
      action: suggestion(for: source.text, among: shiftIDs.sorted()))
    return nil
  }

  private func member(_ source: SourceText) -> String? {
    if staffIDs.contains(source.text) { return source.text }
    log.report(
      .unknownEmployee, source, "\(quoted(source.text)) is no employee of the file.",
      expected: "one of \(listed(staffIDs.sorted()))",
      action: suggestion(for: source.text, among: staffIDs.sorted()))
    return nil
  }
}
