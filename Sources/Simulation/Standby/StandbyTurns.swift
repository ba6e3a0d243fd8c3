import Rostering

/// Who is on call: free and rested people by turns.
///
/// Somebody can be on call who does not work that day and could take one of
/// its shifts without breaking a rule that holds now. Of those the ones with
/// the fewest turns so far come first, on premium days those who chose pay
/// before those who chose rest, then those with the lightest ledger: premium
/// days carried over and rostered.
struct StandbyTurns {
  private let plan: RosterPlan
  private let roster: Roster
  private let shiftsOf: [String: [ShiftAssignment]]
  private let rules: [String: [any RosterRule]]
  private let violatedNow: [String: [String: Int]]
  private let premiumDays: [String: Int]
  private var turns: [String: Int] = [:]

  /// Different shifts of a day that are tried for each person, at most.
  private static let triedShifts = 12

  init(plan: RosterPlan, roster: Roster) {
    self.plan = plan
    self.roster = roster
    var shiftsOf: [String: [ShiftAssignment]] = [:]
    for shift in roster.assignments { shiftsOf[shift.employeeID, default: []].append(shift) }
    var rules: [String: [any RosterRule]] = [:]
    var violated: [String: [String: Int]] = [:]
    var premiumDays: [String: Int] = [:]
    for employee in plan.employees {
      let own = StandingRules.all + plan.rules.filter { $0.binds(employee) }.map(\.rule)
      let shifts = shiftsOf[employee.id] ?? []
      rules[employee.id] = own
      violated[employee.id] = StandbyTurns.violations(
        of: PersonLine(plan: plan, employee: employee, planned: shifts), rules: own)
      premiumDays[employee.id] =
        employee.carried.premiumDays
        + shifts.reduce(0) { $0 + plan.premiumDayCount(of: $1) }
    }
    self.shiftsOf = shiftsOf
    self.rules = rules
    violatedNow = violated
    self.premiumDays = premiumDays
  }

  /// The people on call on a day; fewer than wanted if not enough are free
  /// and rested. Days are asked for in order.
  mutating func people(onCall wanted: [Int], day: Int) -> [StandbyTurn] {
    var taken: Set<String> = []
    var turnsOfDay: [StandbyTurn] = []
    let candidates = wanted.indices.map { skill in
      wanted[skill] > 0 ? self.candidates(skill: skill, day: day) : []
    }
    // The skill with the fewest candidates chooses first.
    let order = wanted.indices.sorted {
      (candidates[$0].count - wanted[$0], $0) < (candidates[$1].count - wanted[$1], $1)
    }
    for skill in order where wanted[skill] > 0 {
      let free = candidates[skill].filter { !taken.contains($0.turn.employeeID) }
        .sorted { key($0, day: day).lexicographicallyPrecedes(key($1, day: day)) }
      for candidate in free.prefix(wanted[skill]) {
        taken.insert(candidate.turn.employeeID)
        turnsOfDay.append(candidate.turn)
      }
    }
    for turn in turnsOfDay { turns[turn.employeeID, default: 0] += 1 }
    let position = Dictionary(
      plan.employees.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    return turnsOfDay.sorted {
      ($0.skill, position[$0.employeeID] ?? 0) < ($1.skill, position[$1.employeeID] ?? 0)
    }
  }

  private struct Candidate {
    var turn: StandbyTurn
    var employee: Int
  }

  /// Smaller goes first.
  private func key(_ candidate: Candidate, day: Int) -> [Int] {
    let employee = plan.employees[candidate.employee]
    let choice: Int =
      switch employee.choice {
      case .pay: 0
      case .either: 1
      case .rest: 2
      }
    return [
      candidate.turn.isAgainstWish ? 1 : 0, turns[employee.id] ?? 0,
      plan.isPremium(day: day) ? choice : 0, premiumDays[employee.id] ?? 0,
      -candidate.turn.couldTake, candidate.employee,
    ]
  }

  private func candidates(skill: Int, day: Int) -> [Candidate] {
    let name = plan.need.skills[skill]
    let shifts = differentShifts(skill: name, day: day)
    guard !shifts.isEmpty else { return [] }
    return plan.employees.enumerated().compactMap { index, employee in
      guard employee.skills.contains(name), isFree(employee, day: day) else { return nil }
      let count = shifts.count { canTake($0, employee) }
      guard count > 0 else { return nil }
      return Candidate(
        turn: StandbyTurn(
          employeeID: employee.id, skill: skill, couldTake: count, shiftCount: shifts.count,
          isAgainstWish: wishesOff(employee, day: day)), employee: index)
    }
  }

  /// The shifts that people with a skill work on a day, each kind once.
  private func differentShifts(skill: String, day: Int) -> [ShiftAssignment] {
    let skilled = Set(plan.employees.filter { $0.skills.contains(skill) }.map(\.id))
    var seen: Set<ShiftAssignment> = []
    var shifts: [ShiftAssignment] = []
    for var shift in roster.assignments where shift.day == day && skilled.contains(shift.employeeID)
    {
      shift.employeeID = ""
      if seen.insert(shift).inserted { shifts.append(shift) }
    }
    shifts.sort {
      ($0.minutes.lowerBound, $0.minutes.upperBound) < (
        $1.minutes.lowerBound, $1.minutes.upperBound
      )
    }
    guard shifts.count > Self.triedShifts else { return shifts }
    // Evenly from the earliest to the latest.
    return (0..<Self.triedShifts).map { shifts[$0 * (shifts.count - 1) / (Self.triedShifts - 1)] }
  }

  private func isFree(_ employee: Employee, day: Int) -> Bool {
    !(shiftsOf[employee.id] ?? []).contains { $0.day == day }
      && !plan.pinnedDays.contains { pin in
        pin.employeeID == employee.id && pin.day == day && pin.content == .off
      }
  }

  private func wishesOff(_ employee: Employee, day: Int) -> Bool {
    plan.requests.contains { request in
      guard request.employeeID == employee.id, request.days.contains(day) else { return false }
      return request.kind == .dayOff || request.kind == .askedLeave
    }
  }

  private func canTake(_ shift: ShiftAssignment, _ employee: Employee) -> Bool {
    var own = shift
    own.employeeID = employee.id
    let line = PersonLine(
      plan: plan, employee: employee, planned: (shiftsOf[employee.id] ?? []) + [own])
    let now = violatedNow[employee.id] ?? [:]
    return StandbyTurns.violations(of: line, rules: rules[employee.id] ?? [])
      .allSatisfy { $0.value <= now[$0.key, default: 0] }
  }

  /// How often a line breaks each rule.
  private static func violations(
    of line: PersonLine, rules: [any RosterRule]
  ) -> [String: Int] {
    var counts: [String: Int] = [:]
    for rule in rules {
      let found = rule.violations(in: line).count
      if found > 0 { counts[type(of: rule).key, default: 0] += found }
    }
    return counts
  }
}
