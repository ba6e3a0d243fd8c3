import CivilTime
import RosterSolvers
import Rostering

/// Makes small random plans that price everything a plan can price, and random
/// rosters for them. The same seed makes the same plans and rosters.
public struct PlanGenerator {
  private var random: SeededGenerator
  /// The names of the skills, of which a plan has some.
  private static let skillNames = ["chat", "phone", "mail"]

  /// A generator with a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A random roster of a compiled plan, whether or not it keeps the rules on
  /// whole lines: each day of each person is off or has an allowed option.
  public mutating func makeLines(for problem: RosterProblem) -> [Line] {
    problem.lines.map { rules in
      rules.allowed.map { options in
        options.isEmpty || random.chance(0.3) ? nil : options[random.index(below: options.count)]
      }
    }
  }

  /// The next plan: 2 to 5 people, 2 to 4 days.
  public mutating func makePlan() -> RosterPlan {
    let days = 2 + random.index(below: 3)
    let interval = pick([30, 60])
    var plan = PlanSamples.plan(
      days: days, people: 2 + random.index(below: 4), from: pick(["2026-02-13", "2026-02-16"]),
      intervalMinutes: interval, patterns: makePatterns(days: days))
    let skills = Array(Self.skillNames.prefix(1 + random.index(below: 3)))
    plan.employees = plan.employees.map { makeEmployee($0, skills: skills) }
    plan.need = CoverNeed(
      skills: skills, agents: skills.map { _ in makeNeed(count: plan.horizon.intervalCount) })
    plan.calendar = makeCalendar(plan.horizon)
    makePrices(&plan)
    plan.requests = plan.employees.flatMap { makeRequests(of: $0, days: days) }
    makeHistory(&plan)
    if random.chance(0.5) { plan.modes = makeModes(skills: skills, days: days) }
    if random.chance(0.4) { plan.pinnedDays = [makePin(days: days)] }
    if random.chance(0.3), let last = plan.openingMinutes.indices.last {
      plan.openingMinutes[last] = random.chance(0.5) ? nil : 480..<1_200
    }
    if random.chance(0.4) { makeDeferredWork(&plan.need) }
    return plan
  }

  // MARK: Shifts

  private mutating func makePatterns(days: Int) -> [ShiftPattern] {
    var patterns = [
      ShiftPattern(
        name: "D", startMinutes: pick([[480], [480, 510], [495]]),
        lengthMinutes: pick([[480], [510, 600]]),
        breaks: pick([
          [], [BreakRule(minutes: 15, earliestOffset: 120, latestOffset: 180)],
          [
            BreakRule(minutes: 15, earliestOffset: 120, latestOffset: 120, isPaid: true),
            BreakRule(minutes: 30, earliestOffset: 180, latestOffset: 240),
          ],
        ])),
      ShiftPattern(
        name: "N", startMinutes: pick([[1_320], [1_200, 1_380], [1_170]]),
        lengthMinutes: pick([[480], [540, 600]]),
        breaks: pick([[], [BreakRule(minutes: 30, earliestOffset: 90, latestOffset: 150)]])),
    ]
    if random.chance(0.5) {
      patterns.append(ShiftPattern(name: "L", startMinutes: [480], lengthMinutes: [720]))
    }
    if random.chance(0.3) {
      patterns.append(
        ShiftPattern(
          name: "X", startMinutes: [540], lengthMinutes: [420],
          days: [random.index(below: days)], skills: [Self.skillNames[0]]))
    }
    return patterns
  }

  private mutating func makePin(days: Int) -> PinnedDay {
    let day = random.index(below: days)
    let start = day * 1_440 + pick([465, 600, 1_260])
    let minutes = start..<(start + pick([255, 480, 780]))
    return PinnedDay(
      employeeID: "P0", day: day,
      content: pick([.off, .pattern("D"), .shift(pattern: "D", minutes: minutes)]))
  }

  // MARK: People

  private mutating func makeEmployee(_ base: Employee, skills: [String]) -> Employee {
    var employee = base
    employee.skills = skills.filter { _ in random.chance(0.6) }
    employee.hourlyWage = Double(pick([0, 17, 30]))
    employee.contractMinutesPerWeek = pick([2_400, 1_200, 2_100])
    employee.effectiveness = pick([1, 1, 0.5])
    employee.choice = pick(PayOrRest.allCases)
    employee.carried = CarriedBurden(
      premiumDays: random.index(below: 3), nights: random.index(below: 3),
      weekends: random.index(below: 3))
    return employee
  }

