import CivilTime
import Rostering

/// Everything a report can say, once. Each language answers for every case,
/// which the compiler checks.
///
/// Numbers come in as finished text, so that all languages round alike.
public enum Phrase: Hashable, Sendable {
  // Headings.
  case rosterReport
  case needReport
  case auditReport
  case coverageByDay
  case peopleOnDuty
  case roster
  case gaps
  case openPosts
  case fairness
  case cost
  case choices
  case brokenRules
  case warnings
  case method

  // Column heads and labels.
  case date
  case dayClass
  case onDuty
  case target
  case need
  case cover
  case shortfall
  case surplus
  case breaks
  case skill
  case shift
  case time
  case agentsShort
  case agentsShortAtWorst
  case agentHours
  case employee
  case team
  case shifts
  case hours
  case rule
  case limit
  case actual
  case explanation
  case least
  case mean
  case most
  case people
  case met
  case wishes
  case total
  case totalCost
  case needCovered
  case rulesBrokenLabel
  case gapLabel
  case highestNeed
  case carriedOver
  case allSkills
  case workClass
  case goal
  case arrivals
  case handleTime
  case shrinkage
  case servingHours
  case onDutyHours

  // Marks of the grid.
  case leave
  case wishKept
  case wishBroken
  case pinned
  case nightShift

  // Names of values.
  case dayClassName(DayClass)
  case choiceName(PayOrRest)
  case burdenName(Burden)
  case costPart(String)
  case stopReason(SearchEnding)

  // Service goals.
  case goalAnswered(share: String, time: String)
  case goalMeanWait(time: String)
  case goalWaiting(share: String)
  case goalAbandonment(share: String)
  case goalFinished(time: String, inOpeningHours: Bool)

  // Sentences.
  case teamSize(people: Int, skills: Int)
  case nobodyInTeam
  case ofTeam(people: Int, team: Int)
  case rulesKept
  case rulesBroken(Int)
  case provenOptimal
  case provenWithin(gap: String)
  case notProven
  case boundBelow(bound: String)
  case gapSentence(date: String, time: String, skill: String, agents: String, worst: String?)
  case shiftGapSentence(date: String, shift: String, short: Int, onDuty: Int, need: Int)
  case noGaps
  case furtherGaps(Int)
  case shortOf(short: String, need: String)
  case surplusHours(String)
  case shortOfHeads(short: String, need: String)
  case surplusHeads(String)
  case openPostSentence(date: String, time: String, skill: String, holders: Int)
  case wishesMet(met: Int, asked: Int)
  case noWishes
  case nobodyChose
  case cannotBeMet
  case payExplained
  case restExplained
  case histogramBar(people: Int, amount: String)
  case personBars
  case foundBy(solver: String, seconds: String, seed: String, version: String)
  case currencyNote(String)
  case zoneNote(String)
}
