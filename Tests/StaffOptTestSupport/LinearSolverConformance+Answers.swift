import LinearModel

extension SolverConformance {
  /// Small programs whose answers are known by hand.
  static var answers: [Case] {
    [
      Case("an empty program has the constant as its optimum") { solver in
        var program = LinearProgram()
        program.objectiveConstant = 7
        return expect(solver, program, optimum: 7)
      },
      Case("without rows each integer goes to its cheap bound", needs: .integers) { solver in
        var program = LinearProgram()
        program.addVariable(lower: -2, upper: 5, objective: 3, isInteger: true)
        program.addVariable(lower: -2, upper: 5, objective: -3, isInteger: true)
        return expect(solver, program, optimum: -21)
      },
      Case("without rows each variable goes to its cheap bound", needs: .continuous) { solver in
        var program = LinearProgram()
        program.addVariable(lower: -2.5, upper: 5, objective: 2)
        program.addVariable(upper: 4.5, objective: -2)
        return expect(solver, program, optimum: -14)
      },
      Case("a fixed variable keeps its value", needs: .integers) { solver in
        var program = LinearProgram()
        let fixed = program.addVariable(lower: 3, upper: 3, objective: -1, isInteger: true)
        let other = program.addVariable(upper: 9, objective: 1, isInteger: true)
        program.addRow(lower: 5, terms: [LinearTerm(1, fixed), LinearTerm(1, other)])
        return expect(solver, program, optimum: -1)
      },
      Case(
        "a free variable takes negative values", needs: [.continuous, .unboundedVariables]
      ) { solver in
        var program = LinearProgram()
        let free = program.addVariable(lower: -.infinity, objective: 1)
        program.addRow(lower: -7.5, terms: [LinearTerm(1, free)])
        return expect(solver, program, optimum: -7.5)
      },
      Case(
        "an integer without a lower bound takes negative values",
        needs: [.integers, .unboundedVariables]
      ) { solver in
        var program = LinearProgram()
        let free = program.addVariable(
          lower: -.infinity, upper: 2.5, objective: 1, isInteger: true)
        program.addRow(lower: -7.5, terms: [LinearTerm(1, free)])
        return expect(solver, program, optimum: -7)
      },
      Case("fractional bounds of an integer are rounded inward", needs: .integers) { solver in
        var least = LinearProgram(name: "least")
        least.addVariable(lower: 0.3, upper: 3.7, objective: 1, isInteger: true)
        var most = LinearProgram(name: "most")
        most.addVariable(lower: -3.7, upper: 3.7, objective: -1, isInteger: true)
        return expect(solver, least, optimum: 1) + expect(solver, most, optimum: -3)
      },
      Case("no whole number between the bounds is infeasible", needs: .integers) { solver in
        var program = LinearProgram()
        program.addVariable(lower: 0.2, upper: 0.8, isInteger: true)
        return expect(solver, program, .infeasible)
      },
      Case("rows that exclude each other are infeasible", needs: .integers) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 5, objective: 1, isInteger: true)
        let y = program.addVariable(upper: 5, objective: 1, isInteger: true)
        program.addRow(lower: 7, terms: [LinearTerm(1, x), LinearTerm(1, y)])
        program.addRow(upper: 6, terms: [LinearTerm(1, x), LinearTerm(1, y)])
        return expect(solver, program, .infeasible)
      },
      Case("a linear program can be infeasible", needs: .continuous) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 5, objective: -1)
        program.addRow(lower: 5.5, terms: [LinearTerm(1, x)])
        return expect(solver, program, .infeasible)
      },
      Case("only fractional solutions are none", needs: .integers) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 5, isInteger: true)
        program.addRow(lower: 3, upper: 3, terms: [LinearTerm(2, x)])
        return expect(solver, program, .infeasible)
      },
      Case(
        "a linear program can be unbounded", needs: [.continuous, .unboundedVariables]
      ) { solver in
        var program = LinearProgram()
        let x = program.addVariable(objective: -1)
        let y = program.addVariable(objective: -1)
        program.addRow(lower: 0, upper: 0, terms: [LinearTerm(1, x), LinearTerm(-1, y)])
        return expect(solver, program, .unbounded)
      },
      Case("an integer program can be unbounded", needs: [.integers, .unboundedVariables]) {
        solver in
        var program = LinearProgram()
        let x = program.addVariable(objective: -1, isInteger: true)
        let y = program.addVariable(isInteger: true)
        program.addRow(lower: 1, upper: 1, terms: [LinearTerm(2, x), LinearTerm(-1, y)])
        return expect(solver, program, .unbounded)
      },
      Case(
        "an unbounded relaxation without whole solutions is infeasible",
        needs: [.integers, .unboundedVariables]
      ) { solver in
        var program = LinearProgram()
        let x = program.addVariable(objective: -1, isInteger: true)
        let y = program.addVariable(upper: 1, isInteger: true)
        let z = program.addVariable(upper: 0.5, isInteger: true)
        program.addRow(
          lower: 1, upper: 1,
          terms: [LinearTerm(2, y), LinearTerm(4, z)])
        program.addRow(lower: 0, terms: [LinearTerm(1, x), LinearTerm(-1, y)])
        return expect(solver, program, .infeasible)
      },
      Case("equations hold", needs: .integers) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 10, objective: 3, isInteger: true)
        let y = program.addVariable(upper: 10, objective: 2, isInteger: true)
        program.addRow(lower: 11, upper: 11, terms: [LinearTerm(2, x), LinearTerm(1, y)])
        return expect(solver, program, optimum: 17)
      },
      Case("both bounds of a ranged row hold", needs: .integers) { solver in
        func program(_ objective: Double) -> LinearProgram {
          var program = LinearProgram()
          let x = program.addVariable(lower: -9, upper: 9, objective: objective, isInteger: true)
          program.addRow(lower: -5, upper: 7, terms: [LinearTerm(2, x)])
          return program
        }
        return expect(solver, program(1), optimum: -2) + expect(solver, program(-1), optimum: -3)
      },
      Case("a row without bounds says nothing", needs: .integers) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 9, objective: -1, isInteger: true)
        program.addRow(terms: [LinearTerm(2, x)])
        return expect(solver, program, optimum: -9)
      },
      Case("a row without terms holds or does not", needs: .integers) { solver in
        var holds = LinearProgram()
        holds.addVariable(upper: 9, objective: -1, isInteger: true)
        holds.addRow(lower: -1, upper: 0, terms: [])
        var breaks = holds
        breaks.addRow(lower: 1, terms: [])
        return expect(solver, holds, optimum: -9) + expect(solver, breaks, .infeasible)
      },
      Case("coefficients of a repeated variable are summed", needs: .integers) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 9, objective: -1, isInteger: true)
        let terms = [LinearTerm(1, x), LinearTerm(3, x), LinearTerm(-1, x)]
        program.addRow(upper: 10, terms: terms)
        return expect(solver, program, optimum: -3)
      },
      Case("a knapsack is maximised by negation", needs: .integers) { solver in
        // Worth 60, 100, 120 of weight 1, 2, 3; 5 allowed: the last two.
        var program = LinearProgram()
        let things = [(60, 1), (100, 2), (120, 3)].map { worth, weight in
          LinearTerm(
            Double(weight),
            program.addVariable(upper: 1, objective: Double(-worth), isInteger: true))
        }
        program.addRow(upper: 5, terms: things)
        return expect(solver, program, optimum: -220)
      },
      Case("integers and others mix", needs: [.integers, .continuous]) { solver in
        var program = LinearProgram()
        let x = program.addVariable(upper: 9, objective: -5, isInteger: true)
        let y = program.addVariable(upper: 9, objective: -4)
        program.addRow(upper: 24.5, terms: [LinearTerm(6, x), LinearTerm(4, y)])
        program.addRow(upper: 6, terms: [LinearTerm(1, x), LinearTerm(2, y)])
        // x = 3: y <= min(6.5 / 4, 1.5) = 1.5, cost -21.
        return expect(solver, program, optimum: -21)
      },
      Case("a large coefficient does not hide a fraction", needs: [.integers, .continuous]) {
        solver in
        // x = 5e-6 would do for y = 5, were it not a whole number.
        var program = LinearProgram()
        let x = program.addVariable(upper: 1, objective: 1, isInteger: true)
        let y = program.addVariable(lower: 5, upper: 9)
        program.addRow(upper: 0, terms: [LinearTerm(1, y), LinearTerm(-1e6, x)])
        return expect(solver, program, optimum: 1)
      },
      Case("a program that is none is refused with all its problems") { solver in
        var program = LinearProgram()
        let x = program.addVariable(lower: 2, upper: 1, isInteger: true)
        program.addRow(
          lower: .infinity, terms: [LinearTerm(1, x), LinearTerm(1, VariableIndex(5))])
        let outcome = solver.solve(program)
        return outcome.termination == .invalidProgram(program.problems())
          ? [] : ["\(outcome.termination)"]
      },
    ]
  }
}
