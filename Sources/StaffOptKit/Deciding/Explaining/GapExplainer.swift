import Reports
import RosterSolvers
import Rostering

/// Explains the gaps of a roster: how many could stand there, why the others
/// cannot, and what closing it would cost.
///
/// What people may do is asked of the rules themselves, and every price is
/// recounted as the auditor counts; only the question whether any line at all
/// leads there goes to the compiled problem.
public struct GapExplainer: Sendable {
  /// The facts of the roster.
  public let facts: RosterFacts
  /// Repairs that are listed for a gap.
  public let repairLimit: Int
  let pricer: RosterChangePricer
  private let compiled: CompiledPlan
  private let finder: InfeasibilityFinder

  /// An explainer of a roster's gaps.
  public init(facts: RosterFacts, repairLimit: Int = 6) {
    self.facts = facts
    self.repairLimit = repairLimit
    compiled = ProblemCompiler(plan: facts.plan).compile()
    finder = InfeasibilityFinder(compiled.problem)
    pricer = RosterChangePricer(plan: facts.plan, roster: facts.roster)
  }

  var plan: RosterPlan { facts.plan }

  /// Everything that is missing, the largest first: gaps of skills, shifts with
  /// too few people, posts that nobody holds.
  public var subjects: [GapSubject] {
    // Where a mode holds the line its posts say what is missing.
    let open = facts.gaps.filter { !plan.isHeldByMode(skill: $0.skill, day: $0.day) }
    let all =
      open.map { GapSubject.cover($0) } + facts.shortPatterns.map { .pattern($0) }
      + facts.openPosts.filter { $0.holders == 0 }.map { .post($0) }
    let sized = all.map { ($0, gap(of: $0).hours) }
    // Stable: what is equally large keeps its order.
    return sized.enumerated().sorted {
      (-$0.element.1, $0.offset) < (-$1.element.1, $1.offset)
    }.map(\.element.0)
  }

  /// The explanation of a gap of a skill.
  public func explain(_ gap: CoverGap) -> GapExplanation? { explain(.cover(gap)) }

  /// The explanation of something that is missing.
  ///
  /// - Complexity: O(P x O) prices for P people and O shift options that would
  ///   stand there, and a compilation of a line for each person and rule in
  ///   the way.
  public func explain(_ subject: GapSubject) -> GapExplanation? {
    guard let place = place(of: subject) else { return nil }
    var people: [StandFacts] = []
    var repairs: [GapRepair] = []
    for person in plan.employees.indices {
      let (facts, found) = stand(person: person, at: place)
      people.append(facts)
      repairs += found
    }
    repairs += newcomer(at: place)
    let possible = people.filter(\.isPossible).reduce(0) {
      $0 + (place.countsHeads ? 1 : ($1.employee.effectiveness * 10).rounded() / 10)
    }
    return GapExplanation(
      gap: place.gap, cost: place.cost, worst: place.worst, needed: place.needed,
      onDuty: place.onDuty, possible: possible, people: people, repairs: best(repairs))
  }

  /// The options on duty throughout an interval; those that touch it if none
  /// is there throughout.
  func options(covering minutes: Range<Int>) -> [Int] {
    let day = plan.horizon.day(ofMinute: minutes.lowerBound)
    let days = max(0, day - 1)..<min(plan.horizon.dayCount, day + 1)
    let near = days.flatMap { Array(compiled.problem.optionsOfDay[$0]) }
      .filter { compiled.problem.options[$0].minutes.overlaps(minutes) }
    func onDuty(_ option: Int) -> Int { dutyMinutes(of: shift(option, of: ""), in: minutes) }
    let full = near.filter { onDuty($0) == minutes.count }
    return full.isEmpty ? near.filter { onDuty($0) > 0 } : full
  }

  /// The options of a pattern on a day.
  func options(ofPattern pattern: Int, day: Int) -> [Int] {
    compiled.problem.optionsOfDay[day].filter { compiled.problem.options[$0].pattern == pattern }
  }

  func optionsOfDay(_ day: Int) -> Range<Int> { compiled.problem.optionsOfDay[day] }

  func dutyMinutes(of shift: ShiftAssignment, in minutes: Range<Int>) -> Int {
    shift.dutySpans.reduce(0) { $0 + $1.clamped(to: minutes).count }
  }

