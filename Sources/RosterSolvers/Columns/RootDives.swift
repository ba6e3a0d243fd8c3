import LinearModel
import Rostering

/// Dives from the linear program of the whole roster, each with a
/// neighbourhood search from where it ends.
///
/// A dive has the right lines in most places, and what is wrong in the rest is
/// soon mended, while the best roster may sit in a valley that parts of it do
/// not lead out of. Dives after the first fix parts in another order.
///
/// Lives on the session's thread.
final class RootDives {
  private let root: VolumeRoot
  private let generator: ColumnGenerator
  private let parts: any PartSolver
  private var random: SeededGenerator
  private var count = 0

  /// The share of the time limit after which the first dive has to end, and
  /// the share that each later one may take.
  private static let firstEnd = 0.5
  private static let laterShare = 0.15
  /// The share of the limits for mending a dive's roster.
  private static let mendingShare = 0.2
  /// Mending ends after so many parts without a gain.
  private static let missLimit = 20

  /// Dives from a generator's linear program, which is solved.
  init(_ root: VolumeRoot, generator: ColumnGenerator, parts: any PartSolver) {
    self.root = root
    self.generator = generator
    self.parts = parts
    random = SeededGenerator(seed: root.incumbent.limits.seed ^ 0xD17E)
  }

  /// Dives, mends what it comes to and offers it.
  func next(clock: inout ColumnClock) throws {
    var part =
      count == 0
      ? clock.part(endingAt: Self.firstEnd)
      : clock.part(
        seconds: clock.limit.map { $0 * Self.laterShare },
        work: clock.workLeft.map { Int(Double($0) * Self.laterShare) })
    let lines = try dive(&part)
    var other: [Line]?
    if let lines { other = root.offer(lines, clock: &part) }
    clock.add(part)
    if let other { try mend(other, clock: &clock) }
  }

  private func dive(_ clock: inout ColumnClock) throws(SessionFailure) -> [Line]? {
    var dive = Dive()
    dive.partLength = root.partLength
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

  /// Betters a roster by itself until it is better than the best one, or no
  /// longer gets better.
  private func mend(_ lines: [Line], clock: inout ColumnClock) throws {
    let incumbent = root.incumbent
    let own = Incumbent(
      incumbent.roster, lines: lines, limits: incumbent.limits, begin: clock.begin, progress: nil)
    let isTimed = incumbent.limits.seconds != nil && incumbent.limits.workLimit == nil
    var search = NeighbourhoodSearch(own, parts: parts, seed: random.next())
    var part = clock.part(
      seconds: clock.limit.map { $0 * Self.mendingShare },
      work: clock.workLeft.map { Int(Double($0) * Self.mendingShare) })
    var misses = 0
    while part.stopped == nil, misses < Self.missLimit, !incumbent.isClose,
      own.value.cost >= incumbent.value.cost
    {
      let value = own.value
      let result = try search.step(from: value, clock: part, isTimed: isTimed)
      part.spend(max(isTimed ? 0 : 1, result.clock.work))
      let isBetter =
        result.lines.map { own.merge($0, changedFrom: value.lines, phase: "dive") } ?? false
      misses = isBetter ? 0 : misses + 1
    }
    clock.add(part)
    incumbent.offer(own.value.lines, phase: "dive")
  }
}
