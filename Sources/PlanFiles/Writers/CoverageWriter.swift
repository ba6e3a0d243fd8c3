import CivilTime
import PlainText
import Rostering

/// Writes `coverage.csv`: need against cover, one row an interval and skill.
public struct CoverageWriter: Sendable {
  /// The columns, in order.
  public static let columns = [
    "day", "date", "start", "end", "skill", "need", "on_duty", "shortfall", "surplus",
    "service_level",
  ]

  /// The plan whose days, zone and skills the rows name.
  public let plan: RosterPlan

  /// A writer of coverage for a plan.
  public init(plan: RosterPlan) { self.plan = plan }

  /// The coverage as CSV, ordered by interval and then by skill; agents with
  /// three decimals.
  ///
  /// - Parameters:
  ///   - coverage: The cells, as the auditor counts them.
  ///   - serviceLevels: For each cell the expected share of customers answered
  ///     in time, 0 to 1, or nil where there is none; cells beyond its end
  ///     have none.
  /// - Complexity: O(*n* log *n*) in the number of cells.
  public func csv(_ coverage: [CoverageCell], serviceLevels: [Double?] = []) -> String {
    let horizon = plan.horizon
    let order = coverage.indices.sorted { left, right in
      (coverage[left].interval, coverage[left].skill, left)
        < (coverage[right].interval, coverage[right].skill, right)
    }
    var table = CSVText(columns: Self.columns)
    for index in order {
      let cell = coverage[index]
      let start = horizon.startMinute(ofInterval: cell.interval)
      let day = horizon.day(ofMinute: start)
      let skills = plan.need.skills
      let level = serviceLevels.indices.contains(index) ? serviceLevels[index] : nil
      table.append([
        .integer(day), .plain("\(horizon.date(ofDay: day))"),
        .plain(horizon.isoText(ofMinute: start)),
        .plain(horizon.isoText(ofMinute: start + horizon.intervalMinutes)),
        .text(skills.indices.contains(cell.skill) ? skills[cell.skill] : ""),
        .number(cell.need, decimals: 3), .number(cell.onDuty, decimals: 3),
        .number(cell.shortfall, decimals: 3), .number(cell.surplus, decimals: 3),
        level.map { .number($0, decimals: 4) } ?? .empty,
      ])
    }
    return table.text
  }
}