  func shift(_ option: Int, of employeeID: String) -> ShiftAssignment {
    let option = compiled.problem.options[option]
    return ShiftAssignment(
      employeeID: employeeID, day: option.day, pattern: plan.patterns[option.pattern].name,
      minutes: option.minutes, breaks: option.breaks)
  }

  /// One person at a gap, and the repairs with this person.
  private func stand(
    person: Int, at place: GapPlace
  ) -> (StandFacts, [GapRepair]) {
    let employee = plan.employees[person]
    let own = pricer.shifts(of: employee.id)
    let touching =
      place.countsHeads ? [] : own.filter { $0.minutes.overlaps(place.worst) && !plan.isPost($0) }
    let ofDay = own.first { $0.day == place.gap.day }
    if let skill = place.skill, !employee.skills.contains(skill) {
      return (StandFacts(employee: employee, reason: .lacksSkill, shift: ofDay), [])
    }
    if own.contains(where: place.isThere) {
      let others = employee.skills.filter {
        $0 != place.skill && plan.need.skills.contains($0) && !place.countsHeads
      }
      return (
        StandFacts(employee: employee, reason: others.isEmpty ? .standsThere : .sharesQueues), []
      )
    }
    let options = place.options
    let ways = ways(person: person, own: own, options: options)
    let longer = place.countsHeads ? [] : overtime(employee: employee, own: own, gap: place.gap)
    if !touching.isEmpty {
      return (
        StandFacts(employee: employee, reason: .onBreak, shift: touching.first), ways.legal + longer
      )
    }
    if let cheapest = ways.legal.min(by: { $0.change.cost.total < $1.change.cost.total }) {
      return (
        StandFacts(
          employee: employee, reason: .couldBe, shift: ofDay,
          netCost: cheapest.change.cost.total), ways.legal + longer
      )
    }
    let days = Dictionary(grouping: options) { compiled.problem.options[$0].day }
    let blocks = days.keys.sorted(by: >).map {
      finder.explain(person: person, working: days[$0] ?? [])
    }
    let isNever = blocks.allSatisfy { !$0.rules.isEmpty }
    if isNever, let always = blocks.first {
      return (
        StandFacts(employee: employee, reason: .never(always.rules), shift: ofDay),
        ways.loosened + longer
      )
    }
    return (
      StandFacts(
        employee: employee, reason: .notBesideOwnShifts(ways.nearest), shift: ofDay),
      ways.loosened + longer
    )
  }

  /// The shifts that would bring a person to the gap, the other days left as
  /// they are.
  private func ways(
    person: Int, own: [ShiftAssignment], options: [Int]
  ) -> (legal: [GapRepair], loosened: [GapRepair], nearest: [RuleFinding]) {
    let employee = plan.employees[person]
    var legal: [GapRepair] = []
    var loosened: [GapRepair] = []
    var nearest: [RuleFinding]?
    let hasRule = Set(plan.rules.map(\.key))
    for option in options {
      let shift = shift(option, of: employee.id)
      let before = own.first { $0.day == shift.day }
      let after = own.filter { $0.day != shift.day } + [shift]
      let findings = findings(
        of: employee, shifts: after, adding: shift, changedOn: shift.day)
      if !findings.isEmpty, nearest.map({ $0.count > findings.count }) ?? true {
        nearest = findings
      }
      let rule = findings.first
      let isOneRule = findings.count == 1 && hasRule.contains(rule?.rule ?? "")
      guard findings.isEmpty || isOneRule else { continue }
      let change = pricer.change([employee.id: after])
      let kind = kind(of: change, from: before, to: shift, rule: rule)
      let repair = GapRepair(
        kind: kind, employee: employee, shift: shift, before: before, rule: rule, change: change)
      if rule == nil { legal.append(repair) } else { loosened.append(repair) }
    }
    return (legal, loosened, nearest ?? [])
  }

  private func kind(
    of change: RosterChange, from before: ShiftAssignment?, to shift: ShiftAssignment,
    rule: RuleFinding?
  ) -> GapRepair.Kind {
    if rule != nil { return .ruleLoosened }
    if change.cost.wishes + change.cost.choice > 0.005 { return .wishBroken }
    guard let before else { return .shiftAdded }
    return before.minutes == shift.minutes && before.pattern == shift.pattern
      ? .breakMoved : .shiftMoved
  }

