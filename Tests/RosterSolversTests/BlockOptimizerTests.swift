import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Block optimiser")
struct BlockOptimizerTests {
  @Test(
    "Its best line is the cheapest of all feasible lines", arguments: 0..<4 as Range<UInt64>)
  func equalsBruteForce(block: UInt64) {
    var workspace = LineWorkspace()
    var solved = 0
    for seed in (block * 150)..<(block * 150 + 150) {
      var generator = RosterProblemGenerator(seed: seed)
      generator.dayCounts = 2...6
      generator.optionCounts = 1...3
      let problem = generator.makeBlockProblem()
      let checker = LineChecker(problem)
      var compiler = LineCompiler(problem)
      for person in 0..<problem.personCount {
        let oracle = RosterLineOracle(problem, person: person)
        let optimizer = compiler.optimizer(ofPerson: person)
        #expect(optimizer.usesBlocks, "seed \(seed), person \(person)")
        #expect(optimizer.hasLines == !oracle.lines.isEmpty, "seed \(seed), person \(person)")
        for round in 0..<4 {
          let optionPrices = generator.makePrices(count: problem.options.count)
          let dayOffPrices = generator.makePrices(count: problem.dayCount)
          let pattern =
            round < 2
            ? Array(repeating: .free, count: problem.dayCount) : generator.makePattern(for: problem)
          let cost = optimizer.solve(
            optionPrices: optionPrices, dayOffPrices: dayOffPrices,
            pattern: round < 2 ? [] : pattern, workspace: &workspace)
          let best = oracle.costs(
            optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern
          ).first
          #expect((cost == nil) == (best == nil), "seed \(seed), person \(person), round \(round)")
          guard let cost, let best else { continue }
          solved += 1
          #expect(abs(cost - best) < 1e-6, "seed \(seed), person \(person), round \(round)")
          let line = workspace.currentLine
          #expect(checker.faults(in: line, person: person) == [], "seed \(seed)")
          #expect(RosterLineOracle.admits(line, pattern), "seed \(seed)")
          let recounted =
            checker.cost(of: line, person: person)
            + RosterLineOracle.price(of: line, optionPrices, dayOffPrices)
          #expect(abs(recounted - cost) < 1e-6, "seed \(seed)")
          #expect(abs(workspace.lowerBound - cost) < 1e-6, "seed \(seed)")
        }
      }
    }
    #expect(solved > 500)
  }

  @Test(
    "With multipliers its lines keep the rules and its bound is one",
    arguments: 0..<2 as Range<UInt64>)
  func multipliersBoundFromBelow(block: UInt64) {
    var workspace = LineWorkspace()
    var solved = 0
    var missed = 0
    let limits = LineCompiler.Limits(tightCount: -1, periodStates: 0)
    for seed in (block * 150 + 5_000)..<(block * 150 + 5_150) {
      var generator = RosterProblemGenerator(seed: seed)
      generator.dayCounts = 3...6
      generator.optionCounts = 1...3
      let problem = generator.makeBlockProblem()
      let checker = LineChecker(problem)
      var compiler = LineCompiler(problem, limits: limits)
      for person in 0..<problem.personCount {
        let oracle = RosterLineOracle(problem, person: person)
        let optimizer = compiler.optimizer(ofPerson: person)
        #expect(optimizer.hasLines == !oracle.lines.isEmpty, "seed \(seed), person \(person)")
        guard optimizer.usesBlocks else { continue }
        for _ in 0..<3 {
          let optionPrices = generator.makePrices(count: problem.options.count)
          let best = oracle.costs(
            optionPrices: optionPrices,
            dayOffPrices: Array(repeating: 0, count: problem.dayCount),
            pattern: Array(repeating: .free, count: problem.dayCount)
          ).first
          let cost = optimizer.solve(optionPrices: optionPrices, workspace: &workspace)
          guard let best else { continue }
          solved += 1
          #expect(workspace.lowerBound <= best + 1e-6, "seed \(seed), person \(person)")
          guard let cost else {
            missed += 1
            continue
          }
          #expect(cost >= best - 1e-6, "seed \(seed), person \(person)")
          #expect(checker.faults(in: workspace.currentLine, person: person) == [], "seed \(seed)")
        }
      }
    }
    #expect(solved > 300)
    #expect(missed * 10 <= solved, "\(missed) of \(solved)")
  }
}
