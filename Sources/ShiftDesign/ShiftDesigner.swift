import Dispatch
import LinearModel
import Synchronization

/// Told of better designs as they are found: seconds since the start, the
/// objective, the proven bound.
public typealias DesignProgress =
  @Sendable (_ seconds: Double, _ objective: Double, _ bound: Double)
  -> Void

/// A design, what is proven of it, and why no better one was looked for.
public struct DesignOutcome: Hashable, Sendable {
  /// Why a search ended.
  public enum Reason: String, Hashable, Sendable {
    /// The design is proven best.
    case optimal
    /// The seconds were used up, or somebody asked to stop.
    case stopped
    /// The moves were used up.
    case workLimit = "work-limit"
  }

  /// The best design found.
  public var design: DesignedShifts
  /// No design has an objective below this.
  public var bound: Double
  /// Why the search ended.
  public var reason: Reason
  /// False if the search was stopped before it had any design: then the design
  /// without a shift stands in for one.
  public var isFound = true
}

/// Searches for the distinct shifts and heads that cost least.
///
/// Some walks of simulated annealing over sets of shifts work on their own and
/// meet after fixed numbers of moves, so the outcome for a seed and a number
/// of moves depends neither on the number of cores nor on which is faster.
public struct ShiftDesigner: Sendable {
  /// The problem.
  public let problem: ShiftDesignProblem
  /// Solves the linear program of the bound; without one only what can be
  /// counted is proven.
  public var boundSolver: (any LinearSolver)?
  /// Walks. More than the machine has cores share them.
  public var walkCount: Int

  /// A designer for a problem.
  public init(
    _ problem: ShiftDesignProblem, boundSolver: (any LinearSolver)? = nil, walkCount: Int = 2
  ) {
    self.problem = problem
    self.boundSolver = boundSolver
    self.walkCount = max(1, walkCount)
  }

  /// An objective that no design can be below.
  ///
  /// - Parameter seconds: The most time for the linear program; nil for no
  ///   limit. What can be counted takes no time.
  public func bound(
    seconds: Double? = nil, cancellation: Cancellation = Cancellation()
  ) -> Double {
    let clock = DesignClock(seconds, cancellation: cancellation)
    let bound = DesignBound(problem)
    guard let boundSolver else { return bound.counted }
    let relaxed = bound.relaxed(by: boundSolver, seconds: seconds, cancellation: cancellation)
    // Branching without an end to it would never let the search begin.
    guard let left = clock.secondsLeft, !clock.isStopped else { return relaxed }
    return bound.branched(
      by: boundSolver, known: relaxed, seconds: left, cancellation: cancellation)
  }

  /// The best design that the limits let it find.
  public func solve(
    _ limits: DesignLimits, cancellation: Cancellation = Cancellation(),
    progress: DesignProgress? = nil
  ) -> DesignOutcome {
    let clock = DesignClock(limits.seconds, cancellation: cancellation)
    let bound = bound(
      seconds: clock.secondsLeft.map { $0 / 4 }, cancellation: cancellation)
    if problem.candidates.allSatisfy(\.isUnbroken) {
      return Walks<HeadsFlow>(self, seed: limits.seed).solve(
        limits, bound: bound, clock: clock, progress: progress)
    }
    return Walks<HeadsDescent>(self, seed: limits.seed).solve(
      limits, bound: bound, clock: clock, progress: progress)
  }

  /// The best designs of one shift, two shifts and so on.
  ///
  /// - Parameter most: How far the front goes. It ends earlier where all
  ///   candidates are used or the cover cannot become better.
  /// - Returns: A design for each number of shifts, whose cost of cover falls.
  public func front(
    upTo most: Int, _ limits: DesignLimits, cancellation: Cancellation = Cancellation()
  ) -> [DesignedShifts] {
    let clock = DesignClock(limits.seconds, cancellation: cancellation)
    if problem.candidates.allSatisfy(\.isUnbroken) {
      return Walks<HeadsFlow>(self, seed: limits.seed, mostCounted: most).front(
        upTo: most, limits, clock: clock)
    }
    return Walks<HeadsDescent>(self, seed: limits.seed, mostCounted: most).front(
      upTo: most, limits, clock: clock)
  }
}

/// The walks of a search and their meetings.
final class Walks<Heads: HeadsModel>: Sendable {
  let problem: ShiftDesignProblem
  private let slots: [Slot]
  private final class Slot: Sendable {
    let walk: Mutex<DesignWalk<Heads>>
    init(_ walk: sending DesignWalk<Heads>) { self.walk = Mutex(walk) }
  }

  init(_ designer: ShiftDesigner, seed: UInt64, mostCounted: Int = 0) {
    problem = designer.problem
    var seeds = SplitMix(seed: seed)
    slots = (0..<designer.walkCount).map { _ in
      Slot(DesignWalk(designer.problem, seed: seeds.next(), mostCounted: mostCounted))
    }
  }

  /// Does something with every walk, on all cores.
  private func onAll(_ work: @Sendable (Int, inout DesignWalk<Heads>) -> Void) {
    DispatchQueue.concurrentPerform(iterations: slots.count) { index in
      slots[index].walk.withLock { work(index, &$0) }
    }
  }

  // MARK: The best set

  /// Temperatures of a cycle of annealing, in prices of a shift.
  private static var hottest: Double { 0.6 }
  private static var coldest: Double { 0.15 }
  /// Moves of the first cycle; each further one is half as long again.
  private static var firstCycle: Int { 2_000 }

