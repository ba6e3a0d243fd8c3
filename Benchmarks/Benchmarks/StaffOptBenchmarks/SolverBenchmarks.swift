import Benchmark
import Foundation
import StaffOptKit
import Synchronization

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

/// Column generation under a work limit, which gives the same rounds on every
/// machine: the prices before the linear program, and its rounds of master
/// program and pricing.
/// There is none in a build without GLPK.
func generatingColumns(_ sample: SampleProblem, small: SampleProblem) {
  guard let solver = SolverCatalogue.solver(.columns) else { return }
  let whole = CompiledRoster(sample.problem)
  Benchmark("columns-price-ascent-of-spring-festival") { benchmark in
    benchmark.relate {
      blackHole(
        solver.solve(
          whole, limits: SolverLimits(workLimit: 6_000), start: nil, progress: nil,
          isCancelled: { false }))
    }
  }
  let roster = CompiledRoster(small.problem)
  let limits = SolverLimits(workLimit: 60_000)
  Benchmark("columns-a-round-of-the-linear-program-of-understaffed") { benchmark in
    let rounds = RoundClock()
    let reference = ReferenceWork.ticks()
    benchmark.startMeasurement()
    blackHole(
      solver.solve(
        roster, limits: limits, start: nil, progress: { rounds.note($0) },
        isCancelled: { false }))
    benchmark.stopMeasurement()
    guard let ticks = rounds.ticksARound else {
      return benchmark.error("The work limit leaves no two rounds.")
    }
    benchmark.record(ticks: ticks, reference: reference)
  }
}

/// Takes the processor time between the rounds that raise the bound.
private final class RoundClock: Sendable {
  private struct State {
    var first: Int?
    var last = 0
    var count = 0
  }
  private let state = Mutex(State())

  func note(_ progress: SolverProgress) {
    guard progress.phase == "column generation" else { return }
    let now = Int(clock())
    state.withLock { state in
      if state.first == nil { state.first = now }
      state.last = now
      state.count += 1
    }
  }

  /// Ticks from one such round to the next, on average; nil before two.
  var ticksARound: Double? {
    state.withLock { state in
      guard let first = state.first, state.count > 1 else { return nil }
      return Double(state.last - first) / Double(state.count - 1)
    }
  }
}
