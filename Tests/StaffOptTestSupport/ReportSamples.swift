import CivilTime
import Rostering

/// Finished rosters for tests of reports and files: written by hand, so that
/// no solver is needed, and counted by the auditor.
public enum ReportSamples {
  /// A plan with its roster and what the auditor says of it.
  public struct Sample: Sendable {
    /// The plan.
    public var plan: RosterPlan
    /// The roster.
    public var roster: Roster
    /// The auditor's report.
    public var audit: AuditReport
  }

  /// Twelve people over Spring Festival 2026, 15 to 23 February, with leave,
  /// wishes kept and broken, nights, a ramp-up and a few gaps.
  public static func springFestival() -> Sample? { festival }

  /// Audited once for all tests.
  private static let festival: Sample? = {
    guard let clock = ZoneClock(identifier: "Asia/Shanghai"),
      let firstDate = CivilDate(iso: "2026-02-15"),
      let horizon = PlanHorizon(
        firstDate: firstDate, dayCount: 9, intervalMinutes: 30, clock: clock)
    else { return nil }
    var plan = RosterPlan(
      name: "Spring Festival 2026", horizon: horizon, patterns: patterns, employees: team,
      need: festivalNeed(horizon))
    for (offset, holiday) in ["除夕", "春节", "春节", "春节"].enumerated() {
      plan.calendar.days[firstDate.adding(days: 1 + offset)] = CalendarDay(
        dayClass: .statutoryDay, holiday: holiday)
    }
    for offset in [5, 8] {
      plan.calendar.days[firstDate.adding(days: offset)] = CalendarDay(dayClass: .restDay)
    }
    plan.rampUp = RampUp(shares: [0.4, 0.4, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7])
    plan.requests = [
      StaffRequest(employeeID: "A03", kind: .approvedLeave, minutes: 1_440..<7_200),
      StaffRequest(employeeID: "A07", kind: .dayOff, minutes: 1_440..<2_880, price: 50),
      StaffRequest(employeeID: "A02", kind: .dayOff, minutes: 4_320..<5_760, price: 50),
      StaffRequest(
        employeeID: "A09", kind: .shiftOn(pattern: "Night"), minutes: 2_880..<4_320, price: 30),
      StaffRequest(employeeID: "A11", kind: .askedLeave, minutes: 10_080..<11_520, price: 80),
    ]
    plan.history = [
      ShiftAssignment(employeeID: "A09", day: -1, pattern: "Night", minutes: -60..<480)
    ]
    plan.historyStartDay = -1
    plan.pinnedDays = [PinnedDay(employeeID: "A12", day: 8, content: .pattern("Day"))]
    return sample(plan, lines: festivalLines)
  }()

  /// A plan without people and without need over two days.
  public static func empty() -> Sample? {
    guard let clock = ZoneClock(identifier: "Asia/Shanghai"),
      let firstDate = CivilDate(iso: "2026-10-01"),
      let horizon = PlanHorizon(
        firstDate: firstDate, dayCount: 2, intervalMinutes: 60, clock: clock)
    else { return nil }
    let plan = RosterPlan(
      name: "Nobody", horizon: horizon, patterns: [], employees: [],
      need: CoverNeed(skills: [], agents: []))
    return sample(plan, lines: [])
  }

  /// A large team over a week: the festival's lines repeated.
  public static func largeTeam(people: Int) -> Sample? {
    guard var plan = springFestival()?.plan,
      let horizon = PlanHorizon(
        firstDate: plan.horizon.firstDate, dayCount: 7, intervalMinutes: 30,
        clock: plan.horizon.clock)
    else { return nil }
    plan.name = "National Day, \(people) people"
    plan.horizon = horizon
    plan.openingMinutes = Array(repeating: 0..<1_440, count: 7)
    plan.need = festivalNeed(horizon)
    plan.need.agents = plan.need.agents.map { row in row.map { $0 * Double(people) / 12 } }
    plan.rampUp = RampUp(shares: [0.4, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65])
    plan.pinnedDays = []
    plan.history = []
    plan.historyStartDay = 0
    plan.employees = (0..<people).map { index in
      var employee = team[index % team.count]
      employee.id = "E\(1_000 + index)"
      employee.name += " \(index / team.count + 1)"
      // Whole heads of one skill keep the audit of so many people quick.
      employee.effectiveness = 1
      employee.skills = Array(employee.skills.prefix(1))
      return employee
    }
    let lines = (0..<people).map { index in
      let line = Array(festivalLines[index % festivalLines.count])
      return String((0..<7).map { line[($0 + index / festivalLines.count) % line.count] })
    }
    return sample(plan, lines: lines)
  }

