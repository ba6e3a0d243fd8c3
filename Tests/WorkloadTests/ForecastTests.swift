import CivilTime
import Foundation
import Testing
import Workload

struct ForecastTests {
  static let firstDate = BankLog.date("2025-03-03")  // a Monday

  /// Counts that repeat every week exactly: hour h of weekday w brings
  /// 3 (w + 1) (h + 2) arrivals from 8 to 20 o'clock, each of 300 seconds.
  static func weekly(interval: Int, weekday: Int) -> Double {
    (8..<20).contains(interval) ? Double(3 * (weekday + 1) * (interval + 2)) : 0
  }

  static func periodic(days: Int, scale: (Int) -> Double = { _ in 1 }) throws -> DemandSeries {
    let axis = try #require(
      DemandAxis(firstDate: firstDate, dayCount: days, intervalMinutes: 60))
    var series = DemandSeries(name: "chat", axis: axis)
    for day in 0..<days {
      for (hour, interval) in axis.intervals(ofDay: day).enumerated() {
        let count = weekly(interval: hour, weekday: day % 7) * scale(day)
        series.add(arrivals: count, handled: count, seconds: count * 300, interval: interval)
      }
    }
    return series
  }

  static func forecast(
    _ series: DemandSeries, labels: [CivilDate: DayLabel] = [:],
    adjustments: ForecastAdjustments = ForecastAdjustments(), days: Int = 7, after: Int = 0
  ) throws -> [DayForecast] {
    let axis = try #require(
      DemandAxis(
        firstDate: series.axis.firstDate.adding(days: series.axis.dayCount + after),
        dayCount: days, intervalMinutes: series.axis.intervalMinutes))
    let forecast = Forecaster().forecast(
      [series], labels: labels, adjustments: adjustments, over: axis)
    return try #require(forecast.series(named: series.name)).days
  }

  @Test(arguments: [14, 70, 371])
  func `a perfectly periodic history comes back`(days: Int) throws {
    for (offset, day) in try Self.forecast(try Self.periodic(days: days)).enumerated() {
      for hour in 0..<24 {
        let expected = Self.weekly(interval: hour, weekday: (days + offset) % 7)
        #expect(isSmall(day.arrivals[hour] - expected, limit: 1e-3 * expected))
      }
      #expect(day.handleSeconds.allSatisfy { isSmall($0 - 300, limit: 1e-6) })
      #expect(isSmall(day.reason.monthFactor - 1, limit: 0.01))
      #expect(day.reason.ratioSource == .ordinary)
    }
  }

  @Test func `a busy weekday keeps a profile of its own, a sparse one borrows`() throws {
    for (scale, keeps) in [(100.0, true), (0.1, false)] {
      let axis = try #require(
        DemandAxis(firstDate: Self.firstDate, dayCount: 70, intervalMinutes: 60))
      var series = DemandSeries(name: "chat", axis: axis)
      for day in 0..<70 {
        // Saturdays are busy from 8 to 11 only, with a tenth of the volume.
        let hours = day % 7 == 5 ? 8..<11 : 8..<20
        for hour in hours {
          series.add(arrivals: day % 7 == 5 ? scale : 2 * scale, interval: day * 24 + hour)
        }
      }
      let saturday = try Self.forecast(series)[5]
      let morning = saturday.arrivals[8..<11].reduce(0, +) / saturday.total
      #expect(keeps ? morning > 0.99 : morning < 0.9)
    }
  }

  @Test func `a day's total is the product of its reasons`() throws {
    let labels: [CivilDate: DayLabel] = [
      Self.firstDate.adding(days: 40): .holiday(name: "Feast", position: 1),
      Self.firstDate.adding(days: 71): .holiday(name: "Feast", position: 1),
    ]
    let days = try Self.forecast(
      try Self.periodic(days: 70) { $0 == 40 ? 0.4 : 1 }, labels: labels)
    for day in days {
      let reason = day.reason
      let product = reason.level * reason.weekdayFactor * reason.monthFactor * reason.ratio
      #expect(isSmall(day.total / product - 1, limit: 1e-9))
    }
  }

  @Test func `missing days do not pull the level down`() throws {
    var series = try Self.periodic(days: 70) { (40..<54).contains($0) ? 0 : 1 }
    let naive = try Self.forecast(series)[0].total
    for day in 40..<54 {
      series.setCoverage(.missing, on: Self.firstDate.adding(days: day))
    }
    let mended = try Self.forecast(series)[0].total
    let truth = (0..<24).reduce(0) { $0 + Self.weekly(interval: $1, weekday: 0) }
    #expect(isSmall(mended / truth - 1, limit: 0.01))
    #expect(naive < 0.95 * truth)
  }

  @Test func `one wild day moves the forecast little`() throws {
    let series = try Self.periodic(days: 70) { $0 == 66 ? 8 : 1 }
    let truth = try Self.forecast(try Self.periodic(days: 70)).map(\.total)
    for (day, expected) in zip(try Self.forecast(series), truth) {
      #expect(isSmall(day.total / expected - 1, limit: 0.1))
    }
  }

  @Test func `the level follows a step and a trend is carried on in part`() throws {
    let truth = try Self.forecast(try Self.periodic(days: 140)).map(\.total)
    let stepped = try Self.forecast(try Self.periodic(days: 140) { $0 < 70 ? 1 : 1.3 })
    #expect(isSmall(stepped[0].total / truth[0] - 1.3, limit: 0.08))
    let growing = try Self.forecast(try Self.periodic(days: 140) { exp(0.004 * Double($0)) })
    let last = exp(0.004 * 139)
    #expect(growing[6].total / truth[6] > 0.95 * last)
    #expect(growing[6].total / truth[6] < 1.06 * last)
  }

  @Test func `a pattern over the month is learned`() throws {
    func factor(_ day: Int) -> Double {
      [1, 2, 3].contains(Self.firstDate.adding(days: day).day) ? 1.4 : 1
    }
    let series = try Self.periodic(days: 300, scale: factor)
    let plain = try Self.forecast(try Self.periodic(days: 300), days: 31).map(\.total)
    for (offset, day) in try Self.forecast(series, days: 31).enumerated() {
      let expected = plain[offset] * factor(300 + offset)
      #expect(isSmall(day.total / expected - 1, limit: (day.date.day == 2 ? 0.12 : 0.2)))
    }
  }

  @Test func `a holiday's ratio is learned from the same holiday`() throws {
    let holiday = DayLabel.holiday(name: "Spring Festival", position: 1)
    let eve = DayLabel.eve(of: "Spring Festival")
    let labels: [CivilDate: DayLabel] = [
      Self.firstDate.adding(days: 99): eve, Self.firstDate.adding(days: 100): holiday,
      Self.firstDate.adding(days: 201): eve, Self.firstDate.adding(days: 202): holiday,
    ]
    let series = try Self.periodic(days: 200) { $0 == 100 ? 0.3 : $0 == 99 ? 0.6 : 1 }
    let days = try Self.forecast(series, labels: labels)
    #expect(isSmall(days[1].reason.ratio - 0.6, limit: 0.01))
    #expect(isSmall(days[2].reason.ratio - 0.3, limit: 0.01))
    #expect(days[2].reason.ratioSource == .learned(from: [Self.firstDate.adding(days: 100)]))
    #expect(days[0].reason.ratio == 1)
    // The holiday does not count as an ordinary day of its weekday.
    let plain = try Self.forecast(try Self.periodic(days: 200))
    #expect(isSmall(days[3].total / plain[3].total - 1, limit: 0.01))
  }

  @Test func `an unseen holiday borrows from its kind, an unseen kind is said to be unknown`()
    throws
  {
    let labels: [CivilDate: DayLabel] = [
      Self.firstDate.adding(days: 60): .holiday(name: "Spring Festival", position: 2),
      Self.firstDate.adding(days: 80): .holiday(name: "Labour Day", position: 1),
      Self.firstDate.adding(days: 100): .holiday(name: "Spring Festival", position: 3),
      Self.firstDate.adding(days: 101): .holiday(name: "National Day", position: 1),
      Self.firstDate.adding(days: 102): .bridge(of: "National Day"),
    ]
    let days = try Self.forecast(
      try Self.periodic(days: 100) { $0 == 60 ? 0.2 : $0 == 80 ? 0.8 : 1 }, labels: labels)
    // Its own festival weighs more than another holiday.
    #expect(days[0].reason.ratio < 0.3)
    #expect(days[1].reason.ratio > 0.2 && days[1].reason.ratio < 0.8)
    #expect(
      days[1].reason.ratioSource
        == .pooled(from: [Self.firstDate.adding(days: 60), Self.firstDate.adding(days: 80)]))
    #expect(days[2].reason.ratio == 1)
    #expect(days[2].reason.ratioSource == .unknown)
    #expect(days[2].totalBand.high - days[2].totalBand.low > 0.5 * days[2].total)
  }

  @Test func `a holiday keeps the hours of past holidays`() throws {
    var series = try Self.periodic(days: 100) { $0 == 60 ? 0 : 1 }
    // The past holiday was busy from 18 to 21 o'clock only.
    for hour in 18..<21 { series.add(arrivals: 100, interval: 60 * 24 + hour) }
    let labels: [CivilDate: DayLabel] = [
      Self.firstDate.adding(days: 60): .holiday(name: "Feast", position: 1),
      Self.firstDate.adding(days: 100): .holiday(name: "Feast", position: 1),
    ]
    let day = try Self.forecast(series, labels: labels)[0]
    #expect(day.arrivals[18..<21].reduce(0, +) > 0.8 * day.total)
  }

  @Test func `stated ratios and events overrule what was learned`() throws {
    let date = Self.firstDate.adding(days: 70)
    let adjustments = ForecastAdjustments(
      ratios: [
        StatedRatio(date: date, ratio: 0.5), StatedRatio(date: date, classes: ["mail"], ratio: 9),
      ],
      events: [
        DemandEvent(
          name: "campaign", dates: date...date, minutesOfDay: 600..<720,
          effect: .add(arrivals: 60)),
        DemandEvent(
          name: "outage", classes: ["chat"], dates: date...date, minutesOfDay: 870..<900,
          effect: .multiply(by: 3)),
        DemandEvent(
          name: "other", classes: ["mail"], dates: date...date, effect: .multiply(by: 100)),
      ])
    let plain = try Self.forecast(try Self.periodic(days: 70))[0]
    let day = try Self.forecast(try Self.periodic(days: 70), adjustments: adjustments)[0]
    #expect(day.reason.ratioSource == .stated)
    #expect(day.reason.events == ["campaign", "outage"])
    #expect(isSmall(day.arrivals[9] - plain.arrivals[9] / 2, limit: 1e-9))
    #expect(isSmall(day.arrivals[10] - (plain.arrivals[10] / 2 + 30), limit: 1e-9))
    // The outage covers half of the hour from 14 o'clock.
    #expect(isSmall(day.arrivals[14] - plain.arrivals[14] / 2 * 2, limit: 1e-9))
  }

  @Test func `an adjusted workday is forecast as the weekday it stands for`() throws {
    // Day 75 is a Saturday that is worked like a Monday.
    let labels = [Self.firstDate.adding(days: 75): DayLabel.worksLike(.monday)]
    let days = try Self.forecast(try Self.periodic(days: 70), labels: labels)
    #expect(isSmall(days[5].total / days[0].total - 1, limit: 0.01))
  }

  @Test func `a faulty span is mended from the rest of its day`() throws {
    var series = try Self.periodic(days: 70)
    for hour in 12..<15 { series.add(arrivals: 900, interval: 66 * 24 + hour) }
    let found = series.markFaults(labels: [:])
    #expect(found.map(\.firstDate) == [Self.firstDate.adding(days: 66)])
    #expect(found.map(\.minutesOfDay) == [720..<900])
    #expect(series.coverage[66] == .faulty([12..<15]))
    let truth = try Self.forecast(try Self.periodic(days: 70))
    for (day, expected) in zip(try Self.forecast(series), truth) {
      #expect(isSmall(day.total / expected.total - 1, limit: 0.01))
      #expect(isSmall(day.arrivals[13] / expected.arrivals[13] - 1, limit: 0.02))
    }
    var trusting = try Self.periodic(days: 70)
    for hour in 12..<15 { trusting.add(arrivals: 900, interval: 66 * 24 + hour) }
    #expect(
      trusting.markFaults(labels: [:], trusted: [Self.firstDate.adding(days: 66)]).isEmpty)
  }

  @Test func `histories of nothing, of one day and of zeros give a forecast of nothing much`()
    throws
  {
    for days in [0, 1, 40] {
      let axis = try #require(
        DemandAxis(firstDate: Self.firstDate, dayCount: days, intervalMinutes: 30))
      var series = DemandSeries(name: "quiet", axis: axis)
      for day in try Self.forecast(series) {
        #expect(day.total == 0)
        #expect(day.high.allSatisfy { $0 == 0 })
      }
      guard days == 1 else { continue }
      series.add(arrivals: 12, interval: 20)
      for day in try Self.forecast(series) {
        #expect(day.total > 5 && day.total < 20)
      }
    }
  }

  @Test func `bands hold the share of days they promise`() throws {
    let queue = SyntheticQueue(
      stream: TicketStream(queue: "calls"), meanPerDay: 600,
      weekdayFactors: [1.2, 1.1, 1, 1, 1, 0.8, 0.7], hourWeights: PublishedProfiles.bankCallHours,
      meanHandleSeconds: 187, medianHandleSeconds: 113, dayNoise: 0.1)
    let log = SyntheticHistory(
      queues: [queue], firstDate: Self.firstDate, dayCount: 260, seed: 3)
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60))
    log.forEachTicket { builder.add($0) }
    let series = try #require(builder.history()).total(named: "calls")
    let dates = stride(from: 70, to: 260, by: 3).map { Self.firstDate.adding(days: $0) }
    let score = try #require(
      Forecaster().backtest(series, labels: [:], dates: dates).scores.first)
    let intervals = try #require(score.intervalBandShare)
    #expect((0.75...0.93).contains(intervals))
    #expect((0.65...0.93).contains(try #require(score.dayBandShare)))
    #expect(isSmall(score.bias, limit: 0.03))
  }
}
