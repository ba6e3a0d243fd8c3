/// Need against cover, recounted from the shifts' clock times.
struct CoverAudit {
  let plan: RosterPlan
  /// For each day the skills whose line is held by a staffing mode.
  private let modeSkills: [Set<Int>]
  private let priced: [(share: Double, need: CoverNeed)]
  private var skillsOf: [String: Set<Int>] = [:]
  private var tenthsOf: [String: Int] = [:]

  init(plan: RosterPlan) {
    self.plan = plan
    priced = plan.need.priced
    for employee in plan.employees {
      skillsOf[employee.id] = Set(
        employee.skills.compactMap { plan.need.skills.firstIndex(of: $0) })
      tenthsOf[employee.id] = plan.effectivenessTenths(of: employee)
    }
    modeSkills = (0..<plan.horizon.dayCount).map { day in
      Set(
        plan.modes.filter { $0.days.contains(day) }.compactMap {
          plan.need.skills.firstIndex(of: $0.skill)
        })
    }
  }

  /// The cells of all skills and intervals, what becomes of work that may
  /// wait, and the price of the gaps.
  func coverage(
    of roster: Roster, adding cost: inout RosterCost
  ) -> (cells: [CoverageCell], work: [WorkCell]) {
    let horizon = plan.horizon
    let presence = presence(of: roster.assignments + plan.history)
    let posts = plan.posts
    var served = plan.need.agents.map { $0.map { _ in 0.0 } }
    var wanted = plan.need.agents.indices.map { skill in
      plan.need.agents[skill].indices.map {
        plan.need.agentsAtOnce(skill: skill, interval: $0)
      }
    }
    let working = workIntervals
    let settlement = plan.need.freeWork.isEmpty ? nil : settleWork(presence, in: working)
    for interval in 0..<horizon.intervalCount {
      let day = interval / horizon.intervalsPerDay
      let start = interval * horizon.intervalMinutes
      for skill in modeSkills[day] {
        wanted[skill][interval] = Double(
          posts.count { $0.skill == skill && $0.minutes.contains(start) })
        served[skill][interval] = Double(
          posts.filter { $0.skill == skill && $0.minutes.contains(start) }
            .reduce(0) { $0 + holders(of: $1, in: roster) })
      }
      let open = plan.need.skills.indices.filter { !modeSkills[day].contains($0) }
      let heads: [Int: Int]
      if let settlement, working.contains(interval) {
        heads = settlement.headUnits[interval] ?? [:]
      } else {
        heads = self.heads(of: presence[interval] ?? [:], interval: interval)
      }
      for skill in open {
        served[skill][interval] = Double(heads[skill] ?? 0) / Double(plan.unitsPerHead)
      }
      price(of: heads, interval: interval, adding: &cost)
    }
    var work: [WorkCell] = []
    if let settlement {
      work = workCells(of: settlement, adding: &cost)
      addWork(settlement, wanted: &wanted, served: &served)
    }
    let cells = plan.need.skills.indices.flatMap { skill in
      (0..<horizon.intervalCount).map {
        CoverageCell(
          skill: skill, interval: $0, need: wanted[skill][$0], onDuty: served[skill][$0])
      }
    }
    return (cells, work)
  }

  /// The units that serve each skill in an interval, from the units on duty.
  func heads(of presence: [Set<Int>: Int], interval: Int) -> [Int: Int] {
    distribute(presence, interval: interval)
  }

  /// Adds the price of the gaps of one interval.
  func price(of heads: [Int: Int], interval: Int, adding cost: inout RosterCost) {
    for skill in openSkills(interval: interval) {
      let onDuty = Double(heads[skill] ?? 0) / Double(plan.unitsPerHead)
      let price = price(ofAgents: onDuty, skill: skill, interval: interval)
      cost.shortfall += price.shortfall
      cost.surplus += price.surplus
    }
  }

  /// What a number of agents in an interval costs: the mean over the ways
  /// demand may come.
  private func price(
    ofAgents onDuty: Double, skill: Int, interval: Int
  ) -> (shortfall: Double, surplus: Double) {
    let hours = Double(plan.horizon.intervalMinutes) / 60
    var (shortfall, surplus) = (0.0, 0.0)
    for (share, need) in priced {
      let wanted =
        plan.need.scenarios.isEmpty
        ? need.agentsAtOnce(skill: skill, interval: interval) : need.agents[skill][interval]
      let lost =
        need.gapPrice(skill: skill, interval: interval, agents: onDuty)
        ?? hours * plan.cover.shortfallPrice(ofMissing: max(0, wanted - onDuty))
      shortfall += share * lost
      surplus += share * hours * max(0, onDuty - wanted) * plan.cover.surplus
    }
    return (shortfall * plan.peakFactor(interval: interval), surplus)
  }

