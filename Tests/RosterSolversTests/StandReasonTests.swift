import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Why somebody cannot work a shift")
struct StandReasonTests {
  @Test("No rule is named exactly where some line has one of the options")
  func agreesWithEveryLine() {
    var (possible, impossible) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: seed)
      let problem = generator.makeProblem()
      let finder = InfeasibilityFinder(problem)
      for person in 0..<problem.personCount {
        let lines = RosterLineOracle(problem, person: person).lines.map(\.line)
        for day in 0..<problem.dayCount {
          let options = Array(problem.optionsOfDay[day].prefix(2))
          guard !options.isEmpty else { continue }
          let isThere = lines.contains { line in line[day].map(options.contains) ?? false }
          let found = finder.explain(person: person, working: options)
          #expect(found.rules.isEmpty == isThere, "seed \(seed), person \(person), day \(day)")
          if isThere { possible += 1 } else { impossible += 1 }
        }
      }
    }
    #expect(possible > 50 && impossible > 50)
  }

  @Test("Leave and rest are named, and only they")
  func names() {
    var plan = PlanSamples.plan(days: 2)
    plan.rules = [
      ScopedRule(RestBetweenShifts(leastMinutes: 660)), ScopedRule(DaysInARow(most: 5)),
    ]
    plan.requests = [StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: 0..<1_440)]
    let problem = ProblemCompiler(plan: plan).compile().problem
    let finder = InfeasibilityFinder(problem)
    #expect(finder.explain(person: 0, working: problem.optionsOfDay[0]).rules == ["approved-leave"])
    #expect(finder.explain(person: 0, working: problem.optionsOfDay[1]).rules == [])
    plan.requests = []
    plan.pinnedDays = [PinnedDay(employeeID: "P0", day: 0, content: .pattern("N"))]
    let pinned = ProblemCompiler(plan: plan).compile().problem
    let early = pinned.optionsOfDay[1].filter { pinned.options[$0].pattern == 0 }
    #expect(
      InfeasibilityFinder(pinned).explain(person: 0, working: early).rules
        == ["pinned-day", "rest-between-shifts"])
  }
}
