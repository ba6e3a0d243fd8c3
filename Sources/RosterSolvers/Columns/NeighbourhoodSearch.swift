import LinearModel
import Rostering

/// One thread's large-neighbourhood search: opens a part of the best roster
/// and lets a part solver look for a better one, or lets best responses work
/// for a while.
struct NeighbourhoodSearch {
  /// Seconds that best responses work for at a time.
  static let responseSeconds = 0.8
  /// The most seconds of a part, and the most line optimisations for each of
  /// its people.
  static let longestSeconds = 4.0
  static let longestWork = 150
  /// How warm best responses from the best roster are.
  static let warmth = 0.3
  /// The relative distance from the best roster at which annealing goes on
  /// from there while it is hot.
  private static let lag = 2e-3

  /// Where best responses start.
  enum Responses: Equatable {
    /// From the best roster, each time.
    case fromBest
    /// From where they stopped, cooling down over the whole of the limits; the
    /// share of the steps that they get at the least.
    case annealed(share: Double)
  }

  /// How a search works.
  struct Manner {
    /// Betters the parts.
    var parts: any PartSolver
    var responses = Responses.fromBest
  }

  private(set) var incumbent: Incumbent
  private let manner: Manner
  private var neighbourhoods: Neighbourhoods
  private var draft: RosterDraft
  private var island: SearchIsland
  private var random: SeededGenerator
  /// How often best responses had their turn.
  private var bursts = 0
  private var nearMiss: NearMiss?

  /// The cheapest roster that parts of a roster came to although it costs
  /// more than that.
  private struct NearMiss {
    var value: Incumbent.Value
    /// What the roster costs whose parts were opened.
    var base: Double
  }

  /// How much more than the best roster a near miss may cost, as a share.
  private static let nearShare = 0.01

  init(_ incumbent: Incumbent, _ manner: Manner, seed: UInt64) {
    self.incumbent = incumbent
    self.manner = manner
    neighbourhoods = Neighbourhoods(incumbent.roster, seed: seed)
    if case .annealed(let share) = manner.responses { neighbourhoods.responseShare = share }
    random = SeededGenerator(seed: seed ^ 0xD1CE)
    draft = RosterDraft(incumbent.roster)
    island = SearchIsland(
      RosterDraft(incumbent.roster, lines: incumbent.value.lines), seed: seed ^ 0x5EED)
  }

  /// The same search, with what it has learned, of another roster.
  func moved(to incumbent: Incumbent) -> NeighbourhoodSearch {
    var search = self
    search.incumbent = incumbent
    search.nearMiss = nil
    // The search that goes on afterwards must not repeat what this one draws.
    search.random = search.random.forked()
    search.neighbourhoods.fork()
    // Best responses would lead back to where they were.
    let value = incumbent.value
    search.island.adopt(value.lines, cost: value.cost)
    return search
  }

  /// The cheapest roster that parts of the best one came to although it costs
  /// more; each is handed out once.
  mutating func takeNearMiss() -> Incumbent.Value? {
    defer { nearMiss = nil }
    return nearMiss?.base == incumbent.value.cost ? nearMiss?.value : nil
  }

  /// Remembers a roster that costs somewhat more than the best one if no
  /// cheaper one is remembered.
  mutating func remember(_ lines: [Line], cost: Double, base: Double) {
    guard cost > base, cost <= base + Self.nearShare * abs(base) else { return }
    if let nearMiss, nearMiss.base == base, nearMiss.value.cost <= cost { return }
    nearMiss = NearMiss(value: Incumbent.Value(lines: lines, cost: cost), base: base)
  }

  /// What a part came to.
  struct Result {
    /// The whole roster with the part's new lines; nil if nothing was gained.
    var lines: [Line]?
    /// What the roster has become cheaper by.
    var gain = 0.0
    var clock: ColumnClock

    /// Nothing.
    init(clock: ColumnClock) { self.clock = clock }

    /// A roster in place of another one.
    init(
      _ lines: [Line], cost: Double, insteadOf value: Incumbent.Value, clock: ColumnClock
    ) {
      gain = max(0, value.cost - cost)
      if gain > 1e-9 * max(1, value.cost.magnitude) { self.lines = lines }
      self.clock = clock
    }
  }

  /// Betters the parts.
  var parts: any PartSolver { manner.parts }
  /// Whether sizes follow seconds, or line optimisations.
  private var isTimed: Bool { incumbent.limits.isTimed }

  /// Opens the next part of the best roster and takes over what is gained.
  mutating func advance(clock: inout ColumnClock, phase: String) throws {
    let value = incumbent.value
    let result = try step(from: value, clock: clock)
    count(result, on: &clock)
    if let lines = result.lines {
      _ = incumbent.merge(lines, changedFrom: value.lines, phase: phase)
    }
  }

