import LinearModel
import Rostering

/// Column generation: a column is a person's whole line, the master program
/// joins lines by the cover they give, and pricing is the line optimiser at
/// the master's prices.
///
/// It proves a lower bound, dives to a roster, and improves the roster by
/// column generation over parts of it. Every line is priced exactly, so the
/// bound is valid at any time.
public struct ColumnSolver: RosterSolver {
  public let name = "columns"
  public let needs: Set<SolverNeed> = [.linearSolver]

  /// Where simplex sessions come from.
  private let sessions: any WarmSessionProvider
  /// Threads that price lines; the outcome does not depend on it.
  private let threadCount: Int

  /// A solver over the sessions of a backend.
  public init(sessions: any WarmSessionProvider, threadCount: Int = 2) {
    self.sessions = sessions
    self.threadCount = max(1, threadCount)
  }

  /// Shares of the time limit after which each phase has to end.
  private enum PhaseEnd {
    static let ascent = 0.15
    static let root = 0.6
    static let dive = 0.8
  }

  public func solve(
    _ problem: RosterProblem, limits: SolverLimits, start: [Line]?,
    progress: SolverProgressHandler?, isCancelled: @escaping CancellationCheck
  ) -> SolverOutcome {
    let begin = ContinuousClock.now
    let first = GreedySolver().solve(
      problem, limits: limits, start: start, progress: progress, isCancelled: isCancelled)
    guard let lines = first.lines else {
      return SolverOutcome(lines: nil, cost: nil, reason: first.reason, solver: name)
    }
    let roster = CompiledRoster(problem)
    let watch = CancellationWatch(isCancelled)
    defer { watch.stop() }
    var run = ColumnRun(
      roster: roster, lines: lines, limits: limits, threadCount: threadCount,
      clock: ColumnClock(
        begin: begin, limit: limits.seconds, cancellation: watch.cancellation,
        workLeft: limits.workLimit),
      progress: progress)
    do {
      try sessions.withSession { session in try proveAndDive(&run, session: session) }
      try improve(&run)
    } catch {
      // The best roster so far and what was proven stay.
      return run.outcome(reason: .failure("\(error)"), solver: name)
    }
    return run.outcome(reason: run.end, solver: name)
  }

  /// The bound at the root, and a roster from its lines.
  private func proveAndDive(
    _ run: inout ColumnRun, session: any WarmSession
  ) throws(SessionFailure) {
    let generator = try ColumnGenerator(
      ColumnTask(run.roster), session: session, threadCount: threadCount)
    var ascent = PriceAscent(
      generator.pricer, startingAt: Array(repeating: 0, count: generator.layout.rowCount))
    var clock = run.clock.part(endingAt: PhaseEnd.ascent)
    var raised: [Double] = []
    guard
      ascent.climb(
        200, keepingLast: 20, target: run.cost, maker: generator.maker, clock: &clock,
        improved: { raised.append($0) })
    else { return }
    run.clock.add(clock)
    if let bound = raised.max() { run.raise(bound: bound, phase: "price ascent") }
    generator.adopt(bound: ascent.bestBound, prices: ascent.bestPrices)
    try generator.add(run.lines)
    _ = try generator.master.add(ascent.lines)
    var end = ColumnGenerator.End.stopped
    clock = run.clock.part(endingAt: PhaseEnd.root)
    while end == .stopped, clock.stopped == nil, !run.isClose {
      end = try generator.generate(roundLimit: 1, gap: 1e-6, clock: &clock)
      run.raise(bound: generator.bound, phase: "column generation")
    }
    run.clock.add(clock)
    guard end != .noLine, !run.isClose, run.clock.stopped == nil else { return }
    clock = run.clock.part(endingAt: PhaseEnd.dive)
    var dive = Dive()
    dive.partLength = max(1, min(7, run.roster.problem.dayCount / 2))
    if let found = try dive.run(generator, clock: &clock) { run.take(found, phase: "dive") }
    run.clock.add(clock)
  }

  /// Column generation over a window of days for everybody, and over some
  /// people for all days, in turn.
  private func improve(_ run: inout ColumnRun) throws {
    var neighbourhoods = Neighbourhoods(run.roster.problem, seed: run.limits.seed)
    var misses = 0
    while run.clock.stopped == nil, !run.isClose {
      let task = neighbourhoods.next(run.roster, lines: run.lines)
      let found = try sessions.withSession { session in
        try betterPart(of: run, task: task, session: session)
      }
      run.clock.spend(task.people.count)
      let isBetter = found.map { run.take($0, phase: "neighbourhoods") } ?? false
      neighbourhoods.learn(isBetter: isBetter)
      misses = isBetter ? 0 : misses + 1
      // Without a clock the neighbourhoods are tried often enough.
      if run.limits.seconds == nil, run.limits.workLimit == nil, misses >= 30 { return }
    }
  }

  /// A cheaper roster that differs in the task only; nil if there is none or
  /// none was found.
  private func betterPart(
    of run: ColumnRun, task: ColumnTask, session: any WarmSession
  ) throws(SessionFailure) -> [Line]? {
    let generator = try ColumnGenerator(task, session: session, threadCount: threadCount)
    var clock = run.clock.part(seconds: Neighbourhoods.longestSeconds)
    let own = task.people.map { run.lines[$0] }
    try generator.add(own)
    let cutoff = generator.cost(of: own) - 1e-6 * max(1, run.cost.magnitude)
    let end = try generator.generate(roundLimit: 30, gap: 1e-5, cutoff: cutoff, clock: &clock)
    guard end != .noLine, generator.bound < cutoff, clock.stopped == nil else { return nil }
    var dive = Dive()
    dive.partLength = max(1, min(3, task.days.count))
    dive.share = 0.15
    dive.cutoff = cutoff
    guard let lines = try dive.run(generator, clock: &clock) else { return nil }
    var candidate = run.lines
    for (index, person) in task.people.enumerated() { candidate[person] = lines[index] }
    return candidate
  }
}
