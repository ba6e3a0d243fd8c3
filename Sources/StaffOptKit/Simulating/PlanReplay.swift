import CivilTime
import Reports
import Rostering
import Simulation
import Workload

/// How to simulate a roster.
public struct ReplaySettings: Sendable {
  /// How often the horizon is replayed, at least 1.
  public var replications: Int
  /// What random numbers start from.
  public var seed: UInt64
  /// The share of shifts whose person does not come, 0 to 1.
  public var noShow: Double
  /// How handle times vary around their mean.
  public var handleTimes: HandleTimes
  /// Threads; nil takes one a core. The outcome does not depend on it.
  public var threads: Int?
  /// Whether days bring more or less than expected, as the forecast's bands
  /// say; otherwise each brings its mean, on average.
  public var variesOverBand = true

  /// Settings; by default 200 replications in which everybody comes.
  public init(
    replications: Int = 200, seed: UInt64 = 1, noShow: Double = 0,
    handleTimes: HandleTimes = .exponential, threads: Int? = nil
  ) {
    self.replications = replications
    self.seed = seed
    self.noShow = noShow
    self.handleTimes = handleTimes
    self.threads = threads
  }
}

/// Replays rosters of a plan against the customers it expects.
public struct PlanReplay: Sendable {
  /// The plan with its need.
  public let loaded: LoadedPlan
  private let need: StaffingNeed

  /// A replay of a plan; nil if it expects no customers, because its need is
  /// given instead of forecast.
  public init?(_ loaded: LoadedPlan) {
    guard let need = loaded.need else { return nil }
    self.loaded = loaded
    self.need = need
  }

  /// Skills whose need is given, so that nothing of them is simulated.
  public var skillsLeftOut: [String] {
    loaded.plan.need.skills.filter { need.skill(named: $0) == nil }
  }

  /// What customers of a roster meet.
  ///
  /// - Parameters:
  ///   - roster: The roster.
  ///   - audit: What the auditor found in it.
  ///   - isCancelled: Ends the work with the replications done so far.
  public func simulate(
    _ roster: Roster, audit: AuditReport, settings: ReplaySettings = ReplaySettings(),
    isCancelled: @Sendable () -> Bool = { false }
  ) -> ReplayFacts {
    var model = ReplayModel(
      plan: loaded.plan, roster: roster, need: need,
      openingHours: loaded.document.workload.opening,
      forecast: settings.variesOverBand ? loaded.forecast : nil)
    model.handleTimes = settings.handleTimes
    let result = Replayer(model, noShow: settings.noShow, threads: settings.threads).run(
      replications: settings.replications, seed: settings.seed, isCancelled: isCancelled)
    return ReplayFacts(
      plan: loaded.plan, need: need,
      onDuty: onDuty(audit.coverage).map { $0.map { $0 * (1 - settings.noShow) } }, result: result,
      noShow: settings.noShow, seed: settings.seed, handleTimes: settings.handleTimes,
      dayVariances: settings.variesOverBand ? dayVariances : [])
  }

  /// For each day by how much the class that varies most does.
  private var dayVariances: [Double] {
    guard let forecast = loaded.forecast else { return [] }
    return (0..<need.axis.dayCount).map { day in
      forecast.series.compactMap { $0.days.indices.contains(day) ? $0.days[day].dayVariance : nil }
        .max() ?? 0
    }
  }

  /// For each skill of the need the agents on duty by interval.
  private func onDuty(_ coverage: [CoverageCell]) -> [[Double]] {
    let names = loaded.plan.need.skills
    var onDuty = need.skills.map { _ in Array(repeating: 0.0, count: need.axis.intervalCount) }
    for cell in coverage where names.indices.contains(cell.skill) {
      guard let index = need.skills.firstIndex(where: { $0.skill == names[cell.skill] }),
        onDuty[index].indices.contains(cell.interval)
      else { continue }
      onDuty[index][cell.interval] = cell.onDuty
    }
    return onDuty
  }
}
