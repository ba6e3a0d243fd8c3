import CivilTime
import PlainText
import Workload

/// What `review` prints: whose miss it was, what came, how customers fared by
/// hour, and the suggested change.
public struct ReviewTerminalReport: Sendable {
  /// The facts.
  public let facts: ReviewFacts
  /// The language.
  public let language: ReportLanguage
  /// Colour and width.
  public let style: TerminalStyle

  /// A report of a review.
  public init(
    _ facts: ReviewFacts, language: ReportLanguage = .english,
    style: TerminalStyle = TerminalStyle()
  ) {
    self.facts = facts
    self.language = language
    self.style = style
  }

  /// The report, its lines ended by LF.
  public var text: String {
    var lines = [
      style.paint(
        "\(say(.review))\(language.colon)\(DisplayWidth.printable(facts.title))", .heading)
    ]
    if let first = facts.days.first?.date, let last = facts.days.last?.date {
      lines.append(
        language.period(from: first, to: last) + " · " + language.text(.zoneNote(facts.zone)))
    }
    lines.append(missSentence)
    lines += remarks.map { style.paint($0, .quiet) }
    lines += tables.flatMap { [""] + $0.lines(style) }
    lines += ["", style.paint(say(.suggestion), .heading)]
    lines += suggestion.split(separator: "\n").map { "  " + DisplayWidth.printable(String($0)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whose miss it was, in a sentence.
  var missSentence: String {
    let miss = facts.miss
    return say(
      .missSentence(
        total: hours(miss.total), plan: hours(miss.plan), attendance: hours(miss.attendance),
        forecast: hours(miss.forecast)))
  }

  /// What is not known, a sentence each.
  var remarks: [String] {
    (facts.knowsAttendance ? [] : [say(.attendanceUnknown)])
      + (facts.unknownDays > 0 ? [say(.daysWithoutData(facts.unknownDays))] : [])
  }

  /// The figures by day, by class, and by hour where the log tells of customers.
  var tables: [TerminalTable] { [dayTable, classTable] + (hourTable.map { [$0] } ?? []) }

  /// The suggested change to the plan, or that there is none.
  var suggestion: String {
    let suggestion = PlanSuggestion(facts).yaml
    return suggestion.isEmpty ? say(.noSuggestion) : suggestion
  }

  private func say(_ phrase: ForecastPhrase) -> String { language.words(phrase) }

  private func hours(_ value: Double) -> String { NumberText.fixed(value, decimals: 1) }

  private var dayTable: TerminalTable {
    var table = TerminalTable([
      (language.text(.date), .leading), (say(.foretold), .trailing), ("P10–P90", .trailing),
      (say(.came), .trailing), (say(.needForetold) + " h", .trailing),
      (say(.rostered), .trailing), (say(.worked), .trailing), (say(.needReal) + " h", .trailing),
      (say(.miss) + " h", .trailing), (say(.missOfPlan), .trailing),
      (say(.missOfAttendance), .trailing), (say(.missOfForecast), .trailing),
    ])
    for day in facts.days {
      let isInBand = !day.isKnown || (day.band.low...day.band.high).contains(day.came)
      table.append(
        [
          language.shortDate(day.date), NumberText.grouped(day.foretold),
          "\(NumberText.grouped(day.band.low))–\(NumberText.grouped(day.band.high))",
          day.isKnown ? NumberText.grouped(day.came) : say(.noData), hours(day.neededHours),
          hours(day.rosteredHours), hours(day.workedHours),
          day.isKnown ? hours(day.reallyNeededHours) : "–", hours(day.miss.total),
          hours(day.miss.plan), hours(day.miss.attendance),
          day.isKnown ? hours(day.miss.forecast) : "–",
        ], role: isInBand ? nil : .bad)
    }
    return table
  }

  private var classTable: TerminalTable {
    var table = TerminalTable([
      (language.text(.workClass), .leading), (say(.foretold), .trailing), (say(.came), .trailing),
      ("WAPE", .trailing), (say(.inBandShare), .trailing), (say(.plannedHandle), .trailing),
      (say(.realHandle), .trailing), (say(.inTime), .trailing), (say(.gaveUp), .trailing),
      (say(.satisfied), .trailing), (say(.reopened), .trailing),
    ])
    for review in facts.classes {
      let outcome = review.outcome
      table.append([
        review.workload.name, NumberText.grouped(review.foretold),
        NumberText.grouped(review.came),
        review.intervalWAPE.map { NumberText.fixed($0, decimals: 3) } ?? "–",
        percent(review.bandShare), seconds(review.plannedHandle), seconds(review.realHandle),
        percent(outcome.inTimeShare),
        outcome.timed > 0 || outcome.abandoned > 0 ? percent(outcome.abandonedShare) : "–",
        percent(outcome.satisfaction.mean.map { $0 / facts.verdictScale }),
        percent(outcome.reopenedShare),
      ])
    }
    return table
  }

  /// By class and hour, where the log tells anything of customers.
  private var hourTable: TerminalTable? {
    var table = TerminalTable([
      (language.text(.workClass), .leading), (say(.hour), .leading),
      (language.text(.arrivals), .trailing), (say(.inTime), .trailing), (say(.gaveUp), .trailing),
      (say(.verdicts), .trailing), (say(.satisfied), .trailing), (say(.reopened), .trailing),
    ])
    var isEmpty = true
    for review in facts.classes {
      for (hour, tally) in review.hours.enumerated() where tally.tickets > 0 {
        let verdicts = tally.satisfaction
        guard verdicts.count > 0 || tally.reopenKnown > 0 || tally.timed > 0 else { continue }
        isEmpty = false
        table.append([
          review.workload.name, (hour < 10 ? "0" : "") + "\(hour):00",
          NumberText.grouped(Double(tally.tickets)), percent(tally.inTimeShare),
          percent(tally.abandonedShare), NumberText.grouped(verdicts.count),
          percent(verdicts.mean.map { $0 / facts.verdictScale }), percent(tally.reopenedShare),
        ])
      }
    }
    return isEmpty ? nil : table
  }

  private func percent(_ share: Double?) -> String {
    share.map { NumberText.percent($0) } ?? "–"
  }

  private func seconds(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, decimals: 0) + " s" } ?? "–"
  }
}
