import CivilTime
import Foundation

/// What holidays, eves, bridge days and days after did to demand in the past.
///
/// The ratio of a past day is its total divided by what its own weeks, its
/// weekday and its day of the month would have brought. Ratios are averaged
/// as logarithms; a label seen n times weighs n against a quarter of a day for
/// what similar days did, so one past holiday is mostly believed and an odd
/// one is drawn back a little. A label never seen takes the mean of similar
/// days, drawn to "no effect" by up to half a day, the more the less similar they are.
struct HolidayRatios: Sendable {
  /// One special day of the past.
  struct Sample: Sendable {
    var date: CivilDate
    var label: DayLabel
    var logRatio: Double
    /// How much the day counts: near 1 for a busy queue, less where a handful
    /// of tickets says little.
    var weight: Double
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
  /// The strength of "no effect" beside the ratios of other holidays, in days.
  private static let noEffectDays = 0.5
  /// The strength of the usual spread beside the one seen, in days.
  private static let spreadPriorDays = 2.0

  /// How much a kind of day that was never seen may differ from an ordinary
  /// one, as the variance of its ratio.
  private static func unknownVariance(_ kind: DayLabel.Kind) -> Double {
    switch kind {
    case .ordinary: 0
    case .dayAfter: 0.02
    case .bridge, .observance: 0.06
    case .holiday, .eve: 0.4
    }
  }

  /// Takes the ratio of `label` from the samples.
  func estimate(for label: DayLabel) -> Estimate {
    guard label.kind != .ordinary else {
      return Estimate(ratio: 1, source: .ordinary, variance: 0)
    }
    let own = samples.filter { $0.label == label }
    let similar = samples.map { ($0, $0.weight * similarity($0.label, label)) }
      .filter { $0.1 > 0 && $0.0.label != label }
    let weight = similar.reduce(0) { $0 + $1.1 }
    let pooled = weight > 0 ? similar.reduce(0) { $0 + $1.1 * $1.0.logRatio } / weight : 0
    guard !own.isEmpty else {
      guard weight > 0 else {
        return Estimate(ratio: 1, source: .unknown, variance: Self.unknownVariance(label.kind))
      }
      // Another holiday tells something of this one, and two tell less than
      // they seem to: the mean is drawn to "no effect" and the spread to what
      // holidays differ by.
      let closest = similar.map { similarity($0.0.label, label) }.max() ?? 1
      let count = weight / max(closest, 1e-9)
      let drawn = pooled * count / (count + Self.noEffectDays * (1 - closest))
      let spread =
        similar.reduce(0) { $0 + $1.1 * ($1.0.logRatio - drawn) * ($1.0.logRatio - drawn) } / weight
      let usual = Self.unknownVariance(label.kind)
      let variance =
        (spread * count + usual * Self.spreadPriorDays) / (count + Self.spreadPriorDays)
      return Estimate(
        ratio: exp(drawn), source: .pooled(from: similar.map(\.0.date)),
        variance: min(1, max(variance * (1 + 1 / (count + 1)), Self.leastVariance)))
    }
    let count = own.reduce(0) { $0 + $1.weight }
    let sum = own.reduce(0) { $0 + $1.weight * $1.logRatio }
    let prior = weight > 0 ? Self.priorDays : 0
    let mean = (sum + prior * pooled) / (count + prior)
    let spread =
      own.reduce(0) {
        $0 + $1.weight * ($1.logRatio - mean) * ($1.logRatio - mean)
      } / count
    return Estimate(
      ratio: exp(mean), source: .learned(from: own.map(\.date)),
      variance: min(1, max(spread, Self.leastVariance) * (1 + 1 / count)))
  }

  /// How much one label tells about another, 0 to 1.
  func similarity(_ seen: DayLabel, _ asked: DayLabel) -> Double {
    if seen == asked { return 1 }
    guard seen.kind == asked.kind, seen.kind != .ordinary else { return 0 }
    var value = seen.holidayName == asked.holidayName ? 1 : 0.2
    switch (seen, asked) {
    case (.holiday(_, let first), .holiday(_, let second)),
      (.observance(_, let first), .observance(_, let second)):
      value *= exp2(-Double(min(abs(first - second), 3)))
    default: break
    }
    return value
  }
}
