import CivilTime
import Rostering

/// Small plans made by hand, with defaults for all a test does not care about.
public enum PlanSamples {
  /// Patterns by the letter that `shifts(_:)` reads: D 08-16, E 15-23,
  /// N 22-06, L 08-20, without breaks.
  public static let patterns: [ShiftPattern] = [
    ShiftPattern(name: "D", startMinutes: [480], lengthMinutes: [480]),
    ShiftPattern(name: "E", startMinutes: [900], lengthMinutes: [480]),
    ShiftPattern(name: "N", startMinutes: [1_320], lengthMinutes: [480]),
    ShiftPattern(name: "L", startMinutes: [480], lengthMinutes: [720]),
  ]

  /// A horizon in a zone without clock changes; 2026-02-16 is a Monday.
  public static func horizon(
    days: Int, from first: String = "2026-02-16", intervalMinutes: Int = 60
  ) -> PlanHorizon {
    guard let date = CivilDate(iso: first), let clock = ZoneClock(identifier: "Asia/Shanghai"),
      let horizon = PlanHorizon(
        firstDate: date, dayCount: days, intervalMinutes: intervalMinutes, clock: clock)
    else { fatalError("a sample horizon is out of range") }
    return horizon
  }

  /// A plan of some days and people, one skill, the patterns above and no
  /// need, open round the clock.
  public static func plan(
    days: Int = 7, people: Int = 1, from first: String = "2026-02-16", intervalMinutes: Int = 60,
    patterns: [ShiftPattern] = patterns
  ) -> RosterPlan {
    let horizon = horizon(days: days, from: first, intervalMinutes: intervalMinutes)
    let employees = (0..<people).map {
      Employee(id: "P\($0)", name: "Person \($0)", skills: ["chat"], hourlyWage: 10)
    }
    let need = CoverNeed(
      skills: ["chat"], agents: [Array(repeating: 0, count: horizon.intervalCount)])
    return RosterPlan(
      name: "Sample", horizon: horizon, patterns: patterns, employees: employees, need: need)
  }

  /// Shifts of one person written as letters, one a day, `.` for a day off;
  /// what stands before `|` was worked before the horizon: `"N . | D D ."`.
  public static func shifts(
    _ text: String, employee: String = "P0", in plan: RosterPlan
  ) -> (history: [ShiftAssignment], planned: [ShiftAssignment], historyDays: Int) {
    let halves = text.split(separator: "|", omittingEmptySubsequences: false)
    let before = halves.count > 1 ? letters(halves[0]) : []
    let after = letters(halves[halves.count - 1])
    return (
      assignments(before, from: -before.count, employee: employee, in: plan),
      assignments(after, from: 0, employee: employee, in: plan),
      before.count
    )
  }

  private static func letters(_ text: Substring) -> [Character] { text.filter { $0 != " " } }

  private static func assignments(
    _ letters: [Character], from day: Int, employee: String, in plan: RosterPlan
  ) -> [ShiftAssignment] {
    letters.enumerated().compactMap { offset, letter in
      guard let pattern = plan.patterns.first(where: { $0.name == String(letter) }) else {
        return nil
      }
      let start = (day + offset) * 1_440 + pattern.startMinutes[0]
      let minutes = start..<(start + pattern.lengthMinutes[0])
      let breaks = pattern.breaks.map { rule in
        ShiftBreak(
          minutes: (start + rule.earliestOffset)..<(start + rule.earliestOffset + rule.minutes),
          isPaid: rule.isPaid)
      }
      return ShiftAssignment(
        employeeID: employee, day: day + offset, pattern: pattern.name, minutes: minutes,
        breaks: breaks)
    }
  }
}
