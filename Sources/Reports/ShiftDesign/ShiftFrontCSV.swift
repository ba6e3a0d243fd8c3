import PlainText

/// The front of a shift design as CSV: one row a number of distinct shifts.
public struct ShiftFrontCSV: Sendable {
  /// The facts.
  public let facts: ShiftDesignFacts

  /// A table of some facts.
  public init(_ facts: ShiftDesignFacts) { self.facts = facts }

  /// The table, its header included.
  public var text: String {
    var table = CSVText(columns: [
      "shifts", "short_hours", "over_hours", "cover_cost", "objective",
    ])
    for design in facts.front {
      table.append([
        .integer(design.shifts.count), .number(design.underMinutes / 60, decimals: 3),
        .number(design.overMinutes / 60, decimals: 3), .number(design.coverCost, decimals: 2),
        .number(design.objective, decimals: 2),
      ])
    }
    return table.text
  }
}
