import Foundation
import StaffOptKit
import StaffOptTestSupport
import Testing

@Suite("Scenario files")
struct ScenarioTests {
  private func problems(_ text: String) throws -> [PlanProblem] {
    let plan = try SamplePlans.load(.understaffed).plan
    do throws(PlanProblems) {
      _ = try ScenarioReader.read(ScenarioText(file: "s.yaml", text: text), plan: plan)
      return []
    } catch {
      return error.problems
    }
  }

  @Test("Every key is read")
  func everyKey() throws {
    let plan = try SamplePlans.load(.understaffed).plan
    let text = """
      name: Everything
      plan:
        rules: {rest-between-shifts: {least: 9h}}
      shift-length: 9h
      drop-shifts: [Late]
      demand: {chat: 115%}
      leave: {share: 20%, days: 2026-02-17..2026-02-18}
      staff: 12
      add-people:
        - {count: 2, skills: [chat], wage: 30}
      remove-people: [A001]
      skills: {A002: [chat]}
      """
    let document = try ScenarioReader.read(ScenarioText(file: "s.yaml", text: text), plan: plan)
    #expect(document.name == "Everything")
    #expect(document.overlay != nil && document.shiftLength == 540)
    #expect(document.droppedShifts == ["Late"])
    #expect(document.demand.map(\.factor) == [1.15] && document.demand[0].skills == ["chat"])
    #expect(document.leave?.share == 0.2 && document.leave?.days == 1...2)
    #expect(document.teamSize == 12 && document.removed == ["A001"])
    #expect(document.newcomers.map(\.count) == [2] && document.newcomers[0].wage == 30)
    #expect(document.newcomers[0].skills == ["chat"])
    #expect(document.trainings.map(\.employeeID) == ["A002"])
    #expect(SweepCase(document).edits.count == 9)
  }

  @Test("What is wrong is told with file, line, column and code, all at once")
  func wrong() throws {
    let text = """
      nam: x
      shift-length: 9
      drop-shifts: [Latte]
      demand: {caht: 115%}
      leave: {share: 20%, days: 2027-01-01}
      remove-people: [A999]
      """
    let found = try problems(text)
    let codes = found.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    #expect(
      codes == [
        "1:1 E-KEY-UNKNOWN", "2:15 E-VALUE-SPAN", "3:15 E-SHIFT", "4:10 E-SKILL", "5:27 E-DAY",
        "6:17 E-EMPLOYEE",
      ], "\(found)")
    #expect(found.allSatisfy { $0.file == "s.yaml" })
  }

  @Test("A file in another encoding is refused")
  func otherEncoding() throws {
    let plan = try SamplePlans.load(.understaffed).plan
    try PlanFolders.withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("s.yaml")
      // The shift's name is 早班 in GBK.
      let name: [UInt8] = [0xD4, 0xE7, 0xB0, 0xE0]
      try Data(Array("drop-shifts: [".utf8) + name + Array("]\n".utf8)).write(to: file)
      let problems = #expect(throws: PlanProblems.self) {
        _ = try ScenarioReader.read(file, plan: plan)
      }
      #expect(problems?.problems.map(\.code) == [.textEncoding])
    }
  }

  @Test("Keys of the plan are laid over it; shifts are joined by name")
  func overlay() throws {
    try PlanFolders.withTemporaryFolder { folder in
      try OutputFolder(path: folder.path).write(SamplePlan.understaffed.files())
      let loaded = try PlanLoader().load(folder)
      let editor = PlanEditor(base: loaded, source: folder)
      func plan(_ text: String) throws -> RosterPlan {
        let text = ScenarioText(file: "s.yaml", text: text)
        return try editor.plan(of: SweepCase(name: "x", edits: [.scenario(text)])).plan
      }
      let changed = try plan(
        """
        plan:
          rules: {rest-between-shifts: {least: 9h}, shifts: {most: 5}}
          pay: {statutory-day: 200%}
          shifts:
            - {name: Late, starts: ["12:00"]}
            - {name: Middle, starts: ["11:00"], lengths: [6h]}
        """)
      #expect(changed.pay.statutoryDay == 2 && changed.pay.restDay == 2)
      #expect(changed.patterns.map(\.name) == ["Early", "Late", "Middle"])
      #expect(changed.patterns[1].startMinutes == [720])
      #expect(changed.patterns[1].breaks == loaded.plan.patterns[1].breaks)
      #expect(Set(changed.rules.map(\.key)).contains("days-in-a-row"))
      #expect(changed.rules.count == loaded.plan.rules.count + 1)
      #expect(changed.need == loaded.plan.need)
      let error = #expect(throws: PlanProblems.self) {
        _ = try plan("plan:\n  rules: {rest: {least: 9h}}\n")
      }
      let problem = try #require(error?.errors.first)
      #expect(problem.file == "s.yaml" && problem.line == 2 && problem.code == .keyUnknown)
    }
  }
}
