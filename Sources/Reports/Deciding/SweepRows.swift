import PlainText
import Rostering

/// The figures of a comparison as rows of text, the same in every renderer.
struct SweepRows {
  let facts: SweepFacts
  let language: ReportLanguage

  func say(_ phrase: SweepPhrase) -> String { phrase.text(language) }

  /// The days of the plan, and what its money is where it has a currency.
  var period: String {
    let horizon = facts.plan.horizon
    let days = language.period(from: horizon.firstDate, to: horizon.lastDate)
    let currency = facts.plan.currency
    return currency.isEmpty ? days : "\(days) · \(language.text(.currencyNote(currency)))"
  }

  func hours(_ value: Double) -> String { NumberText.grouped(value, decimals: 1) }

  func money(_ amount: Double) -> String { NumberText.grouped(amount) }

  func signed(_ amount: Double) -> String {
    (amount > 0.5 ? "+" : "") + NumberText.grouped(amount)
  }

  /// The gap rounded up: a proof must not promise more than it has.
  func gap(_ facts: CaseFacts) -> String {
    guard let gap = facts.gap else { return "–" }
    return NumberText.percent((gap * 10_000).rounded(.up) / 10_000, decimals: 2)
  }

  func share(_ value: Double?) -> String {
    value.map { NumberText.percent($0, decimals: 1) } ?? "–"
  }

  /// What to say of a case without a roster.
  func ending(_ facts: CaseFacts) -> String {
    facts.status == .impossible ? say(.impossible(note(facts.note))) : say(.unsolved)
  }

  /// Rules and people such as `hours-per-week + shifts: A001, A002`, the rules
  /// by their names in the report's language; in English by their keys.
  private func note(_ text: String) -> String {
    let parts = text.split(separator: ": ", maxSplits: 1)
    guard language != .english, parts.count == 2 else { return text }
    let words = ExplainWords(plan: facts.plan, language: language)
    let rules = parts[0].split(separator: " + ").map { words.rule(String($0)) }
    return rules.joined(separator: " + ") + language.colon + parts[1]
  }

  /// The rows: a title and one text a case.
  var rows: [(title: String, cells: [String])] {
    let cases = facts.cases
    func row(_ phrase: SweepPhrase, _ cell: (CaseFacts) -> String) -> (String, [String]) {
      (say(phrase), cases.map { $0.status == .solved ? cell($0) : "" })
    }
    let weekLimit = cases.compactMap(\.weekLimitHours).min()
      .map { NumberText.short($0, decimals: 1) + " h" }
    let overtimeLimit = cases.compactMap(\.overtimeLimitHours).min()
      .map { NumberText.short($0, decimals: 1) + " h" }
    var rows: [(title: String, cells: [String])] = [
      row(.staff) { "\($0.people)" },
      row(.cost) { money($0.objective) },
      row(.gap) { gap($0) },
    ]
    if let first = cases.first(where: { $0.status == .solved }), cases.count > 1 {
      rows.append(
        row(.against(first.name)) { facts in
          facts.name == first.name
            ? "–"
            : self.facts.isUndecided(first, facts)
              ? say(.undecided) : signed(facts.objective - first.objective)
        })
    }
    rows += [
      row(.shortHours) { hours($0.shortfallHours) },
      row(.covered) { share($0.coveredShare) },
      row(.paidHours) { hours($0.paidHours) },
      row(.premiumHours) { hours($0.premiumHours) },
      row(.overtimeHours) { hours($0.overtimeHours) },
      row(.mostWeek(limit: weekLimit)) { hours($0.mostWeekHours) },
      row(.mostOvertime(limit: overtimeLimit)) { hours($0.mostOvertimeHours) },
      row(.daysOff) { "\($0.daysOff)" },
      row(.payMet) { share($0.payMet) },
      row(.restMet) { share($0.restMet) },
      row(.wishes) { $0.wishesAsked > 0 ? "\($0.wishesMet)/\($0.wishesAsked)" : "–" },
      row(.premiumSpread) { "\($0.premiumSpread)" },
      row(.hoursSpread) { NumberText.short($0.hoursSpread, decimals: 1) },
      row(.shortRests) { "\($0.shortRests)" },
      row(.service) { share($0.serviceLevel) },
      row(.late) { $0.services.isEmpty ? "–" : NumberText.grouped($0.lateTickets) },
      row(.goals) { say($0.meetsGoals ? .yes : .no) },
    ]
    if cases.contains(where: { $0.outlook != nil }) {
      rows += [
        row(.meanShort) { $0.outlook.map { hours($0.expectedShortfall) } ?? "–" },
        row(.worstShort) { $0.outlook.map { hours($0.worst?.shortfallHours ?? 0) } ?? "–" },
        row(.goalsHold) { $0.outlook.map { share($0.metShare) } ?? "–" },
      ]
    }
    rows.append(row(.seconds) { NumberText.fixed($0.seconds, decimals: 1) })
    return rows
  }

  /// The parts of the cost that occur in some case.
  var parts: [(title: String, amounts: [Double])] {
    RosterCost().parts.indices.compactMap { index in
      let amounts = facts.cases.map { $0.cost.parts[index].amount }
      guard amounts.contains(where: { $0.magnitude > 0.005 }) else { return nil }
      return (language.text(.costPart(RosterCost().parts[index].name)), amounts)
    }
  }

  /// What one person more buys from one level to the next, per person; nil
  /// where a level has no roster.
  func perPerson(from: CaseFacts, to: CaseFacts) -> (hours: Double, money: Double)? {
    let people = Double(to.people - from.people)
    guard from.status == .solved, to.status == .solved, people > 0 else { return nil }
    return (
      (from.shortfallHours - to.shortfallHours) / people, (to.objective - from.objective) / people
    )
  }

  /// What one person more costs or saves, or that the proofs of both levels
  /// leave it open.
  func perPersonMoney(_ money: Double, _ before: CaseFacts?, _ level: CaseFacts) -> String {
    guard let before, facts.isUndecided(before, level) else { return signed(money) }
    return say(.undecided)
  }

  /// Sentences about levels: knee, least team, values out of order.
  var levelSentences: [String] {
    var sentences: [String] = []
    if let least = facts.leastMeetingGoals {
      let isSmallest = least.people > 1 && least.name == facts.cases.first?.name
      sentences.append(say(.goalsAt(staff: least.people, isSmallest: isSmallest)))
    } else {
      sentences.append(say(.goalsNever))
    }
    if let knee = facts.knee {
      sentences.append(say(.kneeAt(staff: knee.people, hours: hours(knee.shortfallHours))))
    }
    for (index, pair) in zip(facts.cases, facts.cases.dropFirst()).enumerated()
    where facts.isMonotone.indices.contains(index) && facts.isMonotone[index] {
      let (small, large) = pair
      guard small.status == .solved, large.status == .solved,
        large.objective > small.objective + 1e-6 * max(1, small.objective.magnitude)
      else { continue }
      sentences.append(say(.notMonotone(from: small.name, to: large.name)))
    }
    return sentences
  }
}
