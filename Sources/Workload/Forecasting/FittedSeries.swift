import CivilTime
import Foundation

/// Everything learned from one series, ready to forecast any day.
struct FittedSeries: Sendable {
  private let series: DemandSeries
  private let labels: [CivilDate: DayLabel]
  private let totals: DayTotalModel
  private let shapes: IntradayShapes
  private let ratios: HolidayRatios
  private let handleSeconds: [Double]
  /// The variance of an interval beyond that of its day, relative.
  private let intervalVariance: Double
  private let holidayDays: [(label: DayLabel, day: Int)]

  private let opening: OpeningHours?

  /// - Parameter opening: When the customers of the series are served; nil if
  ///   they may come at any hour.
  init(
    series: DemandSeries, labels: [CivilDate: DayLabel], forecaster: Forecaster,
    opening: OpeningHours? = nil
  ) {
    self.series = series
    self.opening = opening
    self.labels = labels
    let axis = series.axis
    let dayLabels = axis.dates.map { labels[$0, default: .ordinary] }
    let clean = (0..<axis.dayCount).filter {
      series.coverage[$0] == .observed && dayLabels[$0] == .ordinary
    }
    let shapes = IntradayShapes(
      series: series, days: clean, halfLifeDays: forecaster.shapeHalfLifeDays)
    self.shapes = shapes
    let repaired = (0..<axis.dayCount).map { day in
      FittedSeries.repairedTotal(of: series, day: day, shapes: shapes)
    }
    totals = DayTotalModel(
      firstDate: axis.firstDate, totals: repaired.map { $0 ?? 0 },
      usable: repaired.indices.map { repaired[$0] != nil && dayLabels[$0] == .ordinary },
      settings: DayTotalModel.Settings(
        levelHalfLifeDays: forecaster.levelHalfLifeDays,
        weekdayHalfLifeDays: forecaster.weekdayHalfLifeDays,
        learnsMonthPosition: forecaster.learnsMonthPosition,
        trendDamping: forecaster.trendDamping))
    var samples: [HolidayRatios.Sample] = []
    var holidays: [(label: DayLabel, day: Int)] = []
    for day in 0..<axis.dayCount where dayLabels[day].kind != .ordinary {
      guard let actual = repaired[day] else { continue }
      if series.coverage[day] == .observed { holidays.append((dayLabels[day], day)) }
      let expected = totals.expectedTotal(day: day)
      guard expected >= 1 else { continue }
      // Half an arrival on both sides keeps an empty day's logarithm finite.
      samples.append(
        HolidayRatios.Sample(
          date: axis.firstDate.adding(days: day), label: dayLabels[day],
          logRatio: log((actual + 0.5) / (expected + 0.5)), weight: expected / (expected + 10)))
    }
    ratios = HolidayRatios(samples: samples)
    holidayDays = holidays
    handleSeconds = FittedSeries.handleProfile(
      series: series, halfLifeDays: forecaster.shapeHalfLifeDays)
    let calibrated = BandCalibration(
      series: series, days: clean.suffix(84), totals: totals, shapes: shapes
    ).relativeVariance
    intervalVariance = max(
      FittedSeries.intervalVariance(series: series, days: clean.suffix(84), shapes: shapes),
      (calibrated ?? 0) - totals.dayVariance)
  }

