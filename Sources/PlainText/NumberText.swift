import Foundation

/// Numbers as text that is the same on every machine: a point for decimals, no
/// locale, and no exponent except where it is asked for.
public enum NumberText {
  private static let scales: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// A number with a fixed count of decimals, rounded half away from zero.
  ///
  ///     NumberText.fixed(2.5, decimals: 0)     // "3"
  ///     NumberText.fixed(-0.04, decimals: 1)   // "0.0"
  ///
  /// - Parameters:
  ///   - value: The number. One that is not finite gives an empty text, which
  ///     is an empty cell in a table.
  ///   - decimals: Digits after the point; values outside 0 to 9 are clamped.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "" }
    let decimals = min(max(decimals, 0), 9)
    let scaled = (value.magnitude * scales[decimals]).rounded(.toNearestOrAwayFromZero)
    guard let whole = Int64(exactly: scaled) else {
      // Beyond 9e18 a double has no decimals left to round.
      return String(format: "%.\(decimals)f", value)
    }
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// As ``fixed(_:decimals:)`` without zeros at the end of the decimals.
  ///
  ///     NumberText.short(7.50, decimals: 2)   // "7.5"
  ///     NumberText.short(8, decimals: 2)      // "8"
  public static func short(_ value: Double, decimals: Int) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// A number with at most 15 significant digits and an exponent where it is
  /// very large or very small, as JSON takes it; empty when it is not finite.
  ///
  ///     NumberText.significant(0.1 + 0.2)   // "0.3"
  ///     NumberText.significant(1e-20)       // "1e-20"
  public static func significant(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    return value == 0 ? "0" : String(format: "%.15g", value)
  }

  /// As ``fixed(_:decimals:)`` with a comma between groups of three digits,
  /// for people to read.
  ///
  ///     NumberText.grouped(38420.5, decimals: 0)   // "38,421"
  public static func grouped(_ value: Double, decimals: Int = 0) -> String {
    let text = fixed(value, decimals: decimals)
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// A share as a percentage with its sign: 0.004 is `0.4 %`.
  public static func percent(_ share: Double, decimals: Int = 0) -> String {
    let digits = fixed(share * 100, decimals: decimals)
    return digits.isEmpty ? "" : digits + " %"
  }
}
