import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Checks before solving")
struct FeasibilityTests {
  private typealias Check = FeasibilityFinding.Check

  /// A plan of a week, three people, one agent wanted from 08:00 to 16:00.
  private var sound: RosterPlan {
    var plan = PlanSamples.plan(
      days: 7, people: 3, patterns: PlanSamples.patterns.filter { $0.name == "D" })
    for day in 0..<7 {
      for hour in 8..<16 { plan.need.agents[0][day * 24 + hour] = 1 }
    }
    return plan
  }

  private func found(_ plan: RosterPlan) -> [FeasibilityFinding] {
    FeasibilityChecks(plan: plan).findings()
  }

  @Test("A sound plan passes all ten")
  func nothing() {
    #expect(found(sound).isEmpty)
    #expect(Check.allCases.count == 10)
  }

  @Test("Least shifts beyond the days that leave leaves")
  func availability() throws {
    var plan = sound
    plan.rules = [ScopedRule(ShiftCount(least: 3))]
    plan.requests = [StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 0..<(5 * 1_440))]
    let finding = try #require(found(plan).first { $0.check == .employeeAvailability })
    #expect(finding.employeeID == "P1" && finding.isHard && finding.rule == "shifts")
    #expect(finding.requiredMinutes == 3 * 480 && finding.achievableMinutes == 2 * 480)
  }

  @Test("Demand of a Sunday above what everybody together can work")
  func weekend() throws {
    var plan = sound
    for hour in 8..<16 { plan.need.agents[0][6 * 24 + hour] = 4 }
    let finding = try #require(found(plan).first { $0.check == .weekendDemand })
    #expect(finding.day == 6)
    #expect(finding.requiredMinutes == 4 * 480 && finding.achievableMinutes == 3 * 480)
  }

  @Test("A week's demand above the limits of the week, and of the whole plan")
  func weekAndPlan() throws {
    var plan = sound
    plan.rules = [ScopedRule(HoursPerWeek(mostMinutes: 960))]
    let week = try #require(found(plan).first { $0.check == .employeeMinutesWeek })
    #expect(week.requiredMinutes == 7 * 480 && week.achievableMinutes == 3 * 960)
    let whole = try #require(found(plan).first { $0.check == .employeeMinutesRoster })
    #expect(whole.subject == "chat" && whole.achievableMinutes == 3 * 960)
    plan.rules = [ScopedRule(ShiftCount(most: 2))]
    #expect(found(plan).first { $0.check == .employeeMinutesWeek }?.achievableMinutes == 6 * 480)
  }

  @Test("An hour that no shift reaches, and one with too few people")
  func intervals() throws {
    var plan = sound
    plan.need.agents[0][20] = 2
    plan.need.agents[0][21] = 1
    let unreached = try #require(found(plan).first { $0.check == .demandCoveredByShifts })
    #expect(unreached.minutes == 1_200..<1_320 && unreached.missingPeople == 2)
    #expect(unreached.requiredMinutes == 180 && unreached.achievableMinutes == 0)
    plan = sound
    plan.need.agents[0][24 + 9] = 2.5
    plan.requests = ["P0", "P1"].map {
      StaffRequest(employeeID: $0, kind: .approvedLeave, minutes: 1_440..<2_880)
    }
    let people = try #require(found(plan).first { $0.check == .demandCoveredByPeople })
    #expect(people.day == 1 && people.missingPeople == 2)
    #expect(people.minutes == (1_440 + 540)..<(1_440 + 600))
  }

  @Test("Shifts without demand, and shifts nobody can work")
  func shifts() {
    var plan = sound
    plan.patterns.append(ShiftPattern(name: "Late", startMinutes: [1_020], lengthMinutes: [240]))
    #expect(found(plan).map(\.check) == [.shiftCoveredByDemand])
    plan = sound
    plan.patterns.append(
      ShiftPattern(name: "Phone", startMinutes: [480], lengthMinutes: [480], skills: ["phone"]))
    #expect(found(plan).map(\.check) == [.shiftsRelevant])
    #expect(found(plan).map(\.subject) == ["Phone"])
  }

  @Test("More heads wanted on a shift than there are people")
  func leastUse() throws {
    var plan = sound
    plan.patternNeeds = [
      PatternNeed(pattern: 0, day: 2, heads: 5, priceBelow: 100, priceAbove: 1)
    ]
    let finding = try #require(found(plan).first { $0.check == .shiftUseMinimum })
    #expect(finding.missingPeople == 2 && finding.day == 2 && finding.subject == "D")
  }

  @Test("Settled shifts without rest between them")
  func pinned() throws {
    var plan = sound
    plan.rules = [ScopedRule(RestBetweenShifts(leastMinutes: 660))]
    plan.pinnedDays = [(0, 900..<1_400), (1, 1_900..<2_300)].map { day, minutes in
      PinnedDay(employeeID: "P2", day: day, content: .shift(pattern: "D", minutes: minutes))
    }
    let finding = try #require(found(plan).first { $0.check == .pinnedShiftRules })
    #expect(finding.employeeID == "P2" && finding.rule == "rest-between-shifts" && finding.isHard)
  }

  @Test("Contradictions name the rules and the nearest value that frees the person")
  func contradictions() throws {
    var plan = PlanSamples.plan(days: 4, people: 2)
    plan.rules = [ScopedRule(ShiftCount(least: 3)), ScopedRule(DaysInARow(most: 3))]
    plan.requests = [
      StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 0..<(3 * 1_440))
    ]
    let found = ContradictionFinder(plan: plan).contradictions()
    #expect(found.map(\.employee.id) == ["P1"])
    let parts = try #require(found.first).parts
    #expect(parts.map(\.key) == ["approved-leave", "shifts"])
    // One day is left: two shifts fewer, not one.
    #expect(parts.map(\.to) == [nil, .count(1)])
    #expect(parts.last?.from == .count(3) && parts.last?.parameter == "least")
    plan.requests = []
    #expect(ContradictionFinder(plan: plan).contradictions().isEmpty)
  }
}
