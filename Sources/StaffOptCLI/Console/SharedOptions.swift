import ArgumentParser
import Foundation
import StaffOptKit

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}

extension ReportLanguage: ExpressibleByArgument {}
extension SolverChoice: ExpressibleByArgument {}
extension SamplePlan: ExpressibleByArgument {}

extension CivilDate: ExpressibleByArgument {
  /// A day written `2026-02-16`.
  public init?(argument: String) { self.init(iso: argument) }
}

/// Options that most commands share.
struct PrintOptions: ParsableArguments {
  @Option(help: "How the result is printed: text or json.")
  var format: OutputFormat = .text

  @Option(help: "The language of reports: en, zh-Hans or zh-Hant.")
  var lang: ReportLanguage = .english

  /// How the terminal wants its text.
  var style: TerminalStyle { TerminalStyle(usesColour: Console.wantsColour) }
}

/// The plan that a command works on.
struct PlanArgument: ParsableArguments {
  @Argument(
    help: """
      The plan: a folder with a plan.yaml, or a file of the employee shift \
      scheduling benchmark, such as Instance1.txt.
      """)
  var plan: String

  /// What problems call the plan.
  var name: String { URL(filePath: plan).lastPathComponent }

  /// The plan as read, without its need; problems as in ``load(_:)``.
  func read(_ language: ReportLanguage) throws -> PlanDocument {
    do throws(PlanProblems) {
      let document = try PlanInput.read(URL(filePath: plan))
      Console.warn(document.warnings, language)
      return document
    } catch {
      throw reportedProblems(error, language)
    }
  }

  /// The plan with its need; every problem is printed before the command ends
  /// with the status for invalid input.
  ///
  /// - Parameter tellsLostRows: Rows of the history that count for nothing are told;
  ///   false where the command tells all that was done to the history.
  func load(_ language: ReportLanguage, tellsLostRows: Bool = true) throws -> LoadedPlan {
    do throws(PlanProblems) {
      let loaded = try PlanLoader().load(URL(filePath: plan))
      Console.warn(loaded.document.warnings, language)
      if tellsLostRows {
        for treatment in loaded.historyTreatments where treatment.losesRows {
          Console.say("history: \(language.words(treatment))")
        }
      }
      return loaded
    } catch {
      throw reportedProblems(error, language)
    }
  }
}

/// Reads a roster of a plan; problems as in ``PlanArgument/load(_:)``.
func readRoster(
  _ path: String, of loaded: LoadedPlan, _ language: ReportLanguage
) throws -> Roster {
  do throws(PlanProblems) {
    return try RosterReader.read(URL(filePath: path), plan: loaded.plan)
  } catch {
    throw reportedProblems(error, language)
  }
}

/// Prints problems of input files and gives the status to end with.
func reportedProblems(_ problems: PlanProblems, _ language: ReportLanguage) -> ExitCode {
  let report = ProblemReport(language: language)
  for problem in problems.problems { Console.say(report.text(problem)) }
  Console.say(report.summary(errorCount: problems.errors.count))
  return ExitStatus.invalidInput
}
