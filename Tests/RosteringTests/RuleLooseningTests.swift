import Rostering
import StaffOptTestSupport
import Testing

@Suite("Loosening rules by a step")
struct RuleLooseningTests {
  @Test("Each rule of the catalogue gives back the arguments it was made from")
  func argumentsRoundTrip() {
    for definition in RuleCatalogue.definitions {
      var arguments = RuleArguments()
      for parameter in definition.parameters {
        switch parameter.kind {
        case .minutes:
          arguments.values[parameter.name] = .minutes(parameter.name == "least" ? 120 : 600)
        case .count: arguments.values[parameter.name] = .count(parameter.name == "least" ? 2 : 5)
        case .patterns: arguments.values[parameter.name] = .names(["D", "E"])
        }
      }
      let rule = definition.make(arguments)
      #expect(rule.arguments.values == arguments.values, "\(definition.key)")
    }
  }

  @Test("Least goes down, most goes up, a rule without a number goes")
  func steps() throws {
    var plan = PlanSamples.plan(days: 3)
    plan.rules = [
      ScopedRule(RestBetweenShifts(leastMinutes: 660)), ScopedRule(ShiftCount(least: 1, most: 4)),
      ScopedRule(ForbiddenNextDay(after: ["N"], never: ["D"])),
    ]
    let found = plan.loosenings()
    #expect(found.map(\.parameter) == ["least", "least", "most", ""])
    #expect(found.map(\.to) == [.minutes(600), .count(0), .count(5), nil])
    let rest = plan.loosened(try #require(found.first))
    #expect(rest.rules.first?.rule.arguments.values == ["least": .minutes(600)])
    #expect(
      plan.loosened(try #require(found.last)).rules.map(\.key) == ["rest-between-shifts", "shifts"])
  }

  @Test("A limit is moved for some people only; nobody else is bound or freed")
  func somePeople() throws {
    var plan = PlanSamples.plan(days: 3, people: 3)
    plan.rules = [ScopedRule(DaysInARow(most: 2))]
    let step = try #require(plan.loosenings().first)
    let loosened = plan.loosened(step, for: ["P1"])
    let limits = plan.employees.map { person in
      loosened.rules.filter { $0.binds(person) }.map { $0.rule.arguments.count("most") }
    }
    #expect(limits == [[2], [3], [2]])
    let unchanged = plan.loosened(step, for: ["nobody"]).rules
    #expect(unchanged.map(\.employeeIDs) == plan.rules.map(\.employeeIDs))
  }

  @Test(
    "A looser limit allows every roster that the plan's limit allows", arguments: UInt64(1)...12)
  func allowsMore(seed: UInt64) {
    var generator = PlanGenerator(seed: seed)
    let plan = generator.makePlan()
    let compiled = ProblemCompiler(plan: plan).compile()
    let roster = compiled.roster(of: generator.makeLines(for: compiled.problem))
    let before = RosterAuditor(plan: plan).audit(roster).violations
    for loosening in plan.loosenings() {
      let after = RosterAuditor(plan: plan.loosened(loosening)).audit(roster).violations
      #expect(after.count <= before.count, "seed \(seed), \(loosening.key) \(loosening.parameter)")
    }
  }
}
