import CivilTime
import Foundation
import Rostering
import StaffOptTestSupport
import Testing

@testable import Simulation

@Suite("Losses of an interval")
struct CoverLossTests {
  /// Every way that people can be absent, one by one: the oracle.
  private func bruteForce(
    _ people: [(skills: UInt64, units: Int)], floors: [Int], perHead: Int, list: [Int],
    noShow: Double
  ) -> Double {
    var total = 0.0
    for absent in 0..<(1 << people.count) {
      var probability = 1.0
      for index in people.indices {
        probability *= absent & (1 << index) != 0 ? noShow : 1 - noShow
      }
      let holds = (1..<(1 << floors.count)).allSatisfy { set in
        let wanted = floors.indices.reduce(0) { set & (1 << $1) != 0 ? $0 + floors[$1] : $0 }
        let onCall = list.indices.reduce(0) { set & (1 << $1) != 0 ? $0 + list[$1] : $0 }
        let present = people.indices.reduce(0) { sum, index in
          absent & (1 << index) == 0 && people[index].skills & UInt64(set) != 0
            ? sum + people[index].units : sum
        }
        return present + onCall * perHead >= wanted
      }
      if holds { total += probability }
    }
    return total
  }

  @Test("The exact probabilities are those of every single absence", arguments: 1...12)
  func exact(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let people = (0..<10).map { _ -> (skills: UInt64, units: Int) in
      (1 + random.next() % 7, [10, 10, 10, 5][Int(random.next() % 4)])
    }
    let floors = (0..<3).map { _ in Int(random.next() % 4) * 10 }
    var groups: [CoverLoss.Group] = []
    for mask in Set(people.map(\.skills)).sorted() {
      groups.append(
        CoverLoss.Group(
          skills: mask, units: people.filter { $0.skills == mask }.map(\.units), sureUnits: 0))
    }
    let loss = CoverLoss(groups: groups, floors: floors, unitsPerHead: 10, noShow: 0.15, seed: 1)
    #expect(loss.isExact)
    #expect((loss.outcomes.reduce(0) { $0 + $1.probability } - 1).magnitude < 1e-9)
    for list in [[0, 0, 0], [1, 0, 0], [0, 2, 1], [1, 1, 1]] {
      let expected = bruteForce(people, floors: floors, perHead: 10, list: list, noShow: 0.15)
      #expect((loss.probability(withOnCall: list) - expected).magnitude < 1e-9)
    }
  }

  @Test("Ten alike with one spare: the binomial distribution")
  func binomial() {
    let group = CoverLoss.Group(
      skills: 1, units: Array(repeating: 300, count: 10), sureUnits: 0)
    let loss = CoverLoss(groups: [group], floors: [2_700], unitsPerHead: 300, noShow: 0.05, seed: 1)
    // 0.95^10 + 10 0.05 0.95^9 and so on.
    let expected = [0.913_861_64, 0.988_496_44, 0.998_971_50]
    for (list, value) in expected.enumerated() {
      #expect((loss.probability(withOnCall: [list]) - value).magnitude < 1e-8)
    }
  }

  @Test("Too many combinations are drawn by chance, and near the exact ones")
  func drawn() {
    // Different units make every subset a value of its own.
    let groups = (0..<3).map { group in
      CoverLoss.Group(
        skills: 1 << UInt64(group), units: (0..<16).map { 1 << $0 }, sureUnits: 0)
    }
    let floors = Array(repeating: 1 << 15, count: 3)
    let loss = CoverLoss(
      groups: groups, floors: floors, unitsPerHead: 1 << 15, noShow: 0.1, seed: 3)
    #expect(!loss.isExact)
    // Each skill keeps its floor if its largest member comes.
    #expect((loss.probability(withOnCall: [0, 0, 0]) - 0.9 * 0.9 * 0.9).magnitude < 0.02)
  }

