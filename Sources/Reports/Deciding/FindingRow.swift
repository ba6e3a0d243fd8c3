import Rostering

/// A finding of the checks as text, the same in every renderer.
struct FindingRow {
  let finding: FeasibilityFinding
  let words: ExplainWords

  /// The check, when, who or what, and required against achievable.
  var cells: [String] {
    var what = finding.subject
    if !finding.employeeID.isEmpty { what = finding.employeeID }
    if !finding.rule.isEmpty { what += " " + words.rule(finding.rule) }
    let amounts =
      finding.requiredMinutes > 0
      ? words.say(
        .missing(
          required: words.minutes(finding.requiredMinutes),
          achievable: words.minutes(finding.achievableMinutes), people: finding.missingPeople))
      : ""
    return [words.say(.check(finding.check)), when, what, amounts]
  }

  private var when: String {
    guard let day = finding.day else { return "" }
    let horizon = words.plan.horizon
    guard let minutes = finding.minutes else { return "\(horizon.date(ofDay: day))" }
    let last = horizon.day(ofMinute: minutes.upperBound - 1)
    if last > day { return "\(horizon.date(ofDay: day))..\(horizon.date(ofDay: last))" }
    return "\(horizon.date(ofDay: day)) \(spanWords(minutes, fromDay: day))"
  }
}
