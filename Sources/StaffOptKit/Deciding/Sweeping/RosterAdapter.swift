import Rostering

/// Carries a roster over to another plan, as a start for its solver.
///
/// Each shift becomes the nearest one that the other plan offers on its day;
/// shifts are given up from the end where a line would break a rule. Who is
/// new stays off, or works as somebody with the same skills does.
struct RosterAdapter {
  let plan: RosterPlan
  private let options: [[ShiftAssignment]]

  init(plan: RosterPlan) {
    self.plan = plan
    let problem = ProblemCompiler(plan: plan).compile().problem
    options = problem.optionsOfDay.map { day in
      day.map { index in
        let option = problem.options[index]
        return ShiftAssignment(
          employeeID: "", day: option.day, pattern: plan.patterns[option.pattern].name,
          minutes: option.minutes, breaks: option.breaks)
      }
    }
  }

  /// The roster for the plan, or nil where somebody would be left without a
  /// line that keeps the rules.
  func adapted(_ roster: Roster, of other: RosterPlan) -> Roster? {
    let shiftsOf = Dictionary(grouping: roster.assignments) { $0.employeeID }
    let known = Set(other.employees.map(\.id))
    var adapted: [ShiftAssignment] = []
    for employee in plan.employees {
      var candidates: [[ShiftAssignment]] = [shiftsOf[employee.id] ?? []]
      if !known.contains(employee.id) {
        let alike = other.employees.filter { Set($0.skills) == Set(employee.skills) }
        candidates += alike.prefix(8).map { shiftsOf[$0.id] ?? [] }
      }
      guard
        let line = candidates.lazy.compactMap({ line(of: employee, from: $0) }).first
      else { return nil }
      adapted += line
    }
    return Roster(assignments: adapted)
  }

  private func line(of employee: Employee, from shifts: [ShiftAssignment]) -> [ShiftAssignment]? {
    var line = shifts.sorted { $0.day < $1.day }.compactMap { nearest(to: $0, for: employee) }
    while true {
      let person = PersonLine(plan: plan, employee: employee, planned: line)
      let isClean =
        (StandingRules.all + plan.rules.filter { $0.binds(employee) }.map(\.rule))
        .allSatisfy { $0.violations(in: person).isEmpty }
      if isClean { return line }
      guard !line.isEmpty else { return nil }
      line.removeLast()
    }
  }

  private func nearest(
    to shift: ShiftAssignment, for employee: Employee
  ) -> ShiftAssignment? {
    guard options.indices.contains(shift.day) else { return nil }
    func distance(_ option: ShiftAssignment) -> Int {
      var distance = abs(option.minutes.lowerBound - shift.minutes.lowerBound)
      distance += abs(option.minutes.upperBound - shift.minutes.upperBound)
      if option.pattern != shift.pattern { distance += 30 }
      for (first, second) in zip(option.breaks, shift.breaks) {
        distance += abs(first.minutes.lowerBound - second.minutes.lowerBound) / 8
      }
      return distance
    }
    var best: (option: ShiftAssignment, distance: Int)?
    for option in options[shift.day] {
      let far = distance(option)
      if far < best?.distance ?? .max { best = (option, far) }
    }
    guard var nearest = best?.option else { return nil }
    nearest.employeeID = employee.id
    return nearest
  }
}
