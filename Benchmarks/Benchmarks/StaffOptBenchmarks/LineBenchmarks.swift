import Benchmark
import StaffOptKit

/// The line optimiser's automata at prices a master problem could have: rules
/// and many options a day, as in holiday plans.
func pricing(_ sample: SampleProblem) {
  let optimizers = CompiledRoster(sample.problem).optimizers
  let prices = sample.prices(seed: 1)
  Benchmark("lines-best-of-each-person-of-spring-festival") { benchmark in
    var workspace = LineWorkspace()
    benchmark.relate(times: 5) {
      for optimizer in optimizers {
        blackHole(optimizer.solve(optionPrices: prices, workspace: &workspace))
      }
    }
  }
  Benchmark("lines-ten-best-of-each-person-of-spring-festival") { benchmark in
    var workspace = LineWorkspace()
    benchmark.relate {
      for optimizer in optimizers {
        blackHole(optimizer.rank(count: 10, optionPrices: prices, workspace: &workspace))
      }
    }
  }
}

/// The block optimiser: runs of shifts with limits on their lengths, totals
/// and weekends.
func pricingBlocks(_ sample: SampleProblem) {
  let optimizers = CompiledRoster(sample.problem).optimizers
  let prices = sample.prices(seed: 1)
  Benchmark("lines-best-of-each-person-by-blocks") { benchmark in
    guard optimizers.allSatisfy(\.usesBlocks) else {
      return benchmark.error("The plan's rules do not have the form of blocks.")
    }
    var workspace = LineWorkspace()
    benchmark.relate {
      for optimizer in optimizers {
        blackHole(optimizer.solve(optionPrices: prices, workspace: &workspace))
      }
    }
  }
}
