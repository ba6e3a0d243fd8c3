import CivilTime
import Rostering

/// One day of the horizon in figures.
public struct DayFacts: Hashable, Sendable {
  /// The day, 0-based.
  public var day: Int
  /// Its date.
  public var date: CivilDate
  /// Its class in law and pay.
  public var dayClass: DayClass
  /// The holiday it belongs to, if any.
  public var holiday: String?
  /// Agent-hours wanted.
  public var needHours: Double
  /// Agent-hours of all who serve a skill.
  public var onDutyHours: Double
  /// Agent-hours missing.
  public var shortfallHours: Double
  /// Agent-hours beyond the need.
  public var surplusHours: Double
  /// People whose shift starts on the day.
  public var peopleOnDuty: Int
  /// Those people as a share of the team, 0 to 1; 0 without a team.
  public var share: Double
  /// The share wanted by the ramp-up, nil without one.
  public var targetShare: Double?
  /// The people that share makes, nil without a ramp-up.
  public var targetPeople: Double?
}

extension DayFacts {
  /// The days of a plan's horizon.
  static func days(plan: RosterPlan, covers: [SkillCover], onDutyByDay: [Int]) -> [DayFacts] {
    let horizon = plan.horizon
    let hours = Double(horizon.intervalMinutes) / 60
    let team = plan.employees.count
    return (0..<horizon.dayCount).map { day in
      let intervals = (day * horizon.intervalsPerDay)..<((day + 1) * horizon.intervalsPerDay)
      let date = horizon.date(ofDay: day)
      let people = onDutyByDay.indices.contains(day) ? onDutyByDay[day] : 0
      let shares = plan.rampUp?.shares ?? []
      let target = shares.indices.contains(day) ? shares[day] : nil
      var facts = DayFacts(
        day: day, date: date, dayClass: plan.calendar.dayClass(on: date),
        holiday: plan.calendar.holiday(on: date), needHours: 0, onDutyHours: 0,
        shortfallHours: 0, surplusHours: 0, peopleOnDuty: people,
        share: team > 0 ? Double(people) / Double(team) : 0, targetShare: target,
        targetPeople: target.map { $0 * Double(team) })
      for cover in covers {
        for interval in intervals {
          let (need, onDuty) = (cover.need[interval], cover.onDuty[interval])
          facts.needHours += need * hours
          facts.onDutyHours += onDuty * hours
          facts.shortfallHours += max(0, need - onDuty) * hours
          facts.surplusHours += max(0, onDuty - need) * hours
        }
      }
      return facts
    }
  }
}
