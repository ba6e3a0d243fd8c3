import Foundation
import StaffOptTestSupport
import Testing

@Suite("The examples of the README")
struct ReadmeTests {
  /// The lines of the README's fenced `sh` blocks that run `staffopt`, and
  /// what stands beside them in the same blocks; building and `make` are left
  /// out.
  private static let script: [String] = {
    let file = PlanFolders.checkout.appending(path: "README.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    let fences = text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(omittingEmptySubsequences: false) { $0.hasPrefix("```") }
    let kinds = text.split(separator: "\n").filter { $0.hasPrefix("```") }
    // Between the fences text and code take turns; the n-th fence opens part n.
    return zip(kinds, fences.dropFirst())
      .filter { $0.0 == "```sh" && $0.1.contains { $0.contains("staffopt ") } }
      .flatMap { $0.1.map(String.init) }
      .filter { line in !["make ", "swift ", "cd "].contains { line.hasPrefix($0) } }
      .map(shortened)
  }()

  /// A command with a short time limit.
  private static func shortened(_ line: String) -> String {
    guard line.contains("staffopt solve ") else { return line }
    if line.contains("--time-limit") {
      return line.replacing(#/--time-limit \d+/#, with: "--time-limit 2")
    }
    return line + " --time-limit 2"
  }

  @Test(
    "Every command runs, one after the other, beside a copy of the sample plans",
    .enabled(if: !script.isEmpty, "no README with examples"))
  func examplesRun() throws {
    try PlanFolders.withTemporaryFolder { folder in
      let release = folder.appending(path: ".build/release")
      let program = try #require(CommandRun.program)
      let manager = FileManager.default
      try manager.createDirectory(at: release, withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        at: release.appending(path: "staffopt"), withDestinationURL: program)
      try manager.copyItem(
        at: PlanFolders.checkout.appending(path: "Data"), to: folder.appending(path: "Data"))
      let run = try RunningCommand(
        ["-e", "-x", "-c", Self.script.joined(separator: "\n")], in: folder,
        program: URL(filePath: "/bin/sh")
      ).finish()
      #expect(run.status == 0, "\(run.messages)")
      let commands = Self.script.count { $0.contains("staffopt ") }
      #expect(commands >= 6, "the README shows every command")
    }
  }
}
