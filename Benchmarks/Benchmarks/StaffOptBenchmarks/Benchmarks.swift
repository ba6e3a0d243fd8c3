import Benchmark
import StaffOptKit

// Names are file names of thresholds too, which the tool writes and reads alike
// only without blanks.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.relativeTime, .wallClock, .peakMemoryResident],
    warmupIterations: 2, maxDuration: .seconds(4), maxIterations: 100,
    thresholds: [.relativeTime: .init(relative: [.p90: 60])])
  queueing()
  replaying()
  do {
    let sample = try SampleProblem(.springFestival)
    compiling(sample)
    pricing(sample)
    pricingBlocks(try SampleProblem(BlockPlan.text, name: "blocks"))
    building(sample)
    generatingColumns(sample)
    auditing(sample)
  } catch {
    Benchmark("samples") { $0.error("\(error)") }
  }
}

/// Erlang formulas and the search for the number of agents.
private func queueing() {
  Benchmark("queueing-agents-for-80-percent-in-20-s-of-100-loads") { benchmark in
    benchmark.relate(times: 20) {
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
  Benchmark("plan-need-of-spring-festival-from-its-log") { benchmark in
    try benchmark.relate {
      blackHole(try PlanLoader().load(sample.loaded.document, name: "benchmark"))
    }
  }
  Benchmark("plan-compile-spring-festival") { benchmark in
    benchmark.relate {
      blackHole(ProblemCompiler(plan: sample.loaded.plan).compile())
    }
  }
  Benchmark("lines-compile-optimisers-of-spring-festival") { benchmark in
    benchmark.relate {
      blackHole(CompiledRoster(sample.problem))
    }
  }
}

/// The check of a roster, which shares nothing with the solvers.
private func auditing(_ sample: SampleProblem) {
  Benchmark("audit-spring-festival") { benchmark in
    let roster = try PlanSolver(plan: sample.loaded.plan)
      .solve(SolveSettings(solver: .greedy)).roster
    let auditor = RosterAuditor(plan: sample.loaded.plan)
    benchmark.relate {
      blackHole(auditor.audit(roster))
    }
  }
}
