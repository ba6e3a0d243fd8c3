import CivilTime
import Rostering
import Simulation
import Workload

/// Everything the reports say about a simulated roster, as values.
public struct ReplayFacts: Sendable {
  /// The plan.
  public let plan: RosterPlan
  /// The classes, in the order of the simulation.
  public let classes: [ReplayClassFacts]
  /// What the replications found.
  public let result: ReplayResult
  /// The formulas beside it.
  public let check: FormulaCheck
  /// The share of shifts whose person does not come.
  public let noShow: Double
  /// What the random numbers start from.
  public let seed: UInt64
  /// How handle times vary.
  public let handleTimes: HandleTimes
  /// For each day the variance of the factor that its arrivals were varied by;
  /// empty where the forecast's mean was held.
  public let dayVariances: [Double]

  /// The facts of a simulation.
  ///
  /// - Parameters:
  ///   - need: The classes that were simulated, in the same order.
  ///   - onDuty: For each skill of the need the agents on duty by interval.
  public init(
    plan: RosterPlan, need: StaffingNeed, onDuty: [[Double]], result: ReplayResult,
    noShow: Double, seed: UInt64, handleTimes: HandleTimes, dayVariances: [Double] = []
  ) {
    self.plan = plan
    let needs = need.skills.flatMap { skill in skill.classes.map { (skill.skill, $0) } }
    classes = zip(needs, result.classes).map { need, replay in
      ReplayClassFacts(skill: need.0, workload: need.1.workloadClass, replay: replay)
    }
    self.result = result
    let shared = plan.employees.map(\.skills).filter { $0.count > 1 }.flatMap { $0 }
    check = FormulaCheck(
      need: need, onDuty: onDuty, dayVariances: dayVariances, sharedSkills: Set(shared),
      result: result)
    self.dayVariances = dayVariances
    self.noShow = noShow
    self.seed = seed
    self.handleTimes = handleTimes
  }

  /// Intervals in which the formulas were compared.
  public var comparedIntervals: Int { check.cells.joined().count { $0 != nil } }
  /// Of them those in which they clearly miss the simulated level.
  public var missedIntervals: Int { check.cells.joined().count { $0?.isClear ?? false } }
  /// Where they miss it, those with most contacts times points first.
  public var worstDeviations: [FormulaDeviation] {
    check.deviations.enumerated().sorted { left, right in
      (-left.element.weight, left.offset) < (-right.element.weight, right.offset)
    }.map(\.element)
  }
}

extension FormulaDeviation {
  fileprivate var weight: Double { contacts * (formula - simulated).magnitude }
}

/// A class and how it fared.
public struct ReplayClassFacts: Sendable {
  /// The skill that serves it.
  public let skill: String
  /// The class.
  public let workload: WorkloadClass
  /// How it fared.
  public let replay: ClassReplay

  /// The class's name.
  public var name: String { workload.name }

  /// The share that the goal wants in time: that of an `answered` goal, all
  /// tickets of a deadline, else nil.
  public var wantedShare: Double? {
    switch workload.goal {
    case .answered(let share, _): share
    case .finished: 1
    case .meanWait, .waitProbability, .abandonment: nil
    }
  }

  /// Whether the goal is met over the horizon; nil where the simulation does
  /// not tell. A deadline counts as met from 99.5 % of the tickets on.
  public var isMet: Bool? {
    let total = replay.total
    switch workload.goal {
    case .answered(let share, _): return total.serviceLevel.map { $0.value >= share }
    case .finished: return total.serviceLevel.map { $0.value >= 0.995 }
    case .meanWait(let seconds): return total.meanWaitSeconds.map { $0.value <= seconds }
    case .abandonment(let share): return total.abandonment.map { $0.value <= share }
    case .waitProbability: return nil
    }
  }

  /// The interval with the most tickets waiting at its end, and how many.
  public var highestBacklog: (interval: Int, tickets: Double)? {
    guard let backlog = replay.backlog,
      let highest = backlog.byInterval.indices.max(by: {
        backlog.byInterval[$0] < backlog.byInterval[$1]
      })
    else { return nil }
    return (highest, backlog.byInterval[highest])
  }
}
