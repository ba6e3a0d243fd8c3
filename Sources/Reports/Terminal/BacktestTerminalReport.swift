import CivilTime
import PlainText
import Workload

/// What `forecast --backtest` prints: the scores of the forecast beside those
/// of naive methods, and how special days were foretold.
public struct BacktestTerminalReport: Sendable {
  /// The plan's name.
  public let title: String
  /// The tests, one a class.
  public let tests: [Backtest]
  /// The length of an interval in minutes.
  public let intervalMinutes: Int
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on backtests.
  public init(
    _ tests: [Backtest], title: String, intervalMinutes: Int,
    language: ReportLanguage = .english, style: TerminalStyle = TerminalStyle()
  ) {
    self.tests = tests
    self.title = title
    self.intervalMinutes = intervalMinutes
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    let name = DisplayWidth.printable(title)
    var lines = [style.paint("\(language.words(.backtest))\(language.colon)\(name)", .heading)]
    for test in tests {
      lines += ["", style.paint(DisplayWidth.printable(test.name), .heading)]
      var sentence = say(.triedDays(ordinary: test.dates.count, daysAhead: test.daysAhead))
      if let first = test.dates.first, let last = test.dates.last {
        sentence = language.period(from: first, to: last) + " · " + sentence
      }
      lines.append("  " + sentence)
      if !test.leftOut.isEmpty { lines.append("  " + say(.leftOutDays(test.leftOut.count))) }
      if !test.dates.isEmpty { lines += scoreLines(test) }
      lines += specialLines(test)
    }
    lines += ["", say(.bandNote)]
    return lines.joined(separator: "\n") + "\n"
  }

  private func scoreLines(_ test: Backtest) -> [String] {
    var table = TerminalTable([
      (say(.method), .leading), (say(.intervalError(minutes: intervalMinutes)), .trailing),
      (say(.dayError), .trailing), (say(.bias), .trailing), (say(.intervalBand), .trailing),
      (say(.dayBand), .trailing),
    ])
    for (index, score) in test.scores.enumerated() {
      let bias = NumberText.percent(score.bias, decimals: 1)
      table.append(
        [
          say(.methodName(score.method)), NumberText.fixed(score.intervalWAPE, decimals: 3),
          NumberText.fixed(score.dayWAPE, decimals: 3), score.bias > 0 ? "+" + bias : bias,
          score.intervalBandShare.map { NumberText.percent($0) } ?? "–",
          score.dayBandShare.map { NumberText.percent($0) } ?? "–",
        ], role: index == 0 ? .good : nil)
    }
    return table.lines(style)
  }

  private func specialLines(_ test: Backtest) -> [String] {
    guard !test.specialDays.isEmpty else { return ["  " + say(.noSpecialDays)] }
    var table = TerminalTable([
      (say(.specialDays), .leading), (say(.day), .leading), ("P10", .trailing),
      (say(.foretold), .trailing), ("P90", .trailing), (say(.came), .trailing),
      (say(.factor), .trailing), (say(.source), .leading),
    ])
    for trial in test.specialDays {
      table.append([
        language.shortDate(trial.date), say(.label(trial.label)),
        NumberText.grouped(trial.band.low), NumberText.grouped(trial.forecast),
        NumberText.grouped(trial.band.high), NumberText.grouped(trial.actual),
        NumberText.fixed(trial.factor, decimals: 2), say(.sourceOf(.init(trial.source))),
      ])
    }
    var lines = [""] + table.lines(style)
    if let factor = test.specialDayFactor {
      lines.append("  " + say(.specialFactor(factor: NumberText.fixed(factor, decimals: 2))))
    }
    if let error = test.specialDayWAPE {
      lines.append(
        "  "
          + say(
            .specialWAPE(
              forecast: NumberText.fixed(error.forecast, decimals: 3),
              asOrdinary: NumberText.fixed(error.asOrdinary, decimals: 3))))
    }
    if let error = test.specialDayShapeError {
      lines.append("  " + say(.specialShape(error: NumberText.fixed(error, decimals: 3))))
    }
    return lines
  }

  private func say(_ phrase: ForecastPhrase) -> String { language.words(phrase) }
}
