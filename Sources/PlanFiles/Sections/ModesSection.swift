import Rostering

/// The staffing modes with their places.
struct ModesSection {
  private(set) var modes: [ModeAssignment] = []
  private(set) var skills: [SourceText] = []

  private enum Word {
    case oneAllDay, twoStaggered

    static let words = [
      KnownWord("one-all-day", Word.oneAllDay, aliases: ["one all day"]),
      KnownWord("two-staggered", .twoStaggered, aliases: ["two staggered"]),
    ]
  }

  init(
    _ root: SectionReader, patterns: [ShiftPattern], opening: OpeningSection, picker: DayPicker?
  ) {
    let log = root.log
    var taken: [String: Set<Int>] = [:]
    for section in root.sections("modes") {
      let skill = section.value("skill")
      let shift = section.value("shift")
      let word = section.value("mode").flatMap { log.word($0, among: Word.words) }
      let stagger = section.minutes("stagger", in: 1...1_440, default: 240)
      if let source = section.value("stagger"), word == .oneAllDay {
        log.report(
          .conflicting, source, "Only \"two-staggered\" has a stagger.", action: "Remove it.")
      }
      let pattern = shift.flatMap { log.pattern($0, among: patterns) }
      if let skill { skills.append(skill) }
      guard let skill, let word, let pattern, let picker else { continue }
      let range = 0..<picker.horizon.dayCount
      var days = Set(range)
      if let sources = section.values("days") {
        days = sources.reduce(into: Set()) { $0.formUnion(picker.days($1, within: range) ?? []) }
      }
      if let twice = taken[skill.text]?.intersection(days).min() {
        log.report(
          .conflicting, skill,
          "\(quoted(skill.text)) has two modes on \(picker.horizon.date(ofDay: twice)).",
          action: "Keep one of them.")
      }
      taken[skill.text, default: []].formUnion(days)
      let mode: StaffingMode =
        word == .oneAllDay ? .oneAllDay : .twoStaggered(staggerMinutes: stagger)
      let assignment = ModeAssignment(
        skill: skill.text, days: days, mode: mode, pattern: pattern.name)
      modes.append(assignment)
      guard opening.isComplete else { continue }
      check(assignment, pattern, opening: opening, picker: picker, source: shift ?? skill, log: log)
    }
  }

  /// Reports the first day on which no shift of the pattern can hold a post.
  private func check(
    _ mode: ModeAssignment, _ pattern: ShiftPattern, opening: OpeningSection, picker: DayPicker,
    source: SourceText, log: ProblemLog
  ) {
    for day in mode.days.sorted() {
      guard let hours = opening.hours(on: picker.horizon.date(ofDay: day)) else { continue }
      let posts: [(start: Int, end: Int)]
      switch mode.mode {
      case .oneAllDay: posts = [(hours.lowerBound, hours.upperBound)]
      case .twoStaggered(let stagger):
        let length = pattern.lengthMinutes.first ?? 0
        posts = [hours.lowerBound, hours.lowerBound + stagger].map { start in
          (start, min(hours.upperBound, start + length))
        }
      }
      let isUsable = pattern.days?.contains(day) ?? true
      for post in posts {
        let isHeld =
          pattern.startMinutes.contains(post.start)
          && pattern.lengthMinutes.contains {
            (post.end...max(post.end, hours.upperBound)).contains(post.start + $0)
          }
        if isUsable, isHeld { continue }
        log.report(
          .conflicting, source,
          "\(quoted(pattern.name)) has no shift from \(clockText(ofMinute: post.start, fromDay: 0)) to "
            + "\(clockText(ofMinute: post.end, fromDay: 0)) on \(picker.horizon.date(ofDay: day)).",
          action: "Give the pattern that start and length, or another shift to the mode.")
        return
      }
    }
  }
}

extension ProblemLog {
  /// The shift pattern of a name; reports an unknown one.
  func pattern(_ source: SourceText, among patterns: [ShiftPattern]) -> ShiftPattern? {
    if let pattern = patterns.first(where: { $0.name == source.text }) { return pattern }
    let near = patterns.filter { $0.name.lowercased() == source.text.lowercased() }
    if near.count == 1 { return near.first }
    guard !unreadShifts.contains(source.text) else { return nil }
    let names = patterns.map(\.name)
    report(
      .unknownShift, source, "\(quoted(source.text)) is no shift of the plan.",
      expected: names.isEmpty ? "" : "one of \(listed(names))",
      action: suggestion(for: source.text, among: names))
    return nil
  }
}
