import LinearModel
import Synchronization

extension SolverConformance {
  /// Limits, cancellation and starting points.
  static var limits: [Case] {
    [
      Case("no time gives no answer, at once", needs: [.timeLimit, .integers]) { solver in
        let program = LinearPrograms.knapsack(count: 8, seed: 1)
        return [0, -1, -.infinity].flatMap { seconds in
          let outcome = solver.solve(program, limits: SolveLimits(seconds: seconds))
          return outcome == SolveOutcome(.timeLimit) ? [] : ["\(seconds): \(outcome)"]
        }
      },
      Case("no time gives the starting point", needs: [.timeLimit, .startingPoint, .integers]) {
        solver in
        let program = LinearPrograms.knapsack(count: 8, seed: 1)
        let start = [Double](repeating: 0, count: 8)
        let outcome = solver.solve(program, limits: SolveLimits(seconds: 0), start: start)
        return defects(of: outcome, program) + (outcome.point == start ? [] : ["no start"])
      },
      Case("a time limit that is no limit is none", needs: [.timeLimit, .integers]) { solver in
        let program = LinearPrograms.knapsack(count: 8, seed: 1)
        return [1e300, .infinity, .nan].flatMap { seconds in
          let outcome = solver.solve(program, limits: SolveLimits(seconds: seconds))
          return defects(of: outcome, program)
            + (outcome.termination == .optimal ? [] : ["\(seconds): \(outcome.termination)"])
        }
      },
      Case(
        "a time limit is kept, with a solution and a bound",
        needs: [.timeLimit, .bounds, .integers, .continuous, .large]
      ) { solver in
        let program = LinearPrograms.marketSplit(seed: 3)
        let begin = ContinuousClock.now
        let outcome = solver.solve(program, limits: SolveLimits(seconds: 0.3))
        let seconds = begin.duration(to: .now) / .seconds(1)
        var complaints = defects(of: outcome, program)
        if outcome.termination != .timeLimit { complaints.append("\(outcome.termination)") }
        if outcome.relativeGap == nil { complaints.append("no solution or no bound") }
        // One second late is allowed, and one is for a busy machine.
        if seconds > 2.3 { complaints.append("took \(seconds) s") }
        return complaints
      },
      Case("a wish to stop before the start is heard", needs: [.cancellation, .integers]) {
        solver in
        let cancellation = Cancellation()
        cancellation.cancel()
        let outcome = solver.solve(
          LinearPrograms.knapsack(count: 8, seed: 1), cancellation: cancellation)
        return outcome == SolveOutcome(.cancelled) ? [] : ["\(outcome)"]
      },
      Case(
        "a wish to stop during the search is heard and leaves the best solution",
        needs: [.cancellation, .bounds, .integers, .continuous, .large]
      ) { solver in
        let program = LinearPrograms.marketSplit(seed: 3)
        let cancellation = Cancellation()
        let outcome = solver.solve(
          program, limits: SolveLimits(seconds: 60), start: nil, cancellation: cancellation,
          progress: { progress in
            if progress.incumbent != nil { cancellation.cancel() }
          })
        let ended = outcome.termination == .cancelled && outcome.point != nil
        return defects(of: outcome, program) + (ended ? [] : ["\(outcome.termination)"])
      },
      Case("incumbents reported fall and bounds rise", needs: [.bounds, .integers, .large]) {
        solver in
        let program = LinearPrograms.shiftCover(intervals: 48, seed: 5)
        let states = Mutex<[SolveProgress]>([])
        let outcome = solver.solve(
          program, limits: .none, start: nil, cancellation: Cancellation(),
          progress: { state in states.withLock { $0.append(state) } })
        let told = states.withLock { $0 }
        let incumbents = told.compactMap(\.incumbent)
        let bounds = told.compactMap(\.bound)
        var complaints = defects(of: outcome, program)
        if incumbents.isEmpty { complaints.append("nothing told") }
        if incumbents != incumbents.sorted(by: >) { complaints.append("\(incumbents)") }
        if bounds != bounds.sorted() { complaints.append("\(bounds)") }
        return complaints
      },
      Case("a gap asked for is kept", needs: [.bounds, .integers, .large]) { solver in
        let program = LinearPrograms.shiftCover(intervals: 48, seed: 2)
        let outcome = solver.solve(program, limits: SolveLimits(relativeGap: 0.2))
        let ended = outcome.termination == .gapReached || outcome.termination == .optimal
        let kept = (outcome.relativeGap ?? .infinity) <= 0.2 + 1e-9
        return defects(of: outcome, program)
          + (ended && kept ? [] : ["\(outcome.termination), gap \(outcome.relativeGap ?? .nan)"])
      },
      Case("a node limit ends the search", needs: [.bounds, .integers, .continuous, .large]) {
        solver in
        let program = LinearPrograms.marketSplit(seed: 4)
        let outcome = solver.solve(program, limits: SolveLimits(nodeCount: 20))
        return defects(of: outcome, program)
          + (outcome.termination == .nodeLimit ? [] : ["\(outcome.termination)"])
      },
      Case("an optimal starting point comes back proven", needs: [.startingPoint, .integers]) {
        solver in
        let program = LinearPrograms.knapsack(count: 10, seed: 9)
        let first = solver.solve(program)
        let second = solver.solve(program, start: first.point)
        let same = second.termination == .optimal && second.objective == first.objective
        return defects(of: second, program) + (same ? [] : ["\(second) after \(first)"])
      },
      Case("a starting point that is none is ignored", needs: [.startingPoint, .integers]) {
        solver in
        let program = LinearPrograms.knapsack(count: 10, seed: 9)
        let best = solver.solve(program)
        let starts: [[Double]] = [
          [], [1], [Double](repeating: 1, count: 10), [Double](repeating: .nan, count: 10),
        ]
        return starts.flatMap { start in
          let outcome = solver.solve(program, start: start)
          let same = outcome.objective == best.objective && outcome.termination == .optimal
          return defects(of: outcome, program) + (same ? [] : ["\(start): \(outcome)"])
        }
      },
    ]
  }
}
