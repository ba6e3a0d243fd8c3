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
      spreadsheet. With --against it is also held against several ways demand \
      may come. Ends with status 1 if a rule is broken.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster, a CSV file.")
  var roster: String

  @OptionGroup var printing: PrintOptions

  @OptionGroup var against: AgainstOption

  func run() throws {
    let loaded = try plan.load(printing.lang)
    let roster = try readRoster(roster, of: loaded, printing.lang)
    let outlook = try against.outlook(
      PlanEditor(base: loaded, source: URL(filePath: plan.plan)), printing.lang)
    let audit = RosterAuditor(plan: loaded.plan).audit(roster)
    var facts = RosterFacts(
      plan: loaded.plan, roster: roster, audit: audit, need: loaded.need)
    facts.outlook = try? outlook?.facts(of: roster)
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
