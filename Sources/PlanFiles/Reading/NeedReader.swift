import Foundation
import Rostering

/// Agents wanted as a file gives them.
public struct GivenNeed: Hashable, Sendable {
  /// The skills, in the order of their first mention.
  public var skills: [String]
  /// For each skill its agents by interval of the plan's horizon.
  public var agents: [[Double]]
  /// What the planner should know of the file.
  public var warnings: [PlanProblem]
}

/// Reads a need file by itself: one that a plan could name under
/// `workload.need`, as `need --csv` prints it.
public enum NeedReader {
  /// The need in a file. Intervals that a skill of the file has no row for
  /// want nobody; skills that the file does not name are not spoken of.
  ///
  /// - Throws: Every problem of the file at once; also that it has no row, or
  ///   names a skill that is none of the plan's.
  public static func read(_ url: URL, plan: RosterPlan) throws(PlanProblems) -> GivenNeed {
    let log = ProblemLog()
    let file = url.lastPathComponent
    let schema = TableSchema.need
    let folder = PlanFolder(url: url.deletingLastPathComponent(), log: log)
    let source = folder.source(
      of: file, isRequired: true, namedAt: nil, purpose: schema.summary)
    guard let source else { throw PlanProblems(log.problems) }
    let table = NeedTable(
      TableReader(source, file: file, schema: schema, log: log), horizon: plan.horizon, log: log)
    let known = plan.need.skills
    for skill in table.skills where !known.contains(skill.text) {
      log.report(
        .unknownSkill, skill, "\(quoted(skill.text)) is not a skill of the plan.",
        expected: "one of \(listed(known))",
        action: nearestName(to: skill.text, among: known).map { "Did you mean \(quoted($0))?" }
          ?? "")
    }
    if table.skills.isEmpty, !log.hasErrors {
      log.report(
        .tableEmpty, at: SourcePlace(file: file),
        "No row is of the planned days, \(plan.horizon.firstDate) to \(plan.horizon.lastDate).",
        expected: "the agents wanted in these days")
    }
    guard !log.hasErrors else { throw PlanProblems(log.problems) }
    return GivenNeed(
      skills: table.skills.map(\.text), agents: table.agents, warnings: log.problems)
  }
}
