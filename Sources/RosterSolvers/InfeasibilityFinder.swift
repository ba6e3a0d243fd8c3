import Rostering

/// Explains why a person has no line: a set of rules that leave none together,
/// of which each is needed for that.
public struct InfeasibilityFinder: Sendable {
  private let problem: RosterProblem

  /// A finder for a problem's people.
  public init(_ problem: RosterProblem) { self.problem = problem }

  /// A smallest set of rules, by deletion: each rule in turn is left out, and
  /// stays out if still no line is left.
  ///
  /// The keys are those of the rules, standing ones such as leave and pinned
  /// days included. Where a problem does not say which rule took options away,
  /// having to work on a day appears as `LineFault.mustWorkKey`, and if even
  /// that alone cannot be, as `LineFault.allowedKey`.
  ///
  /// - Returns: The person without rules if there is a line after all.
  /// - Complexity: One compilation for each rule of the person.
  public func explain(person: Int) -> InfeasiblePerson {
    var rules = problem.lines[person]
    guard !hasLine(rules) else { return InfeasiblePerson(person: person) }
    var needed: [String] = []
    for key in Self.keys(of: rules) {
      let without = Self.removing(key, from: rules)
      if hasLine(without) {
        needed.append(key)
      } else {
        rules = without
      }
    }
    if needed.contains(LineFault.mustWorkKey),
      rules.mayBeOff.indices.contains(where: { !rules.mayBeOff[$0] && rules.allowed[$0].isEmpty })
    {
      needed.append(LineFault.allowedKey)
    }
    return InfeasiblePerson(person: person, rules: needed.sorted())
  }

  /// A smallest set of rules that keep a person from working any of some
  /// options of one day, in whatever line: each of them is needed for that.
  ///
  /// - Returns: The person without rules if some line has one of the options;
  ///   the person with `LineFault.allowedKey` if none of them is open to the
  ///   person by nature, or if the other rules alone leave no line.
  /// - Complexity: One compilation for each rule of the person, one where the
  ///   person can work an option.
  public func explain(person: Int, working options: some Sequence<Int>) -> InfeasiblePerson {
    let wanted = Set(options)
    var rules = problem.lines[person]
    guard let day = wanted.first.map({ problem.options[$0].day }) else {
      return InfeasiblePerson(person: person, rules: [LineFault.allowedKey])
    }
    rules.candidates[day].removeAll { !wanted.contains($0) }
    rules.allowed[day].removeAll { !wanted.contains($0) }
    // The wish to work here is a rule that is never left out.
    rules.exclusions.append(Exclusion(rule: Self.wishKey, options: [], workDays: [day]))
    rules.mayBeOff[day] = false
    if hasLine(rules) { return InfeasiblePerson(person: person) }
    var needed: [String] = []
    for key in rules.ruleKeys where key != Self.wishKey {
      let without = rules.dropping(rules: [key])
      if hasLine(without) {
        needed.append(key)
      } else {
        rules = without
      }
    }
    return InfeasiblePerson(person: person, rules: needed.isEmpty ? [LineFault.allowedKey] : needed)
  }

  private static let wishKey = ""

  private func hasLine(_ rules: LineRules) -> Bool {
    var compiler = LineCompiler(problem)
    return compiler.optimizer(for: rules).hasLines
  }

  private static func keys(of rules: LineRules) -> [String] {
    let hasBareWorkDay =
      rules.mayBeOff.contains(false) && rules.exclusions.allSatisfy(\.workDays.isEmpty)
    return rules.ruleKeys + (hasBareWorkDay ? [LineFault.mustWorkKey] : [])
  }

  private static func removing(_ key: String, from rules: LineRules) -> LineRules {
    // Only a rule that took options away gives any back.
    if rules.exclusions.contains(where: { $0.rule == key }) {
      return rules.dropping(rules: [key])
    }
    var rules = rules
    rules.successions.removeAll { $0.rule == key }
    rules.runs.removeAll { $0.rule == key }
    rules.totals.removeAll { $0.rule == key }
    rules.periods.removeAll { $0.rule == key }
    if key == LineFault.mustWorkKey {
      rules.mayBeOff = Array(repeating: true, count: rules.mayBeOff.count)
    }
    return rules
  }
}
