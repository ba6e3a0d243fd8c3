/// Who does what when some work may wait: the cheapest division of the units
/// on duty over what is wanted at once and over the work.
///
/// Recounted from the shifts like the rest of the audit: units are given away
/// step by step, each to whatever gains most from it and can still get it.
/// That is optimal, because what the targets can get together is a polymatroid
/// and each price is convex (Federgruen and Groenevelt, "The Greedy Procedure
/// for Resource Allocation Problems", 1986).
struct WorkSettlement {
  /// Units that serve each skill at once, by interval.
  private(set) var headUnits: [Int: [Int: Int]] = [:]
  /// Units given to each piece of work, by interval.
  private(set) var workUnits: [[Int: Int]]

  /// Units of some skills on duty in an interval.
  private struct Source {
    var interval: Int
    var free: Int
    var targets: [Int] = []
    /// Steps given to each of `targets`.
    var given: [Int] = []
  }

  private enum Target {
    case heads(skill: Int, interval: Int)
    case work(index: Int)
  }

  /// Divides the units of some intervals.
  ///
  /// - Parameters:
  ///   - presence: For each interval the units on duty by what they can serve.
  ///   - step: Units that are given away at once.
  ///   - headPrice: The price of a number of units that serve a skill at once.
  ///   - workPrice: The price of a number of units given to a piece of work.
  /// - Complexity: O(steps x (targets + reach of an exchange)).
  init(
    work: [DeferredWork], presence: [(interval: Int, units: [Set<Int>: Int])], step: Int,
    headPrice: (_ units: Int, _ skill: Int, _ interval: Int) -> Double,
    workPrice: (_ units: Int, _ index: Int) -> Double
  ) {
    workUnits = work.map { _ in [:] }
    var targets = work.indices.map { Target.work(index: $0) }
    var workAt: [Int: [Int]] = [:]
    for (index, piece) in work.enumerated() {
      for interval in piece.intervals { workAt[interval, default: []].append(index) }
    }
    var sources: [Source] = []
    for (interval, units) in presence {
      var place: [Int: Int] = [:]
      for skill in Set(units.keys.joined()).sorted() {
        place[skill] = targets.count
        targets.append(.heads(skill: skill, interval: interval))
      }
      for (skills, amount) in units.sorted(by: {
        $0.key.sorted().lexicographicallyPrecedes($1.key.sorted())
      }) {
        var source = Source(interval: interval, free: amount / step)
        source.targets = skills.sorted().compactMap { place[$0] }
        source.targets += (workAt[interval] ?? []).filter { skills.contains(work[$0].skill) }
        source.given = source.targets.map { _ in 0 }
        if source.free > 0 { sources.append(source) }
      }
    }
    var servers = [[(source: Int, place: Int)]](repeating: [], count: targets.count)
    for (index, source) in sources.enumerated() {
      for (place, target) in source.targets.enumerated() { servers[target].append((index, place)) }
    }
    func price(_ target: Int, steps: Int) -> Double {
      switch targets[target] {
      case .heads(let skill, let interval): headPrice(steps * step, skill, interval)
      case .work(let index): workPrice(steps * step, index)
      }
    }
    var steps = Array(repeating: 0, count: targets.count)
    var rise = targets.indices.map { price($0, steps: 1) - price($0, steps: 0) }
    var open = targets.indices.filter { !servers[$0].isEmpty }
    while let best = open.min(by: { (rise[$0], $0) < (rise[$1], $1) }) {
      guard Self.give(best, sources: &sources, servers: servers) else {
        // What cannot get another step never can again.
        open.removeAll { $0 == best }
        continue
      }
      steps[best] += 1
      rise[best] = price(best, steps: steps[best] + 1) - price(best, steps: steps[best])
    }
    for source in sources {
      for (target, count) in zip(source.targets, source.given) where count > 0 {
        switch targets[target] {
        case .heads(let skill, _):
          headUnits[source.interval, default: [:]][skill, default: 0] += count * step
        case .work(let index): workUnits[index][source.interval, default: 0] += count * step
        }
      }
    }
  }

  /// Gives a target one more step, by exchanges if its own people are busy.
  ///
  /// - Returns: False if nobody is free who could make room.
  private static func give(
    _ target: Int, sources: inout [Source], servers: [[(source: Int, place: Int)]]
  ) -> Bool {
    // For each target reached: who would leave it, and for which target.
    var cameBy: [Int: (source: Int, from: Int, to: Int)] = [:]
    var queue = [target]
    var head = 0
    while head < queue.count {
      let reached = queue[head]
      head += 1
      for (source, place) in servers[reached] where sources[source].free > 0 {
        sources[source].free -= 1
        sources[source].given[place] += 1
        var at = reached
        while at != target, let step = cameBy[at] {
          sources[step.source].given[step.from] -= 1
          sources[step.source].given[step.to] += 1
          at = sources[step.source].targets[step.to]
        }
        return true
      }
      for (source, place) in servers[reached] {
        for (other, count) in sources[source].given.enumerated() where count > 0 {
          let next = sources[source].targets[other]
          guard next != target, cameBy[next] == nil else { continue }
          cameBy[next] = (source, other, place)
          queue.append(next)
        }
      }
    }
    return false
  }
}
