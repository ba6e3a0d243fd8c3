import Rostering

/// Branch and bound over how many people of each cover class are on duty each
/// day, to prove a higher bound than the linear program's.
///
/// Where few people of a class are wanted at a time, the linear program puts
/// fractions of them on duty: 2.25 of a class whose need two nearly meet. That
/// there are two or three has a price, and it shows in the bound as soon as a
/// day's count is limited to either side. A limit is a price on the class and
/// day, so lines are priced as before, and the bundle of the parent serves its
/// children. Ryan & Foster branch on pairs in the same way (1981); counts leave
/// far fewer nodes where people are alike.
///
/// Which counts matter cannot be read from the shares, because most of them can
/// be exchanged for others at no cost. So each is tried on both sides for some
/// steps first, and what that gains guides the tree (pseudo-costs: Bénichou et
/// al., Math. Program. 1 (1971), doi:10.1007/BF01584074; reliability: Achterberg,
/// Koch & Martin, Oper. Res. Lett. 33 (2005), doi:10.1016/j.orl.2004.04.002).
struct DutyTree {
  /// A part of all rosters: those that keep some limits of the counts.
  private struct Node {
    var ascent: ProximalAscent
    /// What all rosters of the node cost at the least.
    var bound: Double
    /// Limited counts, by row.
    var ranges: [Int: ClosedRange<Int>] = [:]
    /// Steps of price since the node was made.
    var steps = 0
    /// Whether its bound is as high as steps of price bring it.
    var isSettled = false
    /// Whether all its counts were tried.
    var isProbed = false
  }

  private let incumbent: Incumbent
  private let task: ColumnTask
  /// The master program's rows with those that count people on duty, none of
  /// them limited.
  private let layout: MasterLayout
  private let duty: DutyRows
  private let pricer: LinePricer
  /// What a head costs beyond a limit.
  private let price: Double
  private var open: [Node]
  /// The least bound of the nodes that were closed, because no roster of theirs
  /// is better than the best one was then, or somebody's line was not found.
  private var closedBound = Double.infinity
  private var gains: DutyGains
  /// Rows that are still to be tried on the node with the least bound, the
  /// farthest from whole numbers last.
  private var untried: [Int] = []

  /// Steps of price in which a count is tried.
  private static let trialSteps = 16
  /// Steps of price at a time, and the most of a node.
  private static let steps = 20
  private static let stepLimit = 100
  /// Nearer than this to a whole number, a count is one.
  private static let wholeMargin = 0.02
  /// The share of the bound that a limit, or steps of price, have to gain to be
  /// worth their time.
  private static let leastGain = 2e-5
  /// The same of what a limit promises on both sides: where one side gains nothing
  /// yet, a later node may.
  private static let leastHope = 1e-6
  /// The share of the bound that counts for a gain of nothing: far below the hope.
  private static let noGain = 2e-8
  /// Nodes times people that may be open, to keep memory within bounds.
  private static let openLimit = 20_000

  /// A tree whose root is what an ascent has come to; nil if nobody may be on
  /// duty.
  init?(_ root: PriceRoot, from ascent: ProximalAscent) {
    incumbent = root.incumbent
    task = root.maker.task
    layout = root.maker.layout.countingDuty(of: task)
    guard let duty = layout.duty, duty.people.contains(where: { $0 > 0 }) else { return nil }
    self.duty = duty
    let value = incumbent.value.cost
    price = 2 * max(value - ascent.bestBound, 1e-3 * abs(value))
    pricer = root.pricer.pricing(layout)
    let whole = PriceRoot(incumbent, pricer: pricer)
    open = [
      Node(
        ascent: ProximalAscent(whole.pricer, from: ascent, maker: whole.maker),
        bound: ascent.bestBound)
    ]
    gains = DutyGains(
      duty, leastGain: Self.noGain * max(abs(ascent.bestBound), ProximalAscent.leastSize))
  }

  /// Works for some steps: tries a count, or raises or splits the node with the
  /// least bound. What is proven of all rosters is told to the incumbent.
  ///
  /// - Returns: False if the tree cannot raise the bound any further.
  mutating func grow(clock: inout ColumnClock) -> Bool {
    let value = incumbent.value.cost
    let limit = value - incumbent.leastGain(from: value)
    for node in open where node.bound > limit { close(node) }
    open.removeAll { $0.bound > limit }
    guard let index = open.indices.min(by: { open[$0].bound < open[$1].bound }) else {
      incumbent.raise(bound: min(closedBound, value), phase: Self.phase)
      return false
    }
    var node = open[index]
    incumbent.raise(bound: min(closedBound, node.bound), phase: Self.phase)
    guard closedBound > node.bound else { return false }
    if !node.isSettled {
      if raise(&node, clock: &clock) { open[index] = node } else { close(open.remove(at: index)) }
    } else if let row = untried.popLast() {
      // Counts change with every step that the node took since.
      if let fraction = fractions(node).first(where: { $0.row == row }) {
        probe(fraction, of: node, clock: &clock)
      }
    } else if let fraction = branchingCount(of: node) {
      guard open.count * task.people.count < Self.openLimit else { return false }
      open.remove(at: index)
      split(node, at: fraction, clock: &clock)
    } else if !node.isProbed {
      open[index].isProbed = true
      untried = fractions(node).sorted { $0.distance < $1.distance }.map(\.row)
    } else {
      return false
    }
    return true
  }

