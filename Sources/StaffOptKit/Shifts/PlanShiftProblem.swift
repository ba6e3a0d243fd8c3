import PlanFiles
import Rostering
import ShiftDesign

/// What a mis-covered minute and a distinct shift cost, where the command line
/// says so.
public struct ShiftPrices: Hashable, Sendable {
  /// Price of a missing agent-hour; nil takes the plan's first shortfall price.
  public var underPerHour: Double?
  /// Price of an agent-hour beyond the need; nil takes the team's mean wage
  /// and the plan's surplus price.
  public var overPerHour: Double?
  /// Price of each distinct shift; nil takes that of one missing agent-hour a
  /// day: a further shift is worth it if it saves as much.
  public var perShift: Double?

  /// What the plan says.
  public init(
    underPerHour: Double? = nil, overPerHour: Double? = nil, perShift: Double? = nil
  ) {
    self.underPerHour = underPerHour
    self.overPerHour = overPerHour
    self.perShift = perShift
  }
}

/// The shift design problem of a plan: its need over all days against every
/// shift that its patterns' windows (or others) allow inside the opening hours.
struct PlanShiftProblem {
  let plan: RosterPlan
  let windows: ShiftWindows
  let prices: ShiftPrices
  /// The skill whose need is covered; nil for the sum of all.
  let skill: String?

  /// The most shifts to choose from.
  static let mostCandidates = 5_000

  /// The patterns, one a candidate kind: what a designed shift inherits.
  var sources: [ShiftPattern] {
    let usable = plan.patterns.filter { pattern in
      guard let skill else { return true }
      return pattern.skills.isEmpty || pattern.skills.contains(skill)
    }
    guard windows.startMinutes == nil || windows.lengthMinutes == nil || windows.breaks == nil
    else {
      return [
        ShiftPattern(
          name: "", startMinutes: windows.startMinutes ?? [],
          lengthMinutes: windows.lengthMinutes ?? [], breaks: windows.breaks ?? [])
      ]
    }
    return usable.map { pattern in
      var pattern = pattern
      let step = plan.horizon.intervalMinutes
      pattern.startMinutes =
        windows.startMinutes ?? Self.filled(pattern.startMinutes, step: step)
      pattern.lengthMinutes = windows.lengthMinutes ?? pattern.lengthMinutes
      pattern.breaks = windows.breaks ?? pattern.breaks
      return pattern
    }
  }

  /// All values from the least to the greatest in steps, and those given.
  private static func filled(_ values: [Int], step: Int) -> [Int] {
    guard let least = values.min(), let most = values.max() else { return values }
    return Set(values + stride(from: least, through: most, by: step)).sorted()
  }

  /// The problem; nil if there are no shifts to choose from, or too many.
  var problem: ShiftDesignProblem? {
    let sources = sources
    // One pattern for each start and length, so that the options of a plan
    // with these patterns say where each fits into the opening hours.
    var single: [ShiftPattern] = []
    var kinds: [Int] = []
    var seen: Set<ShiftPattern> = []
    for (kind, source) in sources.enumerated() {
      for start in source.startMinutes {
        for length in source.lengthMinutes {
          var pattern = source
          pattern.name = ""
          pattern.startMinutes = [start]
          pattern.lengthMinutes = [length]
          pattern.breaks = source.breaks.filter { $0.earliestOffset + $0.minutes <= length }
          guard seen.insert(pattern).inserted else { continue }
          pattern.name = "\(single.count)"
          single.append(pattern)
          kinds.append(kind)
          guard single.count <= Self.mostCandidates else { return nil }
        }
      }
    }
    var offering = plan
    offering.patterns = single
    offering.pinnedDays = []
    let slot = slotMinutes(single)
    var candidates: [ShiftCandidate] = []
    var days: [Int: Set<Int>] = [:]
    var breaks: [Int: [[Range<Int>]]] = [:]
    for option in offering.offeredShifts {
      days[option.pattern, default: []].insert(option.day)
      let laid = option.breaks.map { pause in
        ((pause.minutes.lowerBound - option.minutes.lowerBound) / slot)..<((pause.minutes.upperBound
          - option.minutes.lowerBound) / slot)
      }
      if !breaks[option.pattern, default: []].contains(laid) {
        breaks[option.pattern, default: []].append(laid)
      }
    }
    for (index, pattern) in single.enumerated() {
      guard let allowed = days[index], let start = pattern.startMinutes.first,
        let length = pattern.lengthMinutes.first
      else { continue }
      candidates.append(
        ShiftCandidate(
          kind: kinds[index], startSlot: start / slot, slotCount: length / slot,
          breakChoices: breaks[index] ?? [[]],
          days: allowed.count == plan.horizon.dayCount ? nil : allowed))
    }
    guard !candidates.isEmpty else { return nil }
    let under = prices.underPerHour ?? plan.cover.shortfall.first ?? 0
    return ShiftDesignProblem(
      slotMinutes: slot, dayCount: plan.horizon.dayCount, isCyclic: false,
      need: need(slotMinutes: slot), candidates: candidates,
      overPrice: (prices.overPerHour ?? meanWage + plan.cover.surplus) / 60,
      underPrice: under / 60,
      shiftPrice: prices.perShift ?? under * Double(plan.horizon.dayCount))
  }

  private var meanWage: Double {
    guard !plan.employees.isEmpty else { return 0 }
    return plan.employees.reduce(0) { $0 + $1.hourlyWage } / Double(plan.employees.count)
  }

  /// The longest slot into which intervals, shifts and breaks all divide.
  private func slotMinutes(_ patterns: [ShiftPattern]) -> Int {
    patterns.reduce(plan.horizon.intervalMinutes) { slot, pattern in
      let spans =
        pattern.startMinutes + pattern.lengthMinutes
        + pattern.breaks.flatMap { [$0.minutes, $0.earliestOffset] }
      return spans.reduce(slot, greatestCommonDivisor)
    }
  }

  /// Agents wanted in each slot, over the skills that count.
  private func need(slotMinutes: Int) -> [Double] {
    let perInterval = plan.horizon.intervalMinutes / slotMinutes
    var sums = Array(repeating: 0.0, count: plan.horizon.intervalCount)
    for (name, agents) in zip(plan.need.skills, plan.need.agents)
    where skill.map({ $0 == name }) ?? true {
      for (interval, value) in zip(sums.indices, agents) { sums[interval] += value }
    }
    // Rounding off what a sum of forecasts cannot mean keeps whole needs whole.
    return sums.flatMap { sum in
      Array(repeating: (sum * 1e6).rounded() / 1e6, count: perInterval)
    }
  }
}

private func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  right == 0 ? left : greatestCommonDivisor(right, left % right)
}
