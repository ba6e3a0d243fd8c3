import PlainText
import ShiftDesign

/// `shifts.html`: the front as a picture and a table, the shifts of the design
/// with their heads, and need against heads day by day; one self-contained
/// page without script.
public struct ShiftDesignPage: Sendable {
  /// The facts.
  public let facts: ShiftDesignFacts
  /// The language.
  public let language: ReportLanguage

  /// A page of some facts.
  public init(_ facts: ShiftDesignFacts, language: ReportLanguage = .english) {
    self.facts = facts
    self.language = language
  }

  private static let style = """
    .front-chart { max-width: 640px; }
    .front-chart .front { stroke: var(--accent); stroke-width: 1.8; }
    .front-chart .total { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 4 3; }
    .front-chart .dot { fill: var(--accent); }
    .front-chart .best { fill: var(--good); }
    .front-chart .mark { fill: var(--good); font-weight: 600; font-size: 11px; }
    .front-chart .tick { font-size: 10px; }
    svg.design .area { fill: var(--area); }
    svg.design .short { fill: var(--bad); opacity: .85; }
    svg.design .need { fill: none; stroke: var(--need); stroke-width: 1.5; }
    tr.best td { background: var(--good-soft); font-weight: 600; }
    table { border-collapse: collapse; }
    th, td { padding: 4px 10px; text-align: right; border-bottom: 1px solid var(--rule); }
    th:first-child, td:first-child { text-align: left; }
    .legend-line { color: var(--quiet); font-size: 13px; }
    """

  /// The page.
  public var html: String {
    var parts = [
      "<!doctype html>\n<html lang=\"\(language.tag)\">\n<head>\n<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<title>\(escaped(facts.name))</title>",
      "<style>\n\(PageStyle.sheet)\n\(Self.style)\n</style>\n</head>\n<body>\n<header>",
      "<p class=\"kicker\">\(say(.shiftDesign))</p>\n<h1>\(escaped(facts.name))</h1>",
    ]
    if let first = facts.dates.first, let last = facts.dates.last {
      parts.append("<p class=\"quiet\">\(escaped(language.period(from: first, to: last)))</p>")
    }
    parts.append("<p class=\"verdict\">\(escaped(facts.verdict(language)))</p>\n</header>\n<main>")
    if !facts.front.isEmpty {
      parts.append("<section>\n<h2>\(say(.howManyShifts))</h2>")
      parts.append(ShiftCountChart(facts: facts, language: language).picture.markup)
      parts.append(
        "<p class=\"legend-line\">— \(say(.coverCost)) · - - \(say(.withShifts))</p>")
      let prices = facts.prices(language).map { "<p class=\"legend-line\">\(escaped($0))</p>" }
      parts.append(frontTable + (prices ?? "") + "\n</section>")
    }
    parts.append("<section>\n<h2>\(say(.theShifts))</h2>\n\(shiftTable)\n</section>")
    parts.append(
      "<section>\n<h2>\(say(.needAndCover))</h2>\n\(legend)\n<div class=\"days\">")
    parts += (0..<facts.problem.dayCount).map(day)
    parts.append("</div>\n</section>\n</main>\n</body>\n</html>\n")
    return parts.joined(separator: "\n")
  }

  private func say(_ phrase: ShiftPhrase) -> String { escaped(phrase.text(language)) }

  private func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private func row(_ cells: [String], _ element: String = "td", style: String = "") -> String {
    "<tr\(style.isEmpty ? "" : " class=\"\(style)\"")>"
      + cells.map { "<\(element)>\($0)</\(element)>" }.joined() + "</tr>"
  }

  private func table(head: [String], rows: [String]) -> String {
    "<div class=\"scroll\"><table><thead>\(row(head, "th"))</thead><tbody>"
      + rows.joined(separator: "\n") + "</tbody></table></div>"
  }

  private var frontTable: String {
    table(
      head: [
        say(.distinctShifts), say(.shortHours), say(.surplusHours), say(.coverCost),
        say(.withShifts),
      ],
      rows: facts.front.map { design in
        row(
          [
            "\(design.shifts.count)", ShiftDesignFacts.hours(design.underMinutes),
            ShiftDesignFacts.hours(design.overMinutes), escaped(facts.money(design.coverCost)),
            escaped(facts.money(design.objective)),
          ], style: facts.isSuggested(design) ? "best" : "")
      })
  }

  private var shiftTable: String {
    let days = 0..<facts.problem.dayCount
    let shifts = facts.design.shifts
    return table(
      head: [say(.hours)] + days.map { escaped(facts.dayName($0, language)) },
      rows: shifts.map { shift in
        row([escaped(facts.hours(of: shift))] + shift.headsByDay.map { $0 == 0 ? "·" : "\($0)" })
      } + [
        row(
          [escaped(language.text(.total))]
            + days.map { day in "\(shifts.reduce(0) { $0 + $1.headsByDay[day] })" }, style: "total")
      ])
  }

  /// What the days' pictures show.
  private var legend: String {
    let items = [
      ("need", language.text(.need)), ("area", language.text(.onDuty)),
      ("short", language.text(.shortfall)),
    ]
    return PageLegend.markup(items.map { ($0.0, $0.1) })
  }

  /// Need and heads of one day, as a card.
  private func day(_ day: Int) -> String {
    let problem = facts.problem
    let slots = (day * problem.slotsPerDay)..<((day + 1) * problem.slotsPerDay)
    let plot = DayPlot(
      minutes: 0..<1_440,
      top: max(1, (problem.need.max() ?? 0).rounded(.up), Double(facts.design.cover.max() ?? 0)),
      bottom: DayPlot.height - 14)
    var area = SVGPath()
    var need = SVGPath()
    var short: [SVGElement] = []
    area.move(x: plot.x(0), y: plot.y(0))
    for (index, slot) in slots.enumerated() {
      let (start, end) = (
        plot.x(index * problem.slotMinutes), plot.x((index + 1) * problem.slotMinutes)
      )
      let (wanted, there) = (plot.y(problem.need[slot]), plot.y(Double(facts.design.cover[slot])))
      area.upright(to: there)
      area.across(to: end)
      if index == 0 { need.move(x: start, y: wanted) }
      need.upright(to: wanted)
      need.across(to: end)
      if wanted < there {
        short.append(
          .rectangle(
            x: start, y: wanted, width: end - start, height: there - wanted, style: "short"))
      }
    }
    area.upright(to: plot.y(0))
    area.close()
    let hours = [6, 12, 18].flatMap { plot.hourRule($0) }
    let name = facts.dayName(day, language)
    let picture = SVGElement.picture(
      width: DayPlot.width, height: DayPlot.height, label: name, style: "design",
      plot.valueRules + hours + [SVGElement.path(area, style: "area")] + short
        + [SVGElement.path(need, style: "need")])
    return "<article class=\"day\"><div class=\"head\"><b>\(escaped(name))</b></div>"
      + picture.markup + "</article>"
  }
}
