import PlainText
import Rostering

/// `summary.json`: the figures of a solved roster for programs to read.
///
/// The same facts give the same bytes. `seconds` is the only figure that a
/// second run of the same plan and seed may change; it has a line of its own.
public struct SummaryJSON: Sendable {
  /// The facts.
  public let facts: RosterFacts

  /// A summary of some facts.
  public init(_ facts: RosterFacts) { self.facts = facts }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value, to be put into a larger one.
  public var tree: JSONTree {
    let audit = facts.audit
    let solution = facts.solution
    return .object([
      ("plan", .string(facts.plan.name)),
      ("currency", .string(facts.plan.currency)),
      ("objective", .number(facts.objective, decimals: 4)),
      ("parts", parts),
      ("bound", .number(solution?.bound, decimals: 4)),
      ("gap", .number(facts.gap, decimals: 6)),
      ("solver", .string(solution?.solver)),
      ("stop_reason", .string(solution?.stopReason.rawValue)),
      ("seconds", .number(solution?.seconds, decimals: 3)),
      ("seed", solution.map { .unsigned($0.seed) } ?? .null),
      ("version", .string(solution?.version)),
      ("rules_broken", .integer(audit.violations.count)),
      ("need_hours", .number(audit.needHours, decimals: 3)),
      ("shortfall_hours", .number(audit.shortfallHours, decimals: 3)),
      ("surplus_hours", .number(audit.surplusHours, decimals: 3)),
      ("shift_cover", ShiftCoverTree.tree(of: facts)),
      ("covered_share", .number(facts.coveredShare, decimals: 4)),
      ("expected_contacts", .number(facts.customers?.tickets, decimals: 3)),
      ("expected_late_contacts", .number(facts.customers?.late, decimals: 3)),
      ("people", .integer(facts.people.count)),
      ("shifts", .integer(facts.roster.assignments.count)),
      ("horizon", horizon),
      ("days", .array(facts.days.map(day))),
      ("fairness", .object(facts.spreads.map { ($0.burden.rawValue, spread($0)) })),
      ("choice", .object(facts.choices.map { ($0.choice.rawValue, choice($0)) })),
      (
        "wishes",
        .object([("asked", .integer(facts.wishes.asked)), ("met", .integer(facts.wishes.met))])
      ),
      ("open_posts", .integer(facts.openPosts.count)),
      ("demand_cases", OutlookTree.tree(facts.outlook)),
      ("warnings", .array(facts.notices(.english).map { .string($0) })),
    ])
  }

  private var horizon: JSONTree {
    let horizon = facts.plan.horizon
    return .object([
      ("first", .string("\(horizon.firstDate)")), ("last", .string("\(horizon.lastDate)")),
      ("days", .integer(horizon.dayCount)),
      ("interval_minutes", .integer(horizon.intervalMinutes)),
      ("zone", .string(horizon.clock.identifier)),
    ])
  }

  private var parts: JSONTree {
    .object(
      facts.audit.cost.parts.map { part in
        (part.name.replacing("-", with: "_"), .number(part.amount, decimals: 4))
      })
  }

  private func day(_ day: DayFacts) -> JSONTree {
    .object([
      ("date", .string("\(day.date)")), ("day_class", .string(day.dayClass.rawValue)),
      ("on_duty", .integer(day.peopleOnDuty)), ("share", .number(day.share, decimals: 4)),
      ("target", .number(day.targetShare, decimals: 4)),
      ("need_hours", .number(day.needHours, decimals: 3)),
      ("shortfall_hours", .number(day.shortfallHours, decimals: 3)),
    ])
  }

  private func spread(_ spread: BurdenSpread) -> JSONTree {
    .object([
      ("least", .number(spread.least, decimals: 3)), ("most", .number(spread.most, decimals: 3)),
      ("mean", .number(spread.mean, decimals: 3)),
    ])
  }

  private func choice(_ choice: ChoiceFacts) -> JSONTree {
    .object([
      ("people", .integer(choice.people)), ("met_share", .number(choice.metShare, decimals: 4)),
    ])
  }
}
