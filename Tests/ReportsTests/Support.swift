import CivilTime
import Reports
import Rostering
import StaffOptTestSupport
import Testing
import Workload

/// The festival sample's facts, solved with a bound a little below its cost.
func festivalFacts() throws -> RosterFacts {
  let sample = try #require(ReportSamples.springFestival())
  return RosterFacts(
    plan: sample.plan, roster: sample.roster, audit: sample.audit,
    solution: figures(bound: sample.audit.cost.total * 0.9963),
    warnings: ["tickets.csv line 7: no arrival time, row left out"], need: try festivalClasses())
}

/// Two classes of work as the need of two hours.
func festivalClasses(named name: String = "chat urgent") throws -> StaffingNeed {
  let date = try #require(CivilDate(iso: "2026-02-15"))
  let axis = try #require(DemandAxis(firstDate: date, dayCount: 1, intervalMinutes: 30))
  return StaffingNeed(
    axis: axis,
    skills: [
      SkillNeed(
        skill: "chat",
        classes: [
          ClassNeed(
            workloadClass: WorkloadClass(
              name: name, skill: "chat", goal: .answered(share: 0.8, withinSeconds: 20),
              shrinkage: 0.2),
            arrivals: [10, 30], handleSeconds: [300, 340], net: [2, 4], openShares: [1, 1])
        ]),
      SkillNeed(
        skill: "tickets",
        classes: [
          ClassNeed(
            workloadClass: WorkloadClass(
              name: "tickets", skill: "tickets",
              goal: .finished(withinSeconds: 28_800, clock: .openingHours)),
            arrivals: [0, 0], handleSeconds: [0, 0], net: [0, 0], openShares: [1, 1])
        ]),
    ])
}

/// The facts of a plan without people and need.
func emptyFacts() throws -> RosterFacts {
  let sample = try #require(ReportSamples.empty())
  return RosterFacts(
    plan: sample.plan, roster: sample.roster, audit: sample.audit, solution: figures(bound: 0))
}

func figures(bound: Double?) -> SolutionFigures {
  SolutionFigures(
    solver: "auto", bound: bound, seconds: 12.3456, seed: 42, version: "0.1.0",
    stopReason: bound == nil ? .timeLimit : .gapReached)
}

/// A plan of one day from its people, with a need of one agent for the first
/// hours.
func smallPlan(
  _ employees: [Employee], skills: [String] = ["chat"], need: [Double] = [1, 1, 0, 0]
) throws -> RosterPlan {
  let clock = try #require(ZoneClock(identifier: "Asia/Shanghai"))
  let date = try #require(CivilDate(iso: "2026-02-17"))
  let horizon = try #require(
    PlanHorizon(firstDate: date, dayCount: 1, intervalMinutes: 60, clock: clock))
  let row = need + Array(repeating: 0, count: 24 - need.count)
  return RosterPlan(
    name: "Small", horizon: horizon,
    patterns: [ShiftPattern(name: "Day", startMinutes: [0], lengthMinutes: [240])],
    employees: employees, need: CoverNeed(skills: skills, agents: skills.map { _ in row }))
}

/// The facts of a plan with a given roster.
func facts(_ plan: RosterPlan, _ roster: Roster = Roster()) -> RosterFacts {
  RosterFacts(plan: plan, roster: roster, audit: RosterAuditor(plan: plan).audit(roster))
}

/// The festival's roster after a planner's edit: somebody works during leave,
/// and a shift belongs to nobody of the plan.
func brokenFacts() throws -> RosterFacts {
  let sample = try #require(ReportSamples.springFestival())
  var roster = sample.roster
  roster.assignments.append(
    ShiftAssignment(employeeID: "A03", day: 2, pattern: "Early", minutes: 3_360..<3_870))
  roster.assignments.append(
    ShiftAssignment(employeeID: "Z99", day: 0, pattern: "Day", minutes: 600..<1_140))
  return facts(sample.plan, roster)
}

/// A rendered page that a failing expectation does not print in full.
struct PageText: Equatable, CustomTestStringConvertible {
  var text: String

  var testDescription: String { "a page of \(text.utf8.count) bytes" }

  /// True if the page has these scalars in a row, as a browser reads them.
  func contains(_ words: String) -> Bool {
    text.utf8.count >= words.utf8.count
      && Array(text.utf8).firstRange(of: Array(words.utf8)) != nil
  }
}

/// The page of some facts.
func page(_ facts: RosterFacts, language: ReportLanguage = .english) throws -> PageText {
  PageText(text: try HTMLReport(facts, language: language).render())
}
