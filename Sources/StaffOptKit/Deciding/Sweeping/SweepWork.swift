import Reports
import Synchronization

/// Which cases are taken, running and done, shared by the workers.
final class SweepWork: Sendable {
  private struct State {
    /// For each chain the next case.
    var next: [Int]
    var isBusy: [Bool]
    var results: [SweepRunner.Result?]
    var started = 0
    /// Cases that are solved once more.
    var again: Set<Int> = []
  }

  let chainCount: Int
  private let count: Int
  private let startsWarm: Bool
  private let state: Mutex<State>
  private let reporting = Mutex(0)

  init(count: Int, chains: Int, startsWarm: Bool) {
    self.count = count
    self.startsWarm = startsWarm
    chainCount = max(1, min(chains, count))
    state = Mutex(
      State(
        next: Array(0..<chainCount), isBusy: Array(repeating: false, count: chainCount),
        results: Array(repeating: nil, count: count)))
  }

  /// The next case of a chain that nobody works on; nil when none is left for
  /// this worker.
  func take() -> Int? {
    state.withLock { state in
      let open = state.next.indices.filter { !state.isBusy[$0] && state.next[$0] < count }
      guard let chain = open.min(by: { state.next[$0] < state.next[$1] }) else { return nil }
      state.isBusy[chain] = true
      state.started += 1
      return state.next[chain]
    }
  }

  /// The seconds of one case out of those left: the cases that are left come
  /// in rounds of as many as there are workers.
  func share(of seconds: Double, workers: Int) -> Double {
    let left = state.withLock { count - $0.started + 1 }
    let rounds = (left + workers - 1) / max(1, workers)
    return seconds / Double(max(1, rounds))
  }

  func result(before index: Int) -> SweepRunner.Result? {
    guard startsWarm, index >= chainCount else { return nil }
    return state.withLock { $0.results[index - chainCount] }
  }

  func finish(_ result: SweepRunner.Result, progress: SweepRunner.ProgressHandler?) {
    state.withLock { state in
      state.results[result.index] = result
      let chain = result.index % chainCount
      state.isBusy[chain] = false
      state.next[chain] += chainCount
    }
    reporting.withLock { done in
      done += 1
      progress?(done, count, result.facts)
    }
  }

  /// The solved case with the widest gap above the one wanted that is not
  /// solved once more yet, with how many of these there are; nil if there is
  /// none.
  func takeWidest(above gap: Double) -> (SweepRunner.Result, open: Int)? {
    state.withLock { state in
      let wide = state.results.compactMap(\.self).filter { result in
        guard result.facts.status == .solved, result.roster != nil,
          let found = result.facts.gap
        else { return false }
        return found > gap && !state.again.contains(result.index)
      }
      guard let widest = wide.max(by: { ($0.facts.gap ?? 0) < ($1.facts.gap ?? 0) }) else {
        return nil
      }
      state.again.insert(widest.index)
      return (widest, wide.count)
    }
  }

  /// The better roster with the higher bound of two runs of a case.
  static func better(
    _ known: SweepRunner.Result, _ again: SweepRunner.Result
  ) -> SweepRunner.Result {
    guard again.facts.status == .solved else { return known }
    var best = again.facts.objective <= known.facts.objective ? again : known
    best.facts.bound = known.facts.bound
    best.facts.raise(bound: again.facts.bound)
    best.facts.seconds = known.facts.seconds + again.facts.seconds
    return best
  }

  /// Puts down what another run of a case gave.
  func improve(
    _ known: SweepRunner.Result, with again: SweepRunner.Result,
    progress: SweepRunner.ProgressHandler?
  ) {
    let better = Self.better(known, again)
    state.withLock { $0.results[known.index] = better }
    reporting.withLock { done in progress?(done, count, better.facts) }
  }

  var results: [SweepRunner.Result?] { state.withLock { $0.results } }
}
