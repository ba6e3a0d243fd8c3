import CivilTime
import Foundation

/// Day totals as level x weekday factor x day-of-month factor.
///
/// The factors are fitted in turns until they settle (iterative proportional
/// fitting with weights of a negative binomial, in which a day's standard
/// error grows with its mean). The level is an exponentially weighted mean of
/// the days around each day, in both directions, so that a holiday in the past
/// is compared with its own weeks; the last day's level only looks back.
/// Totals far from their expectation are pulled in before they count, so a
/// single odd day moves little.
struct DayTotalModel: Sendable {
  /// How fast the past is forgotten and how much of an effect is believed.
  struct Settings: Equatable, Sendable {
    var levelHalfLifeDays: Double
    var weekdayHalfLifeDays: Double
    var learnsMonthPosition: Bool
    var trendDamping: Double
  }

  /// Level of each day of the history.
  private(set) var levels: [Double]
  /// Level at the end of the history, without trend.
  private(set) var lastLevel = 0.0
  /// Factors, Monday first; their mean is 1.
  private(set) var weekdayFactors = Array(repeating: 1.0, count: 7)
  /// Factors of the days of the month 1 to 31 (index 0 is unused).
  private(set) var monthFactors = Array(repeating: 1.0, count: 32)
  /// Growth of the logarithm of the level a day, damped.
  private(set) var dailyGrowth = 0.0
  /// The variance of a forecast day around its mean beyond Poisson noise, as
  /// a share of the squared mean.
  private(set) var dayVariance = 0.0
  /// Days the level lags behind the end of the history.
  private var lagDays = 0.0

  private let firstDate: CivilDate
  private let settings: Settings

  /// Pull-in starts this far from the expectation (in logarithms), plus three
  /// Poisson standard deviations.
  private static let clip = 0.35
  /// Extra variance of a day assumed while fitting, as a share of the squared
  /// mean.
  private static let assumedVariance = 0.01
  /// The strength of "no effect" for a day of the month, in days.
  private static let monthPrior = 2.0
  /// Usable days below which no pattern over the month is looked for.
  private static let leastDaysForMonth = 56

  /// Fits the model.
  ///
  /// - Parameters:
  ///   - firstDate: The day of `totals[0]`.
  ///   - totals: Arrivals of each day.
  ///   - usable: Ordinary days with a trusted log.
  /// - Complexity: O(days).
  init(firstDate: CivilDate, totals: [Double], usable: [Bool], settings: Settings) {
    self.firstDate = firstDate
    self.settings = settings
    levels = Array(repeating: 0, count: totals.count)
    let days = totals.indices.filter { usable[$0] }
    guard !days.isEmpty else { return }
    var fit = Fit(
      days: days, totals: totals,
      weekdays: totals.indices.map { firstDate.adding(days: $0).weekday.index },
      monthDays: totals.indices.map { firstDate.adding(days: $0).day })
    startWeekdays(fit)
    levels = Array(
      repeating: days.map { totals[$0] }.reduce(0, +) / Double(days.count),
      count: totals.count)
    for _ in 0..<6 {
      update(&fit)
      fitLevels(fit)
      fitWeekdays(fit)
      if settings.learnsMonthPosition, days.count >= Self.leastDaysForMonth { fitMonth(fit) }
    }
    update(&fit)
    fitLevels(fit)
    fitEnd(fit)
    fitVariance(fit)
  }

  /// Mean arrivals of a past day had it been ordinary.
  func expectedTotal(day: Int) -> Double {
    let date = firstDate.adding(days: day)
    return levels[day] * weekdayFactors[date.weekday.index] * monthFactors[date.day]
  }

  /// The level `daysAhead` days after the history's end, with damped trend.
  func level(daysAhead: Int) -> Double {
    // The damping makes a trend run out: day k adds 0.97^k of its growth.
    let reach = lagDays + (1 - pow(0.97, Double(max(0, daysAhead)))) / 0.03
    return lastLevel * min(1.25, max(0.8, exp(dailyGrowth * reach)))
  }

  /// What the fit works on, rebuilt in every turn.
  private struct Fit {
    var days: [Int]
    var totals: [Double]
    var weekdays: [Int]
    var monthDays: [Int]
    /// Totals pulled in towards their expectation.
    var clipped: [Double] = []
    /// The inverse of a day's relative noise.
    var precision: [Double] = []
    /// Half-life weights from the end of the history.
    func age(_ day: Int) -> Double { Double((days.last ?? 0) - day) }
  }

