import CivilTime
import Rostering
import Workload

/// Everything a report says about a roster, as values: every renderer reads
/// these and none counts anew.
public struct RosterFacts: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The roster, ordered by the plan's people and then by start.
  public let roster: Roster
  /// What the auditor found.
  public let audit: AuditReport
  /// How the roster was found; nil for one that was not solved here.
  public let solution: SolutionFigures?
  /// Warnings about the input files, in the order they were found.
  public let warnings: [String]
  /// How the ticket log was treated before it was forecast.
  public let treatments: [HistoryTreatment]
  /// What the need was made from, class by class; empty where it was given.
  public let classNeeds: [ClassNeedFacts]
  /// What customers can expect; nil where the need was given.
  public let customers: CustomerFacts?
  /// The forecast behind the need; nil where the need was given.
  public let forecast: Forecast?
  /// Need against cover of each skill, in the plan's order.
  public let covers: [SkillCover]
  /// The days.
  public let days: [DayFacts]
  /// The gaps, those with most agent-hours first.
  public let gaps: [CoverGap]
  /// Heads on shifts; nil where the plan wants agents by interval.
  public let shiftCover: ShiftCoverFacts?
  /// The people, in the plan's order.
  public let people: [PersonFacts]
  /// How each burden lies on the team.
  public let spreads: [BurdenSpread]
  /// How those who chose pay and those who chose rest fared.
  public let choices: [ChoiceFacts]
  /// What becomes of the roster in several ways demand may come; nil where
  /// none was asked for.
  public var outlook: OutlookFacts?

  /// The facts of an audited roster.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - roster: Its roster.
  ///   - audit: What the auditor found in it.
  ///   - solution: How it was found, if it was solved here.
  ///   - warnings: Warnings about the input files.
  ///   - treatments: How the ticket log was treated before it was forecast.
  ///   - need: What the plan's need was made from, if it was not given.
  ///   - forecast: The forecast behind that need.
  /// - Complexity: O(D x P + I x S) for D days, P people, I intervals and S
  ///   skills, plus sorting the shifts.
  public init(
    plan: RosterPlan, roster: Roster, audit: AuditReport, solution: SolutionFigures? = nil,
    warnings: [String] = [], treatments: [HistoryTreatment] = [], need: StaffingNeed? = nil,
    forecast: Forecast? = nil
  ) {
    self.plan = plan
    self.roster = roster.sorted(like: plan.employees)
    self.audit = audit
    self.solution = solution
    self.warnings = warnings
    self.treatments = treatments
    self.forecast = forecast
    classNeeds = need.map(ClassNeedFacts.classes) ?? []
    customers = need.map { CustomerFacts(plan: plan, need: $0, coverage: audit.coverage) }
    covers = SkillCover.covers(plan: plan, roster: roster, coverage: audit.coverage)
    days = DayFacts.days(plan: plan, covers: covers, onDutyByDay: audit.onDutyByDay)
    let horizon = plan.horizon
    gaps = covers.flatMap { CoverGap.gaps(of: $0, horizon: horizon) }
      .enumerated()
      .sorted { left, right in
        (-left.element.hours, left.element.minutes.lowerBound, left.offset)
          < (-right.element.hours, right.element.minutes.lowerBound, right.offset)
      }
      .map(\.element)
    shiftCover = ShiftCoverFacts(plan: plan, cells: audit.patternCells)
    let people = PersonFacts.people(plan: plan, roster: roster, summaries: audit.people)
    self.people = people
    spreads = Burden.allCases.map { BurdenSpread.spread(of: $0, over: people) }
    choices = [PayOrRest.pay, .rest].map { ChoiceFacts.facts(of: $0, over: people) }
  }

  /// What the roster costs in all, in the plan's currency.
  public var objective: Double { audit.cost.total }

  /// The proven gap as a share, nil when nothing is proven.
  public var gap: Double? { solution?.gap(objective: objective) }

  /// The share of the wanted agent-hours, or of the wanted heads, that is
  /// covered; 1 when none is wanted.
  public var coveredShare: Double {
    if let shiftCover { return shiftCover.coveredShare }
    let need = audit.needHours
    return need > 0 ? max(0, 1 - audit.shortfallHours / need) : 1
  }

  /// Wishes that could be followed, and those that were.
  public var wishes: (asked: Int, met: Int) {
    people.reduce(into: (asked: 0, met: 0)) { total, person in
      total.asked += person.summary.wishesAsked
      total.met += person.summary.wishesMet
    }
  }

  /// Posts of staffing modes that not exactly one person holds.
  public var openPosts: [PostCell] { audit.posts.filter { $0.holders != 1 } }

  /// Shifts wanted by pattern and day on which people are missing, by day.
  public var shortPatterns: [PatternCell] { audit.patternCells.filter { $0.missing > 0 } }
}

extension RosterFacts {
  /// What the planner should know about the input, a line each.
  func notices(_ language: ReportLanguage) -> [String] {
    warnings + treatments.map(language.words)
  }
}
