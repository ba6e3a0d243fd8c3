import PlainText
import Rostering

/// The need of each day with a strip under it of what one agent more is worth
/// in each interval, the darker the more.
struct WorthStrips {
  let facts: SweepFacts
  let rows: SweepRows

  private static let left = 96.0
  private static let right = 850.0
  private static let lane = 46.0
  private static let strip = 9.0

  /// A picture for each skill for which one agent more is worth anything.
  var pictures: [(skill: String, needScale: String, worthScale: String, picture: SVGElement)] {
    facts.plan.need.skills.indices.compactMap { skill in
      guard facts.marginalWorth.indices.contains(skill),
        facts.marginalWorth[skill].contains(where: { $0 > 0 })
      else { return nil }
      let most = NumberText.short(facts.plan.need.agents[skill].max() ?? 0, decimals: 1)
      return (
        facts.plan.need.skills[skill], rows.say(.needScale(most)),
        rows.say(.worthScale("\(rows.money(mostWorth)) \(facts.plan.currency)")), picture(skill)
      )
    }
  }

  /// The most that one agent more is worth in any interval: the darkest red.
  private var mostWorth: Double { facts.marginalWorth.flatMap { $0 }.max() ?? 1 }

  private func x(_ interval: Int) -> Double {
    let perDay = facts.plan.horizon.intervalsPerDay
    return Self.left + Double(interval) / Double(perDay) * (Self.right - Self.left)
  }

  private func picture(_ skill: Int) -> SVGElement {
    let horizon = facts.plan.horizon
    let height = Self.lane * Double(horizon.dayCount) + 24
    var elements: [SVGElement] = []
    for day in 0..<horizon.dayCount { elements += lane(day, skill: skill) }
    for hour in stride(from: 0, through: 24, by: 3) {
      elements.append(
        .words(
          "\(hour)", x: x(hour * 60 / horizon.intervalMinutes), y: height - 7, anchor: "middle",
          style: "tick"))
    }
    return SVGElement.picture(
      width: Self.right + 14, height: height,
      label: "\(rows.say(.worth)): \(facts.plan.need.skills[skill])", style: "sweep", elements)
  }

  /// One day: the need as an area, the strip under it.
  private func lane(_ day: Int, skill: Int) -> [SVGElement] {
    let horizon = facts.plan.horizon
    let perDay = horizon.intervalsPerDay
    let need = facts.plan.need.agents[skill]
    let worth = facts.marginalWorth[skill]
    let mostNeed = need.max() ?? 1
    let mostWorth = mostWorth
    let floor = Self.lane * Double(day + 1) - Self.strip - 4
    let date = rows.language.shortDate(horizon.date(ofDay: day))
    var elements = [
      SVGElement.words(date, x: Self.left - 6, y: floor, anchor: "end", style: "tick"),
      .line(x1: Self.left, y1: floor, x2: Self.right, y2: floor, style: "rule"),
    ]
    for interval in 0..<perDay {
      let index = day * perDay + interval
      let start = x(interval)
      let width = x(interval + 1) - start
      let clock = clockWords(ofMinute: interval * horizon.intervalMinutes, fromDay: 0)
      if need[index] > 0 {
        let height = need[index] / max(mostNeed, 1e-9) * (Self.lane - Self.strip - 10)
        elements.append(
          .rectangle(
            x: start, y: floor - height, width: width, height: height, style: "need",
            label: "\(date) \(clock): " + NumberText.short(need[index], decimals: 1)))
      }
      if worth[index] > 0 {
        elements.append(
          .rectangle(
            x: start, y: floor + 2, width: width, height: Self.strip, style: "worth",
            opacity: 0.1 + 0.9 * worth[index] / max(mostWorth, 1e-9),
            label: "\(date) \(clock): \(rows.money(worth[index])) \(facts.plan.currency)"))
      }
    }
    return elements
  }
}
