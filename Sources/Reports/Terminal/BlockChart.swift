/// Figures as a line of block characters.
enum BlockChart {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// One block for each value, from ` ` for nothing over `▁` to `█` for `top`.
  static func bars(_ values: [Double], top: Double) -> String {
    String(
      values.map { value -> Character in
        guard value > 0, top > 0, value.isFinite else { return " " }
        let level = Int((value / top * 8).rounded(.up))
        return blocks[min(max(level, 1), 8) - 1]
      })
  }

  /// A bar of full blocks for a share of `width`, at least `▏` when there is
  /// anything.
  static func bar(_ share: Double, width: Int) -> String {
    guard share > 0, share.isFinite else { return "" }
    let eighths = Int((min(share, 1) * Double(width) * 8).rounded())
    let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let full = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { return full + String(parts[eighths % 8 - 1]) }
    return full.isEmpty ? "▏" : full
  }

  /// The means of equal groups of values.
  ///
  /// - Parameter size: Values in a group, at least 1; the last group may have
  ///   fewer.
  static func means(_ values: ArraySlice<Double>, groupsOf size: Int) -> [Double] {
    stride(from: values.startIndex, to: values.endIndex, by: max(1, size)).map { start in
      let group = values[start..<min(start + max(1, size), values.endIndex)]
      return group.reduce(0, +) / Double(group.count)
    }
  }
}
