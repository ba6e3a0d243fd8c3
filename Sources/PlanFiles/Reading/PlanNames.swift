import Rostering

/// The names that the files of a plan use for skills, teams and people,
/// checked against each other.
struct PlanNames {
  let classSkills: [SourceText]
  let needSkills: [SourceText]
  let modeSkills: [SourceText]
  let patterns: ShiftSection
  let staff: StaffTable
  let log: ProblemLog

  init(
    classSkills: [SourceText], needSkills: [SourceText], modeSkills: [SourceText],
    patterns: ShiftSection, staff: StaffTable, log: ProblemLog
  ) {
    self.classSkills = classSkills
    self.needSkills = needSkills
    self.modeSkills = modeSkills
    self.patterns = patterns
    self.staff = staff
    self.log = log
    checkSkills()
  }

  /// All skills, each once, in the order of first mention: workload classes,
  /// need file, staff.
  var orderedSkills: [String] {
    var seen: Set<String> = []
    return (classSkills + needSkills + staff.skills).map(\.text).filter { seen.insert($0).inserted }
  }

  /// More skills than this are a column read as skills by mistake.
  static let skillLimit = 500

  /// All skills, or the first ones and a problem where there are too many.
  func limitedSkills(at place: SourcePlace) -> [String] {
    let skills = orderedSkills
    guard skills.count > PlanNames.skillLimit else { return skills }
    log.report(
      .outOfRange, at: SourcePlace(file: place.file, field: "skills"),
      "The files name \(skills.count) skills.", expected: "at most \(PlanNames.skillLimit)")
    return Array(skills.prefix(PlanNames.skillLimit))
  }

  private func checkSkills() {
    let wanted = Set((classSkills + needSkills).map(\.text))
    let held = Set(staff.skills.map(\.text))
    let planSkills = orderedSkills.filter { wanted.contains($0) }
    // A skill of the staff that nothing wants is a slip of the pen where one
    // with nearly the same name is wanted, and of no use otherwise.
    var reported: Set<String> = []
    let used = wanted.union(modeSkills.map(\.text)).union(patterns.patterns.flatMap(\.skills))
    for skill in staff.skills where !used.contains(skill.text) && !wanted.isEmpty {
      if let near = nearestName(to: skill.text, among: planSkills) {
        log.report(
          .unknownSkill, skill, "\(quoted(skill.text)) is not a skill of the plan.",
          expected: "one of \(listed(planSkills))", action: "Did you mean \(quoted(near))?")
      } else if reported.insert(skill.text).inserted {
        log.report(
          .skillUnstaffed, skill,
          "The skill \(quoted(skill.text)) is wanted by no workload class, need, mode or shift.")
      }
    }
    let known = Set(wanted).union(held)
    if !classSkills.isEmpty {
      let classNames = classSkills.map(\.text)
      for skill in needSkills where !classNames.contains(skill.text) && !held.contains(skill.text) {
        if nearestName(to: skill.text, among: classNames) != nil {
          reportUnknown(skill, classNames)
        }
      }
    }
    let names = orderedSkills
    for (pattern, place) in zip(patterns.patterns, patterns.places) {
      for skill in pattern.skills where !known.contains(skill) && !staff.isIncomplete {
        reportUnknown(SourceText(skill, at: place), names)
      }
    }
    for skill in modeSkills where !known.contains(skill.text) && !staff.isIncomplete {
      reportUnknown(skill, names)
    }
    var warned: Set<String> = []
    for skill in classSkills + needSkills + modeSkills
    where !held.contains(skill.text) && !staff.isIncomplete && warned.insert(skill.text).inserted {
      guard known.contains(skill.text) else { continue }
      log.report(
        .skillUnstaffed, skill,
        "Nobody has the skill \(quoted(skill.text)), so its need stays open.",
        action: suggestion(for: skill.text, among: staff.skills.map(\.text)))
    }
  }

  private func reportUnknown(_ skill: SourceText, _ names: [String]) {
    log.report(
      .unknownSkill, skill, "\(quoted(skill.text)) is not a skill of the plan.",
      expected: names.isEmpty ? "" : "one of \(listed(names))",
      action: suggestion(for: skill.text, among: names))
  }

  /// Reports teams and people of rules that are not in the staff.
  func checkScopes(_ rules: RulesSection) {
    guard !staff.isIncomplete else { return }
    let teams = staff.teams
    for team in rules.teams where !teams.contains(team.text) {
      log.report(
        .unknownTeam, team, "\(quoted(team.text)) is no team of the staff.",
        expected: teams.isEmpty ? "" : "one of \(listed(teams))",
        action: suggestion(for: team.text, among: teams))
    }
    for employee in rules.employees { _ = staff.employeeID(employee, log: log) }
  }

  /// The rules with people named by their ids.
  func resolved(_ rules: [ScopedRule]) -> [ScopedRule] {
    let quiet = ProblemLog()
    return rules.map { rule in
      var rule = rule
      rule.employeeIDs = rule.employeeIDs.compactMap { name in
        staff.employeeID(SourceText(name, at: SourcePlace(file: "")), log: quiet)
      }
      return rule
    }
  }
}
