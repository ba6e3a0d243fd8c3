import Foundation

/// How many tickets of an interval are expected to be late with 0, 1, 2, ...
/// agents on duty: the worth of each further agent.
///
/// A ticket is late when it is not answered within the threshold of its
/// class's goal (an answer within seconds, a mean wait, any wait at all), or,
/// where the goal limits those who give up, when its customer gives up. The
/// figures are means over the forecast's distribution rather than at its
/// middle: an interval that may bring twice as much makes the agents beyond
/// its mean worth something. They are the largest convex function below the
/// formula's values, so that no further agent is worth more than the one
/// before.
public struct LateTickets: Equatable, Sendable {
  /// Late tickets at 0, 1, 2, ... agents on duty; further agents change
  /// nothing more. Descending and convex, at least two entries.
  public let byAgents: [Double]

  /// A curve of values at whole agents.
  public init(byAgents: [Double]) { self.byAgents = byAgents }

  /// Late tickets with a number of agents on duty, which need not be whole.
  public func late(agents: Double) -> Double {
    guard agents < Double(byAgents.count - 1) else { return byAgents.last ?? 0 }
    let lower = max(0, Int(agents))
    let part = max(0, agents) - Double(lower)
    return byAgents[lower] + part * (byAgents[lower + 1] - byAgents[lower])
  }

  /// What one more agent saves, agent by agent.
  var gains: [Double] { zip(byAgents, byAgents.dropFirst()).map { $0 - $1 } }

  /// The curve of several classes together when each agent serves where most
  /// is saved.
  static func joined(_ curves: [LateTickets]) -> LateTickets {
    guard curves.count > 1 else { return curves.first ?? LateTickets(byAgents: [0, 0]) }
    var value = curves.reduce(0) { $0 + ($1.byAgents.first ?? 0) }
    var values = [value]
    for gain in curves.flatMap(\.gains).sorted(by: >) {
      value = max(0, value - gain)
      values.append(value)
    }
    return LateTickets(byAgents: values)
  }
}

extension SkillNeed {
  /// The late tickets of the skill's immediate classes in an interval; nil
  /// where none is expected.
  ///
  /// - Parameters:
  ///   - interval: An interval of the need's axis.
  ///   - intervalSeconds: Its length.
  ///   - variances: For each class the variance of its mean arrivals in the
  ///     interval as a share of the squared mean.
  /// - Complexity: O(agents) queueing evaluations, about a dozen a class.
  public func lateTickets(
    interval: Int, intervalSeconds: Double, variances: [String: Double] = [:]
  ) -> LateTickets? {
    let present = classes.filter {
      !$0.workloadClass.goal.isDeferrable && $0.arrivals[interval] > 0
    }
    if SharedQueue.isShared(present.map(\.workloadClass)) {
      return LateTickets(
        sharing: present, interval: interval, intervalSeconds: intervalSeconds,
        variance: present.map { variances[$0.workloadClass.name] ?? 0 }.max() ?? 0)
    }
    let curves = present.map { need -> LateTickets in
      let workload = need.workloadClass
      return LateTickets(
        workload, arrivals: need.arrivals[interval],
        seconds: intervalSeconds * need.openShares[interval],
        handleSeconds: need.handleSeconds[interval],
        variance: variances[workload.name] ?? 0)
    }
    return curves.isEmpty ? nil : LateTickets.joined(curves)
  }
}

extension LateTickets {
  /// Late shares below this are not told from none.
  private static let negligible = 0.002
  private static let mostAgents = 20_000

  /// The curve of one class in one interval.
  init(
    _ workload: WorkloadClass, arrivals: Double, seconds: Double, handleSeconds: Double,
    variance: Double
  ) {
    let present = max(1e-9, 1 - workload.shrinkage)
    let load =
      arrivals / max(seconds, 1e-9) * handleSeconds / max(workload.concurrency, 1) / present
    self.init(arrivals: arrivals, load: load, variance: variance) { agents, factor in
      let queue = ContactQueue(
        arrivals: arrivals * factor, perSeconds: seconds, handleSeconds: handleSeconds,
        patienceSeconds: workload.patienceSeconds, concurrency: workload.concurrency)
      return arrivals * queue.missShare(of: workload.goal, agents: agents * present)
    }
  }

