import PlainText
import Rostering

/// The parts of the page about need, cover and gaps.
extension HTMLReport {
  private func hours(_ value: Double) -> String { NumberText.grouped(value, decimals: 1) }

  var cards: [PageContext.Card] {
    let isShort =
      facts.shiftCover.map { $0.total.short > 0 } ?? (facts.audit.shortfallHours >= 0.05)
    let gap = facts.gap
    let broken = facts.audit.violations.count
    return lateCards + [
      PageContext.Card(
        label: say(.needCovered), value: NumberText.percent(facts.coveredShare, decimals: 1),
        unit: "", note: sentences.shortfall, tone: isShort ? "" : "good"),
      shortCard(tone: isShort ? "bad" : "good"),
      PageContext.Card(
        label: say(.rulesBrokenLabel), value: String(broken), unit: "", note: sentences.rules,
        tone: broken == 0 ? "good" : "bad"),
      PageContext.Card(
        label: say(.totalCost), value: NumberText.grouped(facts.objective),
        unit: facts.plan.currency, note: sentences.proof, tone: ""),
      PageContext.Card(
        label: say(.gapLabel),
        value: gap.map { NumberText.percent(($0 * 1_000).rounded(.up) / 1_000, decimals: 1) }
          ?? "–",
        unit: "",
        note: facts.solution?.bound.map { say(.boundBelow(bound: sentences.money($0))) } ?? "",
        tone: ""),
      PageContext.Card(
        label: say(.shifts), value: NumberText.grouped(Double(facts.roster.assignments.count)),
        unit: "",
        note: facts.wishes.asked > 0
          ? say(.wishesMet(met: facts.wishes.met, asked: facts.wishes.asked)) : say(.noWishes),
        tone: ""),
    ]
  }

  /// What is missing, in agent-hours or in heads on shifts.
  private func shortCard(tone: String) -> PageContext.Card {
    if let heads = facts.shiftCover?.total {
      return PageContext.Card(
        label: say(.shortfall), value: NumberText.grouped(Double(heads.short)),
        unit: say(.people), note: say(.surplusHeads(NumberText.grouped(Double(heads.surplus)))),
        tone: tone)
    }
    return PageContext.Card(
      label: say(.shortfall), value: hours(facts.audit.shortfallHours), unit: say(.agentHours),
      note: say(.surplusHours(hours(facts.audit.surplusHours))), tone: tone)
  }

  private var lateCards: [PageContext.Card] {
    guard let customers = facts.customers, customers.tickets > 0 else { return [] }
    return [
      PageContext.Card(
        label: language.words(.lateTickets),
        value: NumberText.percent(customers.lateShare, decimals: 1), unit: "",
        note: sentences.late ?? "", tone: "")
    ]
  }

  var violations: [PageContext.Violations] {
    guard !facts.audit.violations.isEmpty else { return [] }
    let table = ViolationTable(
      violations: facts.audit.violations, plan: facts.plan, language: language)
    return [
      PageContext.Violations(
        rows: facts.audit.violations.map { violation in
          let cells = table.cells(of: violation)
          return PageContext.Violation(
            who: cells[0], when: cells[1], rule: cells[2], limit: cells[3], actual: cells[4],
            message: table.message(of: violation))
        })
    ]
  }

  /// The day classes that occur, in their natural order.
  var classes: [PageContext.DayClassName] {
    DayClass.allCases.filter { dayClass in facts.days.contains { $0.dayClass == dayClass } }
      .map {
        PageContext.DayClassName(dayClass: $0.rawValue, className: say(.dayClassName($0)))
      }
  }

  var days: [PageContext.Day] {
    let tops = facts.covers.map { cover in
      let most = max(cover.need.max() ?? 0, cover.onDuty.max() ?? 0)
      return most > 0 ? most * 1.04 : 1
    }
    let minutes = shownMinutes
    return facts.days.map { day in
      let charts = zip(facts.covers, tops).map { cover, top in
        chart(of: cover, day: day.day, minutes: minutes, top: top)
      }
      let holiday = day.holiday.map { " · \($0)" } ?? ""
      return PageContext.Day(
        dayClass: day.dayClass.rawValue, className: say(.dayClassName(day.dayClass)) + holiday,
        name: language.shortDate(day.date),
        onDuty: "\(say(.onDuty)) "
          + say(.ofTeam(people: day.peopleOnDuty, team: facts.people.count)),
        short: shortWords(of: day), isShort: isShort(day), charts: charts)
    }
  }

