import PlainText
import Rostering

/// People on duty against the day's target: a column a day, a mark where the
/// target lies.
struct RampUpChart {
  let days: [DayFacts]
  let teamSize: Int
  let language: ReportLanguage

  private static let left = 34.0
  private static let plotTop = 20.0
  private static let plotBottom = 150.0
  private static let height = 184.0
  /// What a date takes across, at the most.
  private static let dateWidth = 44.0

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let slot = max(26.0, min(58, 540 / Double(max(1, days.count))))
    let width = Self.left + slot * Double(days.count) + 4
    return SVGElement.picture(
      width: width, height: Self.height, label: language.text(.peopleOnDuty), style: "ramp",
      grid(width: width)
        + days.enumerated().flatMap { column($0.element, at: $0.offset, slot: slot) })
  }

  private var top: Double {
    let people = days.map { max(Double($0.peopleOnDuty), $0.targetPeople ?? 0) }
    return ChartScale.roundedUp(people.max() ?? 0, atMost: 4)
  }

  private func y(_ people: Double) -> Double {
    Self.plotBottom - min(max(people / top, 0), 1) * (Self.plotBottom - Self.plotTop)
  }

  private func grid(width: Double) -> [SVGElement] {
    let step = max(1, ChartScale.step(top: top, atMost: 4))
    return stride(from: 0, through: top, by: step).flatMap { value in
      [
        SVGElement.line(x1: Self.left, y1: y(value), x2: width, y2: y(value), style: "rule"),
        .words(
          NumberText.short(value, decimals: 1), x: Self.left - 6, y: y(value) + 4, anchor: "end",
          style: "tick"),
      ]
    }
  }

  private func column(_ day: DayFacts, at index: Int, slot: Double) -> [SVGElement] {
    let start = Self.left + Double(index) * slot
    let middle = start + slot / 2
    let barWidth = slot * 0.56
    let people = Double(day.peopleOnDuty)
    let label =
      "\(language.shortDate(day.date)): "
      + language.text(.ofTeam(people: day.peopleOnDuty, team: teamSize))
    // At the foot of the column, where no target line can cross it.
    let isTall = Self.plotBottom - y(people) >= 16
    let count = SVGElement.words(
      "\(day.peopleOnDuty)", x: middle, y: isTall ? Self.plotBottom - 6 : y(people) - 5,
      anchor: "middle", style: isTall ? "inside" : "value")
    var elements = [
      SVGElement.rectangle(
        x: middle - barWidth / 2, y: y(people), width: barWidth,
        height: Self.plotBottom - y(people), style: "bar \(day.dayClass.rawValue)", radius: 2,
        label: label),
      count,
    ]
    // Dates of narrow columns would stand over each other.
    if index.isMultiple(of: max(1, Int((Self.dateWidth / slot).rounded(.up)))) {
      elements += [
        .words(
          language.dayAndMonth(day.date), x: middle, y: Self.plotBottom + 15, anchor: "middle",
          style: "tick"),
        .words(
          language.weekday(day.date.weekday), x: middle, y: Self.plotBottom + 28, anchor: "middle",
          style: "tick"),
      ]
    }
    if let target = day.targetPeople {
      elements.append(
        .line(
          x1: middle - slot * 0.4, y1: y(target), x2: middle + slot * 0.4, y2: y(target),
          style: "target"))
    }
    return elements
  }
}
