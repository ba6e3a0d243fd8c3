import CivilTime
import PlanFiles
import Rostering
import StaffOptTestSupport
import Testing

@Suite struct TableWriterTests {
  /// One night shift with a paid and an unpaid break and one on the next day.
  private func nightPlan(name: String = "Ann", zone: String = "Asia/Shanghai") throws -> RosterPlan
  {
    let clock = try #require(ZoneClock(identifier: zone))
    let date = try #require(CivilDate(iso: "2026-02-16"))
    let horizon = try #require(
      PlanHorizon(firstDate: date, dayCount: 2, intervalMinutes: 60, clock: clock))
    var plan = RosterPlan(
      name: "Nights", horizon: horizon, patterns: [],
      employees: [
        Employee(id: "B", name: name, team: "x,y", skills: ["chat"]),
        Employee(id: "A", name: "Bob", skills: ["chat"]),
      ],
      need: CoverNeed(skills: ["chat"], agents: [Array(repeating: 1, count: 48)]))
    plan.calendar.days[date] = CalendarDay(dayClass: .statutoryDay)
    return plan
  }

  private let night = ShiftAssignment(
    employeeID: "B", day: 0, pattern: "Night", minutes: 1_320..<1_800,
    breaks: [ShiftBreak(minutes: 1_380..<1_395, isPaid: true), ShiftBreak(minutes: 1_470..<1_500)])

  @Test func `a shift past midnight keeps its day and counts its times on`() throws {
    let csv = RosterWriter(plan: try nightPlan()).csv(Roster(assignments: [night]))
    #expect(
      csv == """
        employee,name,team,day,date,shift,start,end,breaks,paid_hours,day_class
        B,Ann,"x,y",0,2026-02-16,Night,2026-02-16T22:00:00+08:00,2026-02-17T06:00:00+08:00,\
        23:00-23:15 paid;24:30-25:00,7.50,statutory-day

        """)
  }

  @Test func `rows follow the plan's people, then the clock, strangers last`() throws {
    let shift = { (id: String, day: Int) in
      ShiftAssignment(
        employeeID: id, day: day, pattern: "D", minutes: (day * 1_440)..<(day * 1_440 + 60))
    }
    let csv = RosterWriter(plan: try nightPlan()).csv(
      Roster(assignments: [shift("A", 0), shift("Z", 0), shift("B", 1), shift("B", 0)]))
    let keys = csv.split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    }
    #expect(keys == ["B", "B", "A", "Z"])
    #expect(csv.contains("\nZ,,,0,"))
  }

  @Test func `a name that a spreadsheet would run is neutralised`() throws {
    let csv = RosterWriter(plan: try nightPlan(name: "=HYPERLINK(\"http://x\")"))
      .csv(Roster(assignments: [night]))
    #expect(csv.contains("B,\"'=HYPERLINK(\"\"http://x\"\")\","))
  }

  @Test(arguments: ["=1", "-7", "@x", "+49", "'=x", "a,b", "a \"b\"", "王芳"])
  func `a written roster reads back, whatever ids and shifts are called`(name: String) throws {
    var plan = try nightPlan()
    plan.employees[0].id = name
    var shift = night
    shift.employeeID = name
    shift.pattern = name
    plan.patterns = [ShiftPattern(name: name, startMinutes: [1_320], lengthMinutes: [480])]
    let roster = Roster(assignments: [shift])
    let csv = RosterWriter(plan: plan).csv(roster)
    #expect(try RosterReader.read(Array(csv.utf8), plan: plan) == roster)
  }

  @Test func `an empty roster is a header`() throws {
    let csv = RosterWriter(plan: try nightPlan()).csv(Roster())
    #expect(csv == RosterWriter.columns.joined(separator: ",") + "\n")
  }

  @Test func `coverage goes by interval, then skill, with the caller's service levels`() throws {
    var plan = try nightPlan()
    plan.need.skills = ["chat", "phone"]
    let cells = [
      CoverageCell(skill: 0, interval: 23, need: 1.25, onDuty: 1),
      CoverageCell(skill: 0, interval: 24, need: 1, onDuty: 2),
      CoverageCell(skill: 1, interval: 23, need: 0, onDuty: 0),
    ]
    let csv = CoverageWriter(plan: plan).csv(cells, serviceLevels: [0.81234, nil])
    #expect(
      csv == """
        day,date,start,end,skill,need,on_duty,shortfall,surplus,service_level
        0,2026-02-16,2026-02-16T23:00:00+08:00,2026-02-17T00:00:00+08:00,chat,1.250,1.000,0.250,\
        0.000,0.8123
        0,2026-02-16,2026-02-16T23:00:00+08:00,2026-02-17T00:00:00+08:00,phone,0.000,0.000,0.000,\
        0.000,
        1,2026-02-17,2026-02-17T00:00:00+08:00,2026-02-17T01:00:00+08:00,chat,1.000,2.000,0.000,\
        1.000,

        """)
  }

  @Test func `heads on shifts go by day, then by the plan's shifts`() throws {
    var plan = try nightPlan()
    plan.patterns = ["late, long", "N"].map {
      ShiftPattern(name: $0, startMinutes: [1_320], lengthMinutes: [480])
    }
    let csv = ShiftCoverageWriter(plan: plan).csv([
      PatternCell(pattern: 1, day: 1, need: 0, onDuty: 2),
      PatternCell(pattern: 1, day: 0, need: 3, onDuty: 3),
      PatternCell(pattern: 0, day: 0, need: 2, onDuty: 1),
    ])
    #expect(
      csv == """
        day,date,shift,need,on_duty,shortfall,surplus
        0,2026-02-16,"late, long",2,1,1,0
        0,2026-02-16,N,3,3,0,0
        1,2026-02-17,N,0,2,0,2

        """)
  }

  @Test func `offsets follow the clock change of the zone`() throws {
    var plan = try nightPlan(zone: "Europe/Berlin")
    let date = try #require(CivilDate(iso: "2026-03-28"))
    plan.horizon = try #require(
      PlanHorizon(firstDate: date, dayCount: 2, intervalMinutes: 60, clock: plan.horizon.clock))
    let csv = RosterWriter(plan: plan).csv(Roster(assignments: [night]))
    #expect(csv.contains("2026-03-28T22:00:00+01:00,2026-03-29T06:00:00+02:00"))
  }

  @Test func `a need is one row an interval and skill`() throws {
    let plan = try nightPlan()
    let need = CoverNeed(skills: ["chat", "phone"], agents: [[0.5, 1, 2], [0]])
    #expect(
      NeedWriter(horizon: plan.horizon).csv(need) == """
        date,start,skill,agents
        2026-02-16,00:00,chat,0.500
        2026-02-16,00:00,phone,0.000
        2026-02-16,01:00,chat,1.000
        2026-02-16,02:00,chat,2.000

        """)
  }

  @Test func `the same roster gives the same bytes`() throws {
    let first = try #require(ReportSamples.springFestival())
    let second = try #require(ReportSamples.springFestival())
    let shuffled = Roster(assignments: second.roster.assignments.reversed())
    #expect(
      RosterWriter(plan: first.plan).csv(first.roster)
        == RosterWriter(plan: second.plan).csv(shuffled))
    #expect(
      CoverageWriter(plan: first.plan).csv(first.audit.coverage)
        == CoverageWriter(plan: second.plan).csv(second.audit.coverage.reversed()))
  }
}
