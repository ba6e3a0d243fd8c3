/// Nobody works before the first day of employment.
///
/// Primitive: earlier options are not allowed.
public struct Employment: RosterRule {
  public static let key = "employment"

  /// The rule.
  public init() {}

  public var statement: String { "No work before the first day of employment." }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    guard let start = line.employee.startDate else { return [] }
    let first = line.plan.horizon.day(of: start)
    return line.planned.filter { $0.day < first }.map { shift in
      line.violation(
        of: Self.key, day: shift.day, limit: "from \(start)",
        actual: "\(line.plan.horizon.date(ofDay: shift.day))",
        message: "The shift lies before the first day of employment, \(start).")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    guard let start = encoder.employee.startDate else { return }
    let first = encoder.plan.horizon.day(of: start)
    let options = encoder.table.options
    encoder.allow(rule: Self.key) { options[$0].day >= first }
  }
}
