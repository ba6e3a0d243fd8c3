import PlainText
import Rostering
import Simulation

/// What `simulate --format json` prints and `simulation.json` holds.
///
/// Every estimate has its value and, as `…_margin`, half its 95 % confidence
/// interval; shares are 0 to 1, times seconds; `null` where nothing arrived.
public struct ReplayJSON: Sendable {
  /// The facts of the simulation.
  public let facts: ReplayFacts

  /// A document of some facts.
  public init(_ facts: ReplayFacts) { self.facts = facts }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  private var horizon: PlanHorizon { facts.plan.horizon }

  private var tree: JSONTree {
    .object([
      ("plan", .string(facts.plan.name)),
      ("replications", .integer(facts.result.replications)),
      ("seed", .unsigned(facts.seed)), ("no_show", .number(facts.noShow, decimals: 6)),
      ("handle_times", .string(facts.handleTimes.rawValue)),
      ("varies_over_band", .bool(!facts.dayVariances.isEmpty)),
      ("contacts_simulated", .number(facts.result.contacts, decimals: 0)),
      ("classes", .array(facts.classes.map(classTree))),
      (
        "formulas",
        .object([
          ("intervals_compared", .integer(facts.comparedIntervals)),
          ("intervals_clearly_missed", .integer(facts.missedIntervals)),
          ("deviations", .array(facts.check.deviations.map(deviation))),
        ])
      ),
    ])
  }

  private func classTree(_ kind: ReplayClassFacts) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("class", .string(kind.name)), ("skill", .string(kind.skill)),
    ]
    members += cell(kind.replay.total)
    members.append(("goal_met", kind.isMet.map { .bool($0) } ?? .null))
    members.append(
      (
        "days",
        .array(
          kind.replay.days.enumerated().map { day, value in
            .object([("date", .string("\(horizon.date(ofDay: day))"))] + cell(value))
          })
      ))
    if let backlog = kind.replay.backlog {
      let days = backlog.byDay.enumerated().map { day, band in
        JSONTree.object([
          ("date", .string("\(horizon.date(ofDay: day))")),
          ("mean", .number(band.mean, decimals: 2)), ("p10", .number(band.low, decimals: 0)),
          ("p90", .number(band.high, decimals: 0)),
          ("share_cleared", .number(backlog.clearedOn[day], decimals: 4)),
        ])
      }
      members.append(("backlog", .array(days)))
      func date(_ day: Int?) -> JSONTree { .string(day.map { "\(horizon.date(ofDay: $0))" }) }
      members.append(("backlog_stands_from", date(backlog.standingDays?.lowerBound)))
      members.append(("backlog_clears", date(backlog.clearingDay)))
    }
    return .object(members)
  }

  private func cell(_ cell: ReplayCell) -> [(key: String, value: JSONTree)] {
    func pair(_ name: String, _ value: Estimate?) -> [(key: String, value: JSONTree)] {
      [
        (name, .number(value?.value, decimals: 6)),
        ("\(name)_margin", .number(value?.margin, decimals: 6)),
      ]
    }
    return pair("offered", cell.offered) + pair("service_level", cell.serviceLevel)
      + pair("abandonment", cell.abandonment) + pair("mean_wait_seconds", cell.meanWaitSeconds)
      + [("occupancy", .number(cell.occupancy, decimals: 6))]
  }

  private func deviation(_ deviation: FormulaDeviation) -> JSONTree {
    let minutes = horizon.intervalMinutes
    let day = deviation.intervals.lowerBound / horizon.intervalsPerDay
    let span =
      (deviation.intervals.lowerBound * minutes)..<(deviation.intervals.upperBound * minutes)
    return .object([
      ("date", .string("\(horizon.date(ofDay: day))")),
      ("time", .string(spanWords(span, fromDay: day))), ("skill", .string(deviation.skill)),
      ("contacts", .number(deviation.contacts, decimals: 2)),
      ("formula", .number(deviation.formula, decimals: 4)),
      ("simulated", .number(deviation.simulated, decimals: 4)),
      ("cause", .string(deviation.cause.rawValue)),
    ])
  }
}

/// `simulation.csv`: one row an interval and class.
public struct ReplayCSV: Sendable {
  /// The columns, in order.
  public static let columns = [
    "date", "start", "class", "skill", "offered", "service_level", "service_level_margin",
    "abandonment", "mean_wait_seconds", "backlog", "formula_service_level", "occupancy",
  ]

  /// The table.
  public let text: String

  /// The table of some facts. The formula's level is that of the skill.
  public init(_ facts: ReplayFacts) {
    let horizon = facts.plan.horizon
    var table = CSVText(columns: Self.columns)
    for interval in 0..<horizon.intervalCount {
      let day = interval / horizon.intervalsPerDay
      let minute = interval * horizon.intervalMinutes
      for kind in facts.classes {
        let cell = kind.replay.intervals[interval]
        let skill = facts.check.skills.firstIndex(of: kind.skill)
        let backlog = kind.replay.backlog
        let formula =
          backlog == nil ? skill.flatMap { facts.check.cells[$0][interval]?.formula } : nil
        guard cell.offered.value > 0 || (backlog?.byInterval[interval] ?? 0) > 0 else { continue }
        table.append([
          .plain("\(horizon.date(ofDay: day))"), .plain(clockWords(ofMinute: minute, fromDay: day)),
          .text(kind.name), .text(kind.skill), .number(cell.offered.value, decimals: 3),
          number(cell.serviceLevel?.value, 4), number(cell.serviceLevel?.margin, 4),
          backlog == nil ? number(cell.abandonment?.value, 4) : .empty,
          number(cell.meanWaitSeconds?.value, 2), number(backlog?.byInterval[interval], 2),
          number(formula, 4), number(cell.occupancy, 4),
        ])
      }
    }
    text = table.text
  }
}

/// A number, or an empty cell for nil.
private func number(_ value: Double?, _ decimals: Int) -> CSVCell {
  value.map { .number($0, decimals: decimals) } ?? .empty
}