  /// Agent-hours missing in an interval.
  func shortfallHours(of heads: [Int: Int], interval: Int) -> Double {
    openSkills(interval: interval).reduce(0) { sum, skill in
      let onDuty = Double(heads[skill] ?? 0) / Double(plan.unitsPerHead)
      return sum + max(0, plan.need.agentsAtOnce(skill: skill, interval: interval) - onDuty)
    } * Double(plan.horizon.intervalMinutes) / 60
  }

  /// The skills whose line no staffing mode holds in an interval.
  private func openSkills(interval: Int) -> [Int] {
    let held = modeSkills[interval / plan.horizon.intervalsPerDay]
    return plan.need.skills.indices.filter { !held.contains($0) }
  }

  /// The posts of the staffing modes, and the price of those not held by one.
  func posts(of roster: Roster, adding cost: inout RosterCost) -> [PostCell] {
    plan.posts.map { post in
      let holders = holders(of: post, in: roster)
      cost.posts += Double(abs(holders - 1)) * plan.cover.post
      return PostCell(skill: post.skill, day: post.day, minutes: post.minutes, holders: holders)
    }
  }

  /// The heads on shifts that are wanted by pattern and day, and the price of
  /// missing and surplus ones.
  func patternCells(of roster: Roster, adding cost: inout RosterCost) -> [PatternCell] {
    guard !plan.patternNeeds.isEmpty else { return [] }
    let employees = Set(plan.employees.map(\.id))
    var present: [Int: [String: Int]] = [:]
    for shift in roster.assignments where employees.contains(shift.employeeID) {
      present[shift.day, default: [:]][shift.pattern, default: 0] += 1
    }
    return plan.patternNeeds.map { need in
      let heads = present[need.day]?[plan.patterns[need.pattern].name] ?? 0
      if heads < need.heads {
        cost.shortfall += need.price(ofHeads: heads)
      } else {
        cost.surplus += need.price(ofHeads: heads)
      }
      return PatternCell(
        pattern: need.pattern, day: need.day, need: need.heads, onDuty: heads)
    }
  }

  /// The price of days with more or fewer people than their share.
  func rampUp(onDuty: [Int], adding cost: inout RosterCost) {
    guard let rampUp = plan.rampUp else { return }
    for (share, people) in zip(rampUp.shares, onDuty) {
      let target = share * Double(plan.employees.count)
      cost.rampUp += max(0, Double(people) - target) * rampUp.priceAbove
      cost.rampUp += max(0, target - Double(people)) * rampUp.priceBelow
    }
  }

  private func holders(of post: FixedPost, in roster: Roster) -> Int {
    roster.assignments.count { shift in
      guard shift.day == post.day, shift.pattern == plan.patterns[post.pattern].name,
        shift.minutes.lowerBound == post.minutes.lowerBound,
        shift.minutes.upperBound >= post.minutes.upperBound
      else { return false }
      return plan.employees.first { $0.id == shift.employeeID }?.skills
        .contains(plan.need.skills[post.skill]) ?? false
    }
  }

  /// For each interval the units on duty, by the skills they can serve.
  func presence(of shifts: [ShiftAssignment]) -> [Int: [Set<Int>: Int]] {
    var presence: [Int: [Set<Int>: Int]] = [:]
    let end = plan.horizon.dayCount * 1_440
    for shift in shifts {
      guard let skills = skillsOf[shift.employeeID], let tenths = tenthsOf[shift.employeeID],
        !plan.modes.contains(where: { $0.pattern == shift.pattern && $0.days.contains(shift.day) })
      else { continue }
      for span in shift.dutySpans {
        let inside = span.clamped(to: 0..<end)
        guard !inside.isEmpty else { continue }
        let length = plan.horizon.intervalMinutes
        for interval in (inside.lowerBound / length)...((inside.upperBound - 1) / length) {
          let day = interval / plan.horizon.intervalsPerDay
          let free = skills.subtracting(modeSkills[day])
          let minutes = inside.clamped(to: (interval * length)..<((interval + 1) * length)).count
          if !free.isEmpty {
            presence[interval, default: [:]][free, default: 0] += minutes * tenths
          }
        }
      }
    }
    return presence
  }

  /// The cheapest distribution of the units on duty over the skills.
  private func distribute(_ presence: [Set<Int>: Int], interval: Int) -> [Int: Int] {
    var units: [Int: Int] = [:]
    for (set, amount) in presence {
      guard set.count == 1, let only = set.first else {
        // Units of people with several skills are free to move.
        return WorkSettlement(
          work: [], presence: [(interval, presence)],
          step: presence.values.reduce(plan.coverStepUnits, greatestCommonDivisor),
          headPrice: { price(of: $0, skill: $1, interval: $2) }, workPrice: { _, _ in 0 }
        ).headUnits[interval] ?? [:]
      }
      units[only, default: 0] += amount
    }
    return units
  }

  func price(of units: Int, skill: Int, interval: Int) -> Double {
    let price = price(
      ofAgents: Double(units) / Double(plan.unitsPerHead), skill: skill, interval: interval)
    return price.shortfall + price.surplus
  }
}
