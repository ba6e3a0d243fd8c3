import Foundation

/// The need in the middle of the forecast, and where its days bring few or
/// many: P10 and P90 of the rate at which contacts come.
///
/// What a lucky or unlucky draw of the same rate brings is not in the band: the
/// queueing formulas count on it already.
public struct NeedBand: Equatable, Sendable {
  /// The need of a day with few contacts.
  public let low: StaffingNeed
  /// The need the plan is made for.
  public let expected: StaffingNeed
  /// The need of a day with many.
  public let high: StaffingNeed

  /// A band.
  public init(low: StaffingNeed, expected: StaffingNeed, high: StaffingNeed) {
    self.low = low
    self.expected = expected
    self.high = high
  }
}

extension NeedPlanner {
  /// The need of a forecast with its band.
  ///
  /// - Complexity: Three times that of ``need(for:backlog:)``.
  public func band(
    for forecast: Forecast, backlog: [CarriedBacklog] = []
  ) throws(NeedError) -> NeedBand {
    let (low, high) = (forecast.rates(quantile: -1.2816), forecast.rates(quantile: 1.2816))
    return NeedBand(
      low: try need(for: low, backlog: backlog),
      expected: try need(for: forecast, backlog: backlog),
      high: try need(for: high, backlog: backlog))
  }
}

extension Forecast {
  /// The forecast with every day's rate at a quantile, given in standard
  /// deviations: a lognormal factor of mean 1 with the variance of the day.
  func rates(quantile: Double) -> Forecast {
    Forecast(
      axis: axis,
      series: series.map { series in
        SeriesForecast(
          name: series.name,
          days: series.days.map { day in
            let spread = log1p(max(0, day.dayVariance))
            let factor = exp(spread.squareRoot() * quantile - spread / 2)
            return DayForecast(
              date: day.date, label: day.label, reason: day.reason,
              arrivals: day.arrivals.map { $0 * factor }, handleSeconds: day.handleSeconds,
              low: day.low, median: day.median, high: day.high, totalBand: day.totalBand,
              rateVariance: day.rateVariance, dayVariance: day.dayVariance)
          })
      })
  }
}

extension NeedBand {
  /// The band as a forecast of agents on duty, class by class: what charts of
  /// bands are drawn from. Totals are sums over intervals.
  public func agents(like forecast: Forecast) -> Forecast {
    func classes(_ need: StaffingNeed) -> [ClassNeed] { need.skills.flatMap(\.classes) }
    let axis = expected.axis
    let parts = zip(classes(expected), zip(classes(low), classes(high)))
    return Forecast(
      axis: axis,
      series: parts.map { middle, ends in
        let days = forecast.series(named: middle.workloadClass.name)?.days ?? []
        return SeriesForecast(
          name: middle.workloadClass.name,
          days: (0..<axis.dayCount).compactMap { day -> DayForecast? in
            guard days.indices.contains(day) else { return nil }
            let intervals = axis.intervals(ofDay: day)
            func values(_ need: ClassNeed) -> [Double] { Array(need.gross[intervals]) }
            let (mean, one, other) = (values(middle), values(ends.0), values(ends.1))
            // Work that may wait lies in other valleys when there is more of it.
            let low = zip(mean, zip(one, other)).map { min($0, $1.0, $1.1) }
            let high = zip(mean, zip(one, other)).map { max($0, $1.0, $1.1) }
            let sums = [mean, one, other].map { $0.reduce(0, +) }
            return DayForecast(
              date: days[day].date, label: days[day].label, reason: days[day].reason,
              arrivals: mean, handleSeconds: days[day].handleSeconds, low: low, median: mean,
              high: high,
              totalBand: DemandBand(
                low: sums.min() ?? 0, median: sums[0], high: sums.max() ?? 0))
          })
      })
  }
}
