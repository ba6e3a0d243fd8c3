import PlainText
import Rostering

/// Heads on shifts as JSON, for the summary and the audit.
enum ShiftCoverTree {
  /// The heads in all, and each shift that is short, by day; null where agents
  /// are wanted by interval.
  static func tree(of facts: RosterFacts) -> JSONTree {
    guard let cover = facts.shiftCover else { return .null }
    return .object([
      ("need", .integer(cover.total.need)), ("shortfall", .integer(cover.total.short)),
      ("surplus", .integer(cover.total.surplus)),
      ("days_short", .integer(cover.days.count { $0.short > 0 })),
      ("gaps", .array(cover.gaps.map { gap($0, plan: facts.plan) })),
    ])
  }

  private static func gap(_ cell: PatternCell, plan: RosterPlan) -> JSONTree {
    .object([
      ("day", .integer(cell.day)), ("date", .string("\(plan.horizon.date(ofDay: cell.day))")),
      ("shift", .string(plan.patternName(cell.pattern))), ("need", .integer(cell.need)),
      ("on_duty", .integer(cell.onDuty)), ("shortfall", .integer(cell.missing)),
    ])
  }
}
