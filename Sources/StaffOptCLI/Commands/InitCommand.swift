import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt init`: a commented starter plan.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented starter plan that solves as it is.")

  @Argument(help: "The folder to write into; it must be new or empty.")
  var folder: String

  @Option(help: "The language of the comments: en, zh-Hans or zh-Hant.")
  var lang: ReportLanguage = .english

  func run() throws {
    let present = try? FileManager.default.contentsOfDirectory(atPath: folder)
    if let present, !present.filter({ !$0.hasPrefix(".") }).isEmpty {
      Console.say("error: \(folder) is not empty; name a new folder")
      throw ExitStatus.failure
    }
    try writing {
      try OutputFolder(path: folder).write(StarterPlan(language: lang).files())
    }
    Console.say(
      "written to \(folder). Edit plan.yaml and staff.csv, put your ticket export in place of "
        + "tickets.csv, then: staffopt solve \(folder) --out my-roster")
  }
}