  /// The curve of classes that wait in one queue with head starts.
  init(
    sharing needs: [ClassNeed], interval: Int, intervalSeconds: Double, variance: Double
  ) {
    let net = needs.reduce(0) { $0 + $1.net[interval] }
    let gross = needs.reduce(0) { $0 + $1.gross[interval] }
    let present = gross > 0 ? net / gross : 1
    let goals = needs.map(\.workloadClass.goal)
    let arrivals = needs.reduce(0) { $0 + $1.arrivals[interval] }
    let whole = SharedQueue(needs, interval: interval, intervalSeconds: intervalSeconds)
    self.init(arrivals: arrivals, load: whole.load / max(present, 1e-9), variance: variance) {
      agents, factor in
      let queue = SharedQueue(
        needs, interval: interval, intervalSeconds: intervalSeconds, factor: factor)
      return zip(needs, queue.performance(agents: agents * present, goals: goals)).reduce(0) {
        $0 + $1.0.arrivals[interval] * $1.1.lateShare
      }
    }
  }

  /// The curve of a queue.
  ///
  /// - Parameters:
  ///   - arrivals: Mean arrivals, all late without agents.
  ///   - load: Agents on duty that would be busy all the time.
  ///   - variance: Of the mean arrivals, relative.
  ///   - late: Late tickets of mean arrivals with some agents on duty, when
  ///     arrivals are a factor of the mean; the factor is not yet in the
  ///     result.
  private init(
    arrivals: Double, load: Double, variance: Double, late: (Double, Double) -> Double
  ) {
    let nodes = RateQuadrature.nodes(variance: variance)
    func mean(_ agents: Int) -> Double {
      nodes.reduce(0) { $0 + $1 * late(Double(agents), $1) } / Double(nodes.count)
    }
    var points: [(agents: Int, late: Double)] = [(0, arrivals)]
    var agents = 1
    while agents < Self.mostAgents {
      let value = mean(agents)
      points.append((agents, value))
      if value <= Self.negligible * arrivals { break }
      // Far from the load the curve is nearly straight.
      let isNear = Double(agents) > 0.7 * load && Double(agents) < load + 3 * load.squareRoot() + 4
      agents += isNear ? 1 : max(1, Int(load / 8))
    }
    byAgents = Self.convexHull(points)
  }

  /// The largest convex, not ascending function below the points, at 0, 1,
  /// 2, ... to the last point.
  static func convexHull(_ points: [(agents: Int, late: Double)]) -> [Double] {
    var hull: [(agents: Int, late: Double)] = []
    for point in points {
      while hull.count >= 2 {
        let (before, last) = (hull[hull.count - 2], hull[hull.count - 1])
        let slope = (point.late - before.late) / Double(point.agents - before.agents)
        let line = before.late + slope * Double(last.agents - before.agents)
        guard last.late >= line else { break }
        hull.removeLast()
      }
      hull.append(point)
    }
    var values: [Double] = []
    for (from, to) in zip(hull, hull.dropFirst()) {
      let slope = (to.late - from.late) / Double(to.agents - from.agents)
      for agents in from.agents..<to.agents {
        values.append(from.late + slope * Double(agents - from.agents))
      }
    }
    values.append(hull.last?.late ?? 0)
    if values.count == 1 { values.append(values[0]) }
    return values
  }
}

extension ContactQueue {
  /// The share of arrivals that a goal counts as late.
  func missShare(of goal: ServiceGoal, agents: Double) -> Double {
    switch goal {
    case .answered(_, let seconds), .meanWait(let seconds):
      lateShare(agents: agents, thresholdSeconds: seconds)
    case .waitProbability: lateShare(agents: agents, thresholdSeconds: 0)
    case .abandonment: performance(agents: agents, thresholdSeconds: 0).abandonment
    case .finished: 0
    }
  }
}

/// Points that stand for a mean that itself varies (a gamma distribution with
/// mean 1).
enum RateQuadrature {
  /// Five points of equal weight with mean 1: the middles of the fifths of the
  /// distribution by Wilson and Hilferty's approximation (1931), scaled to the
  /// mean.
  ///
  /// - Parameter variance: At least 0; from 1 on taken as 1.
  static func nodes(variance: Double) -> [Double] {
    guard variance > 1e-6 else { return [1] }
    let share = min(variance, 1) / 9
    // Normal quantiles at 10, 30, 50, 70 and 90 per cent.
    let raw = [-1.281552, -0.524401, 0, 0.524401, 1.281552].map { quantile -> Double in
      let root = 1 - share + quantile * share.squareRoot()
      return max(0, root * root * root)
    }
    let mean = raw.reduce(0, +) / Double(raw.count)
    return raw.map { $0 / mean }
  }
}
