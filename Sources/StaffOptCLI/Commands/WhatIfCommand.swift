import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt whatif`: plans beside each other.
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif",
    abstract: "Solve a plan with changes and compare what comes of them.",
    discussion: """
      The same demand and people with other shift lengths, other demand, or \
      what scenario files change: see `staffopt reference`. A difference \
      smaller than the proven gaps is called undecided. --rules loosens each \
      limit of the plan by one step and tells what it costs. Ctrl-C delivers \
      what is finished.
      """)

  @OptionGroup var plan: PlanArgument
  @OptionGroup var printing: PrintOptions

  @Option(help: "Lengths of all shifts, breaks included, such as 8h30m,9h30m,10h30m.")
  var shiftLength: String?

  @Option(help: "Multiples of demand to solve for, such as 90%,115%, or the forecast's: band.")
  var demand: String?

  @Option(parsing: .upToNextOption, help: "Scenario files: YAML with what differs.")
  var scenario: [String] = []

  @Flag(help: "Loosen each limit of the rules by one step instead.")
  var rules = false

  @OptionGroup var sweep: SweepOptions

  func validate() throws {
    let asked = shiftLength != nil || demand != nil || !scenario.isEmpty
    guard asked != rules else {
      throw ValidationError(
        rules
          ? "--rules stands by itself."
          : "Say what differs: --shift-length, --demand, --scenario or --rules.")
    }
    if shiftLength != nil, try lengths().isEmpty {
      throw ValidationError("--shift-length has lengths such as 8h,8h30m,12h; it has none.")
    }
    if let demand { _ = try SweepOptions.demandCases(demand, option: "--demand") }
  }

  private func lengths() throws -> [Int] {
    try (shiftLength ?? "").split(separator: ",").map { part in
      let text = part.trimmingCharacters(in: .whitespaces)
      guard let span = TimeSpan(text), span.seconds % 900 == 0,
        (3_600...86_400).contains(span.seconds)
      else {
        throw ValidationError(
          "--shift-length has lengths such as 8h,8h30m,12h in quarters of an hour; not \"\(text)\"."
        )
      }
      return span.seconds / 60
    }
  }

  func run() throws {
    let begin = ContinuousClock.now
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let loaded = try plan.load(printing.lang)
    let source = URL(filePath: plan.plan)
    if rules {
      try runRules(loaded, source: source, since: begin, cancellation: cancellation)
      return
    }
    var cases: [SweepCase] = []
    if demand != nil || !scenario.isEmpty {
      cases.append(SweepCase(name: loaded.plan.name, edits: []))
    }
    cases += SweepCase.shiftLengths(try lengths())
    if let demand {
      if demand == "band" { try AgainstOption.checkBand(of: loaded, option: "--demand") }
      cases += try SweepOptions.demandCases(demand, option: "--demand")
    }
    do throws(PlanProblems) {
      cases += try SweepCase.scenarios(scenario.map { URL(filePath: $0) }, plan: loaded.plan)
    } catch {
      throw reportedProblems(error, printing.lang)
    }
    if try sweep.runShard(
      .whatIf, cases: cases.uniquelyNamed, loaded: loaded, plan: plan.plan,
      language: printing.lang, cancellation: cancellation)
    {
      return
    }
    let results = try sweep.run(
      .whatIf, cases.uniquelyNamed, loaded: loaded, source: source, since: begin,
      language: printing.lang, cancellation: cancellation)
    try sweep.show(
      SweepFacts(kind: .whatIf, plan: loaded.plan, cases: results.map(\.facts)),
      printing: printing)
  }

  /// The plan as it is, and each limit one step looser from its roster.
  private func runRules(
    _ loaded: LoadedPlan, source: URL, since begin: ContinuousClock.Instant,
    cancellation: Cancellation
  ) throws {
    let prices = RulePriceSweep(plan: loaded.plan)
    guard !prices.loosenings.isEmpty else {
      Console.say("The plan has no rule with a limit; there is nothing to price.")
      throw ExitStatus.failure
    }
    if try sweep.runShard(
      .rulePrices, cases: [prices.base] + prices.cases, loaded: loaded, plan: plan.plan,
      language: printing.lang, cancellation: cancellation)
    {
      return
    }
    let results = try sweep.run(
      .rulePrices, [prices.base] + prices.cases, loaded: loaded, source: source, since: begin,
      language: printing.lang, cancellation: cancellation)
    try sweep.show(
      SweepFacts(
        kind: .rulePrices, plan: loaded.plan, cases: results.map(\.facts),
        loosenings: prices.loosenings),
      printing: printing)
  }
}