  /// The forecast of a day.
  func day(
    _ date: CivilDate, label: DayLabel, adjustments: ForecastAdjustments
  ) -> DayForecast {
    var weekday = date.weekday
    if case .worksLike(let other) = label { weekday = other }
    let daysAhead = series.axis.firstDate.days(until: date) - series.axis.dayCount + 1
    let level = totals.level(daysAhead: daysAhead)
    let weekdayFactor = totals.weekdayFactors[weekday.index]
    let monthFactor = totals.monthFactors[date.day]
    var estimate = ratios.estimate(for: label)
    if let stated = adjustments.ratio(of: series.name, on: date) {
      estimate = HolidayRatios.Estimate(ratio: max(0, stated), source: .stated, variance: 0)
    }
    let shape = SpecialDayShape(
      series: series, shapes: shapes, ratios: ratios, pastDays: holidayDays, opening: opening)
    if label.kind != .ordinary, case .unknown = estimate.source {
      // Of a day nothing is known of, those come who find it open.
      estimate.ratio *= shape.usualShareWithinHours(of: date, weekday: weekday)
    }
    let total = level * weekdayFactor * monthFactor * estimate.ratio
    var arrivals = shape.shares(date: date, weekday: weekday, label: label).map { $0 * total }
    let events = adjustments.events.filter { $0.applies(to: series.name, on: date) }
    for event in events {
      event.apply(to: &arrivals, intervalMinutes: series.axis.intervalMinutes)
    }
    let dayVariance = totals.dayVariance + estimate.variance
    let bands = arrivals.map {
      NegativeBinomial.band(mean: $0, relativeVariance: dayVariance + intervalVariance)
    }
    return DayForecast(
      date: date, label: label,
      reason: ForecastReason(
        level: level, weekdayFactor: weekdayFactor, monthFactor: monthFactor,
        ratio: estimate.ratio, ratioSource: estimate.source, events: events.map(\.name)),
      arrivals: arrivals, handleSeconds: handleSeconds, low: bands.map(\.low),
      median: bands.map(\.median), high: bands.map(\.high),
      totalBand: NegativeBinomial.band(
        mean: arrivals.reduce(0, +), relativeVariance: dayVariance),
      rateVariance: dayVariance + intervalVariance, dayVariance: dayVariance)
  }

  /// A day's total with its faulty intervals replaced by their usual share;
  /// nil if less than half of the day can be trusted.
  private static func repairedTotal(
    of series: DemandSeries, day: Int, shapes: IntradayShapes
  ) -> Double? {
    switch series.coverage[day] {
    case .missing: return nil
    case .observed: return series.total(ofDay: day)
    case .faulty(let spans):
      let weekday = series.axis.firstDate.adding(days: day).weekday.index
      let start = series.axis.intervals(ofDay: day).lowerBound
      var trusted = 0.0
      var share = 0.0
      for interval in 0..<series.axis.intervalsPerDay
      where !spans.contains(where: { $0.contains(interval) }) {
        trusted += series.arrivals[start + interval]
        share += shapes.sharesByWeekday[weekday][interval]
      }
      return share >= 0.5 ? trusted / share : nil
    }
  }

  /// Mean handle time of each interval of the day, drawn to the overall mean
  /// by fifty tickets; all 0 if no handle time is known.
  private static func handleProfile(series: DemandSeries, halfLifeDays: Double) -> [Double] {
    let axis = series.axis
    var counts = Array(repeating: 0.0, count: axis.intervalsPerDay)
    var seconds = counts
    for day in 0..<axis.dayCount {
      let weight = exp2(-Double(axis.dayCount - 1 - day) / (2 * halfLifeDays))
      for (interval, index) in axis.intervals(ofDay: day).enumerated() {
        counts[interval] += weight * series.handledCounts[index]
        seconds[interval] += weight * series.handleSeconds[index]
      }
    }
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts }
    let mean = seconds.reduce(0, +) / total
    // The weights forget, so the prior is in tickets of today's worth.
    return zip(counts, seconds).map { ($1 + 50 * mean) / ($0 + 50) }
  }

  private static func intervalVariance(
    series: DemandSeries, days: ArraySlice<Int>, shapes: IntradayShapes
  ) -> Double {
    var (above, below) = (0.0, 0.0)
    for day in days {
      let weekday = series.axis.firstDate.adding(days: day).weekday.index
      let total = series.total(ofDay: day)
      let counts = series.arrivals[series.axis.intervals(ofDay: day)]
      for (count, share) in zip(counts, shapes.sharesByWeekday[weekday]) {
        let mean = total * share
        above += (count - mean) * (count - mean) - mean * (1 - share)
        below += mean * mean
      }
    }
    return below > 0 ? min(0.25, max(0, above / below)) : 0
  }
}
