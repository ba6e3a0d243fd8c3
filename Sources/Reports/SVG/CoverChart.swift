import PlainText
import Rostering

/// Need against cover of one skill on one day: cover as an area, need as a
/// line, what is missing filled in, and a lane of breaks below.
struct CoverChart {
  let cover: SkillCover
  let day: Int
  let horizon: PlanHorizon
  /// Minutes of the day that are shown, the same for all days so that they
  /// compare.
  let minutes: Range<Int>
  /// The largest value that is shown, the same for all days of a skill.
  let top: Double
  let language: ReportLanguage

  private static let laneTop = 85.0
  private static let laneHeight = 4.0

  private var plot: DayPlot { DayPlot(minutes: minutes, top: top, bottom: 82) }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    SVGElement.picture(
      width: DayPlot.width, height: DayPlot.height, label: label, style: "cover",
      grid + [
        .path(area(of: cover.onDuty), style: "on-duty"),
        .path(shortfall, style: "short"),
        .path(line(of: cover.need), style: "need"),
      ] + breakLane)
  }

  private var label: String {
    let date = language.shortDate(horizon.date(ofDay: day))
    let hours = Double(horizon.intervalMinutes) / 60
    let short = intervals.reduce(0) { $0 + max(0, cover.need[$1] - cover.onDuty[$1]) } * hours
    let need = intervals.reduce(0) { $0 + cover.need[$1] } * hours
    let sentence = language.text(
      .shortOf(
        short: NumberText.fixed(short, decimals: 1), need: NumberText.fixed(need, decimals: 1)))
    return "\(cover.skill), \(date): \(sentence)"
  }

  /// The day's intervals inside the shown minutes.
  private var intervals: Range<Int> {
    let first = day * horizon.intervalsPerDay + minutes.lowerBound / horizon.intervalMinutes
    let last = day * horizon.intervalsPerDay + minutes.upperBound / horizon.intervalMinutes
    return first..<min(last, cover.need.count)
  }

  private func x(interval: Int) -> Double {
    plot.x(interval * horizon.intervalMinutes - day * 1_440)
  }

  private func y(_ agents: Double) -> Double { plot.y(agents) }

  private var grid: [SVGElement] {
    let hours = minutes.count / 60
    let hourStep = hours > 12 ? 3 : hours > 6 ? 2 : 1
    let firstHour = (minutes.lowerBound + 59) / 60
    return plot.valueRules
      + stride(from: firstHour, through: minutes.upperBound / 60, by: 1)
      .filter { $0 % hourStep == 0 }
      .flatMap { plot.hourRule($0, anchor: $0 * 60 == minutes.upperBound ? "end" : "middle") }
  }

  private func line(of values: [Double]) -> SVGPath {
    var path = SVGPath()
    for interval in intervals {
      if path.isEmpty { path.move(x: x(interval: interval), y: y(values[interval])) }
      path.upright(to: y(values[interval]))
      let isLevel = interval + 1 < intervals.upperBound && values[interval + 1] == values[interval]
      if !isLevel { path.across(to: x(interval: interval + 1)) }
    }
    return path
  }

  private func area(of values: [Double]) -> SVGPath {
    guard let first = intervals.first else { return SVGPath() }
    var path = line(of: values)
    path.upright(to: y(0))
    path.across(to: x(interval: first))
    path.close()
    return path
  }

  /// The space between need and cover wherever agents are missing.
  private var shortfall: SVGPath {
    var path = SVGPath()
    for interval in intervals
    where cover.need[interval] - cover.onDuty[interval] >= CoverGap.leastAgents {
      path.move(x: x(interval: interval), y: y(cover.onDuty[interval]))
      path.upright(to: y(cover.need[interval]))
      path.across(to: x(interval: interval + 1))
      path.upright(to: y(cover.onDuty[interval]))
      path.close()
    }
    return path
  }

  /// A stroke under each interval in which people are on a break, the
  /// stronger the more they are.
  private var breakLane: [SVGElement] {
    let most = cover.onBreak.max() ?? 0
    guard most > 0 else { return [] }
    return intervals.filter { cover.onBreak[$0] > 0 }.map { interval in
      let start = x(interval: interval)
      return SVGElement.rectangle(
        x: start, y: Self.laneTop, width: x(interval: interval + 1) - start,
        height: Self.laneHeight, style: "pause",
        opacity: 0.35 + 0.65 * cover.onBreak[interval] / most,
        label: "\(language.text(.breaks))\(language.colon)"
          + NumberText.short(cover.onBreak[interval], decimals: 1))
    }
  }
}

/// Round numbers for axes.
enum ChartScale {
  /// A step of 1, 2 or 5 times a power of ten that cuts `top` into at most
  /// `count` parts.
  static func step(top: Double, atMost count: Int) -> Double {
    guard top > 0, top.isFinite, count > 0 else { return 1 }
    var power = 1.0
    while power * 10 * Double(count) <= top { power *= 10 }
    while power * Double(count) > top, power > 1e-3 { power /= 10 }
    for factor in [1.0, 2, 5, 10] where power * factor * Double(count) >= top {
      return power * factor
    }
    return power * 10
  }

  /// The smallest multiple of a round step that is not below `value`.
  static func roundedUp(_ value: Double, atMost count: Int) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let step = step(top: value, atMost: count)
    return (value / step - 1e-9).rounded(.up) * step
  }
}
