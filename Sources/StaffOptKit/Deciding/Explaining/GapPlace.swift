import Reports
import Rostering

/// Something of which a roster has too little.
public enum GapSubject: Hashable, Sendable {
  /// Agents of a skill over a stretch of a day.
  case cover(CoverGap)
  /// People on a shift that is wanted by pattern and day.
  case pattern(PatternCell)
  /// Somebody on a post of a staffing mode.
  case post(PostCell)
}

/// Where somebody would have to stand to close a gap.
struct GapPlace {
  /// The gap; for shifts and posts named after the pattern or the skill.
  var gap: CoverGap
  /// The skill that is wanted; nil for anybody.
  var skill: String?
  /// The options that stand there.
  var options: [Int]
  /// The moment that is looked at, in minutes of the axis.
  var worst: Range<Int>
  /// Agents wanted and there.
  var needed: Double
  var onDuty: Double
  /// What the gap costs.
  var cost: Double
  /// True for shifts and posts, which count heads whatever their breaks.
  var countsHeads: Bool
  /// True if a shift stands there.
  var isThere: (ShiftAssignment) -> Bool
}

extension GapExplainer {
  /// A subject as a gap with its size.
  func gap(of subject: GapSubject) -> CoverGap {
    switch subject {
    case .cover(let gap): return gap
    case .pattern(let cell):
      let pattern = plan.patterns[cell.pattern]
      let start = cell.day * 1_440 + (pattern.startMinutes.first ?? 0)
      return CoverGap(
        skill: pattern.name, day: cell.day,
        minutes: start..<(start + (pattern.lengthMinutes.first ?? 0)),
        meanAgents: Double(cell.missing), mostAgents: Double(cell.missing))
    case .post(let post):
      return CoverGap(
        skill: plan.need.skills[post.skill], day: post.day, minutes: post.minutes, meanAgents: 1,
        mostAgents: 1)
    }
  }

  /// Where a subject is, with who would stand there.
  func place(of subject: GapSubject) -> GapPlace? {
    let gap = gap(of: subject)
    switch subject {
    case .cover: return coverPlace(gap)
    case .pattern(let cell):
      let name = plan.patterns[cell.pattern].name
      let need = plan.patternNeeds.first { $0.pattern == cell.pattern && $0.day == cell.day }
      return GapPlace(
        gap: gap, skill: nil, options: options(ofPattern: cell.pattern, day: cell.day),
        worst: gap.minutes, needed: Double(cell.need), onDuty: Double(cell.onDuty),
        cost: need?.price(ofHeads: cell.onDuty) ?? 0, countsHeads: true,
        isThere: { $0.day == cell.day && $0.pattern == name })
    case .post(let post):
      guard
        let pattern = plan.posts.first(where: {
          $0.skill == post.skill && $0.day == post.day && $0.minutes == post.minutes
        })?.pattern
      else { return nil }
      let name = plan.patterns[pattern].name
      func holds(_ shift: ShiftAssignment) -> Bool {
        shift.day == post.day && shift.pattern == name
          && shift.minutes.lowerBound == post.minutes.lowerBound
          && shift.minutes.upperBound >= post.minutes.upperBound
      }
      return GapPlace(
        gap: gap, skill: gap.skill,
        options: options(ofPattern: pattern, day: post.day).filter { holds(shift($0, of: "")) },
        worst: post.minutes, needed: 1, onDuty: Double(post.holders), cost: plan.cover.post,
        countsHeads: true, isThere: holds)
    }
  }

  /// What the agents short of the need lose where late tickets have a price.
  private func latePrice(_ cover: SkillCover, interval: Int) -> Double? {
    guard let skill = plan.need.skills.firstIndex(of: cover.skill),
      let lost = plan.need.gapPrice(
        skill: skill, interval: interval, agents: cover.onDuty[interval]),
      let rest = plan.need.gapPrice(skill: skill, interval: interval, agents: cover.need[interval])
    else { return nil }
    return max(0, lost - rest)
  }

  private func coverPlace(_ gap: CoverGap) -> GapPlace? {
    guard let skill = plan.need.skills.firstIndex(of: gap.skill) else { return nil }
    let cover = facts.covers[skill]
    let length = plan.horizon.intervalMinutes
    let intervals = (gap.minutes.lowerBound / length)..<(gap.minutes.upperBound / length)
    func missing(_ interval: Int) -> Double { cover.need[interval] - cover.onDuty[interval] }
    guard let interval = intervals.max(by: { missing($0) < missing($1) }) else { return nil }
    let worst = (interval * length)..<((interval + 1) * length)
    let hours = Double(length) / 60
    let cost = intervals.reduce(0) { sum, index in
      sum + plan.peakFactor(interval: index)
        * (latePrice(cover, interval: index)
          ?? hours * plan.cover.shortfallPrice(ofMissing: max(0, missing(index))))
    }
    return GapPlace(
      gap: gap, skill: gap.skill,
      options: options(covering: worst).filter { !plan.isPost(shift($0, of: "")) }, worst: worst,
      needed: cover.need[interval], onDuty: cover.onDuty[interval], cost: cost,
      countsHeads: false, isThere: { !plan.isPost($0) && dutyMinutes(of: $0, in: worst) > 0 })
  }
}
