import Foundation
import StaffOptKit

/// One run of one solver on one plan, as a row of a Markdown table.
struct QualityRow {
  /// The table's first two lines.
  static let header = """
    | plan | solver | limit s | cost | above best known | bound | gap | seconds | \
    shortfall h | rules broken |
    |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
    """

  /// The row.
  let text: String

  /// Runs a solver and measures it; reading the plan is not part of its time.
  init(
    plan: String, loaded: LoadedPlan, settings: SolveSettings, known: KnownResults
  ) {
    let clock = ContinuousClock()
    let begin = clock.now
    let result: [String]
    do throws(PlanSolveError) {
      let solution = try PlanSolver(plan: loaded.plan).solve(settings)
      let seconds = (clock.now - begin) / .seconds(1)
      result = Self.cells(
        solution, seconds: seconds,
        distance: known.distance(of: solution.audit.cost.total, instance: plan))
    } catch {
      result = Self.cells(error)
    }
    let limit = settings.seconds.map { Self.fixed($0, decimals: 0) } ?? "none"
    let cells = [plan, settings.solver.rawValue, limit] + result
    text = "| " + cells.joined(separator: " | ") + " |"
  }

  /// The row of another program.
  init(plan: String, peer: String, run: PeerRun, limit: Double, known: KnownResults) {
    var gap = "–"
    if let value = run.value, let bound = run.bound {
      gap = Self.fixed((value - bound) / max(1e-9, value.magnitude) * 100, decimals: 2) + " %"
    }
    let value = run.value.map { Self.fixed($0, decimals: 2) } ?? "nothing found"
    let distance = known.distance(of: run.value, instance: plan)
    let bound = run.bound.map { Self.fixed($0, decimals: 2) } ?? "–"
    let seconds = run.seconds.map { Self.fixed($0, decimals: 1) } ?? "–"
    let cells: [String] = [
      plan, peer, Self.fixed(limit, decimals: 0), value, distance, bound, gap, seconds, "–", "–",
    ]
    text = "| " + cells.joined(separator: " | ") + " |"
  }

  private static func cells(
    _ solution: PlanSolution, seconds: Double, distance: String
  ) -> [String] {
    let cost = solution.audit.cost.total
    let bound = solution.outcome.bound
    let gap = bound.map { max(0, cost - $0) / max(1e-9, cost.magnitude) }
    return [
      fixed(cost, decimals: 2),
      distance,
      bound.map { fixed($0, decimals: 2) } ?? "–",
      gap.map { fixed($0 * 100, decimals: 2) + " %" } ?? "–",
      fixed(seconds, decimals: 1),
      fixed(solution.audit.shortfallHours, decimals: 1),
      "\(solution.audit.violations.count)",
    ]
  }

  /// Without an accepted roster there is no value to show, only the reason.
  private static func cells(_ error: PlanSolveError) -> [String] {
    let reason: String
    var broken = "–"
    switch error {
    case .solverMissing: reason = "not in this build"
    case .impossible(let people): reason = "impossible for \(people.count) people"
    case .nothingFound: reason = "nothing found"
    case .rejected(let violations, _, _):
      reason = "rejected by the auditor"
      broken = "\(violations.count)"
    }
    return [reason, "–", "–", "–", "–", "–", broken]
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    String(format: "%.\(decimals)f", value)
  }
}
