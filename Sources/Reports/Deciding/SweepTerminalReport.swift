import PlainText
import Rostering

/// A sweep for a terminal: a table of cases beside each other, a table of
/// staffing levels, or the price of each rule.
public struct SweepTerminalReport: Sendable {
  /// The facts.
  public let facts: SweepFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report of some facts.
  public init(
    _ facts: SweepFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  private var rows: SweepRows { SweepRows(facts: facts, language: language) }

  private func say(_ phrase: SweepPhrase) -> String { phrase.text(language) }

  /// The report, its lines ended by LF.
  public var text: String {
    let head = [
      style.paint(
        "\(say(.title(facts.kind)))\(language.colon)\(DisplayWidth.printable(facts.plan.name))",
        .heading),
      rows.period,
    ]
    let sections: [[String]]
    switch facts.kind {
    case .whatIf: sections = blocks
    case .levels: sections = [levelLines, rows.levelSentences]
    case .rulePrices: sections = [ruleLines, worthLines]
    }
    return ([head] + sections + [endings]).filter { !$0.isEmpty }
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Cases without a roster, a line each.
  private var endings: [String] {
    facts.cases.filter { $0.status != .solved }.map {
      style.paint(DisplayWidth.printable("\($0.name)\(language.colon)\(rows.ending($0))"), .bad)
    }
  }

  // MARK: Cases beside each other

  /// Tables of as many cases as the width holds.
  private var blocks: [[String]] {
    let solved = facts.cases.indices.filter { facts.cases[$0].status == .solved }
    guard !solved.isEmpty else { return [] }
    let titles = rows.rows.map(\.title) + rows.parts.map(\.title)
    let first = (titles.map(DisplayWidth.columns).max() ?? 20) + 2
    let widest = solved.map { DisplayWidth.columns(of: facts.cases[$0].name) }.max() ?? 8
    let room = max(1, (style.width - first) / (min(24, max(10, widest)) + 2))
    return stride(from: 0, to: solved.count, by: room).flatMap { start in
      let shown = Array(solved[start..<min(start + room, solved.count)])
      return [figureLines(shown), partLines(shown), dayLines(shown)]
    }
  }

  private func table(_ title: SweepPhrase, _ shown: [Int]) -> TerminalTable {
    TerminalTable(
      [(say(title), .leading)] + shown.map { (facts.cases[$0].name, .trailing) }, limit: 40)
  }

  private func figureLines(_ shown: [Int]) -> [String] {
    var table = table(.figures, shown)
    for row in rows.rows { table.append([row.title] + shown.map { row.cells[$0] }) }
    return table.lines(style)
  }

  private func partLines(_ shown: [Int]) -> [String] {
    var table = table(.costByPart, shown)
    for part in rows.parts {
      table.append([part.title] + shown.map { rows.money(part.amounts[$0]) })
    }
    return table.lines(style)
  }

  private func dayLines(_ shown: [Int]) -> [String] {
    var table = table(.peopleByDay, shown)
    for day in 0..<facts.plan.horizon.dayCount {
      let cells = shown.map { index -> String in
        let days = facts.cases[index].onDutyByDay
        return days.indices.contains(day) ? "\(days[day])" : ""
      }
      table.append([language.shortDate(facts.plan.horizon.date(ofDay: day))] + cells)
    }
    return table.lines(style)
  }

  // MARK: Levels

  private var levelLines: [String] {
    let hasScenarios = facts.cases.contains { $0.outlook != nil }
    func head(_ head: SweepPhrase.ShortHead) -> String { say(.shortHead(head)) }
    var columns: [(String, DisplayWidth.Alignment)] = [
      (head(.staff), .trailing), (say(.cost), .trailing), (say(.gap), .trailing),
      (head(.short), .trailing), ("", .leading), (head(.service), .trailing),
      (head(.late), .trailing), (head(.premium), .trailing), (head(.overtime), .trailing),
      (head(.daysOff), .trailing), (head(.spread), .trailing), (say(.onePersonBuys), .trailing),
      (head(.goals), .leading),
    ]
    if hasScenarios { columns.append((head(.hold), .trailing)) }
    var table = TerminalTable(columns, limit: 22)
    let most = facts.cases.map(\.shortfallHours).max() ?? 0
    let knee = facts.knee
    for (index, level) in facts.cases.enumerated() {
      guard level.status == .solved else { continue }
      let before = index > 0 ? facts.cases[index - 1] : nil
      let buys = before.flatMap { rows.perPerson(from: $0, to: level) }
      var mark = say(level.meetsGoals ? .yes : .no)
      if level.name == knee?.name { mark += ", " + say(.knee) }
      var cells = [
        "\(level.people)", rows.money(level.objective), rows.gap(level),
        rows.hours(level.shortfallHours),
        most > 0 ? BlockChart.bar(level.shortfallHours / most, width: 10) : "",
        rows.share(level.serviceLevel),
        level.services.isEmpty ? "–" : NumberText.grouped(level.lateTickets),
        rows.hours(level.premiumHours), rows.hours(level.overtimeHours), "\(level.daysOff)",
        "\(level.premiumSpread)",
        buys.map {
          say(
            .perPerson(
              hours: rows.hours($0.hours), money: rows.perPersonMoney($0.money, before, level)))
        } ?? "", mark,
      ]
      if hasScenarios { cells.append(level.outlook.map { rows.share($0.metShare) } ?? "–") }
      table.append(cells, role: level.name == knee?.name ? .good : nil)
    }
    return table.lines(style)
  }

  // MARK: Rules

  private var ruleLines: [String] {
    let prices = rows.ruleRows
    guard !prices.isEmpty else { return [] }
    let heads = rows.ruleHeads
    var table = TerminalTable(
      heads.enumerated().map { place, head in
        (head, place == 0 || place == heads.count - 1 ? .leading : .trailing)
      }, limit: 44)
    for row in prices { table.append(row) }
    return table.lines(style) + [""] + rows.ruleSentences.map { "  " + DisplayWidth.printable($0) }
  }

  /// The marginal worth as a strip of blocks, a line for each day and skill.
  private var worthLines: [String] {
    guard !facts.marginalWorth.isEmpty else { return [] }
    let horizon = facts.plan.horizon
    let perDay = horizon.intervalsPerDay
    let top = facts.marginalWorth.flatMap { $0 }.max() ?? 0
    var lines = [
      style.paint(
        "\(say(.worth)) (█ = \(NumberText.grouped(top)) \(facts.plan.currency))", .heading)
    ]
    for (skill, worth) in zip(facts.plan.need.skills, facts.marginalWorth) {
      let name = DisplayWidth.padded(DisplayWidth.printable(skill), to: 16)
      lines.append(
        "  " + name + style.paint("00          06          12          18", .quiet))
      for day in 0..<horizon.dayCount {
        let values = worth[(day * perDay)..<((day + 1) * perDay)]
        guard values.contains(where: { $0 > 0 }) else { continue }
        let strip = BlockChart.bars(
          BlockChart.means(values, groupsOf: max(1, 30 / horizon.intervalMinutes)), top: top)
        let date = DisplayWidth.padded(language.shortDate(horizon.date(ofDay: day)), to: 14)
        lines.append("    \(date)\(strip)")
      }
    }
    return lines
  }
}
