import PlainText
import Rostering

/// The parts of the page about fairness, cost and choices.
extension HTMLReport {
  /// A share as a percentage for a style sheet, 0 to 100.
  private func width(_ share: Double) -> String {
    NumberText.short(min(max(share.isFinite ? share : 0, 0), 1) * 100, decimals: 1)
  }

  var fairness: [PageContext.Fairness] {
    guard !facts.people.isEmpty else { return [] }
    let hasCarried = facts.people.contains { person in
      Burden.allCases.contains { $0.carried(by: person.employee) > 0 }
    }
    return [
      PageContext.Fairness(
        spreads: facts.spreads.map { spread in
          PageContext.Spread(
            burden: say(.burdenName(spread.burden)),
            picture: SpreadChart(burden: spread.burden, people: facts.people, language: language)
              .picture.markup,
            least: NumberText.short(spread.least, decimals: 1),
            mean: NumberText.fixed(spread.mean, decimals: 1),
            most: NumberText.short(spread.most, decimals: 1))
        },
        isOpen: facts.people.count <= Self.unfoldedPeople, hasCarried: hasCarried, bars: bars)
    ]
  }

  private var bars: [PageContext.Bars] {
    let tops = Burden.allCases.map { burden in
      facts.people.map { burden.amount(of: $0) + burden.carried(by: $0.employee) }.max() ?? 0
    }
    return facts.people.map { person in
      let cells = zip(Burden.allCases, tops).map { burden, top in
        let before = burden.carried(by: person.employee)
        let now = burden.amount(of: person)
        return PageContext.Bar(
          hasBefore: before > 0, before: width(top > 0 ? before / top : 0),
          now: width(top > 0 ? now / top : 0), amount: NumberText.short(now, decimals: 1))
      }
      let employee = person.employee
      return PageContext.Bars(
        name: employee.name.isEmpty ? employee.id : employee.name, cells: cells)
    }
  }

  var costs: [PageContext.CostRow] {
    let parts = facts.audit.cost.parts
    let largest = parts.map(\.amount).max() ?? 0
    let total = facts.objective
    return parts.filter { $0.amount != 0 }.map { part in
      PageContext.CostRow(
        part: say(.costPart(part.name)),
        width: width(largest > 0 ? part.amount / largest : 0),
        amount: NumberText.grouped(part.amount),
        share: total > 0 ? NumberText.percent(part.amount / total, decimals: 1) : "")
    }
  }

  var choices: [PageContext.Choices] {
    guard !facts.people.isEmpty else { return [] }
    var rows = facts.choices.map { choice in
      let explanation: Phrase = choice.choice == .pay ? .payExplained : .restExplained
      return PageContext.Choice(
        name: say(.choiceName(choice.choice)), people: String(choice.people),
        width: width(choice.metShare ?? 0),
        met: choice.metShare.map { NumberText.percent($0) } ?? "–",
        explanation: choice.people == 0
          ? say(.nobodyChose) : say(choice.metShare == nil ? .cannotBeMet : explanation))
    }
    let (asked, met) = facts.wishes
    let share = asked > 0 ? Double(met) / Double(asked) : 0
    rows.append(
      PageContext.Choice(
        name: say(.wishes), people: String(asked), width: width(share),
        met: asked > 0 ? NumberText.percent(share) : "–",
        explanation: say(asked > 0 ? .wishesMet(met: met, asked: asked) : .noWishes)))
    return [PageContext.Choices(rows: rows)]
  }
}
