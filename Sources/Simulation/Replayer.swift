import Dispatch
import Foundation
import Synchronization

/// Replays a model many times and puts the outcomes together.
///
///     let result = Replayer(model).run(replications: 200, seed: 1)
///     result.classes[0].total.serviceLevel   // 0.80 ± 0.01
public struct Replayer: Sendable {
  /// The model.
  public let model: ReplayModel
  /// The share of shifts whose person does not come, 0 to 1, each by itself.
  public var noShow: Double
  /// Threads that replay; the outcome does not depend on it.
  public var threads: Int

  private let compiled: CompiledReplay

  /// A replayer of a model.
  public init(_ model: ReplayModel, noShow: Double = 0, threads: Int? = nil) {
    self.model = model
    self.noShow = noShow
    self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
    compiled = CompiledReplay(model)
  }

  /// Replications that are tallied together: a fixed number, so that sums are
  /// added in the same order on any number of cores.
  private static let batch = 8

  /// Replays the horizon with independent arrivals, handle times, patience
  /// and no-shows.
  ///
  /// - Parameters:
  ///   - replications: How often, at least 1.
  ///   - seed: Replication k of a seed is the same in every run.
  ///   - isCancelled: Asked after every few replications; what is done by then
  ///     is the outcome.
  /// - Complexity: O(contacts log agents) a replication.
  public func run(
    replications: Int, seed: UInt64, isCancelled: @Sendable () -> Bool = { false }
  ) -> ReplayResult {
    let batches = (max(1, replications) + Self.batch - 1) / Self.batch
    var tally = ReplayTally(compiled)
    var next = 0
    // A round gives each thread a few batches, and bounds what lies in memory.
    while next < batches, next == 0 || !isCancelled() {
      let count = min(batches - next, threads * 2)
      let slots = (0..<count).map { _ in Slot() }
      let queue = Mutex(0)
      let first = next
      DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        var kernel = ReplayKernel(compiled, noShow: noShow)
        while true {
          let index = queue.withLock { index in
            defer { index += 1 }
            return index
          }
          guard index < count else { break }
          let start = (first + index) * Self.batch
          var part = ReplayTally(compiled)
          for replication in start..<min(replications, start + Self.batch) {
            kernel.run(seed: seed, replication: replication)
            part.add(kernel.counts, duty: kernel.duty)
          }
          slots[index].tally.withLock { $0 = part }
        }
      }
      for slot in slots {
        if let part = slot.tally.withLock({ $0 }) { tally.add(part) }
      }
      next += count
    }
    return tally.result
  }

  private final class Slot: Sendable {
    let tally = Mutex<ReplayTally?>(nil)
  }
}