  private func factor(_ fit: Fit, _ day: Int) -> Double {
    weekdayFactors[fit.weekdays[day]] * monthFactors[fit.monthDays[day]]
  }

  private mutating func startWeekdays(_ fit: Fit) {
    var medians = Array(repeating: Double.nan, count: 7)
    for weekday in 0..<7 {
      let totals = fit.days.filter { fit.weekdays[$0] == weekday }.map { fit.totals[$0] }.sorted()
      if !totals.isEmpty { medians[weekday] = totals[totals.count / 2] }
    }
    normaliseWeekdays(medians)
  }

  /// Sets the factors to a mean of 1; weekdays never seen get the mean.
  private mutating func normaliseWeekdays(_ raw: [Double]) {
    let known = raw.filter { $0.isFinite }
    let mean = known.reduce(0, +) / Double(max(1, known.count))
    guard mean > 0 else { return }
    weekdayFactors = raw.map { $0.isFinite ? $0 / mean : 1 }
  }

  private func update(_ fit: inout Fit) {
    fit.clipped = fit.totals
    fit.precision = Array(repeating: 0, count: fit.totals.count)
    for day in fit.days {
      let expected = levels[day] * factor(fit, day)
      let reach = Self.clip + 3 / max(expected, 0.1).squareRoot()
      let top = max(expected * exp(reach), 3)
      fit.clipped[day] = min(max(fit.totals[day], expected * exp(-reach)), top)
      fit.precision[day] = 1 / (1 + Self.assumedVariance * expected)
    }
  }

  private mutating func fitLevels(_ fit: Fit) {
    let keep = exp2(-1 / settings.levelHalfLifeDays)
    var above = Array(repeating: 0.0, count: fit.totals.count)
    var below = above
    for day in fit.days {
      above[day] = fit.precision[day] * fit.clipped[day]
      below[day] = fit.precision[day] * factor(fit, day)
    }
    let numerators = smoothed(above, keep: keep)
    let denominators = smoothed(below, keep: keep)
    for day in levels.indices where denominators[day] > 0 {
      levels[day] = numerators[day] / denominators[day]
    }
  }

  /// The sum of all values, each weighted by `keep` to the power of its
  /// distance.
  private func smoothed(_ values: [Double], keep: Double) -> [Double] {
    var result = values
    var carried = 0.0
    for day in values.indices {
      carried = carried * keep
      result[day] += carried
      carried += values[day]
    }
    carried = 0
    for day in values.indices.reversed() {
      carried = carried * keep
      result[day] += carried
      carried += values[day]
    }
    return result
  }

  private mutating func fitWeekdays(_ fit: Fit) {
    var above = Array(repeating: 0.0, count: 7)
    var below = above
    for day in fit.days {
      let weight = exp2(-fit.age(day) / settings.weekdayHalfLifeDays) * fit.precision[day]
      above[fit.weekdays[day]] += weight * fit.clipped[day]
      below[fit.weekdays[day]] += weight * levels[day] * monthFactors[fit.monthDays[day]]
    }
    normaliseWeekdays(zip(above, below).map { $1 > 0 ? $0 / $1 : .nan })
  }

  /// Each day of the month borrows from its neighbours (the 31st is next to
  /// the 1st), is drawn to 1, and all are drawn to 1 as far as noise alone
  /// would explain their spread.
  private mutating func fitMonth(_ fit: Fit) {
    var ratios = Array(repeating: 0.0, count: 32)
    var weights = ratios
    var squares = ratios
    let bases = fit.days.map { levels[$0] * weekdayFactors[fit.weekdays[$0]] }
    let typical =
      zip(fit.days, bases).map { fit.precision[$0] * $1 }.reduce(0, +)
      / Double(fit.days.count)
    guard typical > 0 else { return }
    var noise = 0.0
    var noiseWeight = 0.0
    for (day, base) in zip(fit.days, bases) where base > 0 {
      // A day counts by how precise its ratio is, 1 for a typical day.
      let weight =
        exp2(-fit.age(day) / settings.weekdayHalfLifeDays)
        * fit.precision[day] * base / typical
      let ratio = fit.clipped[day] / base
      let deviation = ratio - monthFactors[fit.monthDays[day]]
      ratios[fit.monthDays[day]] += weight * ratio
      weights[fit.monthDays[day]] += weight
      squares[fit.monthDays[day]] += weight * weight
      noise += weight * deviation * deviation
      noiseWeight += weight
    }
    guard noiseWeight > 0 else { return }
    noise /= noiseWeight
    var raw = Array(repeating: 1.0, count: 32)
    var spread = 0.0
    var expectedSpread = 0.0
    for target in 1...31 {
      var (above, below, square) = (Self.monthPrior, Self.monthPrior, 0.0)
      for source in 1...31 {
        let distance = min(abs(target - source), 31 - abs(target - source))
        let kernel = exp(-Double(distance * distance) / 2)
        above += kernel * ratios[source]
        below += kernel * weights[source]
        square += kernel * kernel * squares[source]
      }
      raw[target] = above / below
      spread += (raw[target] - 1) * (raw[target] - 1)
      expectedSpread += noise * square / (below * below)
    }
    let believed = spread > 0 ? max(0, 1 - expectedSpread / spread) : 0
    let mean = raw[1...31].reduce(0, +) / 31
    for target in 1...31 {
      monthFactors[target] = 1 + believed * (raw[target] / mean - 1)
    }
  }

