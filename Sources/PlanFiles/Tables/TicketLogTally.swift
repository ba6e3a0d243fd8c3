import CivilTime
import Workload

/// What a ticket log had besides rows that could be counted, and how to say
/// it: once with counts, not row by row.
struct TicketLogTally {
  /// Rows read.
  var rowCount = 0
  /// Rows that repeat an earlier one.
  var repeatedCount = 0
  private var badCount = 0
  private var firstBad: PlanProblem?
  private var lateCount = 0
  private var firstLate: (line: Int, text: String)?
  private var forms = TimestampForms()
  private var unreadTimes = 0

  /// Among rows without a number, repeats above this share are told.
  private static let tellingShare = 0.01

  /// Counts a row that is left out.
  mutating func add(bad problem: PlanProblem) {
    badCount += 1
    if firstBad == nil { firstBad = problem }
  }

  /// Counts a time that was not understood.
  mutating func add(unreadTime bytes: ArraySlice<UInt8>) {
    forms.add(bytes)
    unreadTimes += 1
  }

  /// Counts a row after the last day used.
  mutating func addLate(line: Int, text: String) {
    lateCount += 1
    if firstLate == nil { firstLate = (line, text) }
  }

  /// Says what was wrong; problems go to the log, treatments are returned.
  ///
  /// - Parameter removesRepeated: True if repeated rows were left out.
  func report(
    _ section: HistorySection, removesRepeated: Bool, log: ProblemLog
  ) -> [HistoryTreatment] {
    if rowCount == 0 {
      log.report(
        .tableEmpty, at: SourcePlace(file: section.file), "The history has no rows.",
        expected: "one row a ticket or interval")
    }
    if let first = firstBad, badCount * 20 > rowCount {
      log.report(
        .badDate,
        at: SourcePlace(file: first.file, line: first.line, column: first.column),
        value: first.value,
        "\(badCount) of \(rowCount) rows cannot be read; the first says \(quoted(first.value)).",
        expected: "times such as 2026-02-16 08:30", action: unreadAdvice)
    } else if unreadTimes > 0, let advice = formsAdvice {
      log.report(.historyIgnored, at: SourcePlace(file: section.file), advice)
    }
    if let first = firstLate, lateCount + badCount == rowCount, !section.isOfActuals {
      log.report(
        .conflicting, at: SourcePlace(file: section.file, line: first.line), value: first.text,
        "Every ticket is dated after \(section.lastDate), the last day to learn from: \(lateCount).",
        expected: "tickets of the weeks before the plan",
        action: "Check horizon.from and workload.history.to in \(PlanFolderReader.planFile), or "
          + "export earlier tickets.")
    } else if lateCount > 0, !section.endIsStated {
      let first = firstLate.map { ", the first in line \($0.line): \(quoted($0.text))" } ?? ""
      log.report(
        .historyIgnored, at: SourcePlace(file: section.file),
        "Rows dated after \(section.lastDate) are left out: \(lateCount)\(first).")
    }
    return repeatedTreatment(section, isRemoved: removesRepeated)
  }

  private var unreadAdvice: String {
    let advice = formsAdvice.map { $0 + " " } ?? ""
    return advice
      + "Name the format under workload.history.date-format, and the column under "
      + "workload.history.columns."
  }

  /// How the times that were not understood are written, with counts.
  private var formsAdvice: String? {
    let found = forms.found
    guard !found.isEmpty else { return nil }
    let counts = found.map { "\($0.count) like \($0.format)" }.joined(separator: ", ")
    let list = (["usual"] + found.map(\.format)).joined(separator: ", ")
    let doubt =
      forms.isAmbiguous
      ? " Whether day or month comes first does not show in them: check it." : ""
    return "Of \(forms.seen) times that were not understood \(counts) "
      + "can be read: date-format: [\(list)].\(doubt)"
  }

  private func repeatedTreatment(
    _ section: HistorySection, isRemoved: Bool
  ) -> [HistoryTreatment] {
    guard repeatedCount > 0 else { return [] }
    if isRemoved {
      return [
        HistoryTreatment(
          action: .rowsRepeated, subject: section.file, count: repeatedCount,
          reason: section.kind == .tickets
            ? "repeat the number and time of an earlier one; left out"
            : "repeat an earlier one word for word; left out")
      ]
    }
    guard Double(repeatedCount) > Self.tellingShare * Double(rowCount) else { return [] }
    return [
      HistoryTreatment(
        action: .rowsRepeated, subject: section.file, count: repeatedCount,
        reason: "repeat an earlier one word for word; counted, as no column id tells tickets "
          + "apart: name it under workload.history.columns.id")
    ]
  }
}
