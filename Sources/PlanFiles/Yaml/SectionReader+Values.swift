/// Values of a section with their defaults: a value that cannot be read is
/// reported and takes its default, so that the reading goes on.
extension SectionReader {
  /// A text that is not empty.
  func text(_ name: String, default fallback: String) -> String {
    guard let source = value(name) else { return fallback }
    return log.name(source) ?? fallback
  }

  /// A percentage as a factor.
  func percent(
    _ name: String, in limits: ClosedRange<Double>, default fallback: Double
  ) -> Double {
    value(name).flatMap { log.percent($0, in: limits) } ?? fallback
  }

  /// A length of time in whole minutes.
  func minutes(_ name: String, in limits: ClosedRange<Int>, default fallback: Int) -> Int {
    value(name).flatMap { log.minutes($0, in: limits) } ?? fallback
  }

  /// A length of time in seconds.
  func seconds(_ name: String, in limits: ClosedRange<Int>) -> Double? {
    value(name).flatMap { log.seconds($0, in: limits) }.map(Double.init)
  }

  /// A number.
  func number(
    _ name: String, in limits: ClosedRange<Double>, default fallback: Double
  ) -> Double {
    value(name).flatMap { log.number($0, in: limits) } ?? fallback
  }

  /// A whole number.
  func count(_ name: String, in limits: ClosedRange<Int>, default fallback: Int) -> Int {
    value(name).flatMap { log.count($0, in: limits) } ?? fallback
  }

  /// A price: not negative.
  func price(_ name: String, default fallback: Double) -> Double {
    number(name, in: ProblemLog.prices, default: fallback)
  }

  /// A time of day in minutes from midnight.
  func clockTime(_ name: String, default fallback: Int) -> Int {
    value(name).flatMap { log.clockTime($0) } ?? fallback
  }

  /// True or false.
  func isOn(_ name: String, default fallback: Bool) -> Bool {
    value(name).flatMap { log.isOn($0) } ?? fallback
  }
}

extension ProblemLog {
  /// The prices that a plan may use.
  static let prices = 0.0...1e9

  /// A name: a text that is neither empty nor longer than 200 characters and
  /// has no line breaks or other control characters.
  func name(_ source: SourceText) -> String? {
    let hasControl = source.text.unicodeScalars.contains {
      $0.properties.generalCategory == .control
    }
    if !source.text.isEmpty, source.text.count <= 200, !hasControl { return source.text }
    report(
      .badText, source, "\(quoted(source.text)) cannot be a name.",
      expected: "a text of one line, 1 to 200 characters")
    return nil
  }
}
