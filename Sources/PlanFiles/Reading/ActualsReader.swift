import CivilTime
import Foundation
import Workload

/// What really came in the days of a plan.
public struct PlanActuals: Sendable {
  /// The tickets counted by stream and interval; its treatments tell what was
  /// done to the log.
  public var history: TicketHistory
  /// How the tickets went, by class and hour; without any where the log counts
  /// intervals.
  public var outcomes: OutcomeCounts
  /// What the planner should know of the file.
  public var warnings: [PlanProblem]
}

/// Reads the tickets of the planned days: a log in the form of the plan's
/// history, for the review.
public enum ActualsReader {
  /// The actuals of a plan.
  ///
  /// - Parameters:
  ///   - url: A CSV file, also packed, with the columns that the plan names for
  ///     its history, or an export that is recognised.
  ///   - document: The plan.
  /// - Throws: Every problem of the file at once; also that it has no row in
  ///   the planned days.
  public static func read(
    _ url: URL, document: PlanDocument
  ) throws(PlanProblems) -> PlanActuals {
    let log = ProblemLog()
    let horizon = document.plan.horizon
    var section = document.historySection ?? HistorySection(zone: horizon.clock.identifier)
    section.takeActuals(
      file: url.lastPathComponent, dates: horizon.firstDate...horizon.lastDate)
    let folder = PlanFolder(url: url.deletingLastPathComponent(), log: log)
    let source = folder.source(
      of: url.lastPathComponent, isRequired: true, namedAt: nil,
      purpose: TableSchema.tickets.summary)
    var history: TicketHistory?
    var outcomes = OutcomeCounts(classes: document.workload.classes)
    if let source,
      var reader = TicketLog(
        section, intervalMinutes: horizon.intervalMinutes, zone: horizon.clock.identifier,
        log: log)
    {
      reader.countsOutcomes(of: document.workload.classes)
      history = reader.history(from: source, labels: document.workload.labels)
      outcomes = reader.outcomes ?? outcomes
    }
    let came = history?.streams.reduce(0) { $0 + $1.series.arrivals.reduce(0, +) } ?? 0
    if came == 0, !log.hasErrors {
      log.report(
        .tableEmpty, at: SourcePlace(file: url.lastPathComponent),
        "No row is dated in the planned days, \(horizon.firstDate) to \(horizon.lastDate).",
        expected: "the tickets that came in these days")
    }
    let problems = log.problems
    guard !problems.contains(where: \.code.isError), let history else {
      throw PlanProblems(problems)
    }
    return PlanActuals(history: history, outcomes: outcomes, warnings: problems)
  }
}
