/// A limit of a plan's rule moved one step in the direction that allows more.
public struct RuleLoosening: Sendable {
  /// Index of the rule in the plan's rules.
  public var rule: Int
  /// The rule's key.
  public var key: String
  /// The parameter that moves; empty where the rule is dropped as a whole.
  public var parameter: String
  /// The value of the plan; nil where the rule is dropped as a whole.
  public var from: RuleValue?
  /// The value one step looser; nil where the limit is gone.
  public var to: RuleValue?

  /// The minutes of a step of a limit in hours.
  public static let stepMinutes = 60

  /// A loosening.
  public init(rule: Int, key: String, parameter: String, from: RuleValue?, to: RuleValue?) {
    self.rule = rule
    self.key = key
    self.parameter = parameter
    self.from = from
    self.to = to
  }
}

extension RosterPlan {
  /// One loosening for each limit of each rule: an hour less rest, a day more
  /// in a row, a shift less at least. A rule without a number is dropped.
  ///
  /// - Parameter steps: How far each limit moves, at least 1.
  public func loosenings(steps: Int = 1) -> [RuleLoosening] {
    rules.indices.flatMap { loosenings(ofRule: $0, steps: steps) }
  }

  /// The loosenings of one rule.
  public func loosenings(ofRule index: Int, steps: Int = 1) -> [RuleLoosening] {
    let rule = rules[index]
    let values = rule.rule.arguments.values
    let found = ["least", "most"].compactMap { name -> RuleLoosening? in
      guard let value = values[name] else { return nil }
      let sign = name == "least" ? -1 : 1
      let moved: RuleValue
      switch value {
      case .minutes(let minutes):
        moved = .minutes(max(0, minutes + sign * steps * RuleLoosening.stepMinutes))
      case .count(let count): moved = .count(max(0, count + sign * steps))
      case .names: return nil
      }
      guard moved != value else { return nil }
      return RuleLoosening(rule: index, key: rule.key, parameter: name, from: value, to: moved)
    }
    if found.isEmpty, values["least"] == nil, values["most"] == nil {
      return [RuleLoosening(rule: index, key: rule.key, parameter: "", from: nil, to: nil)]
    }
    return found
  }

  /// The plan with a limit moved.
  ///
  /// - Parameter employees: Whom the looser limit binds; nil for all whom the
  ///   rule binds. For the others the rule stays.
  public func loosened(_ loosening: RuleLoosening, for employees: [String]? = nil) -> RosterPlan {
    var plan = self
    let scoped = rules[loosening.rule]
    var looser = loosened(scoped, loosening)
    guard let employees else {
      plan.rules.replaceSubrange(
        loosening.rule...loosening.rule, with: looser.map { [$0] } ?? [])
      return plan
    }
    let bound = self.employees.filter { scoped.binds($0) }.map(\.id)
    let chosen = bound.filter(employees.contains)
    guard !chosen.isEmpty else { return self }
    let others = bound.filter { !employees.contains($0) }
    looser?.teams = []
    looser?.employeeIDs = chosen
    let stays = others.isEmpty ? [] : [ScopedRule(scoped.rule, employeeIDs: others)]
    plan.rules.replaceSubrange(
      loosening.rule...loosening.rule, with: stays + (looser.map { [$0] } ?? []))
    return plan
  }

  private func loosened(_ scoped: ScopedRule, _ loosening: RuleLoosening) -> ScopedRule? {
    guard let to = loosening.to, let definition = RuleCatalogue.definition(of: loosening.key) else {
      return nil
    }
    var arguments = scoped.rule.arguments
    arguments.values[loosening.parameter] = to
    return ScopedRule(
      definition.make(arguments), teams: scoped.teams, employeeIDs: scoped.employeeIDs)
  }
}