  private func isShort(_ day: DayFacts) -> Bool {
    facts.shiftCover.map { $0.days[day.day].short > 0 } ?? (day.shortfallHours >= 0.05)
  }

  private func shortWords(of day: DayFacts) -> String {
    if let cover = facts.shiftCover { return sentences.short(cover.days[day.day]) }
    return say(.shortOf(short: hours(day.shortfallHours), need: hours(day.needHours)))
  }

  /// The shifts on which heads are missing, by day.
  var shiftGaps: [PageContext.ShiftGaps] {
    let gaps = facts.shortPatterns.byDay
    guard !gaps.isEmpty else { return [] }
    return [
      PageContext.ShiftGaps(
        rows: gaps.map { cell in
          PageContext.ShiftGap(
            date: language.shortDate(facts.plan.horizon.date(ofDay: cell.day)),
            shift: facts.plan.patternName(cell.pattern), wanted: String(cell.need),
            there: String(cell.onDuty), missing: String(cell.missing))
        })
    ]
  }

  private func chart(
    of cover: SkillCover, day: Int, minutes: Range<Int>, top: Double
  ) -> PageContext.Chart {
    let horizon = facts.plan.horizon
    let intervals = (day * horizon.intervalsPerDay)..<((day + 1) * horizon.intervalsPerDay)
    let short =
      intervals.reduce(0) { $0 + max(0, cover.need[$1] - cover.onDuty[$1]) }
      * Double(horizon.intervalMinutes) / 60
    return PageContext.Chart(
      skill: cover.skill, skillShort: "−\(hours(short)) h", isSkillShort: short >= 0.05,
      picture: CoverChart(
        cover: cover, day: day, horizon: horizon, minutes: minutes, top: top, language: language
      ).picture.markup)
  }

  /// The hours of the day in which anything is wanted or anybody is there, on
  /// any day, in full hours.
  private var shownMinutes: Range<Int> {
    let horizon = facts.plan.horizon
    var first = horizon.intervalsPerDay
    var last = 0
    for cover in facts.covers {
      for interval in cover.need.indices
      where cover.need[interval] > 0 || cover.onDuty[interval] > 0 {
        let ofDay = interval % horizon.intervalsPerDay
        first = min(first, ofDay)
        last = max(last, ofDay + 1)
      }
    }
    guard first < last else { return 0..<1_440 }
    let start = first * horizon.intervalMinutes / 60 * 60
    let end = (last * horizon.intervalMinutes + 59) / 60 * 60
    return start..<end
  }

  /// What the need was made from, class by class.
  var methods: [PageContext.Methods] {
    guard !facts.classNeeds.isEmpty else { return [] }
    return [
      PageContext.Methods(
        rows: facts.classNeeds.map { need in
          let words = ClassNeedWords(need: need, language: language)
          return PageContext.Method(
            name: need.name, skill: need.skill, goal: words.goal, arrivals: words.arrivals,
            handleTime: words.handleTime, shrinkage: words.shrinkage,
            serving: words.servingHours, onDuty: words.onDutyHours, highest: words.highest)
        })
    ]
  }

  var gaps: [PageContext.Gaps] {
    guard !facts.gaps.isEmpty else { return [] }
    let listed = facts.gaps.prefix(max(0, listedGaps))
    let rest = facts.gaps.count - listed.count
    return [
      PageContext.Gaps(
        rows: listed.map { gap in
          PageContext.Gap(
            date: language.shortDate(facts.plan.horizon.date(ofDay: gap.day)),
            time: spanWords(gap.minutes, fromDay: gap.day), skill: gap.skill,
            agents: NumberText.fixed(gap.meanAgents, decimals: 1),
            worst: NumberText.fixed(gap.mostAgents, decimals: 1), hours: hours(gap.hours))
        }, hasMore: rest > 0, more: say(.furtherGaps(rest)))
    ]
  }
}
