import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt explain`: why there are gaps, and why somebody works.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell why a roster has gaps, what closing them costs, or why somebody works.",
    discussion: """
      Begins with ten checks of what the plan requires against what its people \
      can give, and with rules that cannot hold together. Then, for each gap: \
      how many are needed, how many could be there at most, why the others \
      cannot, and the cheapest repairs with their prices. Without a roster the \
      plan is solved first. --out writes all of it as JSON and as a page. Without \
      a roster it ends with status 3 if some people have no possible line.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster, a CSV file; without it the plan is solved.")
  var roster: String?

  @OptionGroup var printing: PrintOptions

  @Option(help: "How many gaps are explained, the largest first.")
  var gaps: Int = 10

  @Option(help: "Explain this person's day instead: an id or a name.")
  var person: String?

  @Option(help: "The date of the person's day, such as 2026-02-16.")
  var date: String?

  @Option(help: "The most seconds to solve the plan where no roster is given.")
  var timeLimit: Double = 10

  @Option(help: "What random choices start from; under a time limit runs may still differ.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write explain.json and explain.html into.")
  var out: String?

  func validate() throws {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds, at least 0.")
    }
    guard gaps >= 0 else { throw ValidationError("--gaps is a number, at least 0.") }
    guard person == nil || out == nil else {
      throw ValidationError("--out is for the whole plan; a person's day is only printed.")
    }
    guard (person == nil) == (date == nil) else {
      throw ValidationError("--person and --date belong together.")
    }
    if let date, CivilDate(iso: date) == nil {
      throw ValidationError("--date is a date such as 2026-02-16.")
    }
  }

  func run() throws {
    let begin = ContinuousClock.now
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let loaded = try plan.load(printing.lang)
    let (employee, day) = try personDay(in: loaded.plan)
    guard
      let facts = try rosterFacts(loaded, since: begin, cancellation: cancellation)
    else {
      try show(PlanExplainer(plan: loaded.plan).beforeSolving())
      throw ExitStatus.impossible
    }
    if let employee, let day {
      let explainer = GapExplainer(facts: facts)
      guard let explained = explainer.explain(employeeID: employee.id, day: day) else { return }
      switch printing.format {
      case .text:
        Console.write(
          PersonDayTerminalReport(
            explained, plan: loaded.plan, language: printing.lang, style: printing.style
          ).text)
      case .json: Console.write(ExplainJSON(plan: loaded.plan).text(explained))
      }
      return
    }
    try show(
      PlanExplainer(plan: loaded.plan).explain(
        facts, gapLimit: gaps, cancellation: cancellation))
  }

  private func show(_ facts: ExplainFacts) throws {
    if let out {
      try writing {
        try OutputFolder(path: out).write([
          OutputFile(
            path: "explain.json", contents: ExplainJSON(plan: facts.plan).text(facts)),
          OutputFile(
            path: "explain.html", contents: ExplainPage(facts, language: printing.lang).text),
        ])
      }
    }
    switch printing.format {
    case .text:
      Console.write(
        ExplainTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(ExplainJSON(plan: facts.plan).text(facts))
    }
    if let out { Console.written(["explain.json", "explain.html"], to: out, printing.lang) }
  }

  /// The person and day that are asked for; nil for neither.
  private func personDay(in plan: RosterPlan) throws -> (Employee?, Int?) {
    guard let person, let date = date.flatMap({ CivilDate(iso: $0) }) else { return (nil, nil) }
    let found = plan.employees.filter { $0.id == person || $0.name == person }
    guard let employee = found.first, found.count == 1 else {
      let ids = plan.employees.prefix(12).map { "\($0.id) \($0.name)" }.joined(separator: ", ")
      Console.say(
        found.isEmpty
          ? "--person: E-EMPLOYEE nobody of the plan is \"\(person)\". Expected an id or a name, "
            + "such as \(ids)."
          : "--person: E-EMPLOYEE \(found.count) people are called \"\(person)\". Give an id: "
            + found.map(\.id).joined(separator: ", ") + ".")
      throw ExitStatus.invalidInput
    }
    let day = plan.horizon.day(of: date)
    guard (0..<plan.horizon.dayCount).contains(day) else {
      Console.say(
        "--date: E-DAY \(date) is no day of the plan. Expected a day from "
          + "\(plan.horizon.firstDate) to \(plan.horizon.lastDate).")
      throw ExitStatus.invalidInput
    }
    return (employee, day)
  }

  /// The roster's facts: read, or solved for; nil if no roster can be.
  private func rosterFacts(
    _ loaded: LoadedPlan, since begin: ContinuousClock.Instant, cancellation: Cancellation
  ) throws -> RosterFacts? {
    if let roster {
      let roster = try readRoster(roster, of: loaded, printing.lang)
      return RosterFacts(
        plan: loaded.plan, roster: roster,
        audit: RosterAuditor(plan: loaded.plan).audit(roster), need: loaded.need)
    }
    let line = ProgressLine(currency: loaded.plan.currency, language: printing.lang)
    do throws(PlanSolveError) {
      let solution = try PlanSolver(plan: loaded.plan).solve(
        SolveSettings(seconds: timeLimit, seed: seed), progress: { line.show($0) },
        cancellation: cancellation)
      line.finish()
      return RosterFacts(
        plan: loaded.plan, roster: solution.roster, audit: solution.audit,
        solution: solution.figures(
          seconds: (ContinuousClock.now - begin) / .seconds(1), seed: seed), need: loaded.need)
    } catch {
      line.finish()
      if case .impossible = error { return nil }
      throw reportedFailure(error, printing.lang)
    }
  }
}
