import CivilTime
import Rostering
import Workload

extension ReplayModel {
  /// The replay of a roster against the customers that its plan expects.
  ///
  /// Arrivals are Poisson with the forecast's rate in each interval. Contacts
  /// that are answered at once come while their class is open, and whoever
  /// still waits at closing is turned away. Agents serve what the audit counts
  /// them for: shifts of a staffing mode hold their line and nothing else.
  /// Shrinkage is spells away, the mean over the classes a person serves.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - roster: Who works when; shifts from before the horizon come from the
  ///     plan.
  ///   - need: The classes with their arrivals and handle times.
  ///   - openingHours: When the team is open, for classes without hours of
  ///     their own.
  ///   - reopeningMinutes: The open time that a ticket gets at least, as in
  ///     ``NeedPlanner``.
  public init(
    plan: RosterPlan, roster: Roster, need: StaffingNeed, openingHours: OpeningHours,
    reopeningMinutes: Double = 60
  ) {
    let horizon = plan.horizon
    let end = Double(horizon.dayCount) * 86_400
    let skills = need.skills.map(\.skill)
    let classes = need.skills.enumerated().flatMap { index, skill in
      skill.classes.map { classNeed in
        ReplayClass(
          classNeed, skill: index, axis: need.axis,
          openingHours: classNeed.workloadClass.openingHours ?? openingHours, end: end,
          reopeningMinutes: reopeningMinutes)
      }
    }
    self.init(
      endSeconds: end, intervalSeconds: Double(horizon.intervalMinutes) * 60,
      intervalsPerDay: horizon.intervalsPerDay, classes: classes,
      shifts: PlanShifts(plan: plan, skills: skills, need: need).shifts(of: roster))
  }
}

/// Turns assigned shifts into spans on duty with the skills served in them.
private struct PlanShifts {
  let plan: RosterPlan
  let skills: [String]
  let need: StaffingNeed

  func shifts(of roster: Roster) -> [ReplayShift] {
    var byID: [String: Employee] = [:]
    for employee in plan.employees { byID[employee.id] = employee }
    let known = plan.history.map { ($0, false) } + roster.assignments.map { ($0, true) }
    return known.compactMap { shift, mayBeMissed in
      guard let employee = byID[shift.employeeID] else { return nil }
      let duty = dutySpans(of: shift, employee: employee)
      guard !duty.isEmpty else { return nil }
      return ReplayShift(
        duty: duty, speed: min(1, max(0.1, employee.effectiveness)),
        shrinkage: shrinkage(of: employee), mayBeMissed: mayBeMissed)
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
          mode.map { skillMask([$0.skill]) } ?? skillMask(employee.skills, day: day)
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
  private func skillMask(_ names: [String], day: Int? = nil) -> UInt64 {
    names.reduce(0) { mask, name in
      guard let index = skills.firstIndex(of: name), index < 64,
        !plan.modes.contains(where: { mode in
          mode.skill == name && day.map { mode.days.contains($0) } ?? false
        })
      else { return mask }
      return mask | 1 << UInt64(index)
    }
  }

  private func shrinkage(of employee: Employee) -> Double {
    let shares = need.skills.filter { employee.skills.contains($0.skill) }
      .flatMap { $0.classes.map(\.workloadClass.shrinkage) }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
  }
}

extension ReplayClass {
  fileprivate init(
    _ need: ClassNeed, skill: Int, axis: DemandAxis, openingHours: OpeningHours, end: Double,
    reopeningMinutes: Double
  ) {
    let workload = need.workloadClass
    let open = openingHours.openSeconds(over: axis)
    let isTicket = workload.goal.isDeferrable
    var spans: [ArrivalSpan] = []
    for interval in 0..<axis.intervalCount where need.arrivals[interval] > 0 {
      let start = Double(interval) * axis.intervalSeconds
      let whole = start..<(start + axis.intervalSeconds)
      let parts = isTicket ? [(whole, Double.infinity)] : open.parts(of: whole)
      let length = parts.reduce(0) { $0 + $1.0.upperBound - $1.0.lowerBound }
      guard length > 0, need.handleSeconds[interval] > 0 else { continue }
      for (part, closesAt) in parts {
        spans.append(
          ArrivalSpan(
            start: part.lowerBound, end: part.upperBound,
            perSecond: need.arrivals[interval] / length,
            handleSeconds: need.handleSeconds[interval],
            closesAt: closesAt < end ? closesAt : .infinity))
      }
    }
    self.init(name: workload.name, skill: skill, arrivals: spans)
    patienceSeconds = workload.patienceSeconds
    thresholdSeconds = ContactQueue.thresholdSeconds(of: workload.goal)
    priority = workload.priority
    headStartSeconds = workload.headStartSeconds
    concurrency = workload.concurrency
    if case .finished(let seconds, let clock) = workload.goal {
      deadline = ReplayDeadline(
        seconds: seconds, countsOpenTime: clock == .openingHours,
        leastOpenSeconds: reopeningMinutes * 60, openSpans: open.spans)
    }
  }
}

/// Opening hours on the axis of a horizon, in seconds.
private struct OpenSeconds {
  /// Ascending and apart.
  var spans: [Range<Double>] = []

  /// The open parts of a span, each with the time the team closes after it.
  func parts(of span: Range<Double>) -> [(Range<Double>, Double)] {
    spans.compactMap { open in
      let part = open.clamped(to: span)
      return part.isEmpty ? nil : (part, open.upperBound)
    }
  }
}

extension OpeningHours {
  fileprivate func openSeconds(over axis: DemandAxis) -> OpenSeconds {
    let end = Double(axis.dayCount) * 86_400
    let all = (-1..<axis.dayCount).flatMap { day in
      spans(on: axis.firstDate.adding(days: day)).map { span in
        let midnight = Double(day) * 86_400
        return (midnight + Double(span.lowerBound) * 60)..<(midnight + Double(span.upperBound) * 60)
      }
    }
    var merged = OpenSeconds()
    for span in all.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let inside = span.clamped(to: 0..<end)
      guard !inside.isEmpty else { continue }
      if let last = merged.spans.last, last.upperBound >= inside.lowerBound {
        let upper = max(last.upperBound, inside.upperBound)
        merged.spans[merged.spans.count - 1] = last.lowerBound..<upper
      } else {
        merged.spans.append(inside)
      }
    }
    return merged
  }
}
