import LinearModel
import StaffOptTestSupport
import Testing

@Suite("Point checks")
struct PointCheckTests {
  /// Two integers in 0...3 with `2 <= x + 2 y <= 5`.
  private static func program() -> LinearProgram {
    var program = LinearProgram(name: "p")
    let x = program.addVariable(upper: 3, objective: 1, isInteger: true, name: "x")
    let y = program.addVariable(upper: 3, objective: 10, isInteger: true, name: "y")
    program.addRow(
      lower: 2, upper: 5, name: "sum", terms: [LinearTerm(1, x), LinearTerm(2, y)])
    return program
  }

  @Test(
    "each violation is named with its amount",
    arguments: [
      ([2, 0], []),
      ([1, 2], []),
      ([1, 0], ["row sum: 1.0 is below 2.0 by 1.0"]),
      ([0, 3], ["row sum: 6.0 is above 5.0 by 1.0"]),
      ([-1, 2], ["variable x: -1.0 is below 0.0 by 1.0"]),
      ([4, 0], ["variable x: 4.0 is above 3.0 by 1.0"]),
      ([2.25, 0], ["variable x: 2.25 is not a whole number"]),
      (
        [.nan, 0],
        ["variable x: nan is above 0.0 by inf", "row sum: nan is above 2.0 by inf"]
      ),
      ([1], ["the point has 1.0 values instead of 2.0"]),
    ] as [([Double], [String])])
  func violations(point: [Double], expected: [String]) {
    let check = PointCheck(Self.program(), point: point)
    #expect(check.violations.map(\.description) == expected)
    #expect(check.isFeasible == expected.isEmpty)
  }

  @Test("the objective is that of the point")
  func objective() {
    #expect(PointCheck(Self.program(), point: [1, 2]).objective == 21)
  }

  @Test("the tolerance is relative for large bounds and can be zero")
  func tolerance() {
    var program = LinearProgram()
    let x = program.addVariable()
    program.addRow(lower: 1e6, terms: [LinearTerm(1, x)])
    let point = [1e6 - 0.5]
    #expect(PointCheck(program, point: point).isFeasible)
    #expect(!PointCheck(program, point: point, tolerance: .exact).isFeasible)
    #expect(!PointCheck(program, point: [1e6 - 2]).isFeasible)
    #expect(PointCheck(program, point: [1e6], tolerance: .exact).isFeasible)
    #expect(PointCheck(program, point: point, tolerance: .exact).largestViolation == 0.5)
  }

  @Test("the tolerance of a row grows with its largest term")
  func largeTerms() {
    var program = LinearProgram()
    let x = program.addVariable()
    let y = program.addVariable()
    program.addRow(lower: 0, upper: 0, terms: [LinearTerm(1e6, x), LinearTerm(-1e6, y)])
    #expect(PointCheck(program, point: [1, 1 - 5e-7]).isFeasible)
    #expect(!PointCheck(program, point: [1, 1 - 5e-6]).isFeasible)
    #expect(!PointCheck(program, point: [1, 1 - 5e-7], tolerance: .exact).isFeasible)
  }

  @Test("a long row of tenths is summed exactly enough to keep an exact bound")
  func longRows() {
    var program = LinearProgram()
    let terms = (0..<100_000).map { _ in LinearTerm(0.1, program.addVariable()) }
    program.addRow(lower: 10_000, upper: 10_000, terms: terms)
    let ones = [Double](repeating: 1, count: 100_000)
    let check = PointCheck(
      program, point: ones, tolerance: PointCheck.Tolerance(feasibility: 1e-15))
    #expect(check.isFeasible)
    #expect(ones.reduce(0) { $0 + 0.1 * $1 } != 10_000, "plain sums would not do")
  }
}

@Suite("Dual bounds")
struct DualBoundTests {
  /// minimise 3 x + 2 y over x + y >= 4, x + 3 y >= 6, both in 0...10: 8 at
  /// (0, 4), where only the first row binds, with the duals (2, 0).
  private static func program() -> LinearProgram {
    var program = LinearProgram()
    let x = program.addVariable(upper: 10, objective: 3)
    let y = program.addVariable(upper: 10, objective: 2)
    program.addRow(lower: 4, terms: [LinearTerm(1, x), LinearTerm(1, y)])
    program.addRow(lower: 6, terms: [LinearTerm(1, x), LinearTerm(3, y)])
    return program
  }

  @Test("the optimal duals prove the optimum")
  func optimalDuals() {
    #expect(Self.program().dualBound(rowDuals: [2, 0]) == 8)
  }

  @Test("any duals prove no more than the optimum")
  func anyDuals() throws {
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let duals = (0..<2).map { _ in Double.random(in: -5...5, using: &random) }
      let bound = try #require(Self.program().dualBound(rowDuals: duals))
      #expect(bound <= 8)
    }
  }

  @Test("a variable without the bound that is needed gives no bound")
  func noBound() {
    var program = LinearProgram()
    let x = program.addVariable(objective: 1)
    program.addRow(lower: 1, terms: [LinearTerm(1, x)])
    #expect(program.dualBound(rowDuals: [1]) == 1)
    #expect(program.dualBound(rowDuals: [2]) == nil)
    #expect(program.dualBound(rowDuals: []) == nil)
  }

  @Test("integer optima are above the bound of any duals")
  func integers() {
    var random = SplitMix64(seed: 8)
    for seed in 0..<50 as Range<UInt64> {
      let program = LinearPrograms.anySmall(seed: seed)
      guard let optimum = ExhaustiveSolver().solve(program).objective else { continue }
      let duals = (0..<program.rowCount).map { _ in Double.random(in: -3...3, using: &random) }
      #expect(program.dualBound(rowDuals: duals) ?? -.infinity <= optimum + 1e-9, "seed \(seed)")
    }
  }
}