  private mutating func makeRequests(of employee: Employee, days: Int) -> [StaffRequest] {
    (0..<random.index(below: 4)).map { _ in
      let kind = pick([
        .approvedLeave, .askedLeave, .dayOff, .dayOn, .shiftOn(pattern: "D"),
        .shiftOff(pattern: "N"), RequestKind.shiftOn(pattern: "N"),
      ])
      let first = random.index(below: days + 2) - 1
      var minutes = (first * 1_440)..<((first + 1 + random.index(below: 2)) * 1_440)
      if kind == .askedLeave, random.chance(0.5) {
        minutes = (minutes.lowerBound + 1_380)..<(minutes.lowerBound + 1_530)
      }
      return StaffRequest(
        employeeID: employee.id, kind: kind, minutes: minutes,
        price: Double(10 + random.index(below: 90)))
    }
  }

  /// Night shifts that reach into day 0, and whole days before it.
  private mutating func makeHistory(_ plan: inout RosterPlan) {
    guard random.chance(0.7) else { return }
    plan.historyStartDay = -3
    for employee in plan.employees where random.chance(0.6) {
      let start = pick([-120, -165, -960, -2_400])
      let minutes = start..<(start + 480)
      let pause = ShiftBreak(minutes: (start + 200)..<(start + pick([215, 230])))
      plan.history.append(
        ShiftAssignment(
          employeeID: employee.id, day: plan.horizon.day(ofMinute: start), pattern: "N",
          minutes: minutes, breaks: random.chance(0.5) ? [pause] : []))
    }
  }

  // MARK: Days and prices

  private mutating func makeNeed(count: Int) -> [Double] {
    let level = Double(random.index(below: 4))
    return (0..<count).map { _ in
      random.chance(0.2) ? 0 : (level + random.unit() * 2)
    }
  }

  /// Some work that may wait, on top of what is wanted at once.
  private mutating func makeDeferredWork(_ need: inout CoverNeed) {
    need.atOnce = need.agents
    let count = need.agents[0].count
    for _ in 0..<(1 + random.index(below: 4)) {
      let first = random.index(below: count)
      let last = min(count, first + 1 + random.index(below: count / 2))
      let intervals = (first..<last).filter { _ in random.chance(0.8) }
      guard !intervals.isEmpty else { continue }
      need.deferredWork.append(
        DeferredWork(
          skill: random.index(below: need.skills.count), hours: 0.1 + random.unit() * 9,
          intervals: intervals))
    }
  }

  private mutating func makeCalendar(_ horizon: PlanHorizon) -> PlanCalendar {
    var days: [CivilDate: CalendarDay] = [:]
    for day in -1...horizon.dayCount where random.chance(0.6) {
      days[horizon.date(ofDay: day)] = CalendarDay(dayClass: pick(DayClass.allCases))
    }
    return PlanCalendar(days: days)
  }

  private mutating func makePrices(_ plan: inout RosterPlan) {
    plan.pay = PayPolicy(
      nightSupplement: pick([0, 0.15]), standardDayMinutes: pick([480, 400]),
      restDayTimeBack: random.chance(0.5))
    plan.fairness = FairnessPrices(
      premiumDay: pick([0, 30]), night: pick([0, 20]), weekend: pick([0, 25]),
      hours: pick([0, 7]), premiumClasses: pick([[.statutoryDay], [.statutoryDay, .restDay]]),
      premiumLeastMinutes: pick([180, 1, 60]))
    plan.choice = ChoicePrices(payTargetDays: 1 + random.index(below: 3))
    plan.cover = CoverPrices(
      shortfall: pick([[200, 400, 800], [50], [10, 10, 300]]), surplus: pick([0, 4]), post: 1_500)
    if random.chance(0.5) {
      plan.peaks = [
        PeakWindow(minutes: 600..<720, factor: 1.5), PeakWindow(minutes: 690..<780, factor: 2),
      ]
    }
    if random.chance(0.6) {
      plan.rampUp = RampUp(
        shares: (0..<plan.horizon.dayCount).map { _ in random.unit() }, priceAbove: 60,
        priceBelow: pick([0, 35]))
    }
  }

  private mutating func makeModes(skills: [String], days: Int) -> [ModeAssignment] {
    let skill = skills[random.index(below: skills.count)]
    let pattern = random.chance(0.7) ? "D" : "N"
    return [
      ModeAssignment(
        skill: skill, days: Set((0..<days).filter { _ in random.chance(0.6) }),
        mode: pick([.oneAllDay, .twoStaggered(staggerMinutes: 30)]), pattern: pattern)
    ]
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[random.index(below: values.count)]
  }
}
