import PlainText
import Rostering

/// What each case costs, part by part: a bar a case, a mark where its proven
/// bound lies.
struct CostBarsChart {
  let facts: SweepFacts
  let rows: SweepRows

  private static let left = 150.0
  private static let width = 860.0
  private static let barHeight = 22.0
  private static let slot = 36.0

  private var solved: [Int] { facts.cases.indices.filter { facts.cases[$0].status == .solved } }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let height = 16 + Self.slot * Double(solved.count) + 22
    return SVGElement.picture(
      width: Self.width, height: height, label: rows.say(.costByPart), style: "sweep",
      grid(height: height) + solved.enumerated().flatMap { bar($0.element, at: $0.offset) })
  }

  private var top: Double {
    let largest = solved.map { facts.cases[$0].objective }.max() ?? 0
    return ChartScale.roundedUp(largest, atMost: 5)
  }

  private func x(_ amount: Double) -> Double {
    Self.left + min(max(amount / top, 0), 1) * (Self.width - Self.left - 80)
  }

  private func grid(height: Double) -> [SVGElement] {
    let step = ChartScale.step(top: top, atMost: 5)
    return stride(from: 0, through: top, by: step).flatMap { value in
      [
        SVGElement.line(x1: x(value), y1: 8, x2: x(value), y2: height - 18, style: "rule"),
        .words(
          NumberText.grouped(value), x: x(value), y: height - 4, anchor: "middle", style: "tick"),
      ]
    }
  }

  private func bar(_ index: Int, at place: Int) -> [SVGElement] {
    let facts = self.facts.cases[index]
    let y = 14 + Self.slot * Double(place)
    var elements = [
      SVGElement.words(
        DisplayWidth.truncated(facts.name, to: 24), x: Self.left - 8, y: y + 15, anchor: "end",
        style: "name")
    ]
    var start = 0.0
    for (number, part) in rows.parts.enumerated() where part.amounts[index] > 0 {
      let end = start + part.amounts[index]
      elements.append(
        .rectangle(
          x: x(start), y: y, width: x(end) - x(start), height: Self.barHeight,
          style: "part c\(number % 8)", label: "\(part.title): \(rows.money(part.amounts[index]))"))
      start = end
    }
    if let bound = facts.bound {
      elements.append(
        .line(x1: x(bound), y1: y - 4, x2: x(bound), y2: y + Self.barHeight + 4, style: "bound"))
    }
    elements.append(
      .words(rows.money(facts.objective), x: x(start) + 6, y: y + 15, style: "value"))
    return elements
  }
}

/// People on duty each day, a line of columns for each case.
struct DayBarsChart {
  let facts: SweepFacts
  let rows: SweepRows

  private static let left = 150.0
  private static let rowHeight = 64.0

  private var solved: [Int] { facts.cases.indices.filter { facts.cases[$0].status == .solved } }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let days = facts.plan.horizon.dayCount
    let slot = max(16.0, min(60, 700 / Double(max(1, days))))
    // As wide as the other pictures, so that words have the same size.
    let width = max(860, Self.left + slot * Double(days) + 4)
    let end = Self.left + slot * Double(days)
    let height = Self.rowHeight * Double(solved.count) + 26
    let top = Double(solved.flatMap { facts.cases[$0].onDutyByDay }.max() ?? 1)
    var elements: [SVGElement] = []
    for (place, index) in solved.enumerated() {
      let facts = self.facts.cases[index]
      let bottom = Self.rowHeight * Double(place + 1) - 2
      elements.append(
        .words(
          DisplayWidth.truncated(facts.name, to: 24), x: Self.left - 8, y: bottom - 18,
          anchor: "end", style: "name"))
      elements.append(.line(x1: Self.left, y1: bottom, x2: end, y2: bottom, style: "rule"))
      for (day, people) in facts.onDutyByDay.enumerated() {
        let height = top > 0 ? Double(people) / top * (Self.rowHeight - 22) : 0
        let start = Self.left + slot * Double(day)
        let date = self.facts.plan.horizon.date(ofDay: day)
        elements.append(
          .rectangle(
            x: start + slot * 0.14, y: bottom - height, width: slot * 0.72, height: height,
            style: "bar \(self.facts.plan.calendar.dayClass(on: date).rawValue)",
            label: "\(facts.name), \(rows.language.shortDate(date)): \(people)"))
        elements.append(
          .words(
            "\(people)", x: start + slot / 2, y: bottom - height - 4, anchor: "middle",
            style: "value"))
      }
    }
    let step = max(1, Int((44 / slot).rounded(.up)))
    for day in stride(from: 0, to: days, by: step) {
      elements.append(
        .words(
          rows.language.dayAndMonth(facts.plan.horizon.date(ofDay: day)),
          x: Self.left + slot * (Double(day) + 0.5), y: height - 8, anchor: "middle", style: "tick")
      )
    }
    return SVGElement.picture(
      width: width, height: height, label: rows.say(.peopleByDay), style: "sweep", elements)
  }
}