  func solve(
    _ limits: DesignLimits, bound: Double, clock: DesignClock, progress: DesignProgress?
  ) -> DesignOutcome {
    let reported = Mutex(Double.infinity)
    @Sendable func report(_ objective: Int, _ scale: Double) {
      guard let progress else { return }
      reported.withLock {
        guard Double(objective) / scale < $0 else { return }
        $0 = Double(objective) / scale
        progress(clock.seconds, $0, bound)
      }
    }
    onAll { _, walk in
      walk.fillAndThin { clock.isStopped }
      if let best = walk.best { report(best.objective, walk.model.prices.scale) }
    }
    var left = limits.moves ?? .max
    var cycle = Self.firstCycle
    while true {
      let found = bestHeads()
      let design = DesignedShifts(found.map(shifts) ?? [], of: problem)
      if design.objective <= bound + 1e-6 {
        return DesignOutcome(design: design, bound: min(bound, design.objective), reason: .optimal)
      }
      if clock.isStopped || left <= 0 {
        return DesignOutcome(
          design: design, bound: bound, reason: clock.isStopped ? .stopped : .workLimit,
          isFound: found != nil)
      }
      let moves = min(cycle, left)
      onAll { index, walk in
        let price = Double(max(1, walk.shiftPrice))
        var best = walk.best?.objective ?? .max
        for move in 0..<moves {
          if move % 32 == 0, clock.isStopped { return }
          let share = Double(move) / Double(moves)
          walk.move(
            temperature: price * (Self.hottest + (Self.coldest - Self.hottest) * share))
          if let found = walk.best?.objective, found < best {
            best = found
            report(found, walk.model.prices.scale)
          }
        }
      }
      left -= moves
      cycle += cycle / 2
      meet()
    }
  }

  /// Every walk but the first goes on from the best set; the first goes on
  /// from where it is.
  private func meet() {
    guard let best = bestHeads() else { return }
    let candidates = openCandidates(of: best)
    onAll { index, walk in
      if index > 0 { walk.restart(from: candidates) }
    }
  }

  private func bestHeads() -> HeadsSnapshot? {
    slots.compactMap { $0.walk.withLock { $0.best } }.min { $0.objective < $1.objective }?.heads
  }

  // MARK: The front

  /// Moves with each number of shifts, where no other limit is given.
  private static var movesPerCount: Int { 4_000 }

  func front(upTo most: Int, _ limits: DesignLimits, clock: DesignClock) -> [DesignedShifts] {
    let counts = min(most, problem.candidates.count)
    let moves = limits.moves ?? (limits.seconds == nil ? Self.movesPerCount : .max)
    for count in stride(from: 1, through: max(1, counts), by: 1) where count <= counts {
      // Later numbers have the larger neighbourhoods: time in proportion.
      let weight = Double(count) / Double((count...counts).reduce(0, +))
      let deadline = DesignClock(
        clock.secondsLeft.map { $0 * weight }, cancellation: clock.cancellation)
      onAll { _, walk in
        walk.addBest { clock.isStopped }
        guard walk.openCount == count, count < self.problem.candidates.count else { return }
        for move in 0..<moves {
          if move % 16 == 0, deadline.isStopped { return }
          // A thousandth to a fiftieth of the cost of cover, up and down.
          let warmth = Double(255 - move % 256) / 255
          walk.exchange(
            temperature: Double(walk.model.cost) * (0.001 + 0.02 * warmth * warmth))
        }
      }
      guard let best = bestOfCount(count) else { break }
      let candidates = openCandidates(of: best.heads)
      onAll { _, walk in walk.restart(from: candidates) }
    }
    return improving(
      (0...max(0, counts)).compactMap { bestOfCount($0) }.map {
        DesignedShifts(shifts($0.heads), of: problem)
      })
  }

  /// The best design of each number of shifts, where each is better covered
  /// than all with fewer. An open shift that nobody works does not count.
  private func improving(_ designs: [DesignedShifts]) -> [DesignedShifts] {
    let byCount = Dictionary(grouping: designs, by: \.shifts.count)
    var front: [DesignedShifts] = []
    var least = byCount[0]?.map(\.coverCost).min() ?? .infinity
    for count in byCount.keys.sorted() where count > 0 {
      guard let best = byCount[count]?.min(by: { $0.coverCost < $1.coverCost }),
        best.coverCost < least - 1e-9
      else { continue }
      least = best.coverCost
      front.append(best)
    }
    return front
  }

  private func bestOfCount(_ count: Int) -> (cost: Int, heads: HeadsSnapshot)? {
    slots.compactMap { $0.walk.withLock { $0.bestOfCount[count] } }.min { $0.cost < $1.cost }
  }

  // MARK: Heads and shifts

  private func openCandidates(of snapshot: HeadsSnapshot) -> [Int] {
    shifts(snapshot).map(\.candidate)
  }

  /// The shifts with heads of a snapshot, by candidate.
  private func shifts(_ snapshot: HeadsSnapshot) -> [DesignedShift] {
    var offset = 0
    return problem.candidates.indices.compactMap { candidate in
      let choices = problem.candidates[candidate].breakChoices.indices.map { _ in
        let days = Array(snapshot.heads[offset..<(offset + problem.dayCount)])
        offset += problem.dayCount
        return days
      }
      guard choices.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
      return DesignedShift(candidate: candidate, headsByChoice: choices)
    }
  }
}
