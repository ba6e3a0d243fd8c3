import PlainText
import ShiftDesign

/// The cost of cover by the number of distinct shifts: a falling line with a
/// dot for each number, the suggested one marked.
struct ShiftCountChart {
  let facts: ShiftDesignFacts
  let language: ReportLanguage

  private static let width = 520.0
  private static let height = 190.0
  private static let left = 64.0
  private static let right = 506.0
  private static let top = 16.0
  private static let bottom = 152.0

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let most = facts.front.map { max($0.coverCost, $0.objective) }.max() ?? 0
    let counts = facts.front.map(\.shifts.count)
    let firstCount = counts.min() ?? 1
    let lastCount = max(firstCount + 1, counts.max() ?? 1)
    func x(_ count: Int) -> Double {
      Self.left + 14 + (Self.right - Self.left - 28) * Double(count - firstCount)
        / Double(lastCount - firstCount)
    }
    func y(_ cost: Double) -> Double {
      Self.bottom - (most > 0 ? cost / most : 0) * (Self.bottom - Self.top)
    }
    var elements = grid(top: most, y: y)
    for (style, cost) in [("total", \DesignedShifts.objective), ("front", \.coverCost)] {
      for (left, right) in zip(facts.front, facts.front.dropFirst()) {
        elements.append(
          SVGElement.line(
            x1: x(left.shifts.count), y1: y(left[keyPath: cost]), x2: x(right.shifts.count),
            y2: y(right[keyPath: cost]), style: style))
      }
    }
    for design in facts.front {
      let count = design.shifts.count
      let isBest = facts.isSuggested(design)
      let label =
        "\(count): " + ShiftPhrase.coverCost.text(language) + " " + facts.money(design.coverCost)
      elements.append(
        SVGElement.circle(
          x: x(count), y: y(design.coverCost), radius: isBest ? 5 : 3.2,
          style: isBest ? "best" : "dot", label: label))
      elements.append(
        SVGElement.words(
          "\(count)", x: x(count), y: Self.bottom + 14, anchor: "middle", style: "tick"))
      if isBest {
        elements.append(
          SVGElement.words(
            ShiftPhrase.suggested.text(language), x: x(count) + 8,
            // Above both lines, which rise to the left.
            y: y(max(design.coverCost, design.objective)) - 8, anchor: "start", style: "mark"))
      }
    }
    elements.append(
      SVGElement.words(
        ShiftPhrase.distinctShifts.text(language), x: (Self.left + Self.right) / 2,
        y: Self.bottom + 30, anchor: "middle", style: "tick"))
    return SVGElement.picture(
      width: Self.width, height: Self.height, label: ShiftPhrase.howManyShifts.text(language),
      style: "front-chart", elements)
  }

  private func grid(top: Double, y: (Double) -> Double) -> [SVGElement] {
    let step = max(ChartScale.step(top: top, atMost: 4), 1e-9)
    return stride(from: 0, through: top, by: step).flatMap { value in
      [
        SVGElement.line(
          x1: Self.left, y1: y(value), x2: Self.right, y2: y(value), style: "rule"),
        SVGElement.words(
          NumberText.grouped(value), x: Self.left - 6, y: y(value) + 3, anchor: "end",
          style: "tick"),
      ]
    }
  }
}
