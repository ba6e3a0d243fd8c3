import Rostering
import Testing

@testable import RosterSolvers

@Suite("Whole costs")
struct IntegralCostsTests {
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
  func whole() { #expect(problem(price: [100, 0, 1], units: 10).hasIntegralCosts) }

  @Test("A fraction anywhere gives none")
  func fractions() {
    #expect(!problem(price: [100.5, 0, 1], units: 10).hasIntegralCosts)
    #expect(!problem(price: [100, 0, 1], units: 5).hasIntegralCosts)
    #expect(!problem(price: [100, 0, 1], units: 10, own: 0.5).hasIntegralCosts)
  }
}
