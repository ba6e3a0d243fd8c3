import Dispatch
import Foundation
import LinearModel
import Reports
import Rostering
import Synchronization

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
  /// True if each case starts from the roster of the one two before it.
  public var startsWarm: Bool
  /// The most work of each case; nil for no limit.
  public var work: Int?

  /// Settings; by default a minute, half a percent, all cores.
  public init(
    solver: SolverChoice = .auto, seconds: Double? = 60, relativeGap: Double = 0.005,
    seed: UInt64 = 1, workers: Int = ProcessInfo.processInfo.activeProcessorCount,
    startsWarm: Bool = true, work: Int? = nil
  ) {
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
/// The cases form two chains, the even and the odd ones; along a chain each
/// case starts from the roster of the one before it, so what starts from what
/// does not depend on how many cores there are or which case ends first.
/// Each case stays on one thread from its first to its last step.
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
  /// Changes of demand against which every roster is held.
  public let scenarios: [SweepCase]

  /// The chains that cases form.
  private static let chainCount = 2

  /// A runner of sweeps over a plan.
  public init(editor: PlanEditor, settings: SweepSettings, scenarios: [SweepCase] = []) {
    self.editor = editor
    self.settings = settings
    self.scenarios = scenarios
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
    let work = SweepWork(
      count: cases.count, chains: settings.startsWarm ? Self.chainCount : cases.count)
    let begin = ContinuousClock.now
    let workers = min(settings.workers, work.chainCount)
    DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
      while let index = work.take() {
        let seconds = settings.seconds.map { total in
          let left = total - (ContinuousClock.now - begin) / .seconds(1)
          return work.share(of: max(0, left), workers: workers)
        }
        let before = work.result(before: index)
        let result = solve(
          cases[index], index: index, loaded: plans[index], seconds: seconds,
          start: before?.roster ?? start, startPlan: before?.loaded?.plan ?? editor.base.plan,
          cancellation: cancellation)
        work.finish(result, progress: progress)
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
      figures.scenarioShortfalls = shortfalls(of: solution.roster, sweepCase)
      return Result(index: index, facts: figures, loaded: loaded, roster: solution.roster)
    } catch {
      failed.seconds = (ContinuousClock.now - begin) / .seconds(1)
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

  /// What a roster would miss under each change of demand.
  private func shortfalls(
    of roster: Roster, _ sweepCase: SweepCase
  ) -> [CaseFacts.ScenarioShortfall] {
    // What demand a roster was made for does not change what may come.
    let edits = sweepCase.edits.filter { edit in
      switch edit {
      case .demand, .demandBand: false
      default: true
      }
    }
    return scenarios.compactMap { scenario in
      let both = SweepCase(name: scenario.name, edits: edits + scenario.edits)
      guard let loaded = try? editor.plan(of: both) else { return nil }
      let audit = RosterAuditor(plan: loaded.plan).audit(roster)
      let service = ServiceFigures(loaded: loaded, coverage: audit.coverage)
      let covered = audit.needHours > 0 ? 1 - audit.shortfallHours / audit.needHours : 1
      return CaseFacts.ScenarioShortfall(
        name: scenario.name, shortfallHours: audit.shortfallHours,
        isMet: service.isMet(coveredShare: covered))
    }
  }
}

/// Which cases are taken, running and done, shared by the workers.
private final class SweepWork: Sendable {
  private struct State {
    /// For each chain the next case.
    var next: [Int]
    var isBusy: [Bool]
    var results: [SweepRunner.Result?]
    var started = 0
  }

  let chainCount: Int
  private let count: Int
  private let state: Mutex<State>
  private let reporting = Mutex(0)

  init(count: Int, chains: Int) {
    self.count = count
    chainCount = max(1, min(chains, count))
    state = Mutex(
      State(
        next: Array(0..<chainCount), isBusy: Array(repeating: false, count: chainCount),
        results: Array(repeating: nil, count: count)))
  }

  /// The next case of a chain that nobody works on; nil when none is left for
  /// this worker.
  func take() -> Int? {
    state.withLock { state in
      let open = state.next.indices.filter { !state.isBusy[$0] && state.next[$0] < count }
      guard let chain = open.min(by: { state.next[$0] < state.next[$1] }) else { return nil }
      state.isBusy[chain] = true
      state.started += 1
      return state.next[chain]
    }
  }

  /// The seconds of one case out of those left: the cases that are left come
  /// in rounds of as many as there are workers.
  func share(of seconds: Double, workers: Int) -> Double {
    let left = state.withLock { count - $0.started + 1 }
    let rounds = (left + workers - 1) / max(1, workers)
    return seconds / Double(max(1, rounds))
  }

  func result(before index: Int) -> SweepRunner.Result? {
    guard chainCount < count, index >= chainCount else { return nil }
    return state.withLock { $0.results[index - chainCount] }
  }

  func finish(_ result: SweepRunner.Result, progress: SweepRunner.ProgressHandler?) {
    state.withLock { state in
      state.results[result.index] = result
      let chain = result.index % chainCount
      state.isBusy[chain] = false
      state.next[chain] += chainCount
    }
    reporting.withLock { done in
      done += 1
      progress?(done, count, result.facts)
    }
  }

  var results: [SweepRunner.Result?] { state.withLock { $0.results } }
}
