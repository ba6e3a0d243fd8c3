import Rostering

/// Need against cover of a plan whose need is heads on shifts, in heads.
public struct ShiftCoverFacts: Hashable, Sendable {
  /// The heads of one day, all shifts together.
  public struct Heads: Hashable, Sendable {
    /// Heads wanted.
    public var need = 0
    /// Heads missing; those beyond the need of another shift do not help.
    public var short = 0
    /// Heads beyond the need.
    public var surplus = 0

    mutating func add(_ cell: PatternCell) {
      need += cell.need
      short += cell.missing
      surplus += cell.surplus
    }
  }

  /// The heads of all days.
  public private(set) var total = Heads()
  /// The heads of each day.
  public private(set) var days: [Heads]
  /// The shifts on which heads are missing, by day and then by the plan's
  /// shifts.
  public private(set) var gaps: [PatternCell] = []

  /// The facts of some cells; nil where the plan wants agents by interval, or
  /// wants nothing.
  ///
  /// - Complexity: O(*n* log *n*) in the number of cells.
  init?(plan: RosterPlan, cells: [PatternCell]) {
    guard plan.need.skills.isEmpty, !cells.isEmpty else { return nil }
    days = Array(repeating: Heads(), count: plan.horizon.dayCount)
    for cell in cells.byDay {
      total.add(cell)
      if days.indices.contains(cell.day) { days[cell.day].add(cell) }
      if cell.missing > 0 { gaps.append(cell) }
    }
  }

  /// The share of the wanted heads that is there, 0 to 1; 1 when none is
  /// wanted.
  public var coveredShare: Double {
    total.need > 0 ? 1 - Double(total.short) / Double(total.need) : 1
  }
}
