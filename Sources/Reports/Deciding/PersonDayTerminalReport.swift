import PlainText
import Rostering

/// What `explain --person --date` prints: why this shift, what else there
/// would be, and who else could have had it.
public struct PersonDayTerminalReport: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The explanation.
  public let explained: PersonDayExplanation
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report of an explanation.
  public init(
    _ explained: PersonDayExplanation, plan: RosterPlan, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.explained = explained
    self.plan = plan
    self.language = language
    self.style = style
  }

  private var words: ExplainWords { ExplainWords(plan: plan, language: language) }

  private func say(_ phrase: ExplainPhrase) -> String { phrase.text(language) }

  /// The report, its lines ended by LF.
  public var text: String {
    let person = explained.person
    let date = plan.horizon.date(ofDay: explained.day)
    var head = [
      style.paint(
        DisplayWidth.printable(
          say(
            .whyTitle(name: words.name(person.employee), date: language.shortDate(date)))),
        .heading)
    ]
    if let shift = explained.shift {
      head.append(DisplayWidth.printable(say(.worksShift(words.shiftWithBreaks(shift)))))
    } else {
      let isLeave = person.days[explained.day].marks.contains(.leave)
      head.append(say(isLeave ? .isOnLeave : .isOff))
    }
    if let change = explained.withoutShift {
      head.append(
        say(
          .withoutIt(
            hours: words.hours(change.shortfallHours), worth: words.money(change.gapCost),
            saved: words.money(-change.price), net: signed(change.cost.total))))
    }
    head += explained.demandedBy.map { say(.neededByRule(words.finding($0))) }
    if !explained.obstacles.isEmpty {
      head.append(
        "\(say(.cannot))\(language.colon)"
          + explained.obstacles.map(words.finding).joined(separator: " + "))
    }
    head.append(
      say(
        .standing(
          premium: person.summary.premiumDays, carried: person.employee.carried.premiumDays,
          hours: words.hours(person.paidHours)))
        + " " + language.text(.choiceName(person.employee.choice)) + language.stop)
    let sections = [head, alternativeLines, rivalLines]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func signed(_ amount: Double) -> String {
    (amount > 0.5 ? "+" : "") + words.money(amount)
  }

  private var alternativeLines: [String] {
    let heading = style.paint(say(.otherShifts), .heading)
    guard !explained.alternatives.isEmpty else { return [heading, "  " + say(.noOtherShift)] }
    var table = TerminalTable([
      (say(.shift), .leading), (say(.closes), .trailing), (say(.price), .trailing),
      (say(.net), .trailing),
    ])
    for alternative in explained.alternatives {
      table.append([
        words.shift(alternative.shift), words.hours(-alternative.change.shortfallHours),
        NumberText.grouped(alternative.change.price), signed(alternative.change.cost.total),
      ])
    }
    return [heading] + table.lines(style)
  }

  private var rivalLines: [String] {
    guard !explained.rivals.isEmpty else { return [] }
    var table = TerminalTable(
      [
        (say(.person), .leading), ("", .leading), (say(.net), .trailing), ("", .leading),
      ], limit: 96)
    for rival in explained.rivals {
      let own = rival.shift.map(words.shift) ?? ""
      let name = words.name(rival.employee)
      guard let change = rival.change else {
        table.append(
          [
            name, say(.cannot), "", rival.findings.map(words.finding).joined(separator: " + "),
          ], role: .quiet)
        continue
      }
      let could = say(rival.shift == nil ? .couldTake : .couldTrade)
      let giver = rival.giverFindings.map(words.finding).joined(separator: " + ")
      let but =
        giver.isEmpty
        ? "" : say(.butGiver(name: words.name(explained.person.employee), rules: giver))
      table.append(
        [
          name, could, signed(change.cost.total),
          [own, but].filter { !$0.isEmpty }.joined(separator: "; "),
        ],
        role: rival.isAllowed ? nil : .quiet)
    }
    return [style.paint(say(.others), .heading)] + table.lines(style)
  }
}