  /// A roster from one text a person: a letter for each day, `.` for a day
  /// off.
  public static func roster(of plan: RosterPlan, lines: [String]) -> Roster {
    var shifts: [ShiftAssignment] = []
    for (employee, line) in zip(plan.employees, lines) {
      for (day, letter) in line.enumerated() {
        guard let pattern = plan.patterns.first(where: { $0.name.first == letter }),
          let start = pattern.startMinutes.first, let length = pattern.lengthMinutes.first
        else { continue }
        let from = day * 1_440 + start
        shifts.append(
          ShiftAssignment(
            employeeID: employee.id, day: day, pattern: pattern.name,
            minutes: from..<(from + length),
            breaks: pattern.breaks.map { rule in
              let pause = from + rule.earliestOffset
              return ShiftBreak(minutes: pause..<(pause + rule.minutes), isPaid: rule.isPaid)
            }))
      }
    }
    return Roster(assignments: shifts)
  }

  static func sample(_ plan: RosterPlan, lines: [String]) -> Sample {
    let roster = roster(of: plan, lines: lines)
    return Sample(plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
  }

  private static let patterns: [ShiftPattern] = [
    ShiftPattern(
      name: "Early", startMinutes: [480], lengthMinutes: [510],
      breaks: [BreakRule(minutes: 30, earliestOffset: 210, latestOffset: 270)]),
    ShiftPattern(
      name: "Day", startMinutes: [600], lengthMinutes: [540],
      breaks: [
        BreakRule(minutes: 30, earliestOffset: 150, latestOffset: 210),
        BreakRule(minutes: 15, earliestOffset: 390, latestOffset: 420, isPaid: true),
      ]),
    ShiftPattern(
      name: "Late", startMinutes: [930], lengthMinutes: [510],
      breaks: [BreakRule(minutes: 30, earliestOffset: 240, latestOffset: 300)]),
    ShiftPattern(name: "Peak", startMinutes: [1_020], lengthMinutes: [300]),
    ShiftPattern(
      name: "Night", startMinutes: [1_380], lengthMinutes: [540],
      breaks: [BreakRule(minutes: 30, earliestOffset: 210, latestOffset: 300)]),
  ]

  private static let team: [Employee] = [
    person("A01", "王芳 Wang Fang", "Chat", ["chat"], 62, .pay),
    person("A02", "李伟 Li Wei", "Chat", ["chat", "phone"], 58, .rest),
    person("A03", "张敏 Zhang Min", "Chat", ["chat"], 55, .rest),
    person("A04", "刘洋 Liu Yang", "Chat", ["chat"], 55, .pay),
    person("A05", "陈静 Chen Jing", "Chat", ["chat", "tickets"], 60, .either),
    person("A06", "杨帆 Yang Fan", "Phone", ["phone"], 58, .pay),
    person("A07", "赵磊 Zhao Lei", "Phone", ["phone"], 58, .rest),
    person("A08", "黄丽 Huang Li", "Phone", ["phone", "chat"], 64, .pay),
    person("A09", "周强 Zhou Qiang", "Phone", ["phone", "chat"], 57, .either),
    person("A10", "吴欣 Wu Xin", "Tickets", ["tickets"], 52, .rest),
    person("A11", "徐娜 Xu Na", "Tickets", ["tickets", "chat"], 54, .either),
    person("A12", "Maximilian-Alexander Featherstonehaugh", "Tickets", ["tickets"], 54, .pay),
  ]

  private static func person(
    _ id: String, _ name: String, _ team: String, _ skills: [String], _ wage: Double,
    _ choice: PayOrRest
  ) -> Employee {
    Employee(
      id: id, name: name, team: team, skills: skills, hourlyWage: wage, choice: choice,
      effectiveness: id == "A04" ? 0.6 : 1,
      carried: CarriedBurden(premiumDays: id == "A08" ? 2 : 0, nights: id == "A05" ? 1 : 0))
  }

  private static let festivalLines = [
    "LL.LL..LL", "E..E..DEE", ".....EE.D", ".EEL..LLL", "NN...L.NN", "D.L..DD.L", "....LLLLL",
    ".LL.DDPEE", "..NNN..DD", "D..D.DED.", ".DD.ENN..", ".DD.D.DDD",
  ]

  /// Agents by hour of the day on an ordinary day of the festival.
  private static let hourProfile: [Double] = [
    0.5, 0.4, 0.3, 0.3, 0.3, 0.3, 0.4, 0.6, 0.8, 1.1, 1.4, 1.3, 1.1, 1.2, 1.4, 1.4, 1.3, 1.5,
    1.8, 2.0, 1.9, 1.5, 1.1, 0.8,
  ]

  private static func festivalNeed(_ horizon: PlanHorizon) -> CoverNeed {
    let levels = [1.0, 0.75, 0.8, 0.85, 0.95, 1.05, 1.1, 1.2, 1.35]
    var need = CoverNeed(
      skills: ["chat", "phone", "tickets"],
      agents: Array(repeating: [], count: 3))
    for interval in 0..<horizon.intervalCount {
      let minute = interval * horizon.intervalMinutes
      let hour = minute % 1_440 / 60
      let level = levels[minute / 1_440 % levels.count] * hourProfile[hour]
      need.agents[0].append(hour < 8 ? 0.6 : level * 0.75)
      need.agents[1].append((8..<22).contains(hour) ? level * 0.45 : 0)
      need.agents[2].append((9..<18).contains(hour) ? level * 0.35 : 0)
    }
    return need
  }
}
