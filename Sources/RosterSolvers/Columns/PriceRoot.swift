import Rostering

/// The whole roster without a linear program: a bound by a proximal bundle and by
/// branching, and dives from shares of lines.
struct PriceRoot {
  let incumbent: Incumbent
  let pricer: LinePricer
  let maker: ColumnMaker

  /// Seconds that prices get at the least, up to a third of the time.
  static let leastAscent = 1.0
  /// The distance of bound and value, as a share of the value, from which the
  /// prices are good enough to dive from.
  private static let nearShare = 0.1
  /// A dive in fewer rounds is worse than none, and in some more still a poor
  /// one.
  private static let leastRounds = 12.0
  private static let fewRounds = 24.0
  /// The share of the parts that a step of a dive fixes, and the steps of price
  /// between, where lines are short.
  private static let shortShare = 0.03
  private static let shortSteps = 10
  /// The share of a dive's time after which it has to end, so that its roster
  /// can be polished.
  private static let diveShare = 0.85
  /// Days up to which a dive fixes whole lines.
  private static let wholeLength = 10
  /// Long lines are not priced for fewer steps than this: no dive would follow, and
  /// the prices would tell nothing yet.
  private static let leastSteps = 40.0
  /// Steps of price, the most.
  private static let stepLimit = 2_000
  /// Branching takes half of the time; up to more of it until some seconds have
  /// passed.
  private static let branchingShare = 0.5
  private static let longestBranchingShare = 0.75
  private static let branchingSeconds = 6.0

  /// The root of a roster.
  ///
  /// - Parameter pricer: Prices lines of the whole roster.
  init(_ incumbent: Incumbent, pricer: LinePricer) {
    self.incumbent = incumbent
    self.pricer = pricer
    maker = ColumnMaker(task: pricer.task, layout: pricer.layout)
  }

  /// The root of a roster, priced on some threads.
  init(_ incumbent: Incumbent, threadCount: Int) {
    let task = ColumnTask(incumbent.roster)
    self.init(
      incumbent,
      pricer: LinePricer(task, layout: MasterLayout(task), threadCount: threadCount))
  }

  /// Raises the bound until nothing is gained any more.
  ///
  /// - Returns: What dives start from; nil if somebody has no line or there is time
  ///   for a few steps only.
  func climb(clock: inout ColumnClock) -> ProximalAscent? {
    let value = incumbent.value
    var ascent = ProximalAscent(
      pricer, startingAt: Array(repeating: 0, count: maker.layout.rowCount), lines: value.lines,
      maker: maker)
    func climb(_ steps: Int) -> Bool {
      ascent.climb(steps, target: value.cost, clock: &clock) {
        incumbent.raise(bound: $0, phase: "price ascent")
      }
    }
    if incumbent.roster.hasLongLines {
      let (seconds, work) = (clock.seconds, clock.work)
      guard climb(1) else { return nil }
      let effort = stepEffort(work: clock.work - work, seconds: clock.seconds - seconds)
      if clock.effortLeft < Self.leastSteps * effort { return nil }
    }
    return climb(Self.stepLimit) ? ascent : nil
  }

  /// The prices that an ascent has come to, for parts to start from.
  func poolPrices(of ascent: ProximalAscent) -> PoolPrices {
    PoolPrices(ascent.bestPrices, of: maker.layout, problem: incumbent.roster.problem)
  }

  /// What pricing everybody once takes: seconds, or line optimisations under a
  /// work limit.
  ///
  /// - Parameters:
  ///   - work: The line optimisations of an ascent.
  ///   - seconds: What they took.
  func stepEffort(work: Int, seconds: Double) -> Double {
    let people = Double(incumbent.roster.problem.personCount)
    if incumbent.limits.workLimit != nil { return people }
    return max(1e-6, seconds * people / Double(max(1, work)))
  }

  /// A dive in small steps, for lines that are cheap to price.
  var shortDive: PriceDive {
    var dive = PriceDive()
    dive.partLength = partLength
    dive.share = Self.shortShare
    dive.steps = Self.shortSteps
    return dive
  }

  /// True if dives are so short that one takes less than a second.
  var hasShortDives: Bool {
    incumbent.roster.problem.dayCount <= Self.wholeLength
  }

  /// Dives in different orders of which the best counts: before branching and
  /// each time later.
  var firstDiveCount: Int { hasShortDives ? 2 : 1 }
  var laterDiveCount: Int { hasShortDives ? 4 : 1 }

  /// The share of a time limit after which branching has to end.
  private func branchingEnd(of seconds: Double?) -> Double {
    guard let seconds, seconds > 0 else { return Self.branchingShare }
    return max(
      Self.branchingShare, min(Self.longestBranchingShare, Self.branchingSeconds / seconds))
  }

