import Foundation
import Rostering
import Workload

/// Sizes the on-call list of each day and fills it by turns.
///
/// Every interval has to keep its floor with the policy's probability when
/// each shift is missed with the policy's share, independently: the need
/// rounded to whole agents (at least one where anybody is needed), but no more
/// than the roster itself has there. Missing agents of the roster are not what
/// people on call are for.
public struct StandbyPlanner: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// How sure cover has to be.
  public let policy: StandbyPolicy
  /// What random draws start from.
  public var seed: UInt64 = 1

  /// The most skills that are looked at together; more are split where nobody
  /// on duty links them.
  public static let mostSkills = 8

  /// A planner; by default with the policy of the plan.
  public init(plan: RosterPlan, policy: StandbyPolicy? = nil) {
    self.plan = plan
    self.policy = policy ?? plan.standby
  }

  /// The on-call list of each day of a roster; empty if on some day more than
  /// ``mostSkills`` skills are linked by people who have several of them.
  ///
  /// - Parameters:
  ///   - roster: The roster.
  ///   - coverage: Need against cover as the auditor counts it.
  public func days(_ roster: Roster, coverage: [CoverageCell]) -> [StandbyDay] {
    guard !plan.need.skills.isEmpty else { return [] }
    let board = DutyBoard(plan: plan, roster: roster)
    let floors = floors(coverage)
    var turns = StandbyTurns(plan: plan, roster: roster)
    var days: [StandbyDay] = []
    for day in 0..<plan.horizon.dayCount {
      guard let standby = standby(on: day, board: board, floors: floors, turns: &turns) else {
        return []
      }
      days.append(standby)
    }
    return days
  }

  /// Skills that people on duty link, each group ascending; all skills as one
  /// group where they are few.
  private func parts(_ intervals: [DutyBoard.Interval]) -> [[Int]]? {
    let skills = Array(plan.need.skills.indices)
    guard skills.count > Self.mostSkills else { return [skills] }
    guard skills.count <= UInt64.bitWidth else { return nil }
    var groups = skills.map { UInt64(1) << UInt64($0) }
    for set in Set(intervals.flatMap { $0.groups.map(\.skills) }).sorted() {
      let touched = groups.filter { $0 & set != 0 }
      guard touched.count > 1 else { continue }
      groups.removeAll { $0 & set != 0 }
      groups.append(touched.reduce(0, |))
    }
    let parts = groups.map { group in skills.filter { group & (1 << UInt64($0)) != 0 } }
      .sorted { $0[0] < $1[0] }
    return parts.allSatisfy { $0.count <= Self.mostSkills } ? parts : nil
  }

  /// The on-call list of a day; nil if too many skills are linked.
  ///
  /// Skills that nobody on duty links fail independently: each part has to
  /// hold so surely that together they hold as the policy wants.

  private func standby(
    on day: Int, board: DutyBoard, floors: [[Int]], turns: inout StandbyTurns
  ) -> StandbyDay? {
    let perDay = plan.horizon.intervalsPerDay
    let intervals = (day * perDay..<(day + 1) * perDay).map { board.interval($0) }
    guard let parts = parts(intervals) else { return nil }
    var wanted = Array(repeating: 0, count: plan.need.skills.count)
    var (without, with) = (1.0, 1.0)
    var (dayWithout, dayWith) = (1.0, 1.0)
    var isExact = true
    for (number, skills) in parts.enumerated() {
      let own = intervals.map { $0.restricted(to: skills) }
      let ofDay = (0..<perDay).map { offset in skills.map { floors[$0][day * perDay + offset] } }
      let losses = zip(own, ofDay).enumerated().map { offset, pair in
        CoverLoss(
          groups: pair.0.groups, floors: pair.1, unitsPerHead: plan.unitsPerHead,
          noShow: policy.noShow, seed: seed &+ UInt64(day * perDay + offset))
      }
      let sizing = StandbySizing(
        losses: losses, skillCount: skills.count,
        hold: parts.count == 1 ? policy.hold : pow(policy.hold, 1 / Double(parts.count)),
        most: board.peopleCount(on: day))
      let none = Array(repeating: 0, count: skills.count)
      let list = sizing.smallestList()
      let whole = WholeDay(
        intervals: own, floors: ofDay, unitsPerHead: plan.unitsPerHead, noShow: policy.noShow)
      let days = whole.probabilities(
        [none, list], seed: seed &+ 0x5eed &+ UInt64(day + number * 10_007))
      for (skill, count) in zip(skills, list) { wanted[skill] = count }
      without *= sizing.probability(withOnCall: none)
      with *= sizing.probability(withOnCall: list)
      dayWithout *= days.0
      dayWith *= days.1
      isExact = isExact && losses.allSatisfy(\.isExact)
    }
    return StandbyDay(
      day: day, wanted: wanted, intervalWithout: without, intervalWith: with,
      dayWithout: dayWithout, dayWith: dayWith, isExact: isExact,
      turns: turns.people(onCall: wanted, day: day))
  }

  /// For each skill and interval the units that must be there.
  private func floors(_ coverage: [CoverageCell]) -> [[Int]] {
    var floors = plan.need.skills.map { _ in
      Array(repeating: 0, count: plan.horizon.intervalCount)
    }
    for cell in coverage where floors.indices.contains(cell.skill) && cell.need > 1e-9 {
      let whole = max(1, cell.need.rounded())
      let heads = min(whole, cell.onDuty)
      floors[cell.skill][cell.interval] = Int((heads * Double(plan.unitsPerHead)).rounded())
    }
    return floors
  }
}

/// The same people are absent all day: cover from morning to evening, drawn
/// by chance.
private struct WholeDay {
  let intervals: [DutyBoard.Interval]
  let floors: [[Int]]
  let unitsPerHead: Int
  let noShow: Double

  private static let draws = 4_000

  /// The probabilities that two lists keep cover all day.
  func probabilities(_ lists: [[Int]], seed: UInt64) -> (Double, Double) {
    let people = Set(intervals.flatMap { $0.people.joined() }).sorted()
    let counters = zip(intervals, floors).map {
      LackCounter(groups: $0.groups, floors: $1, unitsPerHead: unitsPerHead)
    }
    let callable = lists.map(LackCounter.sums)
    var random = SeededRandom(seed: seed)
    var held = lists.map { _ in 0 }
    for _ in 0..<Self.draws {
      var absent: Set<Int> = []
      for person in people where RandomVariates.uniform(using: &random) < noShow {
        absent.insert(person)
      }
      if absent.isEmpty {
        for index in held.indices { held[index] += 1 }
        continue
      }
      var holds = lists.map { _ in true }
      for (interval, counter) in zip(intervals, counters) where holds.contains(true) {
        let lost = zip(interval.groups, interval.people).map { group, people in
          zip(group.units, people).reduce(0) { absent.contains($1.1) ? $0 + $1.0 : $0 }
        }
        guard lost.contains(where: { $0 > 0 }) else { continue }
        let lacking = counter.lacking(lostUnits: lost)
        for index in lists.indices where holds[index] {
          holds[index] = zip(lacking, callable[index]).allSatisfy { $0 <= $1 }
        }
      }
      for index in held.indices where holds[index] { held[index] += 1 }
    }
    return (Double(held[0]) / Double(Self.draws), Double(held[1]) / Double(Self.draws))
  }
}
