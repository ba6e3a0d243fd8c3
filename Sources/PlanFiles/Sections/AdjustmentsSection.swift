import CivilTime
import Rostering
import Workload

/// The ratios and events of the section `workload`.
struct AdjustmentsSection {
  private(set) var adjustments = ForecastAdjustments()

  private let log: ProblemLog
  private let classes: [WorkloadClass]
  private let calendar: CalendarSection
  private let horizon: PlanHorizon

  init(
    _ section: SectionReader, classes: [WorkloadClass], calendar: CalendarSection,
    horizon: PlanHorizon
  ) {
    log = section.log
    self.classes = classes
    self.calendar = calendar
    self.horizon = horizon
    let labels = calendar.labels
    for entry in section.section("ratios").all {
      let dates = dates(of: entry.key, labels: labels)
      for (classes, ratio) in ratios(of: entry.value) {
        adjustments.ratios += dates.map { StatedRatio(date: $0, classes: classes, ratio: ratio) }
      }
    }
    for part in section.sections("events") {
      if let event = event(part) { adjustments.events.append(event) }
    }
  }

  // MARK: Ratios

  /// The dates of the horizon that a key of `ratios` means.
  private func dates(of key: SourceText, labels: [CivilDate: DayLabel]) -> [CivilDate] {
    let horizonDates = (0..<horizon.dayCount).map { horizon.date(ofDay: $0) }
    if parsedDate(key.text.components(separatedBy: "..")[0]) != nil {
      guard let span = log.dates(key) else { return [] }
      let dates = horizonDates.filter { span.contains($0) }
      reportOutside(key, isEmpty: dates.isEmpty)
      return dates
    }
    guard let isMeant = label(key) else {
      let forms = calendar.holidayNames.flatMap { [$0, "\($0) day 1", "eve of \($0)"] }
      log.report(
        .badDemandLabel, key,
        "\(quoted(key.text)) is neither a date nor a day of a holiday of the calendar.",
        expected: forms.isEmpty ? "a date" : "a date or one of \(listed(forms))",
        action: suggestion(for: key.text, among: forms))
      return []
    }
    let dates = horizonDates.filter { labels[$0].map(isMeant) ?? false }
    reportOutside(key, isEmpty: dates.isEmpty)
    return dates
  }

  private func reportOutside(_ source: SourceText, isEmpty: Bool) {
    guard isEmpty else { return }
    log.report(
      .outsideHorizon, source, "\(quoted(source.text)) is no day of the plan and has no effect.",
      expected: "days from \(horizon.firstDate) to \(horizon.lastDate)")
  }

  /// What a label in words means: `NAME`, `NAME day 2`, `eve of NAME`,
  /// `bridge day of NAME`, `day after NAME`.
  private func label(_ key: SourceText) -> ((DayLabel) -> Bool)? {
    let text = key.text.lowercased()
    for name in calendar.holidayNames {
      let holiday = name.lowercased()
      if text == holiday {
        return { [.holiday, .observance].contains($0.kind) && $0.holidayName == name }
      }
      if text == "eve of \(holiday)" { return { $0 == .eve(of: name) } }
      if text == "day after \(holiday)" { return { $0 == .dayAfter(name) } }
      if text == "bridge day of \(holiday)" { return { $0 == .bridge(of: name) } }
      if text.hasPrefix("\(holiday) day "), let position = Int(text.dropFirst(holiday.count + 5)) {
        return {
          $0 == .holiday(name: name, position: position)
            || $0 == .observance(name: name, position: position)
        }
      }
    }
    return nil
  }

  private func ratios(of node: PlanNode) -> [(classes: [String], ratio: Double)] {
    let limits = 0.0...100.0
    if case .map(let entries) = node.content {
      return entries.compactMap { entry in
        guard let name = className(entry.key),
          let source = log.single(entry.value, form: "a percentage"),
          let ratio = log.percent(source, in: limits)
        else { return nil }
        return ([name], ratio)
      }
    }
    guard let source = log.single(node, form: "a percentage, or a map of classes to percentages"),
      let ratio = log.percent(source, in: limits)
    else { return [] }
    return [([], ratio)]
  }

  private func className(_ source: SourceText) -> String? {
    if classes.contains(where: { $0.name == source.text }) { return source.text }
    let names = classes.map(\.name)
    log.report(
      .unknownClass, source, "\(quoted(source.text)) is no workload class of the plan.",
      expected: names.isEmpty ? "" : "one of \(listed(names))",
      action: suggestion(for: source.text, among: names))
    return nil
  }

  // MARK: Events

  private func event(_ section: SectionReader) -> DemandEvent? {
    let days = section.value("days")
    let dates = days.flatMap { log.dates($0) }
    let names = (section.values("classes") ?? []).compactMap { className($0) }
    var minutes = 0..<1_440
    if let source = section.value("hours"), let hours = log.clockSpan(source) {
      minutes = hours
      if hours.upperBound > 1_440 {
        log.report(
          .outOfRange, source, "\(quoted(source.text)) passes midnight.",
          expected: "hours of one day", action: "Write two events.")
      }
    }
    let factor = section.value("multiply").flatMap { log.percent($0, in: 0...100) }
    let arrivals = section.value("add").flatMap { log.number($0, in: -1e7...1e7) }
    if section.has("multiply") == section.has("add") {
      log.report(
        .conflicting, at: section.place, "An event multiplies or adds demand, not both or neither.",
        expected: "one of the keys \"multiply\" and \"add\"")
    }
    guard let days, let dates else { return nil }
    let horizonDates = horizon.firstDate...horizon.lastDate
    reportOutside(days, isEmpty: !horizonDates.overlaps(dates))
    let effect: DemandEvent.Effect
    if let factor {
      effect = .multiply(by: factor)
    } else if let arrivals {
      effect = .add(arrivals: arrivals)
    } else {
      return nil
    }
    return DemandEvent(
      name: section.text("name", default: days.text), classes: names, dates: dates,
      minutesOfDay: minutes, effect: effect)
  }
}
