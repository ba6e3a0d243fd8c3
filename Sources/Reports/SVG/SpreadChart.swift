import PlainText
import Rostering

/// How many people have how much of a burden: a column for each amount.
struct SpreadChart {
  let burden: Burden
  let people: [PersonFacts]
  let language: ReportLanguage

  private static let width = 230.0
  private static let height = 92.0
  private static let plotTop = 14.0
  private static let plotBottom = 72.0

  /// A group of amounts: from its least, below its end.
  private struct Group {
    var label: String
    var count: Int
  }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let groups = groups
    let most = groups.map(\.count).max() ?? 0
    let slot = (Self.width - 8) / Double(max(1, groups.count))
    // Labels too wide for their columns stand under every second one, or fewer.
    let widest = Double(groups.map(\.label.count).max() ?? 0) * 6.2 + 4
    let every = max(1, Int((widest / slot).rounded(.up)))
    let elements = groups.enumerated().flatMap { index, group -> [SVGElement] in
      let middle = 4 + (Double(index) + 0.5) * slot
      let height =
        most > 0 ? Double(group.count) / Double(most) * (Self.plotBottom - Self.plotTop) : 0
      let bar = SVGElement.rectangle(
        x: middle - min(slot * 0.38, 22), y: Self.plotBottom - height,
        width: min(slot * 0.76, 44), height: height, style: "bar", radius: 2,
        label: language.text(.histogramBar(people: group.count, amount: group.label)))
      let count = SVGElement.words(
        "\(group.count)", x: middle, y: Self.plotBottom - height - 4, anchor: "middle",
        style: "value")
      let tick = SVGElement.words(
        group.label, x: middle, y: Self.height - 6, anchor: "middle", style: "tick")
      let ticks = index.isMultiple(of: every) ? [tick] : []
      return (group.count > 0 ? [bar, count] : []) + ticks
    }
    let base = SVGElement.line(
      x1: 2, y1: Self.plotBottom, x2: Self.width - 2, y2: Self.plotBottom, style: "rule")
    return SVGElement.picture(
      width: Self.width, height: Self.height, label: language.text(.burdenName(burden)),
      style: "spread", elements + [base])
  }

  /// Whole amounts one by one, hours and long ranges in a few groups.
  private var groups: [Group] {
    let amounts = people.map(burden.amount)
    guard let least = amounts.min(), let most = amounts.max() else { return [] }
    let isCount = burden != .paidHours
    let step =
      isCount && most - least < 8 ? 1 : max(1, ChartScale.step(top: most - least, atMost: 5))
    let first = (least / step).rounded(.down)
    let last = (most / step).rounded(.down)
    return stride(from: first, through: last, by: 1).map { index in
      let start = index * step
      let count = amounts.count { $0 >= start && $0 < start + step }
      let label = NumberText.short(start, decimals: 1)
      let end = NumberText.short(start + step, decimals: 1)
      return Group(label: step == 1 && isCount ? label : "\(label)–\(end)", count: count)
    }
  }
}
