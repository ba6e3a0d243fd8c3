import LinearModel
import StaffOptTestSupport
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
  @Test("positions count from 0 and names are the given or the generated ones")
  func positionsAndNames() {
    var program = LinearProgram(name: "p")
    let first = program.addVariable(name: "early")
    let second = program.addVariable()
    let row = program.addRow(lower: 1, name: "somebody", terms: [LinearTerm(1, first)])
    let other = program.addRow(terms: [])
    #expect([first.position, second.position, row.position, other.position] == [0, 1, 0, 1])
    #expect(program.name(of: first) == "early")
    #expect(program.name(of: second) == "x1")
    #expect(program.name(of: row) == "somebody")
    #expect(program.name(of: other) == "row1")
  }

  @Test("a variable repeated within a row is summed, across rows it is not")
  func repeatedVariables() {
    var program = LinearProgram()
    let x = program.addVariable()
    let y = program.addVariable()
    let first = program.addRow(
      terms: [LinearTerm(1, y), LinearTerm(2, x), LinearTerm(4, y), LinearTerm(8, x)])
    let second = program.addRow(terms: [LinearTerm(16, x)])
    #expect(program.terms(of: first) == [LinearTerm(5, y), LinearTerm(10, x)])
    #expect(program.terms(of: second) == [LinearTerm(16, x)])
    #expect(program.termCount == 3)
  }

  @Test("the objective adds the constant and keeps small terms among huge ones")
  func objective() {
    var program = LinearProgram()
    program.objectiveConstant = 0.5
    for coefficient in [1e17, 1, -1e17] {
      program.addVariable(objective: coefficient)
    }
    #expect(program.objective(at: [1, 1, 1]) == 1.5)
  }

  @Test("a sound program has no problems")
  func noProblems() {
    for seed in 0..<20 as Range<UInt64> {
      #expect(LinearPrograms.anySmall(seed: seed).problems().isEmpty)
    }
  }

  @Test("all problems are reported at once, in order, by name")
  func allProblems() {
    var program = LinearProgram()
    program.objectiveConstant = .infinity
    let good = program.addVariable(name: "good")
    program.addVariable(lower: .nan, objective: .nan, name: "a")
    program.addVariable(lower: 2, upper: 1, name: "b")
    program.addVariable(lower: .infinity, upper: .infinity, name: "c")
    program.addVariable(lower: -.infinity, upper: -.infinity, name: "d")
    program.addRow(
      lower: 3, upper: 2, name: "r",
      terms: [LinearTerm(.infinity, good), LinearTerm(1, VariableIndex(5))])
    program.addRow(upper: .nan, name: "s", terms: [LinearTerm(1, VariableIndex(-1))])
    #expect(
      program.problems().map(\.description) == [
        "the objective's constant inf is not finite",
        "variable a: nan and inf are no bounds",
        "variable a: the objective coefficient nan is not finite",
        "variable b: the lower bound 2.0 is above the upper bound 1.0",
        "variable c: inf and inf are no bounds",
        "variable d: -inf and -inf are no bounds",
        "row r: the lower bound 3.0 is above the upper bound 2.0",
        "row r: the coefficient inf of good is not finite",
        "row r: there is no variable at position 5",
        "row s: -inf and nan are no bounds",
        "row s: there is no variable at position -1",
      ])
  }

  @Test(
    "bounds of integers are rounded inward, within the rounding error of sums",
    arguments: [
      (0.3, 3.7, 1, 3), (-3.7, -0.3, -3, -1), (0.2, 0.8, 1, 0), (2, 2, 2, 2),
      (3 + 1e-12, 5 - 1e-12, 3, 5), (-.infinity, .infinity, -.infinity, .infinity),
    ] as [(Double, Double, Double, Double)])
  func wholeBounds(lower: Double, upper: Double, wholeLower: Double, wholeUpper: Double) {
    var program = LinearProgram()
    let whole = program.addVariable(lower: lower, upper: upper, isInteger: true)
    let other = program.addVariable(lower: lower, upper: upper)
    #expect(program.wholeBounds(of: whole) == (wholeLower, wholeUpper))
    #expect(program.wholeBounds(of: other) == (lower, upper))
  }

  @Test("changes take the place of what was there")
  func changes() {
    var program = LinearProgram()
    let x = program.addVariable()
    let row = program.addRow(lower: 1, terms: [LinearTerm(1, x)])
    program.setBounds(of: x, lower: 1, upper: 2)
    program.setObjective(of: x, to: 3)
    program.setInteger(true, of: x)
    program.setBounds(of: row, lower: 4, upper: 5)
    #expect(program.lowerBounds == [1] && program.upperBounds == [2])
    #expect(program.objectiveCoefficients == [3] && program.isInteger == [true])
    #expect(program.rowLowerBounds == [4] && program.rowUpperBounds == [5])
    #expect(program.hasIntegers)
  }
}

@Suite("Outcomes")
struct SolveOutcomeTests {
  @Test(
    "the relative gap is measured against the objective",
    arguments: [
      (110.0, 100.0, 10.0 / 110), (100, 100, 0), (-100, -110, 0.1), (100, 100.5, 0), (0, 0, 0),
    ])
  func relativeGap(objective: Double, bound: Double, gap: Double) {
    let outcome = SolveOutcome(.timeLimit, point: [], objective: objective, bound: bound)
    #expect(outcome.relativeGap == gap)
  }

  @Test("there is no gap without both numbers")
  func noGap() {
    #expect(SolveOutcome(.timeLimit, bound: 1).relativeGap == nil)
    #expect(SolveOutcome(.timeLimit, point: [], objective: 1).relativeGap == nil)
  }

  @Test("a value is read by its variable, and none from outside the point")
  func values() {
    let outcome = SolveOutcome(.optimal, point: [4, 5], objective: 0)
    #expect(outcome.value(of: VariableIndex(1)) == 5)
    #expect(outcome.value(of: VariableIndex(2)) == nil)
    #expect(outcome.value(of: VariableIndex(-1)) == nil)
    #expect(SolveOutcome(.infeasible).value(of: VariableIndex(0)) == nil)
  }

  @Test("reasons are conclusive, a limit, or neither")
  func groups() {
    let conclusive: [TerminationReason] = [
      .optimal, .infeasible, .unbounded, .infeasibleOrUnbounded,
    ]
    let limits: [TerminationReason] = [.gapReached, .timeLimit, .nodeLimit, .cancelled]
    let neither: [TerminationReason] = [.invalidProgram([]), .unavailable("x"), .failure("x")]
    #expect(conclusive.allSatisfy { $0.isConclusive && !$0.isLimit })
    #expect(limits.allSatisfy { !$0.isConclusive && $0.isLimit })
    #expect(neither.allSatisfy { !$0.isConclusive && !$0.isLimit })
  }

  @Test("a wish to stop stays made")
  func cancellation() {
    let cancellation = Cancellation()
    #expect(!cancellation.isCancelled)
    cancellation.cancel()
    cancellation.cancel()
    #expect(cancellation.isCancelled)
  }
}
