import PlainText

/// What becomes of a roster in several ways demand may come, as rows of text,
/// the same in every renderer.
struct OutlookWords {
  let outlook: OutlookFacts
  let language: ReportLanguage

  private func say(_ phrase: OutlookPhrase) -> String { phrase.text(language) }

  private func hours(_ value: Double) -> String { NumberText.grouped(value, decimals: 1) }

  /// The heads of the columns, the first of a text.
  var heads: [String] {
    [
      say(.demand), say(.counts), language.text(.need) + " h", language.text(.shortfall) + " h",
      language.text(.surplus) + " h", say(.gapCost), say(.late), say(.goals),
    ]
  }

  /// A row for each way, and the expected one.
  var rows: [[String]] {
    let cases = outlook.cases.map { demand in
      [
        demand.name, NumberText.percent(demand.share), hours(demand.needHours),
        hours(demand.shortfallHours), hours(demand.surplusHours),
        NumberText.grouped(demand.gapCost),
        demand.lateTickets.map { NumberText.grouped($0) } ?? "–", say(.met(demand.isMet)),
      ]
    }
    let need = outlook.cases.reduce(0) { $0 + $1.share * $1.needHours }
    return cases + [
      [
        say(.expected), NumberText.percent(1), hours(need), hours(outlook.expectedShortfall),
        hours(outlook.expectedSurplus), NumberText.grouped(outlook.expectedGapCost),
        outlook.expectedLate.map { NumberText.grouped($0) } ?? "–",
        NumberText.percent(outlook.metShare),
      ]
    ]
  }

  /// The sum of it.
  var sentences: [String] {
    guard let worst = outlook.worst else { return [] }
    return [
      say(
        .summary(
          expected: hours(outlook.expectedShortfall), worst: hours(worst.shortfallHours),
          name: worst.name, met: NumberText.percent(outlook.metShare))),
      say(outlook.isPriced ? .solvedForThem : .heldAgainstThem),
    ]
  }

  /// The heading.
  var title: String { say(.title) }
}
