import Rostering
import Workload

/// Warnings about a plan that can be read but will not do what it should.
struct PlanChecks {
  let plan: RosterPlan
  let workload: WorkloadPlan
  let givenNeedSkills: [String]
  /// True if the plan names a history, even one that cannot be read.
  let namesHistory: Bool
  /// False if opening hours have problems, so that nothing can be said of
  /// shifts within them.
  let knowsOpening: Bool
  /// False if there are shifts that could not be read.
  let knowsAllShifts: Bool
  let log: ProblemLog

  /// - Parameters:
  ///   - shiftPlaces: Where each shift pattern is written.
  ///   - openingPlace: Where the opening hours are written.
  ///   - place: Where the plan begins.
  func report(shiftPlaces: [SourcePlace], openingPlace: SourcePlace, place: SourcePlace) {
    reportUnusableShifts(shiftPlaces)
    if knowsOpening, knowsAllShifts { reportUncoveredOpening(openingPlace) }
    reportMissingNeed(place)
  }

  /// The minutes of the axis in which the team is open, joined.
  private var openSpans: [Range<Int>] {
    var spans: [Range<Int>] = []
    for (day, opening) in plan.openingMinutes.enumerated() {
      guard let opening else { continue }
      let span = (day * 1_440 + opening.lowerBound)..<(day * 1_440 + opening.upperBound)
      if let last = spans.last, span.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
    // Open at the last midnight is open beyond it.
    if let last = spans.last, last.upperBound >= plan.horizon.dayCount * 1_440 {
      spans[spans.count - 1] = last.lowerBound..<(last.upperBound + 2_880)
    }
    return spans
  }

  /// The longest shift of a pattern from each start that lies inside the
  /// opening hours, which are in order.
  private func longestSpans(of pattern: ShiftPattern, open: [Range<Int>]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var next = 0
    for day in 0..<plan.horizon.dayCount where pattern.days?.contains(day) ?? true {
      for start in pattern.startMinutes {
        let begin = day * 1_440 + start
        while next > 0, open[next - 1].upperBound > begin { next -= 1 }
        while next < open.count, open[next].upperBound <= begin { next += 1 }
        guard next < open.count, open[next].lowerBound <= begin else { continue }
        let room = open[next].upperBound - begin
        if let length = pattern.lengthMinutes.last(where: { $0 <= room }) {
          spans.append(begin..<(begin + length))
        }
      }
    }
    return spans
  }

  private func reportUnusableShifts(_ places: [SourcePlace]) {
    let open = openSpans
    for (pattern, place) in zip(plan.patterns, places) {
      let name = quoted(pattern.name)
      if knowsOpening, longestSpans(of: pattern, open: open).isEmpty {
        log.report(
          .shiftUnusable, at: place, value: pattern.name,
          "No shift of \(name) lies inside the opening hours of a day it may be used on.",
          action: "Change its starts, lengths or days, or the opening hours.")
      } else if !pattern.skills.isEmpty, !plan.employees.isEmpty,
        !plan.employees.contains(where: { !Set($0.skills).isDisjoint(with: pattern.skills) })
      {
        log.report(
          .shiftUnusable, at: place, value: pattern.name,
          "Nobody has one of the skills of \(name): \(listed(pattern.skills)).")
      }
    }
  }

  /// Reports the first span of opening hours that no shift reaches.
  private func reportUncoveredOpening(_ place: SourcePlace) {
    let horizonEnd = plan.horizon.dayCount * 1_440
    guard !plan.patterns.isEmpty else { return }
    let open = openSpans
    var changes = Array(repeating: 0, count: horizonEnd + 1)
    for pattern in plan.patterns {
      for span in longestSpans(of: pattern, open: open) {
        let inside = span.clamped(to: 0..<horizonEnd)
        changes[inside.lowerBound] += 1
        changes[inside.upperBound] -= 1
      }
    }
    for shift in plan.history where shift.minutes.upperBound > 0 {
      let inside = shift.minutes.clamped(to: 0..<horizonEnd)
      changes[inside.lowerBound] += 1
      changes[inside.upperBound] -= 1
    }
    var running = 0
    let covered = changes.map { change in
      running += change
      return running > 0
    }
    // Hours after midnight of the day before the plan are worked by its
    // shifts.
    let knownFrom = plan.openingMinutes.first??.lowerBound ?? 0
    for span in open {
      let inside = span.clamped(to: knownFrom..<horizonEnd)
      guard let start = inside.first(where: { !covered[$0] }) else { continue }
      let end = inside[start...].first { covered[$0] } ?? inside.upperBound
      let day = plan.horizon.day(ofMinute: start)
      log.report(
        .openingUncovered, at: place,
        "No shift covers \(clockText(ofMinute: start - day * 1_440, fromDay: 0))-\(clockText(ofMinute: end - day * 1_440, fromDay: 0)) on "
          + "\(plan.horizon.date(ofDay: day)) and perhaps other hours.",
        action: "Add a shift with a start or length for it, or shorten the opening hours.")
      return
    }
  }

  private func reportMissingNeed(_ place: SourcePlace) {
    let open = workload.classes.filter { !givenNeedSkills.contains($0.skill) }
    if workload.classes.isEmpty, givenNeedSkills.isEmpty, plan.modes.isEmpty {
      log.report(
        .needMissing, at: SourcePlace(file: place.file, field: "workload"),
        "Nothing says how many agents are wanted.",
        action: "Give \"workload\" classes with a history, or a file \"need\".")
    } else if let first = open.first, !namesHistory {
      log.report(
        .needMissing, at: SourcePlace(file: place.file, field: "workload.history"),
        "The class \(quoted(first.name)) has neither a history nor a given need: none is planned.",
        action: "Name a file under \"history\" or \"need\".")
    }
  }
}

/// Checks that pinned days can be worked by those they are pinned to.
struct PinnedChecks {
  let plan: RosterPlan
  let log: ProblemLog