  /// A dive of as many rounds as there is time for: they leave a twentieth of
  /// the parts undecided.
  ///
  /// - Parameters:
  ///   - clock: When it has to end.
  ///   - stepEffort: What a price step takes.
  /// - Returns: Nil if there is time for a few rounds only, which come to worse
  ///   than none.
  func dive(lasting clock: ColumnClock, stepEffort: Double) -> PriceDive? {
    var dive = PriceDive()
    dive.partLength = partLength
    if incumbent.roster.hasShortLines { dive.steps = Self.shortSteps }
    let effort = clock.workLeft.map(Double.init) ?? Self.diveShare * clock.secondsLeft
    var rounds = effort / (stepEffort * Double(dive.steps))
    if rounds < Self.fewRounds {
      // Rounds count for more than the steps between them.
      dive.steps /= 2
      rounds *= 2
    }
    guard rounds >= Self.leastRounds else { return nil }
    // Short lines are cheap to price: smaller steps.
    dive.share = max(
      incumbent.roster.hasShortLines ? Self.shortShare : dive.share, 1 - exponential(-3 / rounds))
    return dive
  }

  /// Dives from an ascent several times, each after the first in another order.
  ///
  /// - Returns: The cheapest roster if none has become the best.
  @discardableResult
  func dive(
    from ascent: ProximalAscent, _ dive: PriceDive, count: Int, clock: inout ColumnClock
  ) -> [Line]? {
    var dive = dive
    var random = SeededGenerator(seed: incumbent.limits.seed ^ 0xD15E)
    var others = OtherRosters(incumbent.roster)
    for number in 0..<count where clock.stopped == nil && !incumbent.isClose {
      if number > 0 { dive.shuffle = SeededGenerator(seed: random.next()) }
      others.take(self.dive(from: ascent, dive, clock: &clock))
    }
    return others.cheapest
  }

  /// Dives from an ascent, polishes the roster by best responses and offers it.
  ///
  /// - Parameter dive: How large its steps are.
  /// - Returns: The dive's roster if it is feasible.
  func dive(
    from ascent: ProximalAscent, _ dive: PriceDive, clock: inout ColumnClock
  ) -> OfferedRoster? {
    var ascent = ascent
    let value = incumbent.value
    // A dive that is cut off needs best responses most.
    var part = clock.part(seconds: clock.limit.map { _ in Self.diveShare * clock.secondsLeft })
    let found = dive.run(
      &ascent, maker: maker, target: value.cost, within: value.lines, clock: &part)
    clock.add(part)
    return found.flatMap { offer($0, clock: &clock) }
  }

  /// True if a bound lies near the best roster: the prices behind it are good
  /// ones.
  ///
  /// - Parameter share: How near, as a share of the best roster's cost.
  func isNear(_ bound: Double, share: Double = Self.nearShare) -> Bool {
    let cost = incumbent.value.cost
    return cost - bound <= share * abs(cost)
  }

  /// Days of the parts that dives fix.
  private var partLength: Int {
    hasShortDives ? max(1, incumbent.roster.problem.dayCount) : 7
  }

  /// Raises the bound by branching on how many people are on duty, until
  /// nothing more is to be gained or its share of the limits is used up.
  ///
  /// - Parameter seconds: The most to take; nil for that share.
  /// - Returns: The node with the least bound, to dive from as well; nil if there
  ///   is none.
  @discardableResult
  func branch(
    from ascent: ProximalAscent, seconds: Double? = nil, clock: inout ColumnClock
  ) -> PricedRoot? {
    guard incumbent.roster.hasShortLines, ascent.hasConverged,
      var tree = DutyTree(self, from: ascent)
    else { return nil }
    var part =
      seconds.map { clock.part(seconds: $0) }
      ?? clock.phase(endingAt: branchingEnd(of: clock.limit))
    while part.stopped == nil, !incumbent.isClose, tree.grow(clock: &part) {}
    clock.add(part)
    return tree.leading
  }

  /// Polishes a roster by best responses and offers it.
  ///
  /// - Returns: The polished roster if it is feasible.
  @discardableResult
  func offer(_ lines: [Line], clock: inout ColumnClock) -> OfferedRoster? {
    guard incumbent.roster.isFeasible(lines) else { return nil }
    var draft = RosterDraft(incumbent.roster, lines: lines)
    var work = WorkClock(
      SolverLimits(
        seconds: clock.secondsLeft.isFinite ? max(0, clock.secondsLeft) : nil,
        workLimit: clock.workLeft.map { max(0, $0) }),
      isCancelled: { [cancellation = clock.cancellation] in cancellation.isCancelled })
    _ = GreedySolver.polish(&draft, roundLimit: 10, clock: &work) { _, _ in }
    if let before = clock.workLeft, let after = work.workLeft {
      clock.spend(max(0, before - after))
    }
    return OfferedRoster(
      lines: draft.lines, isBest: incumbent.offer(draft.lines, phase: "dive"))
  }
}
