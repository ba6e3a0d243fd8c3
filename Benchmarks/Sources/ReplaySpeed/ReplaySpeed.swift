import ArgumentParser
import Foundation
import StaffOptKit

/// Contacts a second of the simulation on one core, in queues whose figures
/// the formulas know, with the largest difference to them.
@main
struct ReplaySpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ReplaySpeed", abstract: "Contacts simulated a second, and against the formulas.")

  @Option(help: "Contacts to simulate in each queue.")
  var contacts = 2_000_000

  func run() throws {
    print("agents  Erlangs  patience   contacts/s   in time  ± 95 %   formula")
    for (agents, load, patience) in Self.queues {
      let days = 10.0
      let end = days * 86_400
      var queue = ReplayClass(
        name: "queue", skill: 0,
        arrivals: [ArrivalSpan(start: 0, end: end, perSecond: load / 180, handleSeconds: 180)])
      queue.patienceSeconds = patience
      let shift = ReplayShift(duty: [DutySpan(start: 0, end: end, skills: 1)])
      let model = ReplayModel(
        endSeconds: end, intervalSeconds: 1_800, intervalsPerDay: 48, classes: [queue],
        shifts: Array(repeating: shift, count: agents))
      let replications = max(8, Int(Double(contacts) / (load / 180 * end)))
      let begin = ContinuousClock.now
      let result = Replayer(model, threads: 1).run(replications: replications, seed: 1)
      let seconds = (ContinuousClock.now - begin) / .seconds(1)
      let formula = ContactQueue(
        arrivals: load, perSeconds: 180, handleSeconds: 180, patienceSeconds: patience
      ).performance(agents: Double(agents), thresholdSeconds: 20)
      let level = result.classes[0].total.serviceLevel
      let columns = [
        pad("\(agents)", 6), pad("\(load)", 7),
        pad(patience.map { "\(Int($0)) s" } ?? "all wait", 8),
        pad("\(Int(result.contacts / seconds))", 11),
        pad(number(level?.value), 8), pad(number(level?.margin), 6),
        pad(number(formula.serviceLevel), 8),
      ]
      print(columns.joined(separator: "  "))
    }
  }

  private static let queues: [(agents: Int, load: Double, patience: Double?)] = [
    (5, 3, nil), (13, 10, nil), (12, 10, 300), (12, 10, 0), (95, 100, 120), (104, 100, nil),
    (310, 300, 300), (1_010, 1_000, 300),
  ]

  private func number(_ value: Double?) -> String {
    value.map { String(format: "%.4f", $0) } ?? "–"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
