import Rostering

/// Parts by prices, without a linear program: a bound that says whether anything
/// can be gained, and a dive from its shares of lines.
struct PricePartSolver: PartSolver {
  let aimedSeconds = 0.4

  /// Price steps before the dive, the most.
  private static let steps = 40
  /// The share of undecided parts that a step of the dive fixes, on average.
  private static let diveShare = 0.12

  /// The largest share of people whose lines are left to best responses.
  private static let openShare = 0.5
  /// How far prices to start from are moved, at most, as a share of them.
  private static let noise = 0.1

  let start: StartPrices

  init(start: StartPrices = StartPrices()) { self.start = start }

  func lines(
    from value: Incumbent.Value, task: ColumnTask, leastGain: Double,
    random: inout SeededGenerator, clock: inout ColumnClock
  ) -> [Line]? {
    let layout = MasterLayout(task)
    let maker = ColumnMaker(task: task, layout: layout)
    let own = task.people.map { value.lines[$0] }
    let present = maker.cost(of: own)
    let cutoff = present - leastGain
    var prices = start.prices(in: layout)
    for row in prices.indices { prices[row] *= 1 + Self.noise * (2 * random.unit() - 1) }
    var ascent = ProximalAscent(
      LinePricer(task, layout: layout, threadCount: 1), startingAt: prices, lines: own,
      maker: maker)
    ascent.add(task.knownLines)
    guard
      ascent.climb(
        Self.steps, target: present, cutoff: cutoff, isBrief: true, clock: &clock),
      ascent.bestBound <= cutoff, clock.stopped == nil
    else { return nil }
    var dive = PriceDive()
    dive.partLength = max(1, task.partLength - random.index(below: (task.partLength + 1) / 2))
    dive.share = Self.diveShare * (0.5 + random.unit())
    dive.cutoff = cutoff
    dive.openShare = Self.openShare * random.unit()
    return dive.run(&ascent, maker: maker, target: present, within: value.lines, clock: &clock)
  }
}