  /// The person's own shift made longer by one to three hours towards the gap.
  private func overtime(
    employee: Employee, own: [ShiftAssignment], gap: CoverGap
  ) -> [GapRepair] {
    guard let before = own.first(where: { $0.day == gap.day }) else { return [] }
    return [60, 120, 180].flatMap { minutes -> [GapRepair] in
      let spans = [
        before.minutes.lowerBound..<(before.minutes.upperBound + minutes),
        (before.minutes.lowerBound - minutes)..<before.minutes.upperBound,
      ]
      return spans.compactMap { span -> GapRepair? in
        var shift = before
        shift.minutes = span
        let gained =
          dutyMinutes(of: shift, in: gap.minutes) - dutyMinutes(of: before, in: gap.minutes)
        guard gained > 0 else { return nil }
        let after = own.filter { $0 != before } + [shift]
        let broken = findings(of: employee, shifts: after, adding: shift, changedOn: before.day)
          .filter { $0.rule != KnownShift.key }
        guard broken.isEmpty else { return nil }
        return GapRepair(
          kind: .overtime, employee: employee, shift: shift, before: before,
          change: pricer.change([employee.id: after]))
      }
    }
  }

  /// One person more with the gap's skill, at the mean wage of those who have
  /// it.
  private func newcomer(at place: GapPlace) -> [GapRepair] {
    let skilled = plan.employees.filter { employee in
      place.skill.map(employee.skills.contains) ?? true
    }
    let all = skilled.isEmpty ? plan.employees : skilled
    let wage = all.isEmpty ? 0 : all.reduce(0) { $0 + $1.hourlyWage } / Double(all.count)
    let person = Employee(
      id: "+1", name: "", skills: place.skill.map { [$0] } ?? [], hourlyWage: wage)
    // Who fills a shift or a post is not part of the cover of a skill.
    guard let skill = place.skill, !place.countsHeads else { return [] }
    let open = place.options.filter { option in
      let skills = plan.patterns[compiled.problem.options[option].pattern].skills
      return skills.isEmpty || skills.contains(skill)
    }
    return open.map { option in
      let shift = shift(option, of: person.id)
      return GapRepair(
        kind: .newcomer, employee: nil, shift: shift,
        change: pricer.change(byNewcomer: person, shift: shift))
    }
  }

  /// What a line would break, each once; history included.
  ///
  /// - Parameters:
  ///   - shift: The shift of the line that is new; nil where none is.
  ///   - day: A day on which the line changes: what the person's line breaks
  ///     already on other days is left out. Nil keeps everything.
  func findings(
    of employee: Employee, shifts: [ShiftAssignment], adding shift: ShiftAssignment? = nil,
    changedOn day: Int? = nil
  ) -> [RuleFinding] {
    let line = plan.history.filter { $0.employeeID == employee.id } + shifts
    let own = day == nil ? [] : pricer.shifts(of: employee.id)
    let known = own.isEmpty ? [] : pricer.violations(of: employee, shifts: own)
    var findings: [RuleFinding] = []
    for violation in pricer.violations(of: employee, shifts: shifts) {
      if violation.day != day, known.contains(violation) { continue }
      let finding = RuleFinding(violation, adding: shift, to: line)
      if !findings.contains(finding) { findings.append(finding) }
    }
    return findings
  }

  /// The best repairs: for each kind its two cheapest, one a person, the
  /// cheapest of all first. What closes nothing is left out.
  private func best(_ repairs: [GapRepair]) -> [GapRepair] {
    func isBefore(_ left: GapRepair, _ right: GapRepair) -> Bool {
      let (first, second) = (left.change.cost.total, right.change.cost.total)
      if (first - second).magnitude > 1e-6 { return first < second }
      return (left.kind.rawValue, left.employee?.id ?? "", left.shift.minutes.lowerBound)
        < (right.kind.rawValue, right.employee?.id ?? "", right.shift.minutes.lowerBound)
    }
    let useful = repairs.filter { $0.worth > 0.005 }.sorted(by: isBefore)
    var kept: [GapRepair] = []
    for repair in useful {
      let ofKind = kept.filter { $0.kind == repair.kind }
      let limit = repair.kind == .newcomer ? 1 : 2
      guard ofKind.count < limit,
        !ofKind.contains(where: { $0.employee?.id == repair.employee?.id })
      else { continue }
      kept.append(repair)
    }
    return Array(kept.prefix(repairLimit))
  }
}
