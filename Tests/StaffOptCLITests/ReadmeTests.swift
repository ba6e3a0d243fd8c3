import Foundation
import StaffOptTestSupport
import Testing

@Suite("The examples of the README")
struct ReadmeTests {
  /// The `staffopt` commands of the README's fenced `sh` blocks, in order.
  /// Blocks with `make` build or download and are left out, and so are lines
  /// that go on in a pipe.
  private static let commands: [[String]] = {
    let file = PlanFolders.checkout.appending(path: "README.md")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var isExample = false
    var found: [[String]] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isExample = !isExample && line.hasPrefix("```sh")
        continue
      }
      guard isExample else { continue }
      let code = line.split(separator: "#", omittingEmptySubsequences: false).first ?? ""
      var words = code.split(separator: " ").map(String.init)
      if words.first == "$" { words.removeFirst() }
      let isCommand = words.first.map { $0 == "staffopt" || $0.hasSuffix("/staffopt") } ?? false
      guard isCommand, !words.contains("|"), !words.contains("\\") else { continue }
      found.append(Array(words.dropFirst()))
    }
    return found
  }()

  /// The command with a short time limit, and without the shell's redirection.
  private func quick(_ command: [String]) -> [String] {
    var words = Array(command.prefix { $0 != ">" })
    if let option = words.firstIndex(of: "--time-limit"), option + 1 < words.count {
      words[option + 1] = "2"
    } else if words.first == "solve" {
      words += ["--time-limit", "2"]
    }
    return words
  }

  @Test(
    "Every command runs, one after the other, in a copy of the sample plans",
    .enabled(if: !commands.isEmpty, "no README with examples"))
  func examplesRun() throws {
    try PlanFolders.withTemporaryFolder { folder in
      try FileManager.default.copyItem(
        at: PlanFolders.checkout.appending(path: "Data"), to: folder.appending(path: "Data"))
      for command in Self.commands {
        let run = try CommandRun(quick(command), in: folder)
        #expect(run.status == 0, "staffopt \(command.joined(separator: " ")): \(run.messages)")
        if let redirection = command.firstIndex(of: ">"), redirection + 1 < command.count {
          try Data(run.output.utf8).write(to: folder.appending(path: command[redirection + 1]))
        }
      }
    }
  }
}
