import Reports
import RosterSolvers
import Rostering

/// Ten checks of a plan before anything is solved: what it requires against
/// what its people can give at most.
///
/// Each figure of what can be had is an upper bound, so what is found is
/// certain; a plan without findings may still have gaps.
public struct FeasibilityChecks: Sendable {
  let plan: RosterPlan
  let problem: RosterProblem
  /// For each person and day the most working minutes of an option.
  let longest: [[Int]]

  /// Findings of one check that are kept; the largest first.
  public static let limitPerCheck = 100

  /// The checks of a plan.
  ///
  /// - Complexity: O(P x O) for P people and O options.
  public init(plan: RosterPlan) {
    self.plan = plan
    let problem = ProblemCompiler(plan: plan).compile().problem
    self.problem = problem
    let minutes = problem.options.map { option in
      ShiftAssignment(
        employeeID: "", day: option.day, pattern: "", minutes: option.minutes,
        breaks: option.breaks
      ).paidMinutes
    }
    longest = problem.lines.map { line in
      line.allowed.map { $0.map { minutes[$0] }.max() ?? 0 }
    }
  }

  /// What the checks find, check after check; of each check the worst first.
  public func findings() -> [FeasibilityFinding] {
    FeasibilityFinding.Check.allCases.flatMap { check in
      let found = findings(of: check)
      let sorted = found.enumerated().sorted { left, right in
        let first = left.element.requiredMinutes - left.element.achievableMinutes
        let second = right.element.requiredMinutes - right.element.achievableMinutes
        return (-first, left.offset) < (-second, right.offset)
      }
      return sorted.prefix(Self.limitPerCheck).map(\.element)
    }
  }

  private func findings(of check: FeasibilityFinding.Check) -> [FeasibilityFinding] {
    switch check {
    case .employeeAvailability: employeeAvailability()
    case .weekendDemand: weekendDemand()
    case .employeeMinutesWeek: weeks()
    case .employeeMinutesRoster: wholeRoster()
    case .demandCoveredByShifts:
      intervals(.demandCoveredByShifts) { _, options in options.isEmpty ? 0 : .infinity }
    case .demandCoveredByPeople: people()
    case .shiftCoveredByDemand: uselessShifts()
    case .shiftsRelevant: irrelevantShifts()
    case .shiftUseMinimum: leastUse()
    case .pinnedShiftRules: pinnedShifts()
    }
  }

  // MARK: People's time

  /// 1: the least work of a person against the days the person can work.
  private func employeeAvailability() -> [FeasibilityFinding] {
    plan.employees.indices.flatMap { person -> [FeasibilityFinding] in
      let employee = plan.employees[person]
      let days = longest[person].count { $0 > 0 }
      let most = longest[person].reduce(0, +)
      return plan.rules.filter { $0.binds(employee) }.compactMap { scoped in
        let (required, achievable): (Int, Int)
        switch (scoped.key, scoped.rule.arguments.values["least"]) {
        case (ShiftCount.key, .count(let least)):
          guard least > days else { return nil }
          let mean = days > 0 ? most / days : 480
          (required, achievable) = (least * mean, days * mean)
        case (HoursInHorizon.key, .minutes(let least)):
          (required, achievable) = (least, most)
        default: return nil
        }
        guard required > achievable else { return nil }
        return FeasibilityFinding(
          .employeeAvailability, isHard: true, employeeID: employee.id, rule: scoped.key,
          required: required, achievable: achievable)
      }
    }
  }

  /// 2: the demand of each rest day and holiday.
  private func weekendDemand() -> [FeasibilityFinding] {
    (0..<plan.horizon.dayCount).compactMap { day in
      let dayClass = plan.calendar.dayClass(on: plan.horizon.date(ofDay: day))
      guard dayClass == .restDay || dayClass == .statutoryDay else { return nil }
      let required = needMinutes(days: day..<(day + 1), skills: nil)
      // A night shift of the day before works into the day.
      let achievable = plan.employees.indices.reduce(0) { sum, person in
        sum + longest[person][day] + (day > 0 ? overnightMinutes(person: person, day: day - 1) : 0)
      }
      return finding(
        .weekendDemand, day: day, required: required, achievable: achievable)
    }
  }

