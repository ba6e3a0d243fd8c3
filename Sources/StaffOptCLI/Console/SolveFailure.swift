import ArgumentParser
import StaffOptKit

/// Says why a plan has no roster and gives the status to end with.
func reportedFailure(_ error: PlanSolveError) -> ExitCode {
  switch error {
  case .solverMissing(let solver):
    Console.say(
      "error: the solver \(solver.rawValue) needs GLPK, which this build leaves out. Install "
        + "libglpk-dev and build with the GLPK trait (the default), or use --solver search.")
    return ExitStatus.failure
  case .impossible(let people):
    Console.say("No roster can satisfy the hard rules:")
    for person in people {
      Console.say("  \(person.employee.id) \(person.employee.name) has no possible line.")
      for rule in person.rules { Console.say("    \(rule.key): \(rule.statement)") }
    }
    Console.say(
      "Loosen one of these rules for each of these people; staffopt explain tells how far.")
    return ExitStatus.impossible
  case .nothingFound(let reason):
    if case .failure(let message) = reason {
      Console.say("error: \(message)")
      return ExitStatus.failure
    }
    Console.say("The search was stopped before there was a roster; give it more time.")
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
