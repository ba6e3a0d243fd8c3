import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("What a rule tells a solver is what the auditor checks")
struct RuleEncodingTests {
  /// Lines over some letters: all of them where they are few, else a sample.
  private func lines(days: Int, letters: [Character]) -> [String] {
    let all = (0..<days).reduce(1) { count, _ in count * letters.count }
    if all <= 700 {
      return (0..<days).reduce([""]) { lines, _ in
        lines.flatMap { line in letters.map { line + String($0) } }
      }
    }
    var generator = SeededGenerator(seed: 7)
    return (0..<300).map { _ in
      String((0..<days).map { _ in letters.randomElement(using: &generator) ?? "." })
    }
  }

  @Test("On the lines of a small plan the primitives agree with the auditor", arguments: ruleCases)
  func encodingEqualsAuditor(ruleCase: RuleCase) {
    let halves = ruleCase.line.split(separator: "|", omittingEmptySubsequences: false)
    let before = halves.count > 1 ? String(halves[0]) : ""
    let planned = (halves.last ?? "").filter { $0 != " " }
    let days = max(4, planned.count)
    // All letters on short horizons, those of the case on long ones.
    let letters: [Character] =
      days == 4 ? [".", "D", "E", "N", "L"] : Array(Set(planned + ".D")).sorted()
    var plan = PlanSamples.plan(days: days, from: ruleCase.from)
    plan.rules = [ScopedRule(ruleCase.rule)]
    let shifts = PlanSamples.shifts(before + "|" + planned, in: plan)
    plan.history = shifts.history
    plan.historyStartDay = -shifts.historyDays
    let compiled = ProblemCompiler(plan: plan).compile()
    let names = plan.patterns.map(\.name)
    var optionOf: [String: Int] = [:]
    for (index, option) in compiled.problem.options.enumerated() {
      optionOf["\(option.day)\(names[option.pattern])"] = index
    }
    let checker = LineChecker(compiled.problem)
    var feasible = 0
    for text in lines(days: days, letters: letters) {
      let roster = Roster(assignments: PlanSamples.shifts(text, in: plan).planned)
      let line = (0..<days).map { optionOf["\($0)\(Array(text)[$0])"] }
      let personLine = PersonLine(
        plan: plan, employee: plan.employees[0], planned: roster.assignments)
      let isClean = (StandingRules.all + [ruleCase.rule]).allSatisfy {
        $0.violations(in: personLine).isEmpty
      }
      feasible += isClean ? 1 : 0
      #expect(checker.isFeasible(line, person: 0) == isClean, "\(text)")
    }
    // A rule that forbids everything would prove little; only what was worked
    // before the horizon may leave nothing.
    #expect(feasible > 0 || !shifts.history.isEmpty)
  }
}
