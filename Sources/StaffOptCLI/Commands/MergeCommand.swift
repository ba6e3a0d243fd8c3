import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt merge`: the parts of a sweep as one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the parts of a sweep that several machines have worked on.",
    discussion: """
      `whatif` and `levels` with --shard 3/16 solve a fixed share of their cases \
      and write a part. Under a limit of --work all parts together give the very \
      tables and pictures that the command without --shard writes. A part that \
      was interrupted goes on when its command is given again.
      """)

  @Argument(help: "The parts, in any order.")
  var parts: [String]

  @OptionGroup var printing: PrintOptions

  @Option(help: "The plan, where it is not where the parts say.")
  var plan: String?

  @Option(help: "The folder to write the comparison into: CSV, JSON and a page with pictures.")
  var out: String?

  func validate() throws {
    guard !parts.isEmpty else { throw ValidationError("Name the parts to join.") }
  }

  func run() throws {
    var files: [(name: String, part: SweepPart)] = []
    let facts: [CaseFacts]
    do throws(SweepPartError) {
      for path in parts {
        let url = URL(filePath: path)
        files.append((url.lastPathComponent, try SweepPart.read(url)))
      }
      facts = try SweepPart.merged(files)
    } catch {
      Console.say("error: \(error)")
      switch error {
      case .missing:
        Console.say("Give the commands of their shares again; what is done is kept.")
      case .unreadable, .noPart:
        Console.say(
          "Parts are what whatif and levels write with --shard, such as levels-1-of-2.json.")
      case .otherSweep:
        Console.say("Join parts of one command only; give it again where it differed.")
      case .twice: Console.say("Name each part once.")
      }
      throw ExitStatus.invalidInput
    }
    guard let question = files.first?.part.question else { throw ExitStatus.invalidInput }
    var argument = PlanArgument()
    argument.plan = plan ?? question.plan
    let url = URL(filePath: argument.plan)
    let loaded = try argument.load(printing.lang)
    guard FilePrint.of(url) == question.planPrint else {
      Console.say(
        "error: \(argument.plan) is not the plan of the parts, or has changed since. Name the "
          + "right one with --plan, or work the shares off again.")
      throw ExitStatus.invalidInput
    }
    let merged: SweepFacts
    do throws(PlanProblems) {
      merged = try SweepFacts(
        question: question, cases: facts, editor: PlanEditor(base: loaded, source: url))
    } catch {
      throw reportedProblems(error, printing.lang)
    }
    try SweepOptions.show(merged, printing: printing, out: out)
  }
}
