import PlainText
import Rostering

/// The roster grid of the page: people down, days across.
extension HTMLReport {
  /// Hues of the style sheet; the last one is for shifts of no known pattern.
  private static let hueCount = 8

  var grid: [PageContext.Grid] {
    guard !facts.people.isEmpty else { return [] }
    var hueOf: [String: String] = [:]
    for (index, pattern) in facts.plan.patterns.enumerated() where hueOf[pattern.name] == nil {
      hueOf[pattern.name] = "p\(index % Self.hueCount)"
    }
    let hours = facts.people.reduce(0) { $0 + $1.paidHours }
    return [
      PageContext.Grid(
        patterns: facts.plan.patterns.map {
          PageContext.Pattern(swatch: hueOf[$0.name] ?? "", patternName: $0.name)
        },
        marks: usedSigns,
        columns: facts.days.map { day in
          PageContext.Column(
            dayClass: day.dayClass.rawValue, className: say(.dayClassName(day.dayClass)),
            weekday: language.weekday(day.date.weekday), date: language.dayAndMonth(day.date),
            onDuty: String(day.peopleOnDuty))
        },
        people: facts.people.map { row(of: $0, hueOf: hueOf) },
        totalShifts: String(facts.people.reduce(0) { $0 + $1.summary.shiftCount }),
        totalHours: NumberText.grouped(hours))
    ]
  }

  private func row(of person: PersonFacts, hueOf: [String: String]) -> PageContext.Row {
    let employee = person.employee
    let about = [employee.team, employee.choice == .either ? "" : say(.choiceName(employee.choice))]
    return PageContext.Row(
      name: employee.name.isEmpty ? employee.id : employee.name,
      about: about.filter { !$0.isEmpty }.joined(separator: " · "),
      cells: person.days.enumerated().map { day, cell in
        self.cell(cell, day: day, hueOf: hueOf)
      }, shifts: String(person.summary.shiftCount),
      paidHours: NumberText.short(person.paidHours, decimals: 1))
  }

  private func cell(
    _ cell: DayCell, day: Int, hueOf: [String: String]
  ) -> PageContext.Cell {
    let signs = cell.marks.filter { $0 != .leave }.map(sign) + (cell.isNight ? [nightSign] : [])
    guard let first = cell.shifts.first else {
      let isLeave = cell.marks.contains(.leave)
      return PageContext.Cell(
        style: isLeave ? "leave" : "off", hint: hint(cell, day: day),
        words: isLeave ? say(.leave) : signs.isEmpty ? "·" : "", pattern: "",
        hasNote: !signs.isEmpty, signs: signs)
    }
    let hue = hueOf[first.pattern] ?? "p\(Self.hueCount)"
    let words = cell.shifts.map { shift in
      clockWords(ofMinute: shift.minutes.lowerBound, fromDay: day) + "–"
        + endWords(ofMinute: shift.minutes.upperBound, fromDay: day)
    }
    return PageContext.Cell(
      style: "shift \(hue)\(cell.isNight ? " night" : "")", hint: hint(cell, day: day),
      words: words.joined(separator: " "),
      pattern: cell.shifts.map(\.pattern).joined(separator: ", "), hasNote: true, signs: signs)
  }

  /// The end of a shift as people write it: `08:00` for eight in the morning
  /// of the next day.
  private func endWords(ofMinute minute: Int, fromDay day: Int) -> String {
    let isNextDay = minute - day * 1_440 > 1_440
    return clockWords(ofMinute: minute, fromDay: isNextDay ? day + 1 : day)
  }

  /// What shows when the pointer rests on a cell: shift, breaks, wishes.
  private func hint(_ cell: DayCell, day: Int) -> String {
    var lines: [String] = []
    for shift in cell.shifts {
      let breaks = shift.breaks.map { spanWords($0.minutes, fromDay: day) }
      let pause = breaks.isEmpty ? "" : " · \(say(.breaks)) " + breaks.joined(separator: ", ")
      lines.append("\(shift.pattern) \(spanWords(shift.minutes, fromDay: day))\(pause)")
    }
    lines += cell.marks.map { sign($0).meaning }
    return lines.joined(separator: "\n")
  }

  private func sign(_ mark: DayMark) -> PageContext.Sign {
    switch mark {
    case .leave: PageContext.Sign(kind: "leave", sign: "▨", meaning: say(.leave))
    case .wishKept: PageContext.Sign(kind: "kept", sign: "✓", meaning: say(.wishKept))
    case .wishBroken: PageContext.Sign(kind: "broken", sign: "✗", meaning: say(.wishBroken))
    case .pinned: PageContext.Sign(kind: "pinned", sign: "◆", meaning: say(.pinned))
    }
  }

  private var nightSign: PageContext.Sign {
    PageContext.Sign(kind: "moon", sign: "☾", meaning: say(.nightShift))
  }

  /// The signs that occur in the grid, for the legend.
  private var usedSigns: [PageContext.Sign] {
    let cells = facts.people.flatMap(\.days)
    let marks = [DayMark.leave, .wishKept, .wishBroken, .pinned].filter { mark in
      cells.contains { $0.marks.contains(mark) }
    }
    return marks.map(sign) + (cells.contains { $0.isNight } ? [nightSign] : [])
  }
}
