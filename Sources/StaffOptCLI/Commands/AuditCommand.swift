import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt audit`: every broken rule of a roster.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check a roster against its plan: rules, cover and cost.",
    discussion: """
      Reads roster.csv as `solve` writes it, also after it was edited in a \
      spreadsheet. Ends with status 1 if a rule is broken.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster, a CSV file.")
  var roster: String

  @OptionGroup var printing: PrintOptions

  func run() throws {
    let loaded = try plan.load()
    let roster: Roster
    do throws(PlanProblems) {
      roster = try RosterReader.read(URL(filePath: self.roster), plan: loaded.plan)
    } catch {
      throw reportedProblems(error)
    }
    let audit = RosterAuditor(plan: loaded.plan).audit(roster)
    let facts = RosterFacts(
      plan: loaded.plan, roster: roster, audit: audit, need: loaded.need)
    switch printing.format {
    case .text:
      Console.write(
        AuditTerminalReport(facts, language: printing.lang, style: printing.style).text)
    case .json:
      Console.write(AuditJSON(facts).text)
    }
    if !audit.violations.isEmpty { throw ExitStatus.failure }
  }
}
