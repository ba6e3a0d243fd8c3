import CivilTime
import PlainText
import Workload

/// A day's forecast as a picture: the band from P10 to P90 as an area, the
/// mean as a line, and what came, where that is known, as a second line.
struct BandChart {
  let name: String
  let day: DayForecast
  let intervalMinutes: Int
  /// Arrivals that came by interval; empty where they are not known.
  let came: [Double]
  /// The intervals shown, the same for all days so that they compare.
  let intervals: Range<Int>
  /// The largest value shown, the same for all days of a class.
  let top: Double
  let language: ReportLanguage
  var unit = BandUnit.contacts

  private var plot: DayPlot {
    DayPlot(
      minutes: (intervals.lowerBound * intervalMinutes)..<(intervals.upperBound * intervalMinutes),
      top: top, bottom: 86)
  }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    SVGElement.picture(
      width: DayPlot.width, height: DayPlot.height, label: label, style: "band",
      grid + [.path(band, style: "range"), .path(line(day.arrivals), style: "mean")]
        + (came.isEmpty ? [] : [.path(line(came), style: "came")]))
  }

  private var label: String {
    let figure = unit.figure(day, intervalMinutes: intervalMinutes)
    var words = "\(name), \(language.shortDate(day.date)): \(figure)"
    if !came.isEmpty {
      words += "; \(language.words(.came)): \(NumberText.grouped(came.reduce(0, +)))"
    }
    return words
  }

  private func x(_ interval: Int) -> Double { plot.x(interval * intervalMinutes) }

  private func y(_ value: Double) -> Double { plot.y(value) }

  private var grid: [SVGElement] {
    plot.valueRules
      + intervals.map { $0 * intervalMinutes }.filter { $0 % 180 == 0 }
      .flatMap { plot.hourRule($0 / 60) }
  }

  private func line(_ values: [Double]) -> SVGPath {
    var path = SVGPath()
    for interval in intervals where values.indices.contains(interval) {
      if path.isEmpty { path.move(x: x(interval), y: y(values[interval])) }
      path.upright(to: y(values[interval]))
      path.across(to: x(interval + 1))
    }
    return path
  }

  private var band: SVGPath {
    var path = SVGPath()
    for interval in intervals where day.high.indices.contains(interval) {
      guard day.high[interval] > day.low[interval] else { continue }
      path.move(x: x(interval), y: y(day.low[interval]))
      path.upright(to: y(day.high[interval]))
      path.across(to: x(interval + 1))
      path.upright(to: y(day.low[interval]))
      path.close()
    }
    return path
  }
}

/// What a band is of.
enum BandUnit {
  /// Contacts in each interval; a day's figure is their number.
  case contacts
  /// Agents in each interval; a day's figure is agent-hours.
  case agents

  /// A day's mean and band: `120 (95–148)`, `31.5 h (28.0–36.2)`.
  func figure(_ day: DayForecast, intervalMinutes: Int) -> String {
    let hours = Double(intervalMinutes) / 60
    func text(_ value: Double) -> String {
      self == .contacts
        ? NumberText.grouped(value) : NumberText.grouped(value * hours, decimals: 1)
    }
    return text(day.total) + (self == .agents ? " h" : "")
      + " (\(text(day.totalBand.low))–\(text(day.totalBand.high)))"
  }

  /// Values up to this are not shown as an hour of their own.
  var negligible: Double { self == .contacts ? 0.5 : 0 }
}

/// The charts of a forecast, day by day and class by class, as markup.
struct BandCharts {
  let forecast: Forecast
  /// What came, by class; empty where it is not known.
  var actual: [DemandSeries] = []
  let language: ReportLanguage
  var unit = BandUnit.contacts

  /// The largest value to show of each class.
  private func top(_ series: SeriesForecast) -> Double {
    var most = series.days.flatMap(\.high).max() ?? 0
    for day in series.days { most = max(most, came(series.name, on: day.date).max() ?? 0) }
    return most > 0 ? most * 1.04 : 1
  }

  private func came(_ name: String, on date: CivilDate) -> [Double] {
    guard let series = actual.first(where: { $0.name == name }),
      let day = series.axis.dayIndex(of: date)
    else { return [] }
    return Array(series.arrivals[series.axis.intervals(ofDay: day)])
  }

  /// The intervals in which anything is foretold or came, in full hours.
  private var shown: Range<Int> {
    let perHour = 60 / forecast.axis.intervalMinutes
    var first = forecast.axis.intervalsPerDay
    var last = 0
    for series in forecast.series {
      for day in series.days {
        let came = came(series.name, on: day.date)
        for interval in day.arrivals.indices
        where day.high[interval] > unit.negligible
          || came.indices.contains(interval) && came[interval] > 0
        {
          first = min(first, interval)
          last = max(last, interval + 1)
        }
      }
    }
    guard first < last else { return 0..<forecast.axis.intervalsPerDay }
    return first / perHour * perHour..<(last + perHour - 1) / perHour * perHour
  }

  /// One article a day with a chart a class.
  var markup: String {
    let intervals = shown
    let tops = forecast.series.map(top)
    return forecast.axis.dates.indices.map { index -> String in
      let label = forecast.series.first.map { $0.days[index].label } ?? .ordinary
      let date = forecast.axis.firstDate.adding(days: index)
      let figures = zip(forecast.series, tops).map { series, top -> String in
        let day = series.days[index]
        let came = came(series.name, on: date)
        let picture = BandChart(
          name: series.name, day: day, intervalMinutes: forecast.axis.intervalMinutes, came: came,
          intervals: intervals, top: top, language: language, unit: unit
        ).picture.markup
        var figure = unit.figure(day, intervalMinutes: forecast.axis.intervalMinutes)
        if !came.isEmpty {
          figure += " · \(language.words(.came)) \(NumberText.grouped(came.reduce(0, +)))"
        }
        return "<figure><figcaption><span>\(MarkupText.escaped(series.name))</span>"
          + "<span class=\"quiet\">\(MarkupText.escaped(figure))</span></figcaption>\(picture)</figure>"
      }.joined()
      let badge = label == .ordinary ? "" : language.words(.label(label))
      return "<article class=\"day\"><div class=\"head\"><b>"
        + "\(MarkupText.escaped(language.shortDate(date)))</b>"
        + (badge.isEmpty ? "" : "<span class=\"badge\">\(MarkupText.escaped(badge))</span>")
        + "</div>\(figures)</article>"
    }.joined(separator: "\n")
  }

  /// What the lines and areas mean.
  var legend: String {
    var items = [
      ("range", ForecastPhrase.expectedBand), ("mean", unit == .contacts ? .meanLine : .agentsLine),
    ]
    if !actual.isEmpty { items.append(("came", .cameLine)) }
    return PageLegend.markup(items.map { ($0.0, language.words($0.1)) })
  }
}
