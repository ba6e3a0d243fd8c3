import ArgumentParser
import StaffOptKit

/// Says why a plan has no roster and gives the status to end with.
func reportedFailure(_ error: PlanSolveError, _ language: ReportLanguage) -> ExitCode {
  let words = FailureWords(language: language)
  let statements = RuleStatements(language: language)
  switch error {
  case .solverMissing(let solver):
    Console.say(
      "error: the solver \(solver.rawValue) needs GLPK, which this build leaves out. Install "
        + "libglpk-dev and build with the GLPK trait (the default), or use --solver search.")
    return ExitStatus.failure
  case .impossible(let people):
    Console.say(words.impossible)
    for person in people {
      Console.say("  " + words.hasNoLine("\(person.employee.id) \(person.employee.name)"))
      for rule in person.rules {
        let demands = rule.demands.map(statements.text).joined(separator: " ")
        Console.say("    \(rule.key)\(language.colon)\(demands)")
      }
    }
    Console.say(words.loosen)
    return ExitStatus.impossible
  case .nothingFound(let reason):
    if case .failure(let message) = reason {
      Console.say("error: \(message)")
      return ExitStatus.failure
    }
    Console.say(words.nothingFound)
    return ExitStatus.nothingFound
  case .rejected(let violations, let audited, let counted):
    Console.say(
      "error: the auditor does not accept the solver's roster (\(violations.count) broken "
        + "rules, cost \(audited) against \(counted)); nothing was written. This is a fault of "
        + "staffopt: please report it with the plan.")
    for violation in violations.prefix(10) {
      Console.say("  \(violation.employeeID) day \(violation.day) \(violation.message)")
    }
    return ExitStatus.failure
  }
}

/// Says why a solver could not go on, if it could not; its own words stay in
/// English.
func reportGivingUp(_ outcome: SolverOutcome, _ language: ReportLanguage) {
  guard case .failure(let message) = outcome.reason else { return }
  Console.say(FailureWords(language: language).gaveUp(outcome.solver) + message)
}

/// What is said of plans without a roster. Faults of the program stay in
/// English, for whoever mends them.
private struct FailureWords {
  var language: ReportLanguage

  var impossible: String {
    language.words(
      "No roster can satisfy the hard rules:", "没有任何班表能满足硬性规则：", "沒有任何班表能滿足硬性規則：")
  }

  func hasNoLine(_ person: String) -> String {
    language.words(
      "\(person) has no possible line.", "\(person)：无论怎样排都违反以下规则。",
      "\(person)：無論怎樣排都違反以下規則。")
  }

  var loosen: String {
    language.words(
      "Loosen one of these rules for each of these people; staffopt explain tells how far.",
      "请为每个人放宽其中一条规则；staffopt explain 会说明要放宽多少。",
      "請為每個人放寬其中一條規則；staffopt explain 會說明要放寬多少。")
  }

  func gaveUp(_ solver: String) -> String {
    language.words(
      "warning: \(solver) gave up and kept the roster it had: ",
      "警告：\(solver) 放弃求解，保留已有班表：", "警告：\(solver) 放棄求解，保留已有班表：")
  }

  var nothingFound: String {
    language.words(
      "The search was stopped before there was a roster; give it more time.",
      "还没有得到班表，搜索就停止了；请多给一些时间。", "還沒有得到班表，搜尋就停止了；請多給一些時間。")
  }
}
