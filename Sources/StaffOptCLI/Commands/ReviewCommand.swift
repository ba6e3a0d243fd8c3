import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt review`: what became of a plan and its roster.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Compare a plan and its roster with what came, and suggest a change to the plan.",
    discussion: """
      ACTUALS is the ticket log of the planned days, in the form of the plan's \
      history or as an export that is recognised. The agent-hours that were \
      missing are split: the roster fell short of the need foretold (plan), \
      people were not there (attendance, from a file in the form of \
      roster.csv), or more came than was foretold (forecast). Waits, verdicts \
      and reopened tickets are shown by hour where the log has them.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster that was planned, a CSV file.")
  var roster: String

  @Argument(help: "What came: the tickets of the planned days, a CSV file, also packed (.gz).")
  var actuals: String

  @Option(help: "What was really worked, a CSV file in the form of the roster.")
  var attendance: String?

  @Option(help: "Write the suggested change to plan.yaml to this file.")
  var suggest: String?

  @Option(help: "Write a page with the forecast beside what came to this file.")
  var html: String?

  @OptionGroup var printing: PrintOptions

  func run() throws {
    let loaded = try plan.load(printing.lang)
    let facts: ReviewFacts
    do throws(PlanProblems) {
      let roster = try RosterReader.read(URL(filePath: self.roster), plan: loaded.plan)
      var worked: Roster?
      if let attendance {
        worked = try RosterReader.read(URL(filePath: attendance), plan: loaded.plan)
      }
      let actuals = try ActualsReader.read(
        URL(filePath: self.actuals), document: loaded.document)
      Console.warn(actuals.warnings, printing.lang)
      // That a fortnight is short says nothing against it here.
      for treatment in actuals.history.treatments where treatment.action != .historyIsShort {
        Console.say("actuals: \(printing.lang.words(treatment))")
      }
      facts = try RosterReview(loaded).review(
        roster, worked: worked, actuals: actuals, name: plan.name)
    } catch {
      throw reportedProblems(error, printing.lang)
    }
    do {
      if let suggest {
        let yaml = PlanSuggestion(facts).yaml
        try Data(yaml.utf8).write(to: URL(filePath: suggest), options: .atomic)
        Console.written(to: suggest, printing.lang)
      }
      if let html {
        let page = ForecastPage(facts, language: printing.lang).text
        try Data(page.utf8).write(to: URL(filePath: html), options: .atomic)
        Console.written(to: html, printing.lang)
      }
    } catch {
      Console.say("error: \(error.localizedDescription)")
      throw ExitStatus.failure
    }
    switch printing.format {
    case .text:
      Console.write(
        ReviewTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(ReviewJSON(facts).text)
    }
  }
}
