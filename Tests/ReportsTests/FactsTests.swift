import CivilTime
import Reports
import Rostering
import StaffOptTestSupport
import Testing

@Suite struct FactsTests {
  @Test(arguments: [
    (100.0, 99.6, 0.004), (100, 100, 0), (100, 100.00001, 0), (100, 120, 0), (0, 0, 0),
    (200, -200, 2), (-100, -110, 0.1),
  ])
  func `the gap is how much cheaper a roster can be, as a share of the cost`(
    objective: Double, bound: Double, gap: Double
  ) throws {
    let found = try #require(figures(bound: bound).gap(objective: objective))
    #expect(abs(found - gap) < 1e-9)
  }

  @Test func `without a bound, or against a cost of nothing, there is no gap`() {
    #expect(figures(bound: nil).gap(objective: 100) == nil)
    #expect(figures(bound: -1).gap(objective: 0) == nil)
    #expect(figures(bound: -.infinity).gap(objective: 100) == nil)
  }

  @Test func `neighbouring short intervals are one gap with its mean and worst`() throws {
    // 1 and 2 agents short, then covered, then half an agent short.
    let plan = try smallPlan([], need: [1, 2, 0, 0.5])
    let gaps = facts(plan).gaps
    #expect(gaps.map(\.minutes) == [0..<120, 180..<240])
    #expect(gaps.map(\.meanAgents) == [1.5, 0.5])
    #expect(gaps.map(\.mostAgents) == [2, 0.5])
    #expect(gaps.map(\.hours) == [3, 0.5])
  }

  @Test func `a gap ends at midnight`() throws {
    let sample = try #require(ReportSamples.empty())
    var plan = sample.plan
    plan.need = CoverNeed(skills: ["chat"], agents: [Array(repeating: 1, count: 48)])
    #expect(facts(plan).gaps.map(\.minutes) == [0..<1_440, 1_440..<2_880])
  }

  @Test func `the gaps' hours add up to the auditor's shortfall`() throws {
    let facts = try festivalFacts()
    let hours = facts.gaps.reduce(0) { $0 + $1.hours }
    #expect(abs(hours - facts.audit.shortfallHours) < 0.01)
    let days = facts.days.reduce(0) { $0 + $1.shortfallHours }
    #expect(abs(days - facts.audit.shortfallHours) < 1e-6)
    #expect(facts.gaps.map(\.hours) == facts.gaps.map(\.hours).sorted(by: >))
  }

  @Test func `marks say what became of leave, wishes and settled days`() throws {
    let people = try festivalFacts().people
    let marks = { (id: String, day: Int) in
      people.first { $0.employee.id == id }?.days[day].marks
    }
    #expect(marks("A03", 1) == [.leave])
    #expect(marks("A03", 5) == [])
    #expect(marks("A07", 1) == [.wishKept])
    #expect(marks("A02", 3) == [.wishBroken])
    // The night before reaches into the leave that was asked for.
    #expect(marks("A11", 7) == [.wishBroken])
    #expect(marks("A12", 8) == [.pinned])
  }

  @Test func `every kind of wish is judged by the day's shift`() throws {
    let worker = Employee(id: "A", name: "A", skills: ["chat"])
    let shift = ShiftAssignment(employeeID: "A", day: 0, pattern: "Day", minutes: 0..<240)
    let outcomes: [(RequestKind, whenWorking: DayMark, whenOff: DayMark)] = [
      (.dayOff, .wishBroken, .wishKept), (.dayOn, .wishKept, .wishBroken),
      (.shiftOn(pattern: "Day"), .wishKept, .wishBroken),
      (.shiftOn(pattern: "Late"), .wishBroken, .wishBroken),
      (.shiftOff(pattern: "Day"), .wishBroken, .wishKept),
      (.shiftOff(pattern: "Late"), .wishKept, .wishKept),
      (.askedLeave, .wishBroken, .wishKept), (.approvedLeave, .leave, .leave),
    ]
    for (kind, whenWorking, whenOff) in outcomes {
      var plan = try smallPlan([worker])
      plan.requests = [StaffRequest(employeeID: "A", kind: kind, minutes: 0..<1_440)]
      let working = facts(plan, Roster(assignments: [shift])).people.first?.days.first?.marks
      #expect(working == [whenWorking], "\(kind) on a day with work")
      #expect(facts(plan).people.first?.days.first?.marks == [whenOff], "\(kind) on a day off")
    }
  }

  @Test func `a team of nobody has figures without a division by zero`() throws {
    let facts = try emptyFacts()
    #expect(facts.coveredShare == 1)
    #expect(facts.gap == 0)
    #expect(facts.days.allSatisfy { $0.share == 0 })
    #expect(facts.spreads.allSatisfy { $0.least == 0 && $0.mean == 0 && $0.most == 0 })
    #expect(facts.choices.allSatisfy { $0.people == 0 && $0.metShare == nil })
  }

  @Test func `a class's figures are sums, its handle time a mean over contacts`() throws {
    let classes = ClassNeedFacts.classes(of: try festivalClasses())
    #expect(classes.map(\.name) == ["chat urgent", "tickets"])
    // (10 x 300 + 30 x 340) / 40 s; half hours of 2 and 4 agents; 20 % lost.
    #expect(classes[0].handleSeconds == 330)
    #expect(classes[0].servingHours == 3)
    #expect(abs(classes[0].onDutyHours - 3.75) < 1e-12)
    #expect(abs(classes[0].highestAgents - 5) < 1e-12)
    #expect(classes[1].handleSeconds == nil)
  }

  @Test func `breaks show on every skill of the person, in parts of an interval`() throws {
    let worker = Employee(id: "A", name: "A", skills: ["chat"])
    let plan = try smallPlan([worker])
    let shift = ShiftAssignment(
      employeeID: "A", day: 0, pattern: "Day", minutes: 0..<240,
      breaks: [ShiftBreak(minutes: 45..<75)])
    let cover = try #require(facts(plan, Roster(assignments: [shift])).covers.first)
    #expect(Array(cover.onBreak.prefix(3)) == [0.25, 0.25, 0])
  }
}
