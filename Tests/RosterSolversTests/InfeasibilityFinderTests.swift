import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Infeasibility finder")
struct InfeasibilityFinderTests {
  @Test("The rules it names leave no line, and each of them is needed for that")
  func namesSmallestSets() {
    var found = 0
    for seed in 0..<400 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: seed)
      var problem = generator.makeProblem()
      // Keys that tell the primitives apart.
      for person in problem.lines.indices {
        problem.lines[person].name()
      }
      let finder = InfeasibilityFinder(problem)
      for person in 0..<problem.personCount {
        let isFeasible = !RosterLineOracle(problem, person: person).lines.isEmpty
        let explained = finder.explain(person: person)
        #expect(explained.rules.isEmpty == isFeasible, "seed \(seed)")
        guard !isFeasible else { continue }
        found += 1
        let rules = explained.rules.filter { $0 != LineFault.allowedKey }
        #expect(!hasLine(problem, person: person, keeping: rules), "seed \(seed)")
        for rule in rules {
          #expect(
            hasLine(problem, person: person, keeping: rules.filter { $0 != rule }),
            "seed \(seed), rule \(rule)")
        }
      }
    }
    #expect(found > 50)
  }

  private func hasLine(_ problem: RosterProblem, person: Int, keeping keys: [String]) -> Bool {
    var problem = problem
    problem.lines[person].successions.removeAll { !keys.contains($0.rule) }
    problem.lines[person].runs.removeAll { !keys.contains($0.rule) }
    problem.lines[person].totals.removeAll { !keys.contains($0.rule) }
    problem.lines[person].periods.removeAll { !keys.contains($0.rule) }
    if !keys.contains(LineFault.mustWorkKey) {
      problem.lines[person].mayBeOff = Array(repeating: true, count: problem.dayCount)
    }
    return !RosterLineOracle(problem, person: person).lines.isEmpty
  }
}

extension LineRules {
  fileprivate mutating func name() {
    for index in successions.indices { successions[index].rule = "succession \(index)" }
    for index in runs.indices { runs[index].rule = "run \(index)" }
    for index in totals.indices { totals[index].rule = "total \(index)" }
    for index in periods.indices { periods[index].rule = "period \(index)" }
  }
}
