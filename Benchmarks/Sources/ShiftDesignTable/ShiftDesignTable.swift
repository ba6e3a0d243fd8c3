import ArgumentParser
import Foundation
import StaffOptKit
import Synchronization

/// Prints what the search for shifts reaches on each instance of the shift
/// design benchmark, beside the published values.
@main
struct ShiftDesignTable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ShiftDesignTable",
    abstract: "Value, bound and seconds on the shift design benchmark, as a Markdown table.",
    discussion: """
      The folder holds .dzn files and, for the published values, solved.csv \
      (instance, status, objective_found). Objectives are counted from the \
      shifts and heads alone. Ends with status 1 if a published value is not \
      reached.
      """)

  @Argument(help: "The folder with the instances.")
  var folder: String

  @Option(help: "The most seconds of each run.")
  var limit: Double = 60

  @Option(help: "What random choices start from.")
  var seed: UInt64 = 1

  func run() throws {
    let url = URL(filePath: folder)
    let published = Self.published(url.appending(path: "solved.csv"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".dzn") }.sorted()
    Self.write(
      """
      | instance | slot (min) | candidates | published | value | bound | shifts | over (min) \
      | under (min) | seconds to the value |
      |---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
      """)
    var isWorse = false
    for name in names {
      let study: ShiftStudy
      do throws(PlanProblems) {
        study = try ShiftStudy(benchmark: url.appending(path: name))
      } catch {
        FileHandle.standardError.write(Data("\(error)\n".utf8))
        throw ExitCode.failure
      }
      let reached = Mutex(0.0)
      let facts = study.run(DesignLimits(seconds: limit, seed: seed)) { seconds, _, _ in
        reached.withLock { $0 = seconds }
      }
      let design = facts.design
      let known = published[name]
      if let value = known?.value, design.objective > value { isWorse = true }
      let cells = [
        name, "\(study.problem.slotMinutes)", "\(study.problem.candidates.count)",
        known.map { Self.whole($0.value) + ($0.isOptimal ? ", optimal" : "") } ?? "–",
        Self.whole(design.objective), Self.whole(facts.bound ?? 0),
        "\(design.shifts.count)", Self.whole(design.overMinutes),
        Self.whole(design.underMinutes),
        String(format: "%.1f", reached.withLock { $0 }),
      ]
      Self.write("| " + cells.joined(separator: " | ") + " |")
    }
    if isWorse { throw ExitCode.failure }
  }

  private struct Known {
    var value: Double
    var isOptimal: Bool
  }

  /// The published values by file name; empty without the table.
  private static func published(_ url: URL) -> [String: Known] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [:] }
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = rows.first, let name = head.firstIndex(of: "instance"),
      let value = head.firstIndex(of: "objective_found"), let status = head.firstIndex(of: "status")
    else { return [:] }
    var known: [String: Known] = [:]
    for row in rows.dropFirst() where row.count == head.count {
      guard let number = Double(row[value]) else { continue }
      known[row[name]] = Known(value: number, isOptimal: row[status] == "OPTIMAL")
    }
    return known
  }

  private static func whole(_ value: Double) -> String { String(format: "%.0f", value) }

  private static func write(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
