import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

/// The cost of a roster is counted twice by means that share nothing: from
/// the compiled problem, as solvers do, and from the shifts' minutes, as the
/// auditor does.
@Suite("Solvers and auditor count the same cost")
struct CostAgreementTests {
  @Test("A random roster of a random plan costs the same by both counts", arguments: 1...12)
  func costsAgree(block: UInt64) {
    for seed in (block * 1_000)..<(block * 1_000 + 6) {
      var generator = PlanGenerator(seed: seed)
      let plan = generator.makePlan()
      let compiled = ProblemCompiler(plan: plan).compile()
      let checker = LineChecker(compiled.problem)
      for _ in 0..<2 {
        let lines = generator.makeLines(for: compiled.problem)
        let counted =
          CoverState(compiled.problem, lines: lines).cost
          + lines.indices.reduce(0) { $0 + checker.cost(of: lines[$1], person: $1) }
        let audited = RosterAuditor(plan: plan).audit(compiled.roster(of: lines)).cost
        let tolerance = 1e-6 * max(1, audited.total.magnitude)
        #expect(
          (counted - audited.total).magnitude <= tolerance,
          "seed \(seed): counted \(counted), audited \(audited.total): \(audited.parts)")
      }
    }
  }

  @Test("Random plans use every price, so that the agreement says something")
  func everyPriceOccurs() {
    var occurring: Set<String> = []
    for seed in UInt64(1)...40 {
      var generator = PlanGenerator(seed: seed)
      let plan = generator.makePlan()
      let compiled = ProblemCompiler(plan: plan).compile()
      let lines = generator.makeLines(for: compiled.problem)
      let cost = RosterAuditor(plan: plan).audit(compiled.roster(of: lines)).cost
      for part in cost.parts where part.amount > 0 { occurring.insert(part.name) }
    }
    #expect(occurring == Set(RosterCost().parts.map(\.name)))
  }

  @Test("A compiled roster counts as cover and lines together")
  func compiledRosterAddsUp() {
    var generator = PlanGenerator(seed: 7)
    let plan = generator.makePlan()
    let compiled = ProblemCompiler(plan: plan).compile()
    let lines = generator.makeLines(for: compiled.problem)
    let audited = RosterAuditor(plan: plan).audit(compiled.roster(of: lines)).cost.total
    let counted = CompiledRoster(compiled.problem).cost(of: lines)
    #expect((counted - audited).magnitude <= 1e-6 * max(1, audited.magnitude))
  }

  @Test("Night shifts over premium dates count for both dates, as often as they are worked")
  func premiumDatesTwice() {
    var plan = freePlan(days: 2)
    plan.patterns = [ShiftPattern(name: "N", startMinutes: [1_200], lengthMinutes: [600])]
    for day in 0...2 {
      plan.calendar.days[plan.horizon.date(ofDay: day)] = CalendarDay(dayClass: .statutoryDay)
    }
    plan.fairness.premiumDay = 30
    // Two shifts of two dates each are four units: 30 (1 + 2 + 3 + 4).
    expectCost(300, of: plan)
    plan.employees[0].choice = .rest
    plan.choice.restBroken = 10
    expectCost(100, of: plan)
  }

  @Test("Hours of pinned shifts longer than any pattern are priced to their end")
  func longPinnedShifts() {
    var plan = freePlan(days: 2)
    plan.patterns = [ShiftPattern(name: "D", startMinutes: [480], lengthMinutes: [480])]
    plan.pinnedDays = [0, 1].map { day in
      PinnedDay(
        employeeID: "P0", day: day,
        content: .shift(pattern: "D", minutes: (day * 1_440)..<(day * 1_440 + 1_200)))
    }
    plan.fairness.hours = 7
    // Forty hours are five units of eight: 7 (1 + 2 + 3 + 4 + 5).
    expectCost(105, of: plan)
  }

  @Test("Asked leave that begins after the horizon is touched by the last night shift")
  func leaveAfterTheHorizon() {
    var plan = freePlan(days: 1)
    plan.patterns = [ShiftPattern(name: "N", startMinutes: [1_320], lengthMinutes: [480])]
    plan.requests = [
      StaffRequest(employeeID: "P0", kind: .askedLeave, minutes: 1_440..<2_880, price: 50)
    ]
    expectCost(50, of: plan)
  }

  /// A plan of one person in which nothing costs anything.
  private func freePlan(days: Int) -> RosterPlan {
    var plan = PlanSamples.plan(days: days)
    plan.employees[0].hourlyWage = 0
    plan.cover = CoverPrices(shortfall: [0], surplus: 0)
    plan.fairness = FairnessPrices(premiumDay: 0, night: 0, weekend: 0)
    return plan
  }

  /// Expects that both counts of the roster that works the last option of
  /// every day are a cost.
  private func expectCost(_ expected: Double, of plan: RosterPlan) {
    let compiled = ProblemCompiler(plan: plan).compile()
    let lines = compiled.problem.lines.map { $0.allowed.map(\.last) }
    let audited = RosterAuditor(plan: plan).audit(compiled.roster(of: lines)).cost.total
    let counted = CompiledRoster(compiled.problem).cost(of: lines)
    #expect((audited - expected).magnitude < 1e-9)
    #expect((counted - expected).magnitude < 1e-9)
  }
}