  @Test("The smallest list is smallest: no shorter one holds", arguments: 1...8)
  func smallest(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed) &* 77)
    let losses = (0..<4).map { interval -> CoverLoss in
      let groups = (1...3).map { mask in
        CoverLoss.Group(
          skills: UInt64(mask), units: Array(repeating: 10, count: 2 + Int(random.next() % 6)),
          sureUnits: 0)
      }
      let floors = (0..<2).map { _ in Int(random.next() % 6) * 10 }
      return CoverLoss(
        groups: groups, floors: floors, unitsPerHead: 10, noShow: 0.12, seed: UInt64(interval))
    }
    let sizing = StandbySizing(losses: losses, skillCount: 2, hold: 0.97, most: 12)
    let list = sizing.smallestList()
    #expect(sizing.probability(withOnCall: list) >= 0.97)
    let total = list.reduce(0, +)
    for first in 0..<max(1, total) {
      for second in 0..<max(1, total) where first + second < total {
        #expect(sizing.probability(withOnCall: [first, second]) < 0.97)
      }
    }
  }
}

@Suite("People on call")
struct StandbyPlannerTests {
  /// Five people for a counter of two, ten hours a day for a week; two or
  /// three of them work each day.
  private func shop(
    noShow: Double, hold: Double = 0.95, need: Double = 2
  ) throws -> (plan: RosterPlan, roster: Roster) {
    let date = try #require(CivilDate(iso: "2026-02-16"))
    let clock = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    let horizon = try #require(
      PlanHorizon(firstDate: date, dayCount: 7, intervalMinutes: 60, clock: clock))
    let people = (0..<6).map { index in
      Employee(
        id: "P\(index)", name: "P\(index)", skills: ["counter"],
        choice: index == 5 ? .rest : .either)
    }
    let pattern = ShiftPattern(
      name: "Day", startMinutes: [540], lengthMinutes: [600], breaks: [], skills: [])
    let agents = (0..<horizon.intervalCount).map { (9..<19).contains($0 % 24) ? need : 0 }
    var plan = RosterPlan(
      name: "Shop", horizon: horizon, patterns: [pattern], employees: people,
      need: CoverNeed(skills: ["counter"], agents: [agents]))
    plan.standby = StandbyPolicy(noShow: noShow, hold: hold)
    var roster = Roster()
    for day in 0..<7 {
      for index in 0..<2 {
        roster.assignments.append(
          ShiftAssignment(
            employeeID: "P\((day + index) % 4)", day: day, pattern: "Day",
            minutes: (day * 1_440 + 540)..<(day * 1_440 + 1_140)))
      }
    }
    return (plan, roster)
  }

  private func days(_ plan: RosterPlan, _ roster: Roster) -> [StandbyDay] {
    let audit = RosterAuditor(plan: plan).audit(roster)
    return StandbyPlanner(plan: plan).days(roster, coverage: audit.coverage)
  }

  @Test("Two of two wanted, one in twenty missing: one on call holds with 99.75 %")
  func sizes() throws {
    let (plan, roster) = try shop(noShow: 0.05)
    for day in days(plan, roster) {
      #expect(day.wanted == [1] && day.isExact)
      #expect((day.intervalWithout - 0.95 * 0.95).magnitude < 1e-12)
      #expect((day.intervalWith - (1 - 0.05 * 0.05)).magnitude < 1e-12)
      // Everybody works the same hours, so the day is as sure as the hour.
      #expect((day.dayWith - day.intervalWith).magnitude < 0.01)
      #expect((day.dayWithout - day.intervalWithout).magnitude < 0.03)
    }
  }

  @Test("Nobody is wanted where nobody is missed, or where the roster is short anyway")
  func nobody() throws {
    var (plan, roster) = try shop(noShow: 0)
    #expect(days(plan, roster).allSatisfy { $0.wantedCount == 0 && $0.turns.isEmpty })
    (plan, roster) = try shop(noShow: 0.01)
    #expect(days(plan, roster).allSatisfy { $0.wantedCount == 0 })
    // A need of five with two there: people on call stand in for the two only.
    (plan, roster) = try shop(noShow: 0.05, need: 5)
    #expect(days(plan, roster).allSatisfy { $0.wanted == [1] })
  }

  @Test("A surer plan wants more people")
  func surer() throws {
    let (plan, roster) = try shop(noShow: 0.2, hold: 0.99)
    #expect(days(plan, roster).allSatisfy { $0.wanted == [2] })
  }

  @Test("Turns are fair, and only free and rested people have them")
  func turns() throws {
    var (plan, roster) = try shop(noShow: 0.05)
    plan.rules = [ScopedRule(DaysInARow(most: 3))]
    plan.requests = [
      StaffRequest(employeeID: "P4", kind: .approvedLeave, minutes: 0..<(2 * 1_440))
    ]
    let found = days(plan, roster)
    var counts: [String: Int] = [:]
    let auditor = RosterAuditor(plan: plan)
    let now = auditor.audit(roster).violations.count
    for day in found {
      #expect(day.turns.count == 1 && day.missingCount == 0)
      for turn in day.turns {
        counts[turn.employeeID, default: 0] += 1
        #expect(
          !roster.assignments.contains { $0.employeeID == turn.employeeID && $0.day == day.day })
        var called = roster
        called.assignments.append(
          ShiftAssignment(
            employeeID: turn.employeeID, day: day.day, pattern: "Day",
            minutes: (day.day * 1_440 + 540)..<(day.day * 1_440 + 1_140)))
        #expect(auditor.audit(called).violations.count <= now)
      }
    }
    #expect(found[..<2].flatMap(\.turns).allSatisfy { $0.employeeID != "P4" })
    // Seven turns for six people: nobody has three.
    #expect(counts.values.max() ?? 0 <= 2)
  }

  @Test("Whoever chose rest comes last on premium days")
  func restComesLast() throws {
    var (plan, roster) = try shop(noShow: 0.05)
    let first = plan.horizon.firstDate
    plan.calendar.days[first] = CalendarDay(dayClass: .statutoryDay, holiday: "Feast")
    // Of those free on the first day only P5 chose rest.
    let turn = try #require(days(plan, roster).first?.turns.first)
    #expect(turn.employeeID != "P5")
  }

  @Test("Too few people free: the list says how many are missing")
  func missing() throws {
    var (plan, roster) = try shop(noShow: 0.05)
    plan.requests = plan.employees.map {
      StaffRequest(employeeID: $0.id, kind: .approvedLeave, minutes: 1_440..<2_880)
    }
    let second = days(plan, roster)[1]
    #expect(second.wantedCount == 1 && second.turns.isEmpty && second.missingCount == 1)
  }

  @Test("Ten skills that nobody links are sized part by part, and hold together")
  func manySkills() throws {
    var (plan, roster) = try shop(noShow: 0.05)
    let skills = (0..<10).map { "counter\($0)" }
    plan.need = CoverNeed(
      skills: skills, agents: skills.map { _ in plan.need.agents[0].map { $0 > 0 ? 1 : 0 } })
    plan.employees = skills.enumerated().map { index, skill in
      Employee(id: "P\(index)", name: "P\(index)", skills: [skill], choice: .either)
    }
    roster.assignments = (0..<10).map { index in
      ShiftAssignment(employeeID: "P\(index)", day: 0, pattern: "Day", minutes: 540..<1_140)
    }
    let first = try #require(days(plan, roster).first)
    #expect((first.intervalWithout - pow(0.95, 10)).magnitude < 1e-9)
    // One on call for every counter makes each of them sure.
    #expect(first.wanted == Array(repeating: 1, count: 10))
    #expect(first.intervalWith >= 0.95)
    // Somebody who can do all of them links them: that is not sized.
    plan.employees[0].skills = skills
    #expect(days(plan, roster).isEmpty)
  }
}
