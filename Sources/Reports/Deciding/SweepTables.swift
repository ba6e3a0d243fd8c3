import PlainText
import Rostering

/// A sweep as CSV: one row a case, the same columns for every kind of sweep.
public struct SweepCSV: Sendable {
  /// The facts.
  public let facts: SweepFacts

  /// A table of some facts.
  public init(_ facts: SweepFacts) { self.facts = facts }

  /// The table, its header included.
  public var text: String {
    let parts = RosterCost().parts.map { $0.name.replacing("-", with: "_") }
    let days = (0..<facts.plan.horizon.dayCount).map {
      "on_duty_\(facts.plan.horizon.date(ofDay: $0))"
    }
    var table = CSVText(
      columns: [
        "case", "status", "people", "objective", "bound", "gap", "shortfall_hours",
        "surplus_hours", "need_hours", "paid_hours", "premium_hours", "overtime_hours",
        "most_week_hours", "most_overtime_hours", "days_off", "pay_met", "rest_met",
        "wishes_asked", "wishes_met", "premium_spread", "hours_spread", "short_rests",
        "service_level", "late_tickets", "goals_met", "scenario_mean_shortfall",
        "scenario_worst_shortfall", "scenario_goals_share", "seconds",
      ] + parts + days)
    for facts in facts.cases { table.append(row(facts)) }
    return table.text
  }

  private func row(_ facts: CaseFacts) -> [CSVCell] {
    guard facts.status == .solved else {
      return [.text(facts.name), .plain(facts.status.rawValue), .integer(facts.people)]
    }
    func number(_ value: Double?, _ decimals: Int) -> CSVCell {
      value.map { .number($0, decimals: decimals) } ?? .empty
    }
    let outlook = facts.outlook
    let cells: [CSVCell] = [
      .text(facts.name), .plain(facts.status.rawValue), .integer(facts.people),
      number(facts.objective, 4), number(facts.bound, 4), number(facts.gap, 6),
      number(facts.shortfallHours, 3), number(facts.surplusHours, 3),
      number(facts.needHours, 3), number(facts.paidHours, 3), number(facts.premiumHours, 3),
      number(facts.overtimeHours, 3), number(facts.mostWeekHours, 3),
      number(facts.mostOvertimeHours, 3), .integer(facts.daysOff), number(facts.payMet, 4),
      number(facts.restMet, 4), .integer(facts.wishesAsked), .integer(facts.wishesMet),
      .integer(facts.premiumSpread), number(facts.hoursSpread, 3), .integer(facts.shortRests),
      number(facts.serviceLevel, 6),
      facts.services.isEmpty ? .empty : number(facts.lateTickets, 3),
      .plain(facts.meetsGoals ? "true" : "false"), number(outlook?.expectedShortfall, 3),
      number(outlook?.worst?.shortfallHours, 3), number(outlook?.metShare, 4),
      number(facts.seconds, 3),
    ]
    return cells + facts.cost.parts.map { .number($0.amount, decimals: 4) }
      + facts.onDutyByDay.map { .integer($0) }
  }
}

/// A sweep as JSON.
public struct SweepJSON: Sendable {
  /// The facts.
  public let facts: SweepFacts

  /// A document of some facts.
  public init(_ facts: SweepFacts) { self.facts = facts }

  /// The document, indented, with LF at the end.
  public var text: String {
    let first = facts.cases.first { $0.status == .solved }
    var members: [(key: String, value: JSONTree)] = [
      ("plan", .string(facts.plan.name)), ("kind", .string(facts.kind.rawValue)),
      ("currency", .string(facts.plan.currency)),
      ("cases", .array(facts.cases.map { tree($0, against: first) })),
    ]
    if facts.kind == .levels {
      members.append(("knee", facts.knee.map { .integer($0.people) } ?? .null))
      members.append(
        ("least_meeting_goals", facts.leastMeetingGoals.map { .integer($0.people) } ?? .null))
      members.append(
        (
          "notes",
          .array(SweepRows(facts: facts, language: .english).levelSentences.map { .string($0) })
        ))
    }
    if facts.kind == .rulePrices, let base = facts.rulePriceBase ?? facts.cases.first {
      members.append(
        (
          "rules",
          .array(
            zip(facts.loosenings, facts.cases.dropFirst()).map { loosening, looser in
              rule(loosening, base: base, looser: looser)
            })
        ))
      let skills = facts.plan.need.skills
      members.append(
        (
          "marginal_worth",
          .object(
            zip(skills, facts.marginalWorth).map { skill, worth in
              (skill, .array(worth.map { .number($0, decimals: 2) }))
            })
        ))
    }
    return JSONTree.object(members).text
  }