  /// - Parameter places: Where each pinned day is written.
  func report(places: [SourcePlace]) {
    for (pin, place) in zip(plan.pinnedDays, places) {
      guard let employee = plan.employees.first(where: { $0.id == pin.employeeID }),
        let reason = reason(against: pin, employee: employee)
      else { continue }
      log.report(
        .pinMisfit, at: place, value: pin.employeeID,
        "\(quoted(pin.employeeID)) cannot work on \(plan.horizon.date(ofDay: pin.day)): \(reason).",
        action: "Change the pinned day or what stands against it.")
    }
  }

  private func reason(against pin: PinnedDay, employee: Employee) -> String? {
    let name: String
    var minutes: Range<Int>?
    switch pin.content {
    case .off: return nil
    case .pattern(let pattern): name = pattern
    case .shift(let pattern, let span): (name, minutes) = (pattern, span)
    }
    guard let pattern = plan.patterns.first(where: { $0.name == name }) else { return nil }
    if !pattern.skills.isEmpty, Set(pattern.skills).isDisjoint(with: employee.skills) {
      return "\(quoted(name)) needs the skill \(listed(pattern.skills))"
    }
    if let start = employee.startDate, plan.horizon.day(of: start) > pin.day {
      return "the start date is \(start)"
    }
    if minutes == nil, let days = pattern.days, !days.contains(pin.day) {
      return "\(quoted(name)) is not used on that day"
    }
    let day = (pin.day * 1_440)..<((pin.day + 1) * 1_440)
    let leave = plan.requests.filter {
      $0.employeeID == employee.id && $0.kind == .approvedLeave
    }.map(\.minutes)
    let isOnLeave = leave.contains { span in
      minutes.map { $0.overlaps(span) } ?? (span.clamped(to: day) == day)
    }
    if isOnLeave { return "leave is approved" }
    if let minutes,
      let previous = plan.history.first(where: {
        $0.employeeID == employee.id && $0.minutes.overlaps(minutes)
      })
    {
      return "the shift of \(plan.horizon.date(ofDay: previous.day)) has not ended"
    }
    return nil
  }
}
