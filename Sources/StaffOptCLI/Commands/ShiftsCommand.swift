import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt shifts`: how many distinct shifts, which, and with how many heads.
struct ShiftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shifts",
    abstract: "Design shifts: how many, from when to when, with how many heads.",
    discussion: """
      For a plan: the best one, two, three and more distinct shifts for the need \
      of all days, each with what it leaves short and over, and the number that \
      pays off. A shift may start anywhere between the first and the last start \
      of a pattern, with its lengths and breaks, unless --starts, --lengths or \
      --breaks say otherwise.

      For a .dzn file of the shift design benchmark: the shifts that cost least.

      --out writes a folder with shifts.yaml (the patterns, for the plan), \
      shifts.json, front.csv and shifts.html, or one of them if it names a \
      .yaml, .json, .csv or .html file. Ctrl-C delivers the best so far; before \
      the first shift is found the command ends with status 4.
      """)

  @Argument(help: "The plan: a folder with a plan.yaml, or a .dzn file.")
  var input: String

  @OptionGroup var printing: PrintOptions

  @Option(help: "The folder or file to write.")
  var out: String?

  @Option(help: "The most distinct shifts to look at; 0 for the cheapest design alone.")
  var most: Int?

  @Option(help: "Take the design with this many shifts instead of the cheapest.")
  var count: Int?

  @Option(help: "Starts to choose from, such as \"08:00..16:00 every 30m\".")
  var starts: String?

  @Option(help: "Lengths to choose from, such as \"8h,9h\" or \"6h..10h every 30m\".")
  var lengths: String?

  @Option(help: "Breaks, such as \"30m 3h..5h\" (length, when it may begin), or none.")
  var breaks: String?

  @Option(help: "Count the need of this skill only.")
  var skill: String?

  @Option(help: "Price of a missing agent-hour; by default the plan's.")
  var shortPrice: Double?

  @Option(help: "Price of an agent-hour beyond the need; by default wage and surplus price.")
  var overPrice: Double?

  @Option(help: "Price of a distinct shift; by default a missing agent-hour a day.")
  var shiftPrice: Double?

  @Option(help: "The most seconds to search.")
  var timeLimit: Double = 20

  @Option(help: "The most moves of each walk: the same result on every machine.")
  var moves: Int?

  @Option(help: "What random choices start from; the same design again only with --moves.")
  var seed: UInt64 = 1

  func validate() throws {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds, at least 0.")
    }
    guard moves ?? 0 >= 0 else { throw ValidationError("--moves is at least 0.") }
    guard (0...50).contains(most ?? 0) else { throw ValidationError("--most is 0 to 50.") }
    guard (1...50).contains(count ?? 1) else { throw ValidationError("--count is 1 to 50.") }
    for price in [shortPrice, overPrice, shiftPrice] {
      guard (0...1e9).contains(price ?? 0) else {
        throw ValidationError("A price is a number, at least 0.")
      }
    }
  }

  func run() throws {
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let study = try load()
    let limits = DesignLimits(seconds: timeLimit, moves: moves, seed: seed)
    let line = ProgressLine(currency: study.plan?.currency ?? "", language: printing.lang)
    // A benchmark asks for one design, a plan for the choice.
    let most = max(self.most ?? (study.plan == nil ? 0 : 6), count ?? 0)
    let facts = study.run(
      limits, frontUpTo: most, count: count, cancellation: cancellation
    ) {
      line.show(SolverProgress(cost: $1, bound: $2, seconds: $0, phase: "shifts"))
    }
    line.finish()
    guard facts.isFound else {
      Console.say("The search was stopped before there was a first shift; give it more time.")
      throw ExitStatus.nothingFound
    }
    switch printing.format {
    case .text:
      Console.write(
        ShiftDesignTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json:
      Console.write(ShiftDesignJSON(facts, version: StaffOptVersion.current).text)
    }
    if let out {
      let files = try write(study, facts, to: out)
      Console.written(files, to: out, printing.lang)
    }
  }

  private func load() throws -> ShiftStudy {
    let url = URL(filePath: input)
    do throws(PlanProblems) {
      if ShiftDesignFormat().recognises(url) { return try ShiftStudy(benchmark: url) }
      let windows = try ShiftWindows(starts: starts, lengths: lengths, breaks: breaks)
      let loaded = try PlanLoader().load(url)
      Console.warn(loaded.document.warnings, printing.lang)
      return try ShiftStudy(
        plan: loaded.plan, windows: windows,
        prices: ShiftPrices(
          underPerHour: shortPrice, overPerHour: overPrice, perShift: shiftPrice),
        skill: skill)
    } catch {
      throw reportedProblems(error, printing.lang)
    }
  }

  /// Writes the folder, or the one file whose kind the name asks for.
  ///
  /// - Returns: The names of the files in the folder; none for one file.
  private func write(
    _ study: ShiftStudy, _ facts: ShiftDesignFacts, to out: String
  ) throws -> [String] {
    let files = study.files(facts, language: printing.lang)
    let url = URL(filePath: out)
    return try writing {
      if let file = files.first(where: { $0.path.hasSuffix("." + url.pathExtension) }) {
        try OutputFolder.write(file.contents, toFile: out)
        return []
      }
      try OutputFolder(path: out).write(files)
      return files.map(\.path)
    }
  }
}
