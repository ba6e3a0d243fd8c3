import ArgumentParser
import StaffOptKit

/// `staffopt reference`: all keys of a plan and columns of its files.
struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference",
    abstract: "Print every key of plan.yaml and every column of the CSV files, as Markdown.")

  func run() throws {
    Console.write(PlanReference.markdown())
  }
}
