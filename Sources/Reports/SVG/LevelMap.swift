import PlainText
import Rostering
import Simulation

/// The service level of a class by day and interval: a row a day, a square an
/// interval, coloured by how far it is from the goal.
struct LevelMap {
  let kind: ReplayClassFacts
  let facts: ReplayFacts
  let language: ReportLanguage

  private static let left = 92.0
  private static let top = 18.0
  private static let row = 19.0
  private static let right = 58.0
  private static let plotWidth = 760.0

  private var words: ReplayWords { ReplayWords(facts: facts, language: language) }
  private var horizon: PlanHorizon { facts.plan.horizon }

  /// The map as an SVG picture.
  var picture: SVGElement {
    let width = Self.left + Self.plotWidth + Self.right
    let height = Self.top + Self.row * Double(horizon.dayCount) + 4
    return SVGElement.picture(
      width: width, height: height,
      label: "\(kind.name): \(words.say(.levelByInterval))", style: "levels",
      hours + (0..<horizon.dayCount).flatMap(cells))
  }

  /// The hours of the day in which anybody arrives on any day.
  private var shownHours: Range<Int> {
    let perHour = 60 / horizon.intervalMinutes
    let busy = (0..<24).filter { hour in
      (0..<horizon.dayCount).contains { day in
        let first = day * horizon.intervalsPerDay + hour * perHour
        return (first..<(first + perHour)).contains {
          kind.replay.intervals[$0].serviceLevel != nil
        }
      }
    }
    return (busy.first ?? 0)..<((busy.last ?? 23) + 1)
  }

  private var hours: [SVGElement] {
    let shown = shownHours
    let step = shown.count > 12 ? 3 : 1
    return (shown.lowerBound...shown.upperBound).filter { $0 % step == 0 }.map { hour in
      let share = Double(hour - shown.lowerBound) / Double(shown.count)
      return SVGElement.words(
        "\(hour):00", x: Self.left + Self.plotWidth * share, y: Self.top - 6,
        anchor: share == 0 ? "start" : share == 1 ? "end" : "middle", style: "tick")
    }
  }

  private func cells(ofDay day: Int) -> [SVGElement] {
    let y = Self.top + Self.row * Double(day)
    let perHour = 60 / horizon.intervalMinutes
    let shown = shownHours
    let width = Self.plotWidth / Double(shown.count * perHour)
    var elements = [
      SVGElement.words(
        words.day(day), x: Self.left - 8, y: y + 13, anchor: "end", style: "tick")
    ]
    for offset in 0..<(shown.count * perHour) {
      let interval = day * horizon.intervalsPerDay + shown.lowerBound * perHour + offset
      guard let level = kind.replay.intervals[interval].serviceLevel else { continue }
      elements.append(
        .rectangle(
          x: Self.left + width * Double(offset) + 0.5, y: y + 1, width: width - 1,
          height: Self.row - 2, style: Self.step(level.value, wanted: kind.wantedShare ?? 0.8),
          label: words.span(interval..<(interval + 1)) + ": " + words.percent(level)))
    }
    if let level = kind.replay.days[day].serviceLevel {
      elements.append(
        .words(
          NumberText.percent(level.value), x: Self.left + Self.plotWidth + 10, y: y + 13,
          style: level.value < kind.wantedShare ?? 0 ? "value short" : "value"))
    }
    return elements
  }

  /// The colour: at the goal, a little below, and in steps of fifteen points
  /// down to far below.
  static func step(_ level: Double, wanted: Double) -> String {
    let below = wanted - level
    return below <= 0
      ? "l0" : below <= 0.05 ? "l1" : below <= 0.15 ? "l2" : below <= 0.3 ? "l3" : "l4"
  }
}

/// The tickets that wait at the end of each day: a bar for the mean, a
/// whisker from the tenth to the ninetieth percentile.
struct BacklogChart {
  let kind: ReplayClassFacts
  let backlog: BacklogReplay
  let facts: ReplayFacts
  let language: ReportLanguage

  private static let left = 52.0
  private static let plotTop = 14.0
  private static let plotBottom = 150.0
  private static let height = 186.0

  private var words: ReplayWords { ReplayWords(facts: facts, language: language) }

  private var top: Double {
    ChartScale.roundedUp(backlog.byDay.map { max($0.high, $0.mean) }.max() ?? 0, atMost: 4)
  }

  private func y(_ tickets: Double) -> Double {
    Self.plotBottom - min(max(tickets / max(top, 1e-9), 0), 1)
      * (Self.plotBottom - Self.plotTop)
  }

  /// The chart as an SVG picture.
  var picture: SVGElement {
    let slot = max(30.0, min(64, 820 / Double(max(1, backlog.byDay.count))))
    let width = Self.left + slot * Double(backlog.byDay.count) + 6
    let step = max(1, ChartScale.step(top: top, atMost: 4))
    var elements = stride(from: 0, through: top, by: step).flatMap { value in
      [
        SVGElement.line(x1: Self.left, y1: y(value), x2: width, y2: y(value), style: "rule"),
        .words(
          NumberText.grouped(value), x: Self.left - 6, y: y(value) + 4, anchor: "end", style: "tick"
        ),
      ]
    }
    for (day, band) in backlog.byDay.enumerated() {
      let middle = Self.left + slot * (Double(day) + 0.5)
      let date = facts.plan.horizon.date(ofDay: day)
      let label =
        "\(words.day(day)): \(NumberText.grouped(band.mean, decimals: 1)) "
        + "(\(NumberText.grouped(band.low))–\(NumberText.grouped(band.high)))"
      elements += [
        .rectangle(
          x: middle - slot * 0.3, y: y(band.mean), width: slot * 0.6,
          height: Self.plotBottom - y(band.mean), style: "bar", radius: 2, label: label),
        .line(x1: middle, y1: y(band.low), x2: middle, y2: y(band.high), style: "whisker"),
        .words(
          language.dayAndMonth(date), x: middle, y: Self.plotBottom + 15, anchor: "middle",
          style: "tick"),
        .words(
          language.weekday(date.weekday), x: middle, y: Self.plotBottom + 28, anchor: "middle",
          style: "tick"),
      ]
    }
    return SVGElement.picture(
      width: width, height: Self.height, label: "\(kind.name): \(words.say(.backlogByDay))",
      style: "backlog", elements)
  }
}
