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
    for seed in (block * 1_000)..<(block * 1_000 + 8) {
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
}
