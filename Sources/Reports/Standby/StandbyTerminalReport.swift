import PlainText
import Rostering
import Simulation

/// What `standby` prints: the list of each day with how sure it makes cover,
/// and the turns of each person.
public struct StandbyTerminalReport: Sendable {
  /// The facts.
  public let facts: StandbyFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on the people on call.
  public init(
    _ facts: StandbyFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  private func say(_ phrase: StandbyPhrase) -> String { language.standbyText(phrase) }

  /// The report, its lines ended by LF.
  public var text: String {
    let plan = facts.plan
    var lines = [
      style.paint("\(say(.title))\(language.colon)\(DisplayWidth.printable(plan.name))", .heading),
      say(
        .policy(
          noShow: NumberText.short(facts.policy.noShow * 100, decimals: 2) + " %",
          hold: NumberText.short(facts.policy.hold * 100, decimals: 2) + " %")), "",
    ]
    guard !facts.days.isEmpty else {
      lines.append(say(.tooManySkills(StandbyPlanner.mostSkills)))
      return lines.joined(separator: "\n") + "\n"
    }
    lines += dayLines
    if !facts.turns.isEmpty { lines += [""] + turnLines }
    lines += ["", say(.legend)]
    if facts.days.contains(where: { !$0.isExact }) { lines.append(say(.drawn)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var dayLines: [String] {
    let plan = facts.plan
    var table = TerminalTable(
      [
        (language.text(Phrase.date), .leading), (language.text(Phrase.dayClass), .leading),
        (say(.peopleWorking), .trailing), (say(.onCall), .trailing),
        (say(.withoutAnybody), .trailing), (say(.withList), .trailing), (say(.wholeDay), .trailing),
        (say(.who), .leading),
      ], limit: 100)
    for day in facts.days {
      let date = plan.horizon.date(ofDay: day.day)
      let people = names(day)
      let first = [
        language.shortDate(date),
        language.text(Phrase.dayClassName(plan.calendar.dayClass(on: date))),
        "\(facts.shiftsByDay[day.day])", "\(day.wantedCount)", percent(day.intervalWithout),
        percent(day.intervalWith), percent(day.dayWith),
      ]
      table.append(first + [people.first ?? "–"], role: day.missingCount > 0 ? .bad : nil)
      for name in people.dropFirst() {
        table.append(first.map { _ in "" } + [name], role: day.missingCount > 0 ? .bad : nil)
      }
    }
    return table.lines(style)
  }

  /// One line a skill with people on call, and what is missing.
  private func names(_ day: StandbyDay) -> [String] {
    var lines: [String] = []
    for (skill, name) in facts.plan.need.skills.enumerated() where day.wanted[skill] > 0 {
      let people = day.turns.filter { $0.skill == skill }.map { turn -> String in
        let employee = facts.employee(turn.employeeID)
        var words = "\(turn.employeeID) \(employee?.name ?? "")"
        words += " " + say(.couldTake(count: turn.couldTake, shifts: turn.shiftCount))
        return turn.isAgainstWish ? words + " (\(say(.againstWish)))" : words
      }
      lines.append("\(name): \(people.joined(separator: ", "))")
    }
    if day.missingCount > 0 { lines.append(say(.missing(day.missingCount))) }
    return lines.isEmpty ? [say(.nobodyNeeded)] : lines
  }

  private var turnLines: [String] {
    let groups = Dictionary(grouping: facts.turns, by: \.count)
    var table = TerminalTable(
      [(say(.turns), .trailing), (say(.who), .leading)], limit: 120)
    for count in groups.keys.sorted(by: >) {
      let people = (groups[count] ?? []).map { "\($0.employee.id) \($0.employee.name)" }
      for (index, line) in NameLines.lines(people, width: max(40, style.width - 10)).enumerated() {
        table.append([index == 0 ? "\(count)" : "", line])
      }
    }
    return table.lines(style)
  }

  private func percent(_ share: Double) -> String {
    // 99.96 % must not read as certain.
    let digits = share < 1 && share > 0.995 ? 2 : 1
    return NumberText.fixed(min(share, share < 1 ? 0.9999 : 1) * 100, decimals: digits) + " %"
  }
}