  /// Level and growth at the end of the history.
  private mutating func fitEnd(_ fit: Fit) {
    var (above, below, lag, lagWeight) = (0.0, 0.0, 0.0, 0.0)
    for day in fit.days {
      let weight = exp2(-fit.age(day) / settings.levelHalfLifeDays)
      above += weight * fit.precision[day] * fit.clipped[day]
      below += weight * fit.precision[day] * factor(fit, day)
      lag += weight * fit.age(day)
      lagWeight += weight
    }
    lastLevel = below > 0 ? above / below : 0
    // The level stands for the mean age of what it averages, and the history
    // may end with days that are not usable.
    lagDays = lag / lagWeight + Double(fit.totals.count - 1 - (fit.days.last ?? 0))
    guard settings.trendDamping > 0, lastLevel > 0 else { return }
    let recent = fit.days.filter { fit.age($0) < 84 && factor(fit, $0) > 0 && fit.clipped[$0] > 0 }
    guard recent.count >= 28 else { return }
    let points = recent.map { day in
      (
        x: -fit.age(day), y: log(fit.clipped[day] / (lastLevel * factor(fit, day))),
        weight: fit.precision[day] * factor(fit, day)
      )
    }
    let total = points.reduce(0) { $0 + $1.weight }
    guard total > 0 else { return }
    let meanX = points.reduce(0) { $0 + $1.weight * $1.x } / total
    let meanY = points.reduce(0) { $0 + $1.weight * $1.y } / total
    let spread = points.reduce(0) { $0 + $1.weight * ($1.x - meanX) * ($1.x - meanX) } / total
    guard spread > 0 else { return }
    let slope =
      points.reduce(0) { $0 + $1.weight * ($1.x - meanX) * ($1.y - meanY) } / total / spread
    let residual = points.reduce(0) {
      let error = $1.y - meanY - slope * ($1.x - meanX)
      return $0 + $1.weight * error * error
    }
    // Neighbouring days err together, hence twice the textbook variance; a
    // slope within its own error is not believed.
    let variance = 2 * residual / total / spread / Double(recent.count - 2)
    guard slope * slope > variance else { return }
    dailyGrowth = settings.trendDamping * slope * (1 - variance / (slope * slope))
  }

  private mutating func fitVariance(_ fit: Fit) {
    var (above, below, count, squares) = (0.0, 0.0, 0.0, 0.0)
    for day in fit.days {
      let expected = levels[day] * factor(fit, day)
      guard expected > 0 else { continue }
      let weight = exp2(-fit.age(day) / settings.weekdayHalfLifeDays)
      let error = fit.clipped[day] - expected
      above += weight * (error * error - expected)
      below += weight * expected * expected
      count += weight
      squares += weight * weight
    }
    guard below > 0, squares > 0 else { return }
    // The fit has followed part of the noise, and a forecast adds the error
    // of its own factors.
    let effective = count * count / squares
    let monthCount = monthFactors[1...].contains { $0 != 1 } ? 12.0 : 0.0
    let parameters = 7 + monthCount + effective / (3 * settings.levelHalfLifeDays)
    let inflation = effective > 2 * parameters ? effective / (effective - parameters) : 2
    let ownError = 1 + parameters / max(effective, parameters)
    dayVariance = max(0, above / below) * inflation * ownError
  }
}
