import PlainText
import Rostering
import Workload

/// What `need` prints: agents wanted by skill and day as a table and as a
/// chart over the hours.
public struct NeedTerminalReport: Sendable {
  /// The need.
  public let need: CoverNeed
  /// Its days and intervals.
  public let horizon: PlanHorizon
  /// What it was made from, class by class; empty where it was given.
  public let classes: [ClassNeedFacts]
  /// Agents wanted by class with their bands; nil where the need was given.
  public let agents: Forecast?
  /// The classes of its days.
  public let calendar: PlanCalendar
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on a need, with its classes when `detail` has them.
  public init(
    _ need: CoverNeed, detail: StaffingNeed? = nil, agents: Forecast? = nil, horizon: PlanHorizon,
    calendar: PlanCalendar,
    language: ReportLanguage = .english, style: TerminalStyle = TerminalStyle()
  ) {
    self.need = need
    self.agents = agents
    classes = detail.map(ClassNeedFacts.classes) ?? []
    self.horizon = horizon
    self.calendar = calendar
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    var lines = [
      style.paint(language.text(.needReport), .heading),
      language.period(from: horizon.firstDate, to: horizon.lastDate) + " · "
        + language.text(.zoneNote(horizon.clock.identifier)),
      "",
    ]
    lines += dayLines
    if !classes.isEmpty { lines += [""] + classLines }
    for (skill, agents) in zip(need.skills, need.agents) {
      // A skill of one class is shown as that class, with its band.
      let own = classes.filter { $0.skill == skill }.map(\.name)
      let bands = self.agents?.series.filter { own.contains($0.name) } ?? []
      if bands.count != 1 { lines += [""] + chartLines(of: skill, agents: agents) }
      for series in bands { lines += [""] + bandLines(of: series, skill: skill) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Agent-hours by day and skill, and the highest need of each day.
  private var dayLines: [String] {
    var columns: [(String, DisplayWidth.Alignment)] = [
      (language.text(.date), .leading), (language.text(.dayClass), .leading),
    ]
    for skill in need.skills {
      columns.append((DisplayWidth.printable(skill) + " h", .trailing))
      columns.append((language.text(.highestNeed), .trailing))
    }
    columns.append((language.text(.total) + " h", .trailing))
    var table = TerminalTable(columns)
    var sums = Array(repeating: 0.0, count: need.skills.count)
    for day in 0..<horizon.dayCount {
      let date = horizon.date(ofDay: day)
      var cells = [
        language.shortDate(date), language.text(.dayClassName(calendar.dayClass(on: date))),
      ]
      var total = 0.0
      for (index, agents) in zip(sums.indices, need.agents) {
        let values = self.values(agents, day: day)
        let hours = values.reduce(0, +) * Double(horizon.intervalMinutes) / 60
        sums[index] += hours
        total += hours
        cells.append(NumberText.fixed(hours, decimals: 1))
        cells.append(NumberText.fixed(values.max() ?? 0, decimals: 1))
      }
      table.append(cells + [NumberText.fixed(total, decimals: 1)])
    }
    let foot = sums.flatMap { [NumberText.fixed($0, decimals: 1), ""] }
    table.append(
      [language.text(.total), ""] + foot + [NumberText.fixed(sums.reduce(0, +), decimals: 1)])
    return table.lines(style)
  }

  /// What each class promises and wants.
  private var classLines: [String] {
    var table = TerminalTable([
      (language.text(.workClass), .leading), (language.text(.skill), .leading),
      (language.text(.goal), .leading), (language.text(.arrivals), .trailing),
      (language.text(.handleTime), .trailing), (language.text(.shrinkage), .trailing),
      (language.text(.servingHours), .trailing), (language.text(.onDutyHours), .trailing),
      (language.text(.highestNeed), .trailing),
    ])
    for need in classes {
      let words = ClassNeedWords(need: need, language: language)
      table.append([
        need.name, need.skill, words.goal, words.arrivals, words.handleTime, words.shrinkage,
        words.servingHours, words.onDutyHours, words.highest,
      ])
    }
    return [style.paint(language.text(.method), .heading)] + table.lines(style)
  }

  /// Two lines a day: blocks for the need of a day with many contacts, and
  /// under them for the expected one, with their agent-hours.
  private func bandLines(of series: SeriesForecast, skill: String) -> [String] {
    let labels = series.days.map { language.shortDate($0.date) }
    let labelWidth = labels.map(DisplayWidth.columns).max() ?? 0
    let hours = Double(horizon.intervalMinutes) / 60
    let figures = series.days.map { day in
      [day.totalBand.high, day.total].map { NumberText.fixed($0 * hours, decimals: 1) + " h" }
    }
    let figureWidth = figures.joined().map(DisplayWidth.columns).max() ?? 0
    let word = language.words(.mean)
    let wordWidth = max(3, DisplayWidth.columns(of: word))
    let frame = labelWidth + wordWidth + figureWidth + 7
    let groupMinutes = frame + 48 <= style.width ? max(30, horizon.intervalMinutes) : 60
    let size = groupMinutes / horizon.intervalMinutes
    let top = series.days.flatMap { BlockChart.means($0.high[...], groupsOf: size) }.max() ?? 0
    let scale = ["00", "06", "12", "18"].map {
      DisplayWidth.padded($0, to: 6 * 60 / groupMinutes)
    }.joined()
    let title = series.name == skill ? series.name : "\(series.name) (\(skill))"
    var lines = [
      style.paint(DisplayWidth.printable(title), .heading)
        + "  █ = \(NumberText.fixed(top, decimals: 1)) · " + language.words(.needBandNote),
      String(repeating: " ", count: labelWidth + wordWidth + 5) + scale,
    ]
    for (index, day) in series.days.enumerated() {
      for (row, values) in [day.high, day.arrivals].enumerated() {
        let bars = BlockChart.bars(BlockChart.means(values[...], groupsOf: size), top: top)
        let name = DisplayWidth.padded(row == 0 ? "P90" : word, to: wordWidth)
        let start = DisplayWidth.padded(row == 0 ? labels[index] : "", to: labelWidth)
        let figure = DisplayWidth.padded(
          figures[index][row], to: figureWidth, alignment: .trailing)
        lines.append(
          "  \(start)  \(name) " + (row == 0 ? style.paint(bars, .quiet) : bars) + "  " + figure)
      }
    }
    return lines
  }

  private func chartLines(of skill: String, agents: [Double]) -> [String] {
    let top = agents.max() ?? 0
    // A chart of half hours when they fit, else of hours.
    let labelWidth =
      (0..<horizon.dayCount).map {
        DisplayWidth.columns(of: language.shortDate(horizon.date(ofDay: $0)))
      }.max() ?? 0
    let groupMinutes = labelWidth + 4 + 48 <= style.width ? max(30, horizon.intervalMinutes) : 60
    let columnsPerHour = 60 / groupMinutes
    let scale = ["00", "06", "12", "18"].map {
      DisplayWidth.padded($0, to: 6 * columnsPerHour)
    }.joined()
    var lines = [
      style.paint(DisplayWidth.printable(skill), .heading)
        + "  █ = \(NumberText.fixed(top, decimals: 1))",
      String(repeating: " ", count: labelWidth + 4) + scale,
    ]
    for day in 0..<horizon.dayCount {
      let label = DisplayWidth.padded(
        language.shortDate(horizon.date(ofDay: day)), to: labelWidth)
      let means = BlockChart.means(
        values(agents, day: day)[...], groupsOf: groupMinutes / horizon.intervalMinutes)
      lines.append("  \(label)  " + BlockChart.bars(means, top: top))
    }
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// The values of a day; missing ones are 0.
  private func values(_ agents: [Double], day: Int) -> [Double] {
    let first = day * horizon.intervalsPerDay
    return (first..<(first + horizon.intervalsPerDay)).map {
      agents.indices.contains($0) ? agents[$0] : 0
    }
  }
}
