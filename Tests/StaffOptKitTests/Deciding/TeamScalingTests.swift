import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Teams of another size")
struct TeamScalingTests {
  /// Six who chat, three who phone, one who does both and chose rest.
  private var plan: RosterPlan {
    var plan = PlanSamples.plan(days: 3, people: 10)
    for index in 6..<9 { plan.employees[index].skills = ["phone"] }
    plan.employees[9].skills = ["phone", "chat"]
    plan.employees[9].choice = .rest
    plan.requests = [StaffRequest(employeeID: "P8", kind: .approvedLeave, minutes: 0..<1_440)]
    plan.rules = [
      ScopedRule(DaysInARow(most: 2)), ScopedRule(ShiftCount(most: 1), employeeIDs: ["P8"]),
    ]
    return plan
  }

  @Test("Every size has its number of people, and contains every smaller one")
  func nested() {
    let scaling = TeamScaling(plan: plan)
    var before: Set<String> = []
    for size in 0...37 {
      let ids = scaling.plan(size: size).employees.map(\.id)
      #expect(ids.count == size && Set(ids).count == size)
      #expect(before.isSubset(of: ids), "\(size)")
      before = Set(ids)
    }
  }

  @Test("At the plan's own size nothing changes")
  func sameSize() {
    let scaled = TeamScaling(plan: plan).plan(size: 10)
    #expect(scaled.employees == plan.employees)
    #expect(scaled.requests == plan.requests)
    #expect(scaled.rules.count == 2)
  }

  @Test("The mix of skills is kept; twice the team has twice of each")
  func mix() {
    let twice = TeamScaling(plan: plan).plan(size: 20).employees
    #expect(twice.count { $0.skills == ["chat"] } == 12)
    #expect(twice.count { $0.skills == ["phone"] } == 6)
    #expect(twice.count { $0.skills == ["phone", "chat"] } == 2)
    #expect(twice.filter { $0.id.contains("+") }.allSatisfy { $0.choice == .either })
    let half = TeamScaling(plan: plan).plan(size: 5).employees
    #expect(half.count { $0.skills == ["chat"] } == 3)
    #expect(half.count { $0.skills == ["phone"] } == 2 || half.count { $0.skills.count == 2 } == 1)
  }

  @Test("Who is left out takes requests and rules of his own along")
  func leftOut() {
    let half = TeamScaling(plan: plan).plan(size: 5)
    #expect(!half.employees.map(\.id).contains("P8"))
    #expect(half.requests.isEmpty)
    // The rule that named only P8 must not bind everybody now.
    #expect(half.rules.map(\.key) == ["days-in-a-row"])
  }

  @Test("Theory is asked before a larger team is called no dearer")
  func monotony() {
    let scaling = TeamScaling(plan: plan)
    let (small, large) = (scaling.plan(size: 10), scaling.plan(size: 12))
    #expect(StaffingMonotony.cannotCostMore(from: small, to: large))
    #expect(!StaffingMonotony.cannotCostMore(from: large, to: small))
    var forced = large
    forced.rules.append(ScopedRule(ShiftCount(least: 1)))
    #expect(!StaffingMonotony.cannotCostMore(from: small, to: forced))
    var ramped = large
    ramped.rampUp = RampUp(shares: [0.5, 0.5, 0.5], priceAbove: 10, priceBelow: 10)
    #expect(!StaffingMonotony.cannotCostMore(from: small, to: ramped))
    var owed = large
    owed.calendar.days[owed.horizon.firstDate] = CalendarDay(dayClass: .statutoryDay)
    owed.employees[11].choice = .pay
    #expect(!StaffingMonotony.cannotCostMore(from: small, to: owed))
  }
}
