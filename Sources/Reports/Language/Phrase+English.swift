import Rostering

extension Phrase {
  /// The phrase in English.
  var english: String {
    switch self {
    case .rosterReport: "Holiday roster"
    case .needReport: "Agents needed"
    case .auditReport: "Audit"
    case .coverageByDay: "Need and cover by day"
    case .peopleOnDuty: "People on duty"
    case .roster: "Roster"
    case .gaps: "Gaps in cover"
    case .openPosts: "Posts not held by exactly one person"
    case .fairness: "Fairness"
    case .cost: "Cost"
    case .choices: "Pay or rest, and wishes"
    case .brokenRules: "Broken rules"
    case .warnings: "Warnings about the input"
    case .method: "How the need was found"

    case .date: "Date"
    case .dayClass: "Day class"
    case .onDuty: "On duty"
    case .target: "Target"
    case .need: "Need"
    case .cover: "Cover"
    case .shortfall: "Short"
    case .surplus: "Over"
    case .breaks: "Breaks"
    case .skill: "Skill"
    case .time: "Time"
    case .agentsShort: "Agents short"
    case .agentsShortAtWorst: "At worst"
    case .agentHours: "Agent-hours"
    case .employee: "Employee"
    case .team: "Team"
    case .shift: "Shift"
    case .shifts: "Shifts"
    case .hours: "Hours"
    case .rule: "Rule"
    case .limit: "Limit"
    case .actual: "Found"
    case .explanation: "Explanation"
    case .least: "Least"
    case .mean: "Mean"
    case .most: "Most"
    case .people: "People"
    case .met: "Met"
    case .wishes: "Wishes"
    case .total: "Total"
    case .totalCost: "Cost"
    case .needCovered: "Need covered"
    case .rulesBrokenLabel: "Rules broken"
    case .gapLabel: "Proven gap"
    case .highestNeed: "Highest"
    case .carriedOver: "carried over"
    case .allSkills: "all skills"
    case .workClass: "Class"
    case .goal: "Goal"
    case .arrivals: "Contacts"
    case .handleTime: "Handle time"
    case .shrinkage: "Shrinkage"
    case .servingHours: "Hours serving"
    case .onDutyHours: "Hours on duty"

    case .leave: "Leave"
    case .wishKept: "Wish kept"
    case .wishBroken: "Wish not kept"
    case .pinned: "Settled beforehand"
    case .nightShift: "Night shift"

    case .dayClassName(let dayClass):
      switch dayClass {
      case .workday: "Workday"
      case .restDay: "Rest day"
      case .statutoryDay: "Statutory day"
      case .adjustedWorkday: "Adjusted workday"
      }
    case .choiceName(let choice):
      switch choice {
      case .pay: "Chose pay"
      case .rest: "Chose rest"
      case .either: "No preference"
      }
    case .burdenName(let burden):
      switch burden {
      case .premiumDays: "Premium days"
      case .nights: "Nights"
      case .weekends: "Weekends"
      case .paidHours: "Paid hours"
      }
    case .costPart(let part):
      switch part {
      case "wages": "Wages"
      case "shortfall": "Missing agents"
      case "surplus": "Agents beyond the need"
      case "posts": "Posts not held"
      case "ramp-up": "Off the ramp-up"
      case "wishes": "Wishes not kept"
      case "fairness": "Burdens"
      case "choice": "Choices not met"
      default: part
      }
    case .stopReason(let reason):
      switch reason {
      case .provenOptimal: "stopped with the proof complete"
      case .gapReached: "stopped at the wanted gap"
      case .timeLimit: "stopped at the time limit"
      case .interrupted: "stopped by the user"
      case .finished: "ran to its end"
      case .gaveUp: "gave up and kept the roster it had"
      }

    case .goalAnswered(let share, let time): "\(share) answered within \(time)"
    case .goalMeanWait(let time): "mean wait at most \(time)"
    case .goalWaiting(let share): "at most \(share) wait"
    case .goalAbandonment(let share): "at most \(share) give up"
    case .goalFinished(let time, let inOpeningHours):
      "finished within \(time)" + (inOpeningHours ? " of opening hours" : "")

    case .teamSize(let people, let skills):
      "\(people) \(people == 1 ? "person" : "people")"
        + (skills > 0 ? ", \(skills) \(skills == 1 ? "skill" : "skills")" : "")
    case .nobodyInTeam: "The plan has no people."
    case .ofTeam(let people, let team): "\(people) of \(team)"
    case .rulesKept: "Every rule is kept"
    case .rulesBroken(let count): "\(count) \(count == 1 ? "rule is" : "rules are") broken"
    case .provenOptimal: "Proven: no roster is cheaper."
    case .provenWithin(let gap): "Proven: no roster is more than \(gap) cheaper."
    case .notProven: "Not proven: a cheaper roster may exist."
    case .boundBelow(let bound): "no roster costs less than \(bound)"
    case .gapSentence(let date, let time, let skill, let agents, let worst):
      "\(date) \(time) \(skill): \(agents) agents short"
        + (worst.map { ", \($0) at worst" } ?? "")
    case .shiftGapSentence(let date, let shift, let short, let onDuty, let need):
      "\(date) \(shift): \(short) short, \(onDuty) of \(need) there"
    case .noGaps: "No gap: the need is covered in every interval."
    case .furtherGaps(let count): "and \(count) smaller \(count == 1 ? "gap" : "gaps")"
    case .shortOf(let short, let need): "\(short) of \(need) agent-hours short"
    case .surplusHours(let hours): "\(hours) agent-hours beyond the need"
    case .shortOfHeads(let short, let need): "\(short) of \(need) people short on shifts"
    case .surplusHeads(let heads): "\(heads) people beyond the need"
    case .openPostSentence(let date, let time, let skill, let holders):
      "\(date) \(time) \(skill): \(holders) people instead of one"
    case .wishesMet(let met, let asked): "\(met) of \(asked) wishes kept"
    case .noWishes: "No wishes"
    case .nobodyChose: "nobody"
    case .cannotBeMet: "no premium day"
    case .payExplained: "share of the premium days they were to get"
    case .restExplained: "share of the premium days they have off"
    case .histogramBar(let people, let amount):
      "\(people) \(people == 1 ? "person" : "people"): \(amount)"
    case .personBars: "Person by person"
    case .foundBy(let solver, let seconds, let seed, let version):
      "Solver \(solver), \(seconds) s, seed \(seed), staffopt \(version)"
    case .currencyNote(let currency): "All money in \(currency)."
    case .zoneNote(let zone): "Times in \(zone)"
    }
  }
}
