import ArgumentParser
import StaffOptKit

/// `staffopt generate`: sample plans with invented people and tickets.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a sample plan with invented people and tickets.",
    discussion: SamplePlan.allCases.map { "\($0.rawValue): \($0.summary)." }
      .joined(separator: "\n"))

  @Argument(help: "Which sample.")
  var sample: SamplePlan

  @Option(help: "The folder to write into.")
  var out: String

  @Option(help: "What the invented people and tickets start from.")
  var seed: UInt64 = 2026

  func run() throws {
    do {
      try OutputFolder(path: out).write(sample.files(seed: seed))
    } catch {
      Console.say("error: \(error)")
      throw ExitStatus.failure
    }
    Console.say("written to \(out); next: staffopt solve \(out) --out my-roster")
  }
}
