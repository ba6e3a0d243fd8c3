import Benchmark
import Foundation

extension BenchmarkMetric {
  /// Processor time in thousandths of that of ``ReferenceWork``, measured just
  /// before in the same iteration.
  ///
  /// Thresholds are kept in this unit: it hardly changes with the machine's
  /// clock, and not at all with what else the machine is doing meanwhile.
  static let relativeTime = BenchmarkMetric.custom("relativeTime")
}

/// A fixed piece of work in the manner of the line optimiser: sums and minima
/// over arrays that stay in the cache.
enum ReferenceWork {
  private static let size = 1 << 13
  private static let rounds = 300

  /// The processor time that the work takes now, in ticks of `clock()`.
  static func ticks() -> Double {
    let begin = clock()
    blackHole(run())
    return Double(max(1, clock() - begin))
  }

  private static func run() -> Double {
    var values = (0..<size).map { Double(($0 &* 7_919) & 1_023) }
    for round in 0..<rounds {
      let step = Double(round & 15)
      for index in values.indices {
        let other = (index &* 5 &+ round) & (size - 1)
        values[index] = min(values[index] + 1, values[other] + step)
      }
    }
    return values.reduce(0, +)
  }
}

extension Benchmark {
  /// Measures some work, by the wall clock and relative to the reference.
  ///
  /// - Parameter times: How often it is done; for work of less than some
  ///   milliseconds, which would be lost in the ticks of the clock.
  func relate(times: Int = 1, _ work: () throws -> Void) rethrows {
    let reference = ReferenceWork.ticks()
    startMeasurement()
    let begin = clock()
    for _ in 0..<times { try work() }
    let ticks = Double(clock() - begin)
    stopMeasurement()
    record(ticks: ticks, reference: reference)
  }

  /// Records processor time that was taken elsewhere.
  func record(ticks: Double, reference: Double) {
    measurement(.relativeTime, Int((ticks / reference * 1_000).rounded()))
  }
}
