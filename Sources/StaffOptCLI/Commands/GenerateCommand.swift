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

  @Option(help: "People in the team of golden-weeks-2026, 10 to 1,000. (default: 500)")
  var agents: Int?

  func validate() throws {
    guard let agents, !sample.agentCounts.contains(agents) else { return }
    let counts = sample.agentCounts
    throw ValidationError(
      counts.count == 1
        ? "\(sample.rawValue) has \(counts.lowerBound) agents; only golden-weeks-2026 takes --agents"
        : "--agents is \(agents); expected \(counts.lowerBound) to \(counts.upperBound)")
  }

  func run() throws {
    try writing {
      try OutputFolder(path: out).write(sample.files(seed: seed, agents: agents))
    }
    Console.say("written to \(out); next: staffopt solve \(out) --out my-roster")
  }
}
