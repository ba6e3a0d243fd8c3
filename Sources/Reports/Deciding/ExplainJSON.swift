import PlainText
import Rostering

/// What `explain --format json` prints.
public struct ExplainJSON: Sendable {
  /// The plan.
  public let plan: RosterPlan

  /// The documents of a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// Contradictions, checks and gaps.
  public func text(_ facts: ExplainFacts) -> String {
    JSONTree.object([
      ("plan", .string(plan.name)), ("currency", .string(plan.currency)),
      ("objective", .number(facts.roster?.objective, decimals: 4)),
      ("shortfall_hours", .number(facts.roster?.audit.shortfallHours, decimals: 3)),
      ("contradictions", .array(facts.contradictions.map(contradiction))),
      ("feasibility", .array(checks(facts.findings))),
      ("gap_count", facts.roster.map { _ in .integer(facts.gapCount) } ?? .null),
      ("gaps", .array(facts.gaps.map(gap))),
    ]).text
  }

  private func date(_ day: Int) -> JSONTree { .string("\(plan.horizon.date(ofDay: day))") }

  private func contradiction(_ contradiction: RuleContradiction) -> JSONTree {
    .object([
      ("employee", .string(contradiction.employee.id)),
      ("name", .string(contradiction.employee.name)),
      (
        "rules",
        .array(
          contradiction.parts.map { part in
            .object([
              ("rule", .string(part.key)), ("statement", .string(part.statement)),
              ("parameter", part.parameter.isEmpty ? .null : .string(part.parameter)),
              ("from", value(part.from)), ("to", value(part.to)),
            ])
          })
      ),
    ])
  }

  private func value(_ value: RuleValue?) -> JSONTree {
    switch value {
    case .minutes(let minutes): .object([("minutes", .integer(minutes))])
    case .count(let count): .integer(count)
    case .names(let names): .array(names.map { .string($0) })
    case nil: .null
    }
  }

  private func checks(_ findings: [FeasibilityFinding]) -> [JSONTree] {
    FeasibilityFinding.Check.allCases.map { check in
      let found = findings.filter { $0.check == check }
      return .object([
        ("title", .string(check.rawValue)),
        ("category", .string(found.contains(where: \.isHard) ? "infeasibility" : "warning")),
        ("description", .string(ExplainPhrase.check(check).text(.english))),
        ("violations", .array(found.map(violation))),
      ])
    }
  }

  private func violation(_ finding: FeasibilityFinding) -> JSONTree {
    let day = finding.day
    let span = finding.minutes
    return .object([
      ("date", day.map(date) ?? .null),
      ("startTime", clock(span?.lowerBound, day: day)),
      ("endTime", clock(span?.upperBound, day: day)),
      ("demandSegment", finding.subject.isEmpty ? .null : .string(finding.subject)),
      ("employeeNumber", finding.employeeID.isEmpty ? .null : .string(finding.employeeID)),
      ("requiredMinutes", .integer(finding.requiredMinutes)),
      ("achievableMinutes", .integer(finding.achievableMinutes)),
      ("missingEmployees", .integer(finding.missingPeople)),
      ("constraintId", finding.rule.isEmpty ? .null : .string(finding.rule)),
    ])
  }

  private func clock(_ minute: Int?, day: Int?) -> JSONTree {
    guard let minute, let day else { return .null }
    return .string(clockWords(ofMinute: minute, fromDay: day))
  }

  // MARK: Gaps

  private func gap(_ explained: GapExplanation) -> JSONTree {
    let gap = explained.gap
    return .object([
      ("date", date(gap.day)), ("start", clock(gap.minutes.lowerBound, day: gap.day)),
      ("end", clock(gap.minutes.upperBound, day: gap.day)), ("skill", .string(gap.skill)),
      ("mean_agents", .number(gap.meanAgents, decimals: 3)),
      ("most_agents", .number(gap.mostAgents, decimals: 3)),
      ("agent_hours", .number(gap.hours, decimals: 3)),
      ("cost", .number(explained.cost, decimals: 2)),
      (
        "worst",
        .object([
          ("start", clock(explained.worst.lowerBound, day: gap.day)),
          ("end", clock(explained.worst.upperBound, day: gap.day)),
          ("needed", .number(explained.needed, decimals: 3)),
          ("on_duty", .number(explained.onDuty, decimals: 3)),
          ("possible", .number(explained.possible, decimals: 3)),
        ])
      ),
      ("people", .array(explained.people.map(person))),
      ("repairs", .array(explained.repairs.map(repair))),
    ])
  }

