import CivilTime
import Foundation
import Testing
import Workload

struct BacktestTests {
  private func dates(_ days: some Sequence<Int>) -> [CivilDate] {
    days.map { ForecastTests.firstDate.adding(days: $0) }
  }

  @Test func `on a periodic past every method is right`() throws {
    let series = try ForecastTests.periodic(days: 120)
    let test = Forecaster().backtest(series, labels: [:], dates: dates(70..<84))
    #expect(test.name == "chat")
    #expect(
      test.scores.map(\.method) == [
        "forecast", "last week", "mean of 4 weeks", "mean of 8 weeks",
      ])
    #expect(test.dates.count == 14 && test.leftOut.isEmpty && test.specialDays.isEmpty)
    for score in test.scores {
      #expect(score.intervalWAPE < 0.01 && score.dayWAPE < 0.01)
      #expect(isSmall(score.bias, limit: 0.01))
    }
    #expect(test.specialDayFactor == nil && test.specialDayWAPE == nil)
  }

  @Test func `errors are those counted by hand`() throws {
    // The last day is doubled: every method foretells half of what comes.
    let series = try ForecastTests.periodic(days: 71) { $0 == 70 ? 2 : 1 }
    let test = Forecaster().backtest(series, labels: [:], dates: dates(70..<71))
    for score in test.scores {
      #expect(isSmall(score.intervalWAPE - 0.5, limit: 0.01))
      #expect(isSmall(score.dayWAPE - 0.5, limit: 0.01))
      #expect(isSmall(score.bias + 0.5, limit: 0.01))
    }
    #expect(test.scores[0].dayBandShare == 0)
    #expect(test.scores[1].dayBandShare == nil)
  }

  @Test func `a forecast knows nothing of the days before its day`() throws {
    // The level doubles on day 70: a week ahead nobody can know on day 75.
    let series = try ForecastTests.periodic(days: 100) { $0 < 70 ? 1 : 2 }
    func bias(_ daysAhead: Int) throws -> Double {
      let test = Forecaster().backtest(
        series, labels: [:], dates: dates([75]), daysAhead: daysAhead)
      return try #require(test.scores.first).bias
    }
    #expect(isSmall(try bias(7) + 0.5, limit: 0.01))
    #expect(try bias(1) > -0.48)
  }

  @Test func `special days are told apart, and days that cannot be tried`() throws {
    var series = try ForecastTests.periodic(days: 120) { $0 == 60 || $0 == 102 ? 0.25 : 1 }
    let labels: [CivilDate: DayLabel] = [
      ForecastTests.firstDate.adding(days: 60): .holiday(name: "Feast", position: 1),
      ForecastTests.firstDate.adding(days: 102): .holiday(name: "Feast", position: 1),
    ]
    series.setCoverage(.missing, on: ForecastTests.firstDate.adding(days: 103))
    let test = Forecaster().backtest(series, labels: labels, dates: dates([20, 101, 102, 103]))
    #expect(test.dates == dates([101]))
    #expect(test.leftOut == dates([20, 103]))
    let trial = try #require(test.specialDays.first)
    #expect(test.specialDays.count == 1 && trial.date == dates([102])[0])
    #expect(isSmall(trial.forecast / trial.actual - 1, limit: 0.02))
    #expect(isSmall(trial.asOrdinary / trial.actual - 4, limit: 0.1))
    #expect(trial.source == .learned(from: dates([60])))
    let error = try #require(test.specialDayWAPE)
    #expect(isSmall(error.asOrdinary - 3, limit: 0.1))
    #expect(try #require(test.specialDayFactor) < 1.02)
  }

  @Test func `a burst on one day is no habit of its hour`() throws {
    let truth = try ForecastTests.forecast(try ForecastTests.periodic(days: 70))[3]
    var series = try ForecastTests.periodic(days: 70)
    // Thursday of the last but one week, ten o'clock: twice the usual.
    let burst = 59 * 24 + 10
    series.add(arrivals: series.arrivals[burst], interval: burst)
    let day = try ForecastTests.forecast(series)[3]
    #expect(day.arrivals[10] < 1.08 * truth.arrivals[10])
  }

  @Test func `a worked festival tells nothing of a day off`() throws {
    let labels: [CivilDate: DayLabel] = [
      ForecastTests.firstDate.adding(days: 60): .holiday(name: "New Year", position: 1),
      ForecastTests.firstDate.adding(days: 100): .observance(name: "Lantern Festival", position: 1),
      ForecastTests.firstDate.adding(days: 101): .holiday(name: "Labour Day", position: 1),
    ]
    let days = try ForecastTests.forecast(
      try ForecastTests.periodic(days: 100) { $0 == 60 ? 0.2 : 1 }, labels: labels)
    #expect(days[0].reason.ratioSource == .unknown && days[0].reason.ratio == 1)
    // One other holiday is drawn to no effect: 0.2 to the power of 1 / 1.4.
    #expect(isSmall(days[1].reason.ratio - 0.317, limit: 0.01))
  }

  @Test func `a gap of weeks is missing, not zero, also when it is most of the log`() throws {
    var builder = try #require(TicketHistoryBuilder(intervalMinutes: 60))
    let stream = builder.index(of: TicketStream(queue: "chat"))
    for day in Array(0..<28) + Array(200..<230) {
      let date = ForecastTests.firstDate.adding(days: day)
      for minute in stride(from: 540, to: 1_020, by: 20) {
        builder.add(stream: stream, date: date, minuteOfDay: minute, handleSeconds: 60)
      }
    }
    let history = try #require(builder.history())
    #expect(history.coverage.count { $0 == .missing } == 172)
    let gap = try #require(history.treatments.first)
    #expect(gap.action == .dayTakenAsMissing && gap.count == 172)
    #expect(gap.description.contains("2025-03-31 to 2025-09-18"))
  }
}
