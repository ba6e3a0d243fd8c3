import PlainText
import Rostering

/// A roster's facts for a terminal: what a planner looks at after solving.
public struct TerminalReport: Sendable {
  /// The facts.
  public let facts: RosterFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle
  /// Gaps that are listed; the rest is counted.
  public let listedGaps: Int

  /// A report of some facts.
  public init(
    _ facts: RosterFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle(), listedGaps: Int = 10
  ) {
    self.facts = facts
    self.language = language
    self.style = style
    self.listedGaps = listedGaps
  }

  /// The report, its lines ended by LF.
  public var text: String {
    let sections = [
      headLines, violationLines, dayLines, CoverChartLines(report: self).lines, gapLines,
      postLines, OutlookLines(facts: facts, language: language).lines(style), costLines,
      fairnessLines, choiceLines, warningLines,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var sentences: FactSentences { FactSentences(facts: facts, language: language) }

  func say(_ phrase: Phrase) -> String { language.text(phrase) }

  func heading(_ phrase: Phrase) -> String { style.paint(say(phrase), .heading) }

  private func hours(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  private var headLines: [String] {
    let plan = facts.plan
    let horizon = plan.horizon
    let isClean = facts.audit.violations.isEmpty
    let team =
      plan.employees.isEmpty
      ? say(.nobodyInTeam)
      : say(.teamSize(people: plan.employees.count, skills: plan.need.skills.count))
    var lines = [
      style.paint(DisplayWidth.printable(plan.name), .heading),
      language.period(from: horizon.firstDate, to: horizon.lastDate) + " · " + team,
      "\(say(.totalCost))\(language.colon)\(sentences.money(facts.objective)) · \(sentences.proof)",
      style.paint(sentences.rules, isClean ? .good : .bad) + " · " + sentences.shortfall
        + " (\(say(.needCovered)) \(NumberText.percent(facts.coveredShare, decimals: 1)))",
    ]
    if let late = sentences.late { lines.append(late) }
    if let solution = facts.solution {
      lines.append(style.paint(DisplayWidth.printable(sentences.origin(solution)), .quiet))
    }
    return lines
  }

  private var violationLines: [String] {
    guard !facts.audit.violations.isEmpty else { return [] }
    return [heading(.brokenRules)]
      + ViolationTable(
        violations: facts.audit.violations, plan: facts.plan, language: language
      ).lines(style)
  }

  /// Hours of agents, or heads where the plan wants heads on shifts.
  private var dayLines: [String] {
    let unit = facts.shiftCover == nil ? " h" : ""
    var table = TerminalTable([
      (say(.date), .leading), (say(.dayClass), .leading), (say(.onDuty), .trailing),
      (say(.target), .trailing), (say(.need) + unit, .trailing),
      (say(.shortfall) + unit, .trailing), (say(.surplus) + unit, .trailing), ("", .leading),
    ])
    for day in facts.days {
      let target = day.targetPeople.map { NumberText.fixed($0, decimals: 1) } ?? "–"
      let cover = cover(of: day)
      table.append(
        [
          language.shortDate(day.date), say(.dayClassName(day.dayClass)),
          say(.ofTeam(people: day.peopleOnDuty, team: facts.plan.employees.count)), target,
        ] + cover.cells + [day.holiday ?? ""], role: cover.isShort ? .bad : nil)
    }
    return [heading(.coverageByDay)] + table.lines(style)
  }

  /// Need, missing and surplus of a day.
  private func cover(of day: DayFacts) -> (cells: [String], isShort: Bool) {
    if let heads = facts.shiftCover?.days[day.day] {
      return (["\(heads.need)", "\(heads.short)", "\(heads.surplus)"], heads.short > 0)
    }
    return (
      [hours(day.needHours), hours(day.shortfallHours), hours(day.surplusHours)],
      day.shortfallHours >= 0.05
    )
  }

  private var gapLines: [String] {
    let shifts = facts.shortPatterns.sorted { ($1.missing, $0.day) < ($0.missing, $1.day) }
    let all = facts.gaps.map(sentences.gap) + shifts.map(sentences.shortPattern)
    guard !all.isEmpty else { return [heading(.gaps), "  " + say(.noGaps)] }
    var lines = all.prefix(max(0, listedGaps)).map { "  " + DisplayWidth.printable($0) }
    let rest = all.count - lines.count
    if rest > 0 { lines.append("  " + style.paint(say(.furtherGaps(rest)), .quiet)) }
    return [heading(.gaps)] + lines
  }

  private var postLines: [String] {
    let open = facts.openPosts
    guard !open.isEmpty else { return [] }
    return [heading(.openPosts)] + open.map { "  " + DisplayWidth.printable(sentences.post($0)) }
  }

  private var costLines: [String] {
    let cost = facts.audit.cost
    let largest = cost.parts.map(\.amount.magnitude).max() ?? 0
    var table = TerminalTable([("", .leading), ("", .trailing), ("", .leading)])
    for part in cost.parts where part.amount != 0 {
      table.append([
        say(.costPart(part.name)), NumberText.grouped(part.amount),
        largest > 0 ? BlockChart.bar(part.amount / largest, width: 24) : "",
      ])
    }
    table.append([say(.total), NumberText.grouped(cost.total), facts.plan.currency])
    return [heading(.cost)] + table.lines(style)
  }

  private var fairnessLines: [String] {
    guard !facts.people.isEmpty else { return [] }
    var table = TerminalTable([
      ("", .leading), (say(.least), .trailing), (say(.mean), .trailing), (say(.most), .trailing),
    ])
    for spread in facts.spreads {
      table.append([
        say(.burdenName(spread.burden)), NumberText.short(spread.least, decimals: 1),
        NumberText.fixed(spread.mean, decimals: 1), NumberText.short(spread.most, decimals: 1),
      ])
    }
    return [heading(.fairness)] + table.lines(style)
  }

  private var choiceLines: [String] {
    guard !facts.people.isEmpty else { return [] }
    var table = TerminalTable(
      [
        ("", .leading), (say(.people), .trailing), (say(.met), .trailing), ("", .leading),
      ], limit: 60)
    for choice in facts.choices {
      let explanation: Phrase = choice.choice == .pay ? .payExplained : .restExplained
      table.append([
        say(.choiceName(choice.choice)), String(choice.people),
        choice.metShare.map { NumberText.percent($0) } ?? "–",
        choice.people == 0
          ? say(.nobodyChose) : say(choice.metShare == nil ? .cannotBeMet : explanation),
      ])
    }
    let (asked, met) = facts.wishes
    table.append([
      say(.wishes), String(asked),
      asked > 0 ? NumberText.percent(Double(met) / Double(asked)) : "–",
      say(asked > 0 ? .wishesMet(met: met, asked: asked) : .noWishes),
    ])
    return [heading(.choices)] + table.lines(style)
  }

  private var warningLines: [String] {
    let notices = facts.notices(language)
    guard !notices.isEmpty else { return [] }
    return [heading(.warnings)] + notices.map { "  " + DisplayWidth.printable($0) }
  }
}
