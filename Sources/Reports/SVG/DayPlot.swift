import PlainText

/// The axes of a day's chart: minutes of the day across, values upwards.
struct DayPlot {
  /// Minutes of the day that are shown.
  let minutes: Range<Int>
  /// The largest value that is shown.
  let top: Double
  /// Where value 0 lies.
  let bottom: Double

  static let width = 360.0
  static let left = 22.0
  static let plotTop = 8.0
  static let height = 103.0

  func x(_ minute: Int) -> Double {
    let share = Double(minute - minutes.lowerBound) / Double(max(1, minutes.count))
    return Self.left + share * (Self.width - Self.left - 2)
  }

  func y(_ value: Double) -> Double {
    let share = top > 0 ? min(max(value / top, 0), 1) : 0
    return bottom - share * (bottom - Self.plotTop)
  }

  /// Rules across with their values.
  var valueRules: [SVGElement] {
    stride(from: 0, through: top, by: ChartScale.step(top: top, atMost: 3)).flatMap {
      value -> [SVGElement] in
      [
        .line(x1: Self.left, y1: y(value), x2: Self.width - 2, y2: y(value), style: "rule"),
        .words(
          NumberText.short(value, decimals: 1), x: Self.left - 4, y: y(value) + 3, anchor: "end",
          style: "tick"),
      ]
    }
  }

  /// A rule upwards at an hour, with its number.
  func hourRule(_ hour: Int, anchor: String = "middle") -> [SVGElement] {
    let place = x(hour * 60)
    return [
      .line(x1: place, y1: Self.plotTop, x2: place, y2: bottom, style: "rule"),
      .words("\(hour)", x: place, y: Self.height - 3, anchor: anchor, style: "tick"),
    ]
  }
}