  private func overnightMinutes(person: Int, day: Int) -> Int {
    let midnight = (day + 1) * 1_440
    return problem.lines[person].allowed[day]
      .map { max(0, problem.options[$0].minutes.upperBound - midnight) }.max() ?? 0
  }

  /// 3: each calendar week of the horizon against the limits on a week.
  private func weeks() -> [FeasibilityFinding] {
    plan.horizon.weeks.compactMap { week in
      let days = week.clamped(to: 0..<plan.horizon.dayCount)
      let required = needMinutes(days: days, skills: nil)
      let achievable = plan.employees.indices.reduce(0) {
        $0 + most(person: $1, days: days, week: week)
      }
      return finding(
        .employeeMinutesWeek, day: days.lowerBound,
        minutes: (days.lowerBound * 1_440)..<(days.upperBound * 1_440), required: required,
        achievable: achievable)
    }
  }

  /// 4: each skill over the whole horizon, and all skills together.
  private func wholeRoster() -> [FeasibilityFinding] {
    let days = 0..<plan.horizon.dayCount
    let each =
      plan.need.skills.map { [$0] } + (plan.need.skills.count > 1 ? [plan.need.skills] : [])
    return each.compactMap { skills in
      let able = plan.employees.indices.filter {
        !Set(plan.employees[$0].skills).isDisjoint(with: skills)
      }
      let achievable = able.reduce(0) { sum, person in
        let byWeek = plan.horizon.weeks.reduce(0) {
          $0 + most(person: person, days: $1.clamped(to: days), week: $1)
        }
        return sum + min(byWeek, limit(HoursInHorizon.key, of: person) ?? .max)
      }
      return finding(
        .employeeMinutesRoster, subject: skills.joined(separator: ", "),
        required: needMinutes(days: days, skills: Set(skills)), achievable: achievable)
    }
  }

  /// The most minutes a person can work on some days of a calendar week.
  private func most(person: Int, days: Range<Int>, week: Range<Int>) -> Int {
    let employee = plan.employees[person]
    var best = days.map { longest[person][$0] }.sorted(by: >)
    for scoped in plan.rules where scoped.binds(employee) {
      switch (scoped.rule, scoped.rule.arguments.values["most"]) {
      case (is ShiftCount, .count(let most)): best = Array(best.prefix(most))
      case (let rule as DaysOff, _) where rule.within <= days.count:
        best = Array(best.prefix(max(0, days.count - rule.least)))
      default: continue
      }
    }
    let worked = plan.history.filter { $0.employeeID == employee.id && week.contains($0.day) }
      .reduce(0) { $0 + $1.paidMinutes }
    let cap = limit(HoursPerWeek.key, of: person).map { max(0, $0 - worked) }
    return min(best.reduce(0, +), cap ?? .max)
  }

  private func limit(_ key: String, of person: Int) -> Int? {
    plan.rules.filter { $0.key == key && $0.binds(plan.employees[person]) }
      .compactMap { $0.rule.arguments.minutes("most") }.min()
  }

  private func needMinutes(days: Range<Int>, skills: Set<String>?) -> Int {
    let perDay = plan.horizon.intervalsPerDay
    let intervals = (days.lowerBound * perDay)..<(days.upperBound * perDay)
    // A mode's posts take the place of the need.
    func agents(_ skill: Int, _ interval: Int) -> Double {
      plan.isHeldByMode(skill: plan.need.skills[skill], day: interval / perDay)
        ? 0 : plan.need.agents[skill][interval]
    }
    let agents = plan.need.skills.indices
      .filter { skills?.contains(plan.need.skills[$0]) ?? true }
      .reduce(0.0) { sum, skill in intervals.reduce(sum) { $0 + agents(skill, $1) } }
    return Int((agents * Double(plan.horizon.intervalMinutes)).rounded())
  }

  private func finding(
    _ check: FeasibilityFinding.Check, day: Int? = nil, minutes: Range<Int>? = nil,
    subject: String = "", required: Int, achievable: Int
  ) -> FeasibilityFinding? {
    guard required > achievable else { return nil }
    return FeasibilityFinding(
      check, day: day, minutes: minutes, subject: subject, required: required,
      achievable: achievable)
  }
}
