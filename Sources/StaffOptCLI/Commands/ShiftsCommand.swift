import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt shifts`: how many distinct shifts, which, and with how many heads.
struct ShiftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shifts",
    abstract: "Design shifts: how many, from when to when, with how many heads.",
    discussion: """
      Reads a .dzn file of the shift design benchmark. Minimised are the \
      minutes over and under the need and the number of distinct shifts, at \
      their prices. Ctrl-C delivers the best design so far.
      """)

  @Argument(help: "A .dzn file of the shift design benchmark.")
  var input: String

  @OptionGroup var printing: PrintOptions

  @Option(help: "The file to write: JSON.")
  var out: String?

  @Option(help: "The most seconds to search.")
  var timeLimit: Double = 20

  @Option(help: "Stop after this many moves of each walk: the same result on every machine.")
  var moves: Int?

  @Option(help: "What random choices start from; the same seed gives the same design.")
  var seed: UInt64 = 1

  func validate() throws {
    guard timeLimit >= 0, timeLimit.isFinite else {
      throw ValidationError("--time-limit is a number of seconds, at least 0.")
    }
    guard moves ?? 0 >= 0 else { throw ValidationError("--moves is at least 0.") }
  }

  func run() throws {
    let cancellation = Cancellation()
    let watch = InterruptWatch(cancelling: cancellation)
    defer { withExtendedLifetime(watch) {} }
    let study = try load()
    let limits = DesignLimits(seconds: timeLimit, moves: moves, seed: seed)
    let line = ProgressLine(currency: "")
    let facts = study.run(limits, cancellation: cancellation) {
      line.show(SolverProgress(cost: $1, bound: $2, seconds: $0, phase: "shifts"))
    }
    line.finish()
    let json = ShiftDesignJSON(facts, version: StaffOptVersion.current)
    if let out {
      do {
        let url = URL(filePath: out)
        try OutputFolder(path: url.deletingLastPathComponent().path).write([
          OutputFile(path: url.lastPathComponent, contents: json.text)
        ])
      } catch {
        Console.say("error: \(error)")
        throw ExitStatus.failure
      }
    }
    switch printing.format {
    case .text:
      Console.write(
        ShiftDesignTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(json.text)
    }
    if let out { Console.say("written to \(out)") }
  }

  private func load() throws -> ShiftStudy {
    do throws(PlanProblems) {
      return try ShiftStudy(benchmark: URL(filePath: input))
    } catch {
      throw reportedProblems(error)
    }
  }
}
