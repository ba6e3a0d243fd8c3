/// A person with availability windows works inside them only; windows that
/// touch each other are one.
///
/// Primitive: options that leave the windows are not allowed.
public struct Availability: RosterRule {
  public static let key = "availability"

  /// The rule.
  public init() {}

  public var statement: String { "Work only when available." }

  /// The person's windows, merged; nil for someone who is always available.
  private func windows(of employee: Employee, in plan: RosterPlan) -> [Range<Int>]? {
    let own = plan.availability.filter { $0.employeeID == employee.id }.map(\.minutes)
    guard !own.isEmpty else { return nil }
    return own.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, window in
      if let last = merged.last, window.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
      } else {
        merged.append(window)
      }
    }
  }

  private func contains(_ shift: Range<Int>, windows: [Range<Int>]) -> Bool {
    windows.contains { $0.lowerBound <= shift.lowerBound && shift.upperBound <= $0.upperBound }
  }

  public func violations(in line: PersonLine) -> [RuleViolation] {
    guard let windows = windows(of: line.employee, in: line.plan) else { return [] }
    return line.planned.compactMap { shift in
      guard !contains(shift.minutes, windows: windows) else { return nil }
      let inside = windows.reduce(0) { $0 + $1.clamped(to: shift.minutes).count }
      let outside = shift.minutes.count - inside
      return line.violation(
        of: Self.key, day: shift.day, limit: "inside the hours of availability",
        actual: "\(hoursText(outside)) outside",
        message: "\(hoursText(outside)) of the shift lie outside the hours of availability.")
    }
  }

  public func encode(into encoder: inout LineEncoder) {
    guard let windows = windows(of: encoder.employee, in: encoder.plan) else { return }
    let options = encoder.table.options
    encoder.allow(rule: Self.key) { contains(options[$0].minutes, windows: windows) }
  }
}
