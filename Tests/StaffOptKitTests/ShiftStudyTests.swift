import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Which shifts a plan should have")
struct ShiftStudyTests {
  private static let understaffed = Result { try SamplePlans.load(.understaffed).plan }
  private let limits = DesignLimits(moves: 20, seed: 3)

  @Test("The front of a plan is counted right, and its patterns make a plan that solves")
  func front() throws {
    let plan = try Self.understaffed.get()
    let study = try ShiftStudy(plan: plan)
    let facts = study.run(limits, frontUpTo: 3)
    #expect(!facts.front.isEmpty)
    #expect(facts.dates.count == plan.horizon.dayCount)
    for design in facts.front { try check(design, study: study, plan: plan) }
    for (left, right) in zip(facts.front, facts.front.dropFirst()) {
      #expect(left.coverCost > right.coverCost)
    }
    let bound = try #require(facts.bound)
    #expect(facts.front.allSatisfy { $0.objective >= bound - 1e-6 })

    var designed = plan
    designed.patterns = study.patterns(of: facts.design)
    #expect(designed.patterns.count == facts.design.shifts.count)
    let solution = try PlanSolver(plan: designed).solve(
      SolveSettings(solver: .greedy, seconds: 5))
    #expect(solution.audit.violations.isEmpty)
    #expect(!solution.roster.assignments.isEmpty)
  }

  /// Counts a design's cover interval by interval from clock times.
  private func check(_ design: DesignedShifts, study: ShiftStudy, plan: RosterPlan) throws {
    let problem = study.problem
    let horizon = plan.horizon
    var cover = Array(repeating: 0.0, count: horizon.dayCount * 1_440 + 2_880)
    for shift in design.shifts {
      let candidate = problem.candidates[shift.candidate]
      for (choice, days) in shift.headsByChoice.enumerated() {
        for (day, heads) in days.enumerated() where heads > 0 {
          let start = day * 1_440 + candidate.startSlot * problem.slotMinutes
          for minute in 0..<(candidate.slotCount * problem.slotMinutes) {
            let isBreak = candidate.breakChoices[choice].contains {
              $0.contains(minute / problem.slotMinutes)
            }
            if !isBreak { cover[start + minute] += Double(heads) }
          }
          // Inside the opening hours of the day.
          let opening = try #require(plan.openingMinutes[day])
          #expect(opening.lowerBound <= start - day * 1_440)
        }
      }
    }
    var under = 0.0
    var over = 0.0
    for interval in 0..<horizon.intervalCount {
      let need = plan.need.agents.reduce(0) { $0 + $1[interval] }
      for minute in 0..<horizon.intervalMinutes {
        let heads = cover[interval * horizon.intervalMinutes + minute]
        under += max(0, need - heads)
        over += max(0, heads - need)
      }
    }
    #expect((design.underMinutes - under).magnitude < 0.1)
    #expect((design.overMinutes - over).magnitude < 0.1)
  }

  @Test("Starts, lengths, breaks and prices can be chosen")
  func windows() throws {
    let plan = try Self.understaffed.get()
    let windows = try ShiftWindows(starts: "10:00", lengths: "8h", breaks: "none")
    let study = try ShiftStudy(
      plan: plan, windows: windows,
      prices: ShiftPrices(underPerHour: 60, overPerHour: 120, perShift: 7))
    #expect(study.problem.candidates.count == 1)
    #expect(study.problem.underPrice == 1)
    #expect(study.problem.overPrice == 2)
    #expect(study.problem.shiftPrice == 7)
    let facts = study.run(limits, frontUpTo: 4)
    #expect(facts.front.count == 1)
    #expect(study.patterns(of: facts.design).map(\.name) == ["10:00-18:00"])
  }

  @Test("A skill's need is counted alone; an unknown skill and impossible hours are told")
  func skills() throws {
    let plan = try Self.understaffed.get()
    let skill = try #require(plan.need.skills.first)
    let whole = try ShiftStudy(plan: plan)
    let part = try ShiftStudy(plan: plan, skill: skill)
    #expect(part.problem.need.reduce(0, +) <= whole.problem.need.reduce(0, +) + 1e-6)
    #expect(throws: PlanProblems.self) { try ShiftStudy(plan: plan, skill: "chta") }
    let night = try ShiftWindows(starts: "02:00", lengths: "2h", breaks: "none")
    #expect(throws: PlanProblems.self) { try ShiftStudy(plan: plan, windows: night) }
  }

  @Test("The files of a study: patterns, figures, front and page in every language")
  func files() throws {
    let study = try ShiftStudy(plan: Self.understaffed.get())
    let facts = study.run(limits, frontUpTo: 2)
    for language in ReportLanguage.allCases {
      let files = study.files(facts, language: language)
      #expect(files.map(\.path) == ["shifts.yaml", "shifts.json", "front.csv", "shifts.html"])
      let page = try #require(files.last?.contents)
      #expect(page.contains("lang=\"\(language.tag)\""))
      #expect(page.contains("front-chart"))
      for style in ["need", "area", "short"] {
        #expect(page.contains("<span class=\"swatch \(style)\">"))
      }
      #expect(page.contains("class=\"total\""))
      #expect(!page.contains("<script"))
      let terminal = ShiftDesignTerminalReport(facts, language: language).text
      #expect(terminal.split(separator: "\n").allSatisfy { $0.count <= 110 })
    }
  }

  @Test("The same seed and moves give the same files but for the seconds")
  func repeatable() throws {
    let study = try ShiftStudy(plan: Self.understaffed.get())
    var first = study.run(limits, frontUpTo: 2)
    var second = study.run(limits, frontUpTo: 2)
    first.seconds = 0
    second.seconds = 0
    #expect(
      study.files(first, language: .english) == study.files(second, language: .english))
  }
}
