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
  /// The classes of its days.
  public let calendar: PlanCalendar
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on a need, with its classes when `detail` has them.
  public init(
    _ need: CoverNeed, detail: StaffingNeed? = nil, horizon: PlanHorizon, calendar: PlanCalendar,
    language: ReportLanguage = .english, style: TerminalStyle = TerminalStyle()
  ) {
    self.need = need
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
      lines.append("")
      lines += chartLines(of: skill, agents: agents)
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
