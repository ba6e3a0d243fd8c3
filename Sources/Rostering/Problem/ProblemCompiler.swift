/// Turns a plan into the problem that solvers see.
///
/// - Complexity: O(P x O + C x O x T) for P people, O shift options, C cover
///   classes and T intervals of a shift.
public struct ProblemCompiler: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// A compiler of a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// The plan as a problem.
  public func compile() -> CompiledPlan {
    let (options, reservedFor) = ShiftOptionBuilder(plan: plan).build()
    let table = OptionTable(options: options, plan: plan)
    var optionsOfDay: [Range<Int>] = []
    var next = 0
    for day in 0..<plan.horizon.dayCount {
      let start = next
      while next < options.count, options[next].day == day { next += 1 }
      optionsOfDay.append(start..<next)
    }
    let costs = LineCostCompiler(plan: plan, table: table)
    var shared = SharedArrays()
    let lines = plan.employees.map { employee in
      shared.sharing(
        lineRules(
          of: employee, table: table, optionsOfDay: optionsOfDay, reservedFor: reservedFor,
          costs: costs))
    }
    let cover = CoverCompiler(plan: plan, options: options).compile()
    let problem = RosterProblem(
      dayCount: plan.horizon.dayCount, options: options, optionsOfDay: optionsOfDay,
      lines: lines, coverClassOfPerson: cover.classOfPerson, contributions: cover.contributions,
      unitsPerHead: cover.unitsPerHead, rows: cover.rows, pools: cover.pools)
    return CompiledPlan(problem: problem, plan: plan)
  }

  private func lineRules(
    of employee: Employee, table: OptionTable, optionsOfDay: [Range<Int>],
    reservedFor: [Int: Set<String>], costs: LineCostCompiler
  ) -> LineRules {
    var rules = LineRules(dayCount: plan.horizon.dayCount, optionCount: table.count)
    rules.candidates = optionsOfDay.map { day in
      day.filter { reservedFor[$0]?.contains(employee.id) ?? true }
    }
    rules.allowed = rules.candidates
    let history = plan.history.filter { $0.employeeID == employee.id }
      .sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
    var encoder = LineEncoder(
      plan: plan, employee: employee, table: table, history: history, rules: rules)
    for rule in StandingRules.all { rule.encode(into: &encoder) }
    for scoped in plan.rules where scoped.binds(employee) { scoped.rule.encode(into: &encoder) }
    costs.encode(into: &encoder)
    return encoder.rules
  }
}

/// A problem together with the plan it came from, to go back and forth
/// between lines of options and rosters of shifts.
public struct CompiledPlan: Sendable {
  /// What solvers see.
  public let problem: RosterProblem
  /// The plan.
  public let plan: RosterPlan

  /// The roster that lines stand for, in the plan's order of employees.
  public func roster(of lines: [Line]) -> Roster {
    var assignments: [ShiftAssignment] = []
    for (person, line) in lines.enumerated() {
      for index in line.compactMap({ $0 }) {
        let option = problem.options[index]
        assignments.append(
          ShiftAssignment(
            employeeID: plan.employees[person].id, day: option.day,
            pattern: plan.patterns[option.pattern].name, minutes: option.minutes,
            breaks: option.breaks))
      }
    }
    return Roster(assignments: assignments)
  }

  /// The lines that a roster stands for, or nil where one of its shifts is
  /// not an option of the problem.
  ///
  /// - Complexity: O(*o*) in the number of options.
  public func lines(of roster: Roster) -> [Line]? {
    var optionAt: [ShiftOption: Int] = [:]
    for (index, option) in problem.options.enumerated() where optionAt[option] == nil {
      optionAt[option] = index
    }
    var lines: [Line] = Array(
      repeating: Array(repeating: nil, count: problem.dayCount), count: problem.personCount)
    for shift in roster.assignments {
      guard let person = plan.employees.firstIndex(where: { $0.id == shift.employeeID }),
        let pattern = plan.patterns.firstIndex(where: { $0.name == shift.pattern }),
        let index = optionAt[
          ShiftOption(
            day: shift.day, pattern: pattern, minutes: shift.minutes, breaks: shift.breaks)],
        lines[person][shift.day] == nil
      else { return nil }
      lines[person][shift.day] = index
    }
    return lines
  }
}
