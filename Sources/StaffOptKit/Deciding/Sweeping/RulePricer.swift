import LinearModel
import Reports
import RosterSolvers
import Rostering

/// Prices the rules of a plan against the clock.
///
/// The plan as it is comes first and gets much of the time: it is the
/// yardstick of all others. Its prices of heads then bound what each looser
/// rule could save; where that is next to nothing, nothing is left to solve,
/// since the plan's own roster keeps the looser rule too. The rest of the time
/// goes to the rules that are open, each from the plan's roster, and to the
/// plan itself where its gap is wider than wanted.
public struct RulePricer: Sendable {
  /// Solves cases; its limit of seconds is that of all together.
  public let runner: SweepRunner
  /// The limits that move.
  public let sweep: RulePriceSweep

  /// The share of the time that the plan as it is gets at first.
  private static let shareOfPlan = 0.4
  /// The share of the time that bounds get, all together.
  private static let shareOfBounds = 0.2
  /// The most steps of a bound that starts from the plan's prices.
  private static let stepLimit = 400

  /// A pricer of a plan's rules.
  public init(runner: SweepRunner, sweep: RulePriceSweep) {
    self.runner = runner
    self.sweep = sweep
  }

  /// The plan as it is, then one result for each limit; only the plan where it
  /// has no roster.
  ///
  /// - Throws: The problems of the cases' plans.
  public func run(
    progress: SweepRunner.ProgressHandler? = nil, cancellation: Cancellation = Cancellation()
  ) throws(PlanProblems) -> [SweepRunner.Result] {
    let begin = ContinuousClock.now
    func secondsLeft() -> Double? {
      runner.settings.seconds.map { max(0, $0 - (ContinuousClock.now - begin) / .seconds(1)) }
    }
    let count = 1 + sweep.cases.count
    let first = try solve(
      [sweep.base], seconds: runner.settings.seconds.map { $0 * Self.shareOfPlan },
      progress: { progress?($0, count, $2) }, cancellation: cancellation)
    guard var base = first.first, let roster = base.roster, let loaded = base.loaded else {
      return first
    }
    let cost = base.facts.objective
    let boundSeconds = secondsLeft().map { $0 * Self.shareOfBounds / Double(count) }
    let ownBound = RelaxedBound(
      CompiledRoster(ProblemCompiler(plan: loaded.plan).compile().problem), target: cost,
      seconds: boundSeconds.map { $0 * 3 }, cancellation: cancellation)
    base.facts.raise(bound: ownBound?.value)
    base.facts.relaxedValue = ownBound?.value
    let plans = try runner.plans(of: sweep.cases)
    let bounds = plans.map { plan in
      RelaxedBound(
        CompiledRoster(ProblemCompiler(plan: plan.plan).compile().problem), target: cost,
        startingFrom: ownBound, stepLimit: Self.stepLimit, seconds: boundSeconds,
        cancellation: cancellation)
    }
    let least = cost * (1 - SweepFacts.nothingShare)
    let open = bounds.indices.filter { bounds[$0].map { $0.value < least } ?? true }
    let isWide = base.facts.gap.map { $0 > runner.settings.relativeGap } ?? true
    let again = open.isEmpty || !isWide ? [] : [sweep.base]
    let decided = count - 1 - open.count
    let solved = try solve(
      again + open.map { sweep.cases[$0] }, seconds: secondsLeft(), start: roster,
      progress: { progress?(decided + $0, count, $2) }, cancellation: cancellation)
    if let better = again.isEmpty ? nil : solved.first { base = SweepWork.better(base, better) }
    base.facts.relaxedValue = ownBound?.value
    var results = sweep.cases.indices.map { index -> SweepRunner.Result in
      var result = base
      result.loaded = plans[index]
      if let place = open.firstIndex(of: index) {
        result = Self.notDearer(solved[again.count + place], than: base)
      }
      result.index = index + 1
      result.facts.name = sweep.cases[index].name
      result.facts.marginalWorth = []
      result.facts.relaxedValue = bounds[index]?.value
      if !open.contains(index) { (result.facts.bound, result.facts.seconds) = (nil, 0) }
      result.facts.raise(bound: bounds[index]?.value)
      return result
    }
    results.insert(base, at: 0)
    return results
  }

  /// A looser plan's result, with the roster of the plan itself where that is
  /// cheaper than what the looser plan had time to find: it keeps the looser
  /// rule too. The bound stays that of the looser plan.
  static func notDearer(
    _ looser: SweepRunner.Result, than base: SweepRunner.Result
  ) -> SweepRunner.Result {
    guard looser.facts.status == .solved, base.facts.status == .solved,
      base.facts.objective < looser.facts.objective
    else { return looser }
    var result = looser
    result.roster = base.roster
    result.facts = base.facts
    result.facts.bound = looser.facts.bound
    result.facts.weekLimitHours = looser.facts.weekLimitHours
    result.facts.overtimeLimitHours = looser.facts.overtimeLimitHours
    result.facts.seconds = looser.facts.seconds
    return result
  }

  private func solve(
    _ cases: [SweepCase], seconds: Double?, start: Roster? = nil,
    progress: SweepRunner.ProgressHandler?, cancellation: Cancellation
  ) throws(PlanProblems) -> [SweepRunner.Result] {
    guard !cases.isEmpty else { return [] }
    var settings = runner.settings
    // Each starts from the plan's own roster, none from another's.
    settings.startsWarm = false
    settings.seconds = seconds.map { max(1, $0) }
    let part = SweepRunner(editor: runner.editor, settings: settings, outlook: runner.outlook)
    return part.run(
      cases, plans: try part.plans(of: cases), start: start, progress: progress,
      cancellation: cancellation)
  }
}

extension CaseFacts {
  /// Takes over a bound that is proven elsewhere, if it is higher.
  mutating func raise(bound other: Double?) {
    guard status == .solved, let other else { return }
    bound = min(max(bound ?? other, other), objective)
  }
}
