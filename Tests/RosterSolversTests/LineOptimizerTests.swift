import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Line optimiser")
struct LineOptimizerTests {
  /// Everything in one automaton; prices apart; every rule on its own.
  static let limits = [
    LineCompiler.Limits(completeSteps: .max),
    LineCompiler.Limits(completeSteps: 0),
    LineCompiler.Limits(completeSteps: 0, coreSteps: 12, sideSteps: 0),
  ]

  @Test(
    "Its best line is the cheapest of all feasible lines", arguments: limits,
    0..<4 as Range<UInt64>)
  func equalsBruteForce(limits: LineCompiler.Limits, block: UInt64) {
    var workspace = LineWorkspace()
    for seed in (block * 50)..<(block * 50 + 50) {
      var generator = RosterProblemGenerator(seed: seed)
      let problem = generator.makeProblem()
      let checker = LineChecker(problem)
      var compiler = LineCompiler(problem, limits: limits)
      for person in 0..<problem.personCount {
        let oracle = RosterLineOracle(problem, person: person)
        let optimizer = compiler.optimizer(ofPerson: person)
        #expect(optimizer.hasLines == !oracle.lines.isEmpty, "seed \(seed), person \(person)")
        for round in 0..<3 {
          let optionPrices = generator.makePrices(count: problem.options.count)
          let dayOffPrices = generator.makePrices(count: problem.dayCount)
          let pattern =
            round == 0
            ? Array(repeating: .free, count: problem.dayCount) : generator.makePattern(for: problem)
          let cost = optimizer.solve(
            optionPrices: optionPrices, dayOffPrices: dayOffPrices,
            pattern: round == 0 ? [] : pattern, workspace: &workspace)
          let best = oracle.costs(
            optionPrices: optionPrices, dayOffPrices: dayOffPrices, pattern: pattern
          ).first
          #expect((cost == nil) == (best == nil), "seed \(seed), person \(person), round \(round)")
          guard let cost, let best else { continue }
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
  }

  @Test("Ranked lines are the cheapest ones in their order", arguments: limits)
  func rankEqualsBruteForce(limits: LineCompiler.Limits) {
    var workspace = LineWorkspace()
    var longest = 0
    for seed in 1_000..<1_150 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: seed)
      var problem = generator.makeProblem()
      for person in problem.lines.indices { problem.tellOptionsApart(person: person) }
      var compiler = LineCompiler(problem, limits: limits)
      let checker = LineChecker(problem)
      for person in 0..<problem.personCount {
        let optimizer = compiler.optimizer(ofPerson: person)
        let oracle = RosterLineOracle(problem, person: person)
        let optionPrices = generator.makePrices(count: problem.options.count)
        let dayOffPrices = generator.makePrices(count: problem.dayCount)
        let costs = oracle.costs(
          optionPrices: optionPrices, dayOffPrices: dayOffPrices,
          pattern: Array(repeating: .free, count: problem.dayCount))
        let best = optimizer.rank(
          count: 4, optionPrices: optionPrices, dayOffPrices: dayOffPrices,
          workspace: &workspace)
        #expect((best == nil) == costs.isEmpty, "seed \(seed)")
        guard let best else { continue }
        let ranked = workspace.ranked
        longest = max(longest, ranked.count)
        #expect(ranked.first?.cost == best, "seed \(seed)")
        #expect(workspace.currentLine == ranked.first?.line, "seed \(seed)")
        #expect(Set(ranked.map(\.line)).count == ranked.count, "seed \(seed)")
        #expect(ranked.count == min(4, costs.count), "seed \(seed)")
        for (entry, expected) in zip(ranked, costs) {
          #expect(checker.faults(in: entry.line, person: person) == [], "seed \(seed)")
          let cost =
            checker.cost(of: entry.line, person: person)
            + RosterLineOracle.price(of: entry.line, optionPrices, dayOffPrices)
          #expect(abs(cost - entry.cost) < 1e-6, "seed \(seed)")
          #expect(abs(expected - entry.cost) < 1e-6, "seed \(seed), \(costs.prefix(4))")
        }
      }
    }
    #expect(longest == 4)
  }
}

extension RosterProblem {
  /// Gives each option of a day a weight of its own in a priced total, so that
  /// no two mean the same; other prices cannot make up for so odd a price.
  fileprivate mutating func tellOptionsApart(person: Int) {
    var weights = options.map { _ in 0 }
    for day in optionsOfDay {
      for (index, option) in day.enumerated() { weights[option] = index + 1 }
    }
    lines[person].totalPrices.append(
      TotalPrice(weights: weights, step: 1, prices: [0, 0.013], part: .fairness))
  }
}
