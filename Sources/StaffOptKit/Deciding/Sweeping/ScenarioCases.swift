import Foundation
import PlanFiles
import Rostering

extension SweepCase {
  /// The case that a scenario file stands for.
  public init(_ document: ScenarioDocument) {
    var edits: [PlanEdit] = []
    if let overlay = document.overlay { edits.append(.scenario(overlay)) }
    edits += document.demand.map { .demand(factor: $0.factor, skills: $0.skills) }
    if let length = document.shiftLength { edits.append(.shiftLength(minutes: length)) }
    if !document.droppedShifts.isEmpty { edits.append(.dropShifts(document.droppedShifts)) }
    if let size = document.teamSize { edits.append(.teamSize(size)) }
    if !document.removed.isEmpty { edits.append(.removePeople(document.removed)) }
    edits += document.newcomers.map {
      .addPeople(count: $0.count, skills: $0.skills, wage: $0.wage)
    }
    edits += document.trainings.map { .teach(employeeID: $0.employeeID, skills: $0.skills) }
    if let leave = document.leave {
      edits.append(
        .leaveWave(
          share: leave.share, firstDay: leave.days.lowerBound, lastDay: leave.days.upperBound))
    }
    self.init(name: document.name, edits: edits)
  }

  /// The cases of scenario files.
  ///
  /// - Throws: Every problem of all files at once.
  public static func scenarios(
    _ files: [URL], plan: RosterPlan
  ) throws(PlanProblems) -> [SweepCase] {
    var cases: [SweepCase] = []
    var problems: [PlanProblem] = []
    for file in files {
      do throws(PlanProblems) {
        cases.append(SweepCase(try ScenarioReader.read(file, plan: plan)))
      } catch {
        problems += error.problems
      }
    }
    if !problems.isEmpty { throw PlanProblems(problems) }
    return cases
  }
}

extension Array where Element == SweepCase {
  /// The cases with names that differ: a second one of a name gets a number.
  public var uniquelyNamed: [SweepCase] {
    var seen: [String: Int] = [:]
    return map { sweepCase in
      var sweepCase = sweepCase
      let count = seen[sweepCase.name, default: 0] + 1
      seen[sweepCase.name] = count
      if count > 1 { sweepCase.name += " (\(count))" }
      return sweepCase
    }
  }
}
