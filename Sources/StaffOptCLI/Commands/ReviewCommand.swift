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
      var problems: [PlanProblem] = []
      let roster = Self.roster(self.roster, of: loaded.plan, &problems)
      let worked = attendance.flatMap { Self.roster($0, of: loaded.plan, &problems) }
      let actuals: PlanActuals
      do throws(PlanProblems) {
        actuals = try ActualsReader.read(URL(filePath: self.actuals), document: loaded.document)
      } catch {
        throw PlanProblems(problems + error.problems)
      }
      guard let roster, problems.isEmpty else { throw PlanProblems(problems) }
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
    if let suggest {
      try writing { try OutputFolder.write(PlanSuggestion(facts).yaml, toFile: suggest) }
      Console.written(to: suggest, printing.lang)
    }
    if let html {
      let page = ForecastPage(facts, language: printing.lang).text
      try writing { try OutputFolder.write(page, toFile: html) }
      Console.written(to: html, printing.lang)
    }
    switch printing.format {
    case .text:
      Console.write(
        ReviewTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json: Console.write(ReviewJSON(facts).text)
    }
  }

  /// A roster; nil after problems, which are added.
  private static func roster(
    _ path: String, of plan: RosterPlan, _ problems: inout [PlanProblem]
  ) -> Roster? {
    do throws(PlanProblems) {
      return try RosterReader.read(URL(filePath: path), plan: plan)
    } catch {
      problems += error.problems
      return nil
    }
  }
}
