import LinearModel
import Rostering
import Testing

@testable import RosterSolvers

@Suite("Steps of costs")
struct CostStepsTests {
  private func problem(price: [Double], units: Int, own: Double = 3) -> RosterProblem {
    var line = LineRules(dayCount: 1, optionCount: 1)
    line.allowed = [[0]]
    line.candidates = [[0]]
    line.optionCost = [own]
    var contributions = CoverContributions()
    contributions.append([CoverEntry(row: 0, units: units)])
    return RosterProblem(
      dayCount: 1, options: [ShiftOption(day: 0, pattern: 0, minutes: 0..<480, breaks: [])],
      optionsOfDay: [0..<1], lines: [line], coverClassOfPerson: [0],
      contributions: [contributions], unitsPerHead: 10, rows: [CoverRow(targets: [0])],
      pools: [
        CoverPool(
          rows: 0..<1,
          targets: [
            CoverTarget(
              kind: .pattern(pattern: 0, day: 0), neededUnits: 10,
              price: CoverPrice(step: 10, prices: price))
          ])
      ])
  }

  @Test("Whole prices on the lattice of heads give whole costs")
  func whole() { #expect(problem(price: [100, 0, 1], units: 10).costSteps?.step == 1) }

  @Test("The step is the greatest that divides all prices, in cents")
  func steps() {
    #expect(problem(price: [100, 0, 15], units: 10, own: 5).costSteps?.step == 5)
    #expect(problem(price: [100.5, 0, 1], units: 10).costSteps?.step == 0.5)
    #expect(problem(price: [100, 0, 1], units: 10, own: 0.35 * 9).costSteps?.step == 0.05)
  }

  @Test("A fraction of a cent anywhere, or heads beside the lattice, give no step")
  func fractions() {
    #expect(problem(price: [100.0 / 3, 0, 1], units: 10).costSteps == nil)
    #expect(problem(price: [100, 0, 1], units: 5).costSteps == nil)
    #expect(problem(price: [100, 0, 1], units: 10, own: 0.005).costSteps == nil)
    #expect(problem(price: [100, 0, 1], units: 10, own: 3.00001).costSteps == nil)
  }

  @Test("Priced totals count where the person's weights keep to their lattice")
  func totals() {
    var problem = problem(price: [100, 0, 10], units: 10, own: 10)
    problem.lines[0].totalPrices = [
      TotalPrice(weights: [4], step: 2, prices: [0, 30, 90], part: .fairness)
    ]
    #expect(problem.costSteps?.step == 10)
    problem.lines[0].totalPrices[0].weights = [3]
    #expect(problem.costSteps == nil)
  }

  @Test("A bound rises to the next cost, never past one it reaches")
  func raised() {
    var steps = ObjectiveSteps()
    #expect(steps.raised(7_928.4, margin: 1e-5) == 7_928.4)
    for amount in [5.0, 0, 12.5] {
      let isTaken = steps.include(amount)
      #expect(isTaken)
    }
    #expect(steps.step == 2.5)
    #expect(steps.raised(7.4, margin: 1e-5) == 7.5)
    #expect(steps.raised(7.500_001, margin: 1e-5) == 7.5)
    #expect(steps.raised(7.51, margin: 1e-5) == 10)
    #expect(steps.raised(-7.4, margin: 1e-5) == -5)
    let isTaken = steps.include(0.001)
    #expect(!isTaken)
  }
}
