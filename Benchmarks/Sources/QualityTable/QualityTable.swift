import ArgumentParser
import Foundation
import StaffOptKit

extension SolverChoice: @retroactive ExpressibleByArgument {}

/// Prints what each solver reaches on each plan, as a Markdown table.
@main
struct QualityTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "QualityTable",
    abstract: "Value, bound and gap of solvers on plans, as a Markdown table.",
    discussion: """
      A roster counts only if the auditor accepts it; the last column is what \
      the auditor found.
      """)

  @Option(help: "The most seconds of each run.")
  var limit: Double = 30

  @Option(parsing: .upToNextOption, help: "Plan folders; by default the samples in Data.")
  var plans: [String] = []

  @Option(parsing: .upToNextOption, help: "The solvers: auto, columns, exact, search, greedy.")
  var solvers: [SolverChoice] = [.auto, .greedy]

  @Option(help: "What random choices start from.")
  var seed: UInt64 = 1

  @Option(help: "A script that runs other programs on benchmark files: SCRIPT PEER SECONDS FILE.")
  var peers: String?

  @Option(help: "The Python that has what the script needs.")
  var python = "python3"

  func validate() throws {
    guard limit >= 0, limit.isFinite else {
      throw ValidationError("--limit is a number of seconds, at least 0.")
    }
  }

  func run() throws {
    let known = KnownResults()
    Self.write(QualityRow.header)
    for path in plans.isEmpty ? Self.samples : plans {
      let url = URL(filePath: path)
      let loaded: LoadedPlan
      do throws(PlanProblems) {
        loaded = try PlanLoader().load(url)
      } catch {
        for problem in error.problems { Self.say("\(problem)") }
        throw ExitCode.failure
      }
      for solver in solvers {
        Self.say("\(url.lastPathComponent), \(solver.rawValue) ...")
        let row = QualityRow(
          plan: url.lastPathComponent, loaded: loaded,
          settings: SolveSettings(solver: solver, seconds: limit, seed: seed),
          known: known)
        Self.write(row.text)
      }
      for peer in peers == nil ? [] : PeerRun.names {
        Self.say("\(url.lastPathComponent), \(peer) ...")
        guard
          let run = PeerRun(
            peer, script: peers ?? "", python: python, seconds: limit, file: url)
        else {
          Self.say("\(peer) could not be run")
          continue
        }
        let row = QualityRow(
          plan: url.lastPathComponent, peer: peer, run: run, limit: limit, known: known)
        Self.write(row.text)
      }
    }
  }

  /// The sample plans, from wherever the command is run inside the checkout.
  private static var samples: [String] {
    let files = FileManager.default
    let data = ["Data", "../Data"].first { files.fileExists(atPath: $0) } ?? "../Data"
    return SamplePlan.ofFixedTeam.map { "\(data)/\($0.rawValue)" }
  }

  /// A line of the table, at once: an interrupted run keeps what it measured.
  private static func write(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  private static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
