import Dispatch
import Foundation
import LinearModel
import Reports
import Rostering

/// How a sweep is worked out.
public struct SweepSettings: Sendable {
  /// The solver of every case.
  public var solver: SolverChoice
  /// The most seconds of all cases together; nil for no limit.
  public var seconds: Double?
  /// A case ends when its roster is proven to be within this share of the best.
  public var relativeGap: Double
  /// What random choices start from.
  public var seed: UInt64
  /// Cases that are solved at the same time, at least 1.
  public var workers: Int
  /// True if the plan as it is tells what one agent more is worth.
  public var tellsWorth = false
  /// True if each case starts from the roster of an earlier one.
  public var startsWarm: Bool
  /// The most work of each case; nil for no limit.
  public var work: Int?

  /// Settings; by default a minute, half a percent, all cores.
  ///
  /// - Parameter workers: Nil for as many cases at a time as keep all cores
  ///   busy. Against seconds a solver that uses several cores itself has them for
  ///   one case: two half as fast beside each other are not worth more, and one
  ///   after the other each knows how much time the ones before have left over.
  ///   A limit of work leaves cores idle where cases go one by one.
  public init(
    solver: SolverChoice = .auto, seconds: Double? = 60, relativeGap: Double = 0.005,
    seed: UInt64 = 1, workers: Int? = nil, startsWarm: Bool = true, work: Int? = nil
  ) {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let threads = work == nil && seconds != nil ? solver.threadCount(ofCores: cores) : 1
    let workers = workers ?? cores / threads
    self.solver = solver
    self.seconds = seconds
    self.relativeGap = relativeGap
    self.seed = seed
    self.workers = max(1, workers)
    self.startsWarm = startsWarm
    self.work = work
  }
}

/// Solves the cases of a sweep, several at a time.
///
/// Cases form chains: along a chain each starts from the roster of the one
/// before it. Without a limit of seconds there are two, the even and the odd
/// ones, so that what starts from what does not depend on how many cores there
/// are; against the clock there are as many as cases are solved at a time.
/// Cases share the time evenly. What those that are proven early leave over
/// goes to the ones after them, and in the end to those whose gap is still
/// wider than wanted, the widest first, each from its own roster.
public struct SweepRunner: Sendable {
  /// A solved case.
  public struct Result: Sendable {
    /// The case's place in the sweep.
    public var index: Int
    /// Its figures.
    public var facts: CaseFacts
    /// Its plan; nil where it could not be made.
    public var loaded: LoadedPlan?
    /// Its roster; nil where there is none.
    public var roster: Roster?
  }

  /// Is told of each finished case, on one of the sweep's threads and never
  /// twice at the same time.
  public typealias ProgressHandler = @Sendable (_ done: Int, _ count: Int, CaseFacts) -> Void

  /// Makes the plans.
  public let editor: PlanEditor
  /// How cases are worked out.
  public let settings: SweepSettings
  /// Ways demand may come against which every roster is held; nil for none.
  public let outlook: DemandOutlook?

  /// The chains that cases form where their number must not depend on cores.
  private static let chainCount = 2
  /// The least seconds that are worth another start of a case.
  private static let leastAgain = 1.0

  /// A runner of sweeps over a plan.
  public init(editor: PlanEditor, settings: SweepSettings, outlook: DemandOutlook? = nil) {
    self.editor = editor
    self.settings = settings
    self.outlook = outlook
  }

  /// The plans of all cases, made before anything is solved so that every
  /// problem of the scenarios is known at once.
  ///
  /// - Throws: The problems of all cases together.
  public func plans(of cases: [SweepCase]) throws(PlanProblems) -> [LoadedPlan] {
    var plans: [LoadedPlan] = []
    var problems: [PlanProblem] = []
    for sweepCase in cases {
      do throws(PlanProblems) {
        plans.append(try editor.plan(of: sweepCase))
      } catch {
        problems += error.problems
      }
    }
    if problems.contains(where: \.code.isError) { throw PlanProblems(Array(Set(problems))) }
    return plans
  }

