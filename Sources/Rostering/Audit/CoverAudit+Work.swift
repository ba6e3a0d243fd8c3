/// Work that may wait against what the roster leaves for it.
public struct WorkCell: Hashable, Sendable {
  /// The work.
  public var work: DeferredWork
  /// Hours of it that are done in its intervals.
  public var doneHours: Double

  /// A cell.
  public init(work: DeferredWork, doneHours: Double) {
    self.work = work
    self.doneHours = doneHours
  }

  /// Hours of it that are not done by its deadline.
  public var lateHours: Double { max(0, work.hours - doneHours) }
}

extension CoverAudit {
  /// The intervals in which somebody may do work that can wait.
  var workIntervals: Set<Int> { Set(plan.need.freeWork.flatMap(\.intervals)) }

  private var unitsPerHour: Double {
    Double(plan.unitsPerHead * 60) / Double(plan.horizon.intervalMinutes)
  }

  /// Divides the units on duty in the intervals of work that may wait.
  func settleWork(_ presence: [Int: [Set<Int>: Int]], in intervals: Set<Int>) -> WorkSettlement {
    let units = intervals.sorted().map { ($0, presence[$0] ?? [:]) }
    let amounts = units.flatMap { $0.1.values }
    return WorkSettlement(
      work: plan.need.freeWork, presence: units,
      step: amounts.reduce(plan.coverStepUnits, greatestCommonDivisor),
      headPrice: { price(of: $0, skill: $1, interval: $2) },
      workPrice: { units, index in
        let hours = Double(units) / unitsPerHour
        let wanted = plan.need.freeWork[index].hours
        return max(0, wanted - hours) * plan.cover.lateWork
          + max(0, hours - wanted) * plan.cover.surplus
      })
  }

  /// What becomes of each piece of work, and the price of what is late.
  func workCells(of settlement: WorkSettlement, adding cost: inout RosterCost) -> [WorkCell] {
    zip(plan.need.freeWork, settlement.workUnits).map { work, units in
      let hours = Double(units.values.reduce(0, +)) / unitsPerHour
      cost.shortfall += max(0, work.hours - hours) * plan.cover.lateWork
      cost.surplus += max(0, hours - work.hours) * plan.cover.surplus
      return WorkCell(work: work, doneHours: min(hours, work.hours))
    }
  }

  /// Adds what is done of the work, and what is missing of it, to the need of
  /// the intervals: late work is spread over the intervals it could have been
  /// done in.
  func addWork(
    _ settlement: WorkSettlement, wanted: inout [[Double]], served: inout [[Double]]
  ) {
    for (work, units) in zip(plan.need.freeWork, settlement.workUnits) {
      let total = Double(units.values.reduce(0, +))
      let useful = total > 0 ? min(1, work.hours * unitsPerHour / total) : 1
      for (interval, amount) in units.sorted(by: { $0.key < $1.key }) {
        let heads = Double(amount) / Double(plan.unitsPerHead)
        served[work.skill][interval] += heads
        wanted[work.skill][interval] += heads * useful
      }
      let late = max(0, work.hours - total / unitsPerHour)
      guard late > 0, !work.intervals.isEmpty else { continue }
      let missing =
        late * 60 / Double(plan.horizon.intervalMinutes) / Double(work.intervals.count)
      // Where work is late nobody is left over: what is beyond the need there is
      // a part of a head that no piece could use.
      for interval in work.intervals {
        wanted[work.skill][interval] =
          max(wanted[work.skill][interval], served[work.skill][interval]) + missing
      }
    }
  }

  /// What the gaps of the intervals with work that may wait cost, and the
  /// agent-hours missing in them.
  func workGaps(
    _ presence: [Int: [Set<Int>: Int]], in intervals: Set<Int>
  ) -> (cost: RosterCost, hours: Double) {
    var cost = RosterCost()
    let settlement = settleWork(presence, in: intervals)
    var hours = workCells(of: settlement, adding: &cost).reduce(0) { $0 + $1.lateHours }
    for interval in intervals.sorted() {
      let heads = settlement.headUnits[interval] ?? [:]
      price(of: heads, interval: interval, adding: &cost)
      hours += shortfallHours(of: heads, interval: interval)
    }
    return (cost, hours)
  }
}
