import PlainText

/// The ways demand may come in JSON.
enum OutlookTree {
  /// What becomes of a roster in all of them; null where none was asked for.
  static func tree(_ outlook: OutlookFacts?) -> JSONTree {
    guard let outlook else { return .null }
    return .object([
      ("solved_for_them", .bool(outlook.isPriced)),
      ("expected_shortfall_hours", .number(outlook.expectedShortfall, decimals: 3)),
      ("worst_shortfall_hours", .number(outlook.worst?.shortfallHours, decimals: 3)),
      ("worst", .string(outlook.worst?.name)),
      ("expected_surplus_hours", .number(outlook.expectedSurplus, decimals: 3)),
      ("expected_gap_cost", .number(outlook.expectedGapCost, decimals: 4)),
      ("expected_late_contacts", .number(outlook.expectedLate, decimals: 3)),
      ("goals_share", .number(outlook.metShare, decimals: 4)),
      ("cases", .array(outlook.cases.map { tree(of: $0) })),
    ])
  }

  /// What becomes of it in one.
  static func tree(of demand: OutlookFacts.Case) -> JSONTree {
    .object([
      ("name", .string(demand.name)), ("share", .number(demand.share, decimals: 6)),
      ("need_hours", .number(demand.needHours, decimals: 3)),
      ("shortfall_hours", .number(demand.shortfallHours, decimals: 3)),
      ("surplus_hours", .number(demand.surplusHours, decimals: 3)),
      ("gap_cost", .number(demand.gapCost, decimals: 4)),
      ("late_contacts", .number(demand.lateTickets, decimals: 3)),
      ("goals_met", .bool(demand.isMet)),
    ])
  }
}
