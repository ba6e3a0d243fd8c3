import LinearModel
import Rostering

/// Dives from the linear program of the whole roster, each mended where it
/// ends. Dives after the first fix parts in another order.
///
/// Lives on the session's thread.
final class RootDives {
  private let root: PriceRoot
  private let generator: ColumnGenerator
  private let mending: RosterMending
  private var random: SeededGenerator
  private var count = 0

  /// The share of the time limit after which the first dive has to end, and
  /// the share that each later one may take.
  private static let firstEnd = 0.5
  private static let laterShare = 0.15

  /// Dives from a generator's linear program, which is solved.
  ///
  /// - Parameter parts: Mends what dives come to.
  init(_ root: PriceRoot, generator: ColumnGenerator, parts: any PartSolver) {
    self.root = root
    self.generator = generator
    mending = RosterMending(incumbent: root.incumbent, parts: parts)
    random = SeededGenerator(seed: root.incumbent.limits.seed ^ 0xD17E)
  }

  /// Dives, mends what it comes to and offers it.
  func next(clock: inout ColumnClock) throws {
    var part =
      count == 0 ? clock.part(endingAt: Self.firstEnd) : clock.part(share: Self.laterShare)
    let found = try dive(&part)
    clock.add(part)
    let other = found.flatMap { root.offer($0, clock: &clock) }
    if let other, !other.isBest {
      try mending.run(from: other.lines, seed: random.next(), clock: &clock)
    }
  }

  private func dive(_ clock: inout ColumnClock) throws(SessionFailure) -> [Line]? {
    var dive = Dive()
    dive.partLength = max(1, min(7, root.incumbent.roster.problem.dayCount / 2))
    if count > 0 {
      try reopen(&clock)
      dive.shuffle = SeededGenerator(seed: random.next())
    }
    count += 1
    return clock.stopped == nil ? try dive.run(generator, clock: &clock) : nil
  }

  /// Goes back to the linear program from before the dive.
  private func reopen(_ clock: inout ColumnClock) throws(SessionFailure) {
    generator.patterns = generator.task.patterns
    try generator.master.block { _ in false }
    generator.forgetBound()
    _ = try generator.generate(gap: 1e-5, clock: &clock)
  }
}
