import ArgumentParser
import Foundation
import StaffOptKit

/// Options that all sweeps share.
struct SweepOptions: ParsableArguments {
  @Option(help: "The most seconds of all cases together.")
  var timeLimit: Double = 60

  @Option(
    help: """
      A case ends when it is proven to be this close to the best, in percent; by default 0.5, \
      0.05 with --rules.
      """)
  var gap: Double?

  @Option(help: "What random choices start from; under a time limit runs may still differ.")
  var seed: UInt64 = 1

  @OptionGroup var against: AgainstOption

  @Option(help: "The solver of each case: auto, columns, exact, search or greedy.")
  var solver: SolverChoice = .auto

  @Option(
    help: "The most work of each case instead of seconds: the same result on every machine.")
  var work: Int?

  @Option(
    help: "Work off a fixed share of the cases, such as 3/16, and write it for staffopt merge.")
  var shard: String?

  @Option(
    help: """
      The folder to write the comparison into: CSV, JSON and a page with pictures; with --shard \
      the part.
      """)
  var out: String?

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds above 0.")
    }
    guard gap ?? 0 >= 0, gap?.isFinite ?? true else {
      throw ValidationError("--gap is a percentage, at least 0.")
    }
    guard work ?? 1 > 0 else { throw ValidationError("--work is a number, at least 1.") }
    if let shard, SweepShard(shard) == nil {
      throw ValidationError("--shard has a share and their number such as 3/16; not \"\(shard)\".")
    }
  }

  /// How the cases of a kind of sweep are worked out.
  ///
  /// Under a limit of work every case starts cold, here as with --shard, so
  /// that shares joined are the bytes of one run.
  ///
  /// - Parameter begin: When the command began: reading counts, but leaves at
  ///   least half of the time.
  func settings(
    _ kind: SweepFacts.Kind, since begin: ContinuousClock.Instant? = nil
  ) -> SweepSettings {
    let passed = begin.map { (ContinuousClock.now - $0) / .seconds(1) } ?? 0
    var settings = SweepSettings(
      solver: solver, seconds: work == nil ? max(timeLimit - passed, timeLimit / 2) : nil,
      relativeGap: (gap ?? (kind == .rulePrices ? 0.05 : 0.5)) / 100, seed: seed,
      startsWarm: work == nil, work: work)
    settings.tellsWorth = kind == .rulePrices
    return settings
  }

  /// The cases of multiples of demand, or of the forecast's band.
  static func demandCases(_ text: String, option: String) throws -> [SweepCase] {
    text == "band"
      ? SweepCase.demandBand : SweepCase.demandFactors(try factors(text, option: option))
  }

  /// Percentages behind commas as factors.
  private static func factors(_ text: String, option: String) throws -> [Double] {
    try text.split(separator: ",").map { part in
      let digits = part.trimmingCharacters(in: .whitespaces)
      guard digits.hasSuffix("%"), let percent = Double(digits.dropLast()), percent >= 0,
        percent <= 10_000
      else {
        throw ValidationError("\(option) has percentages such as 90%,100%,115%; not \"\(part)\".")
      }
      return percent / 100
    }
  }

  /// Solves the cases of a sweep with lines about those that are done.
  ///
  /// - Parameter begin: When the command began: what was read and forecast
  ///   since counts in the limit.
  func run(
    _ kind: SweepFacts.Kind, _ cases: [SweepCase], loaded: LoadedPlan, source: URL,
    since begin: ContinuousClock.Instant, language: ReportLanguage, cancellation: Cancellation
  ) throws -> [SweepRunner.Result] {
    guard SolverCatalogue.solver(solver) != nil else {
      throw reportedFailure(.solverMissing(solver), language)
    }
    let editor = PlanEditor(base: loaded, source: source)
    let outlook = try against.outlook(editor, language)
    if let out { try writing { try OutputFolder(path: out).check() } }
    do throws(PlanProblems) {
      var runner = SweepRunner(
        editor: editor, settings: settings(kind, since: begin), outlook: outlook)
      // Under a limit of work every case stands by itself, as in a share.
      if kind == .rulePrices, work == nil {
        return try RulePricer(runner: runner, sweep: RulePriceSweep(plan: loaded.plan)).run(
          progress: Self.say, cancellation: cancellation)
      }
      let plans = try runner.plans(of: cases)
      runner = SweepRunner(
        editor: editor, settings: settings(kind, since: begin), outlook: outlook)
      return runner.run(
        cases, plans: plans, progress: Self.say, cancellation: cancellation)
    } catch {
      throw reportedProblems(error, language)
    }
  }

  /// A line about a case that is done.
  static func say(done: Int, count: Int, facts: CaseFacts) {
    var line = "\(done)/\(count)  \(facts.name)  "
    switch facts.status {
    case .solved:
      line += String(format: "cost %.0f", facts.objective)
      if let gap = facts.gap { line += String(format: ", gap %.2f %%", gap * 100) }
    case .impossible: line += "no roster can satisfy the hard rules: \(facts.note)"
    case .unsolved: line += "no roster \(facts.note)"
    }
    Console.say(line + String(format: ", %.1f s", facts.seconds))
  }

  /// Prints a sweep, and writes it where it is wanted.
  func show(_ facts: SweepFacts, printing: PrintOptions) throws {
    try Self.show(facts, printing: printing, out: out)
  }

  /// Prints a sweep, and writes it into a folder, if there is one.
  static func show(_ facts: SweepFacts, printing: PrintOptions, out: String?) throws {
    // First of all shown, so that it is there even if it cannot be written.
    switch printing.format {
    case .text:
      Console.write(
        SweepTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(SweepJSON(facts).text)
    }
    if let out {
      let name = facts.kind.rawValue
      try writing {
        try OutputFolder(path: out).write([
          OutputFile(path: "\(name).csv", contents: SweepCSV(facts).text),
          OutputFile(path: "\(name).json", contents: SweepJSON(facts).text),
          OutputFile(
            path: "\(name).html", contents: SweepPage(facts, language: printing.lang).text),
        ])
      }
      Console.written(
        ["\(name).csv", "\(name).json", "\(name).html"], to: out, printing.lang)
    }
    if facts.cases.allSatisfy({ $0.status == .impossible }) { throw ExitStatus.impossible }
    if facts.cases.allSatisfy({ $0.status != .solved }) { throw ExitStatus.nothingFound }
  }
}
