import RosterSolvers
import Rostering
import StaffOptTestSupport
import Testing

@Suite("Cover state")
struct CoverStateTests {
  @Test("Costs after adding and removing lines equal the best division of units")
  func costsEqualBruteForce() {
    for seed in 0..<150 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: seed)
      generator.personCounts = 2...4
      let problem = generator.makeProblem()
      var random = SeededGenerator(seed: seed)
      var oracle = RosterCostOracle(problem)
      var cover = CoverState(problem)
      let free: Line = Array(repeating: nil, count: problem.dayCount)
      var lines = Array(repeating: free, count: problem.personCount)
      #expect(abs(cover.cost - oracle.coverCost(of: lines)) < 1e-9, "seed \(seed)")
      for step in 0..<12 {
        let person = random.index(below: problem.personCount)
        cover.remove(lines[person], person: person)
        lines[person] = problem.optionsOfDay.map { options in
          options.isEmpty || random.chance(0.3)
            ? nil : options.lowerBound + random.index(below: options.count)
        }
        cover.add(lines[person], person: person)
        #expect(
          abs(cover.cost - oracle.coverCost(of: lines)) < 1e-9, "seed \(seed), step \(step)")
      }
    }
  }

  @Test("The prices of a line's options add up to what adding the line costs")
  func pricesAddUp() {
    var workspace = CoverPricingWorkspace()
    for seed in 0..<150 as Range<UInt64> {
      var generator = RosterProblemGenerator(seed: 1_000 + seed)
      generator.personCounts = 2...4
      let problem = generator.makeProblem()
      var random = SeededGenerator(seed: seed)
      var cover = CoverState(problem)
      var prices = [Double](repeating: .nan, count: problem.options.count)
      for person in 0..<problem.personCount {
        let lines = RosterLineOracle(problem, person: person).lines
        guard !lines.isEmpty else { continue }
        let line = lines[random.index(below: lines.count)].line
        cover.priceOptions(
          forPerson: person, days: 0..<problem.dayCount, into: &prices, workspace: &workspace)
        let expected = line.reduce(cover.cost) { sum, option in
          sum + (option.map { prices[$0] } ?? 0)
        }
        cover.add(line, person: person)
        #expect(abs(cover.cost - expected) < 1e-9, "seed \(seed), person \(person)")
      }
    }
  }

  @Test("A pool sends a new head where an exchange makes room")
  func exchangesHeads() {
    // Row 0 serves both targets, row 1 the first only. The head of row 0 sits
    // on target 0 until one of row 1 arrives.
    let wanted = CoverPrice(step: 1, prices: [10, 0, 5])
    let optional = CoverPrice(step: 1, prices: [3, 0, 5])
    let option = ShiftOption(day: 0, pattern: 0, minutes: 0..<480, breaks: [])
    var both = CoverContributions()
    both.append([CoverEntry(row: 0, units: 1)])
    var first = CoverContributions()
    first.append([CoverEntry(row: 1, units: 1)])
    let problem = RosterProblem(
      dayCount: 1, options: [option], optionsOfDay: [0..<1],
      lines: Array(repeating: LineRules(dayCount: 1, optionCount: 1), count: 2),
      coverClassOfPerson: [0, 1], contributions: [both, first], unitsPerHead: 1,
      rows: [CoverRow(targets: [0, 1]), CoverRow(targets: [0])],
      pools: [
        CoverPool(
          rows: 0..<2,
          targets: [
            CoverTarget(kind: .need(skill: 0, interval: 0), neededUnits: 1, price: wanted),
            CoverTarget(kind: .need(skill: 1, interval: 0), neededUnits: 1, price: optional),
          ])
      ])
    var cover = CoverState(problem)
    #expect(cover.cost == 13)
    cover.add([0], person: 0)
    #expect(cover.cost == 3)
    #expect(cover.marginalCost(row: 1, units: 1) == -3)
    #expect(cover.marginalCost(row: 1, units: 2) == 2)
    cover.add([0], person: 1)
    #expect(cover.cost == 0)
    cover.remove([0], person: 1)
    #expect(cover.cost == 3)
  }
}
