import ArgumentParser
import Foundation
import StaffOptKit

/// `staffopt queue`: the queueing calculator.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Work out how many agents a queue needs, or how well so many do.",
    discussion: """
      Lengths of time have a unit: 180s, 30m, 0.5h, 1h30m; a plain number is \
      seconds. Without --patience everybody waits (Erlang C), with one \
      customers give up (Erlang A), with --patience 0 nobody waits (Erlang B). \
      Agents need not be whole: the formulas are continued to real numbers \
      (Jagers and van Doorn 1986). --agents and `serving` are net, `on duty` \
      is net / (1 - shrinkage), rounded up once. With --concurrency K \
      each agent is K places, each taken for the whole handle time.

      --file reads a CSV table with the columns name, arrivals, per, handle, \
      goal, threshold, patience, agents, concurrency, shrinkage, occupancy, \
      definition, in any order; `staffopt reference` explains them. Empty \
      fields take the options given beside it.

      JSON has wait_probability, service_level (of all offered), \
      service_level_without_quick_abandons, mean_wait_seconds (over all \
      offered; null and stable: false where the queue grows without end), \
      abandonment, occupancy and agents.
      """)

  @Option(help: "Contacts that arrive in the time given by --per.")
  var arrivals: String?

  @Option(help: "The time in which they arrive. (default: 30m)")
  var per: String?

  @Option(help: "The mean handle time of a contact.")
  var handle: String?

  @Option(
    help: """
      What customers are promised: 80/20s, \"80% in 20s\", \"mean wait 45s\", \
      \"at most 30% wait\", \"at most 5% abandon\". (default: 80/20s)
      """)
  var goal: String?

  @Option(
    help: "The wait that service levels are counted to. (default: that of the goal, or 20s)")
  var threshold: String?

  @Option(help: "The mean time until a waiting customer gives up.")
  var patience: String?

  @Option(help: "Agents serving, to see how well they do.")
  var agents: String?

  @Option(help: "Contacts an agent serves at once, for chats. (default: 1)")
  var concurrency: String?

  @Option(help: "The share of time on duty that is lost: 0.3 or 30%. (default: 0)")
  var shrinkage: String?

  @Option(help: "The largest share of their time that agents may be busy. (default: 1)")
  var occupancy: String?

  @Option(
    help: """
      What the goal's share is a share of: of-offered, or \
      without-quick-abandons (answered + given up after the threshold). \
      (default: of-offered)
      """)
  var definition: String?

  @Option(help: "A CSV file of cases.")
  var file: String?

  @Flag(help: "Print as CSV, one row a case.")
  var csv = false

  @OptionGroup var printing: PrintOptions

  private var reader: QueueCaseReader {
    let texts = [
      ("arrivals", arrivals), ("per", per), ("handle", handle), ("goal", goal),
      ("threshold", threshold), ("patience", patience), ("agents", agents),
      ("concurrency", concurrency), ("shrinkage", shrinkage), ("occupancy", occupancy),
      ("definition", definition),
    ]
    return QueueCaseReader(
      options: Dictionary(
        uniqueKeysWithValues: texts.compactMap { name, text in text.map { (name, $0) } }))
  }

  func validate() throws {
    guard !(csv && printing.format == .json) else {
      throw ValidationError("--csv and --format json exclude each other.")
    }
    do throws(PlanProblems) {
      if file == nil { _ = try reader.single() } else { try reader.checkOptions() }
    } catch {
      throw ValidationError(error.errors.map(\.description).joined(separator: "\n"))
    }
  }

  func run() throws {
    let report = QueueTerminalReport(language: printing.lang, style: printing.style)
    guard let file else {
      let answer: QueueAnswer
      do throws(PlanProblems) {
        answer = try reader.single().answer()
      } catch {
        throw reportedProblems(error, printing.lang)
      }
      let text = printing.format == .json ? QueueJSON(answer).text : report.text(answer)
      Console.write(csv ? QueueCSV([answer]).text : text)
      return
    }
    let answers: [QueueAnswer]
    do throws(PlanProblems) {
      let read = try reader.cases(in: URL(filePath: file))
      Console.warn(read.warnings, printing.lang)
      answers = read.cases.map { $0.answer() }
    } catch {
      throw reportedProblems(error, printing.lang)
    }
    let text = printing.format == .json ? QueueJSON(answers).text : report.text(answers)
    Console.write(csv ? QueueCSV(answers).text : text)
  }
}
