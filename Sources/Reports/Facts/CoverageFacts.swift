import Rostering

/// Need against cover of one skill over the whole horizon.
public struct SkillCover: Hashable, Sendable {
  /// The skill.
  public var skill: String
  /// Agents wanted in each interval.
  public var need: [Double]
  /// Agents who serve the skill in each interval.
  public var onDuty: [Double]
  /// People with the skill who are on a break in each interval, in parts of
  /// an interval.
  public var onBreak: [Double]
}

/// A stretch of one day in which a skill misses agents throughout.
public struct CoverGap: Hashable, Sendable {
  /// The skill.
  public var skill: String
  /// The day of the horizon.
  public var day: Int
  /// Minutes of the axis, half-open.
  public var minutes: Range<Int>
  /// Agents missing on average.
  public var meanAgents: Double
  /// Agents missing at worst.
  public var mostAgents: Double

  /// A gap.
  public init(
    skill: String, day: Int, minutes: Range<Int>, meanAgents: Double, mostAgents: Double
  ) {
    self.skill = skill
    self.day = day
    self.minutes = minutes
    self.meanAgents = meanAgents
    self.mostAgents = mostAgents
  }

  /// Agent-hours missing.
  public var hours: Double { meanAgents * Double(minutes.count) / 60 }
}

extension CoverGap {
  /// Shortfalls below this many agents are rounding, not gaps.
  static let leastAgents = 0.005

  /// The gaps of a skill: runs of short intervals inside a day.
  static func gaps(of cover: SkillCover, horizon: PlanHorizon) -> [CoverGap] {
    let length = horizon.intervalMinutes
    let short = zip(cover.need, cover.onDuty).map { max(0, $0 - $1) }
    var gaps: [CoverGap] = []
    var index = 0
    while index < short.count {
      guard short[index] >= leastAgents else {
        index += 1
        continue
      }
      let day = index / horizon.intervalsPerDay
      let dayEnd = min((day + 1) * horizon.intervalsPerDay, short.count)
      let end = short[index..<dayEnd].firstIndex { $0 < leastAgents } ?? dayEnd
      let run = short[index..<end]
      gaps.append(
        CoverGap(
          skill: cover.skill, day: day, minutes: (index * length)..<(end * length),
          meanAgents: run.reduce(0, +) / Double(run.count), mostAgents: run.max() ?? 0))
      index = end
    }
    return gaps
  }
}

extension SkillCover {
  /// The cover of each skill of a plan; cells outside the plan's skills or
  /// horizon are left out, missing ones count as nothing wanted and nobody
  /// there.
  static func covers(plan: RosterPlan, roster: Roster, coverage: [CoverageCell]) -> [SkillCover] {
    let count = plan.horizon.intervalCount
    let zeros = Array(repeating: 0.0, count: count)
    var covers = plan.need.skills.map {
      SkillCover(skill: $0, need: zeros, onDuty: zeros, onBreak: zeros)
    }
    for cell in coverage
    where covers.indices.contains(cell.skill) && (0..<count).contains(cell.interval) {
      covers[cell.skill].need[cell.interval] = cell.need
      covers[cell.skill].onDuty[cell.interval] = cell.onDuty
    }
    let length = plan.horizon.intervalMinutes
    let shiftsOf = Dictionary(grouping: roster.assignments) { $0.employeeID }
    for employee in plan.employees {
      let skills = covers.indices.filter { employee.skills.contains(covers[$0].skill) }
      for shift in shiftsOf[employee.id] ?? [] {
        for pause in shift.breaks {
          let minutes = pause.minutes.clamped(to: 0..<(count * length))
          guard !minutes.isEmpty else { continue }
          for interval in (minutes.lowerBound / length)...((minutes.upperBound - 1) / length) {
            let part = minutes.clamped(to: (interval * length)..<((interval + 1) * length)).count
            for skill in skills {
              covers[skill].onBreak[interval] += Double(part) / Double(length)
            }
          }
        }
      }
    }
    return covers
  }
}
