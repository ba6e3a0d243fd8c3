/// Overtime of each calendar month: minutes of a shift beyond the standard
/// day on workdays, and rest-day minutes that are paid instead of given back.
/// Days before the horizon count as far as they are known.
///
/// Primitive: a total of overtime minutes over each month.
public struct OvertimePerMonth: RosterRule {
  public static let key = "overtime-per-month"

  /// The most overtime of a month, in minutes.
  public let mostMinutes: Int

  /// At most `mostMinutes` of overtime a month.
  public init(mostMinutes: Int) { self.mostMinutes = mostMinutes }

  /// How a plan file writes the rule.
  public static let definition = RuleDefinition(
    key: key, summary: "Overtime of a calendar month.",
    parameters: [.init("most", .minutes, "Most overtime, such as 36h.", isRequired: true)]
  ) { OvertimePerMonth(mostMinutes: $0.minutes("most") ?? 0) }

  public var arguments: RuleArguments { RuleArguments(["most": .minutes(mostMinutes)]) }

  public var statement: String { "At most \(hoursText(mostMinutes)) of overtime a month." }

  private var total: TotalRule {
    TotalRule(
      key: Self.key, least: nil, most: mostMinutes, text: hoursText,
      name: "of overtime in the month")
  }

  /// Overtime of a line on some days as the limit counts it, in minutes.
  public static func minutes(of line: PersonLine, days: Range<Int>) -> Int {
    line.shifts.filter { days.contains($0.day) }.reduce(0) {
      $0 + PaidShift($1, employee: line.employee, plan: line.plan).cappedOvertimeMinutes
    }
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    total.violations(in: line, spans: line.plan.horizon.months) {
      PaidShift($0, employee: line.employee, plan: line.plan).cappedOvertimeMinutes
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    let plan = encoder.plan
    let employee = encoder.employee
    let weights = encoder.table.pay(of: employee, plan: plan).map(\.cappedOvertimeMinutes)
    total.encode(
      into: &encoder, spans: plan.horizon.months, weights: weights,
      historyWeight: { PaidShift($0, employee: employee, plan: plan).cappedOvertimeMinutes })
  }
}
