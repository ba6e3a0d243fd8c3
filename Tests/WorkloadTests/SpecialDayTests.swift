import CivilTime
import Testing
import Workload

/// Special days with opening hours of their own.
struct SpecialDayTests {
  /// Eight weeks of 100 contacts a day from 8 to 20 o'clock, on Sundays 40 from
  /// 16 to 20; the next Thursday is a holiday that opens at 16.
  private static let holiday = ForecastTests.firstDate.adding(days: 59)

  private static func series(holidays: [Int: Range<Int>] = [:]) throws -> DemandSeries {
    let axis = try #require(
      DemandAxis(firstDate: ForecastTests.firstDate, dayCount: 56, intervalMinutes: 60))
    var series = DemandSeries(name: "chat", axis: axis)
    for day in 0..<56 {
      let hours = holidays[day] ?? (day % 7 == 6 ? 16..<20 : 8..<20)
      let total = holidays[day] != nil || day % 7 == 6 ? 40.0 : 100
      for hour in hours {
        series.add(arrivals: total / Double(hours.count), interval: day * 24 + hour)
      }
    }
    return series
  }

  private static func opening(_ holiday: Range<Int>?) -> OpeningHours {
    var opening = OpeningHours(daily: [480..<1_200])
    opening.spansByWeekday[6] = [960..<1_200]
    if let holiday { opening.spansByDate[Self.holiday] = [holiday] }
    return opening
  }

  private static func day(
    _ series: DemandSeries, opening: OpeningHours?, labels: [CivilDate: DayLabel]
  ) throws -> DayForecast {
    let axis = try #require(
      DemandAxis(firstDate: holiday, dayCount: 1, intervalMinutes: 60))
    let forecast = Forecaster().forecast(
      [series], labels: labels, openings: opening.map { ["chat": $0] } ?? [:], over: axis)
    return try #require(forecast.series.first?.days.first)
  }

  private static let label = DayLabel.holiday(name: "New", position: 1)

  @Test func `nobody is expected before a holiday opens`() throws {
    let labels = [Self.holiday: Self.label]
    let closed = try Self.day(
      Self.series(), opening: Self.opening(960..<1_200), labels: labels)
    #expect(closed.arrivals[..<16].allSatisfy { $0 == 0 })
    #expect(closed.arrivals[16] > 0 && closed.arrivals[20] == 0)
    // Of a day nothing is known of, those come who find it open: a third.
    #expect(isSmall(closed.total - 100.0 / 3, limit: 2))
    let open = try Self.day(Self.series(), opening: Self.opening(nil), labels: labels)
    #expect(isSmall(open.total - 100, limit: 3))
    #expect(open.arrivals[9] > 5)
  }

  @Test func `without opening hours, and on ordinary days, nothing changes`() throws {
    let series = try Self.series()
    let labels = [Self.holiday: Self.label]
    let unknown = try Self.day(series, opening: nil, labels: labels)
    let usual = try Self.day(series, opening: Self.opening(nil), labels: labels)
    #expect(unknown == usual)
    let ordinary = try Self.day(series, opening: Self.opening(960..<1_200), labels: [:])
    #expect(ordinary.arrivals == (try Self.day(series, opening: nil, labels: [:])).arrivals)
  }

  @Test func `the profile of a past holiday counts as far as its hours agree`() throws {
    // Day 30 was the same holiday, all callers in its last hour.
    let past = ForecastTests.firstDate.adding(days: 30)
    let labels = [Self.holiday: Self.label, past: Self.label]
    var opening = Self.opening(960..<1_200)
    opening.spansByDate[past] = [960..<1_200]
    let series = try Self.series(holidays: [30: 19..<20])
    let same = try Self.day(series, opening: opening, labels: labels)
    opening.spansByDate[past] = [480..<1_200]
    let other = try Self.day(series, opening: opening, labels: labels)
    #expect(same.arrivals[19] > 1.3 * same.arrivals[17])
    #expect(same.arrivals[19] > other.arrivals[19] + 1)
    // The ratio is learned from the total of the past day either way.
    #expect(isSmall(same.total - other.total, limit: 1e-9))
  }

  @Test func `the backtest tells how far the hours of special days were off`() throws {
    let past = ForecastTests.firstDate.adding(days: 52)
    let series = try Self.series(holidays: [52: 16..<20])
    let labels = [past: Self.label]
    var opening = Self.opening(nil)
    opening.spansByDate[past] = [960..<1_200]
    let blind = Forecaster().backtest(series, labels: labels, dates: [past])
    let seeing = Forecaster().backtest(series, labels: labels, dates: [past], opening: opening)
    #expect((try #require(blind.specialDayShapeError)) > 1)
    #expect((try #require(seeing.specialDayShapeError)) < 0.1)
  }

  @Test func `the need's band holds the need, and is wider the surer days differ`() throws {
    let forecast = Forecaster().forecast(
      [try Self.series()], labels: [Self.holiday: Self.label],
      over: try #require(DemandAxis(firstDate: Self.holiday, dayCount: 2, intervalMinutes: 60)))
    var phone = NeedTests.phone
    phone.name = "chat"
    phone.handleSeconds = 200
    let planner = NeedPlanner(classes: [phone])
    let band = try planner.band(for: forecast)
    #expect(band.expected == (try planner.need(for: forecast)))
    for hour in 8..<20 {
      let values = [band.low, band.expected, band.high].map { $0.skills[0].gross[hour] }
      #expect(values[0] < values[1] && values[1] < values[2])
    }
    let agents = band.agents(like: forecast)
    let days = try #require(agents.series.first?.days)
    // The holiday is unknown, so its band is wide; the day after is not.
    func width(_ day: DayForecast) -> Double { day.totalBand.high / day.totalBand.low }
    #expect(days.count == 2 && width(days[0]) > 1.5 * width(days[1]))
  }
}
