import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt solve`: from a plan to a checked roster with its files.
struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Make a roster for a plan and write it with its report and calendars.",
    discussion: """
      Writes roster.csv, coverage.csv, summary.json, report.html and one \
      calendar a person into the folder given by --out: all files or none. \
      Without --out the roster is only shown. With --against the roster is \
      made for several ways demand may come: gaps are priced at their mean over \
      them. Ctrl-C delivers the best roster so far.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var printing: PrintOptions

  @Option(help: "The folder to write into.")
  var out: String?

  @Option(help: "The solver: auto, columns, exact, search or greedy.")
  var solver: SolverChoice = .auto

  @Option(help: "The most seconds to search.")
  var timeLimit: Double = 30

  @Option(help: "Stop when the roster is proven to be this close to the best, in percent.")
  var gap: Double = 0

  @Option(help: "What random choices start from; under a time limit runs may still differ.")
  var seed: UInt64 = 1

  @OptionGroup var against: AgainstOption

  func validate() throws {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds, at least 0.")
    }
    guard gap >= 0, gap.isFinite else {
      throw ValidationError("--gap is a percentage, at least 0.")
    }
  }

  func run() throws {
    let begin = ContinuousClock.now
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    var loaded = try plan.load(printing.lang, tellsLostRows: false)
    let outlook = try against.outlook(
      PlanEditor(base: loaded, source: URL(filePath: plan.plan)), printing.lang)
    if let outlook { loaded = outlook.priced(loaded) }
    if let out { try writing { try OutputFolder(path: out).check() } }
    let line = ProgressLine(currency: loaded.plan.currency, language: printing.lang)
    let solver = PlanSolver(plan: loaded.plan)
    // Reading and forecasting count, but leave at least half of the time.
    let passed = (ContinuousClock.now - begin) / .seconds(1)
    let settings = SolveSettings(
      solver: self.solver, seconds: max(timeLimit - passed, timeLimit / 2), relativeGap: gap / 100,
      seed: seed)
    let solution: PlanSolution
    do throws(PlanSolveError) {
      solution = try solver.solve(
        settings, progress: { line.show($0) }, cancellation: cancellation)
      line.finish()
    } catch {
      line.finish()
      throw reportedFailure(error, printing.lang)
    }
    reportGivingUp(solution.outcome, printing.lang)
    var facts = RosterFacts(
      plan: loaded.plan, roster: solution.roster, audit: solution.audit,
      solution: solution.figures(
        seconds: (ContinuousClock.now - begin) / .seconds(1), seed: seed),
      warnings: loaded.fileWarnings, treatments: loaded.historyTreatments, need: loaded.need,
      forecast: loaded.forecast)
    facts.outlook = try? outlook?.facts(of: solution.roster, isPriced: true)
    // First of all shown, so that it is there even if it cannot be written.
    switch printing.format {
    case .text:
      Console.write(
        TerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json:
      Console.write(SummaryJSON(facts).text)
    }
    if let out {
      try writing {
        try SolutionFiles(loaded: loaded, facts: facts, language: printing.lang).write(to: out)
      }
      Console.written(
        ["roster.csv", "coverage.csv", "summary.json", "report.html", "calendars"], to: out,
        printing.lang)
    }
  }
}
