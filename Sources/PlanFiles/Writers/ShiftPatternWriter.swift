import CivilTime
import Rostering

/// Writes shift patterns as the `shifts` of a plan: a file that a plan names
/// (`shifts: shifts.yaml`), or a section to paste into plan.yaml.
public struct ShiftPatternWriter: Sendable {
  /// The days of the plan, for patterns that are not for all of them.
  public let horizon: PlanHorizon?

  /// A writer; without a horizon patterns are for all days.
  public init(horizon: PlanHorizon?) { self.horizon = horizon }

  /// The patterns as YAML, with a comment before them.
  public func yaml(_ patterns: [ShiftPattern], comment: String = "") -> String {
    var text = comment.split(whereSeparator: \.isNewline).map { "# \($0)\n" }.joined()
    text += patterns.isEmpty ? "shifts: []\n" : "shifts:\n"
    for pattern in patterns {
      text += "  - name: \(Self.quoted(pattern.name))\n"
      text += "    starts: [\(pattern.startMinutes.map(Self.clock).joined(separator: ", "))]\n"
      text += "    lengths: [\(pattern.lengthMinutes.map(Self.span).joined(separator: ", "))]\n"
      if !pattern.breaks.isEmpty {
        let breaks = pattern.breaks.map { rule in
          "{length: \(Self.span(rule.minutes)), between: [\(Self.span(rule.earliestOffset)), "
            + "\(Self.span(rule.latestOffset))]\(rule.isPaid ? ", paid: true" : "")}"
        }
        text += "    breaks: [\(breaks.joined(separator: ", "))]\n"
      }
      if let days = pattern.days, let horizon {
        let dates = days.sorted().map { "\(horizon.date(ofDay: $0))" }
        text += "    days: [\(dates.joined(separator: ", "))]\n"
      }
      if !pattern.skills.isEmpty {
        text += "    skills: [\(pattern.skills.map(Self.quoted).joined(separator: ", "))]\n"
      }
    }
    return text
  }

  private static func clock(_ minute: Int) -> String {
    quoted(ClockTime(minuteOfDay: minute)?.description ?? "\(minute)")
  }

  private static func span(_ minutes: Int) -> String { hours(minutes) }

  /// A double-quoted scalar of YAML.
  private static func quoted(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}":
        let digits = String(scalar.value, radix: 16)
        literal += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }
}
