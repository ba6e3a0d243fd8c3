import Workload

/// A run of intervals in which the queueing formulas and the simulation
/// clearly disagree about a skill's service level.
public struct FormulaDeviation: Equatable, Sendable {
  /// Why the formulas, which suppose that every interval lasts for ever, are
  /// wrong there.
  public enum Cause: String, CaseIterable, Equatable, Sendable {
    /// More work comes, or came just before, than the agents can do: the queue
    /// of one interval is the next one's start.
    case overload
    /// Arrivals or agents change by more than a fifth from the interval
    /// before.
    case change
    /// The days bring more or less than expected, and what the bad ones lose
    /// the good ones do not win back; the formulas see the middle only.
    case variation
    /// Agents serve other classes or skills too.
    case sharing
    /// Few agents with spells away: they come in whole people, the formulas
    /// take a share off.
    case spellsAway
    /// None of these.
    case other
  }

  /// The skill.
  public let skill: String
  /// The intervals.
  public let intervals: Range<Int>
  /// The commonest cause among them.
  public let cause: Cause
  /// The formulas' service level, weighted by arrivals.
  public let formula: Double
  /// The simulation's.
  public let simulated: Double
  /// Contacts that arrive in them.
  public let contacts: Double
}

/// Compares the simulated service level of each skill with the formulas'
/// interval by interval.
public struct FormulaCheck: Equatable, Sendable {
  /// The service level of a skill in an interval, both ways.
  public struct Cell: Equatable, Sendable {
    /// What the formulas say for the agents on duty.
    public let formula: Double
    /// What the simulation says.
    public let simulated: Estimate
    /// Contacts that arrive.
    public let contacts: Double

    /// True if they differ by more than the simulation's margin and by at
    /// least five points of a hundred.
    public var isClear: Bool {
      let difference = (formula - simulated.value).magnitude
      return difference >= 0.05 && difference > simulated.margin
    }
  }

  /// The skills with contacts that are answered at once.
  public let skills: [String]
  /// For each of them and each interval the two levels; nil where nobody
  /// arrives.
  public let cells: [[Cell?]]
  /// Where they clearly disagree, in order of skill and time.
  public let deviations: [FormulaDeviation]

  /// A comparison.
  ///
  /// - Parameters:
  ///   - need: The classes with their arrivals.
  ///   - onDuty: For each skill of the need the agents on duty by interval.
  ///   - dayVariances: For each day by how much its arrivals were varied, as
  ///     the variance of a factor; empty for not at all.
  ///   - sharedSkills: The skills of people who have several.
  ///   - result: The simulation.
  public init(
    need: StaffingNeed, onDuty: [[Double]], dayVariances: [Double] = [],
    sharedSkills: Set<String> = [], result: ReplayResult
  ) {
    var skills: [String] = []
    var cells: [[Cell?]] = []
    var deviations: [FormulaDeviation] = []
    for (index, skill) in need.skills.enumerated() where onDuty.indices.contains(index) {
      let names = skill.classes.filter { !$0.workloadClass.goal.isDeferrable }
        .map(\.workloadClass.name)
      let replays = result.classes.filter { names.contains($0.name) }
      guard !replays.isEmpty else { continue }
      let row = need.axis.intervalRange.map { interval -> Cell? in
        guard
          let expected = need.expectedService(
            skill: skill, onDuty: onDuty[index][interval], interval: interval),
          let simulated = FormulaCheck.level(replays, interval)
        else { return nil }
        return Cell(
          formula: expected.serviceLevel, simulated: simulated.level,
          contacts: simulated.contacts)
      }
      skills.append(skill.skill)
      cells.append(row)
      let isShared = skill.classes.count > 1 || sharedSkills.contains(skill.skill)
      let causes = CauseFinder(
        skill: skill, onDuty: onDuty[index], need: need, dayVariances: dayVariances,
        isShared: isShared)
      deviations += FormulaCheck.runs(row, causes: causes)
    }
    self.skills = skills
    self.cells = cells
    self.deviations = deviations
  }