  private func tree(_ facts: CaseFacts, against first: CaseFacts?) -> JSONTree {
    guard facts.status == .solved else {
      return .object([
        ("name", .string(facts.name)), ("status", .string(facts.status.rawValue)),
        ("note", .string(facts.note)), ("people", .integer(facts.people)),
      ])
    }
    let isFirst = facts.name == first?.name
    let outlook = facts.outlook
    return .object([
      ("name", .string(facts.name)), ("status", .string(facts.status.rawValue)),
      ("people", .integer(facts.people)), ("objective", .number(facts.objective, decimals: 4)),
      ("bound", .number(facts.bound, decimals: 4)), ("gap", .number(facts.gap, decimals: 6)),
      (
        "undecided_against_first",
        isFirst ? .null : .bool(first.map { self.facts.isUndecided($0, facts) } ?? false)
      ),
      (
        "parts",
        .object(
          facts.cost.parts.map {
            ($0.name.replacing("-", with: "_"), .number($0.amount, decimals: 4))
          })
      ),
      ("on_duty_by_day", .array(facts.onDutyByDay.map { .integer($0) })),
      ("need_hours", .number(facts.needHours, decimals: 3)),
      ("shortfall_hours", .number(facts.shortfallHours, decimals: 3)),
      ("surplus_hours", .number(facts.surplusHours, decimals: 3)),
      ("paid_hours", .number(facts.paidHours, decimals: 3)),
      ("premium_hours", .number(facts.premiumHours, decimals: 3)),
      ("overtime_hours", .number(facts.overtimeHours, decimals: 3)),
      ("most_week_hours", .number(facts.mostWeekHours, decimals: 3)),
      ("week_limit_hours", .number(facts.weekLimitHours, decimals: 3)),
      ("most_overtime_hours", .number(facts.mostOvertimeHours, decimals: 3)),
      ("overtime_limit_hours", .number(facts.overtimeLimitHours, decimals: 3)),
      ("days_off", .integer(facts.daysOff)), ("pay_met", .number(facts.payMet, decimals: 4)),
      ("rest_met", .number(facts.restMet, decimals: 4)),
      ("wishes_asked", .integer(facts.wishesAsked)), ("wishes_met", .integer(facts.wishesMet)),
      ("premium_spread", .integer(facts.premiumSpread)),
      ("hours_spread", .number(facts.hoursSpread, decimals: 3)),
      ("short_rests", .integer(facts.shortRests)),
      ("service_level", .number(facts.serviceLevel, decimals: 6)),
      (
        "services",
        .array(
          facts.services.map {
            .object([
              ("skill", .string($0.skill)),
              ("service_level", .number($0.serviceLevel, decimals: 6)),
              ("goal", .number($0.goal, decimals: 4)), ("met", .bool($0.isMet)),
            ])
          })
      ),
      ("late_tickets", facts.services.isEmpty ? .null : .number(facts.lateTickets, decimals: 3)),
      ("goals_met", .bool(facts.meetsGoals)),
      ("scenarios", scenarios(outlook)),
      ("scenario_mean_shortfall", .number(outlook?.expectedShortfall, decimals: 3)),
      ("scenario_worst_shortfall", .number(outlook?.worst?.shortfallHours, decimals: 3)),
      ("scenario_goals_share", .number(outlook?.metShare, decimals: 4)),
      ("seconds", .number(facts.seconds, decimals: 3)),
    ])
  }

  private func scenarios(_ outlook: OutlookFacts?) -> JSONTree {
    .array((outlook?.cases ?? []).map { OutlookTree.tree(of: $0) })
  }

  private func rule(_ loosening: RuleLoosening, base: CaseFacts, looser: CaseFacts) -> JSONTree {
    let price = RulePrice(facts: facts, base: base, looser: looser)
    let isSolved = base.status == .solved && looser.status == .solved
    return .object([
      ("rule", .string(loosening.key)),
      ("parameter", loosening.parameter.isEmpty ? .null : .string(loosening.parameter)),
      ("from", value(loosening.from)), ("to", value(loosening.to)),
      ("hours", isSolved ? .number(price.hours, decimals: 3) : .null),
      ("money", isSolved ? .number(price.money, decimals: 2) : .null),
      ("least", isSolved ? .number(price.proven.least, decimals: 2) : .null),
      ("most", isSolved ? .number(price.proven.most, decimals: 2) : .null),
      ("relaxed", isSolved ? .number(price.estimate, decimals: 2) : .null),
      ("undecided", .bool(!isSolved || price.isUndecided)),
      ("decided_by", isSolved ? decision(price) : .null),
    ])
  }

  private func decision(_ price: RulePrice) -> JSONTree {
    guard let open = price.decidedBy else { return .null }
    return .object([
      ("proof_of", .string(open.isOfPlan ? "plan" : "looser")),
      ("gap_needed", .number(open.needed, decimals: 6)),
      ("gap_now", .number(open.now, decimals: 6)),
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
}
