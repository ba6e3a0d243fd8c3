import PlainText
import Rostering
import Simulation

/// The people on call of a plan's roster, as reports read them.
public struct StandbyFacts: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// How sure cover has to be.
  public let policy: StandbyPolicy
  /// The days; empty where there are too many skills.
  public let days: [StandbyDay]
  /// Shifts of the roster by day.
  public let shiftsByDay: [Int]

  /// The facts of some days.
  public init(plan: RosterPlan, roster: Roster, policy: StandbyPolicy, days: [StandbyDay]) {
    self.plan = plan
    self.policy = policy
    self.days = days
    var counts = Array(repeating: 0, count: plan.horizon.dayCount)
    for shift in roster.assignments where counts.indices.contains(shift.day) {
      counts[shift.day] += 1
    }
    shiftsByDay = counts
  }

  /// The person behind an id.
  func employee(_ id: String) -> Employee? { plan.employees.first { $0.id == id } }

  /// For each person with a turn how many they have, in the plan's order.
  var turns: [(employee: Employee, count: Int)] {
    var counts: [String: Int] = [:]
    for turn in days.flatMap(\.turns) { counts[turn.employeeID, default: 0] += 1 }
    return plan.employees.compactMap { employee in counts[employee.id].map { (employee, $0) } }
  }
}

/// What `standby --format json` prints: one entry a day.
public struct StandbyJSON: Sendable {
  /// The document, indented, with LF at the end.
  public let text: String

  /// The document of some facts.
  public init(_ facts: StandbyFacts) {
    let plan = facts.plan
    let days = facts.days.map { day -> JSONTree in
      let date = plan.horizon.date(ofDay: day.day)
      let wanted = zip(plan.need.skills, day.wanted).map { (key: $0, value: JSONTree.integer($1)) }
      let people = day.turns.map { turn -> JSONTree in
        .object([
          ("employee", .string(turn.employeeID)),
          ("name", .string(facts.employee(turn.employeeID)?.name ?? "")),
          ("skill", .string(plan.need.skills[turn.skill])),
          ("could_take", .integer(turn.couldTake)), ("shifts", .integer(turn.shiftCount)),
          ("against_wish", .bool(turn.isAgainstWish)),
        ])
      }
      return .object([
        ("date", .string("\(date)")),
        ("day_class", .string(plan.calendar.dayClass(on: date).rawValue)),
        ("shifts", .integer(facts.shiftsByDay[day.day])),
        ("on_call", .integer(day.wantedCount)), ("on_call_by_skill", .object(wanted)),
        ("interval_probability_without", .number(day.intervalWithout, decimals: 9)),
        ("interval_probability", .number(day.intervalWith, decimals: 9)),
        ("exact", .bool(day.isExact)),
        ("day_probability_without", .number(day.dayWithout, decimals: 4)),
        ("day_probability", .number(day.dayWith, decimals: 4)),
        ("not_found", .integer(day.missingCount)), ("people", .array(people)),
      ])
    }
    text =
      JSONTree.object([
        ("plan", .string(plan.name)), ("no_show", .number(facts.policy.noShow, decimals: 6)),
        ("hold", .number(facts.policy.hold, decimals: 6)), ("days", .array(days)),
      ]).text
  }
}

/// What `standby --csv` prints: one row a turn.
public struct StandbyCSV: Sendable {
  /// The columns, in order.
  public static let columns = ["date", "skill", "employee", "name", "could_take", "shifts"]

  /// The table.
  public let text: String

  /// The table of some facts.
  public init(_ facts: StandbyFacts) {
    var table = CSVText(columns: Self.columns)
    for day in facts.days {
      for turn in day.turns {
        table.append([
          .plain("\(facts.plan.horizon.date(ofDay: day.day))"),
          .text(facts.plan.need.skills[turn.skill]), .text(turn.employeeID),
          .text(facts.employee(turn.employeeID)?.name ?? ""), .integer(turn.couldTake),
          .integer(turn.shiftCount),
        ])
      }
    }
    text = table.text
  }
}
