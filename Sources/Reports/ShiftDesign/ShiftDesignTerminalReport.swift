import PlainText
import ShiftDesign

/// What `shifts` prints: the front as a table and bars, and the shifts of the
/// design that costs least, with their heads day by day.
public struct ShiftDesignTerminalReport: Sendable {
  /// The facts.
  public let facts: ShiftDesignFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report on some facts.
  public init(
    _ facts: ShiftDesignFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    var lines = [
      style.paint(
        say(.shiftDesign) + language.colon + DisplayWidth.printable(facts.name), .heading)
    ]
    if let first = facts.dates.first, let last = facts.dates.last {
      lines.append(language.period(from: first, to: last))
    }
    lines.append(facts.verdict(language))
    if !facts.front.isEmpty { lines += ["", style.paint(say(.howManyShifts), .heading)] + front }
    lines += ["", style.paint(say(.theShifts), .heading)] + shifts
    return lines.joined(separator: "\n") + "\n"
  }

  private func say(_ phrase: ShiftPhrase) -> String { phrase.text(language) }

  private var front: [String] {
    var table = TerminalTable([
      (say(.distinctShifts), .trailing), (say(.shortHours), .trailing),
      (say(.surplusHours), .trailing), (say(.coverCost), .trailing),
      (say(.withShifts), .trailing), ("", .leading),
    ])
    let most = facts.front.map(\.coverCost).max() ?? 0
    for design in facts.front {
      let isBest = facts.isSuggested(design)
      let bar = BlockChart.bar(most > 0 ? design.coverCost / most : 0, width: 20)
      table.append(
        [
          "\(design.shifts.count)", ShiftDesignFacts.hours(design.underMinutes),
          ShiftDesignFacts.hours(design.overMinutes), NumberText.grouped(design.coverCost),
          NumberText.grouped(design.objective),
          isBest ? [bar, "← " + say(.suggested)].joined(separator: " ") : bar,
        ], role: isBest ? .good : nil)
    }
    return table.lines(style)
      + (facts.prices(language).map { ["  " + DisplayWidth.printable($0)] } ?? [])
  }

  private var shifts: [String] {
    let days = Array(0..<facts.problem.dayCount)
    let hoursWidth = 11
    let dayWidth =
      (days.map { DisplayWidth.columns(of: facts.dayName($0, language)) }.max() ?? 2) + 2
    let perBlock = max(1, (style.width - hoursWidth - 6) / dayWidth)
    return stride(from: 0, to: days.count, by: perBlock).flatMap { first -> [String] in
      let block = days[first..<min(days.count, first + perBlock)]
      var table = TerminalTable(
        [(say(.hours), .leading)]
          + block.map { (facts.dayName($0, language), .trailing) })
      for shift in facts.design.shifts {
        let heads = shift.headsByDay
        table.append([facts.hours(of: shift)] + block.map { heads[$0] == 0 ? "·" : "\(heads[$0])" })
      }
      table.append(
        [language.text(.total)]
          + block.map { day in
            "\(facts.design.shifts.reduce(0) { $0 + $1.headsByDay[day] })"
          })
      return (first > 0 ? [""] : []) + table.lines(style)
    }
  }
}
