/// What a change of a roster does: negative parts are savings.
public struct RosterChange: Hashable, Sendable {
  /// What the roster costs more.
  public var cost = RosterCost()
  /// Agent-hours that are missing more, those of shifts with too few people
  /// and of posts that nobody holds included.
  public var shortfallHours = 0.0

  /// No change.
  public init() {}

  /// What the gaps it opens cost, less those it closes: missing agents, and
  /// posts that not exactly one person holds.
  public var gapCost: Double { cost.shortfall + cost.posts }

  /// What the change costs apart from the gaps it closes or opens.
  public var price: Double { cost.total - gapCost }
}

/// What a change of one person's shifts would cost and which rules it would
/// break, recounted from clock times as the auditor does, but only where the
/// change shows.
///
/// The sum of a change's parts is the difference of two audits.
public struct RosterChangePricer: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The roster that is changed.
  public let roster: Roster

  private let cover: CoverAudit
  private let presence: [Int: [Set<Int>: Int]]
  private let shiftsOf: [String: [ShiftAssignment]]
  private let lineCost: [String: RosterCost]
  private let peopleOnDay: [Int]
  /// The intervals of work that may wait, which are settled together.
  private let working: Set<Int>
  private let workBefore: (cost: RosterCost, hours: Double)

  /// A pricer of changes to a roster.
  ///
  /// - Complexity: That of an audit.
  public init(plan: RosterPlan, roster: Roster) {
    self.plan = plan
    self.roster = roster
    cover = CoverAudit(plan: plan)
    presence = cover.presence(of: roster.assignments + plan.history)
    working = cover.workIntervals
    workBefore = working.isEmpty ? (RosterCost(), 0) : cover.workGaps(presence, in: working)
    let shiftsOf = Dictionary(grouping: roster.assignments) { $0.employeeID }
    self.shiftsOf = shiftsOf
    var lineCost: [String: RosterCost] = [:]
    var peopleOnDay = Array(repeating: 0, count: plan.horizon.dayCount)
    for employee in plan.employees {
      let shifts = shiftsOf[employee.id] ?? []
      lineCost[employee.id] = Self.lineCost(of: employee, shifts: shifts, plan: plan)
      for day in Set(shifts.map(\.day)) where peopleOnDay.indices.contains(day) {
        peopleOnDay[day] += 1
      }
    }
    self.lineCost = lineCost
    self.peopleOnDay = peopleOnDay
  }

  /// The shifts of a person in the roster, by start.
  public func shifts(of employeeID: String) -> [ShiftAssignment] {
    (shiftsOf[employeeID] ?? []).sorted { $0.minutes.lowerBound < $1.minutes.lowerBound }
  }

  /// The rules that a person's line would break.
  public func violations(of employee: Employee, shifts: [ShiftAssignment]) -> [RuleViolation] {
    let line = PersonLine(plan: plan, employee: employee, planned: shifts)
    return (StandingRules.all + plan.rules.filter { $0.binds(employee) }.map(\.rule))
      .flatMap { $0.violations(in: line) }
  }

  /// What the roster would cost more if these people had these shifts instead
  /// of their own; negative parts are savings.
  ///
  /// - Parameter changes: For each person, by id, all shifts of the horizon.
  /// - Complexity: O(M + I) for M minutes of the changed lines and I intervals
  ///   whose cover changes.
  public func change(_ changes: [String: [ShiftAssignment]]) -> RosterChange {
    var change = RosterChange()
    var gone: [ShiftAssignment] = []
    var new: [ShiftAssignment] = []
    var onDay = peopleOnDay
    for employee in plan.employees {
      guard let shifts = changes[employee.id] else { continue }
      let before = shiftsOf[employee.id] ?? []
      change.cost += Self.lineCost(of: employee, shifts: shifts, plan: plan)
      change.cost -= lineCost[employee.id] ?? RosterCost()
      gone += before.filter { !shifts.contains($0) }
      new += shifts.filter { !before.contains($0) }
      for day in onDay.indices {
        onDay[day] += shifts.contains { $0.day == day } ? 1 : 0
        onDay[day] -= before.contains { $0.day == day } ? 1 : 0
      }
    }
    addCoverChange(gone: gone, new: new, onDay: onDay, changes: changes, to: &change)
    return change
  }

  /// What one person more with one shift would cost: pay and burdens of the
  /// newcomer, less what the gaps cost less. The share of the team on duty is
  /// left out, since the team itself would grow.
  public func change(byNewcomer newcomer: Employee, shift: ShiftAssignment) -> RosterChange {
    var grown = plan
    grown.employees.append(newcomer)
    let cover = CoverAudit(plan: grown)
    var change = RosterChange()
    var shift = shift
    shift.employeeID = newcomer.id
    let line = PersonLine(plan: grown, employee: newcomer, planned: [shift])
    _ = PersonAudit(plan: grown, line: line).summary(adding: &change.cost)
    addIntervals(cover: cover, gone: [], new: [shift], to: &change)
    return change
  }

  /// What one agent more would be worth in each interval, skill after skill:
  /// the fall of the price of its gaps if a full agent who knows only this
  /// skill were there for the interval and asked for no pay.
  ///
  /// - Complexity: O(S x I) distributions of agents over skills.
  public func marginalWorth() -> [[Double]] {
    let settlement = working.isEmpty ? nil : cover.settleWork(presence, in: working)
    var late: Set<Int> = []
    if let settlement {
      var cost = RosterCost()
      let cells = cover.workCells(of: settlement, adding: &cost)
      late = Set(cells.indices.filter { cells[$0].lateHours > 1e-9 })
    }
    return plan.need.skills.indices.map { skill in
      (0..<plan.horizon.intervalCount).map { interval in
        guard plan.need.agents[skill][interval] > 0 else { return 0 }
        if let settlement, working.contains(interval) {
          return workWorth(skill: skill, interval: interval, settlement: settlement, late: late)
        }
        var more = presence[interval] ?? [:]
        var (before, after) = (RosterCost(), RosterCost())
        cover.price(
          of: cover.heads(of: more, interval: interval), interval: interval, adding: &before)
        more[[skill], default: 0] += plan.unitsPerHead
        cover.price(
          of: cover.heads(of: more, interval: interval), interval: interval, adding: &after)
        return max(0, before.total - after.total)
      }
    }
  }

  /// The worth of an agent more in an interval with work that may wait: what
  /// is wanted at once there, or work that is late; that an exchange with
  /// another interval could gain more is left out.
  private func workWorth(
    skill: Int, interval: Int, settlement: WorkSettlement, late: Set<Int>
  ) -> Double {
    let units = settlement.headUnits[interval]?[skill] ?? 0
    let gain =
      cover.price(of: units, skill: skill, interval: interval)
      - cover.price(of: units + plan.unitsPerHead, skill: skill, interval: interval)
    let isLate = late.contains {
      plan.need.freeWork[$0].skill == skill
        && plan.need.freeWork[$0].intervals.contains(interval)
    }
    let hours = Double(plan.horizon.intervalMinutes) / 60
    return max(0, gain, isLate ? plan.cover.lateWork * hours : 0)
  }

  private static func lineCost(
    of employee: Employee, shifts: [ShiftAssignment], plan: RosterPlan
  ) -> RosterCost {
    var cost = RosterCost()
    let line = PersonLine(plan: plan, employee: employee, planned: shifts)
    _ = PersonAudit(plan: plan, line: line).summary(adding: &cost)
    return cost
  }

  private func addCoverChange(
    gone: [ShiftAssignment], new: [ShiftAssignment], onDay: [Int],
    changes: [String: [ShiftAssignment]], to change: inout RosterChange
  ) {
    addIntervals(cover: cover, gone: gone, new: new, to: &change)
    var (before, after) = (RosterCost(), RosterCost())
    cover.rampUp(onDuty: peopleOnDay, adding: &before)
    cover.rampUp(onDuty: onDay, adding: &after)
    if !plan.modes.isEmpty || !plan.patternNeeds.isEmpty {
      var changed = roster
      changed.assignments.removeAll { changes[$0.employeeID] != nil }
      for id in changes.keys.sorted() { changed.assignments += changes[id] ?? [] }
      for (roster, isAfter) in [(roster, false), (changed, true)] {
        var cost = RosterCost()
        let posts = cover.posts(of: roster, adding: &cost)
        let cells = cover.patternCells(of: roster, adding: &cost)
        let hours =
          posts.filter { $0.holders == 0 }.reduce(0) { $0 + Double($1.minutes.count) / 60 }
          + cells.reduce(0) { sum, cell in
            let length = plan.patterns[cell.pattern].lengthMinutes.first ?? 0
            return sum + Double(cell.missing * length) / 60
          }
        change.shortfallHours += isAfter ? hours : -hours
        if isAfter { after += cost } else { before += cost }
      }
    }
    change.cost += after
    change.cost -= before
  }

  private func addIntervals(
    cover: CoverAudit, gone: [ShiftAssignment], new: [ShiftAssignment],
    to change: inout RosterChange
  ) {
    var changes: [Int: [Set<Int>: Int]] = [:]
    for (shifts, sign) in [(gone, -1), (new, 1)] {
      for (interval, units) in cover.presence(of: shifts) {
        for (skills, amount) in units {
          changes[interval, default: [:]][skills, default: 0] += sign * amount
        }
      }
    }
    changes = changes.filter { $0.value.values.contains { $0 != 0 } }
    if changes.keys.contains(where: working.contains) {
      var all = presence
      for (interval, units) in changes where working.contains(interval) {
        all[interval] = (all[interval] ?? [:]).merging(units, uniquingKeysWith: +)
          .filter { $0.value != 0 }
      }
      let after = cover.workGaps(all, in: working)
      change.cost += after.cost
      change.cost -= workBefore.cost
      change.shortfallHours += after.hours - workBefore.hours
    }
    for (interval, units) in changes.sorted(by: { $0.key < $1.key })
    where !working.contains(interval) {
      let before = presence[interval] ?? [:]
      let after = before.merging(units, uniquingKeysWith: +).filter { $0.value != 0 }
      for (units, sign) in [(before, -1.0), (after, 1.0)] {
        let heads = cover.heads(of: units, interval: interval)
        var cost = RosterCost()
        cover.price(of: heads, interval: interval, adding: &cost)
        if sign > 0 { change.cost += cost } else { change.cost -= cost }
        change.shortfallHours += sign * cover.shortfallHours(of: heads, interval: interval)
      }
    }
  }
}

extension RosterCost {
  /// Adds another cost part by part.
  public static func += (left: inout RosterCost, right: RosterCost) { left.add(right, times: 1) }

  /// Takes another cost off part by part.
  public static func -= (left: inout RosterCost, right: RosterCost) { left.add(right, times: -1) }

  private mutating func add(_ other: RosterCost, times factor: Double) {
    wages += factor * other.wages
    shortfall += factor * other.shortfall
    surplus += factor * other.surplus
    posts += factor * other.posts
    rampUp += factor * other.rampUp
    wishes += factor * other.wishes
    fairness += factor * other.fairness
    choice += factor * other.choice
  }
}
