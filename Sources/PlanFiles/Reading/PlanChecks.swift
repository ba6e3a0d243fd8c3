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
    reportTooManyOptions(shiftPlaces)
    reportUnusableShifts(shiftPlaces)
    if knowsOpening, knowsAllShifts { reportUncoveredOpening(openingPlace) }
    reportMissingNeed(place)
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

  /// The most choices of all people that fit into memory, a price each.
  private static let mostChoices = 200_000_000.0

  /// Reports starts, lengths and breaks that make more shifts than memory holds.
  private func reportTooManyOptions(_ places: [SourcePlace]) {
    let counts = plan.patterns.map(optionCount)
    let people = Double(max(1, plan.employees.count))
    guard counts.reduce(0, +) * people > Self.mostChoices,
      let most = counts.indices.max(by: { counts[$0] < counts[$1] }), most < places.count
    else { return }
    let pattern = plan.patterns[most]
    log.report(
      .outOfRange, at: places[most], value: pattern.name,
      "The starts, lengths and breaks of \(quoted(pattern.name)) make more shifts than can be tried.",
      action: "Give coarser steps, fewer lengths or narrower breaks.")
  }

  /// Starts, lengths and places of breaks of a pattern on all its days.
  private func optionCount(_ pattern: ShiftPattern) -> Double {
    let days = pattern.days?.count ?? plan.horizon.dayCount
    let placements = pattern.breaks.reduce(1.0) {
      let room = max(0, $1.latestOffset - $1.earliestOffset)
      return $0 * Double(room / plan.horizon.intervalMinutes + 1)
    }
    return Double(days) * Double(pattern.startMinutes.count)
      * Double(pattern.lengthMinutes.count) * placements
  }

  private func reportUnusableShifts(_ places: [SourcePlace]) {
    let open = plan.openSpans
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
    let open = plan.openSpans
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
