import Rostering

/// Who is on duty in each interval, with which skills and for how much of it.
struct DutyBoard: Sendable {
  /// An interval: people in groups of equal skills.
  struct Interval: Sendable {
    var groups: [CoverLoss.Group] = []
    /// For each group the shifts that its units belong to, in the same order.
    var people: [[Int]] = []

    /// The people who have one of some skills, which are numbered anew from 0.
    func restricted(to skills: [Int]) -> Interval {
      var part = Interval()
      for (group, members) in zip(groups, people) {
        var own: UInt64 = 0
        for (place, skill) in skills.enumerated() where group.skills & (1 << UInt64(skill)) != 0 {
          own |= 1 << UInt64(place)
        }
        guard own != 0 else { continue }
        var group = group
        group.skills = own
        part.groups.append(group)
        part.people.append(members)
      }
      return part
    }
  }

  private var intervals: [Interval]
  private let startDays: [Int]

  /// The board of a roster, shifts from before the horizon included.
  init(plan: RosterPlan, roster: Roster) {
    let horizon = plan.horizon
    let duties = RosterDuty(plan: plan, skills: plan.need.skills).duties(of: roster)
    intervals = Array(repeating: Interval(), count: horizon.intervalCount)
    startDays = duties.filter(\.mayBeMissed).map(\.shift.day)
    let length = Double(horizon.intervalMinutes) * 60
    for (index, duty) in duties.enumerated() {
      let tenths = min(10, max(1, Int((duty.employee.effectiveness * 10).rounded())))
      for span in duty.spans {
        let first = Int(span.start / length)
        let last = min(horizon.intervalCount - 1, Int((span.end / length).rounded(.up)) - 1)
        guard first <= last else { continue }
        for interval in first...last {
          let start = max(span.start, Double(interval) * length)
          let end = min(span.end, Double(interval + 1) * length)
          let units = Int(((end - start) / 60).rounded()) * tenths
          if units > 0 { add(units, of: index, duty, skills: span.skills, to: interval) }
        }
      }
    }
  }

  private mutating func add(
    _ units: Int, of index: Int, _ duty: RosterDuty.Duty, skills: UInt64, to interval: Int
  ) {
    let found = intervals[interval].groups.firstIndex { $0.skills == skills }
    let group = found ?? intervals[interval].groups.count
    if found == nil {
      intervals[interval].groups.append(CoverLoss.Group(skills: skills, units: [], sureUnits: 0))
      intervals[interval].people.append([])
    }
    guard duty.mayBeMissed else {
      intervals[interval].groups[group].sureUnits += units
      return
    }
    // Somebody whose break lies inside the interval is there twice.
    if let again = intervals[interval].people[group].firstIndex(of: index) {
      intervals[interval].groups[group].units[again] += units
    } else {
      intervals[interval].groups[group].units.append(units)
      intervals[interval].people[group].append(index)
    }
  }

  /// The people of an interval.
  func interval(_ interval: Int) -> Interval { intervals[interval] }

  /// Shifts that start on a day.
  func peopleCount(on day: Int) -> Int { max(1, startDays.count { $0 == day }) }
}
