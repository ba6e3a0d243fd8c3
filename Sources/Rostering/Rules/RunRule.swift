/// What the rules on consecutive days share: limits on the length of runs of
/// days that belong to a class.
///
/// Border: a run that touches the end of the horizon, or reaches back into
/// days that are not known, satisfies its minimum.
struct RunRule {
  var key: String
  var least: Int?
  var most: Int?
  /// What a run is called: "days in a row".
  var unit: String

  func violations(
    in line: PersonLine, where isMember: (Int) -> Bool
  ) -> [RuleViolation] {
    let known = line.knownDays
    return line.runs(where: isMember).flatMap { run -> [RuleViolation] in
      var found: [RuleViolation] = []
      if let most, run.count > most, run.upperBound > 0 {
        found.append(violation(in: line, run: run, day: max(0, run.lowerBound + most)))
      }
      let isOpen = run.upperBound == known.upperBound || run.lowerBound == known.lowerBound
      if let least, run.count < least, run.upperBound >= 0, !isOpen {
        found.append(violation(in: line, run: run, day: max(0, run.upperBound - 1)))
      }
      return found
    }
  }

  private func violation(in line: PersonLine, run: Range<Int>, day: Int) -> RuleViolation {
    let limit = limitText(least: least, most: most) { "\($0)" } + " \(unit)"
    return line.violation(
      of: key, day: day, limit: limit, actual: "\(run.count)",
      message: "\(run.count) \(unit); allowed are \(limit).")
  }

  func encode(
    into encoder: inout LineEncoder, members: OptionMask, includesDaysOff: Bool,
    isHistoryMember: (ShiftAssignment?) -> Bool
  ) {
    let length = encoder.historyRun(where: isHistoryMember)
    encoder.add(
      RunLimit(
        members: members, includesDaysOff: includesDaysOff, least: max(1, least ?? 1),
        most: most ?? .max, historyRun: length,
        isHistoryOpen: encoder.isHistoryRunOpen(length: length), rule: key))
  }
}