  /// The service level over several classes.
  private static func level(
    _ replays: [ClassReplay], _ interval: Int
  ) -> (level: Estimate, contacts: Double)? {
    let known = replays.compactMap { replay -> (Double, Estimate)? in
      let cell = replay.intervals[interval]
      return cell.serviceLevel.map { (cell.offered.value, $0) }
    }
    let contacts = known.reduce(0) { $0 + $1.0 }
    guard contacts > 0 else { return nil }
    let value = known.reduce(0) { $0 + $1.0 * $1.1.value } / contacts
    let square = known.reduce(0) { sum, part in
      let share = part.0 / contacts * part.1.margin
      return sum + share * share
    }
    return (Estimate(value: value, margin: square.squareRoot()), contacts)
  }

  /// Neighbouring intervals of a day that clearly disagree in one direction.
  private static func runs(_ cells: [Cell?], causes: CauseFinder) -> [FormulaDeviation] {
    var runs: [FormulaDeviation] = []
    var start: Int?
    func sign(_ interval: Int) -> Int {
      guard cells.indices.contains(interval), let cell = cells[interval], cell.isClear else {
        return 0
      }
      return cell.formula > cell.simulated.value ? 1 : -1
    }
    for interval in 0...cells.count {
      let isNewDay = interval % causes.need.axis.intervalsPerDay == 0
      if let first = start, sign(interval) != sign(first) || isNewDay {
        runs.append(deviation(first..<interval, cells, causes: causes))
        start = nil
      }
      if start == nil, sign(interval) != 0 { start = interval }
    }
    return runs
  }

  private static func deviation(
    _ range: Range<Int>, _ cells: [Cell?], causes: CauseFinder
  ) -> FormulaDeviation {
    var weights: [FormulaDeviation.Cause: Double] = [:]
    var (contacts, formula, simulated) = (0.0, 0.0, 0.0)
    for interval in range {
      guard let cell = cells[interval] else { continue }
      contacts += cell.contacts
      formula += cell.contacts * cell.formula
      simulated += cell.contacts * cell.simulated.value
      weights[
        causes.cause(of: interval, isWorse: cell.simulated.value < cell.formula), default: 0] +=
        cell.contacts
    }
    let order = FormulaDeviation.Cause.allCases
    let cause = order.max { (weights[$0] ?? 0) < (weights[$1] ?? 0) } ?? .other
    return FormulaDeviation(
      skill: causes.skill.skill, intervals: range, cause: cause,
      formula: formula / max(contacts, 1e-9), simulated: simulated / max(contacts, 1e-9),
      contacts: contacts)
  }
}

/// Says why the formulas are wrong about an interval.
private struct CauseFinder {
  let skill: SkillNeed
  let onDuty: [Double]
  let need: StaffingNeed
  let dayVariances: [Double]
  /// True if its agents serve other classes too.
  let isShared: Bool

  private struct State {
    var load = 0.0
    var arrivals = 0.0
    var agents = 0.0

    var isOverloaded: Bool { arrivals > 0 && load >= agents }
  }

  private func state(_ interval: Int) -> State {
    var state = State(agents: onDuty[interval])
    for part in immediate {
      let open = part.openShares[interval] * need.axis.intervalSeconds
      guard part.arrivals[interval] > 0, open > 0 else { continue }
      state.arrivals += part.arrivals[interval]
      state.load +=
        part.arrivals[interval] * part.handleSeconds[interval] / open
        / max(1, part.workloadClass.concurrency) / (1 - part.workloadClass.shrinkage)
    }
    return state
  }

  private var immediate: [ClassNeed] {
    skill.classes.filter { !$0.workloadClass.goal.isDeferrable }
  }

  func cause(of interval: Int, isWorse: Bool) -> FormulaDeviation.Cause {
    let now = state(interval)
    if now.isOverloaded { return .overload }
    if interval > 0 {
      let before = state(interval - 1)
      if before.isOverloaded { return .overload }
      if differs(now.arrivals, before.arrivals) || differs(now.agents, before.agents) {
        return .change
      }
    }
    let day = interval / need.axis.intervalsPerDay
    if isWorse, dayVariances.indices.contains(day), dayVariances[day] >= 0.01 {
      return .variation
    }
    if isShared { return .sharing }
    let isAway = immediate.contains { $0.workloadClass.shrinkage > 0 }
    return isAway && now.agents < 20 ? .spellsAway : .other
  }

  private func differs(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude > 0.2 * max(a, b)
  }
}

extension DemandAxis {
  fileprivate var intervalRange: Range<Int> { 0..<intervalCount }
}
