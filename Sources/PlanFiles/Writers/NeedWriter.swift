import CivilTime
import PlainText
import Rostering

/// Writes the need of a plan as CSV: `date,start,skill,agents`.
public struct NeedWriter: Sendable {
  /// The columns, in order.
  public static let columns = ["date", "start", "skill", "agents"]

  /// The days and intervals of the need.
  public let horizon: PlanHorizon

  /// A writer of needs over a horizon.
  public init(horizon: PlanHorizon) { self.horizon = horizon }

  /// The need as CSV, ordered by interval and then by skill: `start` is the
  /// wall clock `HH:MM`, `agents` the real-valued need with three decimals.
  public func csv(_ need: CoverNeed) -> String {
    var table = CSVText(columns: Self.columns)
    for interval in 0..<horizon.intervalCount {
      let start = horizon.startMinute(ofInterval: interval)
      let day = horizon.day(ofMinute: start)
      let date = "\(horizon.date(ofDay: day))"
      let time = clockText(ofMinute: start, fromDay: day)
      for (skill, agents) in zip(need.skills, need.agents) where agents.indices.contains(interval) {
        table.append([
          .plain(date), .plain(time), .text(skill), .number(agents[interval], decimals: 3),
        ])
      }
    }
    return table.text
  }
}
