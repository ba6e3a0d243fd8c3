import PlainText
import Rostering

/// Facts in words, the same in every renderer.
struct FactSentences {
  let facts: RosterFacts
  let language: ReportLanguage

  /// How many contacts are expected to be late; nil where that is not known.
  var late: String? {
    guard let customers = facts.customers, customers.tickets > 0 else { return nil }
    return language.words(
      .expectedLate(
        late: NumberText.grouped(customers.late), tickets: NumberText.grouped(customers.tickets),
        share: NumberText.percent(customers.lateShare, decimals: 1)))
  }

  /// What is proven about cheaper rosters.
  var proof: String {
    guard let gap = facts.gap else { return language.text(.notProven) }
    if gap < 5e-6 { return language.text(.provenOptimal) }
    // Rounded up: a proof must not promise more than it has.
    let percent = (gap * 1_000).rounded(.up) / 1_000
    return language.text(.provenWithin(gap: NumberText.percent(percent, decimals: 1)))
  }

  /// How many rules are broken.
  var rules: String {
    let count = facts.audit.violations.count
    return language.text(count == 0 ? .rulesKept : .rulesBroken(count))
  }

  /// The missing hours, or heads, out of the wanted ones.
  var shortfall: String {
    if let heads = facts.shiftCover?.total { return short(heads) }
    return shortHours
  }

  /// The missing heads of a day or of all days, out of the wanted ones.
  func short(_ heads: ShiftCoverFacts.Heads) -> String {
    language.text(
      .shortOfHeads(
        short: NumberText.grouped(Double(heads.short)),
        need: NumberText.grouped(Double(heads.need))))
  }

  private var shortHours: String {
    language.text(
      .shortOf(
        short: NumberText.fixed(facts.audit.shortfallHours, decimals: 1),
        need: NumberText.grouped(facts.audit.needHours, decimals: 1)))
  }

  /// A gap: when, where, how many on average and at worst.
  func gap(_ gap: CoverGap) -> String {
    let mean = NumberText.fixed(gap.meanAgents, decimals: 1)
    let most = NumberText.fixed(gap.mostAgents, decimals: 1)
    return language.text(
      .gapSentence(
        date: "\(facts.plan.horizon.date(ofDay: gap.day))",
        time: spanWords(gap.minutes, fromDay: gap.day), skill: gap.skill, agents: mean,
        worst: most == mean ? nil : most))
  }

  /// A shift on which people are missing: when, how many are there, of which.
  func shortPattern(_ cell: PatternCell) -> String {
    language.text(
      .shiftGapSentence(
        date: "\(facts.plan.horizon.date(ofDay: cell.day))",
        shift: facts.plan.patternName(cell.pattern), short: cell.missing, onDuty: cell.onDuty,
        need: cell.need))
  }

  /// A post that not exactly one person holds.
  func post(_ post: PostCell) -> String {
    let skills = facts.plan.need.skills
    return language.text(
      .openPostSentence(
        date: "\(facts.plan.horizon.date(ofDay: post.day))",
        time: spanWords(post.minutes, fromDay: post.day),
        skill: skills.indices.contains(post.skill) ? skills[post.skill] : "",
        holders: post.holders))
  }

  /// Money in the plan's currency.
  func money(_ amount: Double) -> String {
    NumberText.grouped(amount) + (facts.plan.currency.isEmpty ? "" : " " + facts.plan.currency)
  }

  /// How the roster was found.
  func origin(_ solution: SolutionFigures) -> String {
    language.text(
      .foundBy(
        solver: solution.solver, seconds: NumberText.fixed(solution.seconds, decimals: 1),
        seed: String(solution.seed), version: solution.version))
      + " · " + language.text(.stopReason(solution.stopReason))
  }
}
