import Reports
import RosterSolvers
import Rostering

/// Finds the people whose rules leave no line, the rules that cannot hold
/// together, and how far each of them alone would have to move.
public struct ContradictionFinder: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// The most steps that a limit is moved.
  private static let stepLimit = 24

  /// A finder for a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// The contradictions, in the plan's order of people.
  ///
  /// - Complexity: A compilation of each person's line; for people without
  ///   one, a compilation for each rule and step.
  public func contradictions() -> [RuleContradiction] {
    let problem = ProblemCompiler(plan: plan).compile().problem
    let finder = InfeasibilityFinder(problem)
    return plan.employees.indices.compactMap { person in
      let keys = finder.explain(person: person).rules
      guard !keys.isEmpty else { return nil }
      let employee = plan.employees[person]
      return RuleContradiction(
        employee: employee, parts: keys.flatMap { parts(key: $0, employee: employee) })
    }
  }

  private func parts(key: String, employee: Employee) -> [RuleContradiction.Part] {
    let standing = StandingRules.all.first { type(of: $0).key == key }
    if let standing {
      return [RuleContradiction.Part(key: key, rule: standing)]
    }
    let own = plan.rules.indices.filter {
      plan.rules[$0].key == key && plan.rules[$0].binds(employee)
    }
    guard !own.isEmpty else { return [RuleContradiction.Part(key: key)] }
    return own.map { part(rule: $0, employee: employee) }
  }

  /// One rule of a plan with the nearest value that frees the person.
  private func part(rule: Int, employee: Employee) -> RuleContradiction.Part {
    let known = plan.rules[rule].rule
    let key = plan.rules[rule].key
    var alone = plan
    alone.employees = [employee]
    for steps in 1...Self.stepLimit {
      let loosenings = alone.loosenings(ofRule: rule, steps: steps)
      if loosenings.isEmpty { break }
      for loosening in loosenings {
        let problem = ProblemCompiler(plan: alone.loosened(loosening)).compile().problem
        if InfeasibilityFinder(problem).explain(person: 0).rules.isEmpty {
          return RuleContradiction.Part(
            key: key, rule: known, parameter: loosening.parameter, from: loosening.from,
            to: loosening.to)
        }
      }
    }
    return RuleContradiction.Part(key: key, rule: known)
  }
}