/// The front of staffing levels: what each level misses, above; what it costs
/// with its proven bound, below; the knee and the least team that meets the
/// goals marked.
struct FrontChart {
  let facts: SweepFacts
  let rows: SweepRows

  private static let left = 64.0
  private static let right = 780.0
  private static let panels: [(top: Double, bottom: Double)] = [(24, 184), (224, 384)]
  private static let height = 430.0

  private var solved: [CaseFacts] { facts.cases.filter { $0.status == .solved } }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    var elements: [SVGElement] = []
    elements += panel(0, title: rows.say(.shortHours), values: solved.map(\.shortfallHours))
    elements += panel(
      1, title: "\(rows.say(.cost)) (\(facts.plan.currency))", values: solved.map(\.objective),
      bounds: solved.map { $0.bound ?? $0.objective })
    for level in solved {
      elements.append(
        .words(
          "\(level.people)", x: x(level.people), y: Self.height - 28, anchor: "middle",
          style: "tick"))
    }
    elements.append(
      .words(rows.say(.staff), x: Self.right, y: Self.height - 8, anchor: "end", style: "tick"))
    return SVGElement.picture(
      width: Self.right + 16, height: Self.height, label: rows.say(.front), style: "sweep",
      marks + elements)
  }

  private func x(_ people: Int) -> Double {
    let first = Double(solved.first?.people ?? 0)
    let last = Double(solved.last?.people ?? 1)
    let share = last > first ? (Double(people) - first) / (last - first) : 0.5
    return Self.left + 18 + share * (Self.right - Self.left - 36)
  }

  /// Upright lines at the knee and at the least team that meets the goals.
  private var marks: [SVGElement] {
    var elements: [SVGElement] = []
    func mark(_ people: Int, _ words: String, y: Double, _ style: String) {
      elements.append(
        .line(
          x1: x(people), y1: Self.panels[0].top - 6, x2: x(people), y2: Self.panels[1].bottom,
          style: style))
      let isRight = x(people) > (Self.left + Self.right) / 2
      elements.append(
        .words(
          words, x: x(people) + (isRight ? -6 : 6), y: y, anchor: isRight ? "end" : "start",
          style: "value"))
    }
    if let knee = facts.knee { mark(knee.people, rows.say(.knee), y: 34, "knee") }
    if let least = facts.leastMeetingGoals {
      mark(least.people, rows.say(.goals), y: 52, "goal")
    }
    return elements
  }

  private func panel(
    _ number: Int, title: String, values: [Double], bounds: [Double]? = nil
  ) -> [SVGElement] {
    let (topY, bottomY) = Self.panels[number]
    let largest = values.max() ?? 1
    let least = bounds.map { _ in (bounds ?? values).min() ?? 0 } ?? 0
    // Costs lie close together: their axis begins near the least of them.
    let step = ChartScale.step(top: max(largest - least, largest * 0.02), atMost: 4)
    let floor = bounds == nil ? 0 : max(0, (least / step).rounded(.down) * step)
    let ceiling = floor + max(step, ((largest - floor) / step - 1e-9).rounded(.up) * step)
    func y(_ value: Double) -> Double {
      bottomY - min(max((value - floor) / (ceiling - floor), 0), 1) * (bottomY - topY)
    }
    var elements: [SVGElement] = [
      .words(title, x: Self.left, y: topY - 9, style: "name")
    ]
    for value in stride(from: floor, through: ceiling + step / 2, by: step) {
      elements.append(
        .line(x1: Self.left, y1: y(value), x2: Self.right, y2: y(value), style: "rule"))
      elements.append(
        .words(
          NumberText.grouped(value), x: Self.left - 6, y: y(value) + 4, anchor: "end",
          style: "tick"))
    }
    for (first, second) in zip(solved.indices, solved.indices.dropFirst()) {
      elements.append(
        .line(
          x1: x(solved[first].people), y1: y(values[first]), x2: x(solved[second].people),
          y2: y(values[second]), style: "front"))
    }
    for (index, level) in solved.enumerated() {
      if let bounds {
        elements.append(
          .line(
            x1: x(level.people), y1: y(values[index]), x2: x(level.people), y2: y(bounds[index]),
            style: "bound"))
      }
      elements.append(
        .circle(
          x: x(level.people), y: y(values[index]), radius: 4.5, style: "point",
          label: "\(level.name): \(NumberText.grouped(values[index], decimals: 1))"))
    }
    return elements
  }
}
