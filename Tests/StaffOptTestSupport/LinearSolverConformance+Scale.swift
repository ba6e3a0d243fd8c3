import Dispatch
import LinearModel
import Synchronization

extension SolverConformance {
  /// Many programs, large programs, many at once.
  static var scale: [Case] {
    [
      Case("the same program twice gives the same outcome", needs: .integers) { solver in
        let program = LinearPrograms.knapsack(count: 12, seed: 77)
        return solver.solve(program) == solver.solve(program) ? [] : ["two outcomes"]
      },
      Case("knapsacks agree with trying everything", needs: .integers) { solver in
        (0..<10).flatMap { (seed: UInt64) in
          let program = LinearPrograms.knapsack(count: 8, seed: seed)
          let best = ExhaustiveSolver().solve(program)
          return expect(solver, program, optimum: best.objective ?? .nan)
        }
      },
      Case("assignments agree with trying all permutations", needs: [.integers, .large]) { solver in
        (0..<10).flatMap { (seed: UInt64) in
          let (program, optimum) = LinearPrograms.assignment(size: 5, seed: seed)
          return expect(solver, program, optimum: optimum)
        }
      },
      Case("small programs of any kind agree with trying everything", needs: .integers) { solver in
        (0..<60).flatMap { (seed: UInt64) in
          let program = LinearPrograms.anySmall(seed: seed)
          let oracle = ExhaustiveSolver().solve(program)
          guard let optimum = oracle.objective else {
            return expect(solver, program, oracle.termination)
          }
          return expect(solver, program, optimum: optimum)
        }
      },
      Case("ten thousand rows are no problem", needs: [.continuous, .large]) { solver in
        // A chain x0 >= 1, x(k) >= x(k - 1) / 2 + 1 tends to 2 from below.
        var program = LinearProgram(name: "chain")
        var previous = program.addVariable(lower: 1, objective: 1)
        var value = 1.0
        var optimum = 1.0
        for _ in 0..<10_000 {
          let next = program.addVariable(objective: 1)
          program.addRow(lower: 1, terms: [LinearTerm(1, next), LinearTerm(-0.5, previous)])
          value = value / 2 + 1
          optimum += value
          previous = next
        }
        return expect(solver, program, optimum: optimum)
      },
      Case("eight threads at once give what each gives alone", needs: .integers) { solver in
        let programs = (0..<8).map { LinearPrograms.knapsack(count: 9, seed: 100 + $0) }
        let alone = programs.map { solver.solve($0) }
        let together = Mutex<[Int: SolveOutcome]>([:])
        DispatchQueue.concurrentPerform(iterations: 8) { index in
          let outcome = solver.solve(programs[index])
          together.withLock { $0[index] = outcome }
        }
        let outcomes = together.withLock { $0 }
        return (0..<8).flatMap { outcomes[$0] == alone[$0] ? [] : ["thread \($0) differs"] }
      },
    ]
  }
}
