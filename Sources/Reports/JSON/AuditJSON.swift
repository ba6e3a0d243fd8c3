import PlainText
import Rostering

/// What `audit --format json` prints: every violation, cover and cost.
public struct AuditJSON: Sendable {
  /// The facts of the audited roster.
  public let facts: RosterFacts

  /// An audit of some facts.
  public init(_ facts: RosterFacts) { self.facts = facts }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value.
  public var tree: JSONTree {
    let audit = facts.audit
    return .object([
      ("plan", .string(facts.plan.name)),
      ("rules_broken", .integer(audit.violations.count)),
      ("violations", .array(audit.violations.map(violation))),
      ("objective", .number(facts.objective, decimals: 4)),
      (
        "parts",
        .object(
          audit.cost.parts.map { part in
            (part.name.replacing("-", with: "_"), .number(part.amount, decimals: 4))
          })
      ),
      ("need_hours", .number(audit.needHours, decimals: 3)),
      ("shortfall_hours", .number(audit.shortfallHours, decimals: 3)),
      ("surplus_hours", .number(audit.surplusHours, decimals: 3)),
      ("shift_cover", ShiftCoverTree.tree(of: facts)),
      ("expected_contacts", .number(facts.customers?.tickets, decimals: 3)),
      ("expected_late_contacts", .number(facts.customers?.late, decimals: 3)),
      ("open_posts", .integer(facts.openPosts.count)),
      ("demand_cases", OutlookTree.tree(facts.outlook)),
    ])
  }

  private func violation(_ violation: RuleViolation) -> JSONTree {
    .object([
      ("employee", .string(violation.employeeID)), ("day", .integer(violation.day)),
      ("date", .string("\(facts.plan.horizon.date(ofDay: violation.day))")),
      ("rule", .string(violation.rule)), ("limit", .string(violation.limit)),
      ("actual", .string(violation.actual)), ("message", .string(violation.message)),
    ])
  }
}
