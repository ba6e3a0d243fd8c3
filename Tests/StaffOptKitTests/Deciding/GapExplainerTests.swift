import StaffOptKit
import StaffOptTestSupport
import Testing

/// A gap small enough to be explained by hand.
///
/// On the second day four agents are wanted from 08:00 to 16:00 and one is
/// there. P1 is on leave, P2 comes from a night that ends at 06:00, P3 cannot
/// chat, P4 wishes the day off for 30. Everybody earns 10 an hour; the first
/// missing agent costs 200 an hour, the second 400, further ones 800.
@Suite("Gaps explained")
struct GapExplainerTests {
  static var plan: RosterPlan {
    var plan = PlanSamples.plan(
      days: 2, people: 5, patterns: PlanSamples.patterns.filter { ["D", "N"].contains($0.name) })
    plan.rules = [ScopedRule(RestBetweenShifts(leastMinutes: 660))]
    plan.employees[3].skills = ["mail"]
    plan.requests = [
      StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 1_440..<2_880),
      StaffRequest(employeeID: "P4", kind: .dayOff, minutes: 1_440..<2_880, price: 30),
    ]
    for hour in 32..<40 { plan.need.agents[0][hour] = 4 }
    return plan
  }

  static func facts(_ plan: RosterPlan = plan) -> RosterFacts {
    let shifts =
      PlanSamples.shifts(". D", employee: "P0", in: plan).planned
      + PlanSamples.shifts("N .", employee: "P2", in: plan).planned
    let roster = Roster(assignments: shifts)
    return RosterFacts(
      plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
  }

  private func explained() throws -> GapExplanation {
    let facts = Self.facts()
    #expect(facts.audit.violations.isEmpty)
    let gap = try #require(facts.gaps.first)
    #expect(facts.gaps.count == 1)
    return try #require(GapExplainer(facts: facts).explain(gap))
  }

  @Test("How many are needed, there, and possible, and what the gap costs")
  func figures() throws {
    let explained = try explained()
    #expect(explained.gap.hours == 24)
    #expect(explained.worst == 1_920..<1_980)
    #expect(explained.needed == 4)
    #expect(explained.onDuty == 1)
    // P0, P2 without the night, P4 against the wish.
    #expect(explained.possible == 3)
    #expect(explained.cost == 8 * (200 + 400 + 800))
  }

  @Test("Why each of the others is not there")
  func reasons() throws {
    let people = try explained().people
    #expect(people.map(\.employee.id) == ["P0", "P1", "P2", "P3", "P4"])
    #expect(people[0].reason == .standsThere)
    #expect(people[1].reason == .never(["approved-leave"]))
    guard case .notBesideOwnShifts(let findings) = people[2].reason else {
      Issue.record("P2: \(people[2].reason)")
      return
    }
    #expect(findings.map(\.rule) == ["rest-between-shifts"])
    #expect(findings.first?.limit == "11 h" && findings.first?.actual == "2 h")
    #expect(findings.first?.beside?.pattern == "N")
    #expect(people[3].reason == .lacksSkill)
    #expect(people[4].reason == .couldBe)
    // Eight hours at 10, the wish at 30, less eight hours of the third missing.
    let netCost = try #require(people[4].netCost)
    #expect((netCost - (80 + 30 - 6_400)).magnitude < 1e-6)
  }

  @Test("The repairs and their prices, counted by hand")
  func repairs() throws {
    let repairs = try explained().repairs
    #expect(repairs.map(\.kind) == [.newcomer, .ruleLoosened, .wishBroken])
    #expect(repairs.map { $0.employee?.id } == [nil, "P2", "P4"])
    #expect(repairs.map(\.change.price) == [80, 80, 110])
    #expect(repairs.allSatisfy { $0.worth == 6_400 && $0.hoursClosed == 8 })
    #expect(repairs[1].rule?.rule == "rest-between-shifts")
  }

  @Test("Why this shift, and who else could have taken it")
  func person() throws {
    let explained = try #require(
      GapExplainer(facts: Self.facts()).explain(employeeID: "P0", day: 1))
    #expect(explained.shift?.pattern == "D")
    let without = try #require(explained.withoutShift)
    #expect(without.shortfallHours == 8)
    #expect(without.cost.shortfall == 6_400)
    #expect(without.price == -80)
    #expect(explained.demandedBy.isEmpty)
    // P4 costs the wish; P3 may work but serves nobody; P1 and P2 may not.
    #expect(explained.rivals.map(\.employee.id) == ["P4", "P3", "P1", "P2"])
    #expect(explained.rivals.map { $0.change?.cost.total } == [30, 6_400, nil, nil])
    #expect(explained.rivals[2].findings.map(\.rule) == ["approved-leave"])
    #expect(GapExplainer(facts: Self.facts()).explain(employeeID: "P9", day: 1) == nil)
  }

  @Test("Who could take a shift that its holder must keep: the holder's rule, not the other's")
  func neededByItsHolder() throws {
    var plan = Self.plan
    plan.rules.append(ScopedRule(ShiftCount(least: 1), employeeIDs: ["P0"]))
    let facts = Self.facts(plan)
    let explained = try #require(GapExplainer(facts: facts).explain(employeeID: "P0", day: 1))
    #expect(explained.demandedBy.map(\.rule) == ["shifts"])
    // P4 and P3 break no rule of their own, P1 is on leave, P2 short of rest.
    #expect(explained.rivals.map(\.employee.id) == ["P4", "P3", "P1", "P2"])
    #expect(explained.rivals.map { $0.change?.cost.total } == [30, 6_400, nil, nil])
    #expect(explained.rivals.allSatisfy { !$0.isAllowed })
    #expect(explained.rivals.map { $0.findings.map(\.rule) }.prefix(2) == [[], []])
    #expect(explained.rivals.allSatisfy { $0.giverFindings.map(\.rule) == ["shifts"] })
    let text = PersonDayTerminalReport(explained, plan: plan).text
    let line = try #require(
      text.split(separator: "\n").first { $0.contains("P4") && $0.contains("could take it") })
    #expect(line.contains("but P0 Person 0: shifts") && line.contains("+30"), "\(text)")
  }

  @Test("Of somebody who fell ill only what the change breaks is told, not the illness")
  func ill() throws {
    var plan = PlanSamples.plan(days: 3, people: 3)
    plan.rules = []
    for hour in [10, 34, 58] { plan.need.agents[0][hour] = 1 }
    plan.requests = [
      StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: 0..<4_320),
      StaffRequest(employeeID: "P1", kind: .approvedLeave, minutes: 0..<1_440),
    ]
    let roster = Roster(
      assignments: PlanSamples.shifts("D D D", employee: "P0", in: plan).planned
        + PlanSamples.shifts("D . .", employee: "P1", in: plan).planned)
    let facts = RosterFacts(
      plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
    #expect(facts.audit.violations.count == 4)
    let explained = try #require(GapExplainer(facts: facts).explain(employeeID: "P0", day: 0))
    // The other two days of leave are broken with the shift and without it.
    #expect(explained.demandedBy.isEmpty)
    #expect(explained.rivals.map(\.employee.id) == ["P2", "P1"])
    #expect(explained.rivals[0].isAllowed)
    #expect(explained.rivals[1].findings.map(\.rule) == ["approved-leave"])
    let later = try #require(GapExplainer(facts: facts).explain(employeeID: "P0", day: 1))
    // P1's leave is over on the second day, whatever the first one breaks.
    #expect(later.rivals.allSatisfy(\.isAllowed) && later.rivals.count == 2)
  }

  @Test("Where a roster breaks rules, its gaps are explained with a warning")
  func brokenRoster() throws {
    var plan = Self.plan
    plan.requests.append(
      StaffRequest(employeeID: "P0", kind: .approvedLeave, minutes: 1_440..<2_880))
    let facts = Self.facts(plan)
    #expect(facts.audit.violations.count == 1)
    let explained = PlanExplainer(plan: plan).explain(
      facts, gapLimit: 1, cancellation: Cancellation())
    for (language, words) in [
      (ReportLanguage.english, "1 rule is broken"), (.simplifiedChinese, "违反规则 1 处"),
    ] {
      #expect(ExplainTerminalReport(explained, language: language).text.contains(words))
      #expect(ExplainPage(explained, language: language).text.contains(words))
    }
    #expect(
      !ExplainTerminalReport(
        PlanExplainer(plan: Self.plan).explain(
          Self.facts(), gapLimit: 1, cancellation: Cancellation())
      ).text.contains("audit"))
  }

  @Test("A break in the gap can be moved, a shift before it made longer")
  func breaksAndOvertime() throws {
    var plan = PlanSamples.plan(
      days: 1, people: 2,
      patterns: [
        ShiftPattern(
          name: "D", startMinutes: [480], lengthMinutes: [480],
          breaks: [BreakRule(minutes: 60, earliestOffset: 180, latestOffset: 300)])
      ])
    plan.need.agents[0][12] = 1
    plan.need.agents[0][16] = 1
    let shift = ShiftAssignment(
      employeeID: "P0", day: 0, pattern: "D", minutes: 480..<960,
      breaks: [ShiftBreak(minutes: 720..<780)])
    let roster = Roster(assignments: [shift])
    let facts = RosterFacts(
      plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
    let explainer = GapExplainer(facts: facts)
    let noon = try #require(facts.gaps.first { $0.minutes.lowerBound == 720 })
    let atNoon = try #require(explainer.explain(noon))
    #expect(atNoon.people[0].reason == .onBreak)
    let moved = try #require(atNoon.repairs.first { $0.kind == .breakMoved })
    #expect(moved.change.price == 0 || moved.change.price == -4 || moved.change.price == 4)
    #expect(moved.worth == 200)
    let late = try #require(facts.gaps.first { $0.minutes.lowerBound == 960 })
    let overtime = try #require(explainer.explain(late)?.repairs.first { $0.kind == .overtime })
    #expect(overtime.shift.minutes == 480..<1_020)
    #expect(overtime.worth == 200)
    // An eighth paid hour of a standard day of eight.
    #expect(overtime.change.price == 10)
  }
}
