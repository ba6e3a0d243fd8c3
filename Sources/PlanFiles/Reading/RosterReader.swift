import CivilTime
import Foundation
import Rostering

/// Reads a roster.csv: one that the program wrote, or one that was edited in a
/// spreadsheet.
///
/// Columns may be in any order, and others may stand between them. The
/// columns `employee`, `shift`, `start` and `end` must be there, and `date` or
/// `day` unless the start has a date. Without a column `breaks` the breaks
/// follow from the pattern where they can be in one place only.
///
/// The reader takes any shift that can be written down, also one that breaks
/// rules: telling so is the auditor's work.
public enum RosterReader {
  /// The roster in a file.
  ///
  /// - Throws: Every problem of the file at once.
  public static func read(_ url: URL, plan: RosterPlan) throws(PlanProblems) -> Roster {
    let log = ProblemLog()
    let file = url.lastPathComponent
    var result = Roster()
    do throws(ByteSourceError) {
      result = roster(try FileSource(url), file: file, plan: plan, log: log)
    } catch {
      log.report(error, file: file, neededFor: "a roster")
    }
    if log.hasErrors { throw PlanProblems(log.problems) }
    return result
  }

  /// The roster in a text.
  ///
  /// - Parameter file: What messages call it.
  /// - Throws: Every problem of the text at once.
  public static func read(
    _ bytes: [UInt8], file: String = "roster.csv", plan: RosterPlan
  ) throws(PlanProblems) -> Roster {
    let log = ProblemLog()
    let roster = roster(MemorySource(bytes), file: file, plan: plan, log: log)
    if log.hasErrors { throw PlanProblems(log.problems) }
    return roster
  }

  private static func roster(
    _ source: any ByteSource, file: String, plan: RosterPlan, log: ProblemLog
  ) -> Roster {
    var table = TableReader(
      source, file: file, schema: .historyRoster, reportsUnknown: false, log: log)
    guard table.hasHeader else { return Roster() }
    let reader = ShiftRow(
      horizon: plan.horizon, patterns: plan.patterns, staff: StaffTable(plan.employees),
      missingBreaks: .mustBeCertain, log: log)
    var roster = Roster()
    while let row = table.next() {
      guard !row.isRagged, let content = reader.content(row) else { continue }
      guard (0..<plan.horizon.dayCount).contains(content.day) else {
        log.report(
          .dayOutsideHorizon, at: row.place,
          "\(plan.horizon.date(ofDay: content.day)) is no day of the plan.",
          expected: "a day from \(plan.horizon.firstDate) to \(plan.horizon.lastDate)")
        continue
      }
      if case .shift(let shift) = content { roster.assignments.append(shift) }
    }
    return roster.sorted(like: plan.employees)
  }
}
