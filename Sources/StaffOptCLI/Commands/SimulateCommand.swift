import ArgumentParser
import Foundation
import StaffOptKit

extension HandleTimes: ExpressibleByArgument {}

/// `staffopt simulate`: a roster replayed against random customers.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Replay a roster, event by event, against the customers a plan expects.",
    discussion: """
      Shows the share answered in time by class and interval, the backlog by \
      day and when it clears, each with its 95 % confidence interval, and where \
      the queueing formulas mislead. Shifts and breaks are the roster's; \
      shrinkage is spells away; tickets are put aside for whoever waits; at \
      closing whoever still waits is turned away. Classes take turns by their \
      plan keys priority and head-start, tickets that wait at the start by \
      backlog. Each replication draws its days' levels from the forecast's \
      bands; --hold-mean draws arrivals around its mean only.

      Without ROSTER the plan is solved first, for --time-limit seconds. --out \
      writes simulation.html, simulation.json and simulation.csv, all files or \
      none. The same seed gives the same figures on any number of cores. \
      Ctrl-C ends with the replications done so far.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster, a CSV file.")
  var roster: String?

  @OptionGroup var printing: PrintOptions

  @Option(help: "How often the horizon is replayed, 2 to 100000.")
  var replications = 200

  @Option(help: "What random numbers start from.")
  var seed: UInt64 = 1

  @Option(help: "The percentage of shifts whose person does not come.")
  var noShow: Double = 0

  @Flag(
    help: "Let every day bring what the forecast expects on average, not more or less as it says.")
  var holdMean = false

  @Option(help: "How handle times vary around their mean.")
  var handleTimes: HandleTimes = .exponential

  @Option(help: "The most seconds to solve without a ROSTER.")
  var timeLimit: Double = 10

  @Option(help: "The folder to write into.")
  var out: String?

  func validate() throws {
    guard (2...100_000).contains(replications) else {
      throw ValidationError("--replications is a whole number from 2 to 100000.")
    }
    guard (0...100).contains(noShow) else {
      throw ValidationError("--no-show is a percentage from 0 to 100.")
    }
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds, at least 0.")
    }
  }

  func run() throws {
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let loaded = try plan.load(printing.lang)
    guard let replay = PlanReplay(loaded) else {
      Console.say(
        "error: the plan gives its need as agents, so nobody knows which customers come. Give it a "
          + "ticket history (workload.history) and classes to simulate them.")
      throw ExitStatus.failure
    }
    if !replay.skillsLeftOut.isEmpty {
      Console.say(
        "not simulated, because their need is given: "
          + replay.skillsLeftOut.joined(separator: ", "))
    }
    let roster = try rosterToReplay(loaded, cancellation: cancellation)
    let audit = RosterAuditor(plan: loaded.plan).audit(roster)
    if !audit.violations.isEmpty {
      Console.say(
        "the roster breaks \(audit.violations.count) rules; staffopt audit names them")
    }
    var settings = ReplaySettings(
      replications: replications, seed: seed, noShow: noShow / 100, handleTimes: handleTimes)
    settings.variesOverBand = !holdMean
    let facts = replay.simulate(
      roster, audit: audit, settings: settings,
      isCancelled: { cancellation.isCancelled })
    if let out { try write(facts, to: out) }
    switch printing.format {
    case .text:
      Console.write(
        ReplayTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(ReplayJSON(facts).text)
    }
  }

  private func rosterToReplay(
    _ loaded: LoadedPlan, cancellation: Cancellation
  ) throws -> Roster {
    if let roster { return try readRoster(roster, of: loaded, printing.lang) }
    Console.say(
      "no ROSTER: solving the plan for at most \(String(format: "%g", timeLimit)) seconds first")
    do throws(PlanSolveError) {
      return try PlanSolver(plan: loaded.plan).solve(
        SolveSettings(seconds: timeLimit, seed: seed), cancellation: cancellation
      ).roster
    } catch {
      throw reportedFailure(error, printing.lang)
    }
  }

  private func write(_ facts: ReplayFacts, to out: String) throws {
    try writing {
      try OutputFolder(path: out).write([
        OutputFile(
          path: "simulation.html", contents: ReplayPage(facts, language: printing.lang).text),
        OutputFile(path: "simulation.json", contents: ReplayJSON(facts).text),
        OutputFile(path: "simulation.csv", contents: ReplayCSV(facts).text),
      ])
    }
    Console.written(
      ["simulation.html", "simulation.json", "simulation.csv"], to: out, printing.lang)
  }
}
