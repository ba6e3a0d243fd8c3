import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("What a rule tells a solver is what the auditor checks")
struct RuleEncodingTests {
  /// Every line over some letters: `letters.count` to the power of `days`.
  private func everyLine(days: Int, letters: [Character]) -> [String] {
    (0..<days).reduce([""]) { lines, _ in
      lines.flatMap { line in letters.map { line + String($0) } }
    }
  }

  @Test("On every line of a small plan the primitives agree with the auditor", arguments: ruleCases)
  func encodingEqualsAuditor(ruleCase: RuleCase) throws {
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
    let checker = LineChecker(compiled.problem)
    let auditor = RosterAuditor(plan: plan)
    var feasible = 0
    for text in everyLine(days: days, letters: letters) {
      let roster = Roster(assignments: PlanSamples.shifts(text, in: plan).planned)
      let line = try #require(compiled.lines(of: roster)?.first)
      let isClean = auditor.audit(roster).violations.isEmpty
      feasible += isClean ? 1 : 0
      #expect(checker.isFeasible(line, person: 0) == isClean, "\(text)")
    }
    // A rule that forbids everything, or nothing, would prove little.
    #expect(feasible > 0)
  }
}