  private func person(_ person: StandFacts) -> JSONTree {
    let (reason, findings): (String, [RuleFinding])
    switch person.reason {
    case .standsThere: (reason, findings) = ("there", [])
    case .sharesQueues: (reason, findings) = ("there-with-other-queues", [])
    case .onBreak: (reason, findings) = ("on-break", [])
    case .lacksSkill: (reason, findings) = ("lacks-skill", [])
    case .never(let rules): (reason, findings) = ("never", rules.map { RuleFinding(rule: $0) })
    case .notBesideOwnShifts(let found): (reason, findings) = ("own-shifts", found)
    case .couldBe: (reason, findings) = ("could-be", [])
    }
    return .object([
      ("employee", .string(person.employee.id)), ("reason", .string(reason)),
      ("rules", .array(findings.map(finding))),
      ("shift", person.shift.map(shift) ?? .null),
      ("net_cost", .number(person.netCost, decimals: 2)),
    ])
  }

  private func finding(_ finding: RuleFinding) -> JSONTree {
    .object([
      ("rule", .string(finding.rule)),
      ("limit", finding.limit.isEmpty ? .null : .string(finding.limit)),
      ("actual", finding.actual.isEmpty ? .null : .string(finding.actual)),
    ])
  }

  private func shift(_ shift: ShiftAssignment) -> JSONTree {
    .object([
      ("shift", .string(shift.pattern)), ("date", date(shift.day)),
      ("start", clock(shift.minutes.lowerBound, day: shift.day)),
      ("end", clock(shift.minutes.upperBound, day: shift.day)),
      (
        "breaks",
        .array(shift.breaks.map { .string(spanWords($0.minutes, fromDay: shift.day)) })
      ),
    ])
  }

  private func change(_ change: RosterChange) -> [(key: String, value: JSONTree)] {
    [
      ("hours_closed", .number(-change.shortfallHours, decimals: 3)),
      ("price", .number(change.price, decimals: 2)),
      ("worth", .number(-change.gapCost, decimals: 2)),
      ("net_cost", .number(change.cost.total, decimals: 2)),
    ]
  }

  private func repair(_ repair: GapRepair) -> JSONTree {
    .object(
      [
        ("kind", .string(repair.kind.rawValue)), ("employee", .string(repair.employee?.id)),
        ("shift", shift(repair.shift)), ("instead_of", repair.before.map(shift) ?? .null),
        ("rule", repair.rule.map(finding) ?? .null),
      ] + change(repair.change))
  }

  // MARK: A person's day

  /// Why somebody works on a day.
  public func text(_ explained: PersonDayExplanation) -> String {
    JSONTree.object([
      ("employee", .string(explained.person.employee.id)),
      ("name", .string(explained.person.employee.name)), ("date", date(explained.day)),
      ("shift", explained.shift.map(shift) ?? .null),
      ("without", explained.withoutShift.map { .object(change($0)) } ?? .null),
      ("demanded_by", .array(explained.demandedBy.map(finding))),
      ("obstacles", .array(explained.obstacles.map(finding))),
      (
        "alternatives",
        .array(
          explained.alternatives.map { alternative in
            .object([("shift", shift(alternative.shift))] + change(alternative.change))
          })
      ),
      (
        "others",
        .array(
          explained.rivals.map { rival in
            .object([
              ("employee", .string(rival.employee.id)),
              ("could", .bool(rival.isAllowed)),
              ("own_shift", rival.shift.map(shift) ?? .null),
              ("net_cost", .number(rival.change?.cost.total, decimals: 2)),
              ("rules", .array(rival.findings.map(finding))),
              ("giver_rules", .array(rival.giverFindings.map(finding))),
            ])
          })
      ),
    ]).text
  }
}