  /// Solves the cases.
  ///
  /// - Returns: One result a case, in their order; cases that a cancellation or
  ///   the limit left without a roster say so.
  public func run(
    _ cases: [SweepCase], plans: [LoadedPlan], start: Roster? = nil,
    progress: ProgressHandler? = nil, cancellation: Cancellation = Cancellation()
  ) -> [Result] {
    let chains = settings.seconds == nil ? Self.chainCount : settings.workers
    let work = SweepWork(
      count: cases.count, chains: settings.startsWarm ? chains : cases.count,
      startsWarm: settings.startsWarm)
    let begin = ContinuousClock.now
    let secondsLeft: @Sendable () -> Double? = {
      settings.seconds.map { max(0, $0 - (ContinuousClock.now - begin) / .seconds(1)) }
    }
    let workers = min(settings.workers, work.chainCount)
    DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
      while let index = work.take() {
        let seconds = secondsLeft().map { work.share(of: $0, workers: workers) }
        let before = work.result(before: index)
        let result = solve(
          cases[index], index: index, loaded: plans[index], seconds: seconds,
          start: before?.roster ?? start, startPlan: before?.loaded?.plan ?? editor.base.plan,
          cancellation: cancellation)
        work.finish(result, progress: progress)
      }
      while let (result, open) = work.takeWidest(above: settings.relativeGap),
        !cancellation.isCancelled
      {
        let rounds = (open + workers - 1) / workers
        guard let left = secondsLeft(), left / Double(rounds) >= Self.leastAgain else { return }
        let index = result.index
        let again = solve(
          cases[index], index: index, loaded: plans[index], seconds: left / Double(rounds),
          start: result.roster, startPlan: plans[index].plan, cancellation: cancellation)
        work.improve(result, with: again, progress: progress)
      }
    }
    return work.results.enumerated().map { index, result in
      result
        ?? Result(
          index: index,
          facts: CaseFacts(
            name: cases[index].name, status: .unsolved, note: "",
            people: plans[index].plan.employees.count, days: plans[index].plan.horizon.dayCount),
          loaded: plans[index], roster: nil)
    }
  }

  private func solve(
    _ sweepCase: SweepCase, index: Int, loaded: LoadedPlan, seconds: Double?, start: Roster?,
    startPlan: RosterPlan, cancellation: Cancellation
  ) -> Result {
    let begin = ContinuousClock.now
    let plan = loaded.plan
    var failed = CaseFacts(
      name: sweepCase.name, status: .unsolved, note: "", people: plan.employees.count,
      days: plan.horizon.dayCount)
    guard !cancellation.isCancelled else {
      return Result(index: index, facts: failed, loaded: loaded, roster: nil)
    }
    let warm = start.flatMap { RosterAdapter(plan: plan).adapted($0, of: startPlan) }
    let limits = SolveSettings(
      solver: settings.solver, seconds: seconds, relativeGap: settings.relativeGap,
      seed: settings.seed, work: settings.work)
    do throws(PlanSolveError) {
      let solution = try PlanSolver(plan: plan).solve(
        limits, start: warm, cancellation: cancellation)
      let elapsed = (ContinuousClock.now - begin) / .seconds(1)
      let facts = RosterFacts(
        plan: plan, roster: solution.roster, audit: solution.audit,
        solution: solution.figures(seconds: elapsed, seed: settings.seed), need: loaded.need)
      var figures = CaseFacts(name: sweepCase.name, loaded: loaded, facts: facts)
      if settings.tellsWorth, sweepCase.edits.isEmpty {
        figures.marginalWorth =
          RosterChangePricer(plan: plan, roster: solution.roster).marginalWorth()
      }
      // A limit of work gives the same figures on every machine.
      if settings.work != nil { figures.seconds = 0 }
      figures.outlook = try? outlook?.facts(of: solution.roster, changedBy: sweepCase.edits)
      return Result(index: index, facts: figures, loaded: loaded, roster: solution.roster)
    } catch {
      if settings.work == nil { failed.seconds = (ContinuousClock.now - begin) / .seconds(1) }
      switch error {
      case .impossible(let people):
        failed.status = .impossible
        let rules = people.first?.rules.map(\.key) ?? []
        let who = people.map(\.employee.id)
        failed.note =
          rules.joined(separator: " + ") + ": " + who.prefix(3).joined(separator: ", ")
          + (who.count > 3 ? " +\(who.count - 3)" : "")
      case .nothingFound(let reason):
        if case .failure(let message) = reason { failed.note = message }
      case .solverMissing(let solver): failed.note = "\(solver.rawValue): needs GLPK"
      case .rejected(let violations, _, _):
        failed.note = "the auditor rejects the roster (\(violations.count))"
      }
      return Result(index: index, facts: failed, loaded: loaded, roster: nil)
    }
  }
}
