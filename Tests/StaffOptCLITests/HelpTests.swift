import Foundation
import StaffOptTestSupport
import Testing

@Suite("Help and usage of the commands")
struct HelpTests {
  @Test(
    "The help of each command is as recorded",
    arguments: [
      "", "solve", "need", "forecast", "review", "queue", "simulate", "audit", "formulate",
      "generate", "init", "reference", "explain", "whatif", "levels", "shifts", "merge",
      "standby",
    ])
  func help(command: String) throws {
    let run = try CommandRun((command.isEmpty ? [] : [command]) + ["--help"])
    #expect(run.status == 0)
    #expect(run.messages.isEmpty)
    assertGolden(run.output, "help\(command.isEmpty ? "" : "-\(command)").txt")
  }

  @Test(
    "What is no command, option or value ends with status 64",
    arguments: [
      ["solve"], ["sovle", "plan"], ["solve", "Data/corner-shop", "--solver", "magic"],
      ["solve", "Data/corner-shop", "--time-limit", "-1"],
      ["solve", "Data/corner-shop", "--time-limit", "soon"],
      ["solve", "Data/corner-shop", "--gap", "-0.5"],
      ["solve", "Data/corner-shop", "--format", "xml"],
      ["solve", "Data/corner-shop", "--lang", "fr"],
      ["forecast", "Data/corner-shop", "--days-ahead", "0"],
      ["forecast", "Data/corner-shop", "--from", "2026-02-01"],
      ["forecast", "Data/corner-shop", "--backtest", "--from", "2026-02-30"],
      ["formulate", "Data/corner-shop", "--out", "model.txt"],
      ["generate", "no-such-sample", "--out", "somewhere"], ["audit", "Data/corner-shop"],
      ["explain", "Data/corner-shop", "--person", "A001"],
      ["whatif", "Data/corner-shop"], ["whatif", "Data/corner-shop", "--shift-length", "8"],
      ["levels", "Data/corner-shop", "--staff", "9...5"],
    ])
  func usage(arguments: [String]) throws {
    let run = try CommandRun(arguments)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("Usage: staffopt"))
  }

  @Test("An unknown solver is answered with those there are")
  func unknownSolver() throws {
    let run = try CommandRun("solve", "Data/corner-shop", "--solver", "magic")
    for name in ["auto", "columns", "exact", "search", "greedy"] {
      #expect(run.messages.contains(name))
    }
  }

  @Test("The version is the changelog's")
  func version() throws {
    let run = try CommandRun("--version")
    #expect(run.status == 0)
    let changelog = try String(
      contentsOf: PlanFolders.checkout.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let version = run.output.trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(version.split(separator: ".").count == 3)
    #expect(changelog.contains(version) || changelog.contains("Unreleased"))
  }

  @Test("The reference lists every section of a plan")
  func reference() throws {
    let run = try CommandRun("reference")
    #expect(run.status == 0)
    for key in ["horizon", "shifts", "rules", "fairness", "staff.csv", "requests.csv"] {
      #expect(run.output.contains(key))
    }
  }
}
