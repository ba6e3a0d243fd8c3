import Rostering

/// Which shifts may be designed, where the command line says so: starts,
/// lengths and breaks in the words of plan.yaml.
public struct ShiftWindows: Hashable, Sendable {
  /// Starts in minutes from midnight; nil leaves them to the plan's patterns.
  public var startMinutes: [Int]?
  /// Lengths in minutes; nil leaves them to the plan's patterns.
  public var lengthMinutes: [Int]?
  /// Breaks; nil leaves them to the plan's patterns.
  public var breaks: [BreakRule]?

  /// What the plan's patterns say.
  public init() {}

  /// Windows from texts.
  ///
  /// - Parameters:
  ///   - starts: `08:00`, or `08:00..16:00 every 30m`; several apart by commas.
  ///   - lengths: `8h`, or `6h..10h every 30m`; several apart by commas.
  ///   - breaks: `30m 3h..5h`, the length and between which times after the
  ///     start it begins; several apart by commas, in the order they are
  ///     taken; `none` for no break.
  /// - Throws: Every problem at once, with the option's name as the file.
  public init(starts: String?, lengths: String?, breaks: String?) throws(PlanProblems) {
    let log = ProblemLog()
    startMinutes = Self.values(starts, "--starts", log) { log.starts($0) }
    lengthMinutes = Self.values(lengths, "--lengths", log) { log.lengths($0) }
    if let breaks {
      let source = SourceText(breaks, at: SourcePlace(file: "--breaks"))
      self.breaks =
        source.text == "none"
        ? [] : breaks.split(separator: ",").compactMap { Self.rule(source.part($0), log) }
    }
    if log.hasErrors { throw PlanProblems(log.problems) }
  }

  private static func values(
    _ text: String?, _ option: String, _ log: ProblemLog, _ read: (SourceText) -> [Int]
  ) -> [Int]? {
    guard let text else { return nil }
    let place = SourcePlace(file: option)
    let values = text.split(separator: ",").flatMap { read(SourceText($0, at: place)) }
    if values.isEmpty, !log.hasErrors {
      log.report(.valueMissing, at: place, "\(option) has no value.")
    }
    return Set(values).sorted()
  }

  private static func rule(_ source: SourceText, _ log: ProblemLog) -> BreakRule? {
    let words = source.text.split(separator: " ", maxSplits: 1)
    let ends = words.count == 2 ? words[1].split(separator: "..") : []
    guard words.count == 2, (1...2).contains(ends.count) else {
      log.report(
        .badSpan, source, "\(quoted(source.text)) is not a break.",
        expected: "a length and when it begins, such as \"30m 3h..5h\"")
      return nil
    }
    let length = log.minutes(source.part(words[0]), in: 1...720)
    let offsets = ends.compactMap { log.minutes(source.part(trimmed($0)), in: 0...2_880) }
    guard let length, let earliest = offsets.first, let latest = offsets.last,
      offsets.count == ends.count
    else { return nil }
    guard earliest <= latest else {
      log.report(.reversed, source, "The latest start of a break lies before the earliest.")
      return nil
    }
    return BreakRule(minutes: length, earliestOffset: earliest, latestOffset: latest)
  }
}
