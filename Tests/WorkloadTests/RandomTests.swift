import Foundation
import Testing
import Workload

struct RandomTests {
  /// Mean and variance of many draws.
  static func moments(_ count: Int, _ draw: () -> Double) -> (mean: Double, variance: Double) {
    let values = (0..<count).map { _ in draw() }
    let mean = values.reduce(0, +) / Double(count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count))
  }

  @Test func `xoshiro256 keeps to its reference recurrence for equal seeds`() {
    var first = SeededRandom(seed: 7)
    var second = SeededRandom(seed: 7)
    var otherStream = SeededRandom(seed: 7, stream: 1)
    var otherSeed = SeededRandom(seed: 8)
    let draws = (0..<100).map { _ in first.next() }
    #expect(draws == (0..<100).map { _ in second.next() })
    #expect(Set(draws).count == 100)
    #expect(Set(draws).isDisjoint(with: (0..<100).map { _ in otherStream.next() }))
    #expect(Set(draws).isDisjoint(with: (0..<100).map { _ in otherSeed.next() }))
  }

  @Test(arguments: [0.3, 1, 2.5, 40])
  func `gamma draws have the mean and variance of their shape`(shape: Double) {
    var generator = SeededRandom(seed: 11)
    let (mean, variance) = Self.moments(40_000) {
      RandomVariates.gamma(shape: shape, scale: 2, using: &generator)
    }
    #expect(isSmall(mean / (shape * 2) - 1, limit: 0.05 + 0.02 / shape))
    #expect(isSmall(variance / (shape * 4) - 1, limit: 0.12))
  }

  @Test(arguments: [0.2, 3, 29, 31, 400, 20_000])
  func `Poisson draws have equal mean and variance`(mean: Double) {
    var generator = SeededRandom(seed: 12)
    let draws = Self.moments(20_000) {
      Double(RandomVariates.poisson(mean: mean, using: &generator))
    }
    #expect(isSmall(draws.mean - mean, limit: 5 * (mean / 20_000).squareRoot()))
    #expect(isSmall(draws.variance / mean - 1, limit: 0.06))
  }

  @Test(arguments: [(15, 0.3), (400, 0.07), (1_000, 0.95)])
  func `binomial draws have their moments`(trials: Int, share: Double) {
    var generator = SeededRandom(seed: 13)
    let draws = Self.moments(20_000) {
      Double(RandomVariates.binomial(trials: trials, share: share, using: &generator))
    }
    let variance = Double(trials) * share * (1 - share)
    #expect(
      isSmall(draws.mean - Double(trials) * share, limit: 5 * (variance / 20_000).squareRoot()))
    #expect(isSmall(draws.variance / variance - 1, limit: 0.06))
  }

  @Test func `lognormal draws keep the mean and the median they were given`() {
    var generator = SeededRandom(seed: 14)
    let values = (0..<60_000).map { _ in
      RandomVariates.lognormal(mean: 187, median: 113, using: &generator)
    }
    #expect(isSmall(values.reduce(0, +) / 60_000 / 187 - 1, limit: 0.03))
    #expect(isSmall(values.sorted()[30_000] / 113 - 1, limit: 0.03))
  }

  @Test func `exponential and normal draws have their moments`() {
    var generator = SeededRandom(seed: 15)
    let waits = Self.moments(40_000) {
      RandomVariates.exponential(mean: 300, using: &generator)
    }
    #expect(isSmall(waits.mean / 300 - 1, limit: 0.03))
    #expect(isSmall(waits.variance / 90_000 - 1, limit: 0.06))
    let errors = Self.moments(40_000) { RandomVariates.normal(using: &generator) }
    #expect(isSmall(errors.mean, limit: 0.02))
    #expect(isSmall(errors.variance - 1, limit: 0.03))
  }
}
