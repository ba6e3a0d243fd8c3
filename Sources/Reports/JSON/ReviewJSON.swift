import CivilTime
import PlainText
import Workload

/// What `review --format json` prints.
public struct ReviewJSON: Sendable {
  /// The facts.
  public let facts: ReviewFacts

  /// A review.
  public init(_ facts: ReviewFacts) { self.facts = facts }

  /// The document, indented, with LF at the end.
  public var text: String { tree.text }

  /// The document as a value.
  public var tree: JSONTree {
    .object([
      ("plan", .string(facts.title)), ("attendance_known", .bool(facts.knowsAttendance)),
      ("missing_hours", miss(facts.miss)), ("days", .array(facts.days.map(day))),
      ("classes", .array(facts.classes.map(review))),
      ("suggestion", .string(PlanSuggestion(facts).yaml)),
    ])
  }

  private func miss(_ miss: ReviewFacts.Miss) -> JSONTree {
    .object([
      ("total", .number(miss.total, decimals: 3)), ("plan", .number(miss.plan, decimals: 3)),
      ("attendance", .number(miss.attendance, decimals: 3)),
      ("forecast", .number(miss.forecast, decimals: 3)),
    ])
  }

  private func day(_ day: ReviewFacts.Day) -> JSONTree {
    .object([
      ("date", .string("\(day.date)")), ("foretold", .number(day.foretold, decimals: 2)),
      ("p10", .number(day.band.low, decimals: 0)), ("p90", .number(day.band.high, decimals: 0)),
      ("came", .number(day.isKnown ? day.came : nil, decimals: 2)),
      ("need_hours", .number(day.neededHours, decimals: 3)),
      ("rostered_hours", .number(day.rosteredHours, decimals: 3)),
      ("worked_hours", .number(day.workedHours, decimals: 3)),
      ("real_need_hours", .number(day.isKnown ? day.reallyNeededHours : nil, decimals: 3)),
      ("missing_hours", miss(day.miss)),
    ])
  }

  private func review(_ review: ReviewFacts.ClassReview) -> JSONTree {
    .object([
      ("name", .string(review.workload.name)), ("foretold", .number(review.foretold, decimals: 2)),
      ("came", .number(review.came, decimals: 2)),
      ("interval_wape", .number(review.intervalWAPE, decimals: 4)),
      ("band_coverage", .number(review.bandShare, decimals: 4)),
      ("planned_handle_seconds", .number(review.plannedHandle, decimals: 1)),
      ("real_handle_seconds", .number(review.realHandle, decimals: 1)),
      ("total", outcome(review.outcome)),
      (
        "hours",
        .array(
          review.hours.enumerated().filter { $0.element.tickets > 0 }.map { hour, tally in
            .object([("hour", .integer(hour)), ("outcome", outcome(tally))])
          })
      ),
    ])
  }

  private func outcome(_ tally: OutcomeTally) -> JSONTree {
    .object([
      ("tickets", .integer(tally.tickets)), ("in_time", .number(tally.inTimeShare, decimals: 4)),
      ("gave_up", .number(tally.abandonedShare, decimals: 4)),
      ("verdicts", .number(tally.satisfaction.count, decimals: 0)),
      (
        "satisfied",
        .number(tally.satisfaction.mean.map { $0 / facts.verdictScale }, decimals: 4)
      ), ("reopened", .number(tally.reopenedShare, decimals: 4)),
    ])
  }
}
