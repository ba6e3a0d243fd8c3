import StaffOptKit
import Testing

@Suite("Problems of input files in the reader's language")
struct ProblemReportTests {
  private let problem = PlanProblem(
    code: .unknownSkill, file: "staff.csv", line: 14, column: 5, field: "skills", value: "chta",
    message: "\"chta\" is not a skill of the plan.", expected: "one of chat, phone",
    action: "Did you mean \"chat\"?")

  @Test("English has one line, as the problem describes itself")
  func english() {
    #expect(ProblemReport(language: .english).text(problem) == problem.description)
    #expect(
      problem.description
        == "staff.csv:14:5: E-SKILL \"chta\" is not a skill of the plan. Expected one of chat, "
        + "phone. Did you mean \"chat\"?")
  }

  @Test("Chinese says place, code, kind, field and value, and keeps the details")
  func chinese() {
    let details =
      "\n    \"chta\" is not a skill of the plan. Expected one of chat, phone. Did you mean \"chat\"?"
    #expect(
      ProblemReport(language: .simplifiedChinese).text(problem)
        == "staff.csv:14:5: E-SKILL 技能不存在（skills）：\"chta\"" + details)
    #expect(
      ProblemReport(language: .traditionalChinese).text(problem)
        == "staff.csv:14:5: E-SKILL 技能不存在（skills）：\"chta\"" + details)
  }

  @Test("An unknown key is named once")
  func fieldIsValue() {
    let problem = PlanProblem(
      code: .keyUnknown, file: "plan.yaml", line: 3, column: 1, field: "fairnes",
      value: "fairnes", message: "M.")
    #expect(
      ProblemReport(language: .simplifiedChinese).text(problem)
        == "plan.yaml:3:1: E-KEY-UNKNOWN 不认识的键：\"fairnes\"\n    M.")
  }

  @Test("A value cannot break out of its line")
  func controlCharacters() {
    var problem = problem
    problem.value = "a\nb\u{1B}[2J"
    problem.message = "This is no skill."
    let text = ProblemReport(language: .simplifiedChinese).text(problem)
    #expect(text.split(separator: "\n").count == 2)
    #expect(!text.contains("\u{1B}"))
  }

  @Test("Every code has words of its own in each script", arguments: PlanProblemCode.allCases)
  func words(code: PlanProblemCode) {
    let problem = PlanProblem(code: code, file: "plan.yaml", message: "M.")
    for language in [ReportLanguage.simplifiedChinese, .traditionalChinese] {
      let report = ProblemReport(language: language)
      let text = report.text(problem)
      #expect(text.hasPrefix("plan.yaml: \(code.rawValue) "))
      let others = PlanProblemCode.allCases.filter { $0 != code }.map { other in
        report.text(PlanProblem(code: other, file: "plan.yaml", message: "M."))
          .replacing(other.rawValue, with: code.rawValue)
      }
      #expect(!others.contains(text), "\(code) has the words of another code")
    }
  }

  @Test("The summary counts what keeps the command from its work")
  func summary() {
    #expect(
      ProblemReport(language: .english).summary(errorCount: 1) == "1 problem; nothing was written")
    #expect(
      ProblemReport(language: .english).summary(errorCount: 2)
        == "2 problems; nothing was written")
    #expect(ProblemReport(language: .simplifiedChinese).summary(errorCount: 2).contains("2 个问题"))
    #expect(ProblemReport(language: .traditionalChinese).summary(errorCount: 2).contains("2 個問題"))
  }
}