  private static let phase = "branching"

  /// The node with the least bound, as the root of dives; nil if none is open.
  var leading: PricedRoot? {
    open.min { $0.bound < $1.bound }.map {
      PricedRoot(root: root(limiting: $0.ranges), ascent: $0.ascent)
    }
  }

  /// The rosters that keep limits of the counts.
  private func root(limiting ranges: [Int: ClosedRange<Int>]) -> PriceRoot {
    var layout = layout
    // In the order of the rows: sums of what limits cost are rounded.
    for (row, range) in ranges.sorted(by: { $0.key < $1.key }) {
      layout.limitDuty(onRow: row, to: range, price: price)
    }
    return PriceRoot(incumbent, pricer: pricer.pricing(layout))
  }

  /// Gives a node up; what is proven of its rosters stays.
  private mutating func close(_ node: Node) {
    closedBound = min(closedBound, node.bound)
  }

  /// Takes steps of price on a node.
  ///
  /// - Returns: False if somebody's line was not found. There is one, since
  ///   limits are prices, so that proves nothing.
  private func raise(
    _ node: inout Node, steps: Int = Self.steps, clock: inout ColumnClock
  ) -> Bool {
    let value = incumbent.value.cost
    let before = node.bound
    guard node.ascent.climb(steps, target: value, cutoff: value, clock: &clock) else {
      return false
    }
    node.bound = max(node.bound, node.ascent.bestBound)
    node.steps += steps
    let isStalled = node.steps > steps && node.bound - before < Self.leastGain * abs(before)
    node.isSettled = node.ascent.hasConverged || isStalled || node.steps >= Self.stepLimit
    return true
  }

  /// A count that is no whole number.
  private struct Fraction {
    var row: Int
    var count: Double

    var below: Int { Int(count.rounded(.down)) }
    /// How far the count is from a whole number.
    var distance: Double { abs(count - count.rounded()) }
  }

  /// Tries a count of a node on both sides.
  private mutating func probe(
    _ fraction: Fraction, of node: Node, clock: inout ColumnClock
  ) {
    for side in DutySide.allCases {
      var child = child(of: node, at: fraction, side: side)
      if raise(&child, steps: Self.trialSteps, clock: &clock) {
        learn(child.bound - node.bound, fraction, side: side)
      }
    }
  }

  /// Opens the nodes on both sides of a count in place of a node.
  private mutating func split(
    _ node: Node, at fraction: Fraction, clock: inout ColumnClock
  ) {
    for side in DutySide.allCases {
      var child = child(of: node, at: fraction, side: side)
      if raise(&child, clock: &clock) {
        learn(child.bound - node.bound, fraction, side: side)
        open.append(child)
      } else {
        close(child)
      }
    }
  }

  private mutating func learn(_ gain: Double, _ fraction: Fraction, side: DutySide) {
    gains.learn(gain, row: fraction.row, count: fraction.count, side: side)
  }

  /// The node on one side of a count. Both together have all rosters of the
  /// node.
  private func child(of node: Node, at fraction: Fraction, side: DutySide) -> Node {
    let range = range(of: fraction.row, in: node)
    var child = node
    child.ranges[fraction.row] =
      side == .fewer
      ? range.lowerBound...fraction.below : (fraction.below + 1)...range.upperBound
    child.steps = 0
    child.isSettled = false
    child.isProbed = false
    let root = root(limiting: child.ranges)
    child.ascent.limit(root.pricer, maker: root.maker)
    return child
  }

  private func range(of row: Int, in node: Node) -> ClosedRange<Int> {
    node.ranges[row] ?? 0...duty.people[row - duty.firstRow]
  }

  /// The count whose limits promise most for a node; nil if none promises
  /// anything.
  private func branchingCount(of node: Node) -> Fraction? {
    let best = fractions(node).map { ($0, gains.expected(row: $0.row, count: $0.count)) }
      .max { $0.1 == $1.1 ? $0.0.row > $1.0.row : $0.1 < $1.1 }
    guard let best, best.1 >= Self.leastHope * abs(node.bound) else { return nil }
    return best.0
  }

  /// The counts of a node that are no whole numbers and lie within its limits.
  private func fractions(_ node: Node) -> [Fraction] {
    let heads = ColumnMaker(task: task, layout: layout).heads(of: node.ascent.mixture)
    return duty.rows.compactMap { row in
      let fraction = Fraction(row: row, count: heads[row])
      let range = range(of: row, in: node)
      guard fraction.distance > Self.wholeMargin, fraction.count > Double(range.lowerBound),
        fraction.count < Double(range.upperBound)
      else { return nil }
      return fraction
    }
  }
}
