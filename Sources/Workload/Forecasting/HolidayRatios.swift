import CivilTime
import Foundation

/// What holidays, eves, bridge days and days after did to demand in the past.
///
/// The ratio of a past day is its total divided by what its own weeks, its
/// weekday and its day of the month would have brought. Ratios are averaged
/// as logarithms; a label seen n times weighs n against a quarter of a day for
/// what similar days did, so one past holiday is mostly believed and an odd
/// one is drawn back a little.
struct HolidayRatios: Sendable {
  /// One special day of the past.
  struct Sample: Sendable {
    var date: CivilDate
    var label: DayLabel
    var logRatio: Double
  }

  /// A ratio for a label.
  struct Estimate: Sendable {
    var ratio: Double
    var source: RatioSource
    /// The variance of the ratio, as a share of its square.
    var variance: Double
  }

  /// The special days learned from, by date.
  let samples: [Sample]

  private static let priorDays = 0.25
  private static let leastVariance = 0.02
  private static let unknownVariance = 0.25

  /// Takes the ratio of `label` from the samples.
  func estimate(for label: DayLabel) -> Estimate {
    guard label.kind != .ordinary else {
      return Estimate(ratio: 1, source: .ordinary, variance: 0)
    }
    let own = samples.filter { $0.label == label }
    let similar = samples.map { ($0, similarity($0.label, label)) }
      .filter { $0.1 > 0 && $0.0.label != label }
    let weight = similar.reduce(0) { $0 + $1.1 }
    let pooled = weight > 0 ? similar.reduce(0) { $0 + $1.1 * $1.0.logRatio } / weight : 0
    guard !own.isEmpty else {
      guard weight > 0 else {
        return Estimate(ratio: 1, source: .unknown, variance: Self.unknownVariance)
      }
      let spread = similar.reduce(0) {
        $0 + $1.1 * ($1.0.logRatio - pooled) * ($1.0.logRatio - pooled)
      } / weight
      return Estimate(
        ratio: exp(pooled), source: .pooled(from: similar.map(\.0.date)),
        variance: min(1, max(spread, Self.leastVariance * 2)))
    }
    let count = Double(own.count)
    let sum = own.reduce(0) { $0 + $1.logRatio }
    let prior = weight > 0 ? Self.priorDays : 0
    let mean = (sum + prior * pooled) / (count + prior)
    let spread = own.reduce(0) { $0 + ($1.logRatio - mean) * ($1.logRatio - mean) } / count
    return Estimate(
      ratio: exp(mean), source: .learned(from: own.map(\.date)),
      variance: min(1, max(spread, Self.leastVariance) * (1 + 1 / count)))
  }

  /// How much one label tells about another, 0 to 1.
  func similarity(_ seen: DayLabel, _ asked: DayLabel) -> Double {
    if seen == asked { return 1 }
    guard seen.kind == asked.kind, seen.kind != .ordinary else { return 0 }
    var value = seen.holidayName == asked.holidayName ? 1 : 0.2
    if case .holiday(_, let first) = seen, case .holiday(_, let second) = asked {
      value *= exp2(-Double(min(abs(first - second), 3)))
    }
    return value
  }
}
