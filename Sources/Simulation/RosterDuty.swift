import Rostering

/// When the people of a roster are on duty and which skills they serve then,
/// as the audit counts them: shifts of a staffing mode hold their line and
/// nothing else, and nobody else serves a line that a mode holds on the day.
struct RosterDuty: Sendable {
  /// One person's shift.
  struct Duty: Sendable {
    var shift: ShiftAssignment
    var employee: Employee
    /// The shift less its breaks, inside the horizon, ascending.
    var spans: [DutySpan]
    /// False for a shift that began before the horizon.
    var mayBeMissed: Bool
  }

  let plan: RosterPlan
  /// The skills by their bits.
  let skills: [String]

  /// The duties of a roster, shifts from before the horizon first.
  func duties(of roster: Roster) -> [Duty] {
    var byID: [String: Employee] = [:]
    for employee in plan.employees { byID[employee.id] = employee }
    let known = plan.history.map { ($0, false) } + roster.assignments.map { ($0, true) }
    return known.compactMap { shift, mayBeMissed in
      guard let employee = byID[shift.employeeID] else { return nil }
      let spans = dutySpans(of: shift, employee: employee)
      guard !spans.isEmpty else { return nil }
      return Duty(shift: shift, employee: employee, spans: spans, mayBeMissed: mayBeMissed)
    }
  }

  private func dutySpans(of shift: ShiftAssignment, employee: Employee) -> [DutySpan] {
    let mode = plan.modes.first {
      $0.pattern == shift.pattern && $0.days.contains(shift.day)
        && employee.skills.contains($0.skill)
    }
    return shift.dutySpans.flatMap { span -> [DutySpan] in
      let inside = span.clamped(to: 0..<(plan.horizon.dayCount * 1_440))
      guard !inside.isEmpty else { return [] }
      let days = (inside.lowerBound / 1_440)...((inside.upperBound - 1) / 1_440)
      var spans: [DutySpan] = []
      for day in days {
        let part = inside.clamped(to: (day * 1_440)..<((day + 1) * 1_440))
        let mask =
          mode.map { self.mask(of: [$0.skill]) } ?? self.mask(of: employee.skills, day: day)
        guard mask != 0 else { continue }
        let (start, end) = (Double(part.lowerBound) * 60, Double(part.upperBound) * 60)
        if let last = spans.last, last.skills == mask, last.end == start {
          spans[spans.count - 1].end = end
        } else {
          spans.append(DutySpan(start: start, end: end, skills: mask))
        }
      }
      return spans
    }
  }

  /// The skills as bits, without lines that a staffing mode holds on the day.
  private func mask(of names: [String], day: Int? = nil) -> UInt64 {
    names.reduce(0) { mask, name in
      guard let index = skills.firstIndex(of: name), index < 64,
        !plan.modes.contains(where: { mode in
          mode.skill == name && day.map { mode.days.contains($0) } ?? false
        })
      else { return mask }
      return mask | 1 << UInt64(index)
    }
  }
}
