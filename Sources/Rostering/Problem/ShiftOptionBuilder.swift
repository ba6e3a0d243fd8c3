import CivilTime

extension RosterPlan {
  /// Every shift that the plan's patterns offer inside the opening hours: each
  /// day, pattern, start, length and placement of breaks.
  ///
  /// - Complexity: O(days x patterns x starts x lengths x placements).
  public var offeredShifts: [ShiftOption] { ShiftOptionBuilder(plan: self).build().options }

  /// The opening hours on the axis, joined where one day's end meets the
  /// next day's begin. Where the last day is open until midnight the line
  /// stays open after the horizon.
  public var openSpans: [Range<Int>] {
    var spans: [Range<Int>] = []
    for (day, opening) in openingMinutes.enumerated() {
      guard let opening, !opening.isEmpty else { continue }
      let span = (day * 1_440 + opening.lowerBound)..<(day * 1_440 + opening.upperBound)
      if let last = spans.last, span.lowerBound <= last.upperBound {
        spans[spans.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        spans.append(span)
      }
    }
    let end = horizon.dayCount * 1_440
    if let last = spans.last, last.upperBound >= end {
      spans[spans.count - 1] = last.lowerBound..<(end + 2_880)
    }
    return spans
  }
}

/// Makes the shift options of a plan: pattern x start x length x placement of
/// breaks, inside the opening hours.
struct ShiftOptionBuilder {
  let plan: RosterPlan

  /// The options of all days in order, and the people for whom some of them
  /// are reserved: a shift pinned with times of its own is open to nobody
  /// else.
  func build() -> (options: [ShiftOption], reservedFor: [Int: Set<String>]) {
    var options: [ShiftOption] = []
    var reservedFor: [Int: Set<String>] = [:]
    let open = plan.openSpans
    for day in 0..<plan.horizon.dayCount {
      let first = options.count
      for (index, pattern) in plan.patterns.enumerated() {
        guard pattern.days?.contains(day) ?? true else { continue }
        for start in pattern.startMinutes {
          for length in pattern.lengthMinutes {
            let begin = day * 1_440 + start
            let minutes = begin..<(begin + length)
            guard open.contains(where: { isInside(minutes, $0) }) else { continue }
            append(day: day, pattern: index, minutes: minutes, to: &options)
          }
        }
      }
      for pin in plan.pinnedDays where pin.day == day {
        guard case .shift(let name, let minutes) = pin.content,
          let index = plan.patterns.firstIndex(where: { $0.name == name })
        else { continue }
        let known = options[first...].indices.filter {
          options[$0].pattern == index && options[$0].minutes == minutes
        }
        let isOffered = known.contains { reservedFor[$0] == nil }
        if isOffered { continue }
        if known.isEmpty {
          let start = options.count
          append(day: day, pattern: index, minutes: minutes, to: &options)
          for option in start..<options.count { reservedFor[option] = [pin.employeeID] }
        } else {
          for option in known { reservedFor[option, default: []].insert(pin.employeeID) }
        }
      }
    }
    return (options, reservedFor)
  }

  private func append(
    day: Int, pattern index: Int, minutes: Range<Int>, to options: inout [ShiftOption]
  ) {
    for breaks in placements(of: plan.patterns[index].breaks[...], in: minutes) {
      options.append(ShiftOption(day: day, pattern: index, minutes: minutes, breaks: breaks))
    }
  }

  private func isInside(_ inner: Range<Int>, _ outer: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }

  /// Every placement of the breaks, in steps of an interval from each break's
  /// earliest start, one after the other without overlap. Breaks that cannot
  /// fit the length are left out.
  private func placements(
    of rules: ArraySlice<BreakRule>, in shift: Range<Int>
  ) -> [[ShiftBreak]] {
    let due = rules.filter { $0.earliestOffset + $0.minutes <= shift.count }
    return placements(of: due[...], in: shift, from: shift.lowerBound)
  }

  private func placements(
    of rules: ArraySlice<BreakRule>, in shift: Range<Int>, from earliest: Int
  ) -> [[ShiftBreak]] {
    guard let rule = rules.first else { return [[]] }
    let offsets = stride(
      from: rule.earliestOffset, through: max(rule.earliestOffset, rule.latestOffset),
      by: plan.horizon.intervalMinutes)
    return offsets.flatMap { offset -> [[ShiftBreak]] in
      let start = shift.lowerBound + offset
      let end = start + rule.minutes
      guard start >= earliest, end <= shift.upperBound else { return [] }
      let taken = ShiftBreak(minutes: start..<end, isPaid: rule.isPaid)
      return placements(of: rules.dropFirst(), in: shift, from: end).map { [taken] + $0 }
    }
  }
}
