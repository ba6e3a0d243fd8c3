import ArgumentParser
import StaffOptKit

/// `staffopt forecast`: contacts expected by interval and class, with bands.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract:
      "Forecast contacts by class and interval with bands, or try the forecast on the past.",
    discussion: """
      Each day is its usual level x weekday x day of the month x the ratio of \
      its holiday, eve, bridge day or day after, learned from earlier ones \
      unless the plan states it. P10 to P90 is the band that holds four days \
      of five.

      --backtest forecasts each day of the past from what was known some days \
      before, and puts the errors beside those of last week's figures and of \
      the mean of the last four and eight same weekdays. WAPE is the sum of \
      absolute errors divided by what came.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var printing: PrintOptions

  @Flag(help: "Try the forecast on the plan's own history.")
  var backtest = false

  @Flag(help: "Print as CSV, one interval and class a row; with --backtest one method a row.")
  var csv = false

  @Option(help: "Write a page with a chart of each day and class to this file.")
  var html: String?

  @Option(help: "With --backtest: how many days before each day the history ends.")
  var daysAhead: Int = 7

  @Option(help: "With --backtest: the first day tried, such as 2026-04-01.")
  var from: CivilDate?

  @Option(help: "With --backtest: the last day tried.")
  var to: CivilDate?

  func validate() throws {
    guard (1...366).contains(daysAhead) else {
      throw ValidationError("--days-ahead is a number of days from 1 to 366.")
    }
    if backtest, html != nil {
      throw ValidationError("--html goes without --backtest.")
    }
    if !backtest, from != nil || to != nil {
      throw ValidationError("--from and --to go with --backtest.")
    }
    if let from, let to, from > to {
      throw ValidationError("--from \(from) is after --to \(to).")
    }
  }

  func run() throws {
    let document = try plan.read(printing.lang)
    let zone = document.plan.horizon.clock.identifier
    let name = plan.name
    var page: (path: String, text: String)?
    do throws(PlanProblems) {
      if backtest {
        try runBacktest(document, name: name)
        return
      }
      let result = try PlanForecaster().forecast(document, name: name)
      for treatment in result.treatments {
        Console.say("history: \(printing.lang.words(treatment))")
      }
      if let html {
        page = (
          html,
          ForecastPage(
            result.forecast, title: document.plan.name, zone: zone, language: printing.lang
          ).text
        )
      }
      if csv {
        Console.write(ForecastWriter().csv(result.forecast))
      } else if printing.format == .json {
        Console.write(ForecastJSON(result.forecast, title: document.plan.name).text)
      } else {
        let report = ForecastTerminalReport(
          result.forecast, past: result.series, title: document.plan.name, zone: zone,
          language: printing.lang, style: printing.style)
        Console.write(report.text)
      }
    } catch {
      throw reportedProblems(error, printing.lang)
    }
    guard let page else { return }
    try writing { try OutputFolder.write(page.text, toFile: page.path) }
    Console.written(to: page.path, printing.lang)
  }

  private func runBacktest(_ document: PlanDocument, name: String) throws(PlanProblems) {
    // Open ends lie beyond every history.
    let start = from ?? CivilDate(dayNumber: -4_000_000)
    let span = start...max(start, to ?? CivilDate(dayNumber: 4_000_000))
    let tests = try PlanForecaster().backtest(
      document, over: from == nil && to == nil ? nil : span, daysAhead: daysAhead, name: name,
      totalName: printing.lang.words(.allClasses))
    let minutes = document.plan.horizon.intervalMinutes
    if csv {
      Console.write(ForecastWriter().csv(tests))
    } else if printing.format == .json {
      Console.write(BacktestJSON(tests, title: document.plan.name, intervalMinutes: minutes).text)
    } else {
      let report = BacktestTerminalReport(
        tests, title: document.plan.name, intervalMinutes: minutes, language: printing.lang,
        style: printing.style)
      Console.write(report.text)
    }
  }
}
