import Benchmark
import Foundation
import StaffOptKit

/// A whole roster without proof.
func building(_ sample: SampleProblem) {
  let roster = CompiledRoster(sample.problem)
  Benchmark("greedy-spring-festival") { benchmark in
    benchmark.relate {
      blackHole(
        GreedySolver().solve(
          roster, limits: SolverLimits(), start: nil, progress: nil, isCancelled: { false }))
    }
  }
}

/// Column generation under a work limit, which takes the same steps on every
/// machine: prices and dives from them, and with more work branching on people
/// on duty.
/// There is none in a build without GLPK.
func generatingColumns(_ sample: SampleProblem) {
  guard let solver = SolverCatalogue.solver(.columns) else { return }
  let roster = CompiledRoster(sample.problem)
  for (name, work) in [("price-ascent", 6_000), ("branching", 24_000)] {
    Benchmark("columns-\(name)-of-spring-festival") { benchmark in
      benchmark.relate {
        blackHole(
          solver.solve(
            roster, limits: SolverLimits(workLimit: work), start: nil, progress: nil,
            isCancelled: { false }))
      }
    }
  }
}
