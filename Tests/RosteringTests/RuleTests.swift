import Rostering
import StaffOptTestSupport
import Testing

@Suite("Rules find what breaks them")
struct RuleTests {
  @Test("A hand-made line breaks a rule on the expected days", arguments: ruleCases)
  func violations(of ruleCase: RuleCase) {
    let days = ruleCase.line.split(separator: "|").last.map { $0.filter { $0 != " " }.count } ?? 0
    var plan = PlanSamples.plan(days: days, from: ruleCase.from)
    let shifts = PlanSamples.shifts(ruleCase.line, in: plan)
    plan.history = shifts.history
    plan.historyStartDay = -shifts.historyDays
    let line = PersonLine(plan: plan, employee: plan.employees[0], planned: shifts.planned)
    let found = ruleCase.rule.violations(in: line)
    #expect(found.map(\.day) == ruleCase.brokenOn)
    #expect(found.allSatisfy { $0.rule == type(of: ruleCase.rule).key && $0.employeeID == "P0" })
    #expect(found.allSatisfy { !$0.message.isEmpty && !$0.limit.isEmpty && !$0.actual.isEmpty })
  }

  @Test("Every rule of the catalogue has a case that breaks it and one that keeps it")
  func everyRuleHasCases() {
    for definition in RuleCatalogue.definitions {
      let cases = ruleCases.filter { type(of: $0.rule).key == definition.key }
      #expect(cases.contains { $0.brokenOn.isEmpty }, "no kept case for \(definition.key)")
      #expect(cases.contains { !$0.brokenOn.isEmpty }, "no broken case for \(definition.key)")
    }
  }

  @Test("Catalogue keys are unique, and each definition makes the rule of its key")
  func catalogueIsConsistent() {
    let keys = RuleCatalogue.definitions.map(\.key)
    #expect(Set(keys).count == keys.count)
    for definition in RuleCatalogue.definitions {
      let rule = definition.make(RuleArguments())
      #expect(type(of: rule).key == definition.key)
      #expect(
        definition.oneOf.allSatisfy { name in
          definition.parameters.contains { $0.name == name }
        })
    }
  }

  @Test("Scopes bind by team and by employee")
  func scopes() {
    let chat = Employee(id: "a", name: "A", team: "Chat", skills: [])
    let phone = Employee(id: "b", name: "B", team: "Phone", skills: [])
    let rule = ShiftCount(most: 1)
    #expect(ScopedRule(rule).binds(chat) && ScopedRule(rule).binds(phone))
    #expect(ScopedRule(rule, teams: ["Chat"]).binds(chat))
    #expect(!ScopedRule(rule, teams: ["Chat"]).binds(phone))
    #expect(!ScopedRule(rule, teams: ["Chat"], employeeIDs: ["b"]).binds(phone))
    #expect(ScopedRule(rule, employeeIDs: ["b"]).binds(phone))
  }
}
