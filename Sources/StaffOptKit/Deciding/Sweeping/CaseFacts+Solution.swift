import Reports
import Rostering
import Workload

extension CaseFacts {
  /// The figures of a solved case.
  ///
  /// - Parameters:
  ///   - name: The case's name.
  ///   - loaded: The case's plan.
  ///   - facts: The facts of its roster.
  init(name: String, loaded: LoadedPlan, facts: RosterFacts) {
    let plan = loaded.plan
    let audit = facts.audit
    self.init(
      name: name, status: .solved, note: "", people: plan.employees.count,
      days: plan.horizon.dayCount)
    cost = audit.cost
    bound = facts.solution?.bound
    onDutyByDay = audit.onDutyByDay
    (needHours, shortfallHours) = (audit.needHours, audit.shortfallHours)
    surplusHours = audit.surplusHours
    countHeads(plan: plan, cells: audit.patternCells)
    countHours(plan: plan, audit: audit)
    countLimits(plan: plan, facts: facts)
    daysOff = audit.people.reduce(0) { $0 + $1.daysOff }
    for choice in facts.choices {
      if choice.choice == .pay { payMet = choice.metShare }
      if choice.choice == .rest { restMet = choice.metShare }
    }
    (wishesAsked, wishesMet) = facts.wishes
    let premium = audit.people.map(\.premiumDays)
    premiumSpread = (premium.max() ?? 0) - (premium.min() ?? 0)
    let hours = facts.people.map(\.paidHours)
    hoursSpread = (hours.max() ?? 0) - (hours.min() ?? 0)
    let service = ServiceFigures(loaded: loaded, coverage: audit.coverage)
    services = service.services
    lateTickets = service.lateTickets
    seconds = facts.solution?.seconds ?? 0
  }

  /// Heads wanted on shifts count the hours of these shifts, where the plan
  /// wants no agents by interval.
  private mutating func countHeads(plan: RosterPlan, cells: [PatternCell]) {
    guard plan.need.skills.isEmpty else { return }
    for cell in cells {
      let hours = Double(plan.patterns[cell.pattern].lengthMinutes.first ?? 0) / 60
      needHours += hours * Double(cell.need)
      shortfallHours += hours * Double(cell.missing)
      surplusHours += hours * Double(cell.surplus)
    }
  }

  private mutating func countHours(plan: RosterPlan, audit: AuditReport) {
    var paid = 0
    var premium = 0
    for person in audit.people {
      paid += person.totalPaidMinutes
      premium += (person.paidMinutes[.restDay] ?? 0) + (person.paidMinutes[.statutoryDay] ?? 0)
    }
    paidHours = Double(paid) / 60
    premiumHours = Double(premium) / 60
    overtimeHours = Double(audit.people.reduce(0) { $0 + $1.overtimeMinutes }) / 60
  }

  private mutating func countLimits(plan: RosterPlan, facts: RosterFacts) {
    var mostWeek = 0
    var mostOvertime = 0
    for employee in plan.employees {
      let planned = facts.roster.assignments.filter { $0.employeeID == employee.id }
      let line = PersonLine(plan: plan, employee: employee, planned: planned)
      for week in plan.horizon.weeks {
        let minutes = line.shifts.filter { week.contains($0.day) }.reduce(0) { $0 + $1.paidMinutes }
        mostWeek = max(mostWeek, minutes)
      }
      for month in plan.horizon.months {
        mostOvertime = max(
          mostOvertime, OvertimePerMonth.minutes(of: line, days: month))
      }
      shortRests += zip(line.shifts, line.shifts.dropFirst()).count { earlier, later in
        later.day >= 0
          && later.minutes.lowerBound - earlier.minutes.upperBound < Self.shortRestMinutes
      }
    }
    mostWeekHours = Double(mostWeek) / 60
    mostOvertimeHours = Double(mostOvertime) / 60
    weekLimitHours = Self.limit(HoursPerWeek.key, of: plan)
    overtimeLimitHours = Self.limit(OvertimePerMonth.key, of: plan)
  }

  private static func limit(_ key: String, of plan: RosterPlan) -> Double? {
    plan.rules.filter { $0.key == key }.compactMap { $0.rule.arguments.minutes("most") }.min()
      .map { Double($0) / 60 }
  }
}

/// What customers can expect of a roster over the whole horizon.
struct ServiceFigures {
  private(set) var services: [CaseFacts.Service] = []
  private(set) var lateTickets = 0.0

  init(loaded: LoadedPlan, coverage: [CoverageCell]) {
    guard let need = loaded.need else { return }
    for skill in need.skills {
      guard let index = loaded.plan.need.skills.firstIndex(of: skill.skill) else { continue }
      let immediate = skill.classes.filter { !$0.workloadClass.goal.isDeferrable }
      var (arrivals, inTime) = (0.0, 0.0)
      for cell in coverage where cell.skill == index {
        let customers = immediate.reduce(0) { $0 + $1.arrivals[cell.interval] }
        guard customers > 0,
          let expected = need.expectedService(
            skill: skill, onDuty: cell.onDuty, interval: cell.interval)
        else { continue }
        arrivals += customers
        inTime += customers * expected.serviceLevel
      }
      guard arrivals > 0 else { continue }
      var (promised, weight) = (0.0, 0.0)
      for need in immediate {
        guard case .answered(let share, _) = need.workloadClass.goal else { continue }
        let customers = need.arrivals.reduce(0, +)
        promised += share * customers
        weight += customers
      }
      services.append(
        CaseFacts.Service(
          skill: skill.skill, arrivals: arrivals, serviceLevel: inTime / arrivals,
          goal: weight > 0 ? promised / weight : nil))
      lateTickets += arrivals - inTime
    }
  }

  /// True if every goal is kept; without a forecast, if enough is covered.
  func isMet(coveredShare: Double) -> Bool {
    services.isEmpty
      ? coveredShare >= CaseFacts.leastCover : services.allSatisfy(\.isMet)
  }
}