  /// Opens the next part and looks for a cheaper roster in it.
  ///
  /// - Parameters:
  ///   - value: The roster to start from.
  ///   - warmth: How warm annealed responses are, from 1 to 0; nil to follow the
  ///     seconds, or to go up and down without any.
  mutating func step(
    from value: Incumbent.Value, clock: ColumnClock, warmth: Double? = nil
  ) throws -> Result {
    let begin = clock.seconds
    let task = neighbourhoods.next(
      lines: value.lines, coverCost: incumbent.roster.coverCostOfDays(value.lines))
    guard let task else {
      return respond(from: value, clock: clock, warmth: warmth)
    }
    let result = try open(task, of: value, clock: clock)
    neighbourhoods.learn(
      gain: result.gain, effort: effort(of: result, since: begin), aim: aimedEffort(of: task),
      isCut: result.clock.stopped != nil)
    return result
  }

  /// What a part took: seconds, or line optimisations.
  func effort(of result: Result, since begin: Double) -> Double {
    isTimed ? result.clock.seconds - begin : Double(result.clock.work)
  }

  /// Counts what a part took; without seconds to keep to, none is for nothing.
  func count(_ result: Result, on clock: inout ColumnClock) {
    clock.spend(max(isTimed ? 0 : 1, result.clock.work))
  }

  /// What a part should take: seconds, or line optimisations.
  func aimedEffort(of task: ColumnTask) -> Double {
    isTimed ? parts.aimedSeconds : Double(Self.longestWork * task.people.count) / 3
  }

  /// Looks for a cheaper roster in a part, and remembers a near miss.
  mutating func open(
    _ task: ColumnTask, of value: Incumbent.Value, clock: ColumnClock
  ) throws -> Result {
    var clock =
      isTimed
      ? clock.part(seconds: Self.longestSeconds)
      : clock.part(work: Self.longestWork * task.people.count)
    let part = try parts.lines(
      from: value, task: task, leastGain: incumbent.leastGain(from: value.cost),
      random: &random, clock: &clock)
    guard let part else { return Result(clock: clock) }
    let polished = polish(task.placing(part, in: value.lines), task: task, clock: &clock)
    let cost = incumbent.roster.cost(of: polished)
    remember(polished, cost: cost, base: value.cost)
    return Result(polished, cost: cost, insteadOf: value, clock: clock)
  }

  /// Ruins and recreates lines for a while.
  private mutating func respond(
    from value: Incumbent.Value, clock: ColumnClock, warmth: Double?
  ) -> Result {
    let begin = clock.seconds
    // Counts what is done here only; whoever asked adds it.
    var clock = clock.part()
    let warmth = manner.responses == .fromBest ? Self.warmth : warmth ?? timedWarmth(clock)
    // The colder it is, the less an island that lags behind makes up.
    let lag = Self.lag * warmth
    if manner.responses == .fromBest || island.bestCost > value.cost + lag * abs(value.cost) {
      island.adopt(value.lines, cost: value.cost)
    }
    let workLimit = min(clock.workLeft ?? .max, Self.longestWork * 4)
    var work = WorkClock(
      SolverLimits(
        // Infinite ones are no limit.
        seconds: isTimed ? min(Self.responseSeconds, clock.secondsLeft) : clock.secondsLeft,
        workLimit: isTimed ? nil : workLimit),
      isCancelled: { [cancellation = clock.cancellation] in cancellation.isCancelled })
    island.run(clock: &work, warmth: { _ in warmth }, improved: { _ in })
    bursts += 1
    if !isTimed { clock.spend(workLimit) }
    let result = Result(
      island.bestLines, cost: island.bestCost, insteadOf: value, clock: clock)
    neighbourhoods.learn(
      gain: result.gain, effort: effort(of: result, since: begin), aim: .infinity, isCut: false)
    return result
  }

  /// From 1 to 0 over the time that is given; without any it goes up and down
  /// with growing periods.
  private func timedWarmth(_ clock: ColumnClock) -> Double {
    if let limit = clock.limit, limit > 0 { return min(1, max(0, 1 - clock.seconds / limit)) }
    return warmthInGrowingPeriods(bursts, first: 64)
  }

  /// Best responses of the task's people until nothing is gained.
  private mutating func polish(
    _ lines: [Line], task: ColumnTask, clock: inout ColumnClock
  ) -> [Line] {
    draft.replace(by: lines)
    var quiet = 0
    for _ in 0..<3 {
      for (person, pattern) in zip(task.people, task.patterns) {
        if quiet >= task.people.count || clock.stopped != nil { return draft.lines }
        clock.spend(1)
        quiet = GreedySolver.respond(&draft, person: person, pattern: pattern) ? 0 : quiet + 1
      }
    }
    return draft.lines
  }
}

extension NeighbourhoodSearch.Manner {
  /// Days up to which annealed best responses gain more than parts do.
  private static let shortHorizon = 21

  /// Parts by prices, and annealed best responses.
  static func priced(_ parts: PricePartSolver, of roster: CompiledRoster) -> Self {
    Self(parts: parts, responses: .annealed(share: responseShare(roster)))
  }

  /// The share of the effort that best responses get at the least: they gain
  /// most where lines are short, parts where they are long.
  private static func responseShare(_ roster: CompiledRoster) -> Double {
    return if roster.hasLongLines {
      0.05
    } else if roster.problem.dayCount > shortHorizon {
      0.1
    } else {
      0.7
    }
  }
}
