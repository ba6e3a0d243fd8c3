import PlainText
import Rostering

/// What a rule costs, from the plan as it is and the plan with the rule one
/// step looser.
struct RulePrice {
  /// Agent-hours that the looser rule would close.
  let hours: Double
  /// What the looser rule would save.
  let money: Double
  /// The least and the most that the proofs leave open.
  let proven: (least: Double, most: Double)
  /// What the relaxations of both plans differ by: an estimate of the price
  /// that needs no roster, and no proof; nil where they are not known.
  let estimate: Double?
  /// A proof that would tell whether a rule costs anything.
  struct Decision: Hashable {
    /// True for the plan as it is, false for the plan with the looser rule.
    let isOfPlan: Bool
    /// The proven gap that would be enough, as a share.
    let needed: Double
    /// The gap that is proven; nil for none.
    let now: Double?
  }

  /// True if the proofs cannot tell whether it costs anything.
  let isUndecided: Bool
  /// What would tell; nil where it is told.
  let decidedBy: Decision?
  /// True if it is proven that the looser rule saves nothing worth speaking
  /// of: at most ``SweepFacts/nothingShare`` of the cost.
  let isNothing: Bool

  init(facts: SweepFacts, base: CaseFacts, looser: CaseFacts) {
    // The plan's own roster keeps a looser rule too.
    money = max(0, base.objective - looser.objective)
    // What saves nothing closes nothing: two rosters of one cost may leave
    // different hours short.
    hours = money > 0 ? base.shortfallHours - looser.shortfallHours : 0
    let most = looser.bound.map { max(0, base.objective - $0) } ?? .infinity
    proven = (base.bound.map { max(0, $0 - looser.objective) } ?? 0, most)
    estimate = base.relaxedValue.flatMap { value in
      looser.relaxedValue.map { max(0, value - $0) }
    }
    let scale = max(1, base.objective.magnitude)
    isNothing = most <= SweepFacts.nothingShare * scale
    isUndecided = !isNothing && (money <= 0 || facts.isUndecided(looser, base))
    guard isUndecided else {
      decidedBy = nil
      return
    }
    // A saving that was found is decided once the plan cannot have it without
    // the looser rule; one that was not, once the looser rule cannot have it.
    let share = money / scale
    decidedBy =
      share > SweepFacts.nothingShare
      ? Decision(isOfPlan: true, needed: share, now: base.gap)
      : Decision(isOfPlan: false, needed: SweepFacts.nothingShare - share, now: looser.gap)
  }
}

/// A rule's price with its words.
struct RulePriceWords {
  let name: String
  let parameter: String
  let value: String
  let looser: String
  let price: RulePrice
}

extension SweepRows {
  /// The prices of the rules that could be solved, in the plan's order.
  var rulePrices: [RulePriceWords] {
    guard let base = facts.rulePriceBase else { return [] }
    let words = ExplainWords(plan: facts.plan, language: language)
    return zip(facts.loosenings, facts.cases.dropFirst()).compactMap { loosening, looser in
      guard looser.status == .solved else { return nil }
      return RulePriceWords(
        name: words.rule(loosening.key), parameter: limit(loosening.parameter),
        value: words.value(loosening.from), looser: words.value(loosening.to),
        price: RulePrice(facts: facts, base: base, looser: looser))
    }
  }

  /// What the columns of the cases are called: the rules that move, in words,
  /// where rules are priced.
  var caseNames: [String] {
    guard facts.kind == .rulePrices, facts.cases.count == facts.loosenings.count + 1 else {
      return facts.cases.map(\.name)
    }
    let words = ExplainWords(plan: facts.plan, language: language)
    return facts.cases.prefix(1).map(\.name)
      + facts.loosenings.map { loosening in
        let parameter = loosening.parameter.isEmpty ? "" : " (\(limit(loosening.parameter)))"
        return "\(words.rule(loosening.key))\(parameter) \(words.value(loosening.to))"
      }
  }

  /// Which limit of a rule moves, in the report's language.
  private func limit(_ parameter: String) -> String {
    switch parameter {
    case "least": language.text(.least).lowercased()
    case "most": language.text(.most).lowercased()
    default: parameter
    }
  }

  /// What would decide a price that is not; empty where it is.
  func decision(_ price: RulePrice) -> String {
    guard let open = price.decidedBy else { return "" }
    return say(
      .decidedBy(
        ofPlan: open.isOfPlan, needed: NumberText.percent(open.needed, decimals: 2),
        now: open.now.map { NumberText.percent($0, decimals: 2) } ?? "–"))
  }

  /// Heads of the columns of `ruleRows`; the first of a text.
  var ruleHeads: [String] {
    [
      say(.rule), say(.planValue), say(.looser), ExplainPhrase.closes.text(language), say(.price),
      say(.relaxed), say(.proven), say(.decision),
    ]
  }

  /// The prices, a row each.
  var ruleRows: [[String]] {
    rulePrices.map { rule in
      let price = rule.price
      return [
        rule.name + (rule.parameter.isEmpty ? "" : " (\(rule.parameter))"), rule.value,
        rule.looser, hours(price.hours), money(price.money),
        price.estimate.map(money) ?? "–",
        price.proven.most.isFinite
          ? "\(money(price.proven.least)) – \(money(price.proven.most))" : "–",
        price.isUndecided ? decision(price) : "",
      ]
    }
  }

  /// The prices as sentences.
  var ruleSentences: [String] {
    rulePrices.map { rule in
      if rule.price.isNothing {
        return say(.ruleCostsNothing(rule: rule.name, value: rule.value))
      }
      if rule.price.isUndecided {
        return say(
          .ruleUndecided(
            rule: rule.name, value: rule.value,
            estimate: rule.price.estimate.map { money($0) + " " + facts.plan.currency }))
      }
      return say(
        .ruleCosts(
          rule: rule.name, value: rule.value, hours: hours(rule.price.hours),
          money: money(rule.price.money) + " " + facts.plan.currency))
    }
  }
}
