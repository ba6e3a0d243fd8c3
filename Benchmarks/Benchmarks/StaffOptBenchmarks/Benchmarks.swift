import Benchmark
import StaffOptKit

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .throughput, .peakMemoryResident],
    maxDuration: .seconds(5), maxIterations: 1_000)
  queueing()
  replaying()
  do {
    let sample = try SampleProblem(.springFestival)
    compiling(sample)
    pricing(sample)
    solving(sample)
  } catch {
    Benchmark("spring festival: read") { $0.error("\(error)") }
  }
}

/// Erlang formulas and the search for the number of agents.
private func queueing() {
  Benchmark("queueing: agents for 80% in 20s") { benchmark in
    for _ in benchmark.scaledIterations {
      for contacts in 1...100 {
        let queue = ContactQueue(
          arrivals: Double(contacts), perSeconds: 1_800, handleSeconds: 180)
        blackHole(queue.agentsNeeded(for: .answered(share: 0.8, withinSeconds: 20)))
      }
    }
  }
}

/// From the plan to what solvers see.
private func compiling(_ sample: SampleProblem) {
  Benchmark("spring festival: need from the ticket log") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(try PlanLoader().load(sample.loaded.document, name: "benchmark"))
    }
  }
  Benchmark("spring festival: compile the problem") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(ProblemCompiler(plan: sample.loaded.plan).compile())
    }
  }
  Benchmark("spring festival: compile the line optimisers") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(CompiledRoster(sample.problem))
    }
  }
}

/// The line optimiser at prices a master problem could have.
private func pricing(_ sample: SampleProblem) {
  let optimizers = CompiledRoster(sample.problem).optimizers
  let prices = sample.prices(seed: 1)
  Benchmark("spring festival: best line of each person") { benchmark in
    var workspace = LineWorkspace()
    for _ in benchmark.scaledIterations {
      for optimizer in optimizers {
        blackHole(optimizer.solve(optionPrices: prices, workspace: &workspace))
      }
    }
  }
}

/// A whole roster, and the check of one.
private func solving(_ sample: SampleProblem) {
  Benchmark("spring festival: greedy") { benchmark in
    for _ in benchmark.scaledIterations {
      blackHole(GreedySolver().solve(sample.problem))
    }
  }
  let solver = PlanSolver(plan: sample.loaded.plan)
  Benchmark("spring festival: audit") { benchmark in
    let roster = try solver.solve(SolveSettings(solver: .greedy)).roster
    let auditor = RosterAuditor(plan: sample.loaded.plan)
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations {
      blackHole(auditor.audit(roster))
    }
    benchmark.stopMeasurement()
  }
}
