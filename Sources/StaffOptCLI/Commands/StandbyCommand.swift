import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt standby`: who is on call on each day.
struct StandbyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standby",
    abstract: "Size the on-call list of each day so that cover holds when people do not come.",
    discussion: """
      Each shift is missed with the probability --no-show, by itself. The list \
      is the smallest with which every interval of the day keeps its cover with \
      the probability --hold: the need in whole agents, at most what the roster \
      has there. The probabilities of intervals are exact (convolutions of who \
      may be missing, for every set of skills); that of the whole day is drawn \
      by chance. Each person on call can stand in for one person.

      On call are people without a shift that day who could take one of its \
      shifts without breaking a rule, by turns: fewest turns first, on premium \
      days those who chose pay before those who chose rest, then the lightest \
      ledger. Without options the plan's section `standby` holds.
      """)

  @OptionGroup var plan: PlanArgument

  @Argument(help: "The roster, a CSV file.")
  var roster: String

  @OptionGroup var printing: PrintOptions

  @Option(help: "The percentage of shifts that are missed. (default: the plan's, or 5)")
  var noShow: Double?

  @Option(help: "The percentage with which cover has to hold. (default: the plan's, or 95)")
  var hold: Double?

  @Option(help: "What random numbers start from.")
  var seed: UInt64 = 1

  @Flag(help: "Print as CSV: date, skill, employee, name, could_take, shifts.")
  var csv = false

  func validate() throws {
    guard noShow.map({ $0 >= 0 && $0 < 100 }) ?? true else {
      throw ValidationError("--no-show is a percentage from 0 to below 100.")
    }
    guard hold.map({ $0 > 0 && $0 < 100 }) ?? true else {
      throw ValidationError("--hold is a percentage above 0 and below 100.")
    }
    guard !(csv && printing.format == .json) else {
      throw ValidationError("--csv and --format json exclude each other.")
    }
  }

  func run() throws {
    let loaded = try plan.load(printing.lang)
    let roster = try readRoster(roster, of: loaded, printing.lang)
    var policy = loaded.plan.standby
    if let noShow { policy.noShow = noShow / 100 }
    if let hold { policy.hold = hold / 100 }
    let audit = RosterAuditor(plan: loaded.plan).audit(roster)
    var planner = StandbyPlanner(plan: loaded.plan, policy: policy)
    planner.seed = seed
    let facts = StandbyFacts(
      plan: loaded.plan, roster: roster, policy: policy,
      days: planner.days(roster, coverage: audit.coverage))
    switch printing.format {
    case .text:
      let report = StandbyTerminalReport(facts, language: printing.lang, style: printing.style)
      Console.write(csv ? StandbyCSV(facts).text : report.text)
    case .json: Console.write(StandbyJSON(facts).text)
    }
  }
}
