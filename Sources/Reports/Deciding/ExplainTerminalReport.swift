import PlainText
import Rostering

/// What `explain` prints: contradictions, the ten checks, and each gap with
/// its people and repairs.
public struct ExplainTerminalReport: Sendable {
  /// The facts.
  public let facts: ExplainFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report of some facts.
  public init(
    _ facts: ExplainFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  private var words: ExplainWords { ExplainWords(plan: facts.plan, language: language) }

  private func say(_ phrase: ExplainPhrase) -> String { phrase.text(language) }

  /// The report, its lines ended by LF.
  public var text: String {
    let horizon = facts.plan.horizon
    var head = [
      style.paint("\(say(.title)): \(DisplayWidth.printable(facts.plan.name))", .heading),
      language.period(from: horizon.firstDate, to: horizon.lastDate),
    ]
    if let roster = facts.roster {
      let sentences = FactSentences(facts: roster, language: language)
      head.append(
        "\(sentences.shortfall) · \(sentences.money(roster.objective)) · \(sentences.proof)")
    }
    var sections = [head, contradictionLines, checkLines]
    if facts.roster != nil {
      sections += facts.gaps.enumerated().map { gapLines($0.element, number: $0.offset + 1) }
      if facts.gapCount == 0 { sections.append([say(.noGaps)]) }
      let rest = facts.gapCount - facts.gaps.count
      if rest > 0 { sections.append([style.paint(say(.furtherGaps(rest)), .quiet)]) }
    }
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private var contradictionLines: [String] {
    guard !facts.contradictions.isEmpty else { return [] }
    return [style.paint(say(.contradictions), .bad)]
      + facts.contradictions.flatMap { contradiction in
        ["  " + say(.cannotHoldTogether(words.name(contradiction.employee)))]
          + contradiction.parts.map { part in
            var line = "    \(words.rule(part.key)): \(part.statement)"
            if part.from != nil {
              line +=
                "  "
                + say(.move(from: words.value(part.from), to: words.value(part.to)))
            }
            return DisplayWidth.printable(line)
          }
      }
  }

  private var checkLines: [String] {
    let heading = style.paint(say(.checks), .heading)
    guard !facts.findings.isEmpty else { return [heading, "  " + say(.allChecksPass)] }
    var table = TerminalTable(
      [("", .leading), ("", .leading), ("", .leading), ("", .leading)], limit: 46)
    for finding in facts.findings {
      var what = finding.subject
      if !finding.employeeID.isEmpty { what = finding.employeeID }
      if !finding.rule.isEmpty { what += " " + words.rule(finding.rule) }
      let hasAmount = finding.requiredMinutes > 0
      table.append(
        [
          say(.check(finding.check)), when(finding), what,
          hasAmount
            ? say(
              .missing(
                required: words.minutes(finding.requiredMinutes),
                achievable: words.minutes(finding.achievableMinutes),
                people: finding.missingPeople)) : "",
        ], role: finding.isHard ? .bad : nil)
    }
    return [heading] + table.lines(style)
  }

  private func when(_ finding: FeasibilityFinding) -> String {
    guard let day = finding.day else { return "" }
    let horizon = facts.plan.horizon
    guard let minutes = finding.minutes else { return "\(horizon.date(ofDay: day))" }
    let last = horizon.day(ofMinute: minutes.upperBound - 1)
    if last > day { return "\(horizon.date(ofDay: day))..\(horizon.date(ofDay: last))" }
    return "\(horizon.date(ofDay: day)) \(spanWords(minutes, fromDay: day))"
  }

  // MARK: Gaps

  private func gapLines(_ explained: GapExplanation, number: Int) -> [String] {
    let gap = explained.gap
    let horizon = facts.plan.horizon
    let head = say(
      .gapHead(
        number: number, date: language.shortDate(horizon.date(ofDay: gap.day)),
        time: spanWords(gap.minutes, fromDay: gap.day), skill: gap.skill))
    let size = say(
      .gapSize(
        mean: words.hours(gap.meanAgents), most: words.hours(gap.mostAgents),
        hours: words.hours(gap.hours), cost: words.money(explained.cost)))
    let worst = say(
      .atWorst(
        time: spanWords(explained.worst, fromDay: gap.day),
        needed: words.hours(explained.needed), there: words.hours(explained.onDuty),
        possible: NumberText.short(explained.possible, decimals: 1)))
    return [style.paint(DisplayWidth.printable(head), .heading), "   " + size, "   " + worst]
      + peopleLines(explained) + repairLines(explained)
  }

  private func peopleLines(_ explained: GapExplanation) -> [String] {
    var groups: [(rank: Int, title: String, people: [String])] = []
    func add(_ rank: Int, _ title: String, _ person: String) {
      if let index = groups.firstIndex(where: { $0.title == title }) {
        groups[index].people.append(person)
      } else {
        groups.append((rank, title, [person]))
      }
    }
    for person in explained.people {
      let name = words.name(person.employee)
      switch person.reason {
      case .standsThere: add(0, say(.there), name)
      case .sharesQueues: add(1, say(.sharing), name)
      case .onBreak: add(2, say(.onBreak), name)
      case .lacksSkill: add(6, say(.lacksSkill), name)
      case .never(let rules):
        add(5, "\(say(.never)): \(rules.map(words.rule).joined(separator: " + "))", name)
      case .notBesideOwnShifts(let findings):
        add(
          4, "\(say(.ownShifts)): \(findings.map(words.finding).joined(separator: " + "))", name)
      case .couldBe:
        let cost = person.netCost.map { say(.netCost(signed($0))) } ?? ""
        add(3, say(.couldBe), "\(name) (\(cost))")
      }
    }
    // Stable: groups of one kind stay in the order of their first person.
    let ordered = groups.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return ordered.map(\.element).flatMap { group in
      wrapped(
        "   \(group.title) (\(group.people.count)): ", group.people, indent: "     ")
    }
  }

  /// Names behind a title, broken into lines of the terminal's width.
  private func wrapped(_ title: String, _ names: [String], indent: String) -> [String] {
    var lines: [String] = []
    var line = DisplayWidth.printable(title)
    for (index, name) in names.map(DisplayWidth.printable).enumerated() {
      let piece = index + 1 < names.count ? name + ", " : name
      let isFull =
        DisplayWidth.columns(of: line) + DisplayWidth.columns(of: piece) > style.width + 1
      if isFull, line != indent {
        lines.append(line)
        line = indent
      }
      line += piece
    }
    return (lines + [line]).map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func signed(_ amount: Double) -> String {
    (amount > 0.5 ? "+" : "") + NumberText.grouped(amount)
  }

  private func repairLines(_ explained: GapExplanation) -> [String] {
    guard !explained.repairs.isEmpty else {
      return ["   " + style.paint(say(.noRepair), .quiet)]
    }
    var table = TerminalTable(
      [
        (say(.repairs), .leading), ("", .leading), (say(.closes), .trailing),
        (say(.price), .trailing), (say(.worth), .trailing), (say(.net), .trailing),
      ], limit: 72)
    for repair in explained.repairs {
      table.append([
        say(.repair(repair.kind)), words.repair(repair), words.hours(repair.hoursClosed),
        NumberText.grouped(repair.change.price), NumberText.grouped(repair.worth),
        signed(repair.change.cost.total),
      ])
    }
    return table.lines(style).map { " " + $0 }
  }
}
