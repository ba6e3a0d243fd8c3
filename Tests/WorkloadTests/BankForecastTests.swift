import CivilTime
import Testing
import Workload

@Suite(
  .enabled(if: SharedData.has(BankLog.path), "the bank's call log is not beside the checkout"))
struct BankForecastTests {
  /// Ordinary days of April to July. 2 to 10 April lie within Passover week.
  static func ordinaryDays(workdaysOnly: Bool) -> [CivilDate] {
    let first = BankLog.date("1999-04-11")
    return (0..<112).map { first.adding(days: $0) }.filter { date in
      BankLog.labels[date] == nil && !BankLog.faults.contains(date)
        && (!workdaysOnly || ![.friday, .saturday].contains(date.weekday))
    }
  }

  static func show(_ name: String, _ backtest: Backtest) {
    for score in backtest.scores {
      print(
        name, backtest.dates.count, score.method, "interval", score.intervalWAPE, "day",
        score.dayWAPE, "bias", score.bias, score.intervalBandShare ?? -1,
        score.dayBandShare ?? -1)
    }
  }

  @Test(arguments: [false, true])
  func `a week ahead the forecast beats the mean of eight weeks by a tenth`(
    hangUpsLeftOut: Bool
  ) throws {
    let calls = try #require(try BankLog.history(withoutMenuHangUps: hangUpsLeftOut))
    let days = Self.ordinaryDays(workdaysOnly: !hangUpsLeftOut)
    let backtest = Forecaster().backtest(calls, labels: BankLog.labels, dates: days)
    Self.show(hangUpsLeftOut ? "reached-menu" : "all", backtest)
    let ours = try #require(backtest.scores.first)
    let mean = try #require(backtest.scores.last)
    #expect(abs(mean.intervalWAPE - 0.214) < 0.003)
    #expect(ours.intervalWAPE <= 0.193)
    #expect(ours.dayWAPE <= 0.095)
  }
}
