import Reports
import Rostering

/// The checks of shifts, intervals and settled days.
extension FeasibilityChecks {
  /// Options on duty in each interval, whoever works them.
  private func optionsByInterval() -> [[Int]] {
    var found: [[Int]] = Array(repeating: [], count: plan.horizon.intervalCount)
    let length = plan.horizon.intervalMinutes
    let end = plan.horizon.dayCount * 1_440
    for (index, option) in problem.options.enumerated() {
      let shift = ShiftAssignment(
        employeeID: "", day: option.day, pattern: "", minutes: option.minutes,
        breaks: option.breaks)
      for span in shift.dutySpans.map({ $0.clamped(to: 0..<end) }) where !span.isEmpty {
        for interval in (span.lowerBound / length)...((span.upperBound - 1) / length)
        where found[interval].last != index {
          found[interval].append(index)
        }
      }
    }
    return found
  }

  /// 5 and 6: runs of intervals of a day in which fewer agents can be had than
  /// are wanted.
  ///
  /// - Parameter agents: The most agents of a skill for the options on duty.
  func intervals(
    _ check: FeasibilityFinding.Check, agents: (_ skill: Int, _ options: [Int]) -> Double
  ) -> [FeasibilityFinding] {
    let options = optionsByInterval()
    let perDay = plan.horizon.intervalsPerDay
    let length = plan.horizon.intervalMinutes
    // Work that began before the plan may serve its first hours.
    let known = plan.history.map(\.minutes.upperBound).max() ?? 0
    var found: [FeasibilityFinding] = []
    for skill in plan.need.skills.indices {
      var run: FeasibilityFinding?
      for interval in 0..<plan.horizon.intervalCount {
        let need = plan.need.agents[skill][interval]
        let isHeld = plan.isHeldByMode(
          skill: plan.need.skills[skill], day: interval / perDay)
        let there =
          need > 0 && !isHeld && interval * length >= known
          ? agents(skill, options[interval]) : .infinity
        if interval % perDay == 0 || need <= there, let ended = run {
          found.append(ended)
          run = nil
        }
        guard need > there else { continue }
        let required = Int((need * Double(length)).rounded())
        let achievable = Int((there * Double(length)).rounded())
        let missing = Int((need - there - 1e-9).rounded(.up))
        var next =
          run
          ?? FeasibilityFinding(
            check, day: interval / perDay, minutes: (interval * length)..<(interval * length),
            subject: plan.need.skills[skill], required: 0, achievable: 0)
        next.minutes = (next.minutes?.lowerBound ?? 0)..<((interval + 1) * length)
        next.requiredMinutes += required
        next.achievableMinutes += achievable
        next.missingPeople = max(next.missingPeople, missing)
        run = next
      }
      if let run { found.append(run) }
    }
    return found
  }

  /// 6: how many people with the skill have an allowed shift there.
  func people() -> [FeasibilityFinding] {
    var allowed: [Set<Int>] = []
    for line in problem.lines { allowed.append(Set(line.allowed.joined())) }
    return intervals(.demandCoveredByPeople) { skill, options in
      guard !options.isEmpty else { return .infinity }
      let name = plan.need.skills[skill]
      return plan.employees.indices.reduce(0.0) { sum, person in
        let employee = plan.employees[person]
        guard employee.skills.contains(name), options.contains(where: allowed[person].contains)
        else { return sum }
        return sum + (employee.effectiveness * 10).rounded() / 10
      }
    }
  }

  /// 7: patterns whose shifts never meet any demand.
  func uselessShifts() -> [FeasibilityFinding] {
    let length = plan.horizon.intervalMinutes
    let isHeadPlan = !plan.patternNeeds.isEmpty || !plan.modes.isEmpty
    guard !isHeadPlan else { return [] }
    return plan.patterns.indices.compactMap { pattern in
      let options = problem.options.filter { $0.pattern == pattern }
      guard !options.isEmpty else { return nil }
      let isUseful = options.contains { option in
        let first = option.minutes.lowerBound / length
        let last = min((option.minutes.upperBound - 1) / length, plan.horizon.intervalCount - 1)
        return first <= last
          && (first...last).contains { interval in plan.need.agents.contains { $0[interval] > 0 } }
      }
      guard !isUseful else { return nil }
      return FeasibilityFinding(
        .shiftCoveredByDemand, subject: plan.patterns[pattern].name, required: 0, achievable: 0)
    }
  }

  /// 8: patterns that nobody can work on any day.
  func irrelevantShifts() -> [FeasibilityFinding] {
    var used: Set<Int> = []
    for line in problem.lines {
      for option in line.allowed.joined() { used.insert(problem.options[option].pattern) }
    }
    return plan.patterns.indices.filter { !used.contains($0) }.map {
      FeasibilityFinding(
        .shiftsRelevant, subject: plan.patterns[$0].name, required: 0, achievable: 0)
    }
  }

  /// 9: heads wanted on shifts and posts against the people who can hold them.
  func leastUse() -> [FeasibilityFinding] {
    let wanted =
      plan.patternNeeds.map { (pattern: $0.pattern, day: $0.day, heads: $0.heads, minutes: 0) }
      + Dictionary(grouping: plan.posts) { [$0.pattern, $0.day] }.values.compactMap { posts in
        posts.first.map {
          (pattern: $0.pattern, day: $0.day, heads: posts.count, minutes: $0.minutes.count)
        }
      }.sorted { ($0.day, $0.pattern) < ($1.day, $1.pattern) }
    return wanted.compactMap { need in
      let able = problem.lines.count { line in
        line.allowed[need.day].contains { problem.options[$0].pattern == need.pattern }
      }
      guard able < need.heads else { return nil }
      let minutes =
        need.minutes > 0 ? need.minutes : plan.patterns[need.pattern].lengthMinutes.first ?? 0
      return FeasibilityFinding(
        .shiftUseMinimum, day: need.day, subject: plan.patterns[need.pattern].name,
        required: need.heads * minutes, achievable: able * minutes,
        missingPeople: need.heads - able)
    }
  }

  /// 10: settled shifts that break a rule whatever the other days are.
  func pinnedShifts() -> [FeasibilityFinding] {
    plan.employees.flatMap { employee -> [FeasibilityFinding] in
      let shifts = plan.pinnedDays.filter { $0.employeeID == employee.id }.compactMap { pin in
        guard case .shift(let pattern, let minutes) = pin.content else {
          return nil as ShiftAssignment?
        }
        return ShiftAssignment(
          employeeID: employee.id, day: pin.day, pattern: pattern, minutes: minutes)
      }
      guard !shifts.isEmpty else { return [] }
      let line = PersonLine(plan: plan, employee: employee, planned: shifts)
      // Rules that further shifts could still satisfy are left out, and breaks
      // are not known here.
      let rules = (StandingRules.all + plan.rules.filter { $0.binds(employee) }.map(\.rule)).filter
      {
        let limits = $0.arguments.values
        let isRest = $0 is RestBetweenShifts || $0 is RestAfterNights || $0 is DaysOff
        return !($0 is KnownShift) && !($0 is HoursPerDay) && (isRest || limits["least"] == nil)
          && !($0 is PinnedDays) && !($0 is HoursPerWeek) && !($0 is HoursInHorizon)
          && !($0 is OvertimePerMonth)
      }
      return rules.flatMap { $0.violations(in: line) }.map { violation in
        FeasibilityFinding(
          .pinnedShiftRules, isHard: true, day: violation.day, employeeID: employee.id,
          rule: violation.rule, required: 0, achievable: 0)
      }
    }
  }
}
