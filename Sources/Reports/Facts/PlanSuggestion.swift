import Foundation
import PlainText
import Workload

/// A change to plan.yaml that what came suggests, as YAML with the reason of
/// each line. It is written beside the plan; the planner decides.
public struct PlanSuggestion: Sendable {
  /// What came of the plan.
  public let facts: ReviewFacts

  /// The suggestion of a review.
  public init(_ facts: ReviewFacts) { self.facts = facts }

  private var forecast: Forecast { facts.forecast }

  /// Verdicts on either side below which satisfaction is not compared.
  private static let leastVerdicts = 30.0

  /// The change; empty if nothing is to be changed.
  public var yaml: String {
    let classes = facts.classes.flatMap(classLines)
    let ratios = ratioLines
    guard !classes.isEmpty || !ratios.isEmpty else { return "" }
    var lines = [
      "# Suggested by what came in \(facts.title), \(facts.days.first?.date.description ?? "") to "
        + "\(facts.days.last?.date.description ?? "").",
      "# Copy what convinces you into plan.yaml.", "workload:",
    ]
    if !classes.isEmpty { lines += ["  classes:"] + classes }
    if !ratios.isEmpty { lines += ["  ratios:"] + ratios }
    return lines.joined(separator: "\n") + "\n"
  }

  private func classLines(_ review: ReviewFacts.ClassReview) -> [String] {
    let lines = [handleLine(review), patienceLine(review), goalLine(review)].compactMap { $0 }
    guard !lines.isEmpty else { return [] }
    return ["    - name: \(quotedYAML(review.workload.name))"] + lines.map { "      " + $0 }
  }

  /// A new handle time where the one that came is told from the planned one:
  /// two standard errors and a thirtieth.
  private func handleLine(_ review: ReviewFacts.ClassReview) -> String? {
    guard let planned = review.plannedHandle, let real = review.realHandle, planned > 0,
      abs(real / planned - 1) > 1.0 / 30
    else { return nil }
    let handles = review.outcome.handles
    if let error = handles.standardError, abs(real - planned) < 2 * error { return nil }
    let error = handles.standardError.map { " ± \(NumberText.fixed($0, decimals: 0)) s" } ?? ""
    return "handle-time: \(NumberText.fixed(real, decimals: 0))s  "
      + "# planned \(NumberText.fixed(planned, decimals: 0)) s, came "
      + "\(NumberText.fixed(real, decimals: 0)) s\(error); wrap-up included, leave out wrap-up"
  }

  private func patienceLine(_ review: ReviewFacts.ClassReview) -> String? {
    guard let patience = review.outcome.patienceSeconds,
      !review.workload.goal.isDeferrable
    else { return nil }
    if let planned = review.workload.patienceSeconds, abs(patience / planned - 1) < 0.15 {
      return nil
    }
    let before = review.workload.patienceSeconds.map {
      "planned \(NumberText.fixed($0, decimals: 0)) s"
    }
    return "patience: \(NumberText.fixed(patience, decimals: 0))s  # "
      + (before ?? "none planned") + "; \(review.outcome.abandoned) gave up"
  }

  /// A higher goal where late answers cost satisfaction, a lower one where
  /// they do not.
  private func goalLine(_ review: ReviewFacts.ClassReview) -> String? {
    guard case .answered(let share, let seconds) = review.workload.goal else { return nil }
    let (inTime, late) = (review.outcome.satisfactionInTime, review.outcome.satisfactionLate)
    guard inTime.count >= Self.leastVerdicts, late.count >= Self.leastVerdicts,
      let good = inTime.mean, let bad = late.mean,
      let goodError = inTime.standardError, let badError = late.standardError
    else { return nil }
    let scale = facts.verdictScale
    let loss = (good - bad) / scale
    let error = (goodError * goodError + badError * badError).squareRoot() / scale
    let counts =
      "\(NumberText.percent(good / scale)) of \(NumberText.fixed(inTime.count, decimals: 0)) "
      + "answered in time were satisfied, \(NumberText.percent(bad / scale)) of "
      + "\(NumberText.fixed(late.count, decimals: 0)) others"
    var wanted = share
    if loss > 0.05, loss > 2 * error { wanted = min(0.95, share + 0.05) }
    if loss + 2 * error < 0.05 { wanted = max(0.5, share - 0.05) }
    guard abs(wanted - share) > 0.001 else { return nil }
    return "goal: \(NumberText.short(wanted * 100, decimals: 1))% in "
      + "\(NumberText.short(seconds, decimals: 0))s  # \(counts)"
  }

  /// The ratios of special days as they came, for the next such holiday.
  private var ratioLines: [String] {
    var lines: [String] = []
    for (index, day) in facts.days.enumerated() where day.isKnown {
      guard let label = forecast.series.first?.days[index].label, label.kind != .ordinary else {
        continue
      }
      // Events are part of neither.
      let usual = forecast.series.reduce(0) { sum, series in
        let reason = series.days[index].reason
        return sum + reason.level * reason.weekdayFactor * reason.monthFactor
      }
      guard usual > 0 else { continue }
      let planned = day.foretold / usual
      lines.append(
        "    \(day.date): \(NumberText.fixed(100 * day.came / usual, decimals: 0))%  # \(label); "
          + "planned \(NumberText.fixed(100 * planned, decimals: 0))%")
    }
    return lines
  }

  private func quotedYAML(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
    return isPlain && text.first != "-" && text.first != " "
      ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
