import CivilTime
import PlainText
import Workload

/// What `forecast` prints: for each class the days with their bands and the
/// reasons for them, and a chart over the hours.
public struct ForecastTerminalReport: Sendable {
  /// The plan's name.
  public let title: String
  /// The zone of all times.
  public let zone: String
  /// The forecast.
  public let forecast: Forecast
  /// What it was learned from, one series a class.
  public let past: [DemandSeries]
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on a forecast.
  public init(
    _ forecast: Forecast, past: [DemandSeries], title: String, zone: String,
    language: ReportLanguage = .english, style: TerminalStyle = TerminalStyle()
  ) {
    self.forecast = forecast
    self.past = past
    self.title = title
    self.zone = zone
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    let axis = forecast.axis
    let name = DisplayWidth.printable(title)
    var lines = [style.paint("\(language.words(.forecast))\(language.colon)\(name)", .heading)]
    if axis.dayCount > 0 {
      lines.append(
        language.period(
          from: axis.firstDate, to: axis.firstDate.adding(days: axis.dayCount - 1)) + " · "
          + language.text(.zoneNote(zone)))
    }
    for series in forecast.series {
      lines += ["", style.paint(DisplayWidth.printable(series.name), .heading)]
      if let past = past.first(where: { $0.name == series.name }) {
        lines.append("  " + HistoryWords(past, language: language).sentence)
      }
      lines += dayLines(series) + [""] + chartLines(series)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dayLines(_ series: SeriesForecast) -> [String] {
    var table = TerminalTable(
      [
        (language.text(.date), .leading), (say(.day), .leading), ("P10", .trailing),
        (say(.mean), .trailing), ("P90", .trailing), (say(.busiest), .leading),
        (say(.level), .trailing), (say(.weekdayFactor), .trailing),
        (say(.monthFactor), .trailing), (say(.ratio), .trailing), (say(.source), .leading),
      ], limit: 26)
    for day in series.days {
      let reason = day.reason
      let source = [say(.sourceOf(.init(reason.ratioSource)))] + reason.events
      table.append([
        language.shortDate(day.date), say(.label(day.label)),
        NumberText.grouped(day.totalBand.low), NumberText.grouped(day.total),
        NumberText.grouped(day.totalBand.high), busiest(day),
        NumberText.grouped(reason.level, decimals: reason.level < 100 ? 1 : 0),
        NumberText.fixed(reason.weekdayFactor, decimals: 2),
        NumberText.fixed(reason.monthFactor, decimals: 2),
        NumberText.fixed(reason.ratio, decimals: 2),
        source.filter { !$0.isEmpty }.joined(separator: ", "),
      ])
    }
    return table.lines(style)
  }

  /// The interval with the most arrivals and its band: `10:00 52 (38-66)`.
  private func busiest(_ day: DayForecast) -> String {
    guard let most = day.arrivals.indices.max(by: { day.arrivals[$0] < day.arrivals[$1] }),
      day.arrivals[most] > 0
    else { return "–" }
    let minute = most * forecast.axis.intervalMinutes
    let clock =
      (minute / 60 < 10 ? "0" : "") + "\(minute / 60):" + (minute % 60 < 10 ? "0" : "")
      + "\(minute % 60)"
    let mean = NumberText.fixed(day.arrivals[most], decimals: 0)
    let low = NumberText.fixed(day.low[most], decimals: 0)
    let high = NumberText.fixed(day.high[most], decimals: 0)
    return "\(clock) \(mean) (\(low)–\(high))"
  }

  /// Two lines a day: blocks for P90, and under them for the median.
  private func chartLines(_ series: SeriesForecast) -> [String] {
    let labels = series.days.map { language.shortDate($0.date) }
    let labelWidth = labels.map(DisplayWidth.columns).max() ?? 0
    let axis = forecast.axis
    let groupMinutes = labelWidth + 8 + 48 <= style.width ? max(30, axis.intervalMinutes) : 60
    let size = groupMinutes / axis.intervalMinutes
    let top =
      series.days.flatMap { BlockChart.means($0.high[...], groupsOf: size) }.max() ?? 0
    let scale = ["00", "06", "12", "18"].map {
      DisplayWidth.padded($0, to: 6 * 60 / groupMinutes)
    }.joined()
    let perInterval = NumberText.fixed(top, decimals: top < 10 ? 1 : 0)
    var lines = [
      "  █ = \(perInterval) / \(axis.intervalMinutes) min",
      String(repeating: " ", count: labelWidth + 8) + scale,
    ]
    for (label, day) in zip(labels, series.days) {
      for (name, values) in [("P90", day.high), ("P50", day.median)] {
        let bars = BlockChart.bars(BlockChart.means(values[...], groupsOf: size), top: top)
        let isHigh = name == "P90"
        let start = DisplayWidth.padded(isHigh ? label : "", to: labelWidth)
        lines.append("  \(start)  \(name) " + (isHigh ? style.paint(bars, .quiet) : bars))
      }
    }
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func say(_ phrase: ForecastPhrase) -> String { language.words(phrase) }
}

/// What is known of a history, in a sentence.
struct HistoryWords {
  let sentence: String

  init(_ series: DemandSeries, language: ReportLanguage) {
    let axis = series.axis
    guard axis.dayCount > 0 else {
      sentence = ""
      return
    }
    let period = language.period(
      from: axis.firstDate, to: axis.firstDate.adding(days: axis.dayCount - 1))
    var parts = [language.words(.learnedFrom(period: period, days: axis.dayCount))]
    let missing = series.coverage.count { $0 == .missing }
    let faulty = series.coverage.count { coverage in
      if case .faulty = coverage { return true }
      return false
    }
    if missing > 0 { parts.append(language.words(.missingDays(missing))) }
    if faulty > 0 { parts.append(language.words(.faultyDays(faulty))) }
    sentence = parts.joined(separator: " · ")
  }
}
